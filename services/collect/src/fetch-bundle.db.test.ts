import { sql } from "@posthorn/db";
import { createVisitor, type Page, type StandingLetter, type Visitor } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSite, type TestSite } from "./site.test-support.ts";

type Letter = StandingLetter & { readonly link: string };

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

const page = (letter: StandingLetter, path = "") => `${site.origin}/d/${letter.deliveryId}${path}`;

async function identify(visitor: Visitor, letter: Letter): Promise<Page> {
  const asked = await visitor.press(await visitor.open(`${letter.link}?lang=en`), "Send me two codes");
  return visitor.press(asked, "Go on", await site.letters.codesFor(letter.deliveryId));
}

test("the addressee gets his own copy once the content is his, and nobody else's", async () => {
  const letter = await site.notify();
  const visitor = createVisitor({ language: "en" });
  const decide = await identify(visitor, letter);
  const early = await visitor.open(page(letter, "/bundle"));
  expect(early.url).not.toContain("/bundle");
  await visitor.press(decide, "Accept and read");
  await site.letters.consign(letter.deliveryId);
  const message = await visitor.open(page(letter, "/message"));
  const waiting = await visitor.follow(message, "Download the evidence");
  expect(waiting.status).toBe(202);
  expect(waiting.text).toContain("The bundle is being made");
  const { db } = site.bench.context("owner");
  const rows = await sql<{ for_side: string }>`SELECT for_side FROM bundle
    WHERE delivery_id = ${letter.deliveryId}`.execute(db);
  expect(rows.rows).toEqual([{ for_side: "addressee" }]);
  await sql`UPDATE bundle SET file = 'PK', complete = true, made_at = wanted_at
    WHERE delivery_id = ${letter.deliveryId}`.execute(db);
  const file = await visitor.fetch(page(letter, "/bundle"));
  expect(file.headers.get("content-type")).toBe("application/vnd.etsi.asic-e+zip");
  expect(file.headers.get("content-disposition")).toContain(`evidence-${letter.deliveryId}.asice`);
  expect(await file.text()).toBe("PK");

  const other = await site.notify();
  const stranger = createVisitor({ language: "en" });
  await stranger.press(await identify(stranger, other), "Accept and read");
  await site.letters.consign(other.deliveryId);
  const refused = await stranger.fetch(page(letter, "/bundle"));
  expect(await refused.text()).not.toBe("PK");
  expect(refused.url).not.toContain("/bundle");
});
