import { generateKeyPairSync } from "node:crypto";
import { verifyEvidenceXml } from "@posthorn/evidence";
import { keyActStatement, type KeyActName, OFFICERS_NEEDED } from "@posthorn/domain";
import { fromPem, issueDevelopmentPki, officerChecks, signStatement } from "@posthorn/pki";
import { createCsc, createVerbBench, manualClock, serveApp, type VerbBench } from "@posthorn/testkit";
import { bookKeyAct, keysInForce, registerSealKeys, sealRecords, stampRecords } from "@posthorn/usecases";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSealingTools, type SealingTools } from "./sealing-tools.test-support.ts";
import { holdKeys, type HeldSealKey } from "./wiring/hold-keys.ts";
import { createKeyRing } from "./wiring/key-ring.ts";
import { sealingPort } from "./wiring/ports.ts";

let bench: VerbBench;
let tools: SealingTools;
let csc: ReturnType<typeof createCsc>;
let remote: Awaited<ReturnType<typeof serveApp>>;
const CLIENT = { clientId: "posthorn", clientSecret: "a secret" };
const now = Temporal.Now.instant();
const remotePki = issueDevelopmentPki({ now, sealKey: "P-384" });

beforeAll(async () => {
  [bench, tools] = await Promise.all([createVerbBench(), openSealingTools()]);
  csc = createCsc({
    clock: manualClock(now),
    ...CLIENT,
    credential: { id: "seal-1", identity: remotePki.seal, scal: "2" },
    otherCertificate: remotePki.root.key.certificate,
  });
  remote = await serveApp(csc.app, { port: 0 });
});
afterAll(async () => {
  await remote.stop();
  await tools.stop();
  await bench.close();
});

const officers = ["ann", "bob"].map((name) => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    name,
    publicPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    privatePem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
});
const acts = {
  officersNeeded: OFFICERS_NEEDED,
  ...officerChecks(Object.fromEntries(officers.map(({ name, publicPem }) => [name, publicPem]))),
};

async function decide(act: KeyActName, { certificateSha256 }: HeldSealKey): Promise<void> {
  const { db } = bench.context("sealer");
  const keys = await keysInForce(db, acts);
  const statement = keyActStatement({
    version: 1,
    number: keys.acts + 1,
    act,
    certificate_sha256: certificateSha256,
    reason: "rotation",
    previous: keys.head,
  });
  const signatures = officers.map(({ name, privatePem }) => ({
    officer: name,
    signature: signStatement(statement, privatePem),
  }));
  await bookKeyAct(db, acts, { statement, signatures });
}

test("a key in a file is rotated to one held by a remote service while records wait, and each is sealed by the key it names", async () => {
  const ctx = bench.context("sealer");
  const [local, distant] = (await holdKeys(
    [
      {
        type: "pkcs12",
        file: pathToFileURL(tools.pki.sealP12Path).href,
        password: pathToFileURL(tools.pki.sealPasswordPath).href,
      },
      {
        type: "csc",
        url: `${remote.url}/csc/v2`,
        token_url: `${remote.url}/oauth2/token`,
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        credential: "seal-1",
      },
    ],
    2000,
  )) as [HeldSealKey, HeldSealKey];
  await registerSealKeys(ctx.db, acts, [local, distant]);
  await decide("activate", local);
  const before = await bench.submit();
  await decide("activate", distant);
  const after = await bench.submit();
  const ring = createKeyRing([local, distant], () => keysInForce(ctx.db, acts));
  await ring.refresh();
  await stampRecords(ctx, tools.stamping);
  const sealing = sealingPort(ring, tools.timestamps);

  csc.setMode("refuse");
  await expect(sealRecords(ctx, sealing)).rejects.toThrow("1 records could not be sealed");
  csc.setMode("ok");
  expect(await sealRecords(ctx, sealing)).toBe(1);

  const sealOf = async (deliveryId: string) => {
    const { xml } = await ctx.db
      .selectFrom("evidence_seal")
      .select("xml")
      .where("delivery_id", "=", deliveryId)
      .executeTakeFirstOrThrow();
    return verifyEvidenceXml(xml, {
      trustedRoots: [...fromPem(tools.pki.rootPem), remotePki.root.key.certificate],
      timestampRoots: tools.roots.tsa,
    });
  };
  for (const [message, key] of [
    [before, local],
    [after, distant],
  ] as const) {
    const report = await sealOf(message.deliveryIds[0] ?? "");
    expect(report).toMatchObject({
      indication: "TOTAL-PASSED",
      facts: { issuer: { certificate_sha256: key.certificateSha256 } },
    });
  }

  await decide("retire", local);
  await ring.refresh();
  expect(
    ring.keyFor({ issuer: { name: "", country: "BE", certificate_sha256: local.certificateSha256 } }),
  ).toBe(distant.key);
});
