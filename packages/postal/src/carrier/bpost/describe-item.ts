// An item as bpost's announcement describes it: national, every field of at most 50 characters, nothing cut off.

import { addressLines } from "@posthorn/domain";
import type { ItemToAnnounce } from "../carrier.ts";
import { carrierRefused } from "./call-sen.ts";

/** "The length of each field is limited": an announcement with a longer one is turned away whole (Masspost guide, section 3). */
export const FIELD_MAX = 50;

export interface ItemDetails {
  readonly barcode?: string;
  readonly customReference: string;
  readonly sender: ItemParty;
  readonly receiver: ItemParty;
}

/** Either each part of the address in a field of its own, or its two lines. */
export type ItemParty = ItemNames & (ItemAddress | ItemLines);

interface ItemNames {
  readonly name?: string;
  readonly companyName?: string;
  readonly department?: string;
  readonly countryCode: "BE";
}

interface ItemAddress {
  readonly street: string;
  readonly houseNumber: string;
  readonly boxNumber?: string;
  readonly postalCode: string;
  readonly locality: string;
}

interface ItemLines {
  readonly addressLine1: string;
  readonly addressLine2: string;
}

/**
 * `returnAddress`: where items come back to whose sender did not ask for his own address, two lines. Throws `carrier_refused`
 * for an address abroad, which he takes no announcement of, and for what stands in no field even shortened.
 */
export function describeItem(item: ItemToAnnounce, returnAddress: readonly [string, string]): ItemDetails {
  if (item.address.country !== "BE") throw carrierRefused("items abroad are not announced");
  const [addressLine1, addressLine2] = returnLines(item) ?? returnAddress;
  return {
    ...(item.barcode === undefined ? {} : { barcode: item.barcode }),
    customReference: inField("customReference", item.reference),
    sender: {
      ...senderName(item.sender),
      addressLine1: inField("sender.addressLine1", addressLine1),
      addressLine2: inField("sender.addressLine2", addressLine2),
      countryCode: "BE",
    },
    receiver: { ...receiverName(item), ...receiverAddress(item), countryCode: "BE" },
  };
}

/** As on the letter: street and town are its last two lines. */
function returnLines({ returnAddress, language }: ItemToAnnounce): readonly [string, string] | null {
  if (returnAddress === undefined) return null;
  const [street = "", town = ""] = addressLines({ name: "" }, returnAddress, language).slice(-2);
  return [street.normalize("NFC"), town.normalize("NFC")];
}

/** Whoever sends is named in full on the letter; here as much of the name as two fields hold. */
function senderName(sender: string): Pick<ItemNames, "companyName" | "department"> {
  const [companyName = "", department] = foldAt(sender.normalize("NFC").trim().split(/\s+/));
  return { companyName, ...(department === undefined ? {} : { department }) };
}

function receiverName(item: ItemToAnnounce): Pick<ItemNames, "name" | "companyName" | "department"> {
  const lines = printedLines(item).slice(0, -2);
  const whole = lines.join(" ");
  if (item.addressee.firstNames !== undefined && lengthOf(whole) <= FIELD_MAX) return { name: whole };
  const [first = "", ...rest] = lines;
  const department = inField("receiver.department", rest.join(" "));
  const named = inField("receiver.name", first);
  return {
    ...(item.addressee.firstNames === undefined ? { companyName: named } : { name: named }),
    ...(department === "" ? {} : { department }),
  };
}

function receiverAddress(item: ItemToAnnounce): ItemAddress | ItemLines {
  const { street, number, box, postcode, town } = item.address;
  const parts = [street, number, box ?? "", postcode, town].map((part) => part.normalize("NFC"));
  const [nfcStreet = "", houseNumber = "", boxNumber = "", postalCode = "", locality = ""] = parts;
  if (parts.every((part) => lengthOf(part) <= FIELD_MAX))
    return {
      street: nfcStreet,
      houseNumber,
      ...(boxNumber === "" ? {} : { boxNumber }),
      postalCode,
      locality,
    };
  // As printed: the street is shortened there the way the post does.
  const [addressLine1 = "", addressLine2 = ""] = printedLines(item).slice(-2);
  return {
    addressLine1: inField("receiver.addressLine1", addressLine1),
    addressLine2: inField("receiver.addressLine2", addressLine2),
  };
}

function printedLines({ addressee, address, language }: ItemToAnnounce): readonly string[] {
  return addressLines(addressee, address, language).map((line) => line.normalize("NFC"));
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function inField(field: string, value: string): string {
  if (lengthOf(value) <= FIELD_MAX) return value;
  throw carrierRefused(`${field}: longer than ${FIELD_MAX} characters`);
}

/** At most two lines of whole words; what is left over is left out. */
function foldAt(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && lengthOf(longer) <= FIELD_MAX) lines[lines.length - 1] = longer;
    else lines.push(Array.from(word).slice(0, FIELD_MAX).join(""));
  }
  return lines.slice(0, 2);
}
