// The one id that a command takes.

import { parseArgs } from "node:util";
import { UsageError } from "../command.ts";

/** Throws UsageError. */
export function readId(args: readonly string[]): string {
  const [id, ...rest] = parseArgs({ args: [...args], allowPositionals: true }).positionals;
  if (!id || rest.length > 0) throw new UsageError("one ID is needed; posthorn staff list shows them");
  return id;
}
