// The filter of the access log as its address says it; what cannot be read filters nothing.

import { type AccessQuery, USE_KINDS } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";

export const LOG_PATH = "/account/log";

export function readQuery(c: WebContext): AccessQuery {
  const kind = USE_KINDS.find((each) => each === c.req.query("kind"));
  const personId = /^per_\w{1,40}$/.exec(c.req.query("person") ?? "")?.[0];
  return {
    kind,
    personId,
    from: readDay(c.req.query("from")),
    to: readDay(c.req.query("to")),
    cursor: c.req.query("cursor"),
  };
}

export function addressOf(query: AccessQuery, path = LOG_PATH): string {
  const given: readonly (readonly [string, string | undefined])[] = [
    ["kind", query.kind],
    ["person", query.personId],
    ["from", query.from?.toString()],
    ["to", query.to?.toString()],
    ["cursor", query.cursor],
  ];
  const search = new URLSearchParams(
    given.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** `2026-11-22`. */
function readDay(text: string | undefined): Temporal.PlainDate | undefined {
  // No year that the database could not write either.
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text ?? "")) return undefined;
  try {
    return Temporal.PlainDate.from(text ?? "");
  } catch {
    return undefined;
  }
}
