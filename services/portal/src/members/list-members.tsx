// The members of a company: who works in it and in which role; for admins also addresses, open invitations, and the way to each act.

import { numberInWords, shortDateTime, type Texts, textsFor } from "@posthorn/texts";
import {
  type InvitationLine,
  listInvitations,
  listMembers,
  type MemberLine,
  type MemberPage,
  type MemberQuery,
  type SessionMember,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Empty,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  Pagination,
  Pill,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import type { PortalRoutes } from "../routes.ts";

type Words = Texts["members"];
const PATH = "/company/members";

export const listMembersRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const member = await sessions.require(c);
    if (member.accountKind === "private") return c.redirect("/account/settings", 303);
    const query = queryOf(c);
    const isAdmin = member.role === "admin";
    const [page, invitations] = await Promise.all([
      listMembers(deps.ctx, member, query),
      isAdmin ? listInvitations(deps.ctx, member, deps.arrivedAt()) : [],
    ]);
    const words = textsFor(c.get("language")).members;
    const done = Object.entries(words.done).find(([name]) => name === c.req.query("done"))?.[1];
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "members",
      body: (frame) => (
        <>
          <PageHead
            language={frame.language}
            title={words.title}
            lead={words.lead}
            aside={
              isAdmin ? (
                <Button kind="primary" href={`${PATH}/invite`}>
                  {words.invite.link}
                </Button>
              ) : undefined
            }
          />
          {done !== undefined && (
            <Note tone="ok" role="status">
              {done}
            </Note>
          )}
          <Card id="find">
            <form method="get" action={PATH} role="search" class="search">
              <div class="field">
                <label for="q">{isAdmin ? words.search : words.searchNames}</label>
                <input
                  class="input"
                  type="search"
                  id="q"
                  name="q"
                  value={query.words ?? ""}
                  autocomplete="off"
                />
              </div>
              <Button icon="search">{textsFor(frame.language).common.buttons.search}</Button>
            </form>
          </Card>
          <Found frame={frame} words={words} query={query} page={page} reader={member} />
          {invitations.length > 0 && <Invitations frame={frame} words={words} lines={invitations} />}
          <p>
            <a href={`${PATH}/leave`}>{words.leave.link}</a>
          </p>
        </>
      ),
    });
  });
};

function queryOf(c: WebContext): MemberQuery {
  const words = c.req.query("q")?.normalize("NFC").slice(0, 200).trim();
  const cursor = c.req.query("cursor");
  return { ...(words ? { words } : {}), ...(cursor ? { cursor } : {}) };
}

function pathOf({ words, cursor }: MemberQuery): string {
  const query = new URLSearchParams({ ...(words ? { q: words } : {}), ...(cursor ? { cursor } : {}) });
  return query.size === 0 ? PATH : `${PATH}?${query.toString()}`;
}

interface FoundProps {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly query: MemberQuery;
  readonly page: MemberPage;
  readonly reader: SessionMember;
}

function Found({ frame, words, query, page, reader }: FoundProps): Markup {
  const { language } = frame;
  const to = (cursor: string | null) => (cursor === null ? undefined : pathOf({ ...query, cursor }));
  if (page.lines.length === 0 && !page.unfinished)
    return (
      <Card id="list">
        <Empty title={words.nobodyFound} text={words.nobodyFoundText} icon="search">
          <Button href={PATH}>{words.showAll}</Button>
        </Empty>
      </Card>
    );
  return (
    <Card id="list">
      <MemberTable frame={frame} words={words} lines={page.lines} reader={reader} />
      {page.unfinished && (
        <p>
          {words.unfinished} <a href={to(page.next)}>{words.further}</a>
        </p>
      )}
      <Pagination
        language={language}
        previous={to(page.previous)}
        next={page.unfinished ? undefined : to(page.next)}
      />
    </Card>
  );
}

function MemberTable({
  frame: { language },
  words,
  lines,
  reader,
}: Pick<FoundProps, "frame" | "words" | "reader"> & { readonly lines: readonly MemberLine[] }): Markup {
  const isAdmin = reader.role === "admin";
  const isReader = (line: MemberLine) => line.id === reader.memberId;
  return (
    <Table
      caption={words.caption}
      rows={lines}
      columns={[
        {
          heading: words.name,
          rowHeading: true,
          cell: (line) => (
            <>
              {line.name} {isReader(line) && <Pill tone="ok">{words.you}</Pill>}
              {line.email !== null && (
                <>
                  <br />
                  <span class="small muted">{line.email}</span>
                </>
              )}
            </>
          ),
        },
        { heading: words.number, cell: ({ publicId }) => publicId },
        { heading: words.role, cell: ({ role }) => words.roles[role] },
        {
          heading: words.teams,
          cell: ({ teams }) => (teams.length === 0 ? words.noTeams : teams.join(", ")),
        },
        ...(isAdmin
          ? [
              {
                heading: words.lastActive,
                cell: ({ lastActiveAt }: MemberLine) =>
                  lastActiveAt ? shortDateTime(language, lastActiveAt) : words.never,
              },
              {
                heading: words.act,
                hideHeading: true,
                cell: (line: MemberLine) => (
                  <Button kind="quiet" href={`${PATH}/${line.id}`}>
                    <span aria-hidden="true">{words.manage}</span>
                    <span class="vh">{words.manageOne(line.name)}</span>
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Invitations({
  frame,
  words: { invitations: words, roles, role },
  lines,
}: Pick<FoundProps, "frame" | "words"> & { readonly lines: readonly InvitationLine[] }): Markup {
  const { language } = frame;
  return (
    <Card id="invitations" title={words.title} aside={<Pill>{numberInWords(language, lines.length)}</Pill>}>
      <Table
        caption={words.caption}
        rows={lines}
        columns={[
          { heading: words.email, rowHeading: true, cell: ({ email }) => email },
          { heading: role, cell: (line) => roles[line.role] },
          {
            heading: words.until,
            cell: ({ expired, expiresAt }) =>
              expired ? <Pill tone="warn">{words.expired}</Pill> : shortDateTime(language, expiresAt),
          },
          {
            heading: words.resend,
            hideHeading: true,
            cell: (line) => (
              <InvitationForm
                frame={frame}
                line={line}
                act="resend"
                short={words.resend}
                long={words.resendOne}
              />
            ),
          },
          {
            heading: words.withdraw,
            hideHeading: true,
            cell: (line) => (
              <InvitationForm
                frame={frame}
                line={line}
                act="withdraw"
                short={words.withdraw}
                long={words.withdrawOne}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

function InvitationForm({
  frame,
  line,
  act,
  short,
  long,
}: {
  readonly frame: PageFrame;
  readonly line: InvitationLine;
  readonly act: "resend" | "withdraw";
  readonly short: string;
  readonly long: (email: string) => string;
}): Markup {
  return (
    <form method="post" action={`/company/invitations/${line.id}/${act}`}>
      <CsrfField token={frame.csrfToken} />
      <Button kind="quiet">
        <span aria-hidden="true">{short}</span>
        <span class="vh">{long(line.email)}</span>
      </Button>
    </form>
  );
}
