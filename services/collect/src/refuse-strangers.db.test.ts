import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createVisitor, openLocal, type Page, type StandingLetter, type Visitor } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSite, type TestSite } from "./site.test-support.ts";

type Letter = StandingLetter & { readonly link: string };

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

const page = (letter: StandingLetter, path = "") => `${site.origin}/d/${letter.deliveryId}${path}`;
let people = 0;

function somebody() {
  people += 1;
  return {
    email: `p${people}@example.be`,
    mobile: `+324712${String(people).padStart(5, "0")}`,
    name: "Peeters",
    first_names: "Jan",
    language: "en",
    addressee_consent: { basis: "none_stated" },
  };
}

async function letterFor(
  columns: Readonly<Record<string, unknown>> = {},
  attachment?: Uint8Array,
): Promise<Letter> {
  return site.notify({ addressees: [somebody()], ...(attachment ? { attachment } : {}) }, columns);
}

async function askCodes(visitor: Visitor, letter: Letter): Promise<Page> {
  return visitor.press(await visitor.open(letter.link), "Send me two codes");
}

async function identify(visitor: Visitor, letter: Letter): Promise<Page> {
  return visitor.press(
    await askCodes(visitor, letter),
    "Go on",
    await site.letters.codesFor(letter.deliveryId),
  );
}

