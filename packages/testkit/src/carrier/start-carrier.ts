// The carrier: takes announcements as bpost does, and says of each letter what people or tests tell it to.

import { Hono } from "hono";
import type { StandInClock } from "../standin/clock.ts";
import { serveApp } from "../standin/serve.ts";
import { fieldsOf } from "./check-announcement.ts";
import { CARRIER_MODES, openFaultDesk } from "./modes.ts";
import { carrierPage } from "./pages.tsx";
import { senApi } from "./speak-sen.ts";
import { CARRIER_STATEMENTS, type CarrierStatement, isCarrierStatement } from "./statements.ts";
import { type CarrierItem, openCarrierStore } from "./store.ts";
import { openProofs } from "./write-proof.ts";

export interface CarrierOptions {
  readonly port: number;
  readonly host?: string;
  readonly clock: StandInClock;
  readonly apiKey: string;
  /** Digits. */
  readonly accountId: string;
  /** Items are kept there beyond the stand-in's end; default: not. */
  readonly directory?: string;
}

export interface CarrierStandIn {
  /** Base address of the API and of the page. */
  readonly url: string;
  /** Newest first. */
  items(filter?: { readonly reference?: string }): readonly CarrierItem[];
  /** Dated by the clock. Throws where nothing was announced under this number. */
  say(barcode: string, statement: CarrierStatement): Promise<void>;
  stop(): Promise<void>;
}

const LISTED = 100;
const PLACE = "Gent";

/**
 * `GET /api/items?reference=` · `POST /api/items/{barcode} {"say": "delivered"}` · `POST /api/mode {"mode", "times",
 * "delay_ms"}`; the modes stand in `modes.ts`.
 */
export async function startCarrier(options: CarrierOptions): Promise<CarrierStandIn> {
  const { clock } = options;
  const store = openCarrierStore(options.directory);
  const faults = openFaultDesk();
  const writeProof = openProofs(await clock.now());
  const app = new Hono();

  async function say(barcode: string, statement: CarrierStatement): Promise<boolean> {
    const { code, description } = CARRIER_STATEMENTS[statement];
    const dateTime = (await clock.now()).toString({ fractionalSecondDigits: 3 });
    return store.say(barcode, { code, description, dateTime, location: PLACE });
  }

  app.get("/", (c) => {
    const items = store.list();
    return carrierPage(c, { items: items.slice(0, LISTED), count: items.length, faults: faults.now() });
  });
  app.post("/items/:barcode", async (c) => {
    const { say: word } = await c.req.parseBody();
    const known = isCarrierStatement(word) && (await say(c.req.param("barcode"), word));
    return known ? c.redirect("/", 303) : c.text("Nothing of that kind was announced.", 404);
  });
  app.post("/faults", async (c) => {
    setFaults(fieldsOf(await c.req.parseBody()));
    return c.redirect("/", 303);
  });
  app.get("/api/items", (c) => c.json(store.list({ reference: c.req.query("reference") })));
  app.post("/api/items/:barcode", async (c) => {
    const { say: word } = fieldsOf(await c.req.json().catch(() => null));
    if (!isCarrierStatement(word))
      return c.json({ error: "unknown_statement", statements: Object.keys(CARRIER_STATEMENTS) }, 400);
    if (!(await say(c.req.param("barcode"), word))) return c.json({ error: "not_announced" }, 404);
    return c.json(store.get(c.req.param("barcode")));
  });
  app.post("/api/mode", async (c) => {
    if (!setFaults(fieldsOf(await c.req.json().catch(() => null))))
      return c.json({ error: "unknown_mode", modes: CARRIER_MODES }, 400);
    return c.json(faults.now());
  });
  app.route(
    "/",
    senApi({ apiKey: options.apiKey, accountId: options.accountId, clock, store, faults, writeProof }),
  );

  function setFaults(asked: Readonly<Record<string, unknown>>): boolean {
    const mode = CARRIER_MODES.find((known) => known === asked["mode"]);
    if (!mode) return false;
    const times = wholeNumber(asked["times"]);
    const delayMs = wholeNumber(asked["delay_ms"]);
    faults.set({ mode, ...(times ? { times } : {}), ...(delayMs ? { delayMs } : {}) });
    return true;
  }

  const served = await serveApp(app, { port: options.port, host: options.host });
  return {
    url: served.url,
    items: (filter = {}) => store.list(filter),
    async say(barcode, statement) {
      if (!(await say(barcode, statement))) throw new Error(`${barcode} was never announced`);
    },
    stop: () => served.stop(),
  };
}

function wholeNumber(value: unknown): number | undefined {
  const number = value === "" ? Number.NaN : Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
