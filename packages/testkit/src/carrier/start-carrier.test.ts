import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { manualClock } from "../standin/clock.ts";
import { type CarrierStandIn, startCarrier } from "./start-carrier.ts";

const OPTIONS = { port: 0, apiKey: "key", accountId: "843249" };
const hasPdfsig = spawnSync("pdfsig", ["-v"]).error === undefined;
const clock = manualClock("2026-11-23T09:00:00Z");
let directory: string;
let carrier: CarrierStandIn;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "carrier-"));
  carrier = await startCarrier({ ...OPTIONS, clock, directory });
});
afterAll(async () => {
  await carrier.stop();
  rmSync(directory, { recursive: true });
});
beforeEach(() => control("/api/mode", { mode: "ok" }));

function control(path: string, body: object): Promise<Response> {
  return fetch(`${carrier.url}${path}`, { method: "POST", body: JSON.stringify(body) });
}

function call(
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${carrier.url}/registeredmail/${path}`, {
    method: body ? "POST" : "GET",
    headers: { "x-api-key": "key", "x-api-version": "v1", ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

const RECEIVER = {
  name: "Jan <b>Peeters</b>",
  street: "Meir",
  houseNumber: "31",
  postalCode: "2000",
  locality: "Antwerpen",
  countryCode: "BE",
};
const SENDER = {
  companyName: "Immo",
  addressLine1: "Kouter 7",
  addressLine2: "9000 Gent",
  countryCode: "BE",
};

function announcement(
  more: { readonly receiver?: object; readonly barcode?: string; readonly accountID?: number } = {},
) {
  const { receiver, barcode, accountID = 843_249 } = more;
  return {
    accountID,
    itemDetails: {
      customReference: "job_1",
      sender: SENDER,
      receiver: { ...RECEIVER, ...receiver },
      ...(barcode ? { barcode } : {}),
    },
  };
}

async function announce(): Promise<string> {
  const answer = await call("announcements", announcement());
  expect(answer.status).toBe(201);
  const { barcode } = (await answer.json()) as { readonly barcode: string };
  expect(barcode).toMatch(/^010541288500452621\d{12}$/);
  return barcode;
}

test("an item is found under its reference, followed by its number, and proven once it has ended", async () => {
  const barcode = await announce();
  const found = await call("announcements/search", { accountID: 843_249, customReference: "job_1" });
  expect(await found.json()).toEqual({
    items: expect.arrayContaining([{ barcode, customReference: "job_1" }]),
  });
  expect((await call(`proofs/${barcode}?accountID=843249`)).status).toBe(404);
  expect((await control(`/api/items/${barcode}`, { say: "delivered" })).status).toBe(200);
  const track = await call(`track/${barcode}?accountID=843249`);
  expect(await track.json()).toEqual({
    barcode,
    events: [
      {
        code: "EMI",
        description: "Delivered against signature",
        dateTime: "2026-11-23T09:00:00.000Z",
        location: "Gent",
      },
    ],
  });
  expect((await call(`track/${barcode}?accountID=1`)).status).toBe(404);
});

test.skipIf(!hasPdfsig)(
  `its proof is a PDF with a valid signature${hasPdfsig ? "" : " (skipped: pdfsig is not installed)"}`,
  async () => {
    const barcode = await announce();
    await carrier.say(barcode, "returned");
    const proof = await call(`proofs/${barcode}?accountID=843249`);
    const file = join(directory, "proof.pdf");
    writeFileSync(file, Buffer.from(await proof.arrayBuffer()));
    const said = execFileSync("pdfsig", [file], { encoding: "utf8" });
    expect(said).toContain("Signature is Valid");
    expect(said).toContain("Stand-in for the carrier");
    expect(said).toContain("Total document signed");
  },
);

test.each([
  ["a receiver without a name", { receiver: { name: "" } }, 400],
  ["a field of 51 characters", { receiver: { street: "é".repeat(51) } }, 400],
  ["an address abroad", { receiver: { countryCode: "FR" } }, 400],
  ["no house number", { receiver: { houseNumber: "" } }, 400],
  ["a postal code that is none", { receiver: { postalCode: "0123" } }, 400],
  ["a number of another form", { barcode: "123" }, 400],
  ["a house that is not there", { receiver: { houseNumber: "999" } }, 422],
  ["another account", { accountID: 1 }, 403],
])("%s is turned away", async (_, more, status) => {
  const answer = await call("announcements", announcement(more));
  expect(answer.status).toBe(status);
  expect(await answer.json()).toHaveProperty("message");
});

test("50 characters are enough, and a number can be announced once", async () => {
  const barcode = "010541288500000000000000000007";
  const asked = announcement({ barcode, receiver: { street: "é".repeat(50) } });
  expect((await call("announcements", asked)).status).toBe(201);
  expect((await call("announcements", asked)).status).toBe(409);
});

test("key and version are asked for", async () => {
  expect((await call("announcements", announcement(), { "x-api-key": "" })).status).toBe(401);
  expect((await call("announcements", announcement(), { "x-api-version": "v2" })).status).toBe(400);
});

test("a fault lasts for so many calls", async () => {
  await control("/api/mode", { mode: "busy", times: 2 });
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await call("track/1")).status);
  expect(statuses).toEqual([429, 429, 404]);
  expect((await control("/api/mode", { mode: "asleep" })).status).toBe(400);
});

test("what was announced outlives the stand-in", async () => {
  const barcode = await announce();
  await carrier.say(barcode, "presented");
  const before = carrier.items();
  await carrier.stop();
  carrier = await startCarrier({ ...OPTIONS, clock, directory });
  expect(carrier.items()).toEqual(before);
});

test("its page lists the letters, escaped, and says what it is told to", async () => {
  const barcode = await announce();
  const page = await (await fetch(carrier.url)).text();
  expect(page).toContain("Jan &lt;b&gt;Peeters&lt;/b&gt;");
  const told = await fetch(`${carrier.url}/items/${barcode}`, {
    method: "POST",
    body: new URLSearchParams({ say: "held" }),
    redirect: "manual",
  });
  expect([told.status, told.headers.get("location")]).toEqual([303, "/"]);
  expect(carrier.items()[0]?.events).toMatchObject([{ code: "AVAILABLE_AT_PICKUP_POINT" }]);
  for (const [path, say] of [
    [`/items/${barcode}`, "lost"],
    ["/items/010541288500000000000000999999", "held"],
  ] as const) {
    const refused = await fetch(`${carrier.url}${path}`, {
      method: "POST",
      body: new URLSearchParams({ say }),
    });
    expect(refused.status).toBe(404);
  }
  await expect(carrier.say("1", "held")).rejects.toThrow("never announced");
});
