// bpost as the carrier: items announced before they are handed over, followed by their number, proven by his signed file.

import { AppError, isDomesticBarcode, readScan } from "@posthorn/domain";
import { z } from "zod";
import type { AnnouncedItem, Carrier, ItemToAnnounce } from "../carrier.ts";
import { carrierUnavailable, openSen, readJson, type SenAnswer, type SenOptions } from "./call-sen.ts";
import { describeItem } from "./describe-item.ts";
import { readEvents, trackedItem } from "./read-events.ts";

export interface BpostOptions extends SenOptions {
  /** The company, and the department within it, as he numbered them: digits. */
  readonly accountId: string;
  readonly subaccountId?: string;
  /** Where items come back to: street and number, postcode and town. */
  readonly returnAddress: readonly [string, string];
}

const ANSWER_MAX = 256 * 1024;
const PROOF_MAX = 10 * 1024 * 1024;
const PDF = "application/pdf";

const announced = z.object({ barcode: z.string().max(60) });
const found = z.object({
  items: z.array(z.object({ barcode: z.string().max(60), customReference: z.string().nullish() })).max(1_000),
});

/**
 * An item is looked for under its reference before it is announced, and again where the answer got lost: asking twice, also
 * after a crash, gives one item. Announcements are for Belgium only.
 */
export function connectBpost(options: BpostOptions): Carrier {
  const call = openSen(options);
  const account = {
    accountID: digitsOf(options.accountId),
    ...(options.subaccountId === undefined ? {} : { subaccountID: digitsOf(options.subaccountId) }),
  };
  const query = Object.fromEntries(Object.entries(account).map(([name, value]) => [name, String(value)]));

  async function findAnnounced(reference: string): Promise<string | null> {
    const answer = await call({
      method: "POST",
      path: ["announcements", "search"],
      body: { ...account, customReference: reference },
      limit: ANSWER_MAX,
    });
    if (answer.status === 404) return null;
    const { items } = parsed(found, answer);
    const item = items.find(({ customReference }) => customReference === reference);
    return item === undefined ? null : numberIn(item.barcode);
  }

  /** Null where he says that there is such an item already. */
  async function create(item: ItemToAnnounce): Promise<string | null> {
    const answer = await call({
      method: "POST",
      path: ["announcements"],
      body: { ...account, itemDetails: describeItem(item, options.returnAddress) },
      mayBeRefused: true,
      limit: ANSWER_MAX,
    });
    if (answer.status === 409) return null;
    if (answer.status === 404) throw carrierUnavailable("takes no announcements at this address");
    return numberIn(parsed(announced, answer).barcode);
  }

  async function createOrFind(item: ItemToAnnounce): Promise<string> {
    try {
      const barcode = await create(item);
      if (barcode !== null) return barcode;
    } catch (error) {
      // Whether he took it in is unknown: looked up at once, so that the letter need not wait.
      const unknown = error instanceof AppError && error.retryable;
      const barcode = unknown ? await findAnnounced(item.reference).catch(() => null) : null;
      if (barcode === null) throw error;
      return barcode;
    }
    const barcode = await findAnnounced(item.reference);
    if (barcode === null)
      throw new AppError("conflict", "number_taken", { detail: "bpost: the number belongs to another item" });
    return barcode;
  }

  return {
    name: "bpost",
    service: "Aangetekende zending",
    async announce(item) {
      const { reference } = item;
      // Also where another number was meant by now: the one that he knows the item under is the one that counts.
      return { barcode: (await findAnnounced(reference)) ?? (await createOrFind(item)), reference };
    },
    async track({ barcode }) {
      const answer = await call({ method: "GET", path: ["track", barcode], query, limit: ANSWER_MAX });
      if (answer.status === 404) return [];
      return readEvents(parsed(trackedItem, answer).events, answer.bytes, answer.mediaType);
    },
    async proof({ barcode }: AnnouncedItem) {
      const answer = await call({ method: "GET", path: ["proofs", barcode], query, limit: PROOF_MAX });
      if (answer.status === 404 || answer.bytes.length === 0) return null;
      const isPdf = Buffer.from(answer.bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
      if (answer.mediaType !== PDF || !isPdf) throw carrierUnavailable("a proof that is no PDF");
      return { mediaType: PDF, bytes: answer.bytes };
    },
  };
}

function parsed<Shape extends z.ZodType>(shape: Shape, answer: SenAnswer): z.infer<Shape> {
  const read = shape.safeParse(readJson(answer));
  if (read.success) return read.data;
  const places = read.error.issues.map(({ path }) => path.join(".") || "body");
  throw carrierUnavailable(`an answer of another form (${places.slice(0, 5).join(", ")})`);
}

/** A number that cannot stand on a letter is none. */
function numberIn(text: string): string {
  const number = readScan(text);
  if (number === null || !isDomesticBarcode(number))
    throw carrierUnavailable("a number of a form that nobody knows");
  return number;
}

function digitsOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error("an account at bpost is a number of up to 15 digits");
  return Number(text);
}
