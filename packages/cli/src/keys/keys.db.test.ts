import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { issueDevelopmentPki } from "@posthorn/pki";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { registerSealKeys } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../run-command.ts";

let bench: VerbBench;
const folder = mkdtempSync(join(tmpdir(), "posthorn-keys-"));
const { certificate, certificateSha256, notAfter } = issueDevelopmentPki({ now: Temporal.Now.instant() }).seal
  .key;
const officers = Object.fromEntries(
  ["ann", "bob"].map((name) => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(join(folder, `${name}.pem`), privateKey.export({ type: "pkcs8", format: "pem" }));
    return [name, publicKey.export({ type: "spki", format: "pem" }).toString()];
  }),
);

beforeAll(async () => {
  bench = await createVerbBench();
  await registerSealKeys(
    bench.context("sealer").db,
    { officersNeeded: 2, digest: () => "", signed: () => false },
    [{ certificateSha256, certificate, provider: "pkcs12", notAfter }],
  );
});
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

async function posthorn(...args: string[]) {
  const said: string[] = [];
  const code = await runCommand(args, {
    folder,
    env: {
      DATABASE_URL: bench.database.urlFor("sealer"),
      KEY_OFFICERS: JSON.stringify(officers),
      TSA_URLS: "http://127.0.0.1:3161/tsa",
      CARRIER: "bpost",
      PORTAL_URL: "http://portal.localhost",
      TRUST_STATUS: "demonstration",
    },
    now: () => Temporal.Now.instant(),
    write: (text) => said.push(text),
    complain: (text) => said.push(text),
  });
  return { code, said: said.join("") };
}

test("an act is proposed, signed by two officers on their own, booked once, and shown", async () => {
  const propose = [
    "keys",
    "propose",
    "activate",
    certificateSha256,
    "--reason",
    "first key",
    "--out",
    "act.json",
  ];
  expect(await posthorn(...propose)).toMatchObject({ code: 0, said: expect.stringContaining("first key") });
  const sign = (name: string) =>
    posthorn("keys", "sign", "act.json", "--officer", name, "--key", `${name}.pem`);
  expect(await sign("ann")).toMatchObject({ code: 0, said: expect.stringContaining(certificateSha256) });
  expect(await posthorn("keys", "book", "act.json")).toMatchObject({
    code: 1,
    said: expect.stringContaining("too_few_officers"),
  });
  await sign("ann");
  await sign("bob");
  expect((await posthorn("keys", "book", "act.json")).said).toBe(`booked; in force: ${certificateSha256}\n`);
  expect(await posthorn("keys", "book", "act.json")).toMatchObject({ code: 0 });
  const { said } = await posthorn("keys", "list");
  expect(said).toContain(`${certificateSha256}  in force  pkcs12`);
  expect(said).toContain("(first key), signed by ann, bob");
});

test.each([
  [["keys", "propose", "burn", "x"], "an act is activate or retire"],
  [["keys", "propose", "retire", "x"], "64 hex digits"],
  [["keys", "sign", "absent.json", "--officer", "ann", "--key", "ann.pem"], "cannot be read"],
  [["keys", "sign", "ann.pem", "--officer", "ann", "--key", "ann.pem"], "cannot be read"],
  [["keys", "book"], "one FILE is needed"],
  [["doctor"], "one examination"],
])("%j is wrong use", async (args, problem) => {
  expect(await posthorn(...args)).toMatchObject({ code: 64, said: expect.stringContaining(problem) });
});

test("the doctor lists what stands against the status of qualified", async () => {
  const { code, said } = await posthorn("doctor", "--qualified");
  expect(code).toBe(1);
  expect(said).toContain("ok   officers_named: 2 officers");
  expect(said).toContain("FAIL no_stand_in: timestamp: 127.0.0.1");
  expect(said).toContain("FAIL provider_registered: carrier: sen.bpost.be");
  expect(said).toContain("FAIL public_https: http://portal.localhost");
  expect(said).toContain("ok   clock_untouched");
  const findings: unknown = JSON.parse((await posthorn("doctor", "--qualified", "--json")).said);
  expect(findings).toContainEqual(expect.objectContaining({ code: "witnesses_named", ok: false }));
});
