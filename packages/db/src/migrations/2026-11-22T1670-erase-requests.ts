// What falls of people's requests about their data, of restrictions, and of holds (R14, R15): found by index, checked anew, erased.

import { setIndex } from "../erasure/day-set.ts";
import { grantSets, withoutSamples } from "../erasure/grant-sets.ts";
import { PERSONAL_COLUMNS } from "../erasure/personal-columns.ts";
import { rowSet, type RowSet } from "../erasure/row-set.ts";
import { READS, WRITES } from "../erasure/set-parts.ts";

const GONE_REQUESTS = `
  INSERT INTO blob_removal (blob_id, since) SELECT f.blob_id, clock.now() FROM rights_request_file f WHERE f.request_id = ANY (ids) ON CONFLICT DO NOTHING;
  DELETE FROM rights_request_file f WHERE f.request_id = ANY (ids);
  DELETE FROM rights_request_code c WHERE c.request_id = ANY (ids);
  DELETE FROM rights_request_delivery d WHERE d.request_id = ANY (ids);
  DELETE FROM rights_request_sender s WHERE s.request_id = ANY (ids);
  DELETE FROM rights_request_event e WHERE e.request_id = ANY (ids);
  DELETE FROM person_errand e USING mailed_link l WHERE l.purpose = 'rights' AND l.subject_id = ANY (ids) AND e.mailed_link_id = l.id;
  DELETE FROM mailed_link l WHERE l.purpose = 'rights' AND l.subject_id = ANY (ids);
  UPDATE processing_restriction p SET request_id = NULL WHERE p.request_id = ANY (ids);
  UPDATE rectification_note n SET request_id = NULL WHERE n.request_id = ANY (ids);
  DELETE FROM rights_request r WHERE r.id = ANY (ids);`;

const ROW_SETS: readonly RowSet[] = [
  {
    set: "rights",
    rule: "R14",
    table: "rights_request",
    key: "id",
    trigger: "coalesce(answered_at, CASE WHEN state = 'withdrawn' THEN received_at END)",
    person: "person_id",
    wipe: GONE_REQUESTS,
  },
  {
    set: "rights_unfinished",
    rule: "R15.unfinished",
    table: "rights_request",
    key: "id",
    trigger: "greatest(received_at, identified_at)",
    where: "state = 'identity' AND channel = 'form' AND answered_at IS NULL",
    person: "person_id",
    wipe: GONE_REQUESTS,
  },
  {
    set: "restriction",
    rule: "R14",
    table: "processing_restriction",
    key: "id",
    trigger: "lifted_at",
    person: "person_id",
  },
  {
    set: "hold",
    rule: "R14",
    table: "legal_hold",
    key: "id",
    // Its last day is the day of its end.
    trigger: `(CASE state WHEN 'lifted' THEN lifted_at WHEN 'refused' THEN decided_at WHEN 'ended' THEN ends_on::timestamp AT TIME ZONE 'Europe/Brussels' END)`,
    account: "account_id",
    wipe: `DELETE FROM legal_hold_event e WHERE e.hold_id = ANY (ids);
  DELETE FROM legal_hold t WHERE t.id = ANY (ids);`,
  },
];

