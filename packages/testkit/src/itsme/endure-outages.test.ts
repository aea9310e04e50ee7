import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newItsmeSecrets, openItsme, type Itsme } from "@posthorn/identity";
import { Hono } from "hono";
import { manualClock } from "../standin/clock.ts";
import { serveApp } from "../standin/serve.ts";
import { startItsmeBench, type ItsmeBench } from "./itsme-bench.ts";
import { identifyWithItsme } from "./play-citizen.ts";

const clock = manualClock("2026-11-22T09:00:00Z");
const UNAVAILABLE = { kind: "unavailable", code: "itsme_unavailable", retryAfterSeconds: 30 };
let bench: ItsmeBench;

beforeAll(async () => {
  bench = await startItsmeBench({ clock });
}, 60_000);
beforeEach(() => bench.standIn.setMode("ok"));
afterAll(() => bench.stop());

const open = (timeoutSeconds = 5) => openItsme({ ...bench.settings, timeoutSeconds });
const begin = (itsme: Itsme) =>
  itsme.begin({ ...newItsmeSecrets(), redirectUri: bench.redirectUri, language: "nl" });

async function answered(itsme: Itsme) {
  const { redirectUri } = bench;
  const secrets = newItsmeSecrets();
  const times = { startedAt: clock.now(), at: clock.now() };
  const address = await itsme.begin({ ...secrets, redirectUri, language: "en" });
  const callbackUrl = await identifyWithItsme(address, "jan");
  return { ...secrets, ...times, redirectUri, callbackUrl };
}

test("itsme down at our start is asked again at the next try", async () => {
  bench.standIn.setMode("down");
  const itsme = await open();
  await expect(begin(itsme)).rejects.toMatchObject(UNAVAILABLE);
  bench.standIn.setMode("ok");
  expect(await begin(itsme)).toContain("/v2/authorization?");
  bench.standIn.setMode("down");
  // what it said of itself an hour ago at most still stands
  expect(await begin(itsme)).toContain("/v2/authorization?");
});

test("nobody waits longer than the patience that was set", async () => {
  bench.standIn.setMode("slow", 60_000);
  await expect(begin(await open(0.3))).rejects.toMatchObject(UNAVAILABLE);
});

test.each(["down", "slow", "garbage"] as const)(
  "%s when the code is handed in: the same code serves later",
  async (mode) => {
    const itsme = await open(mode === "slow" ? 1 : 5);
    const answer = await answered(itsme);
    bench.standIn.setMode(mode, 60_000);
    await expect(itsme.finish(answer)).rejects.toMatchObject(UNAVAILABLE);
    bench.standIn.setMode("ok");
    // A slow itsme may have taken the code although nobody waited.
    if (mode !== "slow") expect(await itsme.finish(answer)).toMatchObject({ kind: "identified" });
  },
);

test("a discovery document that names another host is not believed", async () => {
  bench.standIn.setMode("foreign_host");
  await expect(begin(await open())).rejects.toMatchObject(UNAVAILABLE);
});

test.each([
  ["a page", (app: Hono) => app.get("*", (c) => c.html("<h1>It works</h1>"))],
  ["a redirect", (app: Hono) => app.get("*", (c) => c.redirect("https://somewhere.example/"))],
  [
    "nothing that is JSON",
    (app: Hono) => app.get("*", (c) => c.body("{", 200, { "content-type": "application/json" })),
  ],
  ["another issuer", (app: Hono) => app.get("*", (c) => c.json({ issuer: "https://idp.example/v2" }))],
  ["an endless document", (app: Hono) => app.get("*", (c) => c.json({ issuer: "x".repeat(300_000) }))],
])("%s is not a discovery document", async (_name, answerWith) => {
  const app = new Hono();
  answerWith(app);
  const server = await serveApp(app, { port: 0 });
  try {
    const itsme = await openItsme({ ...bench.settings, issuer: new URL(`${server.url}/v2`) });
    await expect(begin(itsme)).rejects.toMatchObject({ code: "itsme_unavailable" });
  } finally {
    await server.stop();
  }
});

test("itsme says that it cannot serve just now", async () => {
  const itsme = await open();
  const { redirectUri } = bench;
  const secrets = newItsmeSecrets();
  const callbackUrl = `${redirectUri}?state=${secrets.state}&error=temporarily_unavailable&iss=${bench.standIn.issuer}`;
  const times = { startedAt: clock.now(), at: clock.now() };
  await expect(itsme.finish({ ...secrets, ...times, redirectUri, callbackUrl })).rejects.toMatchObject(
    UNAVAILABLE,
  );
});

test("plain HTTP is for a stand-in on this machine", async () => {
  const issuer = new URL("http://idp.prd.itsme.example/v2");
  await expect(openItsme({ ...bench.settings, issuer })).rejects.toThrow("https");
});
