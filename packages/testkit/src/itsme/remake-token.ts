// Makes the ID token that leaves the stand-in: the provider's, moved to the shared clock, with a fault where one is asked for, signed and encrypted.

import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { ITSME_ACR_BASIC } from "@posthorn/domain";
import type { PublicJwks } from "@posthorn/identity";
import { CompactEncrypt, decodeJwt, importJWK, SignJWT } from "jose";
import type { JWTPayload } from "jose";
import { findCitizen, subjectOf } from "./citizens.ts";
import type { ItsmeMode } from "./modes.ts";

export interface TokenMaker {
  readonly signingKey: KeyObject;
  readonly kid: string;
  readonly clientKeys: PublicJwks;
}

const HOUR = 3600;
const NATIONAL_NUMBER = "http://itsme.services/v2/claim/BENationalNumber";

/** `now` in seconds since 1970, by the shared clock; the provider itself reads the machine's. */
export async function remakeToken(
  made: string,
  now: number,
  mode: ItsmeMode,
  by: TokenMaker,
): Promise<string> {
  const claims = spoil(moved(decodeJwt(made), now), mode);
  const signed = await sign(claims, mode, by);
  return mode === "unencrypted" ? signed : encrypt(signed, mode, by.clientKeys);
}

/** Accounts that changed their name are two people to the provider, and one subject to the product. */
function moved(claims: JWTPayload, now: number): JWTPayload {
  const { iat = 0, exp = 0, auth_time: authenticated, ...rest } = claims;
  const by = now - iat;
  const citizen = findCitizen(claims.sub);
  const subject = citizen === undefined ? {} : { sub: subjectOf(citizen) };
  const authTime = typeof authenticated === "number" ? { auth_time: authenticated + by } : {};
  return { ...rest, ...subject, ...authTime, iat: now, exp: exp + by };
}

function spoil(claims: JWTPayload, mode: ItsmeMode): JWTPayload {
  const { iat = 0 } = claims;
  const { family_name: _name, ...nameless } = claims;
  const changes: Partial<Record<ItsmeMode, JWTPayload>> = {
    wrong_nonce: { nonce: randomBytes(32).toString("base64url") },
    wrong_issuer: { iss: "https://idp.prd.itsme.example/v2" },
    wrong_audience: { aud: "somebody-else" },
    expired: { iat: iat - HOUR - 300, exp: iat - HOUR },
    issued_later: { iat: iat + HOUR, exp: iat + 2 * HOUR },
    old_authentication: { auth_time: iat - HOUR },
    acr_basic: { acr: ITSME_ACR_BASIC },
    malformed_number: { [NATIONAL_NUMBER]: "74030251729" },
    unasked_number: { [NATIONAL_NUMBER]: "74030251728" },
  };
  return mode === "no_family_name" ? nameless : { ...claims, ...changes[mode] };
}

async function sign(claims: JWTPayload, mode: ItsmeMode, by: TokenMaker): Promise<string> {
  const { signingKey, kid, clientKeys } = by;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  if (mode === "unsigned") return `${part({ alg: "none" })}.${part(claims)}.`;
  if (mode === "hmac") {
    const input = `${part({ alg: "HS256", kid })}.${part(claims)}`;
    return `${input}.${createHmac("sha256", JSON.stringify(clientKeys)).update(input).digest("base64url")}`;
  }
  const strange = mode === "forged" || mode === "unknown_signer";
  const key = strange ? generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey : signingKey;
  const named = mode === "unknown_signer" ? "nobody-knows-this" : kid;
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: named }).sign(key);
}

async function encrypt(signed: string, mode: ItsmeMode, { keys }: PublicJwks): Promise<string> {
  const ours = keys.find(({ use }) => use === "enc");
  if (ours === undefined) throw new Error("The client has published no key to encrypt to.");
  const strange = mode === "unknown_key" || mode === "undecryptable";
  const key = strange
    ? generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey
    : await importJWK({ ...ours }, "RSA-OAEP-256");
  const kid = mode === "unknown_key" ? "nobody-has-this" : ours.kid;
  return new CompactEncrypt(Buffer.from(signed))
    .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A128CBC-HS256", cty: "JWT", kid })
    .encrypt(key);
}
