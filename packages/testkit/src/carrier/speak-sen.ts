// The API for the digital announcement of registered mail as far as it is called, with its checks and its faults.

import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { StandInClock } from "../standin/clock.ts";
import { complaintsAbout, fieldsOf, isUnknownAddress, readAnnouncement, text } from "./check-announcement.ts";
import type { CarrierMode, FaultDesk } from "./modes.ts";
import { ENDING_CODES } from "./statements.ts";
import type { CarrierItem, CarrierStore } from "./store.ts";

export interface SenParts {
  readonly apiKey: string;
  /** Digits. */
  readonly accountId: string;
  readonly clock: StandInClock;
  readonly store: CarrierStore;
  readonly faults: FaultDesk;
  readonly writeProof: (item: CarrierItem) => Promise<Uint8Array>;
}

type SenEnv = { Bindings: HttpBindings; Variables: { fault: CarrierMode } };
type SenContext = Context<SenEnv>;

const PRODUCTS: ReadonlySet<string> = new Set(["registeredmail"]);
/** GTIN and serial of GS1, as the example that bpost has published reads. */
const BARCODE_HEAD = "010541288500452621";

/** Mounted at `/`; the first part of each path is the product. */
export function senApi(parts: SenParts): Hono<SenEnv> {
  const { store, clock } = parts;
  const app = new Hono<SenEnv>();

  app.use("/:product/*", async (c, next) => {
    if (!PRODUCTS.has(c.req.param("product"))) return next();
    if (c.req.header("x-api-key") !== parts.apiKey) return c.json({ message: "Unauthorized" }, 401);
    if (c.req.header("x-api-version") !== "v1") return c.json({ message: "Unknown x-api-version" }, 400);
    const { mode, delayMs } = parts.faults.take(c.req.path.endsWith("/announcements"));
    c.set("fault", mode);
    return (await failAs(c, mode, delayMs)) ?? next();
  });

  app.post("/:product/announcements", async (c) => {
    const announcement = readAnnouncement(await c.req.json().catch(() => null));
    if (String(announcement.accountID) !== parts.accountId)
      return c.json({ message: "Unknown account" }, 403);
    const complaints = complaintsAbout(announcement);
    if (complaints.length > 0) return c.json({ message: "Announcement rejected", errors: complaints }, 400);
    if (isUnknownAddress(announcement))
      return c.json({ message: `Unknown address: ${lineOf(announcement.receiver)}` }, 422);
    if (announcement.barcode !== "" && store.get(announcement.barcode))
      return c.json({ message: "Duplicate barcode" }, 409);
    const item = store.add({
      barcode: announcement.barcode || newBarcode(),
      customReference: announcement.customReference,
      announcedAt: (await clock.now()).toString({ fractionalSecondDigits: 3 }),
      sender: announcement.sender,
      receiver: announcement.receiver,
    });
    if (c.get("fault") === "duplicate") return c.json({ message: "Duplicate announcement" }, 409);
    if (c.get("fault") === "lost") c.env.incoming.socket.destroy();
    return c.json({ barcode: item.barcode, customReference: item.customReference }, 201);
  });

  app.post("/:product/announcements/search", async (c) => {
    const { accountID, customReference } = fieldsOf(await c.req.json().catch(() => null));
    if (String(accountID) !== parts.accountId) return c.json({ message: "Unknown account" }, 403);
    const items = store.list({ reference: text(customReference) });
    return c.json({
      items: items.map(({ barcode, customReference: reference }) => ({
        barcode,
        customReference: reference,
      })),
    });
  });

  app.get("/:product/track/:barcode", (c) => {
    const item = c.req.query("accountID") === parts.accountId ? store.get(c.req.param("barcode")) : undefined;
    if (!item) return c.json({ message: "Unknown item" }, 404);
    return c.json({ barcode: item.barcode, events: item.events });
  });

  app.get("/:product/proofs/:barcode", async (c) => {
    const item = c.req.query("accountID") === parts.accountId ? store.get(c.req.param("barcode")) : undefined;
    if (!item?.events.some(({ code }) => ENDING_CODES.has(code)))
      return c.json({ message: "No proof yet" }, 404);
    return c.body(Uint8Array.from(await parts.writeProof(item)), 200, { "Content-Type": "application/pdf" });
  });

  return app;
}

async function failAs(c: SenContext, mode: CarrierMode, delayMs: number): Promise<Response | undefined> {
  switch (mode) {
    case "busy":
      return c.json({ message: "Too many requests" }, 429, { "Retry-After": "7" });
    case "down":
      return c.json({ message: "Internal error" }, 500);
    case "slow":
      await setTimeout(delayMs, undefined, { ref: false, signal: c.req.raw.signal }).catch(() => undefined);
      return undefined;
    case "garbage":
      return c.html("<h1>We are back soon</h1>");
    case "wrong_types":
      return c.json({ barcode: 10_541, items: { length: 1 }, events: "none" });
    case "flood":
      return c.body(endless(), 200, { "Content-Type": "application/json" });
    case "redirect":
      return c.redirect("http://carrier.invalid/", 307);
    default:
      return undefined;
  }
}

function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(64 * 1024).fill(0x20);
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
}

function newBarcode(): string {
  return `${BARCODE_HEAD}${String(randomInt(1_000_000_000_000)).padStart(12, "0")}`;
}

function lineOf(party: Readonly<Record<string, string>>): string {
  return ["name", "companyName", "street", "houseNumber", "postalCode", "locality"]
    .map((field) => party[field] ?? "")
    .filter(Boolean)
    .join(" ");
}
