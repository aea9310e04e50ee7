// Makes a sealed PDF verifiable for long, baseline B-LTA, and renews that (ETSI EN 319 142-1 §5.4, §5.5, §6).

import { createHash } from "node:crypto";
import { AppError } from "@posthorn/domain";
import { placeSignature, reserveTimestamp, signedRanges } from "@posthorn/documents";
import type { ValidationMaterial } from "@posthorn/pki";
import type { LongTermPorts } from "../longterm/ports.ts";
import { tokenChain } from "../longterm/token-signer.ts";
import { readPdfSignatures, type PdfSignatures } from "./read-pdf-signatures.ts";
import { sealSigner, signatureTimestamps } from "./seal-signer.ts";

/** Room for a token in bytes: chains of qualified authorities take up to 8 kB. */
const TOKEN_ROOM = 10_000;

/**
 * From B-T to B-LTA, as incremental updates: material for the seal and its timestamp, then a document timestamp over
 * all of it. Fails with AppError `proof_not_extendable` where there is no seal with a timestamp or a document
 * timestamp stands already, and as the ports fail.
 */
export async function extendPdf(pdf: Uint8Array, ports: LongTermPorts): Promise<Uint8Array> {
  const { signatures } = open(pdf);
  const seals = signatures.filter(({ kind }) => kind === "seal");
  const stamps = seals.flatMap(({ cms }) => signatureTimestamps(cms));
  if (seals.length === 0 || stamps.length < seals.length || seals.length < signatures.length) {
    throw notExtendable("not a proof sealed at level B-T");
  }
  const material = await ports.collect([
    ...seals.map(({ cms }) => sealSigner(cms)),
    ...stamps.map(tokenChain),
  ]);
  return appendTimestamp(pdf, material, ports);
}

/**
 * Adds material for the last document timestamp, and a new one. Fails with AppError `proof_not_extendable` where the
 * file does not end with a document timestamp, and as the ports fail.
 */
export async function renewPdf(pdf: Uint8Array, ports: LongTermPorts): Promise<Uint8Array> {
  const last = open(pdf).signatures.at(-1);
  if (last?.kind !== "timestamp") throw notExtendable("there is no document timestamp to renew");
  return appendTimestamp(pdf, await ports.collect([tokenChain(last.cms)]), ports);
}

function open(pdf: Uint8Array): PdfSignatures {
  try {
    return readPdfSignatures(pdf);
  } catch (cause) {
    throw notExtendable("not a readable proof", cause);
  }
}

function notExtendable(detail: string, cause?: unknown): AppError {
  return new AppError("internal", "proof_not_extendable", { detail, cause });
}

async function appendTimestamp(
  pdf: Uint8Array,
  material: ValidationMaterial,
  { timestamp }: LongTermPorts,
): Promise<Uint8Array> {
  const reserved = await reserveTimestamp(pdf, material, TOKEN_ROOM);
  const hash = createHash("sha256");
  for (const range of signedRanges(reserved)) hash.update(range);
  return placeSignature(reserved, await timestamp(new Uint8Array(hash.digest())));
}
