// One member: an admin gives another role or removes; anybody leaves, the only admin once another is named (domain rules R3, R4).

import { type Texts, textsFor } from "@posthorn/texts";
import {
  changeRole,
  leaveAccount,
  type MemberView,
  removeMember,
  type SessionMember,
  showMember,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  clearSessionCookie,
  CsrfField,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

type Words = Texts["members"];
const PATH = "/company/members";

export const manageMemberRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(`${PATH}/leave`, async (c) => {
    const member = await sessions.require(c);
    if (member.accountKind === "private") return c.redirect("/account/close", 303);
    return leavePage(c, member);
  });

  app.post(`${PATH}/leave`, async (c) => {
    const member = await sessions.requireFresh(c, `${PATH}/leave`);
    if (member instanceof Response) return member;
    const outcome = await leaveAccount(deps.ctx, {
      actor: member,
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    if (outcome === "private_account") return c.redirect("/account/close", 303);
    if (outcome === "only_admin") return leavePage(c, member, 409);
    if (member.severalAccounts) return c.redirect("/", 303);
    clearSessionCookie(c);
    return c.redirect("/sign-in?signed-out", 303);
  });

  app.get(`${PATH}/:member`, async (c) => {
    const member = await sessions.require(c);
    return memberPage(c, member, await showMember(deps.ctx, member, c.req.param("member")));
  });

  app.post(`${PATH}/:member/role`, async (c) => {
    const member = await sessions.requireFresh(c, `${PATH}/${c.req.param("member")}`);
    if (member instanceof Response) return member;
    const memberId = c.req.param("member");
    const role = (await readForm(c)).get("role") === "admin" ? "admin" : "user";
    const outcome = await changeRole(deps.ctx, { ...actOf(c, member), memberId, role });
    if (outcome === "only_admin")
      return memberPage(c, member, await showMember(deps.ctx, member, memberId), 409);
    return c.redirect(`${PATH}?done=role`, 303);
  });

  app.post(`${PATH}/:member/remove`, async (c) => {
    const member = await sessions.requireFresh(c, `${PATH}/${c.req.param("member")}`);
    if (member instanceof Response) return member;
    const outcome = await removeMember(deps.ctx, { ...actOf(c, member), memberId: c.req.param("member") });
    return c.redirect(outcome === "oneself" ? `${PATH}/leave` : `${PATH}?done=removed`, 303);
  });

  function actOf(c: WebContext, actor: SessionMember) {
    return { actor, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  function memberPage(
    c: WebContext,
    reader: SessionMember,
    view: MemberView,
    status: 200 | 409 = 200,
  ): Promise<Response> {
    const words = textsFor(c.get("language")).members;
    const own = view.id === reader.memberId;
    return renderAccountPage(c, deps.ctx, reader, {
      title: words.one.title,
      section: "members",
      status,
      hasErrors: status !== 200,
      body: (frame) => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={view.name}
            crumbs={[{ label: words.title, href: PATH }, { label: words.one.title }]}
            lead={own ? words.one.ownLead : `${view.email} · ${view.publicId}`}
          />
          {reader.role === "admin" && (
            <RoleForm frame={frame} words={words} view={view} failed={status !== 200} />
          )}
          {own ? (
            <Card id="leave" title={words.leave.title}>
              <Button href={`${PATH}/leave`}>{words.leave.link}</Button>
            </Card>
          ) : (
            <RemoveForm frame={frame} words={words} view={view} />
          )}
        </div>
      ),
    });
  }

  async function leavePage(c: WebContext, member: SessionMember, status: 200 | 409 = 200): Promise<Response> {
    const { onlyAdmin } = await showMember(deps.ctx, member, member.memberId);
    const { members, closing } = textsFor(c.get("language"));
    const words = members.leave;
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "members",
      status,
      hasErrors: status !== 200,
      body: (frame) => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={words.title}
            crumbs={[{ label: members.title, href: PATH }, { label: words.title }]}
            lead={words.lead(member.accountName)}
          />
          {onlyAdmin ? (
            <Card id="only-admin" title={words.onlyAdminTitle}>
              <p role={status === 200 ? undefined : "alert"}>{words.onlyAdmin}</p>
              <div class="row">
                <Button kind="primary" href={PATH}>
                  {words.nameOne}
                </Button>
                <Button href="/account/close">
                  {words.orClose}
                  <span class="vh"> ({closing.menu})</span>
                </Button>
              </div>
            </Card>
          ) : (
            <Card id="leave">
              <ul id="leave-effects">
                {words.effects.map((effect) => (
                  <li>{effect}</li>
                ))}
              </ul>
              <p>{words.erased}</p>
              <form method="post" action={`${PATH}/leave`} class="row">
                <CsrfField token={frame.csrfToken} />
                <Button kind="seal" describedBy="leave-effects">
                  {words.button}
                </Button>
                <Button href={PATH}>{textsFor(frame.language).common.buttons.cancel}</Button>
              </form>
            </Card>
          )}
        </div>
      ),
    });
  }
};

interface FormProps {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly view: MemberView;
}

function RoleForm({ frame, words, view, failed }: FormProps & { readonly failed: boolean }): Markup {
  return (
    <Card id="role-card" title={words.one.rolesTitle}>
      {view.onlyAdmin && (
        <Note tone={failed ? "stop" : "info"} role={failed ? "alert" : undefined}>
          {words.one.onlyAdmin}
        </Note>
      )}
      <form method="post" action={`${PATH}/${view.id}/role`} class="stack">
        <CsrfField token={frame.csrfToken} />
        <Choices
          language={frame.language}
          name="role"
          legend={words.role}
          value={view.role}
          options={(["user", "admin"] as const).map((value) => ({
            value,
            label: words.roles[value],
            hint: words.roleHints[value],
          }))}
        />
        <p id="role-effect" class="muted">
          {words.one.roleEffect}
        </p>
        <Button describedBy="role-effect">{words.one.saveRole}</Button>
      </form>
    </Card>
  );
}

function RemoveForm({ frame, words, view }: FormProps): Markup {
  return (
    <Card id="remove" title={words.one.removeTitle}>
      <p id="remove-effect">{words.one.removeText}</p>
      <form method="post" action={`${PATH}/${view.id}/remove`}>
        <CsrfField token={frame.csrfToken} />
        <Button kind="seal" describedBy="remove-effect">
          {words.one.remove}
        </Button>
      </form>
    </Card>
  );
}
