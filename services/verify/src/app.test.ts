import { createHash } from "node:crypto";
import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { openLocal } from "@posthorn/testkit";
import { createCallLimit } from "@posthorn/web";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHECK_LIMITS, type VerifyDeps } from "./deps.ts";
import type { FileReport } from "./report/file-report.ts";
import { makeSampleProof, ORIGINALS, SAMPLE_FACTS, type SampleProof } from "./sample-proof.test-support.ts";
import { startTestSite, type TestSite } from "./site.test-support.ts";

let sample: SampleProof;
let site: TestSite;

beforeAll(async () => {
  sample = await makeSampleProof();
  site = await startTestSite(sample);
});
afterAll(() => site.close());

/** The text of a page as it is read, and the page as it is. */
async function read(answer: Response) {
  const html = await answer.text();
  const text = html
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
  return { status: answer.status, headers: answer.headers, html, text };
}

const get = async (path: string, at = site) => read(await openLocal(`${at.origin}${path}`));

interface Given {
  readonly proof?: { readonly name: string; readonly bytes: Uint8Array };
  readonly originals?: Readonly<Record<string, Uint8Array>>;
  readonly digests?: readonly string[];
  readonly token?: string;
  readonly language?: string;
}

async function check(given: Given, at = site) {
  const page = await openLocal(`${at.origin}/`);
  const [cookie = ""] = page.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const form = new FormData();
  form.set("_csrf", given.token ?? token);
  const { proof } = given;
  form.set("proof", new Blob([Buffer.from(proof?.bytes ?? [])]), proof?.name ?? "");
  for (const digest of given.digests ?? []) form.append("digest", digest);
  for (const [name, bytes] of Object.entries(given.originals ?? {}))
    form.append("originals", new Blob([Buffer.from(bytes)]), name);
  const headers = { cookie, accept: "text/html", "accept-language": given.language ?? "en" };
  return read(await openLocal(`${at.origin}/`, { method: "POST", body: form, headers }));
}

const proof = () => ({ name: "proof.pdf", bytes: sample.pdf });

async function withSite<T>(replaced: Partial<VerifyDeps>, act: (at: TestSite) => Promise<T>): Promise<T> {
  const at = await startTestSite(sample, replaced);
  try {
    return await act(at);
  } finally {
    await at.close();
  }
}

test("a real proof with its originals passes, in every language, and nothing of it is logged", async () => {
  for (const language of LANGUAGES) {
    const page = await check({ proof: proof(), originals: ORIGINALS, language });
    const { verification, verify, proof: words } = textsFor(language);
    expect(page.status).toBe(200);
    expect(page.text).toContain(verification.indications["TOTAL-PASSED"].title);
    expect(page.text).toContain(words.track.event.SubmissionAcceptance);
    expect(page.html.split(`"pill ok">${verify.result.compared.same}<`)).toHaveLength(3);
    expect(page.text).toContain(createHash("sha256").update(ORIGINALS["lease.pdf"]).digest("hex"));
    expect(page.text).toContain("2026-11-21T09:02:14.118Z (UTC)");
    expect(page.text).toContain(words.legalEffect.demonstration);
    expect(page.headers.get("Cache-Control")).toBe("no-store");
  }
  const logged = site.logged.join("\n");
  expect(logged).toContain("TOTAL-PASSED");
  expect(logged).not.toMatch(/dlv_|Peeters|Vandewalle|proof\.pdf|127\.0\.0\.1/);
});

test("one changed byte, a changed original, a stranger's file: each is told", async () => {
  const changed = Uint8Array.from(sample.pdf);
  const at = Math.floor(changed.length / 3);
  changed[at] = (changed[at] ?? 0) ^ 1;
  const broken = await check({ proof: { name: "changed.pdf", bytes: changed } });
  expect(broken.text).toContain(textsFor("en").verification.indications["TOTAL-FAILED"].title);

  const page = await check({
    proof: proof(),
    originals: { ...ORIGINALS, "lease.pdf": Buffer.from("another"), "holiday.jpg": Buffer.from("sun") },
  });
  expect(page.text).toContain("different");
  expect(page.text).toContain(textsFor("en").verify.result.strangers);
  expect(page.text).toContain("holiday.jpg");
});

