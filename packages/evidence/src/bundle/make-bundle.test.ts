import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "@posthorn/domain";
import { toPem } from "@posthorn/pki";
import { sampleBundle } from "@posthorn/testkit";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { inFolder, isInstalled } from "../proofs/read-pdf.ts";
import { verifyEvidenceXml } from "../verify/verify-evidence-xml.ts";
import { makeBundle } from "./make-bundle.ts";

const noUnzip = !isInstalled("unzip");
const noOpenssl = !isInstalled("openssl", "unzip");

/** Unpacks it with software that is not ours. */
function unpacked<Result>(
  bytes: Uint8Array,
  use: (folder: string, paths: readonly string[]) => Result,
): Result {
  return inFolder({ "bundle.asice": bytes }, (folder) => {
    execFileSync("unzip", ["-q", join(folder, "bundle.asice"), "-d", join(folder, "in")]);
    const paths = readdirSync(join(folder, "in"), { recursive: true, encoding: "utf8" });
    return use(join(folder, "in"), paths.toSorted());
  });
}

function inventoryOf(folder: string, language = "en"): Document {
  const html = readFileSync(join(folder, `0-inventory-${language}.html`), "utf8");
  return new JSDOM(html).window.document;
}

test("the media type stands first and unpacked, and the same request gives the same octets", async () => {
  const { bytes, request, seal } = await sampleBundle();
  expect(Buffer.from(bytes.subarray(30, 38)).toString()).toBe("mimetype");
  expect(Buffer.from(bytes.subarray(38, 69)).toString()).toBe("application/vnd.etsi.asic-e+zip");
  const fixed = { ...seal.key, sign: async () => new Uint8Array(64) };
  const token = await seal.timestamp(new Uint8Array(32));
  const again = () => makeBundle(request, { key: fixed, timestamp: async () => token, now: seal.now });
  expect(await again()).toEqual(await again());
});

test.skipIf(noUnzip)(
  "everything is inside and listed with its digest, in every language (skipped: unzip is not installed)",
  async () => {
    for (const language of LANGUAGES) {
      const { bytes } = await sampleBundle({ language, proofs: PROOFS });
      unpacked(bytes, (folder, paths) => {
        expect(paths).toEqual(expect.arrayContaining(EXPECTED(language)));
        const page = inventoryOf(folder, language);
        expect(page.documentElement.lang).toBe(language);
        expect(page.querySelectorAll("h1")).toHaveLength(1);
        const listed = [...page.querySelectorAll("tbody tr")];
        for (const row of listed) {
          const path = row.querySelector("a")?.getAttribute("href") ?? "";
          const digest = row.querySelector("code")?.textContent;
          const file = readFileSync(join(folder, path));
          if (digest) expect(digest).toBe(createHash("sha256").update(file).digest("hex"));
        }
        const files = paths.filter((path) => /[.][a-z0-9]+$/u.test(path) && !path.startsWith("0-"));
        const hrefs = listed.map((row) => row.querySelector("a")?.getAttribute("href") ?? "");
        expect(hrefs.toSorted()).toEqual(files.filter((path) => path !== "META-INF/manifest.xml").toSorted());
      });
    }
  },
);

test.skipIf(noUnzip)(
  "each evidence in it still verifies by itself (skipped: unzip is not installed)",
  async () => {
    const { bytes, pki } = await sampleBundle({ sealKey: "P-384" });
    unpacked(bytes, (folder, paths) => {
      const evidence = paths.filter((path) => path.startsWith("evidence/"));
      expect(evidence).toHaveLength(3);
      for (const path of evidence) {
        const report = verifyEvidenceXml(readFileSync(join(folder, path), "utf8"), {
          trustedRoots: [pki.root.key.certificate],
          timestampRoots: [pki.tsaRoot.key.certificate],
        });
        expect(report).toMatchObject({ indication: "TOTAL-PASSED" });
      }
    });
  },
);

