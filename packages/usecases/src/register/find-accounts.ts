// Finds the account whose compliance pack an officer is to save.

import { sql, transact } from "@posthorn/db";
import { AppError, parseEmail, parseEnterpriseNumber } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";

export interface FoundAccount {
  readonly id: string;
  readonly kind: "private" | "company";
  readonly name: string;
  readonly email: string;
  readonly enterpriseNumber: string | null;
  readonly status: "active" | "closing" | "closed";
  readonly createdAt: Temporal.Instant;
}

const SHOWN = 50;
const LONGEST = 200;

/**
 * By exact id, e-mail address of the account or of a member, enterprise number, or whole name. Logged, of what was typed only of which kind
 * it is. Errors: forbidden `staff_role_missing`; bad_request `account_search_invalid` with the field `q`.
 */
export async function findAccounts(
  ctx: Context,
  reader: StaffReader,
  typed: string,
): Promise<readonly FoundAccount[]> {
  requireOfficer(reader.staff, "privacy_officer");
  const { kind, id, email, number, name } = parseSought(typed);
  return transact(ctx.db, {}, async (trx) => {
    await bookRegisterAct(trx, reader, "accounts_looked_up", kind);
    const { rows } = await sql<Row>`
      SELECT * FROM desk_find_accounts(${id}, ${email}, ${number}, ${name}, ${SHOWN})`.execute(trx);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      email: row.email,
      enterpriseNumber: row.enterprise_number,
      status: row.status,
      createdAt: row.created_at,
    }));
  });
}

interface Row {
  readonly id: string;
  readonly kind: FoundAccount["kind"];
  readonly name: string;
  readonly email: string;
  readonly enterprise_number: string | null;
  readonly status: FoundAccount["status"];
  readonly created_at: Temporal.Instant;
}

interface Sought {
  readonly kind: "id" | "email" | "number" | "name";
  readonly id: string | null;
  readonly email: string | null;
  readonly number: string | null;
  readonly name: string | null;
}

function parseSought(typed: string): Sought {
  const text = typed.normalize("NFC").trim();
  const nothing = { id: null, email: null, number: null, name: null };
  if (text === "" || text.length > LONGEST)
    throw new AppError("bad_request", "account_search_invalid", {
      fields: [
        text === ""
          ? { path: "q", code: "required" }
          : { path: "q", code: "too_long", params: { max: LONGEST } },
      ],
    });
  if (/^acc_\w{1,60}$/u.test(text)) return { ...nothing, kind: "id", id: text };
  const number = parseEnterpriseNumber(text);
  if (number !== null) return { ...nothing, kind: "number", number };
  const email = text.includes("@") ? parseEmail("q", text) : null;
  if (email?.ok === true) return { ...nothing, kind: "email", email: email.value };
  return { ...nothing, kind: "name", name: text };
}
