import { crc32, deflateSync } from "node:zlib";
import { createTryLimit } from "@posthorn/db";
import {
  createVerbBench,
  createVisitor,
  type Page,
  PEOPLE,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;
let lotte: Visitor;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
  lotte = await signIn("per_SEED0LOTTEMAES");
});
afterAll(async () => {
  await portal.close();
  await bench.close();
});

async function signIn(personId: string): Promise<Visitor> {
  const person = PEOPLE.find(({ id }) => id === personId);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/?lang=en`);
  await visitor.press(form, "Sign in", { email: person?.email ?? "", password: person?.password ?? "" });
  return visitor;
}

function open(visitor: Visitor, path = "/account/settings"): Promise<Page> {
  return visitor.open(portal.url + path);
}

function csrfOf(page: Page): string {
  return page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
}

async function upload(visitor: Visitor, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData();
  form.append("_csrf", csrfOf(await open(visitor)));
  form.append("logo", new File([bytes], name));
  return visitor.fetch(`${portal.url}/account/settings/logo`, { method: "POST", body: form });
}

test("a new message begins with the defaults of the account", async () => {
  const page = await open(lotte);
  const form = page.document.querySelector('form[action="/account/settings/defaults"]');
  expect(form?.querySelector<HTMLInputElement>("#collection_days")?.value).toBe("15");
  const post = (fields: Record<string, string>) =>
    lotte.fetch(`${portal.url}/account/settings/defaults`, {
      method: "POST",
      body: new URLSearchParams({ _csrf: csrfOf(page), required_identification: "codes", ...fields }),
    });
  const wrong = await post({ collection_days: "31", content_retention_days: "400" });
  expect(wrong.status).toBe(400);
  const text = await wrong.text();
  expect(text).toContain("Give a number from 1 to 30.");
  expect(text).toContain('value="31"');
  const done = await post({ collection_days: "7", reminders: "false", content_retention_days: "400" });
  expect(done.headers.get("location")).toBe("/account/settings?done=saved#defaults");
  expect((await open(lotte, "/account/settings?done=saved")).text).toContain("Your changes are kept.");
  const draft = await open(lotte, "/compose");
  const value = (id: string) => draft.document.querySelector<HTMLInputElement>(`#${id}`)?.value;
  expect([value("collection_days"), value("content_retention_days")]).toEqual(["7", "400"]);
  expect(draft.document.querySelector<HTMLInputElement>("#reminders")?.checked).toBe(false);
});

test("a logo is shown as drawn anew; what is none is refused with its reason", async () => {
  const svg = await upload(lotte, "logo.png", Buffer.from("<svg><script>alert(1)</script></svg>"));
  expect([svg.status, (await svg.text()).includes("SVG can carry scripts")]).toEqual([400, true]);
  const huge = await upload(lotte, "logo.png", new Uint8Array(5_000_000));
  expect([huge.status, (await huge.text()).includes("larger than 2 MB")]).toEqual([400, true]);
  const none = await upload(lotte, "", new Uint8Array());
  expect([none.status, (await none.text()).includes("not a picture")]).toEqual([400, true]);

  const done = await upload(lotte, "logo.png", png(8, 4));
  expect(done.status).toBe(303);
  const page = await open(lotte);
  const image = page.document.querySelector<HTMLImageElement>("img.sender-logo");
  expect([image?.getAttribute("width"), image?.getAttribute("height")]).toEqual(["8", "4"]);
  const picture = await lotte.fetch(portal.url + (image?.getAttribute("src") ?? ""));
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect(picture.headers.get("cache-control")).toContain("immutable");
  const other = await signIn("per_SEED0CAMILLEDUBOIS");
  expect((await other.fetch(portal.url + (image?.getAttribute("src") ?? ""))).status).toBe(404);
  const removed = await lotte.press(page, "Remove the logo");
  expect(removed.text).toContain("The logo is removed.");
});

test("a private holder gives his postal address; a company's office is not his to change", async () => {
  const camille = await signIn("per_SEED0CAMILLEDUBOIS");
  const company = await open(lotte);
  expect(company.document.querySelector('[name="postal_address.street"]')).toBeNull();
  const page = await open(camille);
  if (page.document.querySelector('[name="postal_address.street"]') === null) return;
  const empty = await camille.press(page, "Keep the changes", { "postal_address.street": "" });
  expect(empty.status).toBe(400);
});

test("a user opens neither settings nor log", async () => {
  const pieter = await signIn("per_SEED0PIETERDECLERCQ");
  for (const path of ["/account/settings", "/account/log", "/account/log/export.csv"])
    expect((await open(pieter, path)).status).toBe(403);
});

test("the log says in words who did what, filters, and goes along as CSV without formulas", async () => {
  const { db } = bench.context("owner");
  await db
    .updateTable("person")
    .set({ family_name: "=HYPERLINK(1)" })
    .where("id", "=", "per_SEED0PIETERDECLERCQ")
    .execute();
  const page = await open(lotte, "/account/log?kind=done");
  expect(page.text).toContain("Changed the logo");
  expect(page.text).toContain("Removed the logo");
  expect(page.text).not.toContain("Opened: account");
  const pieters = await open(lotte, "/account/log?kind=sign_in&person=per_SEED0PIETERDECLERCQ");
  expect(pieters.text).toContain("Signed in");
  expect(pieters.text).not.toContain("Lotte Maes Signed");
  const nothing = await open(lotte, "/account/log?from=2020-01-01&to=2020-01-02&kind=nonsense");
  expect(nothing.text).toContain("Nothing was found");

  const file = await lotte.fetch(`${portal.url}/account/log/export.csv?person=per_SEED0PIETERDECLERCQ`);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
  const lines = bytes.toString("utf8").trimEnd().split("\r\n");
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines.slice(1)) expect(line).not.toMatch(/(?:^|,)"?[=+\-@]/);
  expect(lines.some((line) => line.includes("per_SEED0LOTTEMAES"))).toBe(false);
  const again = await open(lotte, "/account/log?kind=done");
  expect(again.text).toContain("Exported this log");
});

/** A grey PNG of these pixels. */
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
