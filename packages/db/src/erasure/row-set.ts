// The three functions of a set whose rows are erased one by one, each by its id: found by index, checked anew, erased, noted.

import {
  accountOf,
  type ErasedRows,
  HELD_VARIABLES,
  isKept,
  joinFinal,
  lockHolders,
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
DECLARE before timestamptz := retention.starts_at(retention.cutoff('${s.rule}', on_day) + 1);
  from_at timestamptz := (SELECT ${s.trigger} FROM ${s.table} t WHERE t.${s.key} = after AND ${where}); BEGIN
  RETURN QUERY SELECT t.${s.key}, f.day FROM ${s.table} t
    CROSS JOIN LATERAL (SELECT retention.falls_on('${s.rule}', retention.day_of(${s.trigger}), ${accountOf(s)}) AS day) f
    WHERE ${where} AND (${s.trigger}) < before AND f.day <= on_day
      AND ((${s.trigger}), t.${s.key}) > (coalesce(from_at, '-infinity'), CASE WHEN from_at IS NULL THEN '' ELSE after END)
    ORDER BY (${s.trigger}), t.${s.key} LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_${s.set}(ids text[]) RETURNS void ${WRITES} AS $$
BEGIN
  ${s.wipe ?? `DELETE FROM ${s.table} t WHERE t.${s.key} = ANY (ids);`}
END $$;
CREATE FUNCTION retention.erase_${s.set}(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE found text[]; kept text[]; gone text[]; ${HELD_VARIABLES} BEGIN
  found := ARRAY(SELECT l.id FROM (SELECT t.${s.key} AS id FROM ${s.table} t WHERE t.${s.key} = ANY (ids) AND ${where}
    ORDER BY t.${s.key} FOR UPDATE SKIP LOCKED) l);
  IF cardinality(found) = 0 THEN RETURN found; END IF;${lockHolders(s, `t.${s.key} = ANY (found)`)}
  kept := ARRAY(SELECT t.${s.key} FROM ${s.table} t${joinFinal(s)} WHERE t.${s.key} = ANY (found)
    AND ${isKept(s)});${putOff(s, `t.${s.key} = ANY (kept)`)}
  gone := ARRAY(SELECT f.id FROM unnest(found) AS f (id) WHERE f.id <> ALL (kept));
  IF cardinality(gone) = 0 THEN RETURN gone; END IF;
  PERFORM retention.wipe_${s.set}(gone);
  PERFORM retention.note('${s.rule}', '${s.set}', gone);
  RETURN gone;
END $$;
`;
}
