import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { openEid, readEidSettings } from "@posthorn/identity";
import {
  buildAssets,
  createWebApp,
  pageFrame,
  PlainLayout,
  readForm,
  renderPage,
  WEB_EID_FIELD,
  WebEidForm,
} from "@posthorn/web";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser, openBrowser } from "../browser/open-browser.ts";
import { freePorts } from "../stack/choose-ports.ts";
import { manualClock } from "../standin/clock.ts";
import { serveApp } from "../standin/serve.ts";
import type { ServedApp } from "../standin/serve.ts";
import { installWebEid } from "./install-web-eid.ts";
import { startCards } from "./start-cards.tsx";
import type { CardsStandIn } from "./start-cards.tsx";

const directory = mkdtempSync(join(tmpdir(), "cards-"));
const clock = manualClock("2026-11-22T10:00:00Z");
const { cards: port } = await freePorts();
const executablePath = await findBrowser();
const nonce = Buffer.alloc(32, 7).toString("base64");
let cards: CardsStandIn;
let site: ServedApp | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  cards = await startCards({ port, clock, directory });
  if (executablePath === undefined) return;
  browser = await openBrowser(executablePath);
  site = await startSite();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await cards.stop();
  rmSync(directory, { recursive: true });
});

function openCards() {
  const settings = readEidSettings({ ...cards.settings, NRN_LEGAL_BASIS: "a decision" });
  if (!settings) throw new Error("no roots");
  return openEid(settings);
}

/** A site with nothing but the form; it answers who was identified. */
async function startSite(): Promise<ServedApp> {
  const silent = () => undefined;
  const { collect } = await freePorts();
  const origin = `http://collect.localhost:${collect}`;
  const app = createWebApp({
    service: "collect",
    origin,
    trustStatus: "demonstration",
    assets: await buildAssets(),
    log: { info: silent, warn: silent, error: silent },
  });
  app.get("/", (c) => {
    const frame = pageFrame(c);
    const { language, csrfToken } = frame;
    return renderPage(
      c,
      <PlainLayout frame={frame} title="Card" islands={["web-eid"]}>
        <h1>Card</h1>
        <WebEidForm language={language} action="/" csrfToken={csrfToken} nonce={nonce} origin={origin} />
      </PlainLayout>,
    );
  });
  app.post("/", async (c) => {
    const token = (await readForm(c)).get(WEB_EID_FIELD);
    const who = await openCards().verifyToken(token, { nonce, origin, at: clock.now() });
    return c.text(`${who.givenNames ?? ""} ${who.familyName}, ${who.level ?? "none"}`);
  });
  const served = await serveApp(app, { port: collect });
  return { ...served, url: origin };
}

async function inBrowser(act: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser!.newContext({ locale: "nl" });
  try {
    await act(context);
  } finally {
    await context.close();
  }
}

test("what services are told of the stand-in lets its cards in, by HTTP and OCSP as in earnest", async () => {
  const sign = await fetch(`${cards.url}/sign`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ nonce, origin: "https://a.example" }),
  });
  const question = { nonce, origin: "https://a.example", at: clock.now() };
  const eid = openCards();
  const token: unknown = await sign.json();
  expect((await eid.verifyToken(token, question)).familyName).toBe("Peeters");
  await fetch(`${cards.url}/ocsp/mode`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ mode: "down" }),
  });
  await expect(eid.verifyToken(token, question)).rejects.toMatchObject({ code: "eid_status_unknown" });
  cards.responder.setMode("ok");
});

test("the reader signs with the card that was put in, with none the answer is a cancellation, forms are refused", async () => {
  const insert = (card: string) =>
    fetch(`${cards.url}/insert`, { method: "POST", body: new URLSearchParams({ card }), redirect: "manual" });
  const sign = (headers: Record<string, string>, body: string) =>
    fetch(`${cards.url}/sign`, { method: "POST", headers, body });
  const json = { "Content-Type": "application/json" };
  const call = JSON.stringify({ nonce, origin: "https://a.example" });
  expect((await insert("jan_rsa")).status).toBe(303);
  expect(await (await fetch(cards.url)).text()).toContain("That of Jan Peeters (an older card, RSA).");
  expect(await (await sign(json, call)).json()).toMatchObject({ algorithm: "RS256" });
  await insert("");
  expect(await (await sign(json, call)).json()).toEqual({ code: "ERR_WEBEID_USER_CANCELLED" });
  expect((await sign(json, "{}")).status).toBe(400);
  expect((await sign({ "Content-Type": "text/plain" }, call)).status).toBe(415);
  await insert("jan");
});

test("cards are the same at the next start, and new ones once the clock has passed them", async () => {
  const other = mkdtempSync(join(tmpdir(), "cards-kept-"));
  const { cards: free } = await freePorts();
  const kept = async (at: string) => {
    const running = await startCards({ port: free, clock: manualClock(at), directory: other });
    await running.stop();
    return Buffer.from(running.cards.jan.certificate).toString("base64");
  };
  const first = await kept("2026-11-22T10:00:00Z");
  expect(await kept("2026-11-23T10:00:00Z")).toBe(first);
  expect(await kept("2046-11-22T10:00:00Z")).not.toBe(first);
  rmSync(other, { recursive: true });
});

test.skipIf(executablePath === undefined).each([
  ["jan", "Jan Peeters, high"],
  ["jan_rsa", "Jan Peeters, high"],
  ["ioana", "Ioana Popescu, high"],
] as const)(
  "in a browser the card %s is asked, signs and is believed",
  async (id, who) => {
    await inBrowser(async (context) => {
      const webEid = await installWebEid(context, "ERR_WEBEID_USER_CANCELLED");
      const page = await context.newPage();
      await page.goto(site!.url);
      await page.getByRole("button", { name: "Identificeren met eID" }).click();
      await page.getByText("U hebt geannuleerd.").waitFor();
      webEid.choose(cards.cards[id]);
      await page.getByRole("button", { name: "Identificeren met eID" }).click();
      await page.getByText(who).waitFor();
      expect(await page.textContent("body")).toBe(who);
    });
  },
  20_000,
);

test.skipIf(executablePath === undefined)(
  "the extension that people load passes on question and answer, for the origin that the browser reports",
  async () => {
    await inBrowser(async (context) => {
      const script = (name: string) => readFileSync(join(cards.extension, name), "utf8");
      type Listener = (message: object, sender: object, answer: (token: unknown) => void) => boolean;
      let listener: Listener | undefined;
      const chrome = { runtime: { onMessage: { addListener: (given: Listener) => (listener = given) } } };
      runInNewContext(script("background.js"), { chrome, fetch });
      await context.exposeBinding("toBackground", ({ frame }, message: object) => {
        const { origin } = new URL(frame.url());
        return new Promise((resolve) => listener?.(message, { origin }, resolve));
      });
      await context.addInitScript(
        `globalThis.chrome = { runtime: { sendMessage: (message) => toBackground(message) } };\n${script("content.js")}`,
      );
      const page = await context.newPage();
      await page.goto(site!.url);
      await page.getByRole("button", { name: "Identificeren met eID" }).click();
      await page.getByText("Jan Peeters, high").waitFor();
      expect(JSON.parse(script("manifest.json"))).toMatchObject({ manifest_version: 3 });
    });
  },
  20_000,
);
