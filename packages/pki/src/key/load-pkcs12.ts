// Opens a PKCS#12 file: private key, its certificate and the chain above it (RFC 7292).

import { createPrivateKey, type KeyObject } from "node:crypto";
import forge from "node-forge";
import { readCertificate, type CertificateFacts } from "../certificate/read.ts";
import { PkiError } from "../error.ts";
import type { HashName } from "./algorithm.ts";
import { chainAbove } from "../certificate/order-chain.ts";
import { createSealKey, isKeyPair, type SealKey } from "./seal-key.ts";

export interface LoadOptions {
  /** When given, a certificate not valid at this instant is refused with `expired`. */
  readonly now?: Temporal.Instant;
  /** What the key shall hash with; SHA-256 by default. */
  readonly hash?: HashName;
}

/**
 * EC P-256, EC P-384 or RSA; modern (PBES2) and older files.
 * Throws PkiError `malformed`, `wrong_password`, `no_private_key`, `no_certificate`, `unsupported_algorithm`, `expired`.
 */
export async function loadPkcs12(
  bytes: Uint8Array,
  password: string,
  options: LoadOptions = {},
): Promise<SealKey> {
  const file = openFile(bytes, password);
  const privateKey = findPrivateKey(file);
  const certificates = findCertificates(file);
  const own = certificates.find((certificate) => isKeyPair(privateKey, certificate.publicKey));
  if (!own) throw new PkiError("no_certificate", "the file has no certificate for its private key");
  const key = createSealKey(privateKey, own.der, chainAbove(own, certificates), options.hash);
  if (options.now && Temporal.Instant.compare(options.now, own.notBefore) < 0) {
    throw new PkiError("expired", `the certificate is valid from ${own.notBefore.toString()}`);
  }
  if (options.now && Temporal.Instant.compare(options.now, own.notAfter) > 0) {
    throw new PkiError("expired", `the certificate was valid until ${own.notAfter.toString()}`);
  }
  return key;
}

function openFile(bytes: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  let asn1: forge.asn1.Asn1;
  try {
    asn1 = forge.asn1.fromDer(Buffer.from(bytes).toString("latin1"));
  } catch (cause) {
    throw new PkiError("malformed", "not a PKCS#12 file", cause);
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, password);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : "";
    if (/password|decrypt|MAC could not/iu.test(message)) {
      throw new PkiError("wrong_password", "the password does not open the PKCS#12 file", cause);
    }
    throw new PkiError("malformed", "not a PKCS#12 file", cause);
  }
}

function findPrivateKey(file: forge.pkcs12.Pkcs12Pfx): KeyObject {
  const { pkcs8ShroudedKeyBag = "", keyBag = "" } = forge.pki.oids;
  const [bag] = [pkcs8ShroudedKeyBag, keyBag].flatMap((bagType) => file.getBags({ bagType })[bagType] ?? []);
  if (!bag) throw new PkiError("no_private_key", "the PKCS#12 file has no private key");
  // an EC key is left as ASN.1, an RSA key is taken apart by the library
  const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
  return createPrivateKey({ key: fromForge(asn1), format: "der", type: "pkcs8" });
}

function findCertificates(file: forge.pkcs12.Pkcs12Pfx): CertificateFacts[] {
  const { certBag } = forge.pki.oids;
  if (certBag === undefined) return [];
  const bags = file.getBags({ bagType: certBag })[certBag] ?? [];
  return bags.map((bag) =>
    readCertificate(new Uint8Array(fromForge(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1))),
  );
}

function fromForge(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), "latin1");
}
