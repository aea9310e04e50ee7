// Reads what a browser says an authenticator answered (WebAuthn Level 3 §5.1.8 `toJSON`): shape and sizes only, nothing is believed yet.

import { decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import { refusePasskey } from "./refuse.ts";

/** WebAuthn §5.8.3: a credential id has at most 1023 bytes. */
const ID_LONGEST = 1364;
/** Far above any answer without attestation, far below what would be work. */
const PART_LONGEST = 16_384;
const TRANSPORTS = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;
export type Transport = (typeof TRANSPORTS)[number];

export interface RegistrationAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: readonly Transport[];
}

export interface AuthenticationAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
  /** Whom the authenticator says it answers for, base64url. */
  readonly userHandle: string;
}

/** Throws AppError `passkey_refused`. */
export function readRegistrationAnswer(answer: unknown): RegistrationAnswer {
  const { id, response } = readCredential(answer);
  const transports = Array.isArray(response["transports"]) ? response["transports"] : [];
  return {
    id,
    clientDataJSON: readPart(response, "clientDataJSON"),
    attestationObject: readPart(response, "attestationObject"),
    transports: TRANSPORTS.filter((transport) => transports.includes(transport)),
  };
}

/** Throws AppError `passkey_refused`; also where the authenticator does not say for whom it answers: then it is no passkey. */
export function readAuthenticationAnswer(answer: unknown): AuthenticationAnswer {
  const { id, response } = readCredential(answer);
  return {
    id,
    clientDataJSON: readPart(response, "clientDataJSON"),
    authenticatorData: readPart(response, "authenticatorData"),
    signature: readPart(response, "signature"),
    userHandle: readPart(response, "userHandle"),
  };
}

/** Our pages stand in no frame of somebody else (§7.2 step 15). Throws AppError `passkey_refused`. */
export function refuseFramed(clientDataJSON: string): void {
  const { crossOrigin, topOrigin } = decodeClientDataJSON(clientDataJSON);
  if (crossOrigin === true || topOrigin !== undefined) throw refusePasskey("asked from within a frame");
}

function readCredential(answer: unknown): { id: string; response: Readonly<Record<string, unknown>> } {
  if (!isRecord(answer) || !isRecord(answer["response"])) throw refusePasskey("not a credential");
  const { id, rawId, type } = answer;
  if (type !== "public-key" || id !== rawId) throw refusePasskey("not a public key credential");
  if (typeof id !== "string" || id.length > ID_LONGEST || !isBase64Url(id))
    throw refusePasskey("no credential id");
  return { id, response: answer["response"] };
}

function readPart(response: Readonly<Record<string, unknown>>, name: string): string {
  const part = response[name];
  if (typeof part !== "string" || part.length > PART_LONGEST || !isBase64Url(part))
    throw refusePasskey(`no ${name}`);
  return part;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isBase64Url(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text);
}
