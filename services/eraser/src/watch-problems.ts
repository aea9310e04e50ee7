// What stands in the eraser's way: told once when it begins and once when it ends, and shown by /readyz as long as it lasts.

import { AppError } from "@posthorn/domain";
import type { Health, Log } from "@posthorn/runtime";

export interface Problems {
  /** Says how the work of this name went. `error` null: well. */
  report(work: string, error: unknown): void;
}

/** Each of `names` is a check of health; any other work is in the log alone. */
export function watchProblems(
  health: Pick<Health, "addCheck">,
  log: Pick<Log, "info" | "error">,
  names: readonly string[],
): Problems {
  const standing = new Map<string, string>();
  for (const name of names)
    health.addCheck(name, async () => {
      const problem = standing.get(name);
      if (problem !== undefined) throw new Error(problem);
    });
  return {
    report(work, error) {
      const before = standing.get(work);
      if (error === null) {
        standing.delete(work);
        if (before !== undefined) log.info({ work }, "gets on again");
        return;
      }
      const now = codeOf(error);
      standing.set(work, now);
      if (now !== before) log.error({ work, err: error }, "does not get on; it is tried again");
    },
  };
}

/** Two failures of one kind are one problem, whatever each of them says. */
function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error
    ? `${error.name} ${(error as { readonly code?: string }).code ?? ""}`.trim()
    : "unknown";
}
