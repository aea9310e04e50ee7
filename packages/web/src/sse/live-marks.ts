// A page's live line: asks for a mark every second and tells the page when it has changed.

import { setTimeout as pause } from "node:timers/promises";
import type { WebContext } from "../app/env.ts";
import { eventStream, type ServerEvent } from "./event-stream.ts";

const EVERY_MILLISECONDS = 1000;
/** Then the page connects anew, and its session is looked at again. */
const LINE_MINUTES = 10;

/** Address of a page's line; `mark` is what the page already shows, so that nothing between page and line is missed. */
export function linePath(path: string, mark: string): string {
  return `${path}?${new URLSearchParams({ mark }).toString()}`;
}

/** The first mark is asked before the answer begins, so that what is not the reader's own is a 404. */
export async function liveMarks(
  c: WebContext,
  deps: { readonly stopping?: AbortSignal },
  mark: () => Promise<string>,
): Promise<Response> {
  const first = await mark();
  const shown = c.req.query("mark") ?? first;
  const events = (signal: AbortSignal) => changes({ shown, first }, mark, signal);
  return eventStream(c, events, deps.stopping ? { stopping: deps.stopping } : {});
}

async function* changes(
  marks: { readonly shown: string; readonly first: string },
  mark: () => Promise<string>,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent, void, undefined> {
  const beats = (LINE_MINUTES * 60_000) / EVERY_MILLISECONDS;
  if (marks.first !== marks.shown) yield { event: "changed", data: "mark" };
  let last = marks.first;
  for (let beat = 0; beat < beats && !signal.aborted; beat += 1) {
    await pause(EVERY_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const now = await mark();
    if (now !== last) yield { event: "changed", data: "mark" };
    last = now;
  }
}
