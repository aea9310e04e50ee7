import { generateKeyPairSync, randomBytes } from "node:crypto";
import {
  askConsistency,
  askInclusion,
  askRoot,
  growTiles,
  hashLogLeaf,
  type TilePlace,
} from "@posthorn/domain";
import { expect, test } from "vitest";
import { createLogSigner, readCheckpointNote } from "./checkpoint.ts";
import { createNoteKey, formatNoteKey, parseNoteKey } from "./note-key.ts";
import { sha256 } from "./sha256.ts";
import { cosignNote, readNote, verifyNote } from "./signed-note.ts";
import { verifyConsistency } from "./verify-consistency.ts";
import { verifyLogProof } from "./verify-log-proof.ts";

const ORIGIN = "verify.posthorn.example/log";
const newKeys = () => generateKeyPairSync("ed25519");
const pem = ({ privateKey }: ReturnType<typeof newKeys>) =>
  privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const signer = createLogSigner(ORIGIN, pem(newKeys()));
const logKey = parseNoteKey(signer.verifierKey);

const entries = Array.from({ length: 300 }, () => randomBytes(32));
const tiles = new Map<string, Uint8Array>();
const read = ({ level, index }: TilePlace) => tiles.get(`${level}/${index}`);
for (const tile of growTiles(
  sha256,
  0,
  entries.map((entry) => hashLogLeaf(sha256, entry)),
  read,
))
  tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
const rootOf = (size: number) => askRoot(size).answer(sha256, read)[0] ?? new Uint8Array();
const head = (size: number) => ({ size, root: rootOf(size) });

test("a note, its key and its signature are those of the format's first implementation", () => {
  const vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const line =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  const key = parseNoteKey(vkey);
  expect(formatNoteKey(key)).toBe(vkey);
  const note = readNote(`${text}\n${line}`);
  expect(note?.text).toBe(text);
  expect(note && verifyNote(note, key)).toEqual({ cosignedAt: null });
  expect(note && verifyNote({ ...note, text: text.replace("your", "my") }, key)).toBeUndefined();
});

test.each([
  "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  "PeterNeumann+c74f20a3+AhpcMQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
  "PeterNeumann",
  "",
])("%s is no verifier key", (vkey) => {
  expect(() => parseNoteKey(vkey)).toThrow(RangeError);
});

test.each(["", "two words", "a+b", "non\u00a0breaking", "line\nbreak"])("%j cannot name a key", (name) => {
  expect(() => createNoteKey(name, "note", newKeys().publicKey)).toThrow(RangeError);
});

test("a key of another kind signs no checkpoints", () => {
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  expect(() => createLogSigner(ORIGIN, ec.export({ type: "pkcs8", format: "pem" }).toString())).toThrow(
    "Ed25519",
  );
});

test.each([
  ["", "nothing"],
  ["text\n", "no signature"],
  ["text\n\n", "no line"],
  ["text\n\n— name\n", "a line without a signature"],
  ["text\n\n- name AAAAAAA=\n", "another dash"],
  ["text\n\n— name AAAAAAA=", "no newline at the end"],
  ["text\n\n— name AAAA\n", "an identifier alone"],
  ["te\u0007xt\n\n— name AAAAAAA=\n", "a control character"],
  [`text\n\n${"— name AAAAAAA=\n".repeat(65)}`, "a crowd of signatures"],
])("%j is no note: %s", (note) => {
  expect(readNote(note)).toBeUndefined();
});

test.each([
  `${ORIGIN}\n007\n${"A".repeat(43)}=\n`,
  `${ORIGIN}\n-1\n${"A".repeat(43)}=\n`,
  `${ORIGIN}\n9999999999999999\n${"A".repeat(43)}=\n`,
  `${ORIGIN}\n7\n${"A".repeat(42)}==\n`,
  `${ORIGIN}\n7\n`,
  `\n7\n${"A".repeat(43)}=\n`,
])("%j is no checkpoint", (text) => {
  expect(readCheckpointNote(`${text}\n— ${ORIGIN} AAAAAAA=\n`)).toBeUndefined();
});

