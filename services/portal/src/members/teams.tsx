// The teams of a company: who is in which, under which name each sends, who sees its messages; an admin makes, changes and ends them.

import { AppError, type FieldError, type Language } from "@posthorn/domain";
import { fieldErrorText, numberInWords, type Texts, textsFor } from "@posthorn/texts";
import {
  addToTeam,
  changeTeam,
  endTeam,
  listTeams,
  makeTeam,
  type SessionMember,
  showTeam,
  takeOutOfTeam,
  TEAM_COUNTED,
  type TeamFields,
  type TeamLine,
  type TeamView,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  CsrfField,
  Empty,
  Field,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  Pill,
  readForm,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

type Words = Texts["teams"];
const PATH = "/company/teams";
const NEW_TEAM: TeamFields = { name: "", senderName: "", visibility: "account" };

export const teamRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const member = await sessions.require(c);
    if (member.accountKind === "private") return c.redirect("/account/settings", 303);
    return listPage(c, member, NEW_TEAM, []);
  });

  app.post(PATH, async (c) => {
    const member = await sessions.requireFresh(c, PATH);
    if (member instanceof Response) return member;
    const fields = fieldsOf(await readForm(c));
    const outcome = await makeTeam(deps.ctx, { ...actOf(c, member), fields });
    if (outcome.kind === "refused") return listPage(c, member, fields, outcome.errors);
    return c.redirect(`${PATH}/${outcome.id}?done=made`, 303);
  });

  app.get(`${PATH}/:team`, async (c) => {
    const member = await sessions.require(c);
    return teamPage(c, member, await showTeam(deps.ctx, member, c.req.param("team")));
  });

  app.post(`${PATH}/:team`, async (c) => {
    const member = await fresh(c);
    if (member instanceof Response) return member;
    const teamId = c.req.param("team");
    const fields = fieldsOf(await readForm(c));
    const outcome = await changeTeam(deps.ctx, { ...actOf(c, member), teamId, fields });
    if (outcome.kind === "kept") return c.redirect(`${PATH}/${teamId}?done=saved`, 303);
    const view = await showTeam(deps.ctx, member, teamId);
    return teamPage(c, member, { ...view, ...fields }, { errors: outcome.errors });
  });

  app.post(`${PATH}/:team/members`, async (c) => {
    const member = await fresh(c);
    if (member instanceof Response) return member;
    const teamId = c.req.param("team");
    const email = (await readForm(c)).get("email") ?? "";
    const outcome = await addToTeam(deps.ctx, { ...actOf(c, member), teamId, email });
    if (outcome === "added") return c.redirect(`${PATH}/${teamId}?done=added`, 303);
    return teamPage(c, member, await showTeam(deps.ctx, member, teamId), { unknown: email });
  });

  app.post(`${PATH}/:team/members/:member/remove`, async (c) => {
    const member = await fresh(c);
    if (member instanceof Response) return member;
    const teamId = c.req.param("team");
    await takeOutOfTeam(deps.ctx, { ...actOf(c, member), teamId, memberId: c.req.param("member") });
    return c.redirect(`${PATH}/${teamId}?done=out`, 303);
  });

  app.post(`${PATH}/:team/end`, async (c) => {
    const member = await fresh(c);
    if (member instanceof Response) return member;
    await endTeam(deps.ctx, { ...actOf(c, member), teamId: c.req.param("team") });
    return c.redirect(`${PATH}?done=ended`, 303);
  });

  /** An admin who has just proven himself; afterwards he is led back to the team. */
  async function fresh(c: WebContext): Promise<SessionMember | Response> {
    const member = await sessions.requireFresh(c, `${PATH}/${c.req.param("team")}`);
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
            <form method="post" action={PATH}>
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
            crumbs={[{ label: words.title, href: PATH }, { label: view.name }]}
          />
          <Done c={c} words={words} />
          <form method="post" action={`${PATH}/${view.id}`}>
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
          <form method="post" action={`${PATH}/${view.id}/end`}>
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

function fieldsOf(form: URLSearchParams): TeamFields {
  return {
    name: form.get("name") ?? "",
    senderName: form.get("sender_name") ?? "",
    visibility: form.get("visibility") === "team" ? "team" : "account",
  };
}

function Done({ c, words }: { readonly c: WebContext; readonly words: Words }) {
  const done = Object.entries(words.done).find(([name]) => name === c.req.query("done"))?.[1];
  if (done === undefined) return null;
  return (
    <Note tone="ok" role="status">
      {done}
    </Note>
  );
}

function countInWords(language: Language, words: Words, members: number): string {
  return members > TEAM_COUNTED
    ? textsFor(language).myData.page.moreThan(numberInWords(language, TEAM_COUNTED))
    : words.memberCount(members);
}

function TeamTable({
  language,
  words,
  teams,
  isAdmin,
}: {
  readonly language: Language;
  readonly words: Words;
  readonly teams: readonly TeamLine[];
  readonly isAdmin: boolean;
}): Markup {
  return (
    <Table
      caption={words.caption}
      rows={teams}
      columns={[
        {
          heading: words.name,
          rowHeading: true,
          cell: ({ name, mine }) => (
            <>
              {name} {mine && <Pill tone="ok">{words.yours}</Pill>}
            </>
          ),
        },
        { heading: words.senderName, cell: ({ senderName }) => senderName ?? "–" },
        { heading: words.visibility, cell: ({ visibility }) => words.visibilities[visibility] },
        { heading: words.members, cell: ({ members }) => countInWords(language, words, members) },
        ...(isAdmin
          ? [
              {
                heading: words.act,
                hideHeading: true,
                cell: ({ id, name }: TeamLine) => (
                  <Button kind="quiet" href={`${PATH}/${id}`}>
                    <span aria-hidden="true">{words.manage}</span>
                    <span class="vh">{words.manageOne(name)}</span>
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function TeamFieldset({
  frame: { language },
  words,
  typed,
  errors,
}: {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly typed: TeamFields;
  readonly errors: readonly FieldError[];
}): Markup {
  const wrong = (path: string) => {
    const error = errors.find((each) => each.path === path);
    return error && fieldErrorText(language, error);
  };
  return (
    <>
      <Field
        language={language}
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed.name}
        error={wrong("name")}
      />
      <Field
        language={language}
        name="sender_name"
        label={words.senderName}
        hint={words.senderNameHint}
        value={typed.senderName}
        error={wrong("sender_name")}
        optional
      />
      <Choices
        language={language}
        name="visibility"
        legend={words.visibility}
        value={typed.visibility}
        options={(["account", "team"] as const).map((value) => ({ value, label: words.visibilities[value] }))}
      />
    </>
  );
}

function TeamMembers({
  frame,
  words,
  view,
  unknown,
}: {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly view: TeamView;
  readonly unknown: string | undefined;
}): Markup {
  return (
    <Card id="members" title={words.members}>
      {view.members.length === 0 ? (
        <p class="muted">{words.noMembers}</p>
      ) : (
        <Table
          caption={words.members}
          rows={view.members}
          columns={[
            { heading: words.name, rowHeading: true, cell: ({ name }) => name },
            { heading: textsFor(frame.language).members.invitations.email, cell: ({ email }) => email },
            {
              heading: words.takeOut,
              hideHeading: true,
              cell: ({ id, name }) => (
                <form method="post" action={`${PATH}/${view.id}/members/${id}/remove`}>
                  <CsrfField token={frame.csrfToken} />
                  <Button kind="quiet">
                    <span aria-hidden="true">{words.takeOut}</span>
                    <span class="vh">{words.takeOutOne(name)}</span>
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
      {view.moreMembers && <p class="muted">{words.moreMembers}</p>}
      <form method="post" action={`${PATH}/${view.id}/members`} class="stack">
        <CsrfField token={frame.csrfToken} />
        <Field
          language={frame.language}
          name="email"
          label={words.add}
          hint={words.addHint}
          type="email"
          value={unknown}
          error={unknown === undefined ? undefined : words.addUnknown}
        />
        <div class="row">
          <Button>{words.add}</Button>
        </div>
      </form>
    </Card>
  );
}
