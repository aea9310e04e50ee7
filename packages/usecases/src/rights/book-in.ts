// Books in a request that came on paper: who asks, since when, for whom; complaints run from their receipt, all else from the identity shown.

import { clockNow, transact } from "@posthorn/db";
import {
  AppError,
  brusselsDay,
  type FieldError,
  type Language,
  type Parsed,
  parseChoice,
  parseEmail,
  parseLine,
  parseRequiredLine,
  requestDueOn,
  RIGHTS_KINDS,
  startOfDay,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { parseArrivalDay } from "./arrival-day.ts";
import { newRequestId, parseRequestWords } from "./ask-request.ts";
import { noteDeskAct } from "./desk-act.ts";

export interface TypedRequest {
  readonly kind: string;
  readonly name: string;
  readonly firstNames: string;
  readonly email: string;
  readonly postalAddress: string;
  readonly language: string;
  readonly words: string;
  /** The day on which the letter came in, Brussels; at most a year ago. */
  readonly receivedOn: string;
  readonly onBehalfName: string;
  readonly onBehalfAuthority: string;
}

const LANGUAGES = ["nl", "fr", "de", "en"] as const;
const NAME_LONGEST = 200;
const ADDRESS_LONGEST = 500;

/**
 * Returns the id of the request. An address that stands in the letter is proven by nothing and no letter of ours is mailed to it. Errors:
 * forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `rights_request_invalid` with fields.
 */
export async function bookInRequest(ctx: Context, reader: StaffReader, typed: TypedRequest): Promise<string> {
  requireFreshOfficer(reader, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const parsed = parse(typed, brusselsDay(now));
    const id = newRequestId(ctx, now);
    // On the day itself the hour is not known: its beginning, which costs nobody a day.
    const receivedAt = startOfDay(parsed.receivedOn);
    const complaint = parsed.kind === "complaint";
    await trx
      .insertInto("rights_request")
      .values({
        id,
        kind: parsed.kind,
        channel: "letter",
        name: parsed.name,
        first_names: parsed.firstNames,
        email: parsed.email,
        postal_address: parsed.postalAddress,
        language: parsed.language,
        words: parsed.words,
        on_behalf_name: parsed.onBehalfName,
        on_behalf_authority: parsed.onBehalfAuthority,
        booked_by: reader.staff.staffId,
        handled_by: reader.staff.staffId,
        received_at: receivedAt,
        identity: "open",
        state: complaint ? "open" : "identity",
        ...(complaint ? { complete_at: receivedAt, due_on: requestDueOn(receivedAt) } : {}),
      })
      .execute();
    await noteDeskAct(trx, reader, { requestId: id, event: "booked", at: now });
    return id;
  });
}

function parse(typed: TypedRequest, today: Temporal.PlainDate) {
  const errors: FieldError[] = [];
  const read = <T>(parsed: Parsed<T>): T | null => {
    if (parsed.ok) return parsed.value;
    errors.push(...parsed.errors);
    return null;
  };
  const kind = read(parseChoice("kind", typed.kind, RIGHTS_KINDS));
  const language: Language | null = read(parseChoice("language", typed.language, LANGUAGES));
  const name = read(parseRequiredLine("name", typed.name, NAME_LONGEST));
  const receivedOn = read(parseArrivalDay("received_on", typed.receivedOn, today));
  const onBehalfName = read(parseLine("on_behalf_name", typed.onBehalfName, NAME_LONGEST));
  const fields = {
    firstNames: read(parseLine("first_names", typed.firstNames, NAME_LONGEST)),
    email: read(parseEmail("email", typed.email)),
    postalAddress: read(parseLines("postal_address", typed.postalAddress)),
    words: read(parseRequestWords(kind, typed.words)),
    onBehalfName,
    onBehalfAuthority: read(parseLine("on_behalf_authority", typed.onBehalfAuthority, ADDRESS_LONGEST)),
  };
  if (fields.onBehalfName !== null && fields.onBehalfAuthority === null)
    errors.push({ path: "on_behalf_authority", code: "required" });
  if (fields.email === null && fields.postalAddress === null && !errors.some(({ path }) => path === "email"))
    errors.push({ path: "postal_address", code: "required" });
  if (errors.length > 0 || kind === null || language === null || name === null || receivedOn === null)
    throw new AppError("bad_request", "rights_request_invalid", { fields: errors });
  return { ...fields, kind, language, name, receivedOn };
}

function parseLines(path: string, typed: string): Parsed<string | null> {
  const text = typed.replaceAll(/\r\n?/g, "\n").trim();
  if (text === "") return { ok: true, value: null };
  if (!text.isWellFormed() || text.includes("\0"))
    return { ok: false, errors: [{ path, code: "not_well_formed" }] };
  if (text.length > ADDRESS_LONGEST)
    return { ok: false, errors: [{ path, code: "too_long", params: { max: ADDRESS_LONGEST } }] };
  return { ok: true, value: text.normalize("NFC") };
}
