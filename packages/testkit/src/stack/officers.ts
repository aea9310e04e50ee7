// The officers of a stack, who decide on its seal keys: two pairs of keys, kept in its directory.

import { generateKeyPairSync, createPublicKey } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "@posthorn/db";
import { keyActStatement, OFFICERS_NEEDED, type SignedKeyAct } from "@posthorn/domain";
import { officerChecks, type SealKey, signStatement } from "@posthorn/pki";
import { bookKeyAct, keysInForce, type KeyActPort, registerSealKeys } from "@posthorn/usecases";

export interface Officers {
  /** What the sealer is told: names and public keys, PEM. */
  readonly publicKeys: Readonly<Record<string, string>>;
  /** Both sign. */
  sign(statement: string): SignedKeyAct;
}

const NAMES = ["key officer A", "key officer B"] as const;

/** Made once. In production each officer keeps his key to himself. */
export function prepareOfficers(directory: string): Officers {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const privateKeys = NAMES.map((name, index) => {
    const file = join(directory, `officer-${index + 1}.pem`);
    if (!existsSync(file)) {
      const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
      writeFileSync(file, pem, { mode: 0o600 });
    }
    return [name, readFileSync(file, "utf8")] as const;
  });
  return {
    publicKeys: Object.fromEntries(
      privateKeys.map(([name, pem]) => [
        name,
        createPublicKey(pem).export({ type: "spki", format: "pem" }).toString(),
      ]),
    ),
    sign: (statement) => ({
      statement,
      signatures: privateKeys.map(([officer, pem]) => ({
        officer,
        signature: signStatement(statement, pem),
      })),
    }),
  };
}

/** What officers and an operator do when a key is put in force, unless it is. */
export async function putInForce(ownerUrl: string, officers: Officers, key: SealKey): Promise<void> {
  const db = openDatabase({ url: ownerUrl, service: "sealer", max: 1 });
  const port: KeyActPort = { officersNeeded: OFFICERS_NEEDED, ...officerChecks(officers.publicKeys) };
  try {
    await registerSealKeys(db, port, [{ ...key, provider: "pkcs12" }]);
    const keys = await keysInForce(db, port);
    if (keys.current === key.certificateSha256) return;
    const statement = keyActStatement({
      version: 1,
      number: keys.acts + 1,
      act: "activate",
      certificate_sha256: key.certificateSha256,
      reason: "development stack",
      previous: keys.head,
    });
    await bookKeyAct(db, port, officers.sign(statement));
  } finally {
    await db.destroy();
  }
}
