// What both sides are told before evidence falls, and what holds need besides their tables.

export const sql = `
-- A hold ends by itself on its last day; its end is told two weeks ahead and when it has come.
ALTER TABLE legal_hold DROP CONSTRAINT legal_hold_state_check,
  ADD CONSTRAINT legal_hold_state_check CHECK (state IN ('asked','placed','refused','lifted','ended')),
  -- The end that was told ahead: a renewed hold is told of again.
  ADD COLUMN end_told_for date,
  ADD CONSTRAINT legal_hold_own_second CHECK (lifted_by IS NULL OR lift_asked_by IS NOT NULL);
ALTER TABLE legal_hold_event DROP CONSTRAINT legal_hold_event_event_check,
  ADD CONSTRAINT legal_hold_event_event_check
    CHECK (event IN ('asked','placed','refused','renewed','lift_asked','lift_withdrawn','lifted','ended'));
-- One question about one thing at a time.
CREATE UNIQUE INDEX legal_hold_asked ON legal_hold (scope, scope_id) WHERE state = 'asked';
CREATE INDEX legal_hold_ending ON legal_hold (ends_on) WHERE state = 'placed';

-- Evidence that falls: 0 nobody told yet, 60 and 14 the last warning, in days before. And since when stamps were asked to be renewed.
ALTER TABLE delivery ADD COLUMN falling_told smallint NOT NULL DEFAULT 0 CHECK (falling_told IN (0, 60, 14)),
  ADD COLUMN stamps_asked_on date;
-- One mail a day for all that falls of an account.
ALTER TABLE account ADD COLUMN falling_told_on date;
CREATE INDEX delivery_falling_untold ON delivery (final_at, id) WHERE final_at IS NOT NULL AND falling_told = 0;
CREATE INDEX delivery_falling_again ON delivery (final_at, id) WHERE final_at IS NOT NULL AND falling_told = 60;
CREATE INDEX delivery_falling_account ON delivery (account_id, final_at, id) WHERE final_at IS NOT NULL;
ALTER TABLE errand DROP CONSTRAINT errand_kind_check;
ALTER TABLE errand ADD CONSTRAINT errand_kind_check CHECK (kind IN
  ('notice_failed','sms_failed','letter','window_extended','final','proof_copy','not_for_me','reminder_failed','identity_mismatch',
   'address_needed','posted','corrected','evidence_falling'));

-- Whoever places a hold waits for all who erase, and holds them up until it stands: they have erased before, or find it.
CREATE FUNCTION retention.lock_holds() RETURNS void LANGUAGE sql VOLATILE SET search_path = public, pg_temp
  AS $$ SELECT pg_advisory_xact_lock(7261026115) $$;
-- What a hold would name: whose it is, and what of it is there still. No row: nobody ever had such an id.
CREATE FUNCTION retention.hold_subject(of_scope text, of_id text)
  RETURNS TABLE (account_id text, label text, deliveries int, gone boolean, content_gone boolean) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  CASE of_scope
    WHEN 'delivery' THEN
      RETURN QUERY SELECT d.account_id, a.name, 1, NOT EXISTS (SELECT FROM evidence_record r WHERE r.delivery_id = d.id),
          NOT EXISTS (SELECT FROM key_wrap w WHERE w.message_id = d.message_id)
        FROM delivery d JOIN account a ON a.id = d.account_id WHERE d.id = of_id;
    WHEN 'message' THEN
      RETURN QUERY SELECT m.account_id, a.name, m.delivery_count,
          NOT EXISTS (SELECT FROM evidence_record r JOIN delivery d ON d.id = r.delivery_id WHERE d.message_id = m.id),
          NOT EXISTS (SELECT FROM key_wrap w WHERE w.message_id = m.id)
        FROM message m JOIN account a ON a.id = m.account_id WHERE m.id = of_id;
    WHEN 'account' THEN
      RETURN QUERY SELECT a.id, a.name, (SELECT count(*)::int FROM delivery d WHERE d.account_id = a.id), a.status = 'erased', false
        FROM account a WHERE a.id = of_id;
    WHEN 'person' THEN
      RETURN QUERY SELECT NULL::text, concat_ws(' ', p.first_names, p.family_name),
          (SELECT count(*)::int FROM (SELECT i.delivery_id FROM inbox_entry i WHERE i.person_id = p.id
            UNION SELECT d.id FROM member m JOIN account a ON a.id = m.account_id AND a.kind = 'private' JOIN delivery d ON d.account_id = a.id
              WHERE m.person_id = p.id) named), p.erased_at IS NOT NULL, false
        FROM person p WHERE p.id = of_id;
  END CASE;
  IF NOT FOUND AND EXISTS (SELECT FROM erasure_journal j WHERE j.subject_id = of_id) THEN
    RETURN QUERY SELECT NULL::text, ''::text, 0, true, true;
  END IF;
END $$;
-- The last day on which a hold keeps what belongs to these deliveries, whichever names them; nothing of why.
CREATE FUNCTION retention.held_until(delivery_ids text[]) RETURNS TABLE (id text, until date) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT d.id, h.ends_on FROM delivery d CROSS JOIN LATERAL (SELECT max(one.ends_on) AS ends_on FROM (
          SELECT l.ends_on FROM legal_hold l WHERE l.state = 'placed' AND l.scope = 'delivery' AND l.scope_id = d.id
          UNION ALL SELECT l.ends_on FROM legal_hold l WHERE l.state = 'placed' AND l.scope = 'message' AND l.scope_id = d.message_id
          UNION ALL SELECT l.ends_on FROM legal_hold l WHERE l.state = 'placed' AND l.scope = 'account' AND l.scope_id = d.account_id
          UNION ALL SELECT l.ends_on FROM legal_hold l JOIN inbox_entry i ON i.person_id = l.scope_id
            WHERE l.state = 'placed' AND l.scope = 'person' AND i.delivery_id = d.id
          UNION ALL SELECT l.ends_on FROM legal_hold l JOIN retention.private_persons(d.account_id) o ON o.person_id = l.scope_id
            WHERE l.state = 'placed' AND l.scope = 'person') one WHERE one.ends_on >= retention.today()) h
        WHERE d.id = ANY (delivery_ids) AND h.ends_on IS NOT NULL $$;
-- Whom to tell of a hold: who asked for it, where he is still there, else who runs the account; of a person's nobody.
CREATE FUNCTION retention.hold_persons(of_hold text) RETURNS TABLE (person_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH asker AS (SELECT m.person_id FROM legal_hold h JOIN member m ON m.id = h.asked_by WHERE h.id = of_hold AND m.left_at IS NULL)
        SELECT asker.person_id FROM asker
        UNION SELECT m.person_id FROM legal_hold h JOIN account a ON a.id = h.account_id AND a.status <> 'erased'
            JOIN member m ON m.account_id = h.account_id AND m.left_at IS NULL AND m.role = 'admin'
          WHERE h.id = of_hold AND NOT EXISTS (SELECT FROM asker) $$;
-- How much would be gone by the next night if a rule had another period from now on; null where it is not counted.
CREATE FUNCTION retention.effect_of(rule_id text, wanted interval, of_account text) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tomorrow date := retention.day_of(clock.now()) + 1; n bigint; BEGIN
  IF rule_id IN ('R6','R7','R8.unregistered','R9') THEN
    SELECT count(*) INTO n FROM delivery d WHERE d.final_at IS NOT NULL
      -- By index: a day more than any month's clamping makes.
      AND d.final_at < ((tomorrow - wanted) + interval '4 days') AT TIME ZONE 'Europe/Brussels'
      AND (retention.day_of(d.final_at) + wanted)::date < tomorrow
      AND d.final_at > ((tomorrow - retention.kept(rule_id, of_account)) - interval '4 days') AT TIME ZONE 'Europe/Brussels'
      AND (of_account IS NULL OR d.account_id = of_account)
      AND retention.falls_on(rule_id, retention.day_of(d.final_at), d.account_id) > tomorrow
      AND (rule_id <> 'R8.unregistered' OR d.state = 'collected');
  ELSIF rule_id = 'R15.drafts' THEN
    SELECT count(*) INTO n FROM draft t WHERE (retention.day_of(t.updated_at) + wanted)::date < tomorrow
      AND (of_account IS NULL OR t.account_id = of_account) AND retention.falls_on(rule_id, retention.day_of(t.updated_at), t.account_id) > tomorrow;
  END IF;
  RETURN n;
END $$;
-- Has the timestamps of one delivery's evidence renewed now, and of its proofs; the sender's own alone.
CREATE FUNCTION retention.renew_stamps(of_delivery text) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int; BEGIN
  UPDATE delivery SET stamps_asked_on = retention.today() WHERE id = of_delivery AND account_id = current_setting('posthorn.account_id', true);
  IF NOT FOUND THEN RETURN 0; END IF;
  UPDATE archive_timer t SET due_at = least(t.due_at, clock.now())
    WHERE (t.kind = 'seal' AND t.ref IN (SELECT r.id FROM evidence_record r WHERE r.delivery_id = of_delivery))
       OR (t.kind = 'proof' AND t.ref IN (SELECT p.id::text FROM proof p WHERE p.delivery_id = of_delivery AND p.pdf IS NOT NULL));
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- Another number of days counts for what is sent already: from the end that it has come to, or will.
CREATE FUNCTION reckon_content() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
  NEW.content_falls_on := (NEW.final_at AT TIME ZONE 'Europe/Brussels')::date + NEW.content_retention_days + 1;
  RETURN NEW; END $$;
CREATE TRIGGER reckon_content BEFORE UPDATE OF content_retention_days ON message FOR EACH ROW
  WHEN (NEW.final_at IS NOT NULL AND NEW.content_retention_days <> OLD.content_retention_days) EXECUTE FUNCTION reckon_content();

DO $$ DECLARE f record; BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'retention'::regnamespace
      AND p.proname IN ('lock_holds','hold_subject','held_until','hold_persons','effect_of','renew_stamps') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO posthorn_erasure', f.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA retention TO posthorn_portal, posthorn_inbox, posthorn_collect, posthorn_worker, posthorn_backoffice;
GRANT EXECUTE ON FUNCTION retention.held_until(text[]) TO posthorn_portal, posthorn_inbox, posthorn_collect, posthorn_worker, posthorn_backoffice, posthorn_eraser;
GRANT EXECUTE ON FUNCTION retention.falls_on(text, date, text), retention.day_of(timestamptz) TO posthorn_portal, posthorn_inbox, posthorn_collect,
  posthorn_worker, posthorn_backoffice;
GRANT EXECUTE ON FUNCTION retention.kept(text, text), retention.cutoff(text, date), retention.today() TO posthorn_portal, posthorn_worker, posthorn_backoffice;
GRANT EXECUTE ON FUNCTION retention.lock_holds(), retention.hold_subject(text, text), retention.effect_of(text, interval, text)
  TO posthorn_backoffice;
GRANT EXECUTE ON FUNCTION retention.hold_persons(text) TO posthorn_backoffice, posthorn_worker;
GRANT EXECUTE ON FUNCTION retention.renew_stamps(text) TO posthorn_portal;
-- The sender says how long he keeps what he has sent.
GRANT UPDATE (content_retention_days) ON message TO posthorn_portal;
GRANT UPDATE (falling_told_on) ON account TO posthorn_worker;
GRANT SELECT, UPDATE (state, end_told_for) ON legal_hold TO posthorn_worker;
GRANT INSERT ON legal_hold_event TO posthorn_worker;
CREATE POLICY worker ON legal_hold TO posthorn_worker USING (true) WITH CHECK (true);
CREATE POLICY worker ON legal_hold_event FOR INSERT TO posthorn_worker WITH CHECK (true);
-- A hold on what a member does not see is not his to see either.
CREATE POLICY of_visible ON legal_hold AS RESTRICTIVE FOR SELECT TO posthorn_portal
  USING (scope = 'account' OR (scope = 'delivery' AND EXISTS (SELECT FROM delivery d WHERE d.id = scope_id))
    OR (scope = 'message' AND EXISTS (SELECT FROM message m WHERE m.id = scope_id)));
`;
