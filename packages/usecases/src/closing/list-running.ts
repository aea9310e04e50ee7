// What is still on its way when an account closes, by the day on which it ends at the latest, in pages by cursor.

import { sql, transact } from "@posthorn/db";
import { AppError, type DeliveryStateName } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { MemberAct } from "../member/acting-member.ts";

export interface RunningLine {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly firstNames: string | null;
  readonly state: DeliveryStateName;
  readonly finalBy: Temporal.PlainDate;
  /** A letter may still follow, or waits for printing: closing now calls it off. */
  readonly letterCanBeCalledOff: boolean;
}

export interface RunningPage {
  readonly lines: readonly RunningLine[];
  /** From where the next page goes on; null where this is the last. */
  readonly next: string | null;
}

const PAGE = 25;

/** Errors: bad_request `cursor_invalid`. */
export async function listRunning(
  ctx: Context,
  actor: MemberAct["actor"],
  cursor?: string,
): Promise<RunningPage> {
  const from = cursor === undefined ? null : readCursor(cursor);
  return transact(ctx.db, actor, async (trx) => {
    let page = trx
      .selectFrom("delivery")
      .select([
        "id",
        "message_id",
        "name",
        "first_names",
        "state",
        "final_by",
        "postal_fallback",
        "print_released_at",
      ])
      .where("account_id", "=", actor.accountId)
      .where("final_at", "is", null)
      .orderBy("final_by")
      .orderBy("id")
      .limit(sql.lit(PAGE + 1));
    if (from) page = page.where(sql<boolean>`(final_by, id) > (${from.finalBy}, ${from.id})`);
    const rows = await trx
      .with("page", () => page)
      .selectFrom("page")
      .innerJoin("message", "message.id", "page.message_id")
      .select([
        "page.id",
        "page.name",
        "page.first_names",
        "page.state",
        "page.final_by",
        "page.postal_fallback",
        "page.print_released_at",
        "message.subject",
      ])
      .orderBy("page.final_by")
      .orderBy("page.id")
      .execute();
    const lines = rows.slice(0, PAGE).map((row) => ({
      id: row.id,
      subject: row.subject,
      name: row.name,
      firstNames: row.first_names,
      state: row.state,
      finalBy: row.final_by,
      letterCanBeCalledOff: row.postal_fallback && row.print_released_at === null,
    }));
    const last = lines.at(-1);
    return {
      lines,
      next:
        rows.length > PAGE && last
          ? Buffer.from(`${last.finalBy.toString()}.${last.id}`).toString("base64url")
          : null,
    };
  });
}

function readCursor(text: string): { readonly finalBy: string; readonly id: string } {
  const match = /^(\d{4}-\d\d-\d\d)\.(dlv_[0-9A-Z]{1,40})$/.exec(
    Buffer.from(text, "base64url").toString("utf8"),
  );
  const [, finalBy = "", id = ""] = match ?? [];
  if (!match || !isDay(finalBy)) throw new AppError("bad_request", "cursor_invalid");
  return { finalBy, id };
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
