// Words for cards that were refused, as whole problems: the reason is that of the Web eID catalogue, the way on is the same for all.

import type { ProblemText } from "./en/errors.ts";

/** By the same codes as `refusals`. */
export function cardFailures<Code extends string>(
  refusals: Readonly<Record<Code, string>>,
  around: { readonly title: string; readonly next: string },
): Readonly<Record<Code, ProblemText>> {
  const entries = Object.entries<string>(refusals).map(([code, happened]) => [code, { ...around, happened }]);
  return Object.fromEntries(entries) as Readonly<Record<Code, ProblemText>>;
}
