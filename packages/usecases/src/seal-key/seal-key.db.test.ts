import { generateKeyPairSync, randomBytes } from "node:crypto";
import { sql } from "@posthorn/db";
import { keyActStatement, type KeyActName, type KeysInForce, type SignedKeyAct } from "@posthorn/domain";
import { officerChecks, signStatement } from "@posthorn/pki";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeEach, expect, test } from "vitest";
import { bookKeyAct } from "./book-key-act.ts";
import { keysInForce } from "./keys-in-force.ts";
import type { HeldKey, KeyActPort } from "./ports.ts";
import { registerSealKeys } from "./register-keys.ts";

let bench: VerbBench;
beforeEach(async () => {
  await bench?.close();
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const db = () => bench.context("sealer").db;
const officer = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    publicPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    privatePem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
};
const officers = new Map([
  ["ann", officer()],
  ["bob", officer()],
]);
const port: KeyActPort = {
  officersNeeded: 2,
  ...officerChecks(Object.fromEntries([...officers].map(([name, { publicPem }]) => [name, publicPem]))),
};
const alone: KeyActPort = { ...port, officersNeeded: 0 };

const heldKey = (): HeldKey => {
  const certificate = randomBytes(64);
  return {
    certificate,
    certificateSha256: port.digest(certificate.toString("hex")),
    provider: "pkcs12",
    notAfter: Temporal.Now.instant().add({ hours: 24 }),
  };
};

function sign(keys: KeysInForce, act: KeyActName, key: HeldKey, names = ["ann", "bob"]): SignedKeyAct {
  const statement = keyActStatement({
    version: 1,
    number: keys.acts + 1,
    act,
    certificate_sha256: key.certificateSha256,
    reason: "yearly rotation",
    previous: keys.head,
  });
  const signatures = names.map((name) => ({
    officer: name,
    signature: signStatement(statement, officers.get(name)?.privatePem ?? ""),
  }));
  return { statement, signatures };
}

async function named(): Promise<string | null> {
  const { rows } = await sql<{ named: string | null }>`SELECT seal_certificate_in_force() AS named`.execute(
    db(),
  );
  return rows[0]?.named ?? null;
}

test("without officers the first configured key is put in force, again after it was changed", async () => {
  const [first, second] = [heldKey(), heldKey()];
  expect(await named()).toBeNull();
  await registerSealKeys(db(), alone, [first, second]);
  await registerSealKeys(db(), alone, [first, second]);
  expect(await named()).toBe(first.certificateSha256);
  await registerSealKeys(db(), alone, [second, first]);
  expect(await named()).toBe(second.certificateSha256);
});

test("with officers nothing is in force before two have signed, and records then name the new key", async () => {
  const [first, second] = [heldKey(), heldKey()];
  const none = await registerSealKeys(db(), port, [first, second]);
  expect(none.current).toBeNull();
  await expect(bookKeyAct(db(), port, sign(none, "activate", first, ["ann"]))).rejects.toMatchObject({
    code: "key_act_refused",
    detail: "act 1: too_few_officers",
  });
  const act = sign(none, "activate", first);
  const begun = await bookKeyAct(db(), port, act);
  expect(await bookKeyAct(db(), port, act)).toEqual(begun);
  expect(await named()).toBe(first.certificateSha256);
  const rotated = await bookKeyAct(db(), port, sign(begun, "activate", second));
  const ended = await bookKeyAct(db(), port, sign(rotated, "retire", first));
  expect(ended).toMatchObject({ current: second.certificateSha256, retired: [first.certificateSha256] });
  const { deliveryIds } = await bench.submit();
  const record = await db()
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", deliveryIds[0] ?? "")
    .executeTakeFirstOrThrow();
  expect(JSON.parse(record.canonical)).toMatchObject({
    issuer: { certificate_sha256: second.certificateSha256 },
  });
});

test("a key that the sealer never held, and an act that does not follow the last, are refused", async () => {
  const first = heldKey();
  const none = await registerSealKeys(db(), port, [first]);
  await expect(bookKeyAct(db(), port, sign(none, "activate", heldKey()))).rejects.toMatchObject({
    code: "seal_key_unknown",
  });
  await bookKeyAct(db(), port, sign(none, "activate", first));
  await expect(bookKeyAct(db(), port, sign(none, "retire", first))).rejects.toMatchObject({
    detail: "act 2: out_of_order",
  });
});

test("whoever owns the database can put no key in force: the sealer judges the acts itself", async () => {
  const [first, own] = [heldKey(), heldKey()];
  const none = await registerSealKeys(db(), port, [first, own]);
  await bookKeyAct(db(), port, sign(none, "activate", first));
  const keys = await keysInForce(db(), port);
  const forged = { ...sign(keys, "activate", own, []), signatures: [{ officer: "ann", signature: "AAAA" }] };
  await bench
    .context("owner")
    .db.insertInto("seal_key_act")
    .values({
      number: 2,
      act: "activate",
      certificate_sha256: own.certificateSha256,
      statement: forged.statement,
      signatures: JSON.stringify(forged.signatures),
      booked_at: Temporal.Now.instant(),
    })
    .execute();
  await expect(keysInForce(db(), port)).rejects.toMatchObject({ code: "seal_key_acts_broken" });
});
