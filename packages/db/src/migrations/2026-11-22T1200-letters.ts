// The letter: print renditions of what is sent, batches and jobs of the postal desk, what its people did, and what the carrier says.

export const sql = `
-- How each part looks on paper, made at compose; refused: why it cannot be printed. Ciphertext under the draft's content key.
CREATE TABLE draft_rendition (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  draft_id text NOT NULL REFERENCES draft ON DELETE CASCADE,
  -- Null: of the text.
  upload_id text REFERENCES upload ON DELETE CASCADE,
  -- Of the part it was made from: another digest, another rendition.
  source_sha256 text NOT NULL,
  blob_id text, size bigint, sha256 text, pages int, colour boolean, converter text,
  refusal text, refusal_params jsonb,
  made_at timestamptz(3) NOT NULL,
  CHECK ((blob_id IS NULL) = (refusal IS NOT NULL))
);
CREATE UNIQUE INDEX draft_rendition_upload ON draft_rendition (upload_id) WHERE upload_id IS NOT NULL;
CREATE UNIQUE INDEX draft_rendition_text ON draft_rendition (draft_id) WHERE upload_id IS NULL;

-- The same once sent; the letter is built from these alone.
CREATE TABLE part_rendition (
  message_id text NOT NULL,
  ordinal int NOT NULL,
  blob_id text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  pages int NOT NULL,
  colour boolean NOT NULL,
  converter text NOT NULL,
  PRIMARY KEY (message_id, ordinal),
  FOREIGN KEY (message_id, ordinal) REFERENCES message_part
);

-- Why no letter can go to this address: set by the desk, or where none was given; a mended address clears it.
ALTER TABLE delivery ADD COLUMN address_problem text
  CHECK (address_problem IN ('missing','incomplete','unknown','not_served','unreadable','other')),
  ADD COLUMN address_problem_at timestamptz(3);
CREATE INDEX delivery_letter_queue ON delivery (first_to_print_at, id) WHERE state = 'to_print';
CREATE INDEX delivery_letter_address ON delivery (deadline_at) WHERE postal_fallback AND final_at IS NULL AND print_released_at IS NULL
  AND (street IS NULL OR address_problem IS NOT NULL);

CREATE TABLE print_batch (
  id text PRIMARY KEY,
  -- What people call it.
  number int GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- Key of the printer's profile in the configuration: layout, limits, where its files go.
  printer text NOT NULL,
  -- making: released, numbered and made one by one; ready: its files can be had.
  state text NOT NULL CHECK (state IN ('making','ready','printed','handed_over','closed')),
  made_by text NOT NULL REFERENCES staff,
  made_at timestamptz(3) NOT NULL,
  -- Chosen at making; jobs that were dropped since stay among its jobs.
  letters int NOT NULL CHECK (letters BETWEEN 1 AND 1000),
  ready_at timestamptz(3),
  printed_at timestamptz(3),
  handed_over_at timestamptz(3),
  -- Files to the print partner, where the printer has a place for them.
  push_asked_at timestamptz(3), push_next_at timestamptz(3), push_attempts int NOT NULL DEFAULT 0, pushed_at timestamptz(3), push_error text,
  -- Code of what keeps a batch from being numbered, or its letters from being made; when numbering is tried next: a worker's lease, or a pause.
  problem text CHECK (problem IN ('no_numbers','numbers_exhausted','carrier_unavailable','press_storage_full','press_key_wrong','press_printer_unknown','press_failed')),
  next_try_at timestamptz(3), tries int NOT NULL DEFAULT 0
);
CREATE INDEX print_batch_open ON print_batch (number DESC) WHERE state <> 'closed';
CREATE INDEX print_batch_making ON print_batch (made_at) WHERE state = 'making';
CREATE INDEX print_batch_push ON print_batch (push_next_at) WHERE push_next_at IS NOT NULL;

-- One letter in one batch.
CREATE TABLE print_job (
  id text PRIMARY KEY,
  batch_id text NOT NULL REFERENCES print_batch,
  ordinal int NOT NULL,
  delivery_id text NOT NULL REFERENCES delivery,
  account_id text NOT NULL REFERENCES account,
  -- chosen → released (the electronic route is closed) → numbered → made → printed → posted; dropped: was never released here;
  -- fallen_out: released and not posted from this batch, it comes back in another.
  state text NOT NULL CHECK (state IN ('chosen','released','numbered','made','printed','posted','dropped','fallen_out')),
  -- Code of why it was dropped or fell out; in the carrier's own words, where he refused it.
  ended_reason text, ended_words text,
  -- Of the carrier: his number for the item; stays taken for good.
  barcode text UNIQUE,
  barcode_from text CHECK (barcode_from IN ('carrier','range','s10')),
  carrier_reference text,
  -- As printed, line by line.
  address text[],
  blob_id text, wrapped_key bytea, size bigint, sha256 text, pages int, sheets int, colour boolean,
  made_at timestamptz(3),
  -- Scanned for hand-over.
  scanned_at timestamptz(3), scanned_by text REFERENCES staff,
  posted_at timestamptz(3),
  -- When the carrier is asked next; null: not any more.
  next_poll_at timestamptz(3), polls int NOT NULL DEFAULT 0,
  -- R16: when the print file goes; set at posted or post_failed of the delivery.
  file_falls_at timestamptz(3),
  UNIQUE (batch_id, ordinal)
);
-- In one batch at a time, however often and by whomever batches are made.
CREATE UNIQUE INDEX print_job_living ON print_job (delivery_id) WHERE state NOT IN ('dropped','fallen_out');
CREATE INDEX print_job_delivery ON print_job (delivery_id);
CREATE INDEX print_job_undone ON print_job (batch_id) WHERE state IN ('chosen','released','numbered');
CREATE INDEX print_job_poll ON print_job (next_poll_at) WHERE next_poll_at IS NOT NULL;
CREATE INDEX print_job_file_falls ON print_job (file_falls_at) WHERE blob_id IS NOT NULL AND file_falls_at IS NOT NULL;

-- What the desk's people did and asked: written by the desk, carried out by the worker, each once.
CREATE TABLE postal_act (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('printed','fell_out','not_postable','handed_over','carrier_statement')),
  batch_id text REFERENCES print_batch,
  job_id text REFERENCES print_job,
  delivery_id text REFERENCES delivery,
  staff_id text NOT NULL REFERENCES staff,
  -- When he did it: what follows is dated then.
  acted_at timestamptz(3) NOT NULL,
  reason text,
  details jsonb,
  -- Where two must agree: nothing happens before the other one has.
  needs_second boolean NOT NULL DEFAULT false,
  seconded_by text REFERENCES staff, seconded_at timestamptz(3),
  withdrawn_at timestamptz(3),
  done_at timestamptz(3),
  -- Per letter where it is about many: how many, and what did not.
  outcome jsonb,
  CHECK (seconded_by IS DISTINCT FROM staff_id OR seconded_by IS NULL)
);
CREATE INDEX postal_act_open ON postal_act (acted_at) WHERE done_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX postal_act_batch ON postal_act (batch_id, acted_at);
CREATE INDEX postal_act_delivery ON postal_act (delivery_id, acted_at) WHERE delivery_id IS NOT NULL;

-- The carrier's receipt for a whole deposit, as uploaded; kept under the evidence of each of its letters.
CREATE TABLE posting_receipt (
  id text PRIMARY KEY,
  batch_id text NOT NULL REFERENCES print_batch,
  sha256 text NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf','image/png','image/jpeg')),
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 5000000),
  uploaded_by text NOT NULL REFERENCES staff,
  uploaded_at timestamptz(3) NOT NULL,
  UNIQUE (batch_id, sha256)
);

-- Numbers for items where the carrier gives none out one by one: what of each configured range is used.
CREATE TABLE barcode_range (
  name text PRIMARY KEY,
  next_serial bigint NOT NULL
);

-- What the carrier said of an item, as it came; booked as a record of the delivery once.
CREATE TABLE carrier_report (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id text NOT NULL REFERENCES print_job,
  delivery_id text NOT NULL REFERENCES delivery,
  -- Distinguishes what he said from what he said before, whoever asks again.
  event_key text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('accepted','presented','held','delivered','returned','other','signed_proof')),
  said_at timestamptz(3),
  words text,
  source text NOT NULL,
  raw bytea NOT NULL,
  media_type text NOT NULL,
  received_at timestamptz(3) NOT NULL,
  booked_at timestamptz(3),
  UNIQUE (job_id, event_key)
);
CREATE INDEX carrier_report_open ON carrier_report (id) WHERE booked_at IS NULL;

ALTER TABLE evidence_artifact DROP CONSTRAINT evidence_artifact_kind_check, ADD CONSTRAINT evidence_artifact_kind_check
  CHECK (kind IN ('notice_mail','notice_sms','smtp_dialogue','provider_answer','report','decision_page','carrier_report','carrier_proof'));
ALTER TABLE errand DROP CONSTRAINT errand_kind_check, ADD CONSTRAINT errand_kind_check
  CHECK (kind IN ('notice_failed','sms_failed','letter','window_extended','final','proof_copy','not_for_me','reminder_failed','identity_mismatch','address_needed','posted','corrected'));

-- Each act on the credits of a delivery once; but the postage that is reserved can change with the country the letter goes to.
DROP INDEX credit_entry_once;
CREATE UNIQUE INDEX credit_entry_once ON credit_entry (delivery_id, item, kind) WHERE delivery_id IS NOT NULL AND (item, kind) <> ('postage', 'reservation');
CREATE INDEX credit_entry_delivery ON credit_entry (delivery_id) WHERE delivery_id IS NOT NULL;

-- The file goes with the last key, whoever destroys it: parts and their renditions.
CREATE FUNCTION let_blobs_go() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  -- Two keys destroyed at once wait for each other: neither leaves the file to the other.
  PERFORM FROM message WHERE id IN (SELECT message_id FROM gone) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO blob_removal (blob_id, since)
    SELECT b.blob_id, clock.now() FROM (SELECT DISTINCT message_id FROM gone) e
    JOIN LATERAL (SELECT p.blob_id FROM message_part p WHERE p.message_id = e.message_id
      UNION ALL SELECT r.blob_id FROM part_rendition r WHERE r.message_id = e.message_id) b ON true
    WHERE NOT EXISTS (SELECT FROM key_wrap w WHERE w.message_id = e.message_id) ON CONFLICT DO NOTHING;
  RETURN NULL; END $$;
CREATE TRIGGER let_blobs_go AFTER DELETE ON key_wrap REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION let_blobs_go();

-- R8: who did not collect has no key any more once the letter is posted or has failed and none of its print files is left.
CREATE FUNCTION end_letter_access(ended text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ DELETE FROM key_wrap w USING delivery d
        WHERE d.id = ended AND w.message_id = d.message_id AND w.holder = d.id
          AND (d.state = 'post_failed' OR d.posted_at IS NOT NULL) AND d.state <> 'collected'
          AND NOT EXISTS (SELECT FROM print_job j WHERE j.delivery_id = d.id AND j.blob_id IS NOT NULL) $$;
REVOKE ALL ON FUNCTION end_letter_access(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_letter_access(text) TO posthorn_worker;
-- At once where nothing was printed, whoever ends it.
CREATE FUNCTION end_failed_letter() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN PERFORM end_letter_access(NEW.id); RETURN NULL; END $$;
CREATE TRIGGER end_failed_letter AFTER UPDATE OF state ON delivery FOR EACH ROW
  WHEN (NEW.state = 'post_failed' AND OLD.state <> 'post_failed') EXECUTE FUNCTION end_failed_letter();

-- intake: what is sent, as it looks on paper
GRANT SELECT, INSERT, DELETE ON draft_rendition TO posthorn_portal;
GRANT SELECT, INSERT ON part_rendition TO posthorn_portal, posthorn_api;
GRANT UPDATE (address_problem, address_problem_at) ON delivery TO posthorn_portal, posthorn_api;
-- the sender calls a letter off, and mends its address, from the portal and by a program
GRANT UPDATE (postal_fallback) ON delivery TO posthorn_portal;
GRANT UPDATE (state, postal_fallback, final_at, chain_closed, street, number, box, postcode, town, country) ON delivery TO posthorn_api;
-- A rendition goes out of a draft in one transaction with what is owed to the content store for it.
GRANT INSERT ON blob_removal TO posthorn_portal;
CREATE POLICY owed ON blob_removal FOR INSERT TO posthorn_portal WITH CHECK (true);
-- worker: carries out what the desk asked, asks the carrier
GRANT SELECT, UPDATE ON print_batch, print_job, postal_act, carrier_report TO posthorn_worker;
GRANT INSERT ON carrier_report, barcode_range TO posthorn_worker;
GRANT SELECT, UPDATE ON barcode_range TO posthorn_worker;
GRANT SELECT ON posting_receipt, part_rendition TO posthorn_worker;
-- every print file that leaves for a print partner is a use of its key
GRANT INSERT ON key_use TO posthorn_worker;
-- sealer: the receipts go into bundles
GRANT SELECT ON posting_receipt TO posthorn_sealer;
GRANT SELECT (id, batch_id, delivery_id, state, posted_at) ON print_job TO posthorn_sealer;
-- press: makes the letters that are released, and nothing else
GRANT USAGE ON SCHEMA public, clock TO posthorn_press;
GRANT EXECUTE ON FUNCTION clock.now() TO posthorn_press;
GRANT SELECT ON part_rendition, message_part, key_wrap TO posthorn_press;
GRANT SELECT (id, account_id, subject, postal_fallback, accepted_at, facts, delivery_count) ON message TO posthorn_press;
GRANT SELECT (id, message_id, account_id, ordinal, state, kind, name, first_names, attention_of, street, number, box, postcode, town, country, language,
  accepted_at, notified_at, deadline_at, collect_until, first_to_print_at, print_released_at, final_by, record_head, record_seq) ON delivery TO posthorn_press;
GRANT SELECT, UPDATE (state) ON print_batch TO posthorn_press;
GRANT UPDATE (ready_at, problem) ON print_batch TO posthorn_press;
GRANT SELECT, UPDATE (state, ended_reason, address, blob_id, wrapped_key, size, sha256, pages, sheets, colour, made_at) ON print_job TO posthorn_press;
GRANT INSERT ON key_use TO posthorn_press;
GRANT USAGE ON SCHEMA jobs, graphile_worker TO posthorn_press;
GRANT EXECUTE ON FUNCTION jobs.add(text, json, int) TO posthorn_press;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO posthorn_press;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO posthorn_press;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO posthorn_press;
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'graphile_worker' AND c.relkind = 'r' AND c.relrowsecurity LOOP
    EXECUTE format('CREATE POLICY press ON graphile_worker.%I TO posthorn_press USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- the postal desk: addresses and states of letters, never what is in them
GRANT SELECT (id, account_id, state, kind, name, first_names, attention_of, street, number, box, postcode, town, country, language,
  first_to_print_at, print_released_at, posted_at, final_at, final_by, address_problem, address_problem_at) ON delivery TO posthorn_backoffice;
GRANT SELECT, INSERT ON print_batch, postal_act, posting_receipt TO posthorn_backoffice;
GRANT UPDATE (push_asked_at, push_next_at, push_error) ON print_batch TO posthorn_backoffice;
GRANT UPDATE (seconded_by, seconded_at, withdrawn_at) ON postal_act TO posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE (scanned_at, scanned_by) ON print_job TO posthorn_backoffice;
GRANT SELECT (id, job_id, delivery_id, outcome, said_at, words, source, received_at, booked_at) ON carrier_report TO posthorn_backoffice;

ALTER TABLE draft_rendition ENABLE ROW LEVEL SECURITY;
ALTER TABLE part_rendition ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE postal_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE posting_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE carrier_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON draft_rendition TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
CREATE POLICY own_message ON part_rendition TO posthorn_portal, posthorn_api
  USING (EXISTS (SELECT FROM message m WHERE m.id = message_id)) WITH CHECK (EXISTS (SELECT FROM message m WHERE m.id = message_id));
CREATE POLICY back_end ON part_rendition FOR SELECT TO posthorn_worker USING (true);
CREATE POLICY back_end ON print_batch TO posthorn_worker, posthorn_press USING (true) WITH CHECK (true);
CREATE POLICY back_end ON print_job TO posthorn_worker, posthorn_press USING (true) WITH CHECK (true);
CREATE POLICY sealed ON print_job FOR SELECT TO posthorn_sealer USING (state = 'posted');
CREATE POLICY back_end ON postal_act TO posthorn_worker USING (true) WITH CHECK (true);
CREATE POLICY back_end ON posting_receipt FOR SELECT TO posthorn_worker, posthorn_sealer USING (true);
CREATE POLICY back_end ON carrier_report TO posthorn_worker USING (true) WITH CHECK (true);
-- The press sees a delivery and what hangs on it from its release until it is printed, and no other.
CREATE POLICY released ON delivery FOR SELECT TO posthorn_press USING (state = 'to_print' AND print_released_at IS NOT NULL);
CREATE POLICY released ON message FOR SELECT TO posthorn_press USING (EXISTS (SELECT FROM delivery d WHERE d.message_id = message.id));
CREATE POLICY released ON message_part FOR SELECT TO posthorn_press USING (EXISTS (SELECT FROM delivery d WHERE d.message_id = message_part.message_id));
CREATE POLICY released ON part_rendition FOR SELECT TO posthorn_press USING (EXISTS (SELECT FROM delivery d WHERE d.message_id = part_rendition.message_id));
CREATE POLICY released ON key_wrap FOR SELECT TO posthorn_press USING (EXISTS (SELECT FROM delivery d WHERE d.id = holder));
CREATE POLICY desk ON delivery FOR SELECT TO posthorn_backoffice USING (first_to_print_at IS NOT NULL);
CREATE POLICY desk ON print_batch TO posthorn_backoffice USING (true) WITH CHECK (true);
-- The desk begins, others carry on: it writes letters as chosen only, and no act that is seconded or done already.
CREATE POLICY desk ON print_job FOR SELECT TO posthorn_backoffice USING (true);
CREATE POLICY desk_chooses ON print_job FOR INSERT TO posthorn_backoffice WITH CHECK (state = 'chosen' AND barcode IS NULL AND blob_id IS NULL);
CREATE POLICY desk_scans ON print_job FOR UPDATE TO posthorn_backoffice USING (true) WITH CHECK (true);
CREATE POLICY desk ON postal_act FOR SELECT TO posthorn_backoffice USING (true);
CREATE POLICY desk_acts ON postal_act FOR INSERT TO posthorn_backoffice WITH CHECK (seconded_by IS NULL AND withdrawn_at IS NULL AND done_at IS NULL);
CREATE POLICY desk_seconds ON postal_act FOR UPDATE TO posthorn_backoffice USING (done_at IS NULL) WITH CHECK (done_at IS NULL);
CREATE POLICY desk ON posting_receipt TO posthorn_backoffice USING (true) WITH CHECK (true);
CREATE POLICY desk ON carrier_report FOR SELECT TO posthorn_backoffice USING (true);

-- The end of an account, as before, and of the renditions of its messages and drafts with it.
CREATE OR REPLACE FUNCTION erase_account(gone text, members_at_most int) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE a account; m record; other member; ended text[]; at timestamptz := clock.now(); BEGIN
  SELECT * INTO a FROM account WHERE id = gone FOR UPDATE;
  IF NOT FOUND OR a.erased_at IS NOT NULL THEN RETURN 'nothing'; END IF;
  IF a.status <> 'erased' AND (a.status <> 'closed' OR a.erase_by IS NULL OR a.erase_by > (at AT TIME ZONE 'Europe/Brussels')::date) THEN RETURN 'not_due'; END IF;
  UPDATE account SET status = 'erased' WHERE id = gone AND status <> 'erased';
  FOR m IN SELECT mm.id, mm.public_id, mm.person_id, p.email, trim(p.first_names || ' ' || p.family_name) AS name, p.language
      FROM member mm JOIN person p ON p.id = mm.person_id
      WHERE mm.account_id = gone AND mm.left_at IS NULL ORDER BY mm.joined_at, mm.id LIMIT members_at_most LOOP
    UPDATE member SET left_at = at, left_because = 'account_closed', last_active_at = NULL WHERE id = m.id;
    UPDATE collect_session SET ended_at = at WHERE ended_at IS NULL AND collector ->> 'member' = m.public_id;
    SELECT mm.* INTO other FROM member mm JOIN account e ON e.id = mm.account_id
      WHERE mm.person_id = m.person_id AND mm.left_at IS NULL AND e.status <> 'erased' ORDER BY mm.last_active_at DESC NULLS LAST, mm.joined_at LIMIT 1;
    IF FOUND THEN UPDATE session SET member_id = other.id, account_id = other.account_id WHERE member_id = m.id AND ended_at IS NULL; END IF;
    PERFORM erase_person(m.person_id, at);
    INSERT INTO person_errand (id, to_email, to_name, to_language, kind, facts, created_at, next_attempt_at)
      VALUES ('per_' || upper(substr(encode(sha256(('account_erased ' || m.id)::bytea), 'hex'), 1, 26)), m.email, m.name, m.language, 'account_erased',
        CASE WHEN a.kind = 'company' THEN jsonb_build_object('company', a.name) ELSE '{}'::jsonb END, at, at)
      ON CONFLICT DO NOTHING;
  END LOOP;
  IF EXISTS (SELECT FROM member WHERE account_id = gone AND left_at IS NULL) THEN RETURN 'more'; END IF;

  WITH wraps AS (
    DELETE FROM key_wrap w USING message msg LEFT JOIN delivery d ON d.message_id = msg.id AND d.final_at IS NOT NULL AND d.state <> 'collected'
    WHERE msg.account_id = gone AND w.message_id = msg.id AND w.holder IN ('account', d.id) RETURNING w.message_id),
  inbox AS (
    DELETE FROM key_wrap w USING inbox_entry i JOIN delivery d ON d.id = i.delivery_id
    -- An entry that a repair had ended before says nothing of who collected.
    WHERE i.account_id = gone AND d.state = 'collected' AND (i.ended_at IS NULL OR i.ended_at >= d.final_at) AND w.message_id = d.message_id AND w.holder = d.id RETURNING w.message_id)
  SELECT array_agg(DISTINCT message_id) INTO ended FROM (SELECT message_id FROM wraps UNION ALL SELECT message_id FROM inbox) all_of_them;
  INSERT INTO blob_removal (blob_id, since)
    SELECT p.blob_id, at FROM unnest(ended) AS e (message_id) JOIN message_part p ON p.message_id = e.message_id
    WHERE NOT EXISTS (SELECT FROM key_wrap w WHERE w.message_id = e.message_id) ON CONFLICT DO NOTHING;
  INSERT INTO blob_removal (blob_id, since)
    SELECT r.blob_id, at FROM unnest(ended) AS e (message_id) JOIN part_rendition r ON r.message_id = e.message_id
    WHERE NOT EXISTS (SELECT FROM key_wrap w WHERE w.message_id = e.message_id) ON CONFLICT DO NOTHING;
  INSERT INTO blob_removal (blob_id, since) SELECT blob_id, at FROM upload WHERE account_id = gone ON CONFLICT DO NOTHING;
  INSERT INTO blob_removal (blob_id, since) SELECT blob_id, at FROM draft_rendition
    WHERE account_id = gone AND blob_id IS NOT NULL ON CONFLICT DO NOTHING;
  PERFORM remove_application_documents(gone);
  DELETE FROM draft WHERE account_id = gone;
  DELETE FROM inbox_entry WHERE account_id = gone;
  DELETE FROM contact WHERE account_id = gone;
  DELETE FROM contact_import WHERE account_id = gone;
  DELETE FROM account_logo WHERE account_id = gone;
  DELETE FROM team_member WHERE account_id = gone;
  DELETE FROM api_key WHERE account_id = gone;
  UPDATE team SET name = 'erased', sender_name = NULL, ended_at = coalesce(ended_at, at) WHERE account_id = gone;
  UPDATE mailed_link SET email = 'erased', voided_at = coalesce(voided_at, at)
    WHERE purpose = 'invitation' AND subject_id IN (SELECT id FROM invitation WHERE account_id = gone);
  UPDATE invitation SET email = 'erased', withdrawn_at = CASE WHEN accepted_at IS NULL AND declined_at IS NULL THEN coalesce(withdrawn_at, at) END
    WHERE account_id = gone;
  UPDATE session SET ended_at = coalesce(ended_at, at), ended_because = coalesce(ended_because, 'left'), device_id = NULL, browser = NULL, os = NULL, ip = NULL
    WHERE account_id = gone;
  UPDATE company_application SET company_name = NULL, legal_form = NULL, street = NULL, number = NULL, box = NULL, postcode = NULL, town = NULL WHERE account_id = gone;
  UPDATE addressee_consent SET withdrawn_at = a.closed_at, withdrawn_by = 'sender' WHERE account_id = gone AND withdrawn_at IS NULL;
  UPDATE policy_acceptance SET withdrawn_at = a.closed_at WHERE account_id = gone AND withdrawn_at IS NULL;
  -- Who lives on in a company has no address of his own here any more at which he could agree to be written to.
  IF a.kind = 'private' THEN UPDATE policy_acceptance SET withdrawn_at = a.closed_at WHERE policy = 'electronic-delivery' AND withdrawn_at IS NULL
    AND person_id IN (SELECT person_id FROM member WHERE account_id = gone); END IF;
  UPDATE account SET name = '', email = '', vat_number = NULL, street = NULL, number = NULL, box = NULL, postcode = NULL, town = NULL, country = NULL, erased_at = at
    WHERE id = gone;
  RETURN 'done';
END $$;
`;
