// The host where a browser shows a card's certificate by itself: takes the answer for a try and leads back with a one-time code.

import { newSessionToken, tokenHash } from "@posthorn/identity";
import { answerAttempt } from "@posthorn/usecases";
import { createEidDoor, type RunningServer, serveMutualTls } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { CARD_PAGE } from "../identify/begin.ts";

export interface CardHostOptions {
  readonly port: number | undefined;
  readonly host: string;
  /** PEM, of this host's own name. */
  readonly certificate: string | undefined;
  readonly key: string | undefined;
  /** PEM of the authorities whose cards a browser offers. */
  readonly authorities: readonly string[];
}

/** Undefined where it is off. Throws an Error for the operator where it is configured by halves. */
export async function serveCardHost(
  deps: PortalDeps,
  options: CardHostOptions,
): Promise<RunningServer | undefined> {
  const { cardHost, ways } = deps.identification;
  const { port, host, certificate, key, authorities } = options;
  if ([port, certificate, key, cardHost].every((each) => each === undefined)) return undefined;
  if (!ways.eid || port === undefined || !certificate || !key || cardHost === undefined)
    throw new Error(
      "Cards by client certificate need EID_ROOTS and all of EID_TLS_PORT, EID_TLS_PUBLIC_URL, EID_TLS_CERTIFICATE and EID_TLS_KEY, or none of the latter",
    );
  return serveMutualTls(cardDoor(deps), { port, host, certificate, key, authorities });
}

/** As an app of its own. A refused card leads back to the page that asked, whose question still stands. */
function cardDoor(deps: PortalDeps) {
  const { origin, log } = deps.site;
  return createEidDoor({
    log,
    async verified(chain, token) {
      const at = deps.arrivedAt();
      const { eid } = deps.identification.ways;
      if (!eid) throw new Error("cards are not configured");
      const identity = await eid.verifyCertificate(chain, at);
      const code = newSessionToken();
      await answerAttempt(deps.ctx, deps.identityKeys, {
        stateHash: tokenHash(token),
        returnHash: tokenHash(code),
        service: "portal",
        identity,
        at,
      });
      return `${origin}${CARD_PAGE}/return?code=${code}`;
    },
    failed: (code) => `${origin}${CARD_PAGE}?refused=${encodeURIComponent(code)}`,
  });
}
