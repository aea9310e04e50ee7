// What falls of the logs, of sessions and of staff (R6, R11, R15, R17, R19).

import { daySet, type DaySet, setIndex } from "../erasure/day-set.ts";
import { grantSets, withoutSamples } from "../erasure/grant-sets.ts";
import { rowSet, type RowSet } from "../erasure/row-set.ts";
import { READS, WRITES } from "../erasure/set-parts.ts";

const DAY_SETS: readonly DaySet[] = [
  {
    set: "key_use",
    rule: "R6",
    table: "key_use",
    key: "id",
    keyType: "bigint",
    trigger: "coalesce(counts_from, used_at)",
    delivery: { column: "holder", act: "t.used_at" },
  },
  {
    set: "register_number_use",
    rule: "R6",
    table: "register_number_use",
    key: "id",
    keyType: "bigint",
    trigger: "coalesce(counts_from, used_at)",
    person: "person_id",
    delivery: { column: "delivery_id", act: "t.used_at" },
  },
  {
    set: "session",
    rule: "R17",
    table: "session",
    key: "id",
    keyType: "text",
    trigger: "least(ended_at, expires_at)",
    account: "account_id",
    person: "person_id",
  },
  {
    set: "staff_session",
    rule: "R17",
    table: "staff_session",
    key: "id",
    keyType: "text",
    trigger: "least(ended_at, expires_at)",
  },
  {
    set: "device",
    rule: "R17",
    table: "device",
    key: "id",
    keyType: "text",
    trigger: "last_seen_at",
    person: "holder_id",
    unless:
      "EXISTS (SELECT FROM session s WHERE s.device_id = t.id) OR EXISTS (SELECT FROM staff_session s WHERE s.device_id = t.id)",
  },
  {
    set: "passkey",
    rule: "R17",
    table: "passkey",
    key: "id",
    keyType: "text",
    trigger: "removed_at",
    person: "holder_id",
  },
  {
    set: "staff_log",
    rule: "R19.staff",
    table: "staff_log",
    key: "id",
    keyType: "bigint",
    trigger: "coalesce(counts_from, happened_at)",
    staff: { column: "staff_id", act: "t.happened_at" },
  },
  {
    set: "staff_invitation",
    rule: "R15.unfinished",
    table: "staff_invitation",
    key: "token_hash",
    keyType: "text",
    trigger: "greatest(made_at, used_at)",
  },
];

const ROW_SETS: readonly RowSet[] = [
  {
    set: "identification_record",
    rule: "R6",
    table: "identification_record",
    key: "id",
    trigger: "coalesce(counts_from, kept_at)",
    person: "person_id",
    delivery: { column: "delivery_id", act: "t.kept_at" },
    wipe: `DELETE FROM identification_record_opening o WHERE o.record_id = ANY (ids);
  DELETE FROM identification_record t WHERE t.id = ANY (ids);`,
  },
  {
    set: "identification_mismatch",
    rule: "R6",
    table: "identification_mismatch",
    key: "id",
    trigger: "coalesce(counts_from, happened_at)",
    account: "account_id",
    delivery: { column: "delivery_id", act: "t.happened_at" },
  },
  {
    set: "staff",
    rule: "R19.staff",
    table: "staff",
    key: "id",
    trigger: "left_at",
    where: "erased_at IS NULL",
    wipe: `DELETE FROM staff_session s WHERE s.staff_id = ANY (ids);
  DELETE FROM staff_invitation i WHERE i.staff_id = ANY (ids);
  DELETE FROM passkey p WHERE p.holder_kind = 'staff' AND p.holder_id = ANY (ids);
  DELETE FROM device d WHERE d.holder_kind = 'staff' AND d.holder_id = ANY (ids);
  DELETE FROM sign_in_ceremony c WHERE c.holder_kind = 'staff' AND c.holder_id = ANY (ids);
  -- His id stands in the place of his name, wherever what he did is shown.
  UPDATE staff t SET email = 'erased:' || t.id, family_name = t.id, first_names = '', webauthn_handle = 'erased:' || t.id,
    left_at = coalesce(t.left_at, clock.now()), erased_at = clock.now() WHERE t.id = ANY (ids);`,
  },
];

