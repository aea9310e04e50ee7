// `posthorn staff list`: who belongs to the staff, with roles and how each can come in.

import { listStaff, type StaffLine } from "@posthorn/usecases";
import { type Command, EXIT, tame, UsageError } from "../command.ts";
import { withDatabase } from "../read-setting.ts";

export const listStaffCommand: Command = {
  usage: "staff list",
  async run(args, terminal) {
    if (args.length > 0) throw new UsageError("staff list takes nothing more");
    await withDatabase(terminal, async (db) => {
      for (const line of await listStaff(db))
        terminal.write(
          `${line.id}  ${line.roles.join(",")}  ${tame(line.name)} <${tame(line.email)}>  ${standing(line)}\n`,
        );
    });
    return EXIT.passed;
  },
};

function standing({ leftAt, passkeys, invitedUntil }: StaffLine): string {
  if (leftAt !== null) return `left ${leftAt.toString({ smallestUnit: "second" })}`;
  const invited =
    invitedUntil === null ? [] : [`invited until ${invitedUntil.toString({ smallestUnit: "second" })}`];
  return [passkeys === 1 ? "1 passkey" : `${passkeys} passkeys`, ...invited].join(", ");
}
