import { createServer } from "node:http";
import { type CarrierMode, type CarrierStandIn, manualClock, startCarrier } from "@posthorn/testkit";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { ItemToAnnounce } from "../carrier.ts";
import { type BpostOptions, connectBpost } from "./connect-bpost.ts";

const ACCOUNT = { apiKey: "key-of-the-account", accountId: "843249" };
const clock = manualClock("2026-11-23T09:00:00Z");
let standIn: CarrierStandIn;
let options: BpostOptions;

beforeAll(async () => {
  standIn = await startCarrier({ port: 0, clock, ...ACCOUNT });
  options = {
    url: standIn.url,
    ...ACCOUNT,
    subaccountId: "573116",
    returnAddress: ["Kouter 7", "9000 Gent"],
  };
});
afterAll(() => standIn.stop());
afterEach(() => setMode("ok"));

async function setMode(mode: CarrierMode, more: object = {}): Promise<void> {
  const answer = await fetch(`${standIn.url}/api/mode`, {
    method: "POST",
    body: JSON.stringify({ mode, ...more }),
  });
  expect(answer.status).toBe(200);
}

const bpost = (more: Partial<BpostOptions> = {}) => connectBpost({ ...options, ...more });

let count = 0;
function item(more: Partial<ItemToAnnounce> = {}): ItemToAnnounce {
  count += 1;
  return {
    reference: `job_${String(count).padStart(26, "0")}`,
    sender: "Immo Vandewalle bv",
    addressee: { name: "Ščerbová-Müller", firstNames: "Zoë Ann" },
    address: {
      street: "Sint-Kwintensberg",
      number: "12",
      box: "3",
      postcode: "9000",
      town: "Gent",
      country: "BE",
    },
    language: "nl",
    ...more,
  };
}

const announcedUnder = ({ reference }: ItemToAnnounce) => standIn.items({ reference });
const unavailable = (more: object = {}) => ({
  kind: "unavailable",
  code: "carrier_unavailable",
  retryable: true,
  ...more,
});

test("an item is announced with its names and address, and gets a number", async () => {
  const asked = item();
  const answer = await bpost().announce(asked);
  expect(answer).toEqual({ barcode: expect.stringMatching(/^010\d{27}$/), reference: asked.reference });
  expect(announcedUnder(asked)).toMatchObject([
    {
      barcode: answer.barcode,
      sender: {
        companyName: "Immo Vandewalle bv",
        addressLine1: "Kouter 7",
        addressLine2: "9000 Gent",
        countryCode: "BE",
      },
      receiver: {
        name: "Zoë Ann Ščerbová-Müller",
        street: "Sint-Kwintensberg",
        houseNumber: "12",
        boxNumber: "3",
        postalCode: "9000",
        locality: "Gent",
        countryCode: "BE",
      },
    },
  ]);
});

test("a number of ours is kept; one that belongs to another item is said to be taken", async () => {
  const barcode = "010541288500000000000000000041";
  expect(await bpost().announce(item({ barcode }))).toMatchObject({ barcode });
  await expect(bpost().announce(item({ barcode }))).rejects.toMatchObject({
    kind: "conflict",
    code: "number_taken",
    retryable: false,
  });
});

test("asked again under one reference, the number is the same and there is one item", async () => {
  const asked = item();
  const first = await bpost().announce(asked);
  expect(await bpost().announce(asked)).toEqual(first);
  // Also where another number was meant for it by now.
  expect(await bpost().announce({ ...asked, barcode: "010541288500000000000000000042" })).toEqual(first);
  expect(announcedUnder(asked)).toHaveLength(1);
});

test("where the answer got lost, or it is said to be there already, the item is looked up", async () => {
  for (const mode of ["lost", "duplicate"] as const) {
    await setMode(mode, { times: 1 });
    const asked = item();
    const { barcode } = await bpost().announce(asked);
    expect(announcedUnder(asked)).toMatchObject([{ barcode }]);
  }
});

test("where the look-up fails too, the next attempt finds the item", async () => {
  const asked = item();
  let calls = 0;
  // Looks first, announces, and then hears nothing any more.
  const gate = await startGate(async (forward, end) => ((calls += 1) <= 2 ? forward(calls === 2) : end()));
  await expect(bpost({ url: gate.url }).announce(asked)).rejects.toMatchObject(unavailable());
  expect(announcedUnder(asked)).toHaveLength(1);
  const { barcode } = await bpost().announce(asked);
  expect(announcedUnder(asked)).toMatchObject([{ barcode }]);
  await gate.stop();
});

