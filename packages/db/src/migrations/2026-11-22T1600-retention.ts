// Retention: which period is in force, what is held, what was erased; and the role that alone deletes (domain rules R1 to R19).

export const sql = `
-- Owner of every function that erases; nobody signs in as it. What a service may erase it erases by executing one of them.
GRANT posthorn_erasure TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
CREATE SCHEMA retention AUTHORIZATION posthorn_erasure;
GRANT USAGE, CREATE ON SCHEMA public TO posthorn_erasure;
GRANT USAGE ON SCHEMA clock TO posthorn_erasure;
GRANT EXECUTE ON FUNCTION clock.now() TO posthorn_erasure, posthorn_eraser;
GRANT USAGE ON SCHEMA public, clock, retention TO posthorn_eraser;

-- The period of a rule in force from an instant on: those of the code are written by the migration run, the others come of changes.
CREATE TABLE retention_period (
  rule text NOT NULL,
  effective_at timestamptz(3) NOT NULL,
  kept interval NOT NULL,
  -- The day itself is the last by which it is gone, not the last on which it is kept.
  at_most boolean NOT NULL,
  PRIMARY KEY (rule, effective_at)
);
-- A period that the provider sets otherwise than the code, for all or for one account. Shorter: two persons, and seven days later.
CREATE TABLE retention_change (
  id text PRIMARY KEY,
  rule text NOT NULL,
  account_id text REFERENCES account,
  kept interval NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  shorter boolean NOT NULL,
  proposed_by text NOT NULL REFERENCES staff,
  proposed_at timestamptz(3) NOT NULL,
  seconded_by text REFERENCES staff,
  seconded_at timestamptz(3),
  withdrawn_by text REFERENCES staff,
  withdrawn_at timestamptz(3),
  -- From then on; null until it is decided.
  effective_at timestamptz(3),
  CHECK (seconded_by IS DISTINCT FROM proposed_by OR seconded_by IS NULL),
  CHECK (NOT shorter OR effective_at IS NULL OR (seconded_at IS NOT NULL AND effective_at >= seconded_at + interval '7 days'))
);
CREATE INDEX retention_change_rule ON retention_change (rule, account_id, effective_at) WHERE withdrawn_at IS NULL AND effective_at IS NOT NULL;

-- What suspends every rule for what it names. A sender asks with grounds, the privacy officer decides; or he places one himself.
CREATE TABLE legal_hold (
  id text PRIMARY KEY,
  scope text NOT NULL CHECK (scope IN ('delivery','message','account','person')),
  scope_id text NOT NULL,
  -- Of the sender whose it is; null for a person.
  account_id text REFERENCES account,
  ground text NOT NULL CHECK (ground IN ('complaint','fraud','dispute','court_order')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  asked_by text REFERENCES member,
  asked_at timestamptz(3) NOT NULL,
  state text NOT NULL CHECK (state IN ('asked','placed','refused','lifted')),
  decided_by text REFERENCES staff,
  decided_at timestamptz(3),
  decision_words text,
  -- The last day it holds, Brussels; later it holds nothing, whoever forgot it.
  ends_on date,
  -- Two persons lift a hold before its end.
  lift_asked_by text REFERENCES staff,
  lift_asked_at timestamptz(3),
  lift_reason text,
  lifted_by text REFERENCES staff,
  lifted_at timestamptz(3),
  CHECK (state <> 'placed' OR (ends_on IS NOT NULL AND decided_by IS NOT NULL)),
  CHECK (lifted_by IS DISTINCT FROM lift_asked_by OR lifted_by IS NULL)
);
CREATE INDEX legal_hold_scope ON legal_hold (scope, scope_id) WHERE state = 'placed';
CREATE INDEX legal_hold_account ON legal_hold (account_id, asked_at DESC, id DESC);
CREATE INDEX legal_hold_state ON legal_hold (state, asked_at DESC, id DESC);
-- Every renewal, with who and why; insert only.
CREATE TABLE legal_hold_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hold_id text NOT NULL REFERENCES legal_hold,
  event text NOT NULL CHECK (event IN ('asked','placed','refused','renewed','lift_asked','lift_withdrawn','lifted')),
  at timestamptz(3) NOT NULL,
  staff_id text REFERENCES staff,
  member_id text REFERENCES member,
  words text,
  ends_on date
);
CREATE INDEX legal_hold_event_hold ON legal_hold_event (hold_id, id);

-- One pass of the eraser. Counts by rule and set, no personal data.
CREATE TABLE retention_run (
  id text PRIMARY KEY,
  day date NOT NULL,
  began_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  -- {"R9/evidence": {"erased": 12, "held": 1}, …}
  counts jsonb NOT NULL DEFAULT '{}',
  failure text
);
CREATE INDEX retention_run_day ON retention_run (day DESC, began_at DESC);
-- What was erased, by id alone, in the order of the erasing; copied out of the database at once, replayed after a restore.
CREATE TABLE erasure_journal (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  erased_at timestamptz(3) NOT NULL,
  rule text NOT NULL,
  kind text NOT NULL,
  subject_id text NOT NULL
);
CREATE INDEX erasure_journal_subject ON erasure_journal (kind, subject_id);
-- Where the replay stands: a database that was restored from a backup is behind its journal and serves nobody before it has caught up.
CREATE TABLE erasure_state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- Day of the last run; the eraser refuses a day before it.
  last_day date,
  -- Number in the journal up to which receipts tell of what was erased.
  receipted_number bigint NOT NULL DEFAULT 0,
  -- Number up to which the journal stands in its files: these can never end before it.
  copied_number bigint NOT NULL DEFAULT 0,
  -- Number up to which its rows are gone from here: the files and the receipts tell of them.
  trimmed_number bigint NOT NULL DEFAULT 0
);
INSERT INTO erasure_state DEFAULT VALUES;
-- That and when it was erased, provable: digests only, sealed by the sealer.
CREATE TABLE erasure_receipt (
  id text PRIMARY KEY,
  run_id text NOT NULL REFERENCES retention_run,
  rule text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  -- The statement to be sealed; digests of what was erased, never a name.
  statement text NOT NULL,
  sealed text,
  sealed_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0
);
CREATE INDEX erasure_receipt_open ON erasure_receipt (attempts, made_at) WHERE sealed IS NULL;
CREATE INDEX erasure_receipt_run ON erasure_receipt (run_id);
-- Leaves of records that are gone, until the receipt of their erasure tells them.
CREATE TABLE erasure_leaf (
  delivery_id text NOT NULL,
  leaf bytea NOT NULL,
  PRIMARY KEY (delivery_id, leaf)
);
-- What names a file is asked for the file by the sweep that looks for files that nothing names.
CREATE INDEX message_part_blob ON message_part (blob_id);
CREATE INDEX part_rendition_blob ON part_rendition (blob_id);
CREATE INDEX upload_blob ON upload (blob_id);
CREATE INDEX draft_rendition_blob ON draft_rendition (blob_id);
CREATE INDEX application_document_blob ON application_document (blob_id);
CREATE INDEX print_job_blob ON print_job (blob_id) WHERE blob_id IS NOT NULL;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['legal_hold_event','erasure_journal'] LOOP
    EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
-- Insert only for everybody but the functions that erase.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'posthorn_erasure' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'insert only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- The functions that erase reach every table but what any copy is verified with; row by row nothing is hidden from them.
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r','p') AND c.relname NOT IN ('schema_migration','log_tile','log_checkpoint','log_cosignature','seal_key','seal_key_act') LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO posthorn_erasure', t);
  END LOOP;
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r','p') AND c.relrowsecurity LOOP
    EXECUTE format('CREATE POLICY erasure ON %I TO posthorn_erasure USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- What erased until now, and what is executed by it, belongs to that role from here on.
GRANT EXECUTE ON FUNCTION erase_person(text, timestamptz), erase_application_documents(text), end_letter_access(text),
  remove_application_documents(text) TO posthorn_erasure;
ALTER FUNCTION erase_person(text, timestamptz) OWNER TO posthorn_erasure;
ALTER FUNCTION end_membership(text, text, timestamptz) OWNER TO posthorn_erasure;
ALTER FUNCTION void_invitation_links(text, timestamptz) OWNER TO posthorn_erasure;
ALTER FUNCTION erase_application_documents(text) OWNER TO posthorn_erasure;
ALTER FUNCTION remove_application_documents(text) OWNER TO posthorn_erasure;
ALTER FUNCTION erase_account(text, int) OWNER TO posthorn_erasure;
ALTER FUNCTION let_blobs_go() OWNER TO posthorn_erasure;
ALTER FUNCTION end_letter_access(text) OWNER TO posthorn_erasure;
ALTER FUNCTION end_failed_letter() OWNER TO posthorn_erasure;
ALTER FUNCTION end_inbox_entry() OWNER TO posthorn_erasure;
ALTER FUNCTION forget_tries(timestamptz, int) OWNER TO posthorn_erasure;

-- Days and periods, reckoned in Brussels; the database's own clock, whatever the caller thinks the day is.
CREATE FUNCTION retention.day_of(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
  AS $$ SELECT (at AT TIME ZONE 'Europe/Brussels')::date $$;
CREATE FUNCTION retention.today() RETURNS date LANGUAGE sql VOLATILE SET search_path = public, pg_temp
  AS $$ SELECT (clock.now() AT TIME ZONE 'Europe/Brussels')::date $$;
-- The period in force: the latest change decided for this account, then for all, then the code's own.
CREATE FUNCTION retention.kept(rule_id text, account text DEFAULT NULL) RETURNS interval LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found_period interval; BEGIN
  SELECT kept INTO found_period FROM (
    SELECT c.kept, c.effective_at, CASE WHEN c.account_id IS NULL THEN 1 ELSE 0 END AS nearness FROM retention_change c
      WHERE c.rule = rule_id AND c.withdrawn_at IS NULL AND c.effective_at <= clock.now() AND (c.account_id IS NULL OR c.account_id = account)
    UNION ALL
    SELECT p.kept, p.effective_at, 2 FROM retention_period p WHERE p.rule = rule_id AND p.effective_at <= clock.now()) all_of_them
  ORDER BY nearness, effective_at DESC LIMIT 1;
  IF found_period IS NULL THEN RAISE EXCEPTION 'no period is in force for %', rule_id; END IF;
  RETURN found_period;
END $$;
-- Days from the last of the period to that on which it is due: none where that last day is the one by which it is gone. Of the schedule
-- in force now, not of one that is entered and takes effect later.
CREATE FUNCTION retention.late(rule_id text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT CASE WHEN p.at_most THEN 0 ELSE 1 END FROM retention_period p WHERE p.rule = rule_id AND p.effective_at <= clock.now()
          ORDER BY p.effective_at DESC LIMIT 1 $$;
-- The day from whose beginning it is due: the day after the last on which it is kept. PostgreSQL adds months as the domain does, clamped
-- to the month's end.
CREATE FUNCTION retention.falls_on(rule_id text, trigger_day date, account text DEFAULT NULL) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT (trigger_day + retention.kept(rule_id, account))::date + retention.late(rule_id) $$;
-- The latest trigger day that is due on a day, with the shortest period that any account has: what is looked for by index. Whoever erases
-- reckons each row anew.
CREATE FUNCTION retention.cutoff(rule_id text, on_day date) RETURNS date LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE shortest interval; late int := retention.late(rule_id); c date; BEGIN
  SELECT min(k) INTO shortest FROM (SELECT retention.kept(rule_id) AS k
    UNION ALL SELECT retention.kept(rule_id, ch.account_id) FROM retention_change ch WHERE ch.rule = rule_id AND ch.account_id IS NOT NULL AND ch.withdrawn_at IS NULL
      AND ch.effective_at <= clock.now()) periods;
  c := (on_day - late - shortest)::date;
  WHILE (c + 1 + shortest)::date + late <= on_day LOOP c := c + 1; END LOOP;
  WHILE (c + shortest)::date + late > on_day LOOP c := c - 1; END LOOP;
  RETURN c;
END $$;

-- The same by the period of all, for what belongs to no account.
CREATE FUNCTION retention.common_cutoff(rule_id text, on_day date) RETURNS date LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE c date := retention.cutoff(rule_id, on_day); BEGIN
  WHILE retention.falls_on(rule_id, c) > on_day LOOP c := c - 1; END LOOP;
  RETURN c;
END $$;

-- While somebody erases no hold is placed, and while one is placed nobody erases; whoever asks what is held shares this lock until the
-- end of his transaction, whoever places one takes it alone. It comes before every lock of rows where those are waited for.
CREATE FUNCTION retention.share_holds() RETURNS void LANGUAGE sql VOLATILE SET search_path = public, pg_temp
  AS $$ SELECT pg_advisory_xact_lock_shared(7261026115) $$;
-- Whose a private account is: a hold on him names it, and what was sent from it. What he sent for a company is the company's.
CREATE FUNCTION retention.private_persons(of_account text) RETURNS TABLE (person_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT m.person_id FROM member m JOIN account a ON a.id = m.account_id WHERE m.account_id = of_account AND a.kind = 'private' $$;
-- Of these, what a hold names today, itself or by what it belongs to: asked in a statement after the lock, so that a hold placed meanwhile
-- is seen.
CREATE FUNCTION retention.held_deliveries(ids text[]) RETURNS TABLE (id text) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.share_holds();
        SELECT d.id FROM delivery d WHERE d.id = ANY (ids) AND EXISTS (SELECT FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.today()
          AND ((h.scope = 'delivery' AND h.scope_id = d.id) OR (h.scope = 'message' AND h.scope_id = d.message_id)
            OR (h.scope = 'account' AND h.scope_id = d.account_id)
            OR (h.scope = 'person' AND (h.scope_id IN (SELECT i.person_id FROM inbox_entry i WHERE i.delivery_id = d.id)
              OR h.scope_id IN (SELECT o.person_id FROM retention.private_persons(d.account_id) o))))) $$;
CREATE FUNCTION retention.held_messages(ids text[]) RETURNS TABLE (id text) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.share_holds();
        SELECT m.id FROM message m WHERE m.id = ANY (ids) AND EXISTS (SELECT FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.today()
          AND ((h.scope = 'message' AND h.scope_id = m.id) OR (h.scope = 'account' AND h.scope_id = m.account_id)
            OR (h.scope = 'delivery' AND h.scope_id IN (SELECT d.id FROM delivery d WHERE d.message_id = m.id))
            OR (h.scope = 'person' AND h.scope_id IN (SELECT o.person_id FROM retention.private_persons(m.account_id) o)))) $$;
CREATE FUNCTION retention.held_accounts(ids text[]) RETURNS TABLE (id text) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.share_holds();
        SELECT a.id FROM account a WHERE a.id = ANY (ids) AND EXISTS (SELECT FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.today()
          AND ((h.scope = 'account' AND h.scope_id = a.id)
            OR (h.scope = 'person' AND h.scope_id IN (SELECT o.person_id FROM retention.private_persons(a.id) o)))) $$;
-- A person is held by a hold of his own, or on an account that he belongs to or belonged to.
CREATE FUNCTION retention.held_persons(ids text[]) RETURNS TABLE (id text) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.share_holds();
        SELECT p.id FROM person p WHERE p.id = ANY (ids) AND EXISTS (SELECT FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.today()
          AND ((h.scope = 'person' AND h.scope_id = p.id)
            OR (h.scope = 'account' AND h.scope_id IN (SELECT m.account_id FROM member m WHERE m.person_id = p.id)))) $$;
-- The lock is shared by all who note; whoever copies the journal takes it alone for a moment, so that no number below those that he reads
-- is still under way.
CREATE FUNCTION retention.note(rule_id text, what text, ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT pg_advisory_xact_lock_shared(7261026113);
        INSERT INTO erasure_journal (erased_at, rule, kind, subject_id) SELECT clock.now(), rule_id, what, id FROM unnest(ids) AS id $$;

-- Rows of the journal that no backup needs here any more: copied into the files, told by receipts that are sealed, and older than any
-- backup with a month to spare. Never the last that was copied: by it the files are known to be this database's. Answers how many went.
CREATE FUNCTION retention.trim_journal(kept_days int, at_most int) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s erasure_state; up_to bigint; gone bigint[]; BEGIN
  SELECT * INTO s FROM erasure_state FOR UPDATE;
  up_to := least(s.copied_number - 1, s.receipted_number, (SELECT min((r.statement::jsonb ->> 'from')::int8) - 1 FROM erasure_receipt r WHERE r.sealed IS NULL));
  -- From the lowest on, as far as they are old enough.
  gone := ARRAY(SELECT o.number FROM (SELECT j.number, max(j.erased_at) OVER (ORDER BY j.number) AS newest FROM (
      SELECT e.number, e.erased_at FROM erasure_journal e WHERE e.number <= up_to ORDER BY e.number LIMIT at_most) j) o
    WHERE o.newest < clock.now() - make_interval(days => greatest(kept_days, 61)));
  IF cardinality(gone) = 0 THEN RETURN 0; END IF;
  DELETE FROM erasure_journal WHERE number = ANY (gone);
  UPDATE erasure_state SET trimmed_number = (SELECT max(n) FROM unnest(gone) AS n);
  RETURN cardinality(gone);
END $$;

-- Keeps the leaves of what is about to go, in the transaction in which it goes.
CREATE FUNCTION retention.keep_leaves(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ INSERT INTO erasure_leaf (delivery_id, leaf) SELECT r.delivery_id, r.leaf FROM evidence_record r WHERE r.delivery_id = ANY (ids) ON CONFLICT DO NOTHING $$;
-- Of these files, those that no table names. STABLE: all tables are read as of one moment, and a file that passes from an upload to a
-- message meanwhile is named by one of them. Tables are found by their column, so that none is forgotten.
CREATE FUNCTION retention.unnamed_blobs(ids text[]) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text; unnamed text[] := ids; BEGIN
  FOR t IN SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r','p') AND NOT c.relispartition AND a.attname = 'blob_id' AND NOT a.attisdropped LOOP
    EXECUTE format('SELECT coalesce(array_agg(u.blob), ''{}'') FROM unnest($1) AS u (blob) WHERE NOT EXISTS (SELECT FROM %I x WHERE x.blob_id = u.blob)', t)
      INTO unnamed USING unnamed;
  END LOOP;
  RETURN unnamed;
END $$;

-- By which rules a delivery, a message, an account or a person falls, from which day, on which, and whether a hold keeps it; nothing for
-- an id that nobody has. Of what is gone already its last day is told.
CREATE FUNCTION retention.explain(of_id text) RETURNS TABLE (rule text, what text, id text, starts_on date, falls_on date, held boolean, gone boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT k.rule, k.what, d.id, retention.day_of(d.final_at),
      CASE WHEN k.rule = 'R8.registered' THEN d.inbox_falls_on WHEN k.rule = 'R8.uncollected' THEN retention.day_of(d.final_at)
        ELSE retention.falls_on(k.rule, retention.day_of(d.final_at), d.account_id) END,
      EXISTS (SELECT FROM retention.held_deliveries(ARRAY[d.id])),
      CASE k.what WHEN 'addressee' THEN d.addressee_erased_at IS NOT NULL WHEN 'content' THEN d.content_erased_at IS NOT NULL ELSE false END
    FROM delivery d, LATERAL (VALUES ('R7', 'addressee'), (CASE WHEN d.state IS DISTINCT FROM 'collected' THEN 'R8.uncollected'
      WHEN d.inbox_falls_on IS NOT NULL THEN 'R8.registered' ELSE 'R8.unregistered' END, 'content'), ('R9', 'evidence')) AS k (rule, what)
    WHERE d.id = of_id;
  RETURN QUERY SELECT 'R8.sender'::text, 'sender_content'::text, m.id, retention.day_of(m.final_at), m.content_falls_on,
      EXISTS (SELECT FROM retention.held_messages(ARRAY[m.id])), m.content_erased_at IS NOT NULL
    FROM message m WHERE m.id = of_id OR m.id = (SELECT d.message_id FROM delivery d WHERE d.id = of_id);
  RETURN QUERY SELECT 'R9'::text, 'evidence'::text, d.id, retention.day_of(d.final_at), retention.falls_on('R9', retention.day_of(d.final_at), d.account_id),
      EXISTS (SELECT FROM retention.held_deliveries(ARRAY[d.id])), false
    FROM delivery d WHERE d.message_id = of_id ORDER BY d.ordinal;
  RETURN QUERY SELECT CASE a.kind WHEN 'private' THEN 'R1' ELSE 'R2' END, 'account'::text, a.id, retention.day_of(a.closed_at), a.erase_by,
      EXISTS (SELECT FROM retention.held_accounts(ARRAY[a.id])), a.erased_at IS NOT NULL
    FROM account a WHERE a.id = of_id OR a.id IN (SELECT m.account_id FROM member m WHERE m.person_id = of_id AND m.left_at IS NULL);
  RETURN QUERY SELECT 'R17'::text, 'session'::text, p.id, max(retention.day_of(least(s.ended_at, s.expires_at))),
      retention.falls_on('R17', max(retention.day_of(least(s.ended_at, s.expires_at)))), EXISTS (SELECT FROM retention.held_persons(ARRAY[p.id])), count(s.person_id) = 0
    FROM person p LEFT JOIN session s ON s.person_id = p.id WHERE p.id = of_id GROUP BY p.id;
END $$;
-- The holds that name it today, itself or by what it belongs to.
CREATE FUNCTION retention.holds_of(of_id text) RETURNS TABLE (id text, scope text, ground text, ends_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.id, h.scope, h.ground, h.ends_on FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.day_of(clock.now()) AND h.scope_id IN (
      SELECT of_id
      UNION SELECT unnest(ARRAY[d.message_id, d.account_id]) FROM delivery d WHERE d.id = of_id
      UNION SELECT i.person_id FROM inbox_entry i WHERE i.delivery_id = of_id
      UNION SELECT m.account_id FROM message m WHERE m.id = of_id
      UNION SELECT d.id FROM delivery d WHERE d.message_id = of_id
      UNION SELECT m.account_id FROM member m WHERE m.person_id = of_id
      UNION SELECT o.person_id FROM (SELECT of_id AS account UNION SELECT d.account_id FROM delivery d WHERE d.id = of_id
        UNION SELECT m.account_id FROM message m WHERE m.id = of_id) sent CROSS JOIN LATERAL retention.private_persons(sent.account) o) ORDER BY h.ends_on, h.id $$;

DO $$ DECLARE f record; BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'retention'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO posthorn_erasure', f.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION retention.day_of(timestamptz), retention.today(), retention.kept(text, text), retention.falls_on(text, date, text),
  retention.cutoff(text, date), retention.unnamed_blobs(text[]), retention.trim_journal(int, int),
  retention.explain(text), retention.holds_of(text) TO posthorn_eraser;

GRANT SELECT ON retention_period, retention_run, erasure_journal, erasure_state, erasure_receipt TO posthorn_eraser;
GRANT SELECT (state, ends_on) ON legal_hold TO posthorn_eraser;
GRANT INSERT, UPDATE (ended_at, counts, failure) ON retention_run TO posthorn_eraser;
GRANT UPDATE (last_day, receipted_number, copied_number) ON erasure_state TO posthorn_eraser;
GRANT SELECT, DELETE ON erasure_leaf TO posthorn_eraser;
GRANT INSERT ON erasure_receipt TO posthorn_eraser;
GRANT SELECT, UPDATE (sealed, sealed_at, attempts) ON erasure_receipt TO posthorn_sealer;
-- Files are removed by the eraser, and no longer by the worker.
REVOKE SELECT, DELETE ON blob_removal FROM posthorn_worker;
DROP POLICY back_end ON blob_removal;
GRANT SELECT, DELETE ON blob_removal TO posthorn_eraser;
CREATE POLICY eraser ON blob_removal TO posthorn_eraser USING (true);
-- The desk of the privacy officer, and the sender's own.
GRANT SELECT ON retention_period, retention_change, retention_run, erasure_receipt TO posthorn_backoffice;
GRANT INSERT, UPDATE (seconded_by, seconded_at, withdrawn_by, withdrawn_at, effective_at) ON retention_change TO posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decision_words, ends_on, lift_asked_by, lift_asked_at, lift_reason, lifted_by, lifted_at)
  ON legal_hold TO posthorn_backoffice;
GRANT SELECT, INSERT ON legal_hold_event TO posthorn_backoffice;
GRANT SELECT, INSERT ON legal_hold, legal_hold_event TO posthorn_portal;
GRANT SELECT ON retention_period, retention_change TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_worker;
ALTER TABLE retention_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE legal_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE legal_hold_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY erasure ON retention_change TO posthorn_erasure USING (true) WITH CHECK (true);
CREATE POLICY erasure ON legal_hold TO posthorn_erasure USING (true) WITH CHECK (true);
CREATE POLICY erasure ON legal_hold_event TO posthorn_erasure USING (true) WITH CHECK (true);
CREATE POLICY back_end ON retention_change FOR SELECT TO posthorn_worker USING (true);
CREATE POLICY desk ON retention_change TO posthorn_backoffice USING (true) WITH CHECK (true);
CREATE POLICY presented ON retention_change FOR SELECT TO posthorn_collect
  USING (account_id IS NULL OR EXISTS (SELECT FROM delivery d WHERE d.account_id = retention_change.account_id));
CREATE POLICY own_account ON retention_change FOR SELECT TO posthorn_portal, posthorn_api
  USING (account_id IS NULL OR account_id = current_setting('posthorn.account_id', true));
CREATE POLICY back_end ON legal_hold FOR SELECT TO posthorn_eraser USING (true);
CREATE POLICY desk ON legal_hold TO posthorn_backoffice USING (true) WITH CHECK (true);
CREATE POLICY desk ON legal_hold_event TO posthorn_backoffice USING (true) WITH CHECK (true);
CREATE POLICY own_account ON legal_hold TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true))
  WITH CHECK (account_id = current_setting('posthorn.account_id', true) AND state = 'asked' AND decided_by IS NULL);
CREATE POLICY own_account ON legal_hold_event TO posthorn_portal
  USING (EXISTS (SELECT FROM legal_hold h WHERE h.id = hold_id)) WITH CHECK (event = 'asked' AND EXISTS (SELECT FROM legal_hold h WHERE h.id = hold_id));
`;
