// Reads what a compose form posts, with files or without: the form as typed, and which button was pressed.

import type { DraftForm } from "@posthorn/usecases";
import { formParts, type FilePart, type MultipartLimits, readForm, type WebContext } from "@posthorn/web";

export type ComposeAction =
  | { readonly kind: "keep" }
  | { readonly kind: "add_addressee" }
  | { readonly kind: RowAct; readonly row: number }
  | { readonly kind: "pick_contacts" | "read_file" }
  | { readonly kind: "review" };

type RowAct = (typeof ROW_ACTS)[number];

const ROW_ACTS = ["remove_addressee", "find_registered", "save_contact", "use_consent"] as const;

export interface ComposePost {
  readonly form: DraftForm;
  readonly action: ComposeAction;
}

const OPTIONS = [
  "required_identification",
  "collection_days",
  "reminders",
  "postal_fallback",
  "content_retention_days",
  ...["street", "number", "box", "postcode", "town"].map((field) => `return_address.${field}`),
] as const;

/** Files are given to `takeFile` as they arrive, in the order of the form; what it does not read is skipped. */
export async function readComposePost(
  c: WebContext,
  limits: MultipartLimits,
  takeFile: (file: FilePart) => Promise<void>,
): Promise<ComposePost> {
  const fields = new Map<string, string>();
  if (/^multipart\/form-data\b/i.test(c.req.header("Content-Type") ?? "")) {
    for await (const part of formParts(c, limits)) {
      if (part.kind === "field") fields.set(part.name, part.value);
      // A file field left empty is sent as a file without a name.
      else if (part.filename !== "") await takeFile(part);
    }
  } else {
    for (const [name, value] of await readForm(c)) fields.set(name, value);
  }
  return { form: draftFormOf(fields), action: actionOf(fields.get("action")) };
}

/** The last value of a repeated name counts: a box to tick stands behind its hidden "no". */
function draftFormOf(fields: ReadonlyMap<string, string>): DraftForm {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of fields) {
    const match = /^addressees\.(\d{1,6})\.([a-z_]+(?:\.[a-z_]+)?)$/.exec(name);
    if (!match?.[2]) continue;
    const index = Number(match[1]);
    const row = rows.get(index) ?? {};
    row[match[2]] = value;
    rows.set(index, row);
  }
  const addressees = [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  const options: Record<string, string> = {};
  for (const name of OPTIONS) {
    const value = fields.get(name);
    if (value !== undefined) options[name] = value;
  }
  const team = fields.get("team");
  return {
    subject: fields.get("subject") ?? "",
    body: fields.get("body") ?? "",
    ...(team === undefined ? {} : { team }),
    options,
    addressees,
  };
}

function actionOf(value: string | undefined): ComposeAction {
  if (value === "add-addressee") return { kind: "add_addressee" };
  if (value === "review") return { kind: "review" };
  if (value === "pick-contacts") return { kind: "pick_contacts" };
  if (value === "read-file") return { kind: "read_file" };
  const [, name, row] = /^([a-z-]{1,30})-(\d{1,6})$/.exec(value ?? "") ?? [];
  const kind = ROW_ACTS.find((act) => act.replace("_", "-") === name);
  return kind === undefined ? { kind: "keep" } : { kind, row: Number(row) };
}
