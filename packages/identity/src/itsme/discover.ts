// What itsme says of itself (OpenID Connect Discovery 1.0): asked for when first needed, kept for an hour, asked again when it fails.

import { AppError } from "@posthorn/domain";
import { allowInsecureRequests, customFetch, discovery } from "openid-client";
import type { ServerMetadata } from "openid-client";
import { askOnly, isLoopback } from "./ask.ts";
import { judgeFailure } from "./judge-failure.ts";
import { unavailable } from "./refuse.ts";

const KEPT_MS = 3_600_000;
/** How long what is known serves on before it is asked for again in vain. */
const PAUSE_MS = 60_000;

/** Throws AppError `itsme_unavailable`. While one call is under way all wait for that one. */
export type Discover = () => Promise<ServerMetadata>;

/** `timeoutSeconds` is for each call. Nothing is asked before the first use: a service starts while itsme is down. */
export function createDiscovery(issuer: URL, clientId: string, timeoutSeconds: number): Discover {
  let known: { readonly metadata: ServerMetadata; readonly until: number } | undefined;
  let asking: Promise<ServerMetadata> | undefined;

  async function ask(): Promise<ServerMetadata> {
    const found = await discovery(issuer, clientId, undefined, undefined, {
      [customFetch]: askOnly(issuer),
      timeout: timeoutSeconds,
      ...(isLoopback(issuer) ? { execute: [allowInsecureRequests] } : {}),
    });
    const metadata: ServerMetadata = { ...found.serverMetadata() };
    refuseForeignHosts(metadata, issuer);
    // The process's own monotonic time: how long something is kept is no instant of the law.
    known = { metadata, until: performance.now() + KEPT_MS };
    return metadata;
  }

  return async () => {
    if (known !== undefined && performance.now() < known.until) return known.metadata;
    asking ??= ask().finally(() => (asking = undefined));
    try {
      return await asking;
    } catch (failure) {
      if (known !== undefined) {
        // What was true an hour ago most often still is.
        known = { metadata: known.metadata, until: performance.now() + PAUSE_MS };
        return known.metadata;
      }
      const judged = judgeFailure(failure);
      if (judged instanceof AppError && judged.kind !== "unavailable") throw unavailable(judged.detail);
      throw judged;
    }
  };
}

/** A document that sends our proofs of identity, or the person, elsewhere is not one to believe. */
function refuseForeignHosts(metadata: ServerMetadata, issuer: URL): void {
  const { authorization_endpoint: authorization, token_endpoint: token, jwks_uri: jwks } = metadata;
  for (const address of [authorization, token, jwks]) {
    if (address === undefined || URL.parse(address)?.origin !== issuer.origin)
      throw unavailable("the discovery document names an address outside the issuer's host");
  }
}
