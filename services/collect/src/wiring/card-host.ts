// The host where a browser shows a card's certificate by itself: takes the answer for a try and leads back with a one-time code.

import { newSessionToken, tokenHash } from "@posthorn/identity";
import { answerAttempt } from "@posthorn/usecases";
import { createEidDoor, type RunningServer, serveMutualTls } from "@posthorn/web";
import type { CollectDeps } from "../deps.ts";

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
  deps: CollectDeps,
  options: CardHostOptions,
): Promise<RunningServer | undefined> {
  const { eid, cardHost } = deps.identification;
  const { port, host, certificate, key, authorities } = options;
  const given = [port, certificate, key, cardHost];
  if (given.every((each) => each === undefined)) return undefined;
  if (!eid || port === undefined || certificate === undefined || key === undefined || cardHost === undefined)
    throw new Error(
      "Cards by client certificate need EID_ROOTS and all of EID_TLS_PORT, EID_TLS_PUBLIC_URL, EID_TLS_CERTIFICATE and EID_TLS_KEY, or none of the latter",
    );
  return serveMutualTls(cardDoor(deps, eid), { port, host, certificate, key, authorities });
}

/** As an app of its own, which a test may serve too. */
export function cardDoor(
  deps: Pick<CollectDeps, "ctx" | "identification" | "arrivedAt" | "site">,
  eid: NonNullable<CollectDeps["identification"]["eid"]>,
) {
  const { origin, log } = deps.site;
  return createEidDoor({
    log,
    async verified(chain, token) {
      const at = deps.arrivedAt();
      const identity = await eid.verifyCertificate(chain, at);
      const code = newSessionToken();
      await answerAttempt(deps.ctx, deps.identification.identityKeys, {
        stateHash: tokenHash(token),
        returnHash: tokenHash(code),
        service: "collect",
        identity,
        at,
      });
      return `${origin}/card/return?code=${code}`;
    },
    failed: (code) => `${origin}/card/refused?reason=${encodeURIComponent(code)}`,
  });
}
