// Checkpoints: the size and root of the log, as a signed note (C2SP tlog-checkpoint).

import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { createNoteKey, formatNoteKey, type NoteKey } from "./note-key.ts";
import { type KeyPair, readNote, type SignedNote, signNote } from "./signed-note.ts";

export interface Checkpoint extends SignedNote {
  /** Name of the log. */
  readonly origin: string;
  readonly size: number;
  /** 32 octets. */
  readonly root: Uint8Array;
}

export interface LogSigner {
  readonly origin: string;
  /** For whoever follows the log. */
  readonly verifierKey: string;
  sign(size: number, root: Uint8Array): { readonly text: string; readonly note: string };
}

const ROOT_OCTETS = 32;
const SIZE = /^(0|[1-9]\d{0,15})$/u;

/** `key` is an Ed25519 private key, PKCS#8 PEM. Throws RangeError for other keys and for origins that cannot name one. */
export function createLogSigner(origin: string, key: string): LogSigner {
  const keys = readKeyPair(key);
  const verifier = createNoteKey(origin, "note", keys.publicKey);
  return {
    origin,
    verifierKey: formatNoteKey(verifier),
    sign(size, root) {
      const text = `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
      return { text, note: `${text}\n${signNote(text, origin, keys)}` };
    },
  };
}

export function readKeyPair(pem: string): KeyPair {
  const privateKey = createPrivateKey(pem);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** Undefined for what is no checkpoint. What is not yet known: who signed it. */
export function readCheckpointNote(note: string): Checkpoint | undefined {
  const signed = readNote(note);
  if (!signed) return undefined;
  const [origin = "", size = "", encoded = "", ...more] = signed.text.split("\n");
  const root = Buffer.from(encoded, "base64");
  if (origin === "" || !SIZE.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  if (root.length !== ROOT_OCTETS || root.toString("base64") !== encoded) return undefined;
  // Lines of extension may follow, none of them empty but what is left of the last newline.
  if (more.at(-1) !== "" || more.slice(0, -1).includes("")) return undefined;
  return { ...signed, origin, size: Number(size), root };
}

/** What is time-stamped of a checkpoint: the SHA-256 of its text. */
export function checkpointDigest({ text }: SignedNote): Uint8Array {
  return new Uint8Array(createHash("sha256").update(text, "utf8").digest());
}

/** A log's key verifies only checkpoints that name the log so. */
export function isKeyOfOrigin(key: NoteKey, { origin }: Checkpoint): boolean {
  return key.type === "note" && key.name === origin;
}
