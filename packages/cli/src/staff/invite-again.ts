// `posthorn staff invite-again`: for who lost his keys or let the address grow old; ends every way in he had.

import { inviteStaffAgain } from "@posthorn/usecases";
import type { Command } from "../command.ts";
import { actOnStaff, invitationTokens, printInvitation, readBackofficeUrl } from "./print-invitation.ts";
import { readId } from "./read-id.ts";

export const inviteAgainCommand: Command = {
  usage: "staff invite-again ID",
  async run(args, terminal) {
    const id = readId(args);
    const url = await readBackofficeUrl(terminal);
    return actOnStaff(terminal, async (operator) => {
      printInvitation(terminal, url, await inviteStaffAgain(operator, invitationTokens, id));
      terminal.complain("The earlier passkeys are removed and the sessions ended.\n");
    });
  },
};