test.each([
  ["busy", { retryAfterSeconds: 7, detail: "bpost: answered 429" }],
  ["down", { retryAfterSeconds: undefined, detail: "bpost: answered 500" }],
  ["slow", { retryAfterSeconds: undefined, detail: "bpost: no answer" }],
  ["garbage", { detail: "bpost: an answer that is no JSON" }],
  ["wrong_types", { detail: expect.stringContaining("an answer of another form") }],
  ["flood", { detail: expect.stringContaining("an answer of more than 262144 octets") }],
  ["redirect", { detail: "bpost: no answer" }],
] as const)("%s: not now, and nothing is announced", async (mode, error) => {
  const { barcode } = await bpost().announce(item());
  await setMode(mode, { delay_ms: 5_000 });
  const asked = item();
  const carrier = bpost(mode === "slow" ? { timeoutMs: 40 } : {});
  await expect(carrier.announce(asked)).rejects.toMatchObject(unavailable(error));
  await expect(carrier.track({ barcode, reference: null })).rejects.toMatchObject(unavailable(error));
  expect(announcedUnder(asked)).toEqual([]);
});

test("every fault while announcing is found out about, and none makes a second item", async () => {
  for (const mode of ["busy", "down", "garbage", "wrong_types", "lost", "duplicate"] as const) {
    for (const times of [1, 2, 3]) {
      const asked = item();
      await setMode(mode, { times });
      const barcodes = new Set<string>();
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const answer = await bpost()
          .announce(asked)
          .catch((error: unknown) => {
            expect(error).toMatchObject(unavailable());
            return null;
          });
        if (answer) barcodes.add(answer.barcode);
      }
      expect(barcodes.size).toBe(1);
      expect(announcedUnder(asked)).toHaveLength(1);
    }
  }
});

test("nobody there, a wrong key, another account: the letter is not to blame", async () => {
  for (const more of [{ url: "http://127.0.0.1:9" }, { apiKey: "wrong" }, { accountId: "1" }])
    await expect(bpost(more).announce(item())).rejects.toMatchObject(unavailable());
});

test("a request that he does not understand is our mistake and no letter's", async () => {
  const gate = await startGate((_, end) => end(400));
  const carrier = bpost({ url: gate.url });
  await expect(carrier.announce(item())).rejects.toMatchObject(
    unavailable({ detail: "bpost: answered 400" }),
  );
  await expect(carrier.track({ barcode: "1", reference: null })).rejects.toMatchObject(unavailable());
  await gate.stop();
});

test("a time to come back is read in seconds or as a date, by the clock of who says it", async () => {
  const date = "Mon, 23 Nov 2026 09:00:00 GMT";
  for (const [after, seconds] of [
    ["120", 120],
    ["Mon, 23 Nov 2026 09:10:00 GMT", 600],
    ["Tue, 24 Nov 2026 09:00:00 GMT", 3_600],
    ["Mon, 23 Nov 2026 08:59:00 GMT", undefined],
    ["soon", undefined],
    ["0", undefined],
  ] as const) {
    const gate = await startGate((_, end) => end(503, { date, "retry-after": after }));
    await expect(bpost({ url: gate.url }).announce(item())).rejects.toMatchObject(
      unavailable({ retryAfterSeconds: seconds }),
    );
    await gate.stop();
  }
});

test("an address that is not taken is refused in his words, without the address", async () => {
  const address = {
    street: "Kerkstraat",
    number: "999",
    postcode: "9000",
    town: "Gentbrugge",
    country: "BE",
  };
  const refusal = await bpost()
    .announce(item({ address }))
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({ kind: "bad_request", code: "carrier_refused", retryable: false });
  const { detail } = refusal as { readonly detail: string };
  expect(detail).toMatch(/^Unknown address: /);
  for (const told of ["Kerkstraat", "Gentbrugge", "9000", "Zoë", "Müller"])
    expect(detail).not.toContain(told);
});

test("a refusal that writes the address back in capitals tells no more of it", async () => {
  const words = JSON.stringify({ message: "No KERKSTRAAT in GENTBRUGGE" });
  let calls = 0;
  const gate = await startGate((_, end) => {
    calls += 1;
    return calls === 1 ? end(404) : end(422, {}, words);
  });
  const address = { street: "Kerkstraat", number: "1", postcode: "9000", town: "Gentbrugge", country: "BE" };
  await expect(bpost({ url: gate.url }).announce(item({ address }))).rejects.toMatchObject({
    code: "carrier_refused",
    detail: "No … in …",
  });
  await gate.stop();
});

test("a postcode that is none is refused with its field; abroad nothing is announced", async () => {
  const { address } = item();
  await expect(bpost().announce(item({ address: { ...address, postcode: "0123" } }))).rejects.toMatchObject({
    code: "carrier_refused",
    detail: "Announcement rejected; receiver.postalCode: is not a Belgian postal code",
  });
  await expect(bpost().announce(item({ address: { ...address, country: "FR" } }))).rejects.toMatchObject({
    code: "carrier_refused",
    detail: "items abroad are not announced",
  });
});

test("where the sender's own address stands on the letter, that is announced and not ours", async () => {
  const returnAddress = {
    street: "Veldstraat",
    number: "8",
    box: "2",
    postcode: "9000",
    town: "Gent",
    country: "BE",
  };
  const asked = item({ returnAddress });
  await bpost().announce(asked);
  const [announced] = announcedUnder(asked);
  expect(announced?.sender).toMatchObject({ addressLine1: "Veldstraat 8 bus 2", addressLine2: "9000 GENT" });
});

