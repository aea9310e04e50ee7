import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toPem } from "@posthorn/pki";
import { createEidDoor, serveApp, serveMutualTls } from "@posthorn/web";
import { Hono } from "hono";
import { afterAll, beforeEach, expect, test } from "vitest";
import { findBrowser, openBrowser } from "../browser/open-browser.ts";
import { callCardHost } from "./call-card-host.ts";
import { createCardBench } from "./card-bench.ts";
import type { StandInCard } from "./issue-card.ts";
import { showCard } from "./show-card.ts";

const { set, eid, clock } = createCardBench();
const { jan, jan_rsa, jan_revoked, jan_stranger } = set.cards;
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
const folder = mkdtempSync(join(tmpdir(), "eid-tls-"));
const TOKEN = "a".repeat(43);
const RETURN = "https://collect.posthorn.example/eid/return?code=once";

const seen: string[] = [];
const logged: string[] = [];
const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
let failure: Error | undefined;
let returnTo = RETURN;
const door = createEidDoor({
  async verified(chain, token) {
    if (failure) throw failure;
    const { familyName } = await eid.verifyCertificate(chain, clock.now());
    seen.push(`${familyName} ${token}`);
    return returnTo;
  },
  failed: (code) => `https://collect.posthorn.example/eid/failed?why=${code}`,
  log: { info: note, warn: note, error: note },
});
const key = (card: { privateKey: StandInCard["privateKey"] }) =>
  card.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const server = await serveMutualTls(door, {
  port: 0,
  certificate: toPem(set.server.key.certificate),
  key: key(set.server),
  authorities: eid.authorities,
});
afterAll(async () => {
  await server.close(10);
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  seen.length = 0;
  logged.length = 0;
  failure = undefined;
  returnTo = RETURN;
});

const visit = ({ path = `/${TOKEN}`, ...call }: { path?: string } & Parameters<typeof callCardHost>[1]) =>
  callCardHost(`https://127.0.0.1:${server.port}${path}`, call);

test.each([
  ["P-384", jan],
  ["RSA 2048", jan_rsa],
] as const)(
  "a card with a key on %s shows itself in the handshake and leads back to the site",
  async (_, card) => {
    const { status, headers } = await visit({ card });
    expect(status).toBe(303);
    expect(headers).toMatchObject({
      location: RETURN,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      connection: "close",
    });
    expect(seen).toEqual([`Peeters ${TOKEN}`]);
  },
);

test("without a card nobody is somebody, whatever the headers say", async () => {
  const pem = toPem(jan.certificate);
  const forged = {
    "X-SSL-Client-Cert": encodeURIComponent(pem),
    "X-Forwarded-Client-Cert": `Cert="${encodeURIComponent(pem)}"`,
    "X-Client-Cert": pem.replaceAll("\n", " "),
    "X-SSL-Client-Verify": "SUCCESS",
    "X-SSL-Client-S-DN": "CN=Jan Peeters (Authentication)",
    "X-ARR-ClientCert": Buffer.from(jan.certificate).toString("base64"),
    "Client-Cert": `:${Buffer.from(jan.certificate).toString("base64")}:`,
    "SSL-Client-Cert": Buffer.from(jan.certificate).toString("base64"),
  };
  for (const headers of [{}, forged])
    expect((await visit({ headers })).headers["location"]).toBe(
      "https://collect.posthorn.example/eid/failed?why=eid_certificate_missing",
    );
  // Beside another card they change nothing either.
  await visit({ card: set.cards.nele, headers: forged });
  expect(seen).toEqual([`Claes ${TOKEN}`]);
});

test.each([
  ["eid_certificate_revoked", jan_revoked],
  ["eid_certificate_untrusted", jan_stranger],
] as const)(
  "a card that is refused leads back with %s alone, and the log names nobody",
  async (code, card) => {
    const { status, headers } = await visit({ card });
    expect(status).toBe(303);
    expect(headers["location"]).toBe(`https://collect.posthorn.example/eid/failed?why=${code}`);
    expect(logged.join()).toContain(code);
    expect(logged.join()).not.toMatch(/Peeters|74030251728/);
    expect(seen).toEqual([]);
  },
);

