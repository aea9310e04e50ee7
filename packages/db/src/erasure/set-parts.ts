// What the functions of every set say alike: whose a row is, what holds it, and from when it counts.

/** What a set erases, in SQL over one table that is called `t`. */
export interface ErasedRows {
  readonly set: string;
  readonly rule: string;
  readonly table: string;
  /** Column of its id. */
  readonly key: string;
  /** Instant from whose day the period runs; immutable, so that an index serves it. */
  readonly trigger: string;
  /** Which rows at all; said of the index too, of rows that are erased one by one. */
  readonly where?: string;
  /** Columns by which a hold names the row. */
  readonly account?: string;
  readonly person?: string;
  /**
   * Column of the delivery whose final state counts in place of the act. Such a table has a column `counts_from`, when it is looked
   * at, and the trigger is `coalesce(counts_from, act)`.
   */
  readonly delivery?: { readonly column: string; readonly act: string };
}

const HEAD = "SECURITY DEFINER SET search_path = public, pg_temp";
export const READS = `LANGUAGE plpgsql STABLE ${HEAD}`;
export const WRITES = `LANGUAGE plpgsql VOLATILE ${HEAD}`;

/** Declarations that `lockHolders` and `isKept` need. */
export function heldVariables({ rule }: ErasedRows): string {
  return `held_accounts text[]; held_persons text[]; held_deliveries text[]; ${limits(rule, "retention.today()")}`;
}

/**
 * Declarations of the instant before which everything is due that has no period of its own account, and whether there is such a
 * period: only then each row's day is reckoned, which costs more than all else.
 */
export function limits(rule: string, day: string): string {
  return `ends timestamptz := retention.starts_at(retention.cutoff('${rule}', ${day}) + 1);
  own boolean := EXISTS (SELECT FROM retention_change ch WHERE ch.rule = '${rule}' AND ch.account_id IS NOT NULL AND ch.withdrawn_at IS NULL);`;
}

/** That the day of a row has not come, where an account has a period of its own; `at` is what it counts from. */
export function ownPeriod(rows: ErasedRows, at: string, day: string): string {
  if (rows.account === undefined) return "false";
  return `CASE WHEN own THEN retention.falls_on('${rows.rule}', retention.day_of(${at}), t.${rows.account}) > ${day} ELSE false END`;
}

/**
 * Locks whom the rows belong to, then asks, in statements of their own, what a hold names: one placed meanwhile has locked the same
 * rows, and is seen.
 */
export function lockHolders(rows: ErasedRows, which: string): string {
  return holders(rows)
    .map(
      ({ column, table, held }) => `
  PERFORM FROM ${table} h WHERE h.id IN (SELECT t.${column} FROM ${rows.table} t WHERE ${which}) ORDER BY h.id FOR KEY SHARE;
  ${held} := ARRAY(SELECT h.id FROM retention.${held}((SELECT array_agg(DISTINCT t.${column}) FROM ${rows.table} t WHERE ${which})) h);`,
    )
    .join("");
}

/** Of a row joined by `joinFinal`: whether its day has not come, by the rules in force now, or a hold names it. */
export function isKept(rows: ErasedRows): string {
  const { trigger, delivery } = rows;
  const at = delivery ? `CASE WHEN d.id IS NULL THEN ${delivery.act} ELSE d.final_at END` : trigger;
  const open = delivery ? "(d.id IS NOT NULL AND d.final_at IS NULL) OR " : "";
  const held = holders(rows).map((h) => ` OR t.${h.column} = ANY (${h.held})`);
  return `(${open}${at} >= ends OR ${ownPeriod(rows, at, "retention.today()")}${held.join("")}) IS TRUE`;
}

export function joinFinal({ delivery }: ErasedRows): string {
  return delivery ? ` LEFT JOIN delivery d ON d.id = t.${delivery.column}` : "";
}

/** Looked at again when its delivery's final state says so, else tomorrow: it stands in nobody's way. */
export function putOff(rows: ErasedRows, which: string): string {
  if (!rows.delivery) return "";
  return `
  UPDATE ${rows.table} u SET counts_from = greatest(d.final_at, retention.starts_at(retention.cutoff('${rows.rule}', retention.today()) + 1))
    FROM ${rows.table} t${joinFinal(rows)} WHERE u.${rows.key} = t.${rows.key} AND ${which};`;
}

interface Holder {
  readonly column: string;
  readonly table: string;
  /** Function that answers what is held, and variable that has its answer. */
  readonly held: string;
}

function holders({ account, person, delivery }: ErasedRows): readonly Holder[] {
  return [
    ...(account === undefined ? [] : [{ column: account, table: "account", held: "held_accounts" }]),
    ...(person === undefined ? [] : [{ column: person, table: "person", held: "held_persons" }]),
    ...(delivery ? [{ column: delivery.column, table: "delivery", held: "held_deliveries" }] : []),
  ];
}
