// Binds itsme and identity cards, each where it is configured, to what the pages and verbs of identification ask for.

import { type Identification, ITSME_CALLBACK } from "@posthorn/collecting";
import {
  createIdentityKeys,
  type EidVariables,
  type Itsme,
  type ItsmeVariables,
  newItsmeSecrets,
  openEid,
  openItsme,
  parseIdentityKeys,
  readEidSettings,
  readItsmeSettings,
} from "@posthorn/identity";
import { env } from "@posthorn/runtime";
import type { ItsmePort } from "@posthorn/usecases";

/** What the process reads of its environment; the file of each key is named by URL. */
export const IDENTIFICATION_SETTINGS = {
  IDENTITY_KEYS: env.parsed(
    parseIdentityKeys,
    "keys by version, such as 2=file:///run/keys/2,1=file:///run/keys/1",
  ),
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
  EID_TLS_PUBLIC_URL: env.optional(
    env.url({ protocols: ["https:"], example: "https://eid.collect.example" }),
  ),
  EID_TLS_PORT: env.optional(env.port()),
  EID_TLS_CERTIFICATE: env.optional(env.secret()),
  EID_TLS_KEY: env.optional(env.secret()),
};

export interface IdentificationVariables extends ItsmeVariables, EidVariables {
  readonly IDENTITY_KEYS: ReturnType<typeof parseIdentityKeys>;
  readonly EID_TLS_PUBLIC_URL?: URL | undefined;
}

export interface BoundIdentification extends Identification {
  /** PEM of the authorities that the host for client certificates names; empty where cards are not configured. */
  readonly cardAuthorities: readonly string[];
  /** Where forms of ours lead to by redirect. */
  readonly formActions: readonly string[];
  /** Whom the process asks about identities, for the register of providers. */
  readonly providers: readonly { readonly role: "identification"; readonly url: string }[];
}

/** Throws an Error in words for the operator where a way is configured by halves. */
export async function bindIdentification(
  variables: IdentificationVariables,
  origin: string,
): Promise<BoundIdentification> {
  const itsmeSettings = readItsmeSettings(variables);
  const itsme = itsmeSettings && (await openItsme(itsmeSettings));
  const eidSettings = readEidSettings(variables);
  const eid = eidSettings && openEid(eidSettings);
  const cardHost = eid && variables.EID_TLS_PUBLIC_URL?.origin;
  return {
    identityKeys: createIdentityKeys(variables.IDENTITY_KEYS),
    itsme: itsme && itsmePort(itsme, `${origin}${ITSME_CALLBACK}`),
    eid,
    cardHost,
    cardAuthorities: eid?.authorities ?? [],
    formActions: [itsme?.origin, cardHost].filter((place) => place !== undefined),
    providers: [
      ...(itsmeSettings ? [itsmeSettings.issuer.href] : []),
      ...(eidSettings?.trust.hosts ?? []).map((host) => `http://${host}/`),
    ].map((url) => ({ role: "identification", url })),
  };
}

export function itsmePort(itsme: Itsme, redirectUri: string): ItsmePort {
  return {
    freshSecrets: () => newItsmeSecrets(),
    begin: (secrets, { language }) => itsme.begin({ ...secrets, redirectUri, language }),
    finish: (secrets, returned) => itsme.finish({ ...secrets, ...returned, redirectUri }),
  };
}
