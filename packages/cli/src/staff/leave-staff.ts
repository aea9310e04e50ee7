// `posthorn staff leave`: somebody leaves the staff; nothing opens for him any more.

import { letStaffLeave } from "@posthorn/usecases";
import type { Command } from "../command.ts";
import { actOnStaff } from "./print-invitation.ts";
import { readId } from "./read-id.ts";

export const leaveCommand: Command = {
  usage: "staff leave ID",
  async run(args, terminal) {
    const id = readId(args);
    return actOnStaff(terminal, async (operator) => {
      await letStaffLeave(operator, id);
      terminal.write(`${id} has left: sessions ended, passkeys removed\n`);
    });
  },
};