test.skipIf(noOpenssl)(
  "openssl verifies the seal with the printed command, and misses nothing (skipped: openssl or unzip is not installed)",
  async () => {
    const { bytes, pki } = await sampleBundle({ proofs: PROOFS });
    unpacked(bytes, (folder, paths) => {
      const printed = inventoryOf(folder).querySelector("pre")?.textContent ?? "";
      const [openssl = ""] = printed.split("\n");
      const roots = join(folder, "roots.pem");
      execFileSync("tee", [roots], {
        input: toPem(pki.root.key.certificate) + toPem(pki.tsaRoot.key.certificate),
        stdio: ["pipe", "ignore", "inherit"],
      });
      const [program = "", ...args] = openssl.split(" ");
      const at = ["-attime", "1795253000"];
      const said = spawnSync(program, [...args, ...at], { cwd: folder, encoding: "utf8" });
      expect(said.stderr).toContain("CAdES Verification successful");
      const manifest = readFileSync(join(folder, "checked.xml"), "utf8");
      const covered = Array.from(
        manifest.matchAll(/URI="([^"]+)" MimeType="[^"]+"><ds:DigestMethod/gu),
        ([, uri]) => uri ?? "",
      );
      const outside = ["mimetype", "META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s"];
      const files = paths.filter((path) => /[.][a-z0-9]+$/u.test(path));
      expect(covered.toSorted()).toEqual(files.filter((path) => !outside.includes(path)).toSorted());
    });
  },
);

test.skipIf(noUnzip)(
  "an open chain is called incomplete, and records after the closing one are counted (skipped: unzip is not installed)",
  async () => {
    const text = async (options: Parameters<typeof sampleBundle>[0]) =>
      unpacked((await sampleBundle(options)).bytes, (folder) =>
        inventoryOf(folder).querySelector(".state")?.textContent?.replaceAll(/\s+/gu, " "),
      );
    expect(await text({ open: true })).toMatch(/^Incomplete\./u);
    expect(await text({})).toMatch(/^Complete\. .* closed\.$/u);
    expect(await text({ later: true })).toContain("One record came after the closing one.");
  },
);

test.skipIf(noUnzip)(
  "the sender learns of the notice, and only the addressee has it (skipped: unzip is not installed)",
  async () => {
    const sender = await sampleBundle({ side: "sender" });
    const digest = sender.request.kept.find(({ kind }) => kind === "notice_mail")?.sha256 ?? "";
    unpacked(sender.bytes, (folder, paths) => {
      expect(paths.filter((path) => path.endsWith(".eml"))).toEqual([]);
      expect(inventoryOf(folder).body.textContent).toContain(digest);
    });
    unpacked((await sampleBundle({ side: "addressee" })).bytes, (_, paths) => {
      expect(paths.filter((path) => path.endsWith(".eml"))).toEqual(["kept/02-notice-mail.eml"]);
    });
  },
);

test.skipIf(noUnzip)(
  "what the carrier gave is named by what it is (skipped: unzip is not installed)",
  async () => {
    const { request, seal } = await sampleBundle();
    const [sample] = request.kept;
    if (!sample) throw new Error("the sample keeps nothing");
    const kept = (["application/pdf", "application/json", "image/jpeg", "text/plain"] as const).map(
      (mediaType) => ({
        ...sample,
        kind: "carrier_report" as const,
        mediaType,
      }),
    );
    unpacked(await makeBundle({ ...request, kept }, seal), (_, paths) => {
      expect(paths.filter((path) => path.startsWith("kept/"))).toEqual([
        "kept/01-carrier-report.pdf",
        "kept/02-carrier-report.json",
        "kept/03-carrier-report.jpg",
        "kept/04-carrier-report.txt",
      ]);
    });
  },
);

const PROOFS = [{ kind: "proof_of_submission", pdf: Buffer.from("%PDF-1.7\n", "latin1") }] as const;
const EXPECTED = (language: string) => [
  `0-inventory-${language}.html`,
  "META-INF/ASiCManifest001.xml",
  "META-INF/manifest.xml",
  "META-INF/signature001.p7s",
  "evidence/01-SubmissionAcceptance.xml",
  "evidence/04-ContentConsignment.xml",
  "kept/01-decision-page.html",
  "mimetype",
  "proofs/1-proof-of-submission.pdf",
  "records/02-SmsAnswer.json",
  "trust/README.txt",
  "verifier.html",
];
