// Up to which baseline level a seal is built, and until when its newest timestamp lasts (EN 319 132-1 and 319 142-1 §6).

import type { ValidationMaterial } from "@posthorn/pki";
import { readPdfSignatures } from "../pades/read-pdf-signatures.ts";
import { signatureTimestamps } from "../pades/seal-signer.ts";
import type { SignatureLevel } from "../verify/file-report.ts";
import { readSeal } from "../xades/read-seal.ts";
import { tokenSigner } from "./token-signer.ts";

interface Structure {
  readonly isSealed: boolean;
  readonly stamps: readonly Uint8Array[];
  readonly material: ValidationMaterial;
  /** Archive or document timestamps, the newest last. */
  readonly archives: readonly Uint8Array[];
}

/** Of evidence XML or a PDF, by structure alone: nothing is verified. Null without a seal; TypeError for other files. */
export async function sealLevel(file: string | Uint8Array): Promise<SignatureLevel | null> {
  const { isSealed, stamps, material, archives } = readStructure(file);
  if (!isSealed) return null;
  if (stamps.length === 0) return "B-B";
  if (material.ocsps.length + material.crls.length === 0) return "B-T";
  return archives.length === 0 ? "B-LT" : "B-LTA";
}

/**
 * Until when the seal verifies without renewal: the end of the certificate of the newest timestamp. Throws TypeError
 * where there is none, PkiError where its token is not whole. Whether the token fits the file is not checked.
 */
export async function lastTimestampEnds(file: string | Uint8Array): Promise<Temporal.Instant> {
  const { stamps, archives } = readStructure(file);
  const token = archives.at(-1) ?? stamps.at(-1);
  if (!token) throw new TypeError("the file has no timestamp");
  return tokenSigner(token).notAfter;
}

function readStructure(file: string | Uint8Array): Structure {
  if (typeof file === "string") {
    const { timestamps, archives, material } = readSeal(file);
    return { isSealed: true, stamps: timestamps, material, archives: archives.map(({ token }) => token) };
  }
  const { signatures, material } = readPdfSignatures(file);
  const seals = signatures.filter(({ kind }) => kind === "seal");
  return {
    isSealed: seals.length > 0,
    stamps: seals.flatMap(({ cms }) => signatureTimestamps(cms)),
    material,
    archives: signatures.filter(({ kind }) => kind === "timestamp").map(({ cms }) => cms),
  };
}