const OTHER_SETS = ["use_log", "rate_limit"] as const;
const SETS = [...DAY_SETS, ...ROW_SETS].map(({ set }) => set).concat(OTHER_SETS);
/** By when the log of use falls at the earliest: the columns of its rows, and the months that they stand in, are reckoned so. */
const LEAST = "interval '24 months'";

const USE_LOG = ["ip", "user_agent", "language"];

export const sql = `
-- The log of use, a part for each month in which rows fall: an empty month is dropped whole. The parts stand in a schema of their own.
CREATE SCHEMA use_log_month;
ALTER TABLE use_log RENAME TO use_log_whole;
ALTER TABLE use_log_whole ALTER COLUMN id DROP IDENTITY, DROP CONSTRAINT use_log_pkey;
DROP INDEX use_log_falls, use_log_account, use_log_acts, use_log_person;
CREATE TABLE use_log (
  id bigint GENERATED ALWAYS AS IDENTITY,
  used_at timestamptz(3) NOT NULL,
  falls_on date NOT NULL,
  service text NOT NULL,
  act text NOT NULL,
  account_id text, person_id text, delivery_id text,
  ip text, user_agent text, language text,
  subject text,
  PRIMARY KEY (falls_on, id)
) PARTITION BY RANGE (falls_on);
CREATE INDEX use_log_account ON use_log (account_id, used_at DESC, id DESC) WHERE account_id IS NOT NULL;
CREATE INDEX use_log_acts ON use_log (account_id, used_at DESC, id DESC) WHERE account_id IS NOT NULL AND act NOT LIKE '% /%';
CREATE INDEX use_log_person ON use_log (person_id, id DESC) WHERE person_id IS NOT NULL;
-- What no month has been made for: nothing is ever refused.
CREATE TABLE use_log_month.other PARTITION OF use_log DEFAULT;

-- A month's part, made beside and then hung in: who logs waits for the hanging alone.
CREATE FUNCTION use_log_month.make(month date) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE name text := 'from_' || to_char(month, 'YYYY_MM'); column_name text; BEGIN
  IF to_regclass('use_log_month.' || name) IS NOT NULL OR EXISTS (SELECT FROM use_log_month.other WHERE falls_on >= month AND falls_on < (month + interval '1 month')::date) THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE use_log_month.%I (LIKE use_log INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
  FOREACH column_name IN ARRAY '{${USE_LOG.join(",")}}'::text[] LOOP
    EXECUTE format('ALTER TABLE use_log_month.%I ALTER COLUMN %I SET STATISTICS 0', name, column_name);
  END LOOP;
  EXECUTE format('ALTER TABLE use_log ATTACH PARTITION use_log_month.%I FOR VALUES FROM (%L) TO (%L)', name, month, (month + interval '1 month')::date);
END $$;
-- Called by the eraser on each pass: months are made ahead, and those that are over and empty go. Answers how many went.
CREATE FUNCTION retention.keep_months() RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '100ms' AS $$
DECLARE today date := (clock.now() AT TIME ZONE 'Europe/Brussels')::date; month date; part record; filled boolean; gone int := 0; BEGIN
  month := date_trunc('month', today + ${LEAST})::date;
  FOR n IN 0 .. 3 LOOP PERFORM use_log_month.make((month + make_interval(months => n))::date); END LOOP;
  FOR part IN SELECT c.relname AS name, to_date(substr(c.relname, 6), 'YYYY_MM') AS month FROM pg_class c
      WHERE c.relnamespace = 'use_log_month'::regnamespace AND c.relkind = 'r' AND c.relname LIKE 'from\\_%' ORDER BY 2 LOOP
    EXIT WHEN (part.month + interval '1 month')::date > today;
    EXECUTE format('SELECT EXISTS (SELECT FROM use_log_month.%I)', part.name) INTO filled;
    CONTINUE WHEN filled;
    -- The whole before its part, as whoever logs or reads takes them, and never waiting with the whole in hand: both would wait for each other.
    LOCK TABLE ONLY use_log IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('LOCK TABLE use_log_month.%I IN ACCESS EXCLUSIVE MODE NOWAIT', part.name);
    EXECUTE format('SELECT EXISTS (SELECT FROM use_log_month.%I)', part.name) INTO filled;
    IF NOT filled THEN EXECUTE format('DROP TABLE use_log_month.%I', part.name); gone := gone + 1; END IF;
  END LOOP;
  RETURN gone;
EXCEPTION WHEN lock_not_available THEN
  -- Who logs goes first; it is tried again in minutes.
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION retention.keep_months() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retention.keep_months() TO posthorn_eraser;
${withoutSamples({ use_log: USE_LOG, "use_log_month.other": USE_LOG })}
DO $$ DECLARE month date; BEGIN
  FOR month IN SELECT DISTINCT date_trunc('month', falls_on)::date FROM use_log_whole LOOP PERFORM use_log_month.make(month); END LOOP;
  PERFORM retention.keep_months();
END $$;
INSERT INTO use_log (id, used_at, falls_on, service, act, account_id, person_id, delivery_id, ip, user_agent, language, subject) OVERRIDING SYSTEM VALUE
  SELECT id, used_at, falls_on, service, act, account_id, person_id, delivery_id, ip, user_agent, language, subject FROM use_log_whole;
SELECT setval(pg_get_serial_sequence('use_log', 'id'), coalesce(max(id), 0) + 1, false) FROM use_log;
DROP TABLE use_log_whole;
GRANT INSERT ON use_log TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_worker, posthorn_backoffice;
GRANT SELECT ON use_log TO posthorn_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON use_log TO posthorn_erasure;
ALTER TABLE use_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY write ON use_log FOR INSERT TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_worker WITH CHECK (true);
CREATE POLICY write_of_staff ON use_log FOR INSERT TO posthorn_backoffice WITH CHECK (true);
CREATE POLICY own ON use_log FOR SELECT TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true) OR person_id = current_setting('posthorn.person_id', true));
CREATE POLICY erasure ON use_log TO posthorn_erasure USING (true) WITH CHECK (true);

-- When a row of these is looked at where that is not its act: the end that it counts from, or, as long as that is open, the last look.
ALTER TABLE staff_log ADD COLUMN counts_from timestamptz(3);
CREATE FUNCTION refuse_staff_log_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF current_user = 'posthorn_erasure' AND to_jsonb(NEW) - 'counts_from' = to_jsonb(OLD) - 'counts_from' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'insert only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER insert_only ON staff_log;
CREATE TRIGGER insert_only BEFORE UPDATE ON staff_log FOR EACH ROW EXECUTE FUNCTION refuse_staff_log_change();
ALTER TABLE key_use ADD COLUMN counts_from timestamptz(3);
ALTER TABLE register_number_use ADD COLUMN counts_from timestamptz(3);
ALTER TABLE identification_record ADD COLUMN counts_from timestamptz(3);
ALTER TABLE identification_mismatch ADD COLUMN counts_from timestamptz(3);
-- His data is gone; the row stands for what he decided and signed for by his id.
ALTER TABLE staff ADD COLUMN erased_at timestamptz(3);
CREATE INDEX session_device ON session (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX staff_session_device ON staff_session (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX staff_invitation_staff ON staff_invitation (staff_id);
${[...DAY_SETS, ...ROW_SETS].map((s) => setIndex(s, s.where === undefined ? "" : ` WHERE ${s.where}`)).join("")}
SET ROLE posthorn_erasure;
-- What was done with a delivery that is final counts from there (R6), and not from the act.
CREATE FUNCTION retention.count_from_final() RETURNS trigger ${WRITES} AS $$
BEGIN
  NEW.counts_from := (SELECT d.final_at FROM delivery d WHERE d.id = to_jsonb(NEW) ->> TG_ARGV[0]);
  RETURN NEW;
END $$;

-- R6: the log of use. A row stands in the day on which it falls at the earliest; on that day it is asked what holds it: a delivery that
-- ended later or has not ended, a hold, a longer period. What is kept moves on to the day on which it is asked again.
CREATE FUNCTION retention.least_day(trigger_day date) RETURNS date LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
  AS $$ SELECT (trigger_day + ${LEAST})::date + 1 $$;
CREATE FUNCTION retention.due_use_log(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
#variable_conflict use_variable
DECLARE last date := retention.least_day(retention.cutoff('R6', on_day)); place date := coalesce(after::date, '-infinity'); BEGIN
  FOR n IN 1 .. at_most LOOP
    SELECT min(u.falls_on) INTO place FROM use_log u WHERE u.falls_on > place AND u.falls_on <= last;
    EXIT WHEN place IS NULL;
    id := place::text;
    -- By the act whose least day this is: the latest of those at the end of a month.
    falls_on := greatest(place, retention.falls_on('R6', (place - 1 - ${LEAST})::date));
    RETURN NEXT;
  END LOOP;
END $$;
CREATE FUNCTION retention.slice_use_log(day date, at_most int) RETURNS int ${WRITES} AS $$
DECLARE today date := retention.today(); tomorrow date := retention.least_day(retention.cutoff('R6', today)) + 1;
  found bigint[]; kept bigint[]; gone int; moved int; d_ids text[]; a_ids text[]; p_ids text[]; BEGIN
  IF day >= tomorrow THEN RETURN 0; END IF;
  found := ARRAY(SELECT u.id FROM use_log u WHERE u.falls_on = day ORDER BY u.id LIMIT at_most FOR UPDATE SKIP LOCKED);
  IF cardinality(found) = 0 THEN RETURN 0; END IF;
  SELECT array_agg(DISTINCT u.delivery_id), array_agg(DISTINCT u.account_id), array_agg(DISTINCT u.person_id) INTO d_ids, a_ids, p_ids
    FROM use_log u WHERE u.falls_on = day AND u.id = ANY (found);
  d_ids := ARRAY(SELECT h.id FROM retention.held_deliveries(d_ids) h);
  a_ids := ARRAY(SELECT h.id FROM retention.held_accounts(a_ids) h);
  p_ids := ARRAY(SELECT h.id FROM retention.held_persons(p_ids) h);
  WITH asked AS (
    SELECT u.id, u.delivery_id = ANY (d_ids) OR u.account_id = ANY (a_ids) OR u.person_id = ANY (p_ids) AS held,
      d.id IS NOT NULL AND d.final_at IS NULL AS open, u.account_id, retention.day_of(CASE WHEN d.id IS NULL THEN u.used_at ELSE d.final_at END) AS from_day
    FROM use_log u LEFT JOIN delivery d ON d.id = u.delivery_id WHERE u.falls_on = day AND u.id = ANY (found)),
  days AS (SELECT DISTINCT from_day, account_id FROM asked WHERE from_day IS NOT NULL),
  terms AS MATERIALIZED (SELECT from_day, account_id, retention.falls_on('R6', from_day, account_id) AS falls FROM days)
  -- Open: it falls no earlier than if it ended today.
  UPDATE use_log u SET falls_on = CASE WHEN k.open THEN retention.least_day(today) WHEN t.falls <= today THEN tomorrow
      ELSE greatest(tomorrow, retention.least_day(retention.cutoff('R6', t.falls))) END
    FROM asked k LEFT JOIN terms t ON t.from_day = k.from_day AND t.account_id IS NOT DISTINCT FROM k.account_id
    WHERE u.falls_on = day AND u.id = k.id AND (k.open OR k.held IS TRUE OR t.falls > today);
  GET DIAGNOSTICS moved = ROW_COUNT;
  DELETE FROM use_log u WHERE u.falls_on = day AND u.id = ANY (found);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone + moved;
END $$;
CREATE FUNCTION retention.wipe_use_log(ids text[]) RETURNS void ${WRITES} AS $$
DECLARE day date; BEGIN
  FOREACH day IN ARRAY ids::date[] LOOP
    WHILE retention.slice_use_log(day, 10000) > 0 LOOP NULL; END LOOP;
  END LOOP;
END $$;
CREATE FUNCTION retention.erase_use_log(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE day date; room int := 10000; done int; gone text[] := '{}'; BEGIN
  FOR day IN SELECT i::date FROM unnest(ids) AS i ORDER BY 1 LOOP
    EXIT WHEN room <= 0;
    done := retention.slice_use_log(day, room);
    room := room - done;
    IF done > 0 AND NOT EXISTS (SELECT FROM use_log u WHERE u.falls_on = day) THEN gone := gone || day::text; END IF;
  END LOOP;
  PERFORM retention.note('R6', 'use_log', gone);
  RETURN gone;
END $$;

-- R11: counted tries, at the first midnight a day after they count no more. Their keys hold addresses, so the day stands for all.
CREATE FUNCTION retention.due_rate_limit(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
BEGIN RETURN QUERY SELECT on_day::text, on_day WHERE after IS NULL AND at_most > 0 AND EXISTS (SELECT FROM rate_limit r
  WHERE r.expire < extract(epoch FROM retention.starts_at(on_day) - retention.kept('R11')) * 1000); END $$;
CREATE FUNCTION retention.slice_rate_limit(at_most int) RETURNS int ${WRITES} AS $$
DECLARE gone int; BEGIN
  DELETE FROM rate_limit r WHERE r.key = ANY (ARRAY(SELECT e.key FROM rate_limit e WHERE e.expire < extract(epoch FROM retention.starts_at(retention.today()) - retention.kept('R11')) * 1000
    ORDER BY e.expire LIMIT at_most FOR UPDATE SKIP LOCKED));
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
CREATE FUNCTION retention.wipe_rate_limit(ids text[]) RETURNS void ${WRITES} AS $$
BEGIN WHILE retention.slice_rate_limit(10000) > 0 LOOP NULL; END LOOP; END $$;
CREATE FUNCTION retention.erase_rate_limit(ids text[]) RETURNS text[] ${WRITES} AS $$
BEGIN
  IF cardinality(ids) = 0 OR retention.slice_rate_limit(10000) = 10000 THEN RETURN '{}'; END IF;
  RETURN ids;
END $$;
${[...ROW_SETS.map(rowSet), ...DAY_SETS.map(daySet)].join("")}${grantSets(SETS)}
RESET ROLE;
CREATE TRIGGER count_from_final BEFORE INSERT ON key_use FOR EACH ROW EXECUTE FUNCTION retention.count_from_final('holder');
CREATE TRIGGER count_from_final BEFORE INSERT ON register_number_use FOR EACH ROW WHEN (NEW.delivery_id IS NOT NULL) EXECUTE FUNCTION retention.count_from_final('delivery_id');
CREATE TRIGGER count_from_final BEFORE INSERT ON identification_record FOR EACH ROW WHEN (NEW.delivery_id IS NOT NULL) EXECUTE FUNCTION retention.count_from_final('delivery_id');
CREATE TRIGGER count_from_final BEFORE INSERT ON identification_mismatch FOR EACH ROW EXECUTE FUNCTION retention.count_from_final('delivery_id');
`;
