// The one-time address of an invitation, as the operator hands it over.

import { newSessionToken, tokenHash } from "@posthorn/identity";
import { newId } from "@posthorn/runtime";
import { INVITATION_HOURS, type Invited, type StaffOperator } from "@posthorn/usecases";
import { AppError } from "@posthorn/domain";
import { fieldErrorText } from "@posthorn/texts";
import { EXIT, type Terminal, UsageError } from "../command.ts";
import { readSetting, withDatabase } from "../read-setting.ts";

export const invitationTokens = {
  newToken() {
    const token = newSessionToken();
    return { token, hash: tokenHash(token) };
  },
};

/** Runs an act on the staff as the owner of the database; what is refused is said in words, exit 1. */
export async function actOnStaff(
  terminal: Terminal,
  act: (operator: StaffOperator) => Promise<void>,
): Promise<number> {
  try {
    await withDatabase(terminal, (db) => act({ db, newId }));
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fields = error.fields
      .map((field) => `  --${field.path}: ${fieldErrorText("en", field)}\n`)
      .join("");
    terminal.complain(`refused: ${error.code}\n${fields}`);
    return EXIT.failed;
  }
}

/** Throws UsageError where `BACKOFFICE_URL` is not set: without it nobody could be told where to go. */
export async function readBackofficeUrl(terminal: Terminal): Promise<URL> {
  const url = URL.parse((await readSetting(terminal, "BACKOFFICE_URL")) ?? "");
  if (url === null) throw new UsageError("BACKOFFICE_URL is not set to the address of the back office");
  return url;
}

export function printInvitation(terminal: Terminal, url: URL, invited: Invited): void {
  terminal.write(`${invited.staffId}\n`);
  terminal.write(`${new URL(`/enrol/${invited.token}`, url).href}\n`);
  terminal.complain(
    `Hand this address over in person or by a channel you trust. It registers one passkey, once, within ${INVITATION_HOURS} hours (until ${invited.expiresAt.toString({ smallestUnit: "second" })}).\n`,
  );
}
