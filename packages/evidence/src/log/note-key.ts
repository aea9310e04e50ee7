// Keys of signed notes: their identifiers, and the text that verifiers are configured with (C2SP signed-note).

import { createHash, createPublicKey, type KeyObject } from "node:crypto";

/** What a key's signatures are over: the note's text, or text and time (C2SP tlog-cosignature). */
export type NoteKeyType = "note" | "cosignature";

const TYPE_OCTET: Readonly<Record<NoteKeyType, number>> = { note: 0x01, cosignature: 0x04 };

/** A key that verifies notes. */
export interface NoteKey {
  readonly name: string;
  readonly type: NoteKeyType;
  /** First four octets of a digest over name, type and key. */
  readonly id: Uint8Array;
  /** Ed25519. */
  readonly publicKey: KeyObject;
}

const KEY_OCTETS = 32;
const ID_OCTETS = 4;
// Neither spaces nor a plus sign, of whatever script.
const NAME = /^[^\s+\p{Z}\p{C}]+$/u;

/** Throws RangeError when the key is no Ed25519 key or the name cannot stand in a note. */
export function createNoteKey(name: string, type: NoteKeyType, publicKey: KeyObject): NoteKey {
  if (!NAME.test(name)) throw new RangeError(`"${name}" cannot be the name of a key`);
  return { name, type, id: keyId(name, type, rawKey(publicKey)), publicKey };
}

/** Reads a verifier key, `name+id+key`. Throws RangeError for whatever is not one, or of a type unknown here. */
export function parseNoteKey(vkey: string): NoteKey {
  const [name = "", id = "", ...rest] = vkey.split("+");
  // A plus sign is a letter of Base64 too.
  const encoded = Buffer.from(rest.join("+"), "base64");
  const type = (Object.keys(TYPE_OCTET) as NoteKeyType[]).find((one) => TYPE_OCTET[one] === encoded[0]);
  if (!type || encoded.length !== 1 + KEY_OCTETS || encoded.toString("base64") !== rest.join("+"))
    throw new RangeError(`"${vkey}" is no verifier key for Ed25519 notes or cosignatures`);
  const x = encoded.subarray(1).toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const key = createNoteKey(name, type, publicKey);
  if (Buffer.from(key.id).toString("hex") !== id)
    throw new RangeError(`"${vkey}" has the identifier of another key`);
  return key;
}

/** The verifier key as it is published and configured. */
export function formatNoteKey({ name, type, id, publicKey }: NoteKey): string {
  const encoded = Buffer.concat([Buffer.of(TYPE_OCTET[type]), rawKey(publicKey)]);
  return `${name}+${Buffer.from(id).toString("hex")}+${encoded.toString("base64")}`;
}

function keyId(name: string, type: NoteKeyType, key: Uint8Array): Uint8Array {
  const digest = createHash("sha256")
    .update(`${name}\n`)
    .update(Buffer.of(TYPE_OCTET[type]))
    .update(key)
    .digest();
  return new Uint8Array(digest.subarray(0, ID_OCTETS));
}

function rawKey(publicKey: KeyObject): Uint8Array {
  if (publicKey.asymmetricKeyType !== "ed25519") throw new RangeError("notes are signed with Ed25519 keys");
  return Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
}
