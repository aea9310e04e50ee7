// `posthorn staff invite`: somebody joins the staff; prints his id and the one-time address that registers his passkey.

import { parseArgs } from "node:util";
import { STAFF_ROLES } from "@posthorn/domain";
import { inviteStaff } from "@posthorn/usecases";
import { type Command, UsageError } from "../command.ts";
import { actOnStaff, invitationTokens, printInvitation, readBackofficeUrl } from "./print-invitation.ts";

export const inviteCommand: Command = {
  usage: `staff invite --email ADDRESS --name NAME --first-names NAMES --language nl|fr|de|en --roles ${STAFF_ROLES.join(",")}`,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: "string" },
        name: { type: "string" },
        "first-names": { type: "string" },
        language: { type: "string" },
        roles: { type: "string" },
      },
    });
    const { email, name, "first-names": firstNames, language, roles } = values;
    if (
      email === undefined ||
      name === undefined ||
      firstNames === undefined ||
      language === undefined ||
      roles === undefined
    )
      throw new UsageError("--email, --name, --first-names, --language and --roles are needed");
    const url = await readBackofficeUrl(terminal);
    return actOnStaff(terminal, async (operator) => {
      const staff = { email, familyName: name, firstNames, language, roles: splitRoles(roles) };
      printInvitation(terminal, url, await inviteStaff(operator, invitationTokens, staff));
    });
  },
};

export function splitRoles(text: string): readonly string[] {
  return text
    .split(",")
    .map((role) => role.trim())
    .filter((role) => role !== "");
}
