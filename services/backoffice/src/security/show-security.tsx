// Keys and sessions of who is signed in: his passkeys, where he is signed in, and what can be ended.

import type { Language } from "@posthorn/domain";
import { shortDateTime, textsFor } from "@posthorn/texts";
import {
  type ListedPasskey,
  listPasskeys,
  listStaffSessions,
  type StaffSessionLine,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  type Markup,
  Note,
  PageHead,
  Pill,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import { placeInWords } from "../frame/words.ts";
import type { BackofficeRoutes } from "../routes.ts";

/** What was done just before, by the query that the redirect brings. */
const TOLD = ["added", "renamed", "removed", "ended", "othersEnded"] as const;

export const securityRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/security", async (c) => {
    const reader = await sessions.require(c);
    const holder = { kind: "staff", id: reader.staff.staffId } as const;
    const passkeys = await listPasskeys(deps.ctx, holder);
    const sessionLines = await listStaffSessions(deps.ctx, reader.staff);
    const told = toldOf(c);
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).backoffice.security.title,
      current: "security",
      body({ language, csrfToken }) {
        const words = textsFor(language).backoffice.security;
        return (
          <>
            <PageHead language={language} title={words.title} />
            {told !== undefined && (
              <Note tone="ok" role="status">
                {words[told]}
              </Note>
            )}
            <PasskeysCard language={language} passkeys={passkeys} />
            <SessionsCard language={language} csrfToken={csrfToken} lines={sessionLines} />
          </>
        );
      },
    });
  });
};

function toldOf(c: WebContext): (typeof TOLD)[number] | undefined {
  return TOLD.find((each) => each === c.req.query("done"));
}

function PasskeysCard({
  language,
  passkeys,
}: {
  readonly language: Language;
  readonly passkeys: readonly ListedPasskey[];
}): Markup {
  const words = textsFor(language).backoffice.security;
  return (
    <Card id="passkeys" title={words.keys}>
      <p class="muted">{words.keysLead}</p>
      <Table
        caption={words.keys}
        rows={passkeys}
        columns={[
          {
            heading: words.key,
            rowHeading: true,
            cell: (passkey) => (
              <>
                {passkey.name}
                {passkey.suspectedAt !== null && (
                  <>
                    <br />
                    <Pill tone="stop">{words.suspected}</Pill>
                  </>
                )}
                {passkey.backedUp && (
                  <>
                    <br />
                    <span class="small muted">{words.synced}</span>
                  </>
                )}
              </>
            ),
          },
          { heading: words.made, cell: ({ createdAt }) => shortDateTime(language, createdAt) },
          {
            heading: words.used,
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? words.never : shortDateTime(language, lastUsedAt),
          },
          {
            heading: words.change,
            hideHeading: true,
            cell: ({ id, name }) => (
              <Button kind="quiet" href={`/security/passkeys/${id}`}>
                {words.change}
                <span class="vh"> {name}</span>
              </Button>
            ),
          },
        ]}
      />
      <p>
        <Button href="/security/passkeys/new" icon="key">
          {words.add}
        </Button>
      </p>
    </Card>
  );
}

interface SessionsCardProps {
  readonly language: Language;
  readonly csrfToken: string;
  readonly lines: readonly StaffSessionLine[];
}

function SessionsCard({ language, csrfToken, lines }: SessionsCardProps): Markup {
  const { backoffice } = textsFor(language);
  const words = backoffice.security;
  return (
    <Card id="sessions" title={words.sessions}>
      <p class="muted">{words.terms}</p>
      <Table
        caption={words.sessions}
        rows={lines}
        columns={[
          {
            heading: words.session,
            rowHeading: true,
            cell: (line) => (
              <>
                {placeInWords(language, line)}
                {line.own && (
                  <>
                    <br />
                    <Pill tone="ok">{words.own}</Pill>
                  </>
                )}
              </>
            ),
          },
          { heading: words.since, cell: ({ since }) => shortDateTime(language, since) },
          { heading: words.lastSeen, cell: ({ lastUsedAt }) => shortDateTime(language, lastUsedAt) },
          {
            heading: words.end,
            hideHeading: true,
            cell: (line) =>
              !line.own && (
                <form method="post" action={`/security/sessions/${line.id}/end`}>
                  <CsrfField token={csrfToken} />
                  <Button kind="quiet">
                    {words.end}
                    <span class="vh"> {backoffice.device(line.browser, line.os)}</span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {lines.some(({ own }) => !own) && (
        <form method="post" action="/security/sessions/end-others">
          <CsrfField token={csrfToken} />
          <Button>{words.endOthers}</Button>
        </form>
      )}
    </Card>
  );
}
