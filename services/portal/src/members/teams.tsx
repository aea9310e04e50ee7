// The teams of a company: who is in which, under which name each sends, who sees its messages; an admin makes, changes and ends them.

import { AppError, type FieldError } from "@posthorn/domain";
import { type Texts, textsFor } from "@posthorn/texts";
import {
  addToTeam,
  changeTeam,
  endTeam,
  listTeams,
  makeTeam,
  type SessionMember,
  showTeam,
  takeOutOfTeam,
  type TeamFields,
  type TeamView,
} from "@posthorn/usecases";
import { Button, Card, CsrfField, Empty, Note, PageHead, readForm, type WebContext } from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { fieldsOf, TeamFieldset } from "./team-fields.tsx";
import { TeamMembers } from "./team-members.tsx";
import { TeamTable } from "./team-table.tsx";
import { TEAMS_PATH } from "./teams-path.ts";

type Words = Texts["teams"];
const NEW_TEAM: TeamFields = { name: "", senderName: "", visibility: "account" };

export const teamRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(TEAMS_PATH, async (c) => {
    const member = await sessions.require(c);
    if (member.accountKind === "private") return c.redirect("/account/settings", 303);
    return listPage(c, member, NEW_TEAM, []);
  });

  app.post(TEAMS_PATH, async (c) => {
    const member = await sessions.requireFresh(c, TEAMS_PATH);
    if (member instanceof Response) return member;
    const fields = fieldsOf(await readForm(c));
    const outcome = await makeTeam(deps.ctx, { ...actOf(c, member), fields });
    if (outcome.kind === "refused") return listPage(c, member, fields, outcome.errors);
    return c.redirect(`${TEAMS_PATH}/${outcome.id}?done=made`, 303);
  });

  app.get(`${TEAMS_PATH}/:team`, async (c) => {
    const member = await sessions.require(c);
    return teamPage(c, member, await showTeam(deps.ctx, member, c.req.param("team")));
  });

  app.post(`${TEAMS_PATH}/:team`, async (c) => {
    const member = await fresh(c);
    if (member instanceof Response) return member;
    const teamId = c.req.param("team");
    const fields = fieldsOf(await readForm(c));
    const outcome = await changeTeam(deps.ctx, { ...actOf(c, member), teamId, fields });
    if (outcome.kind === "kept") return c.redirect(`${TEAMS_PATH}/${teamId}?done=saved`, 303);
    const view = await showTeam(deps.ctx, member, teamId);
    return teamPage(c, member, { ...view, ...fields }, { errors: outcome.errors });
  });

  app.post(`${TEAMS_PATH}/:team/members`, async (c) => {
    const member = await fresh(c);
    if (member instanceof Response) return member;
    const teamId = c.req.param("team");
    const email = (await readForm(c)).get("email") ?? "";
    const outcome = await addToTeam(deps.ctx, { ...actOf(c, member), teamId, email });
    if (outcome === "added") return c.redirect(`${TEAMS_PATH}/${teamId}?done=added`, 303);
    return teamPage(c, member, await showTeam(deps.ctx, member, teamId), { unknown: email });
  });

  app.post(`${TEAMS_PATH}/:team/members/:member/remove`, async (c) => {
    const member = await fresh(c);
    if (member instanceof Response) return member;
    const teamId = c.req.param("team");
    await takeOutOfTeam(deps.ctx, { ...actOf(c, member), teamId, memberId: c.req.param("member") });
    return c.redirect(`${TEAMS_PATH}/${teamId}?done=out`, 303);
  });

  app.post(`${TEAMS_PATH}/:team/end`, async (c) => {
    const member = await fresh(c);
    if (member instanceof Response) return member;
    await endTeam(deps.ctx, { ...actOf(c, member), teamId: c.req.param("team") });
    return c.redirect(`${TEAMS_PATH}?done=ended`, 303);
  });

  /** An admin who has just proven himself; afterwards he is led back to the team. */
  async function fresh(c: WebContext): Promise<SessionMember | Response> {
    const member = await sessions.requireFresh(c, `${TEAMS_PATH}/${c.req.param("team")}`);
    if (!(member instanceof Response) && member.role !== "admin")
      throw new AppError("forbidden", "not_an_admin");
    return member;
  }

  function actOf(c: WebContext, actor: SessionMember) {
    return { actor, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  async function listPage(
    c: WebContext,
    member: SessionMember,
    typed: TeamFields,
    errors: readonly FieldError[],
  ): Promise<Response> {
    const teams = await listTeams(deps.ctx, member);
    const words = textsFor(c.get("language")).teams;
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "teams",
      status: errors.length > 0 ? 400 : 200,
      hasErrors: errors.length > 0,
      body: (frame) => (
        <>
          <PageHead language={frame.language} title={words.title} lead={words.lead} />
          <Done c={c} words={words} />
          <Card id="list">
            {teams.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.emptyText} />
            ) : (
              <TeamTable
                language={frame.language}
                words={words}
                teams={teams}
                isAdmin={member.role === "admin"}
              />
            )}
          </Card>
          {member.role === "admin" && (
            <form method="post" action={TEAMS_PATH}>
              <CsrfField token={frame.csrfToken} />
              <Card id="make" title={words.makeTitle}>
                <TeamFieldset frame={frame} words={words} typed={typed} errors={errors} />
                <div class="row">
                  <Button>{words.make}</Button>
                </div>
              </Card>
            </form>
          )}
        </>
      ),
    });
  }

  function teamPage(
    c: WebContext,
    member: SessionMember,
    view: TeamView,
    failed: { readonly errors?: readonly FieldError[]; readonly unknown?: string } = {},
  ): Promise<Response> {
    const words = textsFor(c.get("language")).teams;
    const isWrong = failed.errors !== undefined || failed.unknown !== undefined;
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "teams",
      status: isWrong ? 400 : 200,
      hasErrors: isWrong,
      body: (frame) => (
        <>
          <PageHead
            language={frame.language}
            title={view.name}
            crumbs={[{ label: words.title, href: TEAMS_PATH }, { label: view.name }]}
          />
          <Done c={c} words={words} />
          <form method="post" action={`${TEAMS_PATH}/${view.id}`}>
            <CsrfField token={frame.csrfToken} />
            <Card id="team">
              <TeamFieldset
                frame={frame}
                words={words}
                typed={{ ...view, senderName: view.senderName ?? "" }}
                errors={failed.errors ?? []}
              />
              <div class="row">
                <Button>{words.save}</Button>
              </div>
            </Card>
          </form>
          <TeamMembers frame={frame} words={words} view={view} unknown={failed.unknown} />
          <form method="post" action={`${TEAMS_PATH}/${view.id}/end`}>
            <CsrfField token={frame.csrfToken} />
            <Card id="end" title={words.endTitle}>
              <p id="end-effect">{words.endText}</p>
              <div class="row">
                <Button kind="seal" describedBy="end-effect">
                  {words.end}
                </Button>
              </div>
            </Card>
          </form>
        </>
      ),
    });
  }
};

function Done({ c, words }: { readonly c: WebContext; readonly words: Words }) {
  const done = Object.entries(words.done).find(([name]) => name === c.req.query("done"))?.[1];
  if (done === undefined) return null;
  return (
    <Note tone="ok" role="status">
      {done}
    </Note>
  );
}
