// Signed notes: a text with signature lines behind it (C2SP signed-note); cosignatures are one kind of them (C2SP tlog-cosignature).

import { type KeyObject, sign, verify } from "node:crypto";
import { createNoteKey, type NoteKey } from "./note-key.ts";

export interface NoteSignature {
  readonly name: string;
  /** Four octets. */
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MAX_SIGNATURES = 64;
const MAX_LENGTH = 64 * 1024;
const ID_OCTETS = 4;
const TIME_OCTETS = 8;
const LINE = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/u;

/** Undefined for what is no signed note. What is not yet known: whether any of its signatures verifies. */
export function readNote(note: string): SignedNote | undefined {
  if (note.length > MAX_LENGTH || hasControls(note)) return undefined;
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) return undefined;
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(readLine);
  const read = signatures.filter((one) => one !== undefined);
  return read.length === signatures.length ? { text: note.slice(0, split + 1), signatures: read } : undefined;
}

/** The signature line over `text`, which ends with a newline, as does the line. */
export function signNote(text: string, name: string, { privateKey, publicKey }: KeyPair): string {
  const { id } = createNoteKey(name, "note", publicKey);
  return formatLine(name, id, sign(null, Buffer.from(text, "utf8"), privateKey));
}

/** A witness's signature line over the text and the time, which counts in whole seconds. */
export function cosignNote(text: string, name: string, keys: KeyPair, at: Temporal.Instant): string {
  const { id } = createNoteKey(name, "cosignature", keys.publicKey);
  const seconds = BigInt(Math.floor(at.epochMilliseconds / 1000));
  const time = Buffer.alloc(TIME_OCTETS);
  time.writeBigUInt64BE(seconds);
  const signature = sign(null, cosigned(text, seconds), keys.privateKey);
  return formatLine(name, id, Buffer.concat([time, signature]));
}

/**
 * What a key says about a note: undefined when none of the signatures is this key's, or one of them does not verify.
 * `cosignedAt` is null but for keys of witnesses.
 */
export function verifyNote({ text, signatures }: SignedNote, key: NoteKey): VerifiedNote | undefined {
  const verified = signatures
    .filter(({ name, keyId }) => name === key.name && Buffer.compare(keyId, key.id) === 0)
    .map(({ signature }) => (key.type === "note" ? verifyText : verifyCosignature)(text, signature, key));
  return verified.includes(undefined) ? undefined : verified[0];
}

export interface VerifiedNote {
  readonly cosignedAt: Temporal.Instant | null;
}

function verifyText(text: string, signature: Uint8Array, key: NoteKey): VerifiedNote | undefined {
  const valid = verify(null, Buffer.from(text, "utf8"), key.publicKey, signature);
  return valid ? { cosignedAt: null } : undefined;
}

function verifyCosignature(text: string, signature: Uint8Array, key: NoteKey): VerifiedNote | undefined {
  if (signature.length < TIME_OCTETS) return undefined;
  const seconds = Buffer.from(signature).readBigUInt64BE();
  if (seconds > LAST_SECOND) return undefined;
  if (!verify(null, cosigned(text, seconds), key.publicKey, signature.subarray(TIME_OCTETS)))
    return undefined;
  return { cosignedAt: Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000) };
}

export interface KeyPair {
  /** Ed25519. */
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Where Temporal ends. */
const LAST_SECOND = 8_640_000_000_000n;

function cosigned(text: string, seconds: bigint): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, "utf8");
}

function formatLine(name: string, id: Uint8Array, signature: Uint8Array): string {
  return `— ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
}

function readLine(line: string): NoteSignature | undefined {
  const [, name = "", encoded = ""] = LINE.exec(line) ?? [];
  const octets = Buffer.from(encoded, "base64");
  if (octets.length <= ID_OCTETS || octets.toString("base64") !== encoded) return undefined;
  return { name, keyId: octets.subarray(0, ID_OCTETS), signature: octets.subarray(ID_OCTETS) };
}

/** Control characters but the newline. */
function hasControls(text: string): boolean {
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}
