// What the erasing of deliveries stands on: when what went, the days it is reckoned from, indexes, and what happens at the end at once (R8).

export const sql = `
-- When which part of it went, for the pages that say so; and what the days are reckoned from.
ALTER TABLE delivery
  ADD COLUMN addressee_erased_at timestamptz(3),
  -- The addressee's key to the content is destroyed.
  ADD COLUMN content_erased_at timestamptz(3),
  -- A registered addressee who collected: the day on which his key falls, by his account's setting. Null: not registered.
  ADD COLUMN inbox_falls_on date;
ALTER TABLE message
  -- Final state of the last delivery.
  ADD COLUMN final_at timestamptz(3),
  -- The day on which the sender's key falls.
  ADD COLUMN content_falls_on date,
  ADD COLUMN content_erased_at timestamptz(3);
GRANT SELECT (addressee_erased_at) ON delivery TO posthorn_backoffice;

-- What the eraser looks for: by the trigger's instant, and only what is not gone yet.
CREATE INDEX delivery_final ON delivery (final_at, id) WHERE final_at IS NOT NULL;
CREATE INDEX delivery_addressee_falls ON delivery (final_at, id) WHERE final_at IS NOT NULL AND addressee_erased_at IS NULL;
CREATE INDEX delivery_unregistered_falls ON delivery (final_at, id) WHERE state = 'collected' AND content_erased_at IS NULL AND inbox_falls_on IS NULL;
CREATE INDEX delivery_inbox_falls ON delivery (inbox_falls_on, id) WHERE inbox_falls_on IS NOT NULL AND content_erased_at IS NULL;
CREATE INDEX delivery_uncollected_falls ON delivery (final_at, id) WHERE final_at IS NOT NULL AND content_erased_at IS NULL AND state <> 'collected';
CREATE INDEX delivery_unfinished ON delivery (message_id) WHERE final_at IS NULL;
CREATE INDEX message_content_falls ON message (content_falls_on, id) WHERE content_falls_on IS NOT NULL AND content_erased_at IS NULL;
CREATE INDEX refused_submission_falls ON refused_submission (refused_at, id);
CREATE INDEX code_challenge_falls ON code_challenge (coalesce(consumed_at, expires_at), id);
CREATE INDEX collect_session_falls ON collect_session (least(ended_at, expires_at));
CREATE INDEX draft_falls ON draft (updated_at, id);
CREATE INDEX idempotency_falls ON idempotency (created_at);
CREATE INDEX raw_arrival_falls ON raw_arrival (arrived_at);
-- What points to what goes: without them every row that is erased is a scan.
CREATE INDEX identification_attempt_delivery ON identification_attempt (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX identification_record_opening_record ON identification_record_opening (record_id);
CREATE INDEX carrier_report_delivery ON carrier_report (delivery_id);
CREATE INDEX postal_act_job ON postal_act (job_id) WHERE job_id IS NOT NULL;
CREATE INDEX draft_rendition_draft ON draft_rendition (draft_id);
CREATE INDEX inbox_entry_account ON inbox_entry (account_id);

-- Of the log a leaf and its place stay, so that every copy still verifies; whose it was goes with the record.
ALTER TABLE log_entry ALTER COLUMN record_id DROP NOT NULL;
CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_user = 'posthorn_erasure' AND NEW.record_id IS NULL
    AND (NEW.index, NEW.leaf, NEW.appended_at) IS NOT DISTINCT FROM (OLD.index, OLD.leaf, OLD.appended_at) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'insert only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER insert_only ON log_entry;
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION refuse_log_change();

-- A registered addressee keeps what he collected by the setting that his account has then; a setting that is changed counts for what he has.
CREATE FUNCTION reckon_inbox() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  SELECT retention.day_of(NEW.final_at) + a.content_retention_days + 1 INTO NEW.inbox_falls_on
    FROM inbox_entry e JOIN account a ON a.id = e.account_id
    WHERE NEW.kind = 'person' AND e.delivery_id = NEW.id AND e.ended_at IS NULL AND a.status IN ('active','closing');
  RETURN NEW; END $$;
CREATE TRIGGER reckon_inbox BEFORE UPDATE OF final_at ON delivery FOR EACH ROW
  WHEN (NEW.final_at IS NOT NULL AND NEW.final_at IS DISTINCT FROM OLD.final_at AND NEW.state = 'collected') EXECUTE FUNCTION reckon_inbox();
CREATE FUNCTION reckon_inboxes() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  UPDATE delivery d SET inbox_falls_on = retention.day_of(d.final_at) + NEW.content_retention_days + 1 FROM inbox_entry e
    WHERE e.account_id = NEW.id AND d.id = e.delivery_id AND d.inbox_falls_on IS NOT NULL AND d.content_erased_at IS NULL;
  RETURN NULL; END $$;
CREATE TRIGGER reckon_inboxes AFTER UPDATE OF content_retention_days ON account FOR EACH ROW
  WHEN (NEW.content_retention_days <> OLD.content_retention_days) EXECUTE FUNCTION reckon_inboxes();
-- R8: at its end, who did not collect has no key any more; of the last of a message's deliveries the sender's days begin. Two that end
-- at once wait for each other, and for nothing else: one of them is the last.
CREATE FUNCTION note_final() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('final ' || NEW.message_id, 0));
  UPDATE message m SET final_at = l.at, content_falls_on = retention.day_of(l.at) + m.content_retention_days + 1
    FROM (SELECT max(d.final_at) AS at FROM delivery d WHERE d.message_id = NEW.message_id) l
    WHERE m.id = NEW.message_id AND NOT EXISTS (SELECT FROM delivery d WHERE d.message_id = NEW.message_id AND d.final_at IS NULL);
  IF NEW.state IN ('refused','expired','unreachable') THEN PERFORM retention.erase_uncollected_content(ARRAY[NEW.id]); END IF;
  RETURN NULL; END $$;
CREATE TRIGGER note_final AFTER UPDATE OF final_at ON delivery FOR EACH ROW
  WHEN (NEW.final_at IS NOT NULL AND NEW.final_at IS DISTINCT FROM OLD.final_at) EXECUTE FUNCTION note_final();
ALTER FUNCTION reckon_inbox() OWNER TO posthorn_erasure;
ALTER FUNCTION reckon_inboxes() OWNER TO posthorn_erasure;
ALTER FUNCTION note_final() OWNER TO posthorn_erasure;

SET ROLE posthorn_erasure;
REVOKE ALL ON FUNCTION reckon_inbox(), reckon_inboxes(), note_final() FROM PUBLIC;
CREATE OR REPLACE FUNCTION let_blobs_go() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  UPDATE delivery d SET content_erased_at = clock.now() FROM gone g WHERE d.id = g.holder AND d.content_erased_at IS NULL;
  PERFORM retention.forget_identity(ARRAY(SELECT g.holder FROM gone g));
  -- Two keys destroyed at once wait for each other: neither leaves the file to the other.
  PERFORM FROM message WHERE id IN (SELECT message_id FROM gone) ORDER BY id FOR NO KEY UPDATE;
  UPDATE message m SET content_erased_at = clock.now() FROM gone g WHERE g.holder = 'account' AND m.id = g.message_id AND m.content_erased_at IS NULL;
  INSERT INTO blob_removal (blob_id, since)
    SELECT b.blob_id, clock.now() FROM (SELECT DISTINCT message_id FROM gone) e
    JOIN LATERAL (SELECT p.blob_id FROM message_part p WHERE p.message_id = e.message_id
      UNION ALL SELECT r.blob_id FROM part_rendition r WHERE r.message_id = e.message_id) b ON true
    WHERE NOT EXISTS (SELECT FROM key_wrap w WHERE w.message_id = e.message_id) ON CONFLICT DO NOTHING;
  RETURN NULL; END $$;
-- As before, unless it is held, and with its line in the journal.
CREATE OR REPLACE FUNCTION end_letter_access(ended text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN PERFORM retention.erase_uncollected_content(ARRAY[ended]); END $$;
-- Print files go by the eraser, and with the last of a letter the key: no longer by the worker.
REVOKE EXECUTE ON FUNCTION end_letter_access(text) FROM posthorn_worker;

RESET ROLE;

-- Sums that the planner keeps hold values of the rows: none of columns that say something of a person.
DO $$ DECLARE t text; c text; BEGIN
  FOR t, c IN SELECT k.key, jsonb_array_elements_text(k.value) FROM jsonb_each('{
      "delivery": ["name","first_names","enterprise_number","attention_of","email","mobile","street","number","box","postcode","town","country","identification","consent","collector"],
      "message": ["subject","facts"], "message_part": ["name"], "message_proof": ["pdf","page"], "key_wrap": ["wrapped"],
      "draft": ["sealed_form","wrapped_key"], "upload": ["name"],
      "notice": ["email","mobile","mail_answer","sms_answer"], "evidence_artifact": ["bytes"],
      "evidence_record": ["canonical","random"], "evidence_seal": ["xml"], "proof": ["pdf","page"], "bundle": ["file"],
      "code_challenge": ["email","mobile","email_secret","sms_secret"], "collect_session": ["authentication","collector","opened"],
      "identification_attempt": ["answer","code_verifier"], "identification_mismatch": ["digest"], "identification_record": ["sealed","commitment_key"],
      "raw_arrival": ["envelope_to","body"], "errand": ["occasion"], "idempotency": ["key","request_hash"],
      "print_job": ["address","ended_words","wrapped_key"], "postal_act": ["reason","details","outcome"], "posting_receipt": ["bytes"],
      "carrier_report": ["words","raw"], "register_number_use": ["purpose"]
    }'::jsonb) AS k LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STATISTICS 0', t, c);
  END LOOP;
END $$;
ALTER INDEX delivery_addressed_to ALTER COLUMN 1 SET STATISTICS 0;

-- What was final before today.
UPDATE delivery d SET inbox_falls_on = retention.day_of(d.final_at) + a.content_retention_days + 1 FROM inbox_entry e JOIN account a ON a.id = e.account_id
  WHERE d.state = 'collected' AND d.kind = 'person' AND e.delivery_id = d.id AND e.ended_at IS NULL AND a.status IN ('active','closing');
UPDATE message m SET final_at = l.at, content_falls_on = retention.day_of(l.at) + m.content_retention_days + 1
  FROM (SELECT message_id, max(final_at) AS at FROM delivery GROUP BY message_id HAVING bool_and(final_at IS NOT NULL)) l WHERE m.id = l.message_id;
UPDATE message m SET content_erased_at = clock.now() WHERE NOT EXISTS (SELECT FROM key_wrap w WHERE w.message_id = m.id AND w.holder = 'account');
UPDATE delivery d SET content_erased_at = clock.now() WHERE NOT EXISTS (SELECT FROM key_wrap w WHERE w.message_id = d.message_id AND w.holder = d.id);
`;
