// Inviting people to a company account, sending an invitation again, and withdrawing it: acts of an admin who has just proven himself.

import { AppError, type FieldError, LANGUAGES, type Language } from "@posthorn/domain";
import { fieldErrorText, textsFor } from "@posthorn/texts";
import {
  type Invitations,
  inviteMembers,
  listTeams,
  resendInvitation,
  type SessionMember,
  withdrawInvitation,
  requireAdminRole,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Checkbox,
  Choices,
  CsrfField,
  Field,
  Note,
  PageHead,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

const MEMBERS = "/company/members";
const PATH = `${MEMBERS}/invite`;

export const inviteRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    requireCompanyAdmin(member);
    const typed = { emails: "", role: "user", teamIds: [], language: c.get("language") } as const;
    return page(c, member, typed, []);
  });

  app.post(PATH, async (c) => {
    const member = await sessions.requireFresh(c, PATH);
    if (member instanceof Response) return member;
    requireCompanyAdmin(member);
    const invitations = invitationsOf(await readForm(c), c.get("language"));
    const outcome = await inviteMembers(deps.ctx, {
      actor: member,
      invitations,
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    if (outcome.kind === "refused") return page(c, member, invitations, outcome.errors);
    if (outcome.kind === "not_active") return page(c, member, invitations, [], 409);
    return c.redirect(`${MEMBERS}?done=invited`, 303);
  });

  app.post("/company/invitations/:invitation/resend", async (c) => {
    const member = await sessions.requireFresh(c, MEMBERS);
    if (member instanceof Response) return member;
    await resendInvitation(deps.ctx, actOf(c, member));
    return c.redirect(`${MEMBERS}?done=resent`, 303);
  });

  app.post("/company/invitations/:invitation/withdraw", async (c) => {
    const member = await sessions.requireFresh(c, MEMBERS);
    if (member instanceof Response) return member;
    await withdrawInvitation(deps.ctx, actOf(c, member));
    return c.redirect(`${MEMBERS}?done=withdrawn`, 303);
  });

  function actOf(c: WebContext, actor: SessionMember) {
    const invitationId = c.req.param("invitation") ?? "";
    return { actor, invitationId, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  async function page(
    c: WebContext,
    member: SessionMember,
    typed: Invitations,
    errors: readonly FieldError[],
    status: 200 | 400 | 409 = errors.length > 0 ? 400 : 200,
  ): Promise<Response> {
    const teams = await listTeams(deps.ctx, member);
    const { common, members } = textsFor(c.get("language"));
    const words = members.invite;
    const takesIn = member.accountStatus === "active";
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "members",
      status,
      hasErrors: errors.length > 0,
      body: (frame) => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={words.title}
            crumbs={[{ label: members.title, href: MEMBERS }, { label: words.title }]}
            lead={words.lead}
          />
          {!takesIn && <Note tone="warn">{words.notActive}</Note>}
          {takesIn && (
            <form method="post" action={PATH}>
              <CsrfField token={frame.csrfToken} />
              <Card id="invite">
                <Field
                  language={frame.language}
                  name="emails"
                  label={words.emails}
                  hint={words.emailsHint}
                  type="textarea"
                  rows={4}
                  value={typed.emails}
                  error={inWords(frame.language, errors, "emails")}
                />
                <Choices
                  language={frame.language}
                  name="role"
                  legend={members.role}
                  value={typed.role}
                  options={(["user", "admin"] as const).map((value) => ({
                    value,
                    label: members.roles[value],
                    hint: members.roleHints[value],
                  }))}
                />
                {teams.length > 0 && (
                  <fieldset class="choices">
                    <legend>{words.inTeams}</legend>
                    {teams.map(({ id, name }) => (
                      <Checkbox
                        language={frame.language}
                        name={`team.${id}`}
                        label={name}
                        checked={typed.teamIds.includes(id)}
                        error={inWords(frame.language, errors, "teams")}
                      />
                    ))}
                  </fieldset>
                )}
                <Field
                  language={frame.language}
                  name="language"
                  label={words.language}
                  type="select"
                  value={typed.language}
                  options={LANGUAGES.map((value) => ({ value, label: common.languageNames[value] }))}
                />
                <Button kind="primary">{words.button}</Button>
              </Card>
            </form>
          )}
        </div>
      ),
    });
  }
};

function requireCompanyAdmin(member: SessionMember): void {
  if (member.accountKind === "private") throw new AppError("not_found", "not_found");
  requireAdminRole(member);
}

function invitationsOf(form: URLSearchParams, language: Language): Invitations {
  return {
    emails: form.get("emails") ?? "",
    role: form.get("role") === "admin" ? "admin" : "user",
    teamIds: [...form.keys()]
      .filter((key) => key.startsWith("team."))
      .map((key) => key.slice("team.".length)),
    language: LANGUAGES.find((known) => known === form.get("language")) ?? language,
  };
}

/** All that is wrong with the addresses, each in a sentence of its own. */
function inWords(language: Language, errors: readonly FieldError[], path: string): string | undefined {
  const words = errors.filter((error) => error.path === path).map((error) => fieldErrorText(language, error));
  return words.length === 0 ? undefined : words.join(" ");
}
