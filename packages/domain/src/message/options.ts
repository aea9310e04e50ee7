// What the sender chooses per message: identification asked, window, reminders, letter, how long content is kept.

import {
  COLLECTION_DAYS_DEFAULT,
  COLLECTION_DAYS_MAX,
  COLLECTION_DAYS_MIN,
} from "../deadline/legal-terms.ts";
import type { FieldError } from "../error.ts";
import { parseChoice, parseSwitch, parseWholeNumber } from "../input/parse-choice.ts";
import { failed, joinPath, rawFields, valueOr } from "../input/parse-line.ts";
import type { Parsed } from "../input/parse-line.ts";
import { parseReturnAddress } from "../letter/return-address.ts";
import type { PostalAddress } from "../party/postal-address.ts";

export const REQUIRED_IDENTIFICATIONS = ["codes", "eid_or_itsme"] as const;
export type RequiredIdentification = (typeof REQUIRED_IDENTIFICATIONS)[number];

export const CONTENT_RETENTION_DAYS_DEFAULT = 365;
const CONTENT_RETENTION_DAYS_MIN = 30;
const CONTENT_RETENTION_DAYS_MAX = 730;

export interface MessageOptions {
  readonly requiredIdentification: RequiredIdentification;
  /** 1..30 full calendar days. */
  readonly collectionDays: number;
  readonly reminders: boolean;
  readonly postalFallback: boolean;
  /** 30..730 days. */
  readonly contentRetentionDays: number;
  /** Where a letter that finds nobody goes back to; absent: to us. */
  readonly returnAddress?: PostalAddress;
}

/** What this installation has in working order. */
export interface OptionsOffered {
  /** Put before every error's path. Default: none. */
  readonly path?: string;
  readonly identifications?: readonly RequiredIdentification[];
  readonly postalFallback?: boolean;
}

/**
 * Reads `required_identification, collection_days, reminders, postal_fallback, content_retention_days, return_address` from form
 * or JSON; blank takes the default, but the identification must be chosen. Errors: `required`, `not_a_choice`, `out_of_range`
 * {min, max}, `not_offered`, those of `parseReturnAddress`.
 */
export function parseMessageOptions(input: unknown, offered: OptionsOffered = {}): Parsed<MessageOptions> {
  const raw = rawFields(input);
  const at = (field: string) => joinPath(offered.path ?? "", field);
  const errors: FieldError[] = [];
  const requiredIdentification = valueOr(
    errors,
    parseIdentificationAsked(at, raw["required_identification"], offered),
  );
  const collectionDays = valueOr(
    errors,
    parseWholeNumber(at("collection_days"), raw["collection_days"], {
      min: COLLECTION_DAYS_MIN,
      max: COLLECTION_DAYS_MAX,
      whenBlank: COLLECTION_DAYS_DEFAULT,
    }),
  );
  const reminders = valueOr(errors, parseSwitch(at("reminders"), raw["reminders"], true));
  const postalFallback = valueOr(errors, parseFallback(at, raw["postal_fallback"], offered));
  const contentRetentionDays = valueOr(
    errors,
    parseWholeNumber(at("content_retention_days"), raw["content_retention_days"], {
      min: CONTENT_RETENTION_DAYS_MIN,
      max: CONTENT_RETENTION_DAYS_MAX,
      whenBlank: CONTENT_RETENTION_DAYS_DEFAULT,
    }),
  );
  const returnAddress = parseReturnAddress(at("return_address"), raw["return_address"], postalFallback);
  if (!returnAddress.ok) errors.push(...returnAddress.errors);
  if (
    !returnAddress.ok ||
    requiredIdentification === null ||
    collectionDays === null ||
    reminders === null ||
    postalFallback === null ||
    contentRetentionDays === null
  ) {
    return { ok: false, errors };
  }
  return {
    ok: true,
    value: {
      requiredIdentification,
      collectionDays,
      reminders,
      postalFallback,
      contentRetentionDays,
      ...(returnAddress.value === null ? {} : { returnAddress: returnAddress.value }),
    },
  };
}

function parseIdentificationAsked(
  at: (field: string) => string,
  value: unknown,
  offered: OptionsOffered,
): Parsed<RequiredIdentification> {
  const path = at("required_identification");
  const choice = parseChoice(path, value, REQUIRED_IDENTIFICATIONS);
  if (!choice.ok || (offered.identifications ?? REQUIRED_IDENTIFICATIONS).includes(choice.value))
    return choice;
  return failed(path, "not_offered");
}

function parseFallback(
  at: (field: string) => string,
  value: unknown,
  offered: OptionsOffered,
): Parsed<boolean> {
  const path = at("postal_fallback");
  const fallback = parseSwitch(path, value, false);
  return fallback.ok && fallback.value && offered.postalFallback === false
    ? failed(path, "not_offered")
    : fallback;
}
