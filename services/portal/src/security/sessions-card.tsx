// Where one is signed in: every session with browser, place and last use, this one marked, each to be ended.

import { shortDateTime, type Texts, textsFor } from "@posthorn/texts";
import { listSessions, type SessionLine } from "@posthorn/usecases";
import { Button, Card, CsrfField, type PageFrame, Pill, Table } from "@posthorn/web";
import type { SecurityCard } from "./cards.ts";

type Words = Texts["security"]["sessions"];

export const sessionsCard: SecurityCard = async ({ deps, member, frame }) => {
  const { language } = frame;
  const words = textsFor(language).security.sessions;
  const sessions = await listSessions(deps.ctx, member);
  return (
    <Card id="sessions" title={words.title}>
      <p class="muted">{words.lead}</p>
      <Table
        caption={words.title}
        columns={[
          {
            heading: words.where,
            rowHeading: true,
            cell: (line) => (
              <>
                {browserInWords(words, line)} {line.current && <Pill tone="ok">{words.here}</Pill>}
                <br />
                <span class="muted">{methodInWords(words, line.method)}</span>
              </>
            ),
          },
          { heading: words.place, cell: ({ ip }) => ip ?? "" },
          { heading: words.since, cell: ({ since }) => shortDateTime(language, since) },
          { heading: words.lastUse, cell: ({ lastUsed }) => shortDateTime(language, lastUsed) },
          {
            heading: words.act,
            hideHeading: true,
            cell: (line) => !line.current && <EndForm frame={frame} words={words} line={line} />,
          },
        ]}
        rows={sessions}
      />
      {sessions.length > 1 && (
        <form method="post" action="/security/sessions/end-others">
          <CsrfField token={frame.csrfToken} />
          <Button>{words.endOthers}</Button>
        </form>
      )}
    </Card>
  );
};

function EndForm({
  frame,
  words,
  line,
}: {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly line: SessionLine;
}) {
  return (
    <form method="post" action={`/security/sessions/${line.id}/end`}>
      <CsrfField token={frame.csrfToken} />
      <Button kind="quiet">
        <span aria-hidden="true">{words.end}</span>
        <span class="vh">{words.endOne(browserInWords(words, line))}</span>
      </Button>
    </form>
  );
}

function browserInWords(words: Words, { browser, os }: Pick<SessionLine, "browser" | "os">): string {
  if (browser === null || browser === "?") return words.unknown;
  return os === null || os === "?" ? browser : words.on(browser, os);
}

function methodInWords(words: Words, method: string): string {
  const methods: Readonly<Record<string, string>> = words.methods;
  return methods[method] ?? method;
}
