// The accounts a person belongs to, and going on in another of them.

import { type Texts, textsFor } from "@posthorn/texts";
import { listMemberships, type MembershipLine, switchAccount } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  Pill,
  setSessionCookie,
  Table,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

type Words = Texts["myData"]["switching"];

export const switchRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/switch", async (c) => {
    const member = await sessions.require(c);
    const lines = await listMemberships(deps.ctx, member.personId);
    const words = textsFor(c.get("language")).myData.switching;
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      body: (frame) => (
        <>
          <PageHead language={frame.language} title={words.title} lead={words.lead} />
          {c.req.query("done") !== undefined && (
            <Note tone="ok" role="status">
              {words.done(member.accountName)}
            </Note>
          )}
          <Card id="accounts">
            <Memberships frame={frame} words={words} lines={lines} here={member.memberId} />
          </Card>
        </>
      ),
    });
  });

  app.post("/switch/:member", async (c) => {
    const member = await sessions.require(c);
    const { token } = await switchAccount(deps.ctx, deps.tokens, {
      member,
      memberId: c.req.param("member"),
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    setSessionCookie(c, token);
    return c.redirect("/switch?done", 303);
  });
};

/** In a private account nobody is user or administrator: it is its holder's. */
export function roleInWords(words: Words, line: Pick<MembershipLine, "accountKind" | "role">): string {
  return words.roles[line.accountKind === "private" ? "holder" : line.role];
}

function Memberships({
  frame,
  words,
  lines,
  here,
}: {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly lines: readonly MembershipLine[];
  readonly here: string;
}): Markup {
  return (
    <Table
      caption={words.caption}
      columns={[
        { heading: words.account, rowHeading: true, cell: ({ accountName }) => accountName },
        { heading: words.role, cell: (line) => roleInWords(words, line) },
        { heading: words.state, cell: ({ status }) => <StatePill words={words} status={status} /> },
        {
          heading: words.act,
          hideHeading: true,
          cell: (line) =>
            line.memberId === here ? (
              <Pill tone="ok">{words.here}</Pill>
            ) : (
              <form method="post" action={`/switch/${line.memberId}`}>
                <CsrfField token={frame.csrfToken} />
                <Button>
                  <span aria-hidden="true">{words.to}</span>
                  <span class="vh">{words.toOne(line.accountName)}</span>
                </Button>
              </form>
            ),
        },
      ]}
      rows={lines}
    />
  );
}

/** Of an erased account nobody is a member any more. */
function StatePill({ words, status }: { readonly words: Words; readonly status: MembershipLine["status"] }) {
  if (status === "erased") return null;
  return <Pill tone={status === "active" ? "ok" : "warn"}>{words.states[status]}</Pill>;
}