test("no field is longer than 50 characters, and no name or address is cut", async () => {
  const asked = item({
    sender: `Vereniging van Mede-eigenaars ${"Residentie ".repeat(8)}vzw`,
    addressee: {
      name: "Koninklijke Maatschappij voor Dierkunde en Plantkunde van de Kempen",
      attentionOf: "Maria Van den Bossche",
    },
    address: {
      street: "Burgemeester Professor Doctor Emile Vandervelde-Boulevardlaan",
      number: "1",
      postcode: "2440",
      town: "Geel",
      country: "BE",
    },
  });
  await bpost().announce(asked);
  const [announced] = announcedUnder(asked);
  expect(announced?.receiver).toEqual({
    companyName: "Koninklijke Maatschappij voor Dierkunde",
    department: "en Plantkunde van de Kempen Maria Van den Bossche",
    addressLine1: expect.stringMatching(/^Burg .* 1$/),
    addressLine2: "2440 GEEL",
    countryCode: "BE",
  });
  expect(announced?.sender).toMatchObject({
    companyName: "Vereniging van Mede-eigenaars Residentie",
    department: "Residentie Residentie Residentie Residentie",
  });
});

test("a line that stands in no field even shortened is refused before it is sent", async () => {
  const address = { ...item().address, street: "Xyz".repeat(20) };
  await expect(bpost().announce(item({ address }))).rejects.toMatchObject({
    code: "carrier_refused",
    detail: "receiver.addressLine1: longer than 50 characters",
  });
});

test("what he says is told oldest first, under keys that stay; unknown codes in his words", async () => {
  const carrier = bpost();
  const announced = await carrier.announce(item());
  expect(await carrier.track(announced)).toEqual([]);
  await standIn.say(announced.barcode, "accepted");
  clock.advance({ hours: 20 });
  await standIn.say(announced.barcode, "presented");
  await standIn.say(announced.barcode, "unheard");
  const before = await carrier.track(announced);
  clock.advance({ hours: 40 });
  for (const statement of ["held", "delivered", "returned"] as const)
    await standIn.say(announced.barcode, statement);
  const events = await carrier.track(announced);
  expect(events.map(({ outcome }) => outcome)).toEqual([
    "accepted",
    "presented",
    "other",
    "held",
    "delivered",
    "returned",
  ]);
  expect(new Set(events.map(({ key }) => key)).size).toBe(6);
  expect(events.slice(0, 3).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  expect(events[0]).toMatchObject({
    at: Temporal.Instant.from("2026-11-23T09:00:00Z"),
    words: "Item posted, Gent",
    mediaType: "application/json",
  });
  expect(events[2]?.words).toBe("Item rerouted, Gent");
  expect(JSON.parse(Buffer.from(events[0]?.raw ?? []).toString())).toMatchObject({
    barcode: announced.barcode,
  });
});

test("there is a proof once it has ended, the same each time; of an unknown item there is nothing", async () => {
  const carrier = bpost();
  const announced = await carrier.announce(item());
  expect(await carrier.proof(announced)).toBeNull();
  await standIn.say(announced.barcode, "delivered");
  const proof = await carrier.proof(announced);
  expect(proof?.mediaType).toBe("application/pdf");
  expect(Buffer.from(proof?.bytes.subarray(0, 5) ?? []).toString()).toBe("%PDF-");
  expect(await carrier.proof(announced)).toEqual(proof);
  const unknown = { barcode: "010541288500000000000000999999", reference: null };
  expect(await carrier.track(unknown)).toEqual([]);
  expect(await carrier.proof(unknown)).toBeNull();
  await setMode("garbage");
  await expect(carrier.proof(announced)).rejects.toMatchObject(
    unavailable({ detail: "bpost: a proof that is no PDF" }),
  );
});

test("an account that is no number is a mistake of the configuration", () => {
  expect(() => bpost({ accountId: "KBC" })).toThrow("an account at bpost is a number");
});

interface Gate {
  readonly url: string;
  stop(): Promise<void>;
}

type Headers = Readonly<Record<string, string>>;
type Act = (
  forward: (hide: boolean) => Promise<void>,
  end: (status?: number, headers?: Headers, body?: string) => void,
) => unknown;

/** Between us and the carrier: passes a call on, hiding its answer where asked, answers itself, or ends the connection. */
async function startGate(act: Act): Promise<Gate> {
  const server = createServer((request, response) => {
    const end = (status?: number, headers: Headers = {}, body = "") =>
      void (status === undefined ? request.socket.destroy() : response.writeHead(status, headers).end(body));
    async function forward(hide: boolean): Promise<void> {
      const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
      const answer = await fetch(`${standIn.url}${request.url}`, {
        method: request.method ?? "GET",
        headers: {
          "x-api-key": String(request.headers["x-api-key"]),
          "x-api-version": String(request.headers["x-api-version"]),
          "content-type": "application/json",
        },
        body,
      });
      const text = await answer.text();
      if (hide) return end();
      response.writeHead(answer.status, { "content-type": "application/json" }).end(text);
    }
    void act(forward, end);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
