// The random id by which a member of a company is known to the other side (domain rules, "People").

import type { Context } from "../context.ts";

/** Eight characters of 40 random bits: the end of an identifier, whose beginning tells the time. */
export function newPublicId(ctx: Pick<Context, "newId">, at: Temporal.Instant): string {
  const random = ctx.newId("m", at).slice(-8);
  return `M-${random.slice(0, 4)}-${random.slice(4)}`;
}
