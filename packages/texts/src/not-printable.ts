// Says of a part why it cannot be printed, and what to do about it; the same sentence in pages and answers of programs.

import { refusalMayPass } from "@posthorn/domain";
import type { print as En } from "./en/print.ts";

type Params = Readonly<Record<string, string | number>>;

/** Params: `reason`, a `RenditionRefusal`; `name` of the file, absent for the text or where it is content; the reason's own. */
export function notPrintable(words: typeof En, params: Params): string {
  const { reason, name } = params;
  const why = whyNotPrintable(words, String(reason), params);
  const said = name === undefined ? words.cannot(why) : words.cannotNamed(String(name), why);
  return `${said} ${adviceOnPrint(words, String(reason))}`;
}

/** What can be done about it; whether it is tried again. */
export function adviceOnPrint(words: typeof En, reason: string): string {
  return refusalMayPass(reason) ? `${words.mayPass} ${words.advice}` : words.advice;
}

/** The reason alone; one that nobody knows reads as that it is no kind of file to be printed. */
export function whyNotPrintable(words: typeof En, reason: string, params: Params): string {
  const reasons: Readonly<Record<string, (p: Params) => string>> = words.refusals;
  const why = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return (why ?? words.refusals.not_printable)(params);
}
