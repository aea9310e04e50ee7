// How a draft would look on paper: which parts can be printed, how long the letter becomes, what it costs.

import { createHash } from "node:crypto";
import { encodeMessageText, type FieldError, parseBody, parseSubject } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { DraftForm } from "../draft/draft-form.ts";
import type { LoadedDraft, RenditionRow } from "../draft/keep-draft.ts";
import { judgeLetter, type LetterJudged, servedBy } from "./judge-letter.ts";

export type PartPrint =
  | { readonly kind: "ready"; readonly pages: number }
  /** `reason`: a `RenditionRefusal`. */
  | {
      readonly kind: "refused";
      readonly reason: string;
      readonly params: Readonly<Record<string, string | number>>;
    }
  /** Not looked at yet, or changed since. */
  | { readonly kind: "pending" };

export interface DraftPrint {
  readonly text: PartPrint;
  /** By the id of the upload. */
  readonly uploads: ReadonlyMap<string, PartPrint>;
  /** Null while a part is pending or refused. */
  readonly letter: LetterJudged | null;
  /** Rows of addressees, from 0, that no letter can go to until an address is given. */
  readonly withoutAddress: readonly number[];
}

type Judged = Pick<LoadedDraft, "form" | "uploads" | "renditions">;

/** Null where no letter is asked for, or none is offered. */
export function judgeDraft(ctx: Context, draft: Judged): DraftPrint | null {
  if (!asksForLetter(ctx, draft.form)) return null;
  const text = printOf(currentRendition(draft, textToRender(draft.form)));
  const uploads = new Map(
    draft.uploads.map((upload) => [
      upload.id,
      printOf(draft.renditions.find((row) => row.upload_id === upload.id)),
    ]),
  );
  const parts = [text, ...uploads.values()];
  const pages = parts.flatMap((part) => (part.kind === "ready" ? [part.pages] : []));
  const rows = draft.form.addressees;
  return {
    text,
    uploads,
    letter:
      pages.length === parts.length
        ? judgeLetter(ctx.settings.letters, pages, rows.map(countryOf(ctx)))
        : null,
    withoutAddress: [...rows.keys()].filter((row) => !hasAddress(rows[row] ?? {})),
  };
}

export function asksForLetter(ctx: Context, form: DraftForm): boolean {
  return ctx.settings.letters !== null && form.options["postal_fallback"] === "true";
}

/** What keeps the letter from being printed, beside what is wrong with the form. */
export function letterErrors(draft: Judged, print: DraftPrint): readonly FieldError[] {
  const errors = [
    ...partErrors("body", print.text),
    ...draft.uploads.flatMap((upload) =>
      partErrors("attachments", print.uploads.get(upload.id) ?? { kind: "pending" }, upload.name),
    ),
  ];
  return print.letter === null || print.letter.ok ? errors : [...errors, ...print.letter.errors];
}

function partErrors(path: string, part: PartPrint, name?: string): readonly FieldError[] {
  if (part.kind === "ready") return [];
  const named = name === undefined ? {} : { name };
  if (part.kind === "pending") return [{ path, code: "print_pending", params: named }];
  return [{ path, code: "part_not_printable", params: { ...part.params, ...named, reason: part.reason } }];
}

/** Subject and body as they would be sent, with the digest of part 1; null while they cannot be. */
export function textToRender(
  form: DraftForm,
): { readonly subject: string; readonly body: string; readonly sha256: string } | null {
  const subject = parseSubject("subject", form.subject);
  const body = parseBody("body", form.body);
  if (!subject.ok || !body.ok) return null;
  const text = { subject: subject.value, body: body.value };
  return { ...text, sha256: createHash("sha256").update(encodeMessageText(text)).digest("hex") };
}

/** The text's rendition, where it was made of the text as it is now. */
export function currentRendition(
  draft: Pick<LoadedDraft, "renditions">,
  text: { readonly sha256: string } | null,
): RenditionRow | undefined {
  return draft.renditions.find((row) => row.upload_id === null && row.source_sha256 === text?.sha256);
}

function printOf(row: RenditionRow | undefined): PartPrint {
  if (!row) return { kind: "pending" };
  if (row.refusal !== null) return { kind: "refused", reason: row.refusal, params: row.refusal_params ?? {} };
  return { kind: "ready", pages: row.pages ?? 0 };
}

type Row = DraftForm["addressees"][number];

/** As typed; what is no country that letters go to is told where the address is read. */
function countryOf(ctx: Context): (row: Row) => string | null {
  const served = servedBy(ctx.settings.letters);
  return (row) => {
    const typed = (row["postal_address.country"] ?? "").trim().toUpperCase();
    return hasAddress(row) && typed !== "" && served(typed) ? typed : null;
  };
}

function hasAddress(row: Row): boolean {
  return ["street", "number", "box", "postcode", "town"].some(
    (field) => (row[`postal_address.${field}`] ?? "").trim() !== "",
  );
}