test("a sound proof stays one, whatever file lies beside it: both are told, in every language", async () => {
  for (const language of LANGUAGES) {
    const { verification, verify } = textsFor(language);
    const page = await check({
      proof: proof(),
      originals: { "lease.pdf": Buffer.from("another") },
      language,
    });
    expect(page.text).toContain(`${verification.beside.title} ${verification.beside.text["TOTAL-PASSED"]}`);
    expect(page.text).not.toContain(verification.indications["TOTAL-FAILED"].title);
    expect(page.text).not.toContain(verify.result.doNotRely);
    expect(page.text).toContain(`${verify.result.indication} TOTAL-PASSED`);
  }
  const broken = await check({
    proof: { name: "cut.pdf", bytes: sample.pdf.subarray(0, sample.pdf.length - 40) },
    originals: { "lease.pdf": Buffer.from("another") },
  });
  expect(broken.text).not.toContain(textsFor("en").verification.beside.title);
});

test.each([
  ["random bytes", Buffer.from("nothing that we know")],
  ["XML with an entity", Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')],
  ["a cut PDF", Buffer.from("%PDF-1.7\n%%EOF")],
  ["a zip that is none", Buffer.from("PK\u0003\u0004 and then nothing")],
])("%s gets an answer that says what to do, and nothing breaks", async (name, bytes) => {
  const page = await check({ proof: { name, bytes } });
  expect(page.status).toBe(200);
  expect(page.text).not.toContain(textsFor("en").verification.indications["TOTAL-PASSED"].title);
  expect(page.text).toContain(textsFor("en").verify.result.checks);
  expect(page.text).not.toContain("root:");
});

test("a form without a proof keeps the digests that the browser has computed", async () => {
  const digest = JSON.stringify({ name: 'a "b".txt', size: 3, sha256: "ab".repeat(32) });
  const page = await check({ digests: [digest] });
  expect(page.status).toBe(400);
  expect(page.text).toContain(textsFor("en").verify.refused.proof_missing.title);
  expect(page.html).toContain(`value="${digest.replaceAll('"', "&quot;")}"`);
});

test.each(["", "{}", '{"name":"a","size":-1,"sha256":"ab"}', '{"name":1,"size":1,"sha256":""}', "null"])(
  "a digest such as %s is refused",
  async (digest) => {
    const page = await check({ proof: proof(), digests: [digest] });
    expect(page.status).toBe(400);
    expect(page.text).toContain(textsFor("en").verify.refused.digests_malformed.title);
  },
);

test("what is too large or too many is told kindly, with the form", async () => {
  const limits = { ...CHECK_LIMITS, proofBytes: 1000, originalBytes: 10, originalsBytes: 2000, originals: 2 };
  const { refused } = textsFor("en").verify;
  const small = { name: "small.pdf", bytes: Buffer.from("%PDF") };
  await withSite({ limits }, async (at) => {
    const answers = [
      [await check({ proof: { name: "a", bytes: Buffer.alloc(1001) } }, at), refused.proof_too_large.title],
      [
        await check({ proof: small, originals: { "a.txt": Buffer.alloc(11) } }, at),
        refused.original_too_large.title,
      ],
      [
        await check({ proof: small, originals: { a: Buffer.of(1), b: Buffer.of(2), c: Buffer.of(3) } }, at),
        refused.too_many_originals.title,
      ],
      [await check({ proof: { name: "a", bytes: Buffer.alloc(5000) } }, at), "That is too large"],
    ] as const;
    for (const [page, title] of answers) {
      expect(page.status).toBe(413);
      expect(page.text).toContain(title);
      expect(page.html).toContain('name="proof"');
    }
  });
});

test("a form of another site is refused, and so is who asks too often", async () => {
  expect((await check({ proof: proof(), token: "A".repeat(86) })).status).toBe(403);
  await withSite({ calls: createCallLimit({ calls: 1, windowSeconds: 60 }) }, async (at) => {
    expect((await check({ proof: proof() }, at)).status).toBe(200);
    const page = await check({ proof: proof() }, at);
    expect(page.status).toBe(429);
    expect(Number(page.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});

test("while all places are taken the next one is told when to come back", async () => {
  const gate = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<void>();
  const verify: VerifyDeps["verify"] = async (file) => {
    entered.resolve();
    await gate.promise;
    return { ...REPORT, file: file.name };
  };
  await withSite({ limits: { ...CHECK_LIMITS, atOnce: 1 }, verify }, async (at) => {
    const first = check({ proof: proof() }, at);
    await entered.promise;
    const second = await check({ proof: proof() }, at);
    expect(second.status).toBe(503);
    expect(second.headers.get("Retry-After")).toBe("10");
    gate.resolve();
    expect((await first).status).toBe(200);
    expect((await check({ proof: proof() }, at)).status).toBe(200);
  });
});

const INSTANT = Temporal.Instant.from("2026-11-21T09:02:15Z");
const REPORT: FileReport = {
  file: "bundle.asice",
  kind: "bundle",
  indication: "INDETERMINATE",
  subIndication: "NO_CERTIFICATE_CHAIN_FOUND",
  itself: { indication: "INDETERMINATE", subIndication: "NO_CERTIFICATE_CHAIN_FOUND" },
  seal: {
    signer: "CN=Somebody",
    fingerprint: "cd".repeat(32),
    level: "B-LTA",
    signedAt: INSTANT,
    archivedAt: INSTANT,
    verifiesUntil: INSTANT,
    trust: "intact",
    anchor: null,
  },
  records: [
    { ...SAMPLE_FACTS, trust_status: "qualified" },
    {
      ...SAMPLE_FACTS,
      trust_status: "qualified",
      type: "ConsignmentAcceptance",
      collector: {
        authentication: { method: "itsme", at: "2026-11-21T09:02:14.118Z", level: "high" },
        matched_on: "name",
      },
    },
  ],
  parts: [],
  log: [
    {
      index: 41,
      treeSize: 1000,
      origin: "verify.example/log",
      included: true,
      checkpointSigned: true,
      witnesses: ["north", "south"],
      stampedAt: INSTANT,
    },
  ],
  checks: [
    { name: "format", ok: true, detail: "a bundle" },
    { name: "a_check_of_tomorrow", ok: false, detail: "unheard of" },
  ],
  complete: false,
};

test("a whole bundle of a stranger: intact, its witnesses named, incomplete, and where to compare", async () => {
  await withSite({ verify: () => Promise.resolve(REPORT) }, async (at) => {
    const { text } = await check({ proof: proof() }, at);
    const { verification, verify, proof: words } = textsFor("en");
    for (const said of [
      verification.intact.title,
      verify.result.incomplete,
      "INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND",
      "cdcd cdcd",
      "contact@posthorn.example",
      "Confirmed by witnesses: north, south.",
      "Entry 41 of a log of 1,000",
      words.legalEffect.qualified,
      "a_check_of_tomorrow",
    ])
      expect(text).toContain(said);
  });
});

test("the address on a proof explains, and is the same whatever delivery it names", async () => {
  const strip = (html: string) => html.replace(/dlv_\w+|nonce="[^"]*"|content="[^"]*"|value="[^"]*"/g, "");
  const [known, other, message] = [
    await get(`/?delivery=${SAMPLE_FACTS.delivery}`),
    await get("/?delivery=dlv_0"),
    await get("/?message=msg_0"),
  ];
  expect(strip(known.html)).toBe(strip(other.html));
  expect(message.text).toContain(textsFor("nl").verify.paper.title);
  expect((await get("/")).text).not.toContain(textsFor("nl").verify.paper.title);
});
