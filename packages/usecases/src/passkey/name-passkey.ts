// What a holder calls a passkey: his own words, or the browser and system it was made in.

import { AppError } from "@posthorn/domain";
import { readUserAgent } from "../account/read-user-agent.ts";

export const PASSKEY_NAME_LONGEST = 60;

/** NFC, spaces folded. Throws AppError bad_request `passkey_name_invalid` with the field `name`: `required`, `too_long` or `control_characters`. */
export function parsePasskeyName(typed: string): string {
  const name = typed.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  if (name === "") throw invalid("required");
  if (name.length > PASSKEY_NAME_LONGEST) throw invalid("too_long", { max: PASSKEY_NAME_LONGEST });
  // Control and format characters: what is listed and mailed must read as it was typed.
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(name) || !name.isWellFormed()) throw invalid("control_characters");
  return name;
}

/** `Firefox, Linux`; for a header that says nothing known `Passkey`. */
export function defaultPasskeyName(userAgent: string): string {
  const { browser, os } = readUserAgent(userAgent);
  const known = [browser, os].filter((word) => word !== "?");
  return known.length === 0 ? "Passkey" : known.join(", ");
}

function invalid(code: string, params?: Readonly<Record<string, number>>): AppError {
  const field = { path: "name", code, ...(params === undefined ? {} : { params }) };
  return new AppError("bad_request", "passkey_name_invalid", { fields: [field] });
}
