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
  /** The same of the staff member whose leaving counts. */
  readonly staff?: { readonly column: string; readonly act: string };
}

/** Whose end counts in place of the act: `d` in SQL, which is null for what belongs to none. */
interface Ending {
  readonly table: string;
  readonly column: string;
  readonly act: string;
  readonly endedAt: string;
}

export function endingOf({ delivery, staff }: ErasedRows): Ending | undefined {
  if (delivery) return { ...delivery, table: "delivery", endedAt: "d.final_at" };
  return staff && { ...staff, table: "staff", endedAt: "d.left_at" };
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
  own boolean := EXISTS (SELECT FROM retention_change ch WHERE ch.rule = '${rule}' AND ch.account_id IS NOT NULL AND ch.withdrawn_at IS NULL AND ch.effective_at IS NOT NULL);`;
}

/** Of which account's own period counts for a row; null where only that of all does. */
export function accountOf({ account, delivery }: ErasedRows): string {
  if (account !== undefined) return `t.${account}`;
  return delivery ? `(SELECT x.account_id FROM delivery x WHERE x.id = t.${delivery.column})` : "NULL::text";
}

/**
 * That the day of a row has not come, where an account has a period of its own: what is found is found by the shortest of them all.
 * `at` is what it counts from.
 */
export function ownPeriod(rows: ErasedRows, at: string, day: string): string {
  return `CASE WHEN own THEN retention.falls_on('${rows.rule}', retention.day_of(${at}), ${accountOf(rows)}) > ${day} ELSE false END`;
}

/** Asks, in statements of their own, what a hold names: from then on until the end of the transaction none is placed. */
export function findHeld(rows: ErasedRows, which: string): string {
  return holders(rows)
    .map(
      ({ column, held }) => `
  ${held} := ARRAY(SELECT h.id FROM retention.${held}((SELECT array_agg(DISTINCT t.${column}) FROM ${rows.table} t WHERE ${which})) h);`,
    )
    .join("");
}

/** Of a row joined by `joinEnding`: whether its day has not come, by the rules in force now, or a hold names it. */
export function isKept(rows: ErasedRows): string {
  const ending = endingOf(rows);
  const at = ending ? `CASE WHEN d.id IS NULL THEN ${ending.act} ELSE ${ending.endedAt} END` : rows.trigger;
  const open = ending ? `(d.id IS NOT NULL AND ${ending.endedAt} IS NULL) OR ` : "";
  const held = holders(rows).map((h) => ` OR t.${h.column} = ANY (${h.held})`);
  return `(${open}${at} >= ends OR ${ownPeriod(rows, at, "retention.today()")}${held.join("")}) IS TRUE`;
}

export function joinEnding(rows: ErasedRows): string {
  const ending = endingOf(rows);
  return ending ? ` LEFT JOIN ${ending.table} d ON d.id = t.${ending.column}` : "";
}

/**
 * Looked at again when the end that it counts from says so, else tomorrow: it stands in nobody's way. What has not ended counts from no
 * earlier than now.
 */
export function putOff(rows: ErasedRows, which: string): string {
  const ending = endingOf(rows);
  if (!ending) return "";
  return `
  UPDATE ${rows.table} u SET counts_from = CASE WHEN d.id IS NOT NULL AND ${ending.endedAt} IS NULL THEN clock.now() ELSE greatest(${ending.endedAt}, ends) END
    FROM ${rows.table} t${joinEnding(rows)} WHERE u.${rows.key} = t.${rows.key} AND ${which};`;
}

interface Holder {
  readonly column: string;
  /** Function that answers what is held, and variable that has its answer. */
  readonly held: string;
}

/** By whom a hold may name a row. */
export function holders({ account, person, delivery }: ErasedRows): readonly Holder[] {
  return [
    ...(account === undefined ? [] : [{ column: account, held: "held_accounts" }]),
    ...(person === undefined ? [] : [{ column: person, held: "held_persons" }]),
    ...(delivery ? [{ column: delivery.column, held: "held_deliveries" }] : []),
  ];
}
