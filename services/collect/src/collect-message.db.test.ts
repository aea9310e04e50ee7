import { createVisitor } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSite, type TestSite } from "./site.test-support.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

test("from the link to the files: notice, codes, decision, wait, message, downloads", async () => {
  const attachment = Buffer.from("%PDF-1.7\nlease\n%%EOF\n");
  const letter = await site.notify({ attachment });
  const visitor = createVisitor({ language: "en" });

  const notice = await visitor.open(letter.link);
  expect(notice.status).toBe(200);
  expect(notice.url).toBe(`${site.origin}/d/${letter.deliveryId}`);
  expect(notice.text).toContain("Immo Vandewalle");
  expect(notice.text).not.toContain("rent arrears");

  const codesPage = await visitor.press(notice, "Stuur mij twee codes");
  expect(codesPage.url).toBe(`${site.origin}/d/${letter.deliveryId}/codes`);
  expect(site.errors).toEqual([]);
  expect(codesPage.text).toContain("onderweg");
  const codes = await site.codesFor(letter.deliveryId);
  const decide = await visitor.press(codesPage, "Verder", codes);
  expect(decide.url).toBe(`${site.origin}/d/${letter.deliveryId}/decide`);

  const wait = await visitor.press(decide, "Aanvaarden en lezen");
  expect(wait.url).toBe(`${site.origin}/d/${letter.deliveryId}/wait`);
  expect(wait.text).toContain("Een ogenblik");
  await site.consign(letter.deliveryId);

  const message = await visitor.open(wait.url);
  expect(message.url).toBe(`${site.origin}/d/${letter.deliveryId}/message`);
  expect(message.text).toContain("Formal notice: rent arrears");
  expect(message.text).toContain("The rent of September has not been paid.");
  const file = await visitor.fetch(`${site.origin}/d/${letter.deliveryId}/parts/2`);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(attachment);
  expect(file.headers.get("content-disposition")).toContain("lease.pdf");
  const zip = await visitor.fetch(`${site.origin}/d/${letter.deliveryId}/all.zip`);
  expect(zip.headers.get("content-type")).toBe("application/zip");
  expect(
    Buffer.from(await zip.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  expect(site.errors).toEqual([]);
});
