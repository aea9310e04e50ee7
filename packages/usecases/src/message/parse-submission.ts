// Reads a whole submission, from form or API: every error of every row at once, or what may be submitted.

import {
  type Addressee,
  addresseesConflict,
  brusselsDay,
  type FieldError,
  type Language,
  type MessageOptions,
  ownAddress,
  parseAddressee,
  parseBody,
  parseMessageOptions,
  parseSubject,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { servedBy } from "../rendition/judge-letter.ts";
import { addressErrors } from "./judge-address.ts";

export interface RawSubmission {
  readonly subject: unknown;
  readonly body: unknown;
  /** `required_identification, collection_days, reminders, postal_fallback, content_retention_days, return_address`. */
  readonly options: unknown;
  readonly addressees: unknown;
}

export interface SubmissionRules {
  readonly senderEmail: string;
  readonly senderMobile?: string;
  readonly defaultLanguage?: Language;
  /** Whether the sender's account may give national register numbers, and a ground is configured. Default: no. */
  readonly registerNumbers?: boolean;
  /** Now: nobody is born later. */
  readonly at: Temporal.Instant;
  /** Rows of a form that are wholly blank are passed over. */
  readonly skipBlankRows?: boolean;
}

export interface ParsedSubmission {
  readonly subject: string;
  readonly body: string;
  readonly options: MessageOptions;
  readonly addressees: readonly Addressee[];
}

export type SubmissionParsed =
  | { readonly ok: true; readonly value: ParsedSubmission }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Paths: `subject`, `body`, option names, `addressees`, `addressees.N.field`. */
export function parseSubmission(ctx: Context, raw: RawSubmission, rules: SubmissionRules): SubmissionParsed {
  const errors: FieldError[] = [];
  const subject = parseSubject("subject", raw.subject);
  const body = parseBody("body", raw.body);
  const options = parseMessageOptions(raw.options, {
    identifications: ctx.settings.identifications,
    postalFallback: ctx.settings.letters !== null,
  });
  for (const parsed of [subject, body, options]) if (!parsed.ok) errors.push(...parsed.errors);
  const rows = Array.isArray(raw.addressees) ? (raw.addressees as unknown[]) : [];
  if (rows.length === 0) errors.push({ path: "addressees", code: "no_addressee" });
  if (rows.length > ctx.settings.limits.addressees) {
    errors.push({
      path: "addressees",
      code: "too_many_addressees",
      params: { max: ctx.settings.limits.addressees },
    });
    return { ok: false, errors };
  }
  const letters = options.ok && options.value.postalFallback ? ctx.settings.letters : null;
  const addressees: Addressee[] = [];
  for (const [index, row] of rows.entries()) {
    const path = `addressees.${index}`;
    const parsed = parseAddressee(row, {
      path,
      requiredIdentification: options.ok ? options.value.requiredIdentification : "codes",
      ...(letters ? { letterTo: servedBy(letters) } : {}),
      registerNumberAllowed: rules.registerNumbers ?? false,
      today: brusselsDay(rules.at),
      ...(rules.defaultLanguage ? { defaultLanguage: rules.defaultLanguage } : {}),
    });
    if (!parsed.ok) {
      errors.push(...parsed.errors);
      continue;
    }
    errors.push(
      ...ownAddress(
        { email: rules.senderEmail, ...(rules.senderMobile ? { mobile: rules.senderMobile } : {}) },
        parsed.value,
        path,
      ),
    );
    if (letters) errors.push(...addressErrors(letters, parsed.value, path));
    addressees.push(parsed.value);
  }
  if (addressees.length === rows.length) errors.push(...addresseesConflict(addressees));
  if (errors.length > 0 || !subject.ok || !body.ok || !options.ok) return { ok: false, errors };
  return {
    ok: true,
    value: { subject: subject.value, body: body.value, options: options.value, addressees },
  };
}
