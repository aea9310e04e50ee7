// Identification with itsme: OpenID Connect authorization code flow with PKCE, signed and encrypted ID tokens, our key as the client's proof.

import { ITSME_ACR_ADVANCED } from "@posthorn/domain";
import type { AuthenticatedIdentity, Language } from "@posthorn/domain";
import { compactDecrypt } from "jose";
import type { CompactJWEHeaderParameters } from "jose";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockTolerance,
  Configuration,
  customFetch,
  enableDecryptingResponses,
  enableNonRepudiationChecks,
  getJwksCache,
  modifyAssertion,
  PrivateKeyJwt,
  setJwksCache,
} from "openid-client";
import type { ExportedJWKSCache } from "openid-client";
import { sameHash, tokenHash } from "../tokens/token.ts";
import { askOnly, isLoopback } from "./ask.ts";
import { claimsParameter } from "./claims.ts";
import { createDiscovery } from "./discover.ts";
import { isCancelled, judgeFailure } from "./judge-failure.ts";
import { judgeTimes } from "./judge-times.ts";
import { publicJwks } from "./keys.ts";
import type { ItsmeKeys, OwnKey, PublicJwks } from "./keys.ts";
import { readIdentity } from "./read-identity.ts";
import type { ItsmeAcr } from "./read-identity.ts";
import { refused } from "./refuse.ts";
import type { ItsmeSecrets } from "./secrets.ts";

export interface ItsmeSettings {
  /** `https://idp.prd.itsme.services/v2` or `https://idp.e2e.itsme.services/v2`; plain HTTP only on this machine. */
  readonly issuer: URL;
  readonly clientId: string;
  /** Of a service of type Identification, as itsme gave it out. */
  readonly serviceCode: string;
  readonly keys: ItsmeKeys;
  /** Only with a legal basis. */
  readonly askRegisterNumber: boolean;
  /** For each call; default 5. */
  readonly timeoutSeconds?: number;
}

export interface ItsmeQuestion extends ItsmeSecrets {
  /** Registered with itsme, to the letter. */
  readonly redirectUri: string;
  readonly language: Language;
  /** Default advanced: with the itsme code. */
  readonly minimumAcr?: ItsmeAcr;
}

export interface ItsmeReturn extends ItsmeSecrets {
  /** Where the browser came back, with its query; what stands before the query is not looked at. */
  readonly callbackUrl: string | URL;
  /** The same as was asked with. */
  readonly redirectUri: string;
  /** The same as was asked with; default advanced. */
  readonly minimumAcr?: ItsmeAcr;
  /** Now, by our clock. */
  readonly at: Temporal.Instant;
  /** When the person was sent to itsme, by our clock. */
  readonly startedAt: Temporal.Instant;
}

export type ItsmeAnswer =
  | { readonly kind: "identified"; readonly identity: AuthenticatedIdentity }
  /** The person said no, or let the time pass. */
  | { readonly kind: "cancelled" };

export interface Itsme {
  /** What stands at the address that itsme reads our keys from. */
  readonly jwks: PublicJwks;
  readonly asksRegisterNumber: boolean;
  /** The issuer's origin: a form whose answer leads there needs it in the page's `form-action`. */
  readonly origin: string;
  /** Where to send the browser. Throws AppError `itsme_unavailable`. */
  begin(question: ItsmeQuestion): Promise<string>;
  /**
   * Takes what came back. That the browser is the one that began, and that the try was not used before, is for the caller to
   * check, first. Throws AppError `itsme_answer_refused` with the cause in `detail`, or `itsme_unavailable`.
   */
  finish(answer: ItsmeReturn): Promise<ItsmeAnswer>;
}

const TIMEOUT_SECONDS = 5;
const ASSERTION_SECONDS = 60;
const SIGNING = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;
const DECRYPTING = { name: "RSA-OAEP", hash: "SHA-256" } as const;
const ENCRYPTION = {
  keyManagementAlgorithms: ["RSA-OAEP-256"],
  contentEncryptionAlgorithms: ["A128CBC-HS256"],
};
const JWE_PARTS = 5;

