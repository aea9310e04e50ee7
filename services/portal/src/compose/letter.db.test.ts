// Composing with a letter to follow, page by page: what can be printed, how many sheets, what it costs, what is missing.

import { createTryLimit } from "@posthorn/db";
import {
  createVerbBench,
  createVisitor,
  type Page,
  PEOPLE,
  samplePdf,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { uploadTo } from "../reader.test-support.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;
let lotte: Visitor;

beforeAll(async () => {
  bench = await createVerbBench();
  portal = await start();
  lotte = await signIn(PEOPLE[0]);
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

function start(settings: Parameters<VerbBench["context"]>[1] = {}): Promise<RunningPortal> {
  const ctx = bench.context("portal", settings);
  return startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
}

async function signIn(person: (typeof PEOPLE)[number] | undefined, at = portal): Promise<Visitor> {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${at.url}/?lang=en`);
  await visitor.press(form, "Sign in", { email: person?.email ?? "", password: person?.password ?? "" });
  return visitor;
}

const ADDRESSEE = {
  "addressees.0.first_names": "Jan",
  "addressees.0.name": "Peeters",
  "addressees.0.email": "jan.peeters@example.be",
  "addressees.0.mobile": "0470 12 34 12",
};
const ADDRESS = {
  "addressees.0.postal_address.street": "Dorpsstraat",
  "addressees.0.postal_address.number": "7",
  "addressees.0.postal_address.postcode": "9000",
  "addressees.0.postal_address.town": "Gent",
};
const LETTER = {
  ...ADDRESSEE,
  ...ADDRESS,
  subject: "Opzegging",
  body: "Beste Jan,",
  postal_fallback: "true",
};

const compose = () => lotte.open(`${portal.url}/compose`);
const csrfOf = (page: Page): string =>
  page.document.querySelector<HTMLInputElement>('[name="_csrf"]')?.value ?? "";
const draftOf = (page: Page): string => /dft_[A-Z0-9]+/i.exec(page.url)?.[0] ?? "";
const valueOf = (page: Page, name: string) =>
  page.document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value;

/** As the form posts where there is no script. */
async function post(
  page: Page,
  fields: Readonly<Record<string, string>>,
  file?: { name: string; bytes: Uint8Array },
) {
  const body = new FormData();
  body.append("_csrf", csrfOf(page));
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file) body.append("files", new Blob([Uint8Array.from(file.bytes)]), file.name);
  return lotte.fetch(`${portal.url}/compose/${draftOf(page)}`, { method: "POST", body });
}

test("with a letter the preview shows the pages that would be printed, their sheets and the postage, and sends them", async () => {
  const page = await compose();
  await post(page, LETTER, { name: "lease.pdf", bytes: samplePdf(3) });
  const kept = await lotte.open(page.url);
  expect(kept.document.querySelector(".file .meta")?.textContent).toContain("3 pages");
  expect(kept.text).toContain("Postage of 1 letter, Belgium");
  const preview = await lotte.press(kept, "Look it over and send");
  expect(preview.text).toContain("If not collected: printed and posted as a registered letter");
  expect(preview.text).toContain("8 pages on 4 sheets, printed on both sides");
  expect(preview.text).toContain("9 credits");
  const links = Array.from(
    preview.document.querySelectorAll<HTMLAnchorElement>("#on-paper .file a"),
    (link) => link.getAttribute("href") ?? "",
  );
  expect(links).toHaveLength(2);
  const stranger = await signIn(PEOPLE.find(({ id }) => id === "per_SEED0CAMILLEDUBOIS"));
  for (const link of links) {
    const pdf = await lotte.fetch(portal.url + link);
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect(pdf.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect((await stranger.fetch(portal.url + link)).status).toBe(404);
  }
  expect(preview.document.querySelector("#to")?.textContent).toContain("Dorpsstraat 7 · 9000 GENT");
  const sent = await lotte.press(preview, "Send now");
  expect(sent.url).toMatch(/\/deliveries\/dlv_/);
}, 90_000);

test("a private sender may have the letter come back to himself; what is wrong with the address is told and kept", async () => {
  const nele = await signIn(PEOPLE.find(({ id }) => id === "per_SEED0NELECLAES"));
  const page = await nele.open(`${portal.url}/compose`);
  const write = async (fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ _csrf: csrfOf(page), ...fields });
    return nele.fetch(`${portal.url}/compose/${draftOf(page)}`, { method: "POST", body });
  };
  const own = {
    required_identification: "codes",
    "return_address.street": "Veldstraat",
    "return_address.number": "8",
    "return_address.postcode": "99",
    "return_address.town": "Gent",
  };
  const wrong = await (await write({ ...LETTER, ...own, action: "review" })).text();
  expect(wrong).toContain("Your own return address, Postcode");
  expect(wrong).toContain("A Belgian postcode has four digits");
  expect(wrong).toMatch(/name="return_address.street"[^>]*value="Veldstraat"/);
  await write({ ...LETTER, ...own, "return_address.postcode": "9000", action: "review" });
  const preview = await nele.open(`${page.url}/preview`);
  expect(preview.document.querySelector("#on-paper")?.textContent).toContain("to Veldstraat 8, 9000 GENT");
  // A company's letters come back to us: it is not asked.
  expect(valueOf(await compose(), "return_address.street")).toBeUndefined();
}, 90_000);

test("a file without pages is told beside it, with what to do; what was typed stays", async () => {
  const page = await compose();
  const answer = await post(
    page,
    { ...LETTER, action: "review" },
    { name: "plans.zip", bytes: Buffer.from(`504b0506${"00".repeat(18)}`, "hex") },
  );
  expect(answer.status).toBe(400);
  const refused = await lotte.open(`${page.url}?check`);
  expect(refused.document.querySelector(".file .err")?.textContent).toContain(
    "this kind of file has no pages",
  );
  expect(refused.document.querySelector("#error-summary")?.textContent).toContain(
    "“plans.zip” cannot be printed",
  );
  expect(refused.text).toContain("put a PDF in its place, or send without a letter");
  expect(valueOf(refused, "subject")).toBe("Opzegging");
  expect((await lotte.fetch(`${page.url}/preview`, { redirect: "manual" })).headers.get("Location")).toMatch(
    /\?check$/,
  );
  const without = await lotte.press(refused, "Look it over and send", { postal_fallback: "false" });
  expect(without.text).not.toContain("On paper");
  expect(without.document.title).toContain("Look it over");
});

test("who has no address is told beside the row and before sending, and what is no address is refused", async () => {
  const page = await compose();
  await post(page, { ...ADDRESSEE, subject: "Opzegging", postal_fallback: "true" });
  const warned = await lotte.open(page.url);
  expect(warned.document.querySelector("fieldset.party .note")?.textContent).toContain(
    "No letter can follow",
  );
  expect(warned.document.querySelector("fieldset.party details")?.hasAttribute("open")).toBe(true);
  const wrong = await lotte.press(warned, "Look it over and send", {
    ...ADDRESS,
    "addressees.0.postal_address.street": "Улица Ленина",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("Write it in Latin letters");
  expect(valueOf(wrong, "addressees.0.postal_address.street")).toBe("Улица Ленина");
  const nowhere = await lotte.press(wrong, "Look it over and send", {
    "addressees.0.postal_address.street": "",
    "addressees.0.postal_address.number": "",
    "addressees.0.postal_address.postcode": "",
    "addressees.0.postal_address.town": "",
  });
  expect(nowhere.text).toContain("For one addressee no letter can follow");
  const abroad = await lotte.press(await lotte.open(page.url), "Look it over and send", {
    ...ADDRESS,
    "addressees.0.postal_address.postcode": "1012 AB",
    "addressees.0.postal_address.town": "Amsterdam",
    "addressees.0.postal_address.country": "nl",
  });
  expect(abroad.text).toContain("Postage of 1 letter, Netherlands");
  expect(abroad.text).toContain("14 credits");
});

test("with scripts the form, its files and its costs follow what is chosen", async () => {
  const page = await compose();
  const path = `${portal.url}/compose/${draftOf(page)}`;
  const keep = async (fallback: string) => {
    const answer = await lotte.fetch(`${path}/draft`, {
      method: "POST",
      body: new URLSearchParams({ ...LETTER, postal_fallback: fallback }),
      headers: { accept: "application/json", "x-csrf-token": csrfOf(page) },
    });
    return (await answer.json()) as { readonly shown: Readonly<Record<string, string>> };
  };
  await keep("true");
  const reader = { visitor: lotte, csrf: csrfOf(page) };
  const uploaded = await uploadTo(portal, reader, draftOf(page), "a.pdf", Uint8Array.from(samplePdf(2)));
  const row = await uploaded.text();
  expect(row).toContain("2 pages");
  const id = /data-file="([^"]+)"/.exec(row)?.[1] ?? "";
  const on = await keep("true");
  expect(on.shown["cost"]).toContain("Postage of the letters is shown when you look it over");
  expect(on.shown["plan"]).toContain("printed and posted as a registered letter");
  expect(on.shown[`file-${id}`]).toContain("2 pages");
  const off = await keep("false");
  expect(off.shown["cost"]).not.toContain("Postage");
  expect(off.shown["plan"]).toContain("proof that it was offered");
  expect(off.shown[`file-${id}`]).not.toContain("2 pages");
});

test("where no letters are posted the choice is there to be seen, and cannot be made", async () => {
  const without = await start({ letters: null });
  try {
    const visitor = await signIn(PEOPLE[0], without);
    const page = await visitor.open(`${without.url}/compose`);
    const yes = page.document.querySelector<HTMLInputElement>('[name="postal_fallback"][value="true"]');
    expect(yes?.disabled).toBe(true);
    expect(page.text).toContain("This installation posts no letters.");
  } finally {
    await without.close();
  }
});
