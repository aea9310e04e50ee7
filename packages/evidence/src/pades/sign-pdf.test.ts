import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSignedData, toPem } from "@posthorn/pki";
import { expect, test } from "vitest";
import { EXAMPLE_FACTS } from "../example-facts.ts";
import { exampleSealing } from "../example-sealing.ts";
import { checkWords } from "../proofs/close-words.ts";
import type { SealedRecord } from "../proofs/proof-request.ts";
import { proofWords } from "../proofs/proof-style.ts";
import { inFolder, isInstalled } from "../proofs/read-pdf.ts";
import { sealMessageProof, sealProof } from "../proofs/seal-proof.ts";
import { signPdf } from "./sign-pdf.ts";

const missing = !isInstalled("pdfsig", "qpdf", "openssl");
const SKIP = "(skipped: pdfsig, qpdf or openssl is not installed)";

async function sealedProof(sealKey: "P-256" | "RSA-3072" = "P-256") {
  const facts = { ...EXAMPLE_FACTS, type: "SubmissionAcceptance", seq: 1 };
  const { pki, now, timestamp, sealed } = await exampleSealing({ sealKey, facts });
  const record: SealedRecord = {
    facts,
    leaf: "ab".repeat(32),
    xml: sealed,
    stampedAt: now,
    sealedAt: now,
    logIndex: 0,
  };
  const request = {
    kind: "proof_of_submission",
    language: "en",
    records: [record],
    trust: "demonstration",
    verifyUrl: "https://verify.example/",
  } as const;
  const seal = { key: pki.seal.key, timestamp, now };
  return { pki, now, timestamp, record, request, seal, pdf: await sealProof(request, seal) };
}

function pdfsig(pdf: Uint8Array): string {
  return inFolder(
    { "proof.pdf": pdf },
    (folder) => spawnSync("pdfsig", ["-nocert", join(folder, "proof.pdf")], { encoding: "utf8" }).stdout,
  );
}

test.skipIf(missing).each(["P-256", "RSA-3072"] as const)(
  `pdfsig finds the seal valid with %s, over the whole file ${SKIP}`,
  async (sealKey) => {
    const { pdf } = await sealedProof(sealKey);
    const said = pdfsig(pdf);
    for (const line of [
      "Signature is Valid",
      "ETSI.CAdES.detached",
      "Total document signed",
      "Posthorn demonstration seal",
    ])
      expect(said).toContain(line);
  },
);

test.skipIf(missing)(`one changed byte is noticed ${SKIP}`, async () => {
  const { pdf } = await sealedProof();
  const changed = Uint8Array.from(pdf);
  changed[2000] = (changed[2000] ?? 0) ^ 1;
  expect(pdfsig(changed)).toContain("Digest Mismatch");
});

test.skipIf(missing || !isInstalled("xmlsec1", "pdfdetach"))(
  `the commands printed on the proof do what they say (skipped: one of their programs is not installed)`,
  async () => {
    const { pdf, pki, now } = await sealedProof();
    const commands = printedCommands("01-SubmissionAcceptance.xml");
    inFolder({ "proof.pdf": pdf, "root.pem": toPem(pki.root.key.certificate) }, (folder) => {
      const run = (command: string) => {
        // The example's certificates are of its own day, whatever day it is here.
        const dated = command
          .replace("openssl cms", `openssl cms -attime ${Math.floor(now.epochMilliseconds / 1000)}`)
          .replace("xmlsec1 --verify", 'xmlsec1 --verify --verification-gmt-time "2026-11-21 09:02:15"');
        return spawnSync("bash", ["-c", dated], { cwd: folder, encoding: "utf8" });
      };
      const [whole = "", seal = "", evidence = ""] = commands;
      const first = run(whole);
      const ranges = /\[0 - (\d+)\], \[(\d+) - (\d+)\]/.exec(first.stdout);
      expect(ranges?.[3]).toBe(String(pdf.length));
      const [, a = "", b = "", c = ""] = ranges ?? [];
      const second = run(`A=${a}; B=${b}; C=${c}; ${seal.replace("-c A ", "-c $A ")}`);
      expect(second.stderr).toContain("Verification successful");
      const third = run(evidence);
      expect(`${third.status} ${third.stdout}${third.stderr}`).toMatch(/^0 [^]*OK/u);
    });
  },
);

/** The command lines of the page, continued ones joined. */
function printedCommands(xmlName: string): readonly string[] {
  const { steps } = checkWords(proofWords("en"), "https://verify.example/", xmlName);
  return steps.map(({ commands }) => commands.join("\n").replaceAll("\\\n", ""));
}

test.skipIf(missing)(`the timestamp is over the value of the seal and verifies ${SKIP}`, async () => {
  const { pdf, pki } = await sealedProof();
  const contents = Buffer.from(
    /\/Contents <([0-9a-f]+)>/.exec(Buffer.from(pdf).toString("latin1"))?.[1] ?? "",
    "hex",
  );
  // DER says its own length; the rest of the room is zeros
  const { signer } = readSignedData(contents.subarray(0, 4 + contents.readUInt16BE(2)));
  const [token] = signer.unsignedAttributes.get("1.2.840.113549.1.9.16.2.14") ?? [];
  // signing-time, which PAdES leaves to the PDF
  expect(Buffer.from(signer.signedAttributes).includes(Buffer.from("06092a864886f70d010905", "hex"))).toBe(
    false,
  );
  inFolder(
    { "token.der": token ?? "", value: signer.signature, "tsa.pem": toPem(pki.tsaRoot.key.certificate) },
    (folder) => {
      const args = [
        "ts",
        "-verify",
        "-data",
        "value",
        "-in",
        "token.der",
        "-token_in",
        "-CAfile",
        "tsa.pem",
        "-attime",
        "1795251735",
      ];
      expect(execFileSync("openssl", args, { cwd: folder, encoding: "utf8", stdio: "pipe" })).toContain(
        "Verification: OK",
      );
      writeFileSync(join(folder, "value"), "other");
      expect(spawnSync("openssl", args, { cwd: folder }).status).not.toBe(0);
    },
  );
});

test.skipIf(missing)(
  `a sealed file can be sealed again without breaking the first seal ${SKIP}`,
  async () => {
    const { pdf, pki, timestamp, now } = await sealedProof();
    const twice = await signPdf(pdf, pki.seal.key, timestamp, { now, reason: "again" });
    expect(Buffer.compare(twice.subarray(0, pdf.length), pdf)).toBe(0);
    expect(pdfsig(twice).match(/Signature is Valid/g)).toHaveLength(2);
  },
);

test("the seal keeps the structure of PDF/A-3B: printed, locked widget without ink", async () => {
  const { pdf } = await sealedProof();
  const text = Buffer.from(pdf).toString("latin1");
  for (const mark of [
    "<pdfaid:part>3<",
    "/OutputIntents",
    "/F 132",
    "/Rect [ 0 0 0 0 ]",
    "/SigFlags 3",
    "/SubFilter /ETSI.CAdES.detached",
  ]) {
    expect(text.includes(mark), mark).toBe(true);
  }
});

test("without a timestamp there is no proof", async () => {
  const { request, seal } = await sealedProof();
  const down = new Error("the TSA is down");
  await expect(sealProof(request, { ...seal, timestamp: () => Promise.reject(down) })).rejects.toBe(down);
});

test.skipIf(missing)(`the proof of a whole message is sealed too ${SKIP}`, async () => {
  const { record, request, seal } = await sealedProof();
  const pdf = await sealMessageProof({ ...request, message: "msg_1", records: [record] }, seal);
  expect(pdfsig(pdf)).toContain("Signature is Valid");
});
