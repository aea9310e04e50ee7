import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiBench, codeOf, createApiBench, OTHER_KEY } from "../api.test-support.ts";

let bench: ApiBench;
let paths: readonly string[];
beforeAll(async () => {
  bench = await createApiBench();
  const { messageId, deliveryIds } = await bench.submit();
  paths = [
    `/v1/deliveries/${deliveryIds[0] ?? ""}/proofs/proof_of_submission?language=fr`,
    `/v1/messages/${messageId}/proofs/submission?language=fr`,
  ];
});
afterAll(() => bench.close());

test("file and page of a proof are given to its account alone, and only once they are made", async () => {
  for (const path of paths) {
    for (const format of ["pdf", "html"]) {
      const early = await bench.get(`${path}&format=${format}`);
      expect([early.status, await codeOf(early), early.headers.get("Retry-After")]).toEqual([
        409,
        "proof_being_sealed",
        "1",
      ]);
    }
  }
  for (const table of ["proof", "message_proof"])
    await bench.asOwner(`UPDATE ${table} SET pdf = '%PDF-', page = '<h1>Preuve</h1>', made_at = clock.now()`);
  for (const path of paths) {
    const pdf = await bench.get(path);
    expect([pdf.status, pdf.headers.get("Content-Type"), await pdf.text()]).toEqual([
      200,
      "application/pdf",
      "%PDF-",
    ]);
    const page = await bench.get(`${path}&format=html`);
    expect([page.status, page.headers.get("Content-Type"), await page.text()]).toEqual([
      200,
      "text/html; charset=utf-8",
      "<h1>Preuve</h1>",
    ]);
    expect(page.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="proof_of_submission-.*\.html"$/,
    );
    expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect((await bench.get(`${path}&format=html`, OTHER_KEY)).status).toBe(404);
    expect((await bench.get(`${path}&format=docx`)).status).toBe(400);
  }
});

test("a proof from before there were pages has its file only", async () => {
  await bench.asOwner("UPDATE proof SET pdf = '%PDF-', page = NULL");
  const [path = ""] = paths;
  const page = await bench.get(`${path}&format=html`);
  expect([page.status, await codeOf(page)]).toEqual([404, "proof_page_missing"]);
  expect((await bench.get(path)).status).toBe(200);
});
