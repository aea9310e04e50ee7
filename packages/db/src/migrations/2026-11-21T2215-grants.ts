// Who may read and write what: a role a service, row-level security for accounts and for the one delivery a link opens.

export const sql = `
GRANT USAGE ON SCHEMA clock TO PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_worker, posthorn_sealer, posthorn_inbound;

-- portal and api: an account's own rows
GRANT SELECT ON person TO posthorn_portal;
GRANT SELECT (id, email, family_name, first_names, language, identified_method, identified_level, identified_issuer, identified_at) ON person TO posthorn_api;
GRANT SELECT ON account, member, account_credit, message, message_part, key_wrap, delivery, delivery_timer, notice,
  evidence_record, evidence_stamp, evidence_seal, log_entry, proof, message_proof, sealing_state, credit_entry, idempotency
  TO posthorn_portal, posthorn_api;
GRANT SELECT, INSERT, UPDATE ON session, draft TO posthorn_portal;
GRANT SELECT, INSERT, DELETE ON upload TO posthorn_portal;
GRANT DELETE ON draft TO posthorn_portal;
GRANT SELECT ON api_key TO posthorn_api;
GRANT UPDATE (last_used_at) ON api_key TO posthorn_api;
GRANT UPDATE (balance) ON account_credit TO posthorn_portal, posthorn_api;
GRANT INSERT ON credit_entry, message, message_part, key_wrap, delivery, idempotency, evidence_record, seal_work, proof, message_proof
  TO posthorn_portal, posthorn_api;
GRANT INSERT, UPDATE, DELETE ON delivery_timer TO posthorn_portal, posthorn_api;
GRANT UPDATE (state, notice_round, notified_at, deadline_at, collect_until, notice_used_at, notice_failed_at, notice_failures, failed_round, repaired_at,
  sms_failure_open, outage_extensions, credit_consumed, final_at, first_to_print_at, print_released_at, posted_at, link_generation, link_hash,
  check_code_hash, reminders_silenced, record_seq, record_head, chain_closed) ON delivery TO posthorn_portal;
GRANT UPDATE (record_seq, record_head) ON delivery TO posthorn_api;
GRANT UPDATE (email, mobile, name, first_names, attention_of, street, number, box, postcode, town, country) ON delivery TO posthorn_portal;
-- a repair ends codes and sessions; what they hold is none of the sender's
GRANT SELECT (delivery_id, voided_at), UPDATE (voided_at) ON code_challenge TO posthorn_portal;
GRANT SELECT (delivery_id, ended_at), UPDATE (ended_at) ON collect_session TO posthorn_portal;
GRANT UPDATE (password_hash) ON person TO posthorn_portal;
GRANT INSERT ON use_log, key_use TO posthorn_portal, posthorn_api, posthorn_collect;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO posthorn_portal, posthorn_api, posthorn_collect;

-- collect: nothing but the delivery whose token it presented
GRANT SELECT ON delivery, delivery_timer, evidence_stamp, evidence_record, evidence_seal, proof, message_part, key_wrap, code_challenge, collect_session, notice
  TO posthorn_collect;
GRANT SELECT (id, account_id, required_identification, collection_days, postal_fallback, content_retention_days, accepted_at, facts) ON message TO posthorn_collect;
GRANT SELECT (id, kind, name, town, country, enterprise_number, language) ON account TO posthorn_collect;
GRANT UPDATE (attempts, consumed_at, voided_at) ON code_challenge TO posthorn_collect;
GRANT UPDATE (opened, ended_at) ON collect_session TO posthorn_collect;
GRANT UPDATE (state, notice_round, notified_at, deadline_at, collect_until, notice_used_at, notice_failed_at, notice_failures, failed_round, repaired_at,
  sms_failure_open, outage_extensions, credit_consumed, final_at, first_to_print_at, print_released_at, posted_at, link_generation, link_hash,
  check_code_hash, record_seq, record_head, chain_closed,
  reminders_silenced, accepted_by_session, collected_at, collector, handed_over_at) ON delivery TO posthorn_collect;
GRANT INSERT ON code_challenge, collect_session, evidence_record, seal_work, evidence_artifact, proof, credit_entry TO posthorn_collect;
GRANT SELECT, UPDATE (balance) ON account_credit TO posthorn_collect;
GRANT SELECT (id, delivery_id, item, kind, account_id, amount) ON credit_entry TO posthorn_collect;
GRANT INSERT, UPDATE, DELETE ON delivery_timer TO posthorn_collect;
GRANT SELECT, INSERT ON heartbeat TO posthorn_collect;

-- worker: notices, timers, arrivals
GRANT SELECT, UPDATE ON delivery TO posthorn_worker;
GRANT SELECT (id, email, language) ON person TO posthorn_worker;
GRANT SELECT ON message, account, member, message_part, evidence_record, evidence_stamp, evidence_seal, proof, heartbeat, collect_session, credit_entry, key_wrap
  TO posthorn_worker;
GRANT SELECT, INSERT, UPDATE ON notice, code_challenge TO posthorn_worker;
GRANT UPDATE ON collect_session TO posthorn_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_timer TO posthorn_worker;
GRANT INSERT ON evidence_record, seal_work, evidence_artifact, credit_entry, proof, use_log TO posthorn_worker;
GRANT SELECT ON evidence_artifact, seal_work TO posthorn_worker;
GRANT SELECT, UPDATE (balance) ON account_credit TO posthorn_worker;
GRANT SELECT, UPDATE ON raw_arrival TO posthorn_worker;

GRANT SELECT, INSERT, UPDATE ON errand TO posthorn_worker;
GRANT INSERT ON errand TO posthorn_collect, posthorn_portal, posthorn_api, posthorn_sealer;

-- sealer: records in, stamps and seals out; no addresses but those in records
GRANT SELECT ON evidence_record, evidence_stamp, evidence_seal, log_entry, proof TO posthorn_sealer;
GRANT INSERT ON evidence_stamp, evidence_seal, log_entry, proof TO posthorn_sealer;
GRANT UPDATE (pdf, made_at, attempts) ON proof TO posthorn_sealer;
GRANT SELECT, UPDATE (pdf, made_at, attempts) ON message_proof TO posthorn_sealer;
GRANT SELECT, INSERT, DELETE, UPDATE (attempts) ON seal_work TO posthorn_sealer;
GRANT SELECT, UPDATE ON sealing_state TO posthorn_sealer;
GRANT SELECT (id, state, message_id, account_id, ordinal, language, final_at, submission_stamped_at, chain_closed, consigned_at) ON delivery TO posthorn_sealer;
GRANT UPDATE (submission_stamped_at) ON delivery TO posthorn_sealer;

-- inbound: takes, and nothing else
GRANT INSERT ON raw_arrival TO posthorn_inbound;
GRANT SELECT (id) ON raw_arrival TO posthorn_inbound;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['account','member','account_credit','credit_entry','idempotency','draft','upload','message','message_part',
    'key_wrap','delivery','delivery_timer','notice','evidence_record','evidence_stamp','evidence_seal','proof','message_proof','code_challenge','collect_session','evidence_artifact','errand'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  -- back-end services see all rows of what they are granted
  FOREACH t IN ARRAY ARRAY['account','member','account_credit','credit_entry','message','message_part','key_wrap','delivery','delivery_timer',
    'notice','evidence_record','evidence_stamp','evidence_seal','proof','message_proof','code_challenge','collect_session','evidence_artifact','errand'] LOOP
    EXECUTE format('CREATE POLICY back_end ON %I TO posthorn_worker, posthorn_sealer USING (true) WITH CHECK (true)', t);
  END LOOP;
  -- rows that carry the account
  FOREACH t IN ARRAY ARRAY['account_credit','credit_entry','idempotency','draft','upload','message','key_wrap','delivery','evidence_record','evidence_seal','proof','message_proof'] LOOP
    EXECUTE format($p$CREATE POLICY own_account ON %I TO posthorn_portal, posthorn_api
      USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true))$p$, t);
  END LOOP;
  -- rows that hang on a delivery or message the role can see
  FOREACH t IN ARRAY ARRAY['delivery_timer','notice','code_challenge','collect_session','errand'] LOOP
    EXECUTE format($p$CREATE POLICY own_delivery ON %I TO posthorn_portal, posthorn_api, posthorn_collect
      USING (EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id)) WITH CHECK (EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evidence_record','evidence_seal','proof','credit_entry','evidence_artifact'] LOOP
    EXECUTE format($p$CREATE POLICY presented ON %I TO posthorn_collect
      USING (EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id)) WITH CHECK (EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id))$p$, t);
  END LOOP;
END $$;
CREATE POLICY own_parts ON message_part TO posthorn_portal, posthorn_api
  USING (EXISTS (SELECT FROM message m WHERE m.id = message_id)) WITH CHECK (EXISTS (SELECT FROM message m WHERE m.id = message_id));
CREATE POLICY own_stamps ON evidence_stamp TO posthorn_portal, posthorn_api, posthorn_collect
  USING (EXISTS (SELECT FROM evidence_record r WHERE r.id = record_id));
-- memberships decide the account, so they are read before it is known: by person, or by the key's member
CREATE POLICY readable ON member FOR SELECT TO posthorn_portal, posthorn_api USING (true);
CREATE POLICY readable ON account FOR SELECT TO posthorn_portal, posthorn_api USING (true);

CREATE FUNCTION presented_session_delivery() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT delivery_id FROM collect_session WHERE token_hash = current_setting('posthorn.presented_session', true) $$;
REVOKE ALL ON FUNCTION presented_session_delivery() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION presented_session_delivery() TO posthorn_collect;
-- The limit of codes per number counts over all deliveries, of which collect sees only one.
CREATE FUNCTION codes_asked_since(number text, since timestamptz) RETURNS SETOF timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT created_at FROM code_challenge WHERE mobile = number AND created_at > since ORDER BY created_at $$;
REVOKE ALL ON FUNCTION codes_asked_since(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION codes_asked_since(text, timestamptz) TO posthorn_collect;
CREATE POLICY presented ON delivery TO posthorn_collect
  USING (link_hash = current_setting('posthorn.presented', true)
      OR check_code_hash = current_setting('posthorn.presented', true)
      OR id = presented_session_delivery())
  WITH CHECK (true);
CREATE POLICY presented ON message FOR SELECT TO posthorn_collect USING (EXISTS (SELECT FROM delivery d WHERE d.message_id = message.id));
CREATE POLICY presented ON message_part FOR SELECT TO posthorn_collect USING (EXISTS (SELECT FROM delivery d WHERE d.message_id = message_part.message_id));
CREATE POLICY presented ON key_wrap FOR SELECT TO posthorn_collect USING (EXISTS (SELECT FROM delivery d WHERE d.id = holder));
CREATE POLICY presented ON account FOR SELECT TO posthorn_collect USING (EXISTS (SELECT FROM delivery d WHERE d.account_id = account.id));
CREATE POLICY presented ON account_credit TO posthorn_collect USING (EXISTS (SELECT FROM delivery d WHERE d.account_id = account_credit.account_id));
`;
