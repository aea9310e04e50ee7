// Where rights are asked for: in one's account, by anybody, and what senders are asked to decide; and what is open to who is restricted.

export const OWN_PATH = "/me/requests";
export const LIFT_PATH = "/me/restriction";
export const PUBLIC_PATH = "/rights";
export const SENDER_PATH = "/account/requests";

/**
 * Getting in and out, proving who one is, one's own data, requests and export, going to another account or away from one; and the inbox,
 * since the window of a letter runs on, and collecting it is an act of his own (GDPR art. 18(2)).
 */
const OPEN_WHEN_RESTRICTED =
  /^\/(?:sign-(?:in|out)|confirm|itsme|eid|security|me|rights|privacy|cookies|agreements|switch|inbox|account\/(?:close|export)|company\/members\/leave|assets|healthz|readyz|ui)(?:\/|$)/;

export function isOpenWhenRestricted(path: string): boolean {
  return OPEN_WHEN_RESTRICTED.test(path);
}
