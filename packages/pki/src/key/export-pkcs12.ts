// Writes a PKCS#12 file with AES-256 and SHA-256, for the development PKI and for tests (RFC 7292, RFC 8018).

import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes, type KeyObject } from "node:crypto";
import forge from "node-forge";
import { OID } from "../der/oids.ts";
import { context, integer, nil, octetString, oid, sequence, setOf } from "../der/write.ts";

const ITERATIONS = 2048;

export interface Pkcs12Content {
  readonly privateKey: KeyObject;
  /** DER. */
  readonly certificate: Uint8Array;
  /** Issuer first, DER. */
  readonly chain: readonly Uint8Array[];
}

export function exportPkcs12(content: Pkcs12Content, password: string): Uint8Array {
  const keyId = createHash("sha1").update(content.certificate).digest();
  const localKeyId = setOf(sequence(oid(OID.localKeyId), setOf(octetString(keyId))));
  const pkcs8 = new Uint8Array(content.privateKey.export({ type: "pkcs8", format: "der" }));
  const key = encrypt(pkcs8, password);
  const keyBag = sequence(
    oid(OID.shroudedKeyBag),
    context(0, sequence(key.algorithm, octetString(key.data))),
    localKeyId,
  );
  const certBags = [content.certificate, ...content.chain].map((certificate, index) =>
    sequence(
      oid(OID.certBag),
      context(0, sequence(oid(OID.x509Certificate), context(0, octetString(certificate)))),
      ...(index === 0 ? [localKeyId] : []),
    ),
  );
  const safe = sequence(dataContent(sequence(keyBag)), dataContent(sequence(...certBags)));
  return sequence(integer(3), dataContent(safe), macData(safe, password));
}

function dataContent(content: Uint8Array): Uint8Array {
  return sequence(oid(OID.data), context(0, octetString(content)));
}

function encrypt(plain: Uint8Array, password: string): { algorithm: Uint8Array; data: Uint8Array } {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256"), iv);
  const derivation = sequence(
    oid(OID.pbkdf2),
    sequence(octetString(salt), integer(ITERATIONS), sequence(oid(OID.hmacWithSha256), nil())),
  );
  return {
    algorithm: sequence(oid(OID.pbes2), sequence(derivation, sequence(oid(OID.aes256Cbc), octetString(iv)))),
    data: Buffer.concat([cipher.update(plain), cipher.final()]),
  };
}

function macData(safe: Uint8Array, password: string): Uint8Array {
  const salt = randomBytes(16);
  const key = forge.pkcs12.generateKey(
    password,
    forge.util.createBuffer(salt.toString("latin1")),
    3,
    ITERATIONS,
    32,
    forge.md.sha256.create(),
  );
  const mac = createHmac("sha256", Buffer.from(key.getBytes(), "latin1")).update(safe).digest();
  return sequence(
    sequence(sequence(oid(OID.sha256), nil()), octetString(mac)),
    octetString(salt),
    integer(ITERATIONS),
  );
}