test("a mail scanner that follows every link changes nothing", async () => {
  const letter = await letterFor();
  const scanner = createVisitor();
  await scanner.open(letter.link);
  for (const path of [
    "",
    "/codes",
    "/decide",
    "/wait",
    "/message",
    "/not-for-me",
    "/genuine",
    "/parts/1",
    "/all.zip",
    "/bundle",
    "/refused",
  ]) {
    await scanner.open(page(letter, path));
  }
  expect(await site.letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance"]);
  const used = await site.bench
    .context("owner")
    .db.selectFrom("use_log")
    .selectAll()
    .where("delivery_id", "=", letter.deliveryId)
    .execute();
  expect(used).toEqual([]);
});

test("unknown, cut and superseded links look alike: 404 with a way on", async () => {
  const letter = await letterFor();
  const superseded = await letterFor();
  const visitor = createVisitor();
  await visitor.open(superseded.link);
  await site.bench
    .context("owner")
    .db.updateTable("delivery")
    .set({ link_hash: null, check_code_hash: null, link_generation: 2 })
    .where("id", "=", superseded.deliveryId)
    .execute();
  const pages = [
    await visitor.open(`${site.origin}/l/${"x".repeat(43)}?lang=en`),
    await visitor.open(letter.link.slice(0, -3)),
    await visitor.open(superseded.link),
    await visitor.open(page(superseded)),
  ];
  for (const shown of pages) {
    expect(shown.status).toBe(404);
    expect(shown.text).toContain("This link opens nothing");
  }
});

test("without a door a delivery's pages are closed, whoever knows its id: 401", async () => {
  const letter = await letterFor();
  for (const path of ["", "/codes", "/genuine", "/not-for-me"]) {
    const shown = await createVisitor({ language: "en" }).open(page(letter, path));
    expect(shown.status).toBe(401);
    expect(shown.text).toContain("Please open your notice again");
  }
  const shown = await createVisitor({ language: "en" }).open(page(letter, "/message"));
  expect(shown.status).toBe(401);
});

test("the door of one letter does not open another", async () => {
  const own = await letterFor();
  const other = await letterFor();
  const visitor = createVisitor({ language: "en" });
  await visitor.open(own.link);
  const cookie = `__Host-collect-door-${other.deliveryId}=l.${own.token}`;
  const stolen = await openLocal(page(other), { headers: { cookie } });
  expect(stolen.status).toBe(404);
  const decide = await identify(visitor, own);
  expect(decide.url).toBe(page(own, "/decide"));
  expect((await visitor.open(page(other, "/decide"))).status).toBe(401);
});

test("a form without its token, with a stranger's token, or from another site is refused: 403", async () => {
  const letter = await letterFor();
  const visitor = createVisitor();
  const notice = await visitor.open(letter.link);
  const token = notice.document.querySelector<HTMLInputElement>("input[name=_csrf]")?.value ?? "";
  const post = (by: Visitor, body: Record<string, string>, headers: Record<string, string> = {}) =>
    by.fetch(page(letter, "/codes"), { method: "POST", body: new URLSearchParams(body), headers });
  expect((await post(visitor, {})).status).toBe(403);
  const stranger = createVisitor();
  await stranger.open(letter.link);
  expect((await post(stranger, { _csrf: token })).status).toBe(403);
  expect((await post(visitor, { _csrf: token }, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await post(visitor, { _csrf: token }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect(await site.letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance"]);
  expect((await post(visitor, { _csrf: token })).status).toBe(303);
});

test("wrong codes: one answer that tells nothing, fields emptied, the sixth try refused; then new codes work", async () => {
  const letter = await letterFor();
  const visitor = createVisitor();
  let shown = await askCodes(visitor, letter);
  const codes = await site.letters.codesFor(letter.deliveryId);
  const tries = [
    { email: codes.sms, sms: codes.email },
    { email: codes.email, sms: "" },
    { email: "", sms: codes.sms },
    { email: "😀", sms: "x".repeat(500) },
    { email: "1", sms: "2" },
  ];
  const answers = new Set<string>();
  for (const typed of tries) {
    shown = await visitor.press(shown, "Go on", typed);
    expect(shown.status).toBe(422);
    answers.add(shown.text.replaceAll(/New codes in [\d.]+/g, ""));
  }
  expect(answers.size, "swapped, half right and nonsense read the same").toBeLessThanOrEqual(2);
  expect(shown.document.querySelector<HTMLInputElement>("#email")?.value).toBe("");
  expect(shown.document.querySelector("#error-summary a")?.getAttribute("href")).toBe("#email");
  shown = await visitor.press(shown, "Go on", codes);
  expect(shown.status).toBe(422);
  shown = await visitor.press(shown, "Send new codes");
  expect((await visitor.press(shown, "Go on", await site.letters.codesFor(letter.deliveryId))).url).toBe(
    page(letter, "/decide"),
  );
});

test("too many pairs: 429 with when, in words and as Retry-After", async () => {
  const letter = await letterFor();
  const visitor = createVisitor();
  let shown = await askCodes(visitor, letter);
  const { db } = site.bench.context("owner");
  for (let pair = 1; pair < 5; pair += 1) {
    await db
      .updateTable("code_challenge")
      .set({ attempts: 5 })
      .where("delivery_id", "=", letter.deliveryId)
      .execute();
    shown = await visitor.press(shown, "Send new codes");
    expect(shown.status).toBe(200);
  }
  await db
    .updateTable("code_challenge")
    .set({ attempts: 5 })
    .where("delivery_id", "=", letter.deliveryId)
    .execute();
  shown = await visitor.press(shown, "Send new codes");
  expect(shown.status).toBe(429);
  expect(Number(shown.headers.get("retry-after"))).toBeGreaterThan(3000);
  expect(shown.text).toMatch(/You can ask for new ones in (5\d minutes|1 hour)/);
});

test("check codes: malformed 400, unknown 404, and too many tries from one address 429", async () => {
  const visitor = createVisitor({ language: "en" });
  let shown = await visitor.open(`${site.origin}/?lang=en`);
  shown = await visitor.press(shown, "Go on", { code: "K7QM" });
  expect(shown.status).toBe(400);
  expect(shown.text).toContain("12 letters and digits");
  for (let tried = 0; tried < 20; tried += 1) {
    shown = await visitor.press(shown, "Go on", { code: "K7QM-4RTX-92VB" });
    expect(shown.status).toBe(404);
  }
  const limited = await visitor.press(shown, "Go on", { code: "K7QM-4RTX-92VB" });
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  await site.bench.context("owner").db.deleteFrom("rate_limit").execute();
});

test("broken UTF-8 is refused and a large body is not read", async () => {
  const visitor = createVisitor();
  await visitor.open(site.origin);
  const type = { "content-type": "application/x-www-form-urlencoded" };
  expect(
    (await visitor.fetch(`${site.origin}/`, { method: "POST", body: "_csrf=%FF", headers: type })).status,
  ).toBe(400);
  expect(
    (await visitor.fetch(`${site.origin}/`, { method: "POST", body: "a".repeat(20_000), headers: type }))
      .status,
  ).toBe(413);
});

test.each([
  ["refused", { state: "refused" }, "This message was refused"],
  ["expired", { state: "expired" }, "can no longer be collected"],
  [
    "unreachable",
    { state: "unreachable", deadline_at: null, collect_until: null },
    "This delivery has ended",
  ],
  ["on its way as a letter", { state: "printed" }, "The letter is on its way"],
  ["called off, or never posted", { state: "post_failed" }, "No letter will come"],
  [
    "posted, and not heard of since",
    {
      state: "post_unknown",
      postal_fallback: true,
      posted_at: Temporal.Instant.from("2026-12-01T09:00:00Z"),
    },
    "has not stated what became of it",
  ],
])("%s: the page says what happened and what to do", async (_, columns, words) => {
  const letter = await letterFor(columns);
  const visitor = createVisitor();
  const shown = await visitor.open(letter.link);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(words);
  expect(shown.document.querySelector("main .note")?.textContent?.length).toBeGreaterThan(20);
});

test("a choice that comes too late is a 409 with the same words", async () => {
  const letter = await letterFor();
  const visitor = createVisitor();
  const decide = await identify(visitor, letter);
  const { db } = site.bench.context("owner");
  await db.updateTable("delivery").set({ state: "expired" }).where("id", "=", letter.deliveryId).execute();
  const late = await visitor.press(decide, "Accept and read");
  expect(late.status).toBe(409);
  expect(late.text).toContain("can no longer be collected");
  expect(await site.letters.records(letter.deliveryId)).not.toContain("ConsignmentAcceptance");
});

test("a decision on a page that is no longer what we would show asks for a second look: 409", async () => {
  const letter = await letterFor();
  const visitor = createVisitor();
  const decide = await identify(visitor, letter);
  const { db } = site.bench.context("owner");
  await db.updateTable("delivery").set({ name: "Janssens" }).where("id", "=", letter.deliveryId).execute();
  const again = await visitor.press(decide, "Accept and read");
  expect(again.status).toBe(409);
  expect(again.text).toContain("Please read it again");
  expect(await site.letters.records(letter.deliveryId)).not.toContain("ConsignmentAcceptance");
  expect((await visitor.press(again, "Accept and read")).url).toBe(page(letter, "/wait"));
});

test("a session that ended leads back to the notice, which says so", async () => {
  const letter = await letterFor();
  const visitor = createVisitor();
  const decide = await identify(visitor, letter);
  await site.bench.context("owner").db.deleteFrom("collect_session").execute();
  const shown = await visitor.press(decide, "Accept and read");
  expect(shown.url).toBe(`${page(letter)}?session=ended`);
  expect(shown.text).toContain("An hour has passed");
  expect(shown.text).toContain("Send me two codes");
});

test("a part whose first chunk is damaged: nothing is accepted, the page says so", async () => {
  const letter = await letterFor({}, Buffer.alloc(3_000_000, 7));
  const visitor = createVisitor();
  const decide = await identify(visitor, letter);
  await flipBit(letter, 100);
  const shown = await visitor.press(decide, "Accept and read");
  expect(shown.status).toBe(500);
  expect(shown.text).toContain("you have accepted nothing");
  expect(await site.letters.records(letter.deliveryId)).not.toContain("ConsignmentAcceptance");
});

test("a part damaged further on breaks the download off instead of looking whole", async () => {
  const letter = await letterFor({}, Buffer.alloc(3_000_000, 7));
  const visitor = createVisitor();
  await visitor.press(await identify(visitor, letter), "Accept and read");
  await site.letters.consign(letter.deliveryId);
  await flipBit(letter, 2_900_000);
  for (const path of ["/parts/2", "/all.zip"]) {
    await expect(
      visitor.fetch(page(letter, path)).then((answer) => answer.arrayBuffer()),
      path,
    ).rejects.toThrow();
  }
  expect((await visitor.open(page(letter, "/parts/9"))).status).toBe(404);
  expect(site.errors.filter((line) => line.startsWith("a download broke off"))).toHaveLength(2);
});

/** Flips one bit of the stored attachment. */
async function flipBit(letter: Letter, at: number): Promise<void> {
  const { blob_id } = await site.bench
    .context("owner")
    .db.selectFrom("message_part")
    .select("blob_id")
    .where("message_id", "=", letter.messageId)
    .where("ordinal", "=", 2)
    .executeTakeFirstOrThrow();
  const root = site.bench.contentDirectory;
  const name =
    readdirSync(root, { recursive: true, encoding: "utf8" }).find((file) => file.includes(blob_id)) ?? "";
  const bytes = readFileSync(join(root, name));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(join(root, name), bytes);
}