export const sql = `
${ROW_SETS.map((s) => setIndex(s, s.where === undefined ? "" : ` WHERE ${s.where}`)).join("")}CREATE INDEX rights_request_code_ends ON rights_request_code (coalesce(used_at, expires_at), request_id);
CREATE INDEX processing_restriction_request ON processing_restriction (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX rectification_note_request ON rectification_note (request_id) WHERE request_id IS NOT NULL;
-- Tries that nobody finished, as before, but for those that a hold names, by their delivery or their person.
CREATE OR REPLACE FUNCTION forget_tries(before timestamptz, at_most int) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held text[]; tries int; ceremonies int; BEGIN
  IF NOT EXISTS (SELECT FROM identification_attempt WHERE expires_at < before) AND NOT EXISTS (SELECT FROM sign_in_ceremony WHERE expires_at < before) THEN RETURN 0; END IF;
  -- Asked, in a statement of its own, before any row is locked: from then on none is placed.
  held := ARRAY(SELECT h.id FROM retention.held_deliveries(ARRAY(SELECT DISTINCT a.delivery_id FROM identification_attempt a WHERE a.expires_at < before AND a.delivery_id IS NOT NULL)) h)
    || ARRAY(SELECT h.id FROM retention.held_persons(ARRAY(SELECT a.person_id FROM identification_attempt a WHERE a.expires_at < before AND a.person_id IS NOT NULL
      UNION SELECT c.holder_id FROM sign_in_ceremony c WHERE c.expires_at < before AND c.holder_kind = 'person' AND c.holder_id IS NOT NULL)) h);
  DELETE FROM identification_attempt WHERE id IN (SELECT a.id FROM identification_attempt a WHERE a.expires_at < before
    AND (a.delivery_id = ANY (held)) IS NOT TRUE AND (a.person_id = ANY (held)) IS NOT TRUE ORDER BY a.expires_at LIMIT at_most FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS tries = ROW_COUNT;
  DELETE FROM sign_in_ceremony WHERE id IN (SELECT c.id FROM sign_in_ceremony c WHERE c.expires_at < before
    AND (c.holder_kind = 'person' AND c.holder_id = ANY (held)) IS NOT TRUE ORDER BY c.expires_at LIMIT at_most FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS ceremonies = ROW_COUNT;
  RETURN tries + ceremonies; END $$;
SET ROLE posthorn_erasure;
-- R11: a code to the address that is known, a day after its use or its end, by the hour.
CREATE FUNCTION retention.due_rights_code(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
#variable_conflict use_column
DECLARE before timestamptz := least(clock.now(), retention.starts_at(on_day + 1)) - retention.kept('R11'); BEGIN
  RETURN QUERY SELECT c.request_id, retention.day_of(coalesce(c.used_at, c.expires_at) + retention.kept('R11')) FROM rights_request_code c
    WHERE coalesce(c.used_at, c.expires_at) < before AND (coalesce(c.used_at, c.expires_at), c.request_id)
      > (coalesce((SELECT coalesce(e.used_at, e.expires_at) FROM rights_request_code e WHERE e.request_id = after), '-infinity'), coalesce(after, ''))
    ORDER BY coalesce(c.used_at, c.expires_at), c.request_id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_rights_code(ids text[]) RETURNS void ${WRITES} AS $$
BEGIN DELETE FROM rights_request_code c WHERE c.request_id = ANY (ids); END $$;
CREATE FUNCTION retention.erase_rights_code(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE found text[]; gone text[]; BEGIN
  found := ARRAY(SELECT c.request_id FROM rights_request_code c WHERE c.request_id = ANY (ids) ORDER BY c.request_id FOR UPDATE SKIP LOCKED);
  gone := ARRAY(SELECT c.request_id FROM rights_request_code c WHERE c.request_id = ANY (found) AND coalesce(c.used_at, c.expires_at) < clock.now() - retention.kept('R11'));
  PERFORM retention.wipe_rights_code(gone);
  PERFORM retention.note('R11', 'rights_code', gone);
  RETURN gone;
END $$;
${ROW_SETS.map(rowSet).join("")}${grantSets([...ROW_SETS.map(({ set }) => set), "rights_code"])}
RESET ROLE;
${withoutSamples(PERSONAL_COLUMNS)}
-- Nor what an index makes of words.
DO $$ DECLARE i record; BEGIN
  FOR i IN SELECT a.attrelid::regclass AS name, a.attnum AS place FROM pg_index x JOIN pg_attribute a ON a.attrelid = x.indexrelid
      JOIN pg_class c ON c.oid = x.indexrelid WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'i' AND x.indkey[a.attnum - 1] = 0
        AND a.atttypid = 'text'::regtype LOOP
    EXECUTE format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS 0', i.name, i.place);
  END LOOP;
END $$;
`;