/** Asks itsme nothing yet. Throws an Error where the issuer may not be asked over plain HTTP. */
export async function openItsme(settings: ItsmeSettings): Promise<Itsme> {
  const { issuer, clientId, keys, askRegisterNumber, timeoutSeconds = TIMEOUT_SECONDS } = settings;
  if (issuer.protocol !== "https:" && !isLoopback(issuer))
    throw new Error("the itsme issuer must be an https address");
  const discover = createDiscovery(issuer, clientId, timeoutSeconds);
  const signingKey = { key: await importKey(keys.signing, SIGNING, "sign"), kid: keys.signing.kid };
  const decryptionKeys = await Promise.all(
    keys.decryption.map(async (own) => ({
      key: await importKey(own, DECRYPTING, "decrypt"),
      alg: "RSA-OAEP-256",
      kid: own.kid,
    })),
  );
  let jwksCache: ExportedJWKSCache | undefined;

  /** One for each exchange, since our proof carries its time. */
  async function configure(at?: Temporal.Instant): Promise<Configuration> {
    const proof = PrivateKeyJwt(signingKey, {
      [modifyAssertion](_header, payload) {
        if (at === undefined) return;
        const now = Math.floor(at.epochMilliseconds / 1000);
        Object.assign(payload, { iat: now, nbf: now, exp: now + ASSERTION_SECONDS });
      },
    });
    const configuration = new Configuration(
      await discover(),
      clientId,
      // The library reads the machine's clock: its checks of times are left out, ours follow by our clock.
      { id_token_signed_response_alg: "RS256", [clockTolerance]: Number.MAX_SAFE_INTEGER },
      proof,
    );
    configuration.timeout = timeoutSeconds;
    configuration[customFetch] = askOnly(issuer);
    if (isLoopback(issuer)) allowInsecureRequests(configuration);
    // In the code flow the library trusts TLS instead of the signature, unless it is told to check it.
    enableNonRepudiationChecks(configuration);
    enableDecryptingResponses(configuration, ENCRYPTION.contentEncryptionAlgorithms, ...decryptionKeys);
    if (jwksCache !== undefined) setJwksCache(configuration, jwksCache);
    return configuration;
  }

  async function exchange(answer: ItsmeReturn) {
    const configuration = await configure(answer.at);
    const address = new URL(answer.redirectUri);
    address.search = new URL(answer.callbackUrl, address).search;
    const state = address.searchParams.get("state") ?? "";
    if (!sameHash(tokenHash(state), tokenHash(answer.state))) throw refused("state");
    const tokens = await authorizationCodeGrant(configuration, address, {
      expectedState: answer.state,
      expectedNonce: answer.nonce,
      pkceCodeVerifier: answer.codeVerifier,
      idTokenExpected: true,
      maxAge: 1,
    });
    jwksCache = getJwksCache(configuration) ?? jwksCache;
    const sealed = tokens.id_token ?? "";
    const claims = tokens.claims();
    if (claims === undefined || sealed.split(".").length !== JWE_PARTS) throw refused("unencrypted");
    return { claims: { ...claims }, sealed };
  }

  return {
    jwks: publicJwks(keys),
    asksRegisterNumber: askRegisterNumber,
    origin: issuer.origin,
    async begin(question) {
      const address = buildAuthorizationUrl(await configure(), {
        scope: `openid service:${settings.serviceCode}`,
        redirect_uri: question.redirectUri,
        state: question.state,
        nonce: question.nonce,
        code_challenge: await calculatePKCECodeChallenge(question.codeVerifier),
        code_challenge_method: "S256",
        acr_values: question.minimumAcr ?? ITSME_ACR_ADVANCED,
        claims: claimsParameter(askRegisterNumber),
        ui_locales: question.language,
        // Whoever sits there now, not whoever did a while ago.
        prompt: "login",
        max_age: "1",
      });
      return address.href;
    },
    async finish(answer) {
      try {
        const { claims, sealed } = await exchange(answer);
        const authenticatedAt = judgeTimes(claims, answer);
        const signed = await open(sealed, decryptionKeys);
        const asked = {
          minimumAcr: answer.minimumAcr ?? ITSME_ACR_ADVANCED,
          registerNumber: askRegisterNumber,
        } as const;
        return { kind: "identified", identity: readIdentity({ claims, signed, authenticatedAt }, asked) };
      } catch (failure) {
        if (isCancelled(failure)) return { kind: "cancelled" };
        throw judgeFailure(failure);
      }
    },
  };
}

function importKey(
  { privateKey }: OwnKey,
  algorithm: typeof SIGNING | typeof DECRYPTING,
  usage: "sign" | "decrypt",
): Promise<CryptoKey> {
  const octets = new Uint8Array(privateKey.export({ format: "der", type: "pkcs8" }));
  return crypto.subtle.importKey("pkcs8", octets, algorithm, false, [usage]);
}

/** The library keeps the decrypted token to itself; the identification record needs it as itsme signed it. */
async function open(
  sealed: string,
  keys: readonly { readonly key: CryptoKey; readonly kid: string }[],
): Promise<string> {
  const keyFor = ({ kid }: CompactJWEHeaderParameters): CryptoKey => {
    const found = keys.find((each) => kid === undefined || each.kid === kid);
    if (found === undefined) throw refused("unknown_key");
    return found.key;
  };
  const { plaintext } = await compactDecrypt(sealed, keyFor, ENCRYPTION);
  return Buffer.from(plaintext).toString("utf8");
}
