// Binds itsme and identity cards, each where it is configured, to what the pages and verbs of identification ask for.

import { createTryLimit, type Database } from "@posthorn/db";
import {
  type EidVariables,
  type Itsme,
  type ItsmeVariables,
  JWKS_CACHE_CONTROL,
  newItsmeSecrets,
  openEid,
  openItsme,
  readEidSettings,
  readItsmeSettings,
} from "@posthorn/identity";
import { env } from "@posthorn/runtime";
import type { IdentityWays, ItsmePort } from "@posthorn/usecases";
import { TRY_LIMITS } from "../deps.ts";
import { ITSME_CALLBACK } from "../identify/itsme-callback.ts";
import type { Identification } from "../identify/offered.ts";

/** What the process reads of its environment. */
export const IDENTIFICATION_SETTINGS = {
  ITSME_ISSUER: env.optional(env.url({ protocols: ["http:", "https:"] })),
  ITSME_CLIENT_ID: env.optional(env.text()),
  ITSME_SERVICE_CODE: env.optional(env.text()),
  ITSME_SIGNING_KEY: env.optional(env.text()),
  ITSME_OTHER_SIGNING_KEY: env.optional(env.text()),
  ITSME_DECRYPTION_KEYS: env.optional(env.list()),
  NRN_LEGAL_BASIS: env.optional(env.text()),
  EID_ROOTS: env.optional(env.secret()),
  EID_ROOT_DIGESTS: env.optional(env.text()),
  EID_INTERMEDIATES: env.optional(env.secret()),
  EID_HOSTS: env.optional(env.text()),
  EID_OCSP_NONCE: env.optional(env.text()),
  EID_TLS_PUBLIC_URL: env.optional(env.url({ protocols: ["https:"], example: "https://eid.portal.example" })),
  EID_TLS_PORT: env.optional(env.port()),
  EID_TLS_CERTIFICATE: env.optional(env.secret()),
  EID_TLS_KEY: env.optional(env.secret()),
};

export interface BoundIdentification extends Identification {
  /** Where forms of ours lead to by redirect. */
  readonly formActions: readonly string[];
  /** PEM of the authorities that the host for client certificates names; empty where cards are not configured. */
  readonly cardAuthorities: readonly string[];
  /** Whom the process asks about identities, for the register of providers. */
  readonly providers: readonly { readonly role: "identification"; readonly url: string }[];
}

/** Throws an Error in words for the operator where a way is configured by halves. */
export async function bindIdentification(
  db: Database,
  variables: ItsmeVariables & EidVariables & { readonly EID_TLS_PUBLIC_URL?: URL | undefined },
  publicUrl: URL,
): Promise<BoundIdentification> {
  const itsmeSettings = readItsmeSettings(variables);
  const eidSettings = readEidSettings(variables);
  const itsme = itsmeSettings && (await openItsme(itsmeSettings));
  const eid = eidSettings && openEid(eidSettings);
  const cardHost = eid && variables.EID_TLS_PUBLIC_URL?.origin;
  const ways = {
    ...(itsme ? { itsme: itsmePort(itsme, publicUrl) } : {}),
    ...(eid ? { eid } : {}),
  };
  return {
    ...bindWays(db, ways),
    ...(itsme ? { itsmeKeys: { jwks: itsme.jwks, cacheControl: JWKS_CACHE_CONTROL } } : {}),
    ...(cardHost === undefined ? {} : { cardHost }),
    formActions: [itsme?.origin, cardHost].filter((place) => place !== undefined),
    cardAuthorities: eid?.authorities ?? [],
    providers: [
      ...(itsmeSettings ? [itsmeSettings.issuer.href] : []),
      ...(eidSettings?.trust.hosts ?? []).map((host) => `http://${host}/`),
    ].map((url) => ({ role: "identification", url })),
  };
}

export function bindWays(db: Database, ways: IdentityWays): Identification {
  const byAddress = createTryLimit(db, TRY_LIMITS.identify);
  return { ways, tries: { byAddress, byPerson: createTryLimit(db, TRY_LIMITS.identifyByPerson) } };
}

export function itsmePort(itsme: Itsme, publicUrl: URL | string): ItsmePort {
  const redirectUri = new URL(ITSME_CALLBACK, publicUrl).href;
  return {
    freshSecrets: () => newItsmeSecrets(),
    begin: (secrets, { language }) => itsme.begin({ ...secrets, redirectUri, language }),
    finish: (secrets, returned) => itsme.finish({ ...secrets, ...returned, redirectUri }),
  };
}
