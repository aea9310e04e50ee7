// What the stand-in carrier takes of an announcement: the rules that bpost has published, and an address that does not exist.

import { isDomesticBarcode } from "@posthorn/domain";
import type { CarrierParty } from "./store.ts";

export interface Announcement {
  readonly accountID: unknown;
  readonly subaccountID: unknown;
  readonly barcode: string;
  readonly customReference: string;
  readonly sender: CarrierParty;
  readonly receiver: CarrierParty;
}

export interface Complaint {
  readonly field: string;
  readonly message: string;
}

const FIELD_MAX = 50;
/** A house number that no street has: the address is turned away, in words that quote it. */
export const UNKNOWN_HOUSE = "999";

export function readAnnouncement(body: unknown): Announcement {
  const { accountID, subaccountID, itemDetails } = fieldsOf(body);
  const { barcode, customReference, sender, receiver } = fieldsOf(itemDetails);
  return {
    accountID,
    subaccountID,
    barcode: text(barcode),
    customReference: text(customReference),
    sender: textsOf(sender),
    receiver: textsOf(receiver),
  };
}

export function complaintsAbout(announcement: Announcement): readonly Complaint[] {
  const { barcode, customReference, sender, receiver } = announcement;
  const longReference: readonly Complaint[] =
    Array.from(customReference).length > FIELD_MAX
      ? [{ field: "customReference", message: `must not exceed ${FIELD_MAX} characters` }]
      : [];
  return [
    ...(barcode !== "" && !isDomesticBarcode(barcode)
      ? [{ field: "barcode", message: "is not a valid barcode" }]
      : []),
    ...longReference,
    ...complaintsAboutParty("sender", sender),
    ...complaintsAboutParty("receiver", receiver),
  ];
}

export function isUnknownAddress({ receiver }: Announcement): boolean {
  return receiver["houseNumber"] === UNKNOWN_HOUSE;
}

function complaintsAboutParty(who: string, party: CarrierParty): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (field: string, message: string) => complaints.push({ field: `${who}.${field}`, message });
  for (const [field, value] of Object.entries(party))
    if (Array.from(value).length > FIELD_MAX) complain(field, `must not exceed ${FIELD_MAX} characters`);
  if (!party["name"] && !party["companyName"]) complain("name", "name or companyName is mandatory");
  if (party["countryCode"] !== "BE") complain("countryCode", "must be BE");
  const fields = party["addressLine1"]
    ? ["addressLine1", "addressLine2"]
    : ["street", "houseNumber", "postalCode", "locality"];
  for (const field of fields) if (!party[field]) complain(field, "is mandatory");
  if (party["postalCode"] && !/^[1-9]\d{3}$/.test(party["postalCode"]))
    complain("postalCode", "is not a Belgian postal code");
  return complaints;
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function textsOf(value: unknown): CarrierParty {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, field]) => [name, text(field)]));
}
