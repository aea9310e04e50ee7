// An authenticator in software: makes passkeys and answers for them as a phone or a security key would, or wrongly on purpose.

import { createHash, randomBytes } from "node:crypto";
import { type Cbor, encodeCbor } from "./cbor.ts";
import { COSE_NUMBERS, type CoseKey, makeCoseKey, type PasskeyAlgorithm } from "./cose-key.ts";

/** What this answer does otherwise than an honest browser and authenticator would. */
export interface PasskeyQuirks {
  /** What the browser says is the site's origin. */
  readonly origin?: string;
  /** The site for which the authenticator answers. */
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  /** Instead of one more than last time. */
  readonly signCount?: number;
  readonly userHandle?: string;
  readonly signature?: Uint8Array;
  /** Instead of `none`. */
  readonly attestation?: { readonly format: string; readonly statement: ReadonlyMap<string, Cbor> };
}

export interface Authenticator {
  /** Answers `options` of a registration, in the form of `toJSON()`; makes a passkey for that site and holder. */
  create(options: unknown, origin: string, quirks?: PasskeyQuirks): PasskeyAnswer;
  /** Answers `options` of an authentication with the youngest passkey that fits. Throws where none does. */
  get(options: unknown, origin: string, quirks?: PasskeyQuirks): PasskeyAnswer;
}

export interface PasskeyAnswer {
  readonly id: string;
  readonly rawId: string;
  readonly type: "public-key";
  readonly response: Readonly<Record<string, unknown>>;
  readonly clientExtensionResults: object;
}

interface Held {
  readonly id: string;
  readonly rpId: string;
  readonly handle: string;
  readonly key: CoseKey;
  signCount: number;
}

const FLAGS = { present: 0x01, verified: 0x04, mayBackUp: 0x08, backedUp: 0x10, attested: 0x40 } as const;

/** `counts`: whether it keeps a counter, as security keys do; passkeys of phones say 0 for ever. */
export function createAuthenticator(
  given: {
    readonly algorithm?: PasskeyAlgorithm;
    readonly counts?: boolean;
    readonly backedUp?: boolean;
  } = {},
): Authenticator {
  const { algorithm = "ES256", counts = false, backedUp = false } = given;
  const held: Held[] = [];
  const step = counts ? 1 : 0;

  function authenticatorData(passkey: Held, quirks: PasskeyQuirks, attested?: Buffer): Buffer {
    const flags =
      (quirks.userPresent === false ? 0 : FLAGS.present) |
      (quirks.userVerified === false ? 0 : FLAGS.verified) |
      (backedUp ? FLAGS.mayBackUp | FLAGS.backedUp : 0) |
      (attested === undefined ? 0 : FLAGS.attested);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(quirks.signCount ?? passkey.signCount);
    const site = createHash("sha256")
      .update(quirks.rpId ?? passkey.rpId)
      .digest();
    return Buffer.concat([site, Buffer.from([flags]), counter, attested ?? Buffer.alloc(0)]);
  }

  return {
    create(options, origin, quirks = {}) {
      const { rp, user, challenge, pubKeyCredParams, excludeCredentials } = options as CreationOptions;
      if (!pubKeyCredParams.some(({ alg }) => alg === COSE_NUMBERS[algorithm]))
        throw new Error("The site wants none of this authenticator's algorithms.");
      if (held.some(({ id }) => excludeCredentials.some((excluded) => excluded.id === id)))
        throw new Error("InvalidStateError: this authenticator holds a passkey of that holder already.");
      const key = makeCoseKey(algorithm);
      const rawId = randomBytes(32);
      const passkey = { id: rawId.toString("base64url"), rpId: rp.id, handle: user.id, key, signCount: step };
      held.push(passkey);
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, rawId.length]),
        rawId,
        key.publicKey,
      ]);
      const { format = "none", statement = new Map<string, Cbor>() } = quirks.attestation ?? {};
      const attestation = new Map<string, Cbor>([
        ["fmt", format],
        ["attStmt", statement],
        ["authData", authenticatorData(passkey, quirks, attested)],
      ]);
      return answer(passkey.id, {
        clientDataJSON: clientData("webauthn.create", challenge, origin, quirks).toString("base64url"),
        attestationObject: encodeCbor(attestation).toString("base64url"),
        transports: ["internal", "hybrid"],
      });
    },
    get(options, origin, quirks = {}) {
      const { rpId, challenge, allowCredentials = [] } = options as RequestOptions;
      const passkey = held.findLast(
        ({ id, rpId: site }) =>
          site === rpId &&
          (allowCredentials.length === 0 || allowCredentials.some((allowed) => allowed.id === id)),
      );
      if (!passkey) throw new Error("NotAllowedError: no passkey for that site.");
      passkey.signCount += step;
      const data = authenticatorData(passkey, quirks);
      const client = clientData("webauthn.get", challenge, origin, quirks);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      return answer(passkey.id, {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: Buffer.from(quirks.signature ?? passkey.key.sign(signed)).toString("base64url"),
        userHandle: quirks.userHandle ?? passkey.handle,
      });
    },
  };
}

interface CreationOptions {
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
  readonly challenge: string;
  readonly pubKeyCredParams: readonly { readonly alg: number }[];
  readonly excludeCredentials: readonly { readonly id: string }[];
}

interface RequestOptions {
  readonly rpId: string;
  readonly challenge: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
}

function answer(id: string, response: PasskeyAnswer["response"]): PasskeyAnswer {
  return { id, rawId: id, type: "public-key", response, clientExtensionResults: {} };
}

function clientData(type: string, challenge: string, origin: string, quirks: PasskeyQuirks): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: quirks.type ?? type,
      challenge: quirks.challenge ?? challenge,
      origin: quirks.origin ?? origin,
      crossOrigin: quirks.crossOrigin ?? false,
    }),
  );
}
