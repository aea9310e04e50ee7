// `posthorn staff roles`: changes what one of the staff may do; it counts from his next page on.

import { parseArgs } from "node:util";
import { STAFF_ROLES } from "@posthorn/domain";
import { changeStaffRoles } from "@posthorn/usecases";
import { type Command, UsageError } from "../command.ts";
import { splitRoles } from "./invite-staff.ts";
import { actOnStaff } from "./print-invitation.ts";

export const rolesCommand: Command = {
  usage: `staff roles ID --roles ${STAFF_ROLES.join(",")}`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { roles: { type: "string" } },
    });
    const [id, ...rest] = positionals;
    if (!id || rest.length > 0 || values.roles === undefined)
      throw new UsageError("one ID and --roles are needed");
    const roles = splitRoles(values.roles);
    return actOnStaff(terminal, async (operator) => {
      await changeStaffRoles(operator, id, roles);
      terminal.write(`${id}  ${roles.join(",")}\n`);
    });
  },
};
