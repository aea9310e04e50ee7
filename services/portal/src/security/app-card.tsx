// The cards of the code app and of the recovery codes that stand in for it.

import { brusselsDate, dateInWords, textsFor } from "@posthorn/texts";
import { viewSecurity } from "@posthorn/usecases";
import { Button, Card, CsrfField, Note, type PageFrame } from "@posthorn/web";
import type { SecurityCard } from "./cards.ts";

export const appCard: SecurityCard = async ({ deps, member, frame }) => {
  const { language } = frame;
  const words = textsFor(language).security.app;
  const { appSince, hasPassword } = await viewSecurity(deps.ctx, member.personId);
  if (!hasPassword && !appSince) return null;
  return (
    <Card id="app" title={words.title}>
      {appSince ? (
        <p>{words.on(dateInWords(language, brusselsDate(appSince)))}</p>
      ) : (
        <Note tone="warn">{words.off}</Note>
      )}
      <div class="row">
        <BeginForm frame={frame} label={appSince ? words.replace : words.setUp} primary={!appSince} />
        {appSince && (
          <Button kind="quiet" href="/security/app/off">
            {words.turnOff}
          </Button>
        )}
      </div>
    </Card>
  );
};

/** A button that begins a set-up. */
function BeginForm({
  frame,
  label,
  primary,
}: {
  readonly frame: PageFrame;
  readonly label: string;
  readonly primary: boolean;
}) {
  return (
    <form method="post" action="/security/app">
      <CsrfField token={frame.csrfToken} />
      <Button kind={primary ? "primary" : "plain"}>{label}</Button>
    </form>
  );
}

export const recoveryCard: SecurityCard = async ({ deps, member, frame }) => {
  const words = textsFor(frame.language).security.recovery;
  const { appSince, recoveryCodes } = await viewSecurity(deps.ctx, member.personId);
  if (!appSince) return null;
  return (
    <Card id="recovery" title={words.title}>
      {recoveryCodes === 0 ? (
        <Note tone="warn">{words.none}</Note>
      ) : (
        <p>
          {words.left(recoveryCodes)} {words.purpose}
        </p>
      )}
      <div class="row">
        <Button href="/security/recovery-codes">{words.make}</Button>
      </div>
    </Card>
  );
};
