// Tells whether a response went out whole: the last byte handed to the system, or the line cut before it.

import type { ServerResponse } from "node:http";
import type { WebContext } from "@posthorn/web";

/** Without a socket (a request made in-process) nothing is ever handed over, so nothing is told. */
export function whenSent(c: WebContext, tell: (whole: boolean) => void): void {
  const outgoing = (c.env as { readonly outgoing?: ServerResponse } | undefined)?.outgoing;
  outgoing?.once("close", () => tell(outgoing.writableFinished));
}