test("a cosignature holds for its text and its time alone", () => {
  const keys = newKeys();
  const at = Temporal.Instant.from("2026-11-22T09:00:00.900Z");
  const { note, text } = signer.sign(300, rootOf(300));
  const witness = createNoteKey("witness.example/w1", "cosignature", keys.publicKey);
  const line = cosignNote(text, witness.name, keys, at);
  const signed = readCheckpointNote(note + line);
  expect(signed).toMatchObject({ origin: ORIGIN, size: 300 });
  expect(signed && verifyNote(signed, witness)).toEqual({
    cosignedAt: Temporal.Instant.from("2026-11-22T09:00:00Z"),
  });
  expect(signed && verifyNote(signed, logKey)).toEqual({ cosignedAt: null });
  const octets = Buffer.from(line.split(" ")[2] ?? "", "base64");
  octets[11] = (octets[11] ?? 0) ^ 1;
  const moved = readNote(`${note}— ${witness.name} ${octets.toString("base64")}\n`);
  expect(moved && verifyNote(moved, witness)).toBeUndefined();
});

test("an old tree is the beginning of a new one, or not", () => {
  const sizes = [1, 2, 3, 5, 8, 127, 128, 129, 255, 256, 257, 299, 300];
  for (const older of sizes) {
    for (const newer of sizes.filter((size) => size >= older)) {
      const proof = askConsistency(older, newer).answer(sha256, read);
      expect(verifyConsistency(head(older), head(newer), proof), `${older} of ${newer}`).toBe(true);
      const other = { size: older, root: randomBytes(32) };
      expect(verifyConsistency(other, head(newer), proof), `another ${older} of ${newer}`).toBe(false);
      expect(verifyConsistency(head(older), head(newer), [...proof, randomBytes(32)])).toBe(false);
      expect(verifyConsistency(head(newer), head(older), proof)).toBe(newer === older);
      if (proof.length > 0)
        expect(verifyConsistency(head(older), head(newer), proof.slice(0, -1))).toBe(false);
    }
  }
  expect(verifyConsistency({ size: 0, root: new Uint8Array() }, head(5), [])).toBe(true);
});

test("each leaf leads to the root it was proved under, and to no other", () => {
  const witness = newKeys();
  const { note, text } = signer.sign(300, rootOf(300));
  const witnessKey = createNoteKey("w", "cosignature", witness.publicKey);
  const trust = {
    logKey: signer.verifierKey,
    witnessKeys: [formatNoteKey(witnessKey)],
    timestampRoots: [],
  };
  const checkpoint = note + cosignNote(text, "w", witness, Temporal.Instant.from("2026-11-22T09:00:00Z"));
  for (const index of [0, 1, 127, 255, 256, 299]) {
    const hex = (octets: Uint8Array) => Buffer.from(octets).toString("hex");
    const proof = {
      index,
      leaf: hex(entries[index] ?? new Uint8Array()),
      inclusion: askInclusion(index, 300).answer(sha256, read).map(hex),
      checkpoint,
      timestamp: null,
    };
    const found = {
      index,
      treeSize: 300,
      origin: ORIGIN,
      included: true,
      checkpointSigned: true,
      witnesses: ["w"],
      stampedAt: null,
    };
    expect(verifyLogProof(proof, trust)).toEqual(found);
    const other = createLogSigner(ORIGIN, pem(newKeys()));
    expect(verifyLogProof({ ...proof, checkpoint: other.sign(300, rootOf(300)).note }, trust)).toEqual({
      ...found,
      checkpointSigned: false,
      witnesses: [],
    });
    expect(verifyLogProof({ ...proof, leaf: hex(randomBytes(32)) }, trust).included).toBe(false);
    expect(verifyLogProof({ ...proof, index: (index + 1) % 300 }, trust).included).toBe(false);
    expect(verifyLogProof({ ...proof, timestamp: "bm8gdG9rZW4=" }, trust).stampedAt).toBeNull();
  }
  expect(
    verifyLogProof({ index: 0, leaf: "", inclusion: [], checkpoint: "", timestamp: null }, trust),
  ).toMatchObject({ included: false, checkpointSigned: false, origin: "" });
});

test("another log's checkpoint is not signed for this one, though its key be the same", () => {
  const keys = newKeys();
  const [one, two] = [
    createLogSigner("one.example/log", pem(keys)),
    createLogSigner("two.example/log", pem(keys)),
  ];
  const { note } = one.sign(300, rootOf(300));
  const proof = { index: 0, leaf: "", inclusion: [], checkpoint: note, timestamp: null };
  const trust = { logKey: two.verifierKey, witnessKeys: [], timestampRoots: [] };
  expect(verifyLogProof(proof, trust).checkpointSigned).toBe(false);
});
