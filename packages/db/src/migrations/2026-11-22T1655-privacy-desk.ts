// What the privacy desk finds, exports and carries out, and how who asks is shown to be who he says (GDPR art. 12(6), 15 to 18).

export const sql = `
-- The privacy desk. Which letters the officer found to be about who asks: these alone are exported, told to their senders, and carried out
-- upon. Two people of one name and several at one address are never put together by themselves.
CREATE TABLE rights_request_delivery (
  request_id text NOT NULL REFERENCES rights_request ON DELETE CASCADE,
  delivery_id text NOT NULL REFERENCES delivery ON DELETE CASCADE,
  chosen_by text NOT NULL REFERENCES staff,
  chosen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (request_id, delivery_id)
);
CREATE INDEX rights_request_delivery_delivery ON rights_request_delivery (delivery_id);
ALTER TABLE rights_request_delivery ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON rights_request_delivery TO posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE, DELETE ON rights_request_delivery TO posthorn_erasure;
CREATE POLICY erasure ON rights_request_delivery TO posthorn_erasure USING (true) WITH CHECK (true);
CREATE POLICY desk ON rights_request_delivery TO posthorn_backoffice USING (true) WITH CHECK (true);
CREATE INDEX delivery_rights_email ON delivery (lower(email));
CREATE INDEX delivery_rights_mobile ON delivery (mobile) WHERE mobile IS NOT NULL;
CREATE INDEX delivery_rights_name ON delivery (lower(name), postcode);
CREATE INDEX person_rights_name ON person (lower(family_name)) WHERE erased_at IS NULL;
-- On which grounds it was refused or granted in part, and the last day on which is kept what was not erased.
ALTER TABLE rights_request ADD COLUMN grounds text[] NOT NULL DEFAULT '{}', ADD COLUMN kept_until date;
GRANT UPDATE (grounds, kept_until) ON rights_request TO posthorn_backoffice;
-- The five years of a request that was taken back run from then on (R14).
CREATE FUNCTION end_rights_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.state = 'withdrawn' AND NEW.answered_at IS NULL THEN NEW.answered_at := clock.now(); END IF;
  RETURN NEW; END $$;
CREATE TRIGGER end_rights_request BEFORE UPDATE OF state ON rights_request FOR EACH ROW EXECUTE FUNCTION end_rights_request();

-- Looking for somebody: exact e-mail address, exact number, or name with the postcode. The verb logs who looked.
CREATE FUNCTION rights_find_people(by_email text, by_name text, at_most int)
  RETURNS TABLE (id text, email text, family_name text, first_names text, language text, created_at timestamptz, identified_at timestamptz, accounts text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.id, p.email, p.family_name, p.first_names, p.language, p.created_at, p.identified_at,
          (SELECT string_agg(a.kind || ': ' || a.name, ', ' ORDER BY m.joined_at) FROM member m JOIN account a ON a.id = m.account_id WHERE m.person_id = p.id AND m.left_at IS NULL)
        FROM person p WHERE p.erased_at IS NULL AND p.email_verified_at IS NOT NULL
          AND (lower(p.email) = lower(by_email) OR lower(p.family_name) = lower(by_name)) ORDER BY p.id LIMIT at_most $$;
CREATE FUNCTION rights_is_person(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM person p WHERE p.id = wanted AND p.erased_at IS NULL) $$;
CREATE FUNCTION rights_find_deliveries(by_email text, by_mobile text, by_name text, by_postcode text, at_most int) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT d.id FROM delivery d WHERE lower(d.email) = lower(by_email) OR d.mobile = by_mobile OR (lower(d.name) = lower(by_name) AND d.postcode = by_postcode)
        ORDER BY d.id DESC LIMIT at_most $$;
-- What an officer tells one addressee from another by; of which letters, not what is in them.
CREATE FUNCTION rights_deliveries(ids text[])
  RETURNS TABLE (id text, account_id text, sender text, kind text, name text, first_names text, attention_of text, email text, mobile text, street text,
    number text, box text, postcode text, town text, country text, language text, birth_date text, state text, accepted_at timestamptz, final_at timestamptz,
    final_by date, evidence_until date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT d.id, d.account_id, a.name, d.kind, d.name, d.first_names, d.attention_of, d.email, d.mobile, d.street, d.number, d.box, d.postcode, d.town, d.country,
          d.language, d.identification ->> 'birth_date', d.state, d.accepted_at, d.final_at, d.final_by,
          CASE WHEN d.final_at IS NOT NULL THEN (retention.falls_on('R9', retention.day_of(d.final_at)) - 1) END
        FROM delivery d JOIN account a ON a.id = d.account_id WHERE d.id = ANY (ids) ORDER BY d.accepted_at DESC, d.id DESC $$;
-- The accounts that entrusted the chosen letters, and where they are written to; whose account is closed is there no more to
-- decide; who he was, evidence tells.
CREATE FUNCTION rights_senders(request text) RETURNS TABLE (account_id text, name text, email text, language text, delivery_ids text[], gone boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT a.id, coalesce(nullif(a.name, ''), (SELECT e.canonical::jsonb #>> '{sender,name}' FROM evidence_record e WHERE e.delivery_id = min(d.id) ORDER BY e.seq LIMIT 1), ''),
          a.email, a.language, array_agg(d.id ORDER BY d.id), a.status IN ('closed','erased') FROM rights_request_delivery c JOIN delivery d ON d.id = c.delivery_id
        JOIN account a ON a.id = d.account_id WHERE c.request_id = request GROUP BY a.id ORDER BY a.id $$;

-- Whether all who showed who they are to this letter are who asks (GDPR art. 15(4)): a person by the name, since nobody else passes; by codes
-- alone only where it was shown that the mailbox is his; for an organisation where he himself, and nobody else, is the member who collects.
CREATE FUNCTION rights_reader_is_requester(request text, wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT coalesce(bool_and(CASE d.kind
            WHEN 'person' THEN NOT by_codes.any OR (d.email <> '' AND (r.identity = 'codes' AND lower(r.email) = lower(d.email)
              OR EXISTS (SELECT FROM person p WHERE p.id = r.person_id AND p.email_verified_at IS NOT NULL AND lower(p.email) = lower(d.email))))
            ELSE NOT by_codes.any AND EXISTS (SELECT FROM identification_record i WHERE i.delivery_id = d.id AND i.person_id = r.person_id)
              AND NOT EXISTS (SELECT FROM identification_record i WHERE i.delivery_id = d.id AND i.person_id IS DISTINCT FROM r.person_id) END), false)
        FROM rights_request_delivery c JOIN delivery d ON d.id = c.delivery_id JOIN rights_request r ON r.id = c.request_id,
          LATERAL (SELECT EXISTS (SELECT FROM use_log u WHERE u.delivery_id = d.id AND u.act = 'codes_right') AS any) by_codes
        WHERE c.request_id = request AND c.delivery_id = wanted $$;
-- What is held about one letter's addressee. What the sender entrusted is in it only where he granted it; evidence and log are ours to give. Of
-- a use by anybody else, or by a holder of the link who never showed who he is, only the instant; of who collected for him nothing.
CREATE FUNCTION rights_export_delivery(request text, wanted text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT jsonb_build_object('id', d.id, 'state', d.state, 'accepted_at', d.accepted_at, 'notified_at', d.notified_at, 'final_at', d.final_at,
          'sender', a.name, 'as_stated_by_the_sender', CASE WHEN s.decision = 'granted' THEN jsonb_build_object('kind', d.kind, 'name', d.name, 'first_names', d.first_names,
            'enterprise_number', d.enterprise_number, 'attention_of', d.attention_of, 'email', d.email, 'mobile', d.mobile, 'street', d.street, 'number', d.number, 'box', d.box,
            'postcode', d.postcode, 'town', d.town, 'country', d.country, 'language', d.language, 'birth_date', d.identification ->> 'birth_date', 'consent', d.consent,
            'consents', (SELECT jsonb_agg(jsonb_build_object('basis', t.basis, 'words', t.words, 'stated_on', t.stated_on, 'recorded_at', t.recorded_at, 'withdrawn_at', t.withdrawn_at) ORDER BY t.id)
              FROM addressee_consent t WHERE t.account_id = d.account_id AND t.delivery_id = d.id)) END,
          'sender_decision', s.decision, 'sender_words', s.words,
          -- Before a repair the address was somebody else's.
          'notices', (SELECT jsonb_agg(jsonb_build_object('kind', n.kind, 'round', n.round, 'email', CASE WHEN past.repair THEN NULL ELSE n.email END,
            'mobile', CASE WHEN past.repair THEN NULL ELSE n.mobile END, 'sent_at', n.created_at, 'mail', n.mail_state, 'mail_at', n.mail_at,
            'sms', n.sms_state, 'sms_at', n.sms_at) ORDER BY n.created_at, n.id) FROM notice n, LATERAL (SELECT coalesce(n.created_at < d.repaired_at, false) AS repair) past WHERE n.delivery_id = d.id),
          'evidence', (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'event', e.type, 'event_at', e.event_at, 'recorded_at', e.recorded_at) ORDER BY e.seq) FROM evidence_record e WHERE e.delivery_id = d.id),
          'log_of_use', (SELECT jsonb_agg(CASE WHEN u.shown AND (his.reader OR d.kind = 'person' AND u.act = 'identified')
              THEN jsonb_build_object('used_at', u.used_at, 'by', 'requester', 'service', u.service, 'act', u.act, 'ip', u.ip, 'user_agent', u.user_agent, 'language', u.language,
                'erased_on', u.falls_on)
              ELSE jsonb_build_object('used_at', u.used_at, 'by', CASE WHEN u.shown THEN 'somebody_entitled' ELSE 'holder_of_the_link' END, 'erased_on', u.falls_on) END ORDER BY u.id)
            FROM (SELECT l.*, l.act IN ('identified','codes_right','accepted','refused','content_opened','proof_copy_asked') AS shown FROM use_log l
              -- An inbox is read under the portal; what the sender's members do stands under their account.
              WHERE l.delivery_id = d.id AND (l.service = 'collect' OR l.service = 'portal' AND l.account_id IS NULL AND l.person_id IS NULL)) u),
          'identification_records', (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'purpose', i.purpose, 'method', i.method, 'level', i.level, 'identified_at', i.identified_at) ORDER BY i.identified_at)
            FROM identification_record i WHERE i.delivery_id = d.id AND (d.kind = 'person' OR i.person_id = r.person_id)),
          -- That a hold keeps it and how long, never why.
          'kept_by_a_hold_until', (SELECT h.until FROM retention.held_until(ARRAY[d.id]) h),
          'rectifications', (SELECT jsonb_agg(jsonb_build_object('words', t.words, 'noted_at', t.noted_at) ORDER BY t.noted_at) FROM rectification_note t WHERE t.delivery_id = d.id))
        FROM rights_request_delivery c JOIN delivery d ON d.id = c.delivery_id JOIN account a ON a.id = d.account_id JOIN rights_request r ON r.id = c.request_id
        LEFT JOIN rights_request_sender s ON s.request_id = c.request_id AND s.account_id = d.account_id,
          LATERAL (SELECT rights_reader_is_requester(request, wanted) AS reader) his
        WHERE c.request_id = request AND c.delivery_id = wanted $$;
-- Evidence that tells of another's collecting or refusing for an organisation is left out; letter.json says that it is there.
CREATE FUNCTION rights_export_evidence(request text, wanted text) RETURNS TABLE (seq int, type text, xml text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT e.seq, e.type, s.xml FROM rights_request_delivery c JOIN evidence_record e ON e.delivery_id = c.delivery_id
        JOIN LATERAL (SELECT xml FROM evidence_seal WHERE record_id = e.id ORDER BY id DESC LIMIT 1) s ON true
        WHERE c.request_id = request AND c.delivery_id = wanted
          AND (s.xml NOT LIKE '%RecipientsDelegateDetails%' OR rights_reader_is_requester(request, wanted)) ORDER BY e.seq $$;
-- What stood in somebody's inbox and was his: what a repair took out of it before its end was another's all along.
CREATE FUNCTION rights_letters_to(who text) RETURNS TABLE (delivery_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT i.delivery_id FROM inbox_entry i JOIN delivery d ON d.id = i.delivery_id WHERE i.person_id = who AND (i.ended_at IS NULL OR i.ended_at >= d.final_at) $$;
-- What holds keep of a person longer: on himself, on his accounts, on what he sent from his own and what was written to him. The ground is told
-- to members of the account that the hold belongs to alone; to nobody else why, and the reason to nobody here.
CREATE FUNCTION rights_holds_on(who text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT jsonb_agg(jsonb_build_object('keeps', h.scope, 'id', CASE WHEN h.scope <> 'person' THEN h.scope_id END, 'because', 'legal_hold', 'ground',
            CASE WHEN EXISTS (SELECT FROM member m WHERE m.person_id = who AND m.left_at IS NULL AND m.account_id = h.account_id) THEN h.ground END,
            'since', h.decided_at, 'until', h.ends_on) ORDER BY h.decided_at, h.id)
        FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.day_of(clock.now()) AND (
          h.scope = 'person' AND h.scope_id = who
          OR h.scope = 'account' AND h.scope_id IN (SELECT m.account_id FROM member m WHERE m.person_id = who)
          OR h.scope IN ('delivery','message') AND h.account_id IN (SELECT m.account_id FROM member m JOIN account a ON a.id = m.account_id WHERE m.person_id = who AND a.kind = 'private')
          OR h.scope = 'delivery' AND h.scope_id IN (SELECT t.delivery_id FROM rights_letters_to(who) t)) $$;
-- Notes of rectification on letters to him, and those that he asked for himself.
CREATE FUNCTION rights_rectifications_of(who text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT jsonb_agg(jsonb_build_object('delivery_id', n.delivery_id, 'words', n.words, 'noted_at', n.noted_at) ORDER BY n.noted_at, n.id) FROM rectification_note n
        WHERE n.delivery_id IN (SELECT t.delivery_id FROM rights_letters_to(who) t)
          OR n.request_id IN (SELECT r.id FROM rights_request r WHERE r.person_id = who) $$;
-- Of who is signed in, and of nobody else.
CREATE FUNCTION own_kept_data() RETURNS TABLE (holds jsonb, rectifications jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT coalesce(rights_holds_on(me.id), '[]'), coalesce(rights_rectifications_of(me.id), '[]')
        FROM (SELECT current_setting('posthorn.person_id', true) AS id) me $$;
-- The account holder whom the request names, as his own export tells it.
CREATE FUNCTION rights_export_person(request text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT jsonb_build_object('person', jsonb_build_object('id', p.id, 'email', p.email, 'email_verified_at', p.email_verified_at, 'family_name', p.family_name,
            'first_names', p.first_names, 'language', p.language, 'identified_method', p.identified_method, 'identified_level', p.identified_level,
            'identified_issuer', p.identified_issuer, 'identified_at', p.identified_at, 'password_changed_at', p.password_changed_at, 'created_at', p.created_at),
          'memberships', (SELECT jsonb_agg(jsonb_build_object('account', a.name, 'kind', a.kind, 'role', m.role, 'joined_at', m.joined_at, 'left_at', m.left_at) ORDER BY m.joined_at)
            FROM member m JOIN account a ON a.id = m.account_id WHERE m.person_id = p.id),
          'private_accounts', (SELECT jsonb_agg(jsonb_build_object('street', a.street, 'number', a.number, 'box', a.box, 'postcode', a.postcode, 'town', a.town, 'country', a.country, 'email', a.email))
            FROM member m JOIN account a ON a.id = m.account_id WHERE m.person_id = p.id AND m.left_at IS NULL AND a.kind = 'private'),
          'agreements', (SELECT jsonb_agg(jsonb_build_object('policy', g.policy, 'version', g.version, 'language', g.language, 'sha256', g.sha256, 'accepted_at', g.accepted_at,
            'withdrawn_at', g.withdrawn_at) ORDER BY g.accepted_at) FROM policy_acceptance g WHERE g.person_id = p.id),
          'identities', (SELECT jsonb_agg(jsonb_build_object('method', i.method, 'issuer', i.issuer, 'linked_at', i.linked_at, 'last_used_at', i.last_used_at)) FROM person_identity i WHERE i.person_id = p.id),
          'identification_records', (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'purpose', i.purpose, 'method', i.method, 'level', i.level, 'identified_at', i.identified_at) ORDER BY i.identified_at)
            FROM identification_record i WHERE i.person_id = p.id),
          'passkeys', (SELECT jsonb_agg(jsonb_build_object('name', k.name, 'created_at', k.created_at, 'last_used_at', k.last_used_at)) FROM passkey k WHERE k.holder_kind = 'person' AND k.holder_id = p.id),
          'sessions', (SELECT jsonb_agg(jsonb_build_object('method', s.method, 'authenticated_at', s.authenticated_at, 'last_used_at', s.last_used_at, 'browser', s.browser, 'os', s.os, 'ip', s.ip)
            ORDER BY s.authenticated_at) FROM session s WHERE s.person_id = p.id),
          'restrictions', (SELECT jsonb_agg(jsonb_build_object('since', x.since, 'lifted_at', x.lifted_at) ORDER BY x.since) FROM processing_restriction x WHERE x.person_id = p.id),
          'holds', rights_holds_on(p.id), 'rectifications', rights_rectifications_of(p.id),
          'letters_received', (SELECT jsonb_agg(t.delivery_id) FROM rights_letters_to(p.id) t))
        FROM rights_request r JOIN person p ON p.id = r.person_id WHERE r.id = request $$;
CREATE FUNCTION rights_export_uses(request text, before bigint, at_most int) RETURNS TABLE (id bigint, line jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT u.id, jsonb_build_object('used_at', u.used_at, 'service', u.service, 'act', u.act, 'account_id', u.account_id, 'delivery_id', u.delivery_id, 'subject', u.subject, 'ip', u.ip,
          'user_agent', u.user_agent, 'language', u.language, 'erased_on', u.falls_on)
        FROM use_log u JOIN rights_request r ON r.person_id = u.person_id WHERE r.id = request AND (before IS NULL OR u.id < before) ORDER BY u.id DESC LIMIT at_most $$;

-- A copy of an identity document goes when it was looked at, whatever was found (R12): the row, its key with it, and the file.
CREATE FUNCTION retention.wipe_identity_document(ids text[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  INSERT INTO blob_removal (blob_id, since) SELECT f.blob_id, clock.now() FROM rights_request_file f WHERE f.id = ANY (ids) AND f.kind = 'identity_document' ON CONFLICT DO NOTHING;
  DELETE FROM rights_request_file f WHERE f.id = ANY (ids) AND f.kind = 'identity_document'; END $$;
CREATE FUNCTION remove_identity_documents(request text) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone text[]; BEGIN
  SELECT coalesce(array_agg(id), '{}') INTO gone FROM (SELECT id FROM rights_request_file WHERE request_id = request AND kind = 'identity_document' FOR UPDATE) f;
  IF cardinality(gone) > 0 THEN
    PERFORM retention.wipe_identity_document(gone);
    PERFORM retention.note('R12', 'identity_document', gone);
  END IF;
  RETURN cardinality(gone); END $$;
-- Who asked by letter and does not show who he is, or by what authority he asks for another, is reminded halfway and closed after the term;
-- not while a paper of his lies unjudged. A letter that wrote itself is owed until an officer has saved it.
ALTER TABLE rights_request ADD COLUMN identity_asked_at timestamptz(3), ADD COLUMN identity_reminded_at timestamptz(3), ADD COLUMN letter_owed_at timestamptz(3);
GRANT UPDATE (identity_asked_at, identity_reminded_at, letter_owed_at) ON rights_request TO posthorn_backoffice;
CREATE INDEX rights_request_unidentified ON rights_request (greatest(identity_asked_at, identified_at)) WHERE state = 'identity' AND channel = 'letter';
CREATE INDEX rights_request_letter_owed ON rights_request (letter_owed_at) WHERE letter_owed_at IS NOT NULL;
-- Null as the reminder's days: who was not reminded yet. Else both terms have passed in full, also where the worker stood still.
CREATE FUNCTION rights_unidentified(at timestamptz, days int, reminder_days int) RETURNS SETOF rights_request LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT r.* FROM rights_request r WHERE r.state = 'identity' AND r.channel = 'letter' AND greatest(r.identity_asked_at, r.identified_at) < at - make_interval(days => days)
          AND CASE WHEN reminder_days IS NULL THEN r.identity_reminded_at IS NULL
            ELSE retention.day_of(greatest(r.identity_asked_at, r.identified_at)) + days < retention.day_of(at) AND retention.day_of(r.identity_reminded_at) + reminder_days < retention.day_of(at) END
          AND NOT EXISTS (SELECT FROM rights_request_file f WHERE f.request_id = r.id
            AND (f.kind = 'identity_document' AND r.identity IN ('open','failed') OR f.kind = 'authority' AND r.identity NOT IN ('open','failed')))
        ORDER BY greatest(r.identity_asked_at, r.identified_at) LIMIT 100 FOR UPDATE OF r SKIP LOCKED $$;
CREATE FUNCTION remind_unidentified(at timestamptz, after_days int) RETURNS SETOF rights_request LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH due AS MATERIALIZED (SELECT u.id FROM rights_unidentified(at, after_days, NULL) u)
        UPDATE rights_request r SET identity_reminded_at = at FROM due WHERE r.id = due.id RETURNING r.* $$;
CREATE FUNCTION close_unidentified(at timestamptz, term_days int, reminder_days int) RETURNS SETOF rights_request LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH due AS MATERIALIZED (SELECT u.id FROM rights_unidentified(at, term_days, reminder_days) u)
        UPDATE rights_request r SET state = 'refused', answer = 'refused', answered_at = at,
          grounds = ARRAY[CASE WHEN r.identity IN ('open','failed') THEN 'not_identified' ELSE 'no_authority' END] FROM due WHERE r.id = due.id RETURNING r.* $$;
CREATE FUNCTION rights_keep_letter(request text, at timestamptz, what text, letter text, owed boolean) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ INSERT INTO rights_request_event (request_id, at, event, words) VALUES (request, at, what, NULL), (request, at, 'letter', letter);
        UPDATE rights_request SET letter_owed_at = at WHERE id = request AND owed $$;
-- So it does where the request ends before anybody looked, whoever ends it: also by the link of its mail.
CREATE FUNCTION end_identity_documents() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  PERFORM remove_identity_documents(NEW.id);
  RETURN NULL; END $$;
ALTER FUNCTION end_identity_documents() OWNER TO posthorn_erasure;
REVOKE ALL ON FUNCTION end_identity_documents() FROM PUBLIC;
CREATE TRIGGER end_identity_documents AFTER UPDATE OF state ON rights_request FOR EACH ROW
  WHEN (NEW.state IN ('answered','refused','withdrawn')) EXECUTE FUNCTION end_identity_documents();
-- Erasing, before its day, what senders entrusted and let go: of letters that have come to their end and that no hold names.
CREATE FUNCTION erase_granted_addressees(request text) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids text[]; BEGIN
  SELECT coalesce(array_agg(id), '{}') INTO ids FROM (SELECT d.id FROM rights_request_delivery c JOIN delivery d ON d.id = c.delivery_id
    JOIN rights_request_sender s ON s.request_id = c.request_id AND s.account_id = d.account_id JOIN rights_request r ON r.id = c.request_id
    WHERE c.request_id = request AND r.kind = 'erasure' AND s.decision = 'granted' AND d.final_at IS NOT NULL ORDER BY d.id FOR UPDATE OF d) locked;
  SELECT coalesce(array_agg(i ORDER BY i), '{}') INTO ids FROM unnest(ids) i WHERE i NOT IN (SELECT h.id FROM retention.held_deliveries(ids) h);
  IF cardinality(ids) > 0 THEN
    PERFORM retention.wipe_addressee(ids);
    PERFORM retention.note('R7', 'addressee', ids);
  END IF;
  RETURN ids; END $$;
-- Requests that waited for letters on their way, once the last of them has come to its end: the desk carries them out.
CREATE FUNCTION move_waiting_requests(at timestamptz) RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH ready AS (SELECT r.id FROM rights_request r WHERE r.state = 'waiting' AND r.waiting_for IS NOT NULL
          AND NOT EXISTS (SELECT FROM rights_request_delivery c JOIN delivery d ON d.id = c.delivery_id WHERE c.request_id = r.id AND d.final_at IS NULL) FOR UPDATE SKIP LOCKED),
        moved AS (UPDATE rights_request r SET waiting_for = NULL FROM ready WHERE r.id = ready.id RETURNING r.id),
        noted AS (INSERT INTO rights_request_event (request_id, at, event) SELECT id, at, 'ready' FROM moved RETURNING 1)
        SELECT count(*)::int FROM noted $$;
DO $$ DECLARE f text; BEGIN
  FOREACH f IN ARRAY ARRAY['rights_find_people(text, text, int)','rights_is_person(text)','rights_find_deliveries(text, text, text, text, int)','rights_deliveries(text[])','rights_senders(text)',
      'rights_reader_is_requester(text, text)','rights_letters_to(text)','rights_holds_on(text)','rights_rectifications_of(text)','own_kept_data()','rights_export_delivery(text, text)','rights_export_evidence(text, text)','rights_export_person(text)','rights_export_uses(text, bigint, int)',
      'remove_identity_documents(text)','rights_unidentified(timestamptz, int, int)','remind_unidentified(timestamptz, int)','close_unidentified(timestamptz, int, int)',
      'rights_keep_letter(text, timestamptz, text, text, boolean)','erase_granted_addressees(text)','retention.wipe_identity_document(text[])','move_waiting_requests(timestamptz)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO posthorn_erasure', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION rights_find_people(text, text, int), rights_is_person(text), rights_find_deliveries(text, text, text, text, int), rights_deliveries(text[]), rights_senders(text),
  rights_export_delivery(text, text), rights_export_evidence(text, text), rights_export_person(text), rights_export_uses(text, bigint, int),
  remove_identity_documents(text), erase_granted_addressees(text) TO posthorn_backoffice;
GRANT EXECUTE ON FUNCTION own_kept_data() TO posthorn_portal;
GRANT EXECUTE ON FUNCTION move_waiting_requests(timestamptz), remind_unidentified(timestamptz, int), close_unidentified(timestamptz, int, int),
  rights_keep_letter(text, timestamptz, text, text, boolean) TO posthorn_worker;
-- A sender who decides waits for whoever ends the request, and the other way round. Null where he was not told of it.
CREATE FUNCTION lock_told_request(request text) RETURNS text LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT r.state FROM rights_request r WHERE r.id = request AND EXISTS (SELECT FROM rights_request_sender s
          WHERE s.request_id = r.id AND s.account_id = current_setting('posthorn.account_id', true)) FOR UPDATE OF r $$;
ALTER FUNCTION lock_told_request(text) OWNER TO posthorn_erasure;
REVOKE ALL ON FUNCTION lock_told_request(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_told_request(text) TO posthorn_portal;
-- The same at once, by the sender who lets it go, for his own letters; what is on its way, and what a hold names, is left to the desk.
CREATE FUNCTION erase_own_granted_addressees(request text) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids text[]; named text[]; sender text := current_setting('posthorn.account_id', true); BEGIN
  SELECT s.delivery_ids INTO named FROM rights_request_sender s JOIN rights_request r ON r.id = s.request_id
    WHERE s.request_id = request AND s.account_id = sender AND s.decision = 'granted' AND s.carried_out_at IS NULL AND r.kind = 'erasure' AND r.state IN ('open','waiting') FOR UPDATE OF s;
  IF named IS NULL THEN RETURN 0; END IF;
  SELECT coalesce(array_agg(id), '{}') INTO ids FROM (SELECT d.id FROM delivery d
    WHERE d.id = ANY (named) AND d.account_id = sender AND d.final_at IS NOT NULL ORDER BY d.id FOR UPDATE) locked;
  SELECT coalesce(array_agg(i ORDER BY i), '{}') INTO ids FROM unnest(ids) i WHERE i NOT IN (SELECT h.id FROM retention.held_deliveries(ids) h);
  IF cardinality(ids) > 0 THEN
    PERFORM retention.wipe_addressee(ids);
    PERFORM retention.note('R7', 'addressee', ids);
  END IF;
  IF cardinality(ids) = cardinality(named) THEN
    UPDATE rights_request_sender SET carried_out_at = clock.now() WHERE request_id = request AND account_id = sender;
  END IF;
  RETURN cardinality(ids); END $$;
ALTER FUNCTION erase_own_granted_addressees(text) OWNER TO posthorn_erasure;
REVOKE ALL ON FUNCTION erase_own_granted_addressees(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_own_granted_addressees(text) TO posthorn_portal;

-- itsme or an identity card shows who asks by the public form. Of the answer the request keeps the way, issuer, level and instant, whether
-- the names agree, and the name only where they do: no identification record, no register number, no date of birth (GDPR art. 5(1)(c), 12(6)).
ALTER TABLE identification_attempt
  ADD COLUMN request_id text REFERENCES rights_request ON DELETE CASCADE,
  DROP CONSTRAINT identification_attempt_purpose_check,
  ADD CONSTRAINT identification_attempt_purpose_check CHECK (purpose IN ('collect','sign_in','activate','identify_again','confirm','rights')),
  ADD CONSTRAINT identification_attempt_rights CHECK ((purpose = 'rights') = (request_id IS NOT NULL)
    AND (purpose <> 'rights' OR (service = 'portal' AND person_id IS NULL)));
CREATE INDEX identification_attempt_request ON identification_attempt (request_id) WHERE request_id IS NOT NULL;
ALTER TABLE rights_request
  -- By a code to his address: a new one is sent also where the row of the earlier one is gone (R11).
  ADD COLUMN by_code boolean NOT NULL DEFAULT false,
  ADD COLUMN shown_by text CHECK (shown_by IN ('itsme','eid')),
  ADD COLUMN shown_issuer text,
  ADD COLUMN shown_level text CHECK (shown_level IN ('low','substantial','high')),
  ADD COLUMN shown_at timestamptz(3),
  ADD COLUMN names_agree boolean,
  ADD COLUMN shown_name text,
  ADD CONSTRAINT rights_request_shown CHECK ((shown_by IS NULL) = (names_agree IS NULL) AND (shown_name IS NULL OR names_agree));
GRANT UPDATE (by_code) ON rights_request TO posthorn_backoffice;
GRANT UPDATE (shown_by, shown_issuer, shown_level, shown_at, names_agree, shown_name) ON rights_request TO posthorn_portal;
-- Of who wrote by letter and is known by an e-mail address, the desk has a code sent there.
GRANT SELECT (request_id, sent_at, expires_at, used_at), INSERT (request_id, expires_at), UPDATE (code_hash, sent_at, expires_at, attempts, used_at)
  ON rights_request_code TO posthorn_backoffice;
CREATE POLICY desk ON rights_request_code TO posthorn_backoffice USING (true) WITH CHECK (true);
-- With it a link to where the request stands; the token is made where mails are sent.
GRANT INSERT (id, purpose, subject_id, email, language, created_at, expires_at) ON mailed_link TO posthorn_backoffice;
CREATE POLICY desk ON mailed_link FOR INSERT TO posthorn_backoffice WITH CHECK (purpose = 'rights');
-- Senders who have not decided are reminded once, three days before their term ends: who, at which address, about which request.
ALTER TABLE rights_request_sender ADD COLUMN reminded_at timestamptz(3);
CREATE INDEX rights_request_sender_undecided ON rights_request_sender (decide_by) WHERE decision IS NULL AND reminded_at IS NULL;
CREATE FUNCTION remind_senders(at timestamptz) RETURNS TABLE (number int, kind text, decide_by date, name text, email text, language text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH due AS (SELECT s.request_id, s.account_id FROM rights_request_sender s JOIN rights_request r ON r.id = s.request_id
          WHERE s.decision IS NULL AND s.reminded_at IS NULL AND r.state = 'open'
            AND NOT EXISTS (SELECT FROM account a WHERE a.id = s.account_id AND a.status IN ('closed','erased')) AND s.decide_by <= retention.day_of(at) + 3 AND s.decide_by >= retention.day_of(at)
            AND retention.day_of(s.told_at) < retention.day_of(at) ORDER BY s.decide_by LIMIT 100 FOR UPDATE OF s SKIP LOCKED),
        reminded AS (UPDATE rights_request_sender s SET reminded_at = at FROM due WHERE s.request_id = due.request_id AND s.account_id = due.account_id
          RETURNING s.request_id, s.account_id, s.decide_by),
        noted AS (INSERT INTO rights_request_event (request_id, at, event) SELECT request_id, at, 'sender_reminded' FROM reminded)
        SELECT r.number, r.kind, d.decide_by, a.name, a.email, a.language FROM reminded d
        JOIN rights_request r ON r.id = d.request_id JOIN account a ON a.id = d.account_id $$;
ALTER FUNCTION remind_senders(timestamptz) OWNER TO posthorn_erasure;
REVOKE ALL ON FUNCTION remind_senders(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remind_senders(timestamptz) TO posthorn_worker;
`;
