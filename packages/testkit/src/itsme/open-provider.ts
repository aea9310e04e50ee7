// The OpenID provider behind the stand-in itsme, with itsme's addresses and rules: PKCE, private_key_jwt, the claims parameter, acr.

import { randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { ITSME_ACR_ADVANCED, ITSME_ACR_BASIC } from "@posthorn/domain";
import type { PublicJwks } from "@posthorn/identity";
import type { Adapter, Configuration, KoaContextWithOIDC, Provider } from "oidc-provider";
import type { StandInClock } from "../standin/clock.ts";
import { claimsOf, findCitizen } from "./citizens.ts";
import type { ProviderParts } from "./load-provider.ts";

export interface ProviderFacts {
  readonly issuer: string;
  readonly clock: StandInClock;
  readonly clientId: string;
  readonly serviceCode: string;
  readonly redirectUris: readonly string[];
  readonly clientKeys: PublicJwks;
  readonly signingKey: KeyObject;
  readonly kid: string;
  readonly adapterFor: (kind: string) => Adapter;
}

const CODE_SECONDS = 180;
/** The product's proofs carry the time of a clock that may stand years ahead of the machine's; they are judged by that one. */
const ANY_TIME = 200 * 366 * 86_400;
const CLAIMS = [
  "name",
  "given_name",
  "family_name",
  "birthdate",
  "http://itsme.services/v2/claim/BENationalNumber",
  "http://itsme.services/v2/claim/IDIssuingCountry",
];

/** Signs ID tokens but leaves encryption, clock and faults to `remake`, which sees each on its way out. */
export function openProvider(
  parts: ProviderParts,
  facts: ProviderFacts,
  remake: (token: string) => Promise<string>,
): Provider {
  const provider = new parts.Provider(facts.issuer, configurationOf(parts, facts));
  provider.use(async (context, next) => {
    await next();
    const body: unknown = context.body;
    if (!isTokenAnswer(body)) return;
    context.body = { ...body, id_token: await remake(body.id_token) };
  });
  return provider;
}

function configurationOf({ errors, interactionPolicy }: ProviderParts, facts: ProviderFacts): Configuration {
  const { clientId, serviceCode, signingKey, kid } = facts;
  const policy = interactionPolicy.base();
  // Whoever confirms at itsme agrees to what the page lists.
  policy.remove("consent");
  return {
    adapter: facts.adapterFor,
    clients: [
      {
        client_id: clientId,
        redirect_uris: [...facts.redirectUris],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        scope: `openid service:${serviceCode}`,
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "RS256",
        id_token_signed_response_alg: "RS256",
        jwks: { keys: facts.clientKeys.keys.map((key) => ({ ...key })) },
      },
    ],
    jwks: { keys: [{ ...signingKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" }] },
    scopes: ["openid", `service:${serviceCode}`],
    claims: { openid: ["sub"], ...Object.fromEntries(CLAIMS.map((claim) => [claim, null])) },
    acrValues: [ITSME_ACR_BASIC, ITSME_ACR_ADVANCED],
    responseTypes: ["code"],
    pkce: { required: () => true },
    routes: {
      authorization: "/authorization",
      token: "/token",
      userinfo: "/userinfo",
      jwks: "/jwkSet",
    },
    features: {
      claimsParameter: { enabled: true },
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    cookies: { keys: [randomBytes(32).toString("base64url")] },
    clockTolerance: ANY_TIME,
    ttl: {
      AuthorizationCode: CODE_SECONDS,
      Interaction: 3600,
      Session: 3600,
      Grant: 3600,
      AccessToken: 300,
      IdToken: 300,
    },
    interactions: { policy, url: (_context, { uid }) => `/citizen/${uid}` },
    async assertJwtClientAuthClaimsAndHeader(_context, claims) {
      if (await isOfNow(claims, facts.clock)) return;
      throw new errors.InvalidClientAuth("the proof of the client is not of now");
    },
    async findAccount(_context, id) {
      const citizen = findCitizen(id);
      if (citizen === undefined) return undefined;
      return { accountId: id, claims: () => ({ sub: id, ...claimsOf(citizen) }) };
    },
    loadExistingGrant: grantEverything,
    renderError(context, out) {
      context.type = "text/plain";
      context.body = `${out.error}: ${out.error_description ?? ""}`;
    },
  };
}

/** RFC 7523 §3, by the shared clock. */
async function isOfNow(claims: Readonly<Record<string, unknown>>, clock: StandInClock): Promise<boolean> {
  const now = Math.floor((await clock.now()).epochMilliseconds / 1000);
  const { exp, iat } = claims;
  if (typeof exp !== "number" || typeof iat !== "number") return false;
  return exp > now - 30 && iat < now + 30 && exp - iat <= 300;
}

async function grantEverything(context: KoaContextWithOIDC) {
  const { client, account, provider, params } = context.oidc;
  if (client === undefined || account === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  const asked = params?.["scope"];
  grant.addOIDCScope(typeof asked === "string" ? asked : "openid");
  grant.addOIDCClaims(CLAIMS);
  await grant.save();
  return grant;
}

function isTokenAnswer(body: unknown): body is { readonly id_token: string } {
  return typeof body === "object" && body !== null && "id_token" in body && typeof body.id_token === "string";
}
