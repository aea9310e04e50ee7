// Keeps the items that were announced to the stand-in carrier and what became of them; where a directory is given, beyond its end.

import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Names and addresses, as the announcement said them. */
export type CarrierParty = Readonly<Record<string, string>>;

export interface CarrierEventStored {
  readonly code: string;
  readonly description: string;
  /** ISO 8601 with offset. */
  readonly dateTime: string;
  readonly location: string;
}

export interface CarrierItem {
  readonly barcode: string;
  readonly customReference: string;
  readonly announcedAt: string;
  readonly sender: CarrierParty;
  readonly receiver: CarrierParty;
  readonly events: readonly CarrierEventStored[];
}

export interface CarrierStore {
  add(item: Omit<CarrierItem, "events">): CarrierItem;
  /** False where no such item was announced. */
  say(barcode: string, event: CarrierEventStored): boolean;
  get(barcode: string): CarrierItem | undefined;
  /** Newest first. */
  list(filter?: { readonly reference?: string | undefined }): readonly CarrierItem[];
}

type Line =
  | { readonly item: Omit<CarrierItem, "events"> }
  | { readonly barcode: string; readonly event: CarrierEventStored };

export function openCarrierStore(directory?: string): CarrierStore {
  const items = new Map<string, CarrierItem>();
  const file = directory === undefined ? undefined : join(directory, "items.jsonl");
  if (directory !== undefined) mkdirSync(directory, { recursive: true });

  function take(line: Line): void {
    if ("item" in line) items.set(line.item.barcode, { ...line.item, events: [] });
    else {
      const item = items.get(line.barcode);
      if (item) items.set(line.barcode, { ...item, events: [...item.events, line.event] });
    }
  }

  function keep(line: Line): void {
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
    take(line);
  }

  if (file !== undefined && existsSync(file))
    for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) take(JSON.parse(line) as Line);

  return {
    add(item) {
      keep({ item });
      return { ...item, events: [] };
    },
    say(barcode, event) {
      if (!items.has(barcode)) return false;
      keep({ barcode, event });
      return true;
    },
    get: (barcode) => items.get(barcode),
    list({ reference } = {}) {
      return Array.from(items.values())
        .filter((item) => reference === undefined || item.customReference === reference)
        .toReversed();
    },
  };
}