test("there is one page and one way to ask for it", async () => {
  for (const path of ["/", "/favicon.ico", `/${TOKEN}/x`, "/short", `/${"a".repeat(200)}`, "/..%2f..%2fx"])
    expect((await visit({ card: jan, path })).status).toBe(404);
  for (const method of ["HEAD", "POST", "PUT", "DELETE"])
    expect((await visit({ card: jan, method })).status).toBe(404);
  expect(seen).toEqual([]);
});

test("what goes wrong on our side tells the caller nothing", async () => {
  failure = new Error("the database is at 10.0.0.7");
  const { status, body } = await visit({ card: jan });
  expect(status).toBe(500);
  expect(body).toBe("Internal Server Error");
  expect(logged.join()).toContain("the eID door failed");
});

/** What `openssl s_client` says of the handshake. */
async function handshake(...options: readonly string[]): Promise<string> {
  const child = spawn("openssl", ["s_client", "-connect", `127.0.0.1:${server.port}`, ...options]);
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end();
  await new Promise((resolve) => child.once("close", resolve));
  return said;
}

test.skipIf(noOpenssl)(
  "cards are asked for by the six algorithms they can do and the names of their authorities, in TLS 1.2 alone (skipped: openssl is not installed)",
  async () => {
    const said = await handshake("-tls1_2");
    const offered = /^Requested Signature Algorithms: (.*)$/mu.exec(said)?.[1]?.split(":");
    expect(offered?.toSorted()).toEqual([
      "ECDSA+SHA256",
      "ECDSA+SHA384",
      "ECDSA+SHA512",
      "RSA+SHA256",
      "RSA+SHA384",
      "RSA+SHA512",
    ]);
    const names = said.slice(said.indexOf("Acceptable client certificate CA names"));
    for (const name of ["Belgium Root CA", "Citizen CA", "Foreigner CA"])
      expect(names).toContain(`${name} (demonstration)`);
    expect(await handshake("-tls1_3")).toMatch(/alert protocol version|unsupported protocol/u);
    expect(await handshake("-tls1_1", "-cipher", "ALL@SECLEVEL=0")).not.toContain("New, TLSv1.1");
  },
);

test.skipIf(noOpenssl)(
  "no session is resumed: each connection needs its own card (skipped: openssl is not installed)",
  async () => {
    const [certificate, privateKey] = ["card.pem", "card.key"].map((name) => join(folder, name));
    writeFileSync(certificate ?? "", toPem(jan.certificate));
    writeFileSync(privateKey ?? "", key(jan));
    const card = ["-cert", certificate ?? "", "-key", privateKey ?? ""];
    const said = await handshake("-tls1_2", "-reconnect", ...card);
    expect(said).not.toContain("Reused, TLS");
    expect(said.match(/^New, TLSv1\.2/gmu)?.length).toBeGreaterThan(1);
    expect(said).not.toContain("TLS session ticket:");
  },
);

const executablePath = await findBrowser();
test.skipIf(executablePath === undefined)(
  "in a browser a card of either kind shows itself, and the browser is led back",
  async () => {
    const browser = await openBrowser(executablePath ?? "");
    const back = await serveApp(
      new Hono().get("/return", (c) => c.text("back")),
      { port: 0 },
    );
    returnTo = `http://127.0.0.1:${back.port}/return`;
    try {
      for (const card of [jan, jan_rsa]) {
        const host = `https://127.0.0.1:${server.port}`;
        const context = await browser.newContext(showCard(card, host));
        await context.route("https://collect.posthorn.example/**", (route) =>
          route.fulfill({ body: "back" }),
        );
        const page = await context.newPage();
        await page.goto(`${host}/${TOKEN}`);
        expect(page.url()).toBe(returnTo);
        await context.close();
      }
      expect(seen).toEqual([`Peeters ${TOKEN}`, `Peeters ${TOKEN}`]);
    } finally {
      await browser.close();
      await back.close(10);
    }
  },
  20_000,
);
