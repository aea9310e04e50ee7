// The three functions of a set whose rows are too many to be named: what falls on one day is one item, erased in slices.

import {
  endingOf,
  type ErasedRows,
  heldVariables,
  holders,
  isKept,
  joinEnding,
  ownPeriod,
  putOff,
  READS,
  WRITES,
} from "./set-parts.ts";

export interface DaySet extends ErasedRows {
  readonly keyType: "text" | "bigint";
  /** Rows that something else still needs, in SQL; they are passed by until it does not. */
  readonly unless?: string;
}

/** Rows that one call takes at most. */
const SLICE = 10_000;

/** Variable with the ids that a function is asked about, of what it answers. */
function ofHeld(held: string): string {
  return held.replace("held_", "of_");
}

function eraseSimply(s: DaySet): string {
  return `
  DELETE FROM ${s.table} t WHERE t.ctid = ANY (places) AND NOT ${isKept(s)};`;
}

/** What does not go is looked at again when its end says so. */
function eraseEnded(s: DaySet): string {
  return `
  kept := ARRAY(SELECT t.${s.key} FROM ${s.table} t${joinEnding(s)} WHERE t.ctid = ANY (places) AND ${isKept(s)});
  IF cardinality(kept) > 0 THEN${putOff(s, `t.${s.key} = ANY (kept)`)}
  GET DIAGNOSTICS put_off = ROW_COUNT; END IF;
  DELETE FROM ${s.table} t WHERE t.ctid = ANY (places) AND t.${s.key} <> ALL (kept);`;
}

/** SQL that makes the set's functions; run as the role that owns them. The id is the day on which the rows fall. */
export function daySet(s: DaySet): string {
  const at = `(${s.trigger})`;
  const whose = holders(s);
  const unless = s.unless === undefined ? "" : ` AND NOT (${s.unless})`;
  return `
CREATE FUNCTION retention.due_${s.set}(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
BEGIN RETURN QUERY SELECT * FROM retention.due_days('${s.table}', '${at.replaceAll("'", "''")}', '${s.rule}', on_day, after, at_most); END $$;
-- How many rows went or were put off: none, and there is nothing to do on this day.
CREATE FUNCTION retention.slice_${s.set}(day date, at_most int) RETURNS int ${WRITES} AS $$
DECLARE before timestamptz := retention.starts_at(retention.cutoff('${s.rule}', least(day, retention.today())) + 1);
  places tid[]; of_accounts text[]; of_persons text[]; of_deliveries text[]; kept ${s.keyType}[]; gone int; put_off int := 0; ${heldVariables(s)} BEGIN
  -- By their places, not their ids: locked they stay where they are, and each look at them is one at the page.
  SELECT array_agg(f.place)${whose.map(({ held }) => `, array_agg(DISTINCT f.${ofHeld(held)})`).join("")}
    INTO places${whose.map(({ held }) => `, ${ofHeld(held)}`).join("")}
    FROM (SELECT t.ctid AS place${whose.map(({ column, held }) => `, t.${column} AS ${ofHeld(held)}`).join("")} FROM ${s.table} t WHERE ${at} < before${skipKept(s)}${unless}
      ORDER BY ${at} LIMIT at_most FOR UPDATE OF t SKIP LOCKED) f;
  IF places IS NULL THEN RETURN 0; END IF;${whose
    .map(({ held }) => `\n  ${held} := ARRAY(SELECT h.id FROM retention.${held}(${ofHeld(held)}) h);`)
    .join("")}${endingOf(s) ? eraseEnded(s) : eraseSimply(s)}
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone + put_off;
END $$;
CREATE FUNCTION retention.wipe_${s.set}(ids text[]) RETURNS void ${WRITES} AS $$
DECLARE day date := (SELECT max(i::date) FROM unnest(ids) AS i); BEGIN
  -- After a restore what is held stands among a day's rows again, so each is asked about.
  WHILE retention.slice_${s.set}(day, ${SLICE}) > 0 LOOP NULL; END LOOP;
END $$;
CREATE FUNCTION retention.erase_${s.set}(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE day date; room int := ${SLICE}; done int; gone text[] := '{}'; BEGIN
  FOR day IN SELECT i::date FROM unnest(ids) AS i ORDER BY 1 LOOP
    CONTINUE WHEN day > retention.today();
    EXIT WHEN room <= 0;
    done := retention.slice_${s.set}(day, room);
    room := room - done;
    IF done > 0 AND NOT EXISTS (SELECT FROM ${s.table} t WHERE ${at} < retention.starts_at(retention.cutoff('${s.rule}', day) + 1))
    THEN gone := gone || day::text; END IF;
  END LOOP;
  PERFORM retention.note('${s.rule}', '${s.set}', gone);
  RETURN gone;
END $$;
`;
}

/** What a hold names, or a period of its own account keeps, is passed by: a slice of kept rows alone would stop all others. */
function skipKept(s: DaySet): string {
  if (endingOf(s)) return "";
  const held = [
    ...(s.person === undefined ? [] : [{ column: s.person, held: "held_person_ids" }]),
    ...(s.account === undefined ? [] : [{ column: s.account, held: "held_account_ids" }]),
  ].map((h) => `\n    AND coalesce(t.${h.column}, '') NOT IN (SELECT h.id FROM retention.${h.held}() h)`);
  return `${held.join("")}\n    AND NOT ${ownPeriod(s, s.trigger, "retention.today()")}`;
}

/** SQL that makes the index by which the set is found; run as the owner of the table. */
export function setIndex({ set, table, trigger, key }: ErasedRows, where = ""): string {
  return `CREATE INDEX retention_${set} ON ${table} ((${trigger}), ${key})${where};\n`;
}
