// Where closing an account stands, and what is open while it is closed.

export const CLOSING_PATH = "/account/close";

/** Signing in and out, proving who one is, one's own data and means of sign-in, other accounts, leaving, the export, and closing itself. */
const OPEN_WHEN_CLOSED =
  /^\/(?:sign-(?:in|out)|confirm|itsme|eid|identify|security|me|switch|invitations?|register|rights|account\/(?:close|export)|company\/members\/leave|privacy|cookies|subprocessors|ui)(?:\/|$)/;

/** Beginning something new; what exists stays readable while an account is closing. */
const BEGINS = /^\/compose$|^\/compose\/[^/]+\/send$/;

export function isOpenWhenClosed(path: string): boolean {
  return OPEN_WHEN_CLOSED.test(path);
}

export function isBeginning(path: string): boolean {
  return BEGINS.test(path);
}
