// The three functions of a set whose rows are erased one by one, each by its id: found by index, checked anew, erased, noted.

import {
  accountOf,
  type ErasedRows,
  findHeld,
  heldVariables,
  isKept,
  joinEnding,
  limits,
  ownPeriod,
  putOff,
  READS,
  WRITES,
} from "./set-parts.ts";

export interface RowSet extends ErasedRows {
  /** Statements that destroy the rows whose ids are in `ids`; absent: the rows are deleted. */
  readonly wipe?: string;
}

/** SQL that makes the set's functions; run as the role that owns them. */
export function rowSet(s: RowSet): string {
  const where = s.where ?? "true";
  return `
CREATE FUNCTION retention.due_${s.set}(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
#variable_conflict use_column
DECLARE ${limits(s.rule, "on_day")}
  from_at timestamptz := (SELECT ${s.trigger} FROM ${s.table} t WHERE t.${s.key} = after AND ${where}); BEGIN
  RETURN QUERY WITH page AS MATERIALIZED (
    SELECT t.${s.key} AS id, ${s.trigger} AS at, CASE WHEN own THEN ${accountOf(s)} END AS account FROM ${s.table} t
      WHERE ${where} AND (${s.trigger}) < ends AND NOT ${ownPeriod(s, s.trigger, "on_day")}
        AND ((${s.trigger}), t.${s.key}) > (coalesce(from_at, '-infinity'), CASE WHEN from_at IS NULL THEN '' ELSE after END)
      ORDER BY (${s.trigger}), t.${s.key} LIMIT at_most),
  days AS MATERIALIZED (SELECT g.day, g.account, retention.falls_on('${s.rule}', g.day, g.account) AS falls
    FROM (SELECT DISTINCT retention.day_of(p.at) AS day, p.account FROM page p) g)
  SELECT p.id, d.falls FROM page p JOIN days d ON d.day = retention.day_of(p.at) AND d.account IS NOT DISTINCT FROM p.account
    ORDER BY p.at, p.id;
END $$;
CREATE FUNCTION retention.wipe_${s.set}(ids text[]) RETURNS void ${WRITES} AS $$
BEGIN
  ${s.wipe ?? `DELETE FROM ${s.table} t WHERE t.${s.key} = ANY (ids);`}
END $$;
CREATE FUNCTION retention.erase_${s.set}(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE found text[]; kept text[]; gone text[]; ${heldVariables(s)} BEGIN
  found := ARRAY(SELECT l.id FROM (SELECT t.${s.key} AS id FROM ${s.table} t WHERE t.${s.key} = ANY (ids) AND ${where}
    ORDER BY t.${s.key} FOR UPDATE SKIP LOCKED) l);
  IF cardinality(found) = 0 THEN RETURN found; END IF;${findHeld(s, `t.${s.key} = ANY (found)`)}
  kept := ARRAY(SELECT t.${s.key} FROM ${s.table} t${joinEnding(s)} WHERE t.${s.key} = ANY (found)
    AND ${isKept(s)});${putOff(s, `t.${s.key} = ANY (kept)`)}
  gone := ARRAY(SELECT f.id FROM unnest(found) AS f (id) WHERE f.id <> ALL (kept));
  IF cardinality(gone) = 0 THEN RETURN gone; END IF;
  PERFORM retention.wipe_${s.set}(gone);
  PERFORM retention.note('${s.rule}', '${s.set}', gone);
  RETURN gone;
END $$;
`;
}
