// What falls of accounts and people (R1 to R5, R10, R12, R13, R15, R16, R18): found by index, checked anew, erased.

import { ACCOUNT_DAY_SETS as DAY_SETS, ACCOUNT_ROW_SETS as ROW_SETS } from "../erasure/account-sets.ts";
import { daySet, setIndex } from "../erasure/day-set.ts";
import { grantSets } from "../erasure/grant-sets.ts";
import { rowSet } from "../erasure/row-set.ts";
import { READS, WRITES } from "../erasure/set-parts.ts";

const OTHER_SETS = ["account", "application", "contact_import", "mandate_document", "person"] as const;
const SETS = [...DAY_SETS, ...ROW_SETS].map(({ set }) => set).concat(OTHER_SETS);

export const sql = `
ALTER TABLE person
  -- Since when, and by which rule, he would be erased, had a hold not named him.
  ADD COLUMN erasure_owed_at timestamptz(3), ADD COLUMN erasure_rule text;
CREATE INDEX person_erasure_owed ON person (id) WHERE erasure_owed_at IS NOT NULL AND erased_at IS NULL;
ALTER TABLE application_document ADD COLUMN removal_owed_at timestamptz(3);
CREATE INDEX application_document_owed ON application_document (account_id) WHERE removal_owed_at IS NOT NULL;
CREATE INDEX account_applying ON account (id) WHERE status = 'applying';

${ROW_SETS.map((s) => setIndex(s, s.where === undefined ? "" : ` WHERE ${s.where}`)).join("")}${DAY_SETS.map((s) => setIndex(s)).join("")}
-- What points to what goes.
CREATE INDEX mailed_link_of ON mailed_link (subject_id);
CREATE INDEX person_errand_link ON person_errand (mailed_link_id) WHERE mailed_link_id IS NOT NULL;
CREATE INDEX person_errand_person ON person_errand (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX identification_attempt_person ON identification_attempt (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX sign_in_ceremony_holder ON sign_in_ceremony (holder_kind, holder_id) WHERE holder_id IS NOT NULL;
CREATE INDEX passkey_of ON passkey (holder_kind, holder_id);
CREATE INDEX session_member ON session (member_id);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX team_account ON team (account_id);
CREATE INDEX draft_account_all ON draft (account_id);
CREATE INDEX upload_account ON upload (account_id);
CREATE INDEX draft_rendition_account ON draft_rendition (account_id);
CREATE INDEX application_document_account ON application_document (account_id);
CREATE INDEX application_decision_account ON application_decision (account_id);

DROP FUNCTION erase_account(text, int);
GRANT EXECUTE ON FUNCTION clock.now() TO posthorn_erasure;
SET ROLE posthorn_erasure;

CREATE FUNCTION retention.held_account_ids() RETURNS TABLE (id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT h.scope_id FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.today() AND h.scope = 'account'
        UNION SELECT a.id FROM legal_hold h JOIN member m ON m.person_id = h.scope_id JOIN account a ON a.id = m.account_id AND a.kind = 'private'
          WHERE h.state = 'placed' AND h.ends_on >= retention.today() AND h.scope = 'person' $$;
CREATE FUNCTION retention.held_person_ids() RETURNS TABLE (id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT h.scope_id FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.today() AND h.scope = 'person'
        UNION SELECT m.person_id FROM retention.held_account_ids() a JOIN member m ON m.account_id = a.id $$;

-- R1 to R5: of who belongs to no account any more everything that names him. The row itself stays, for what evidence and log say by its
-- id; the log of use and of identifications has a term of its own (R6), proof of consent as well (R13), without a name.
CREATE FUNCTION retention.wipe_person(ids text[]) RETURNS void ${WRITES} AS $$
DECLARE at timestamptz := clock.now(); BEGIN
  -- After a restore he may belong to an account again.
  UPDATE member SET left_at = at, left_because = 'account_closed', last_active_at = NULL WHERE person_id = ANY (ids) AND left_at IS NULL;
  UPDATE session SET ended_at = coalesce(ended_at, at), ended_because = coalesce(ended_because, 'left'), device_id = NULL, browser = NULL, os = NULL, ip = NULL
    WHERE person_id = ANY (ids);
  DELETE FROM device WHERE holder_kind = 'person' AND holder_id = ANY (ids);
  DELETE FROM passkey WHERE holder_kind = 'person' AND holder_id = ANY (ids);
  DELETE FROM sign_in_ceremony WHERE holder_kind = 'person' AND holder_id = ANY (ids);
  DELETE FROM identification_attempt WHERE person_id = ANY (ids);
  DELETE FROM person_identity WHERE person_id = ANY (ids);
  DELETE FROM totp WHERE person_id = ANY (ids);
  DELETE FROM recovery_code WHERE person_id = ANY (ids);
  DELETE FROM person_errand WHERE person_id = ANY (ids);
  UPDATE inbox_entry SET ended_at = at WHERE person_id = ANY (ids) AND ended_at IS NULL;
  UPDATE policy_acceptance SET withdrawn_at = at WHERE person_id = ANY (ids) AND account_id IS NULL AND withdrawn_at IS NULL;
  UPDATE mailed_link SET email = 'erased', voided_at = coalesce(voided_at, at) WHERE purpose = 'email_change' AND subject_id = ANY (ids);
  UPDATE mailed_link SET email = 'erased' WHERE purpose = 'registration' AND subject_id IN (SELECT r.id FROM registration r WHERE r.person_id = ANY (ids));
  UPDATE registration SET email = 'erased', form = NULL WHERE person_id = ANY (ids);
  UPDATE person SET email = 'erased:' || id, family_name = '', first_names = '', password_hash = NULL, password_changed_at = NULL, webauthn_handle = NULL,
    identified_method = NULL, identified_level = NULL, identified_issuer = NULL, identified_at = NULL, email_verified_at = NULL,
    erased_at = coalesce(erased_at, at), erasure_owed_at = NULL, erasure_rule = NULL WHERE id = ANY (ids);
END $$;
-- Whose last membership has ended: he is erased, or, where a hold names him, shut out and erased once it ends.
CREATE FUNCTION retention.let_person_go(gone text, at timestamptz, rule_id text) RETURNS boolean ${WRITES} AS $$
BEGIN
  PERFORM retention.share_holds();
  -- Two memberships that end at once: the second sees the first.
  PERFORM FROM person WHERE id = gone AND erased_at IS NULL FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM member WHERE person_id = gone AND left_at IS NULL) THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM retention.held_persons(ARRAY[gone])) THEN
    UPDATE session SET ended_at = at, ended_because = 'left' WHERE person_id = gone AND ended_at IS NULL;
    UPDATE person SET erasure_owed_at = at, erasure_rule = rule_id WHERE id = gone;
    RETURN false;
  END IF;
  PERFORM retention.wipe_person(ARRAY[gone]);
  PERFORM retention.note(rule_id, 'person', ARRAY[gone]);
  RETURN true;
END $$;
CREATE FUNCTION retention.due_person(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
#variable_conflict use_column
BEGIN RETURN QUERY SELECT p.id, retention.day_of(p.erasure_owed_at) FROM person p
  WHERE p.erasure_owed_at IS NOT NULL AND p.erased_at IS NULL AND retention.day_of(p.erasure_owed_at) <= on_day AND p.id > coalesce(after, '')
    AND NOT EXISTS (SELECT FROM member m WHERE m.person_id = p.id AND m.left_at IS NULL) ORDER BY p.id LIMIT at_most; END $$;
CREATE FUNCTION retention.erase_person(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE p record; gone text[] := '{}'; BEGIN
  FOR p IN SELECT o.id, o.erasure_owed_at AS at, o.erasure_rule AS rule FROM person o
      WHERE o.id = ANY (ids) AND o.erasure_owed_at IS NOT NULL AND o.erased_at IS NULL ORDER BY o.id FOR UPDATE SKIP LOCKED LOOP
    IF retention.let_person_go(p.id, p.at, p.rule) THEN gone := gone || p.id; END IF;
  END LOOP;
  RETURN gone;
END $$;
CREATE OR REPLACE FUNCTION public.erase_person(gone text, at timestamptz) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.let_person_go(gone, at, 'R3') $$;

-- R3, R4, after a restore: what hung on a membership that was over. Drafts go to an admin who is there.
CREATE FUNCTION retention.wipe_membership(ids text[]) RETURNS void ${WRITES} AS $$
DECLARE m member; at timestamptz := clock.now(); BEGIN
  FOR m IN SELECT * FROM member WHERE id = ANY (ids) ORDER BY id LOOP
    UPDATE member SET left_at = coalesce(left_at, at), left_because = coalesce(left_because, 'left'), last_active_at = NULL WHERE id = m.id;
    UPDATE draft d SET member_id = h.id FROM (SELECT id FROM member WHERE account_id = m.account_id AND left_at IS NULL AND role = 'admin' ORDER BY joined_at, id LIMIT 1) h
      WHERE d.account_id = m.account_id AND d.member_id = m.id AND d.message_id IS NULL;
    UPDATE account SET email = (SELECT p.email FROM member h JOIN person p ON p.id = h.person_id WHERE h.account_id = m.account_id AND h.left_at IS NULL
        AND h.role = 'admin' ORDER BY h.joined_at, h.id LIMIT 1)
      WHERE id = m.account_id AND lower(email) = (SELECT lower(p.email) FROM person p WHERE p.id = m.person_id)
        AND EXISTS (SELECT FROM member h WHERE h.account_id = m.account_id AND h.left_at IS NULL AND h.role = 'admin');
    PERFORM retention.end_member_things(m.id, m.public_id, m.account_id, at);
    UPDATE session SET ended_at = at, ended_because = 'left' WHERE member_id = m.id AND ended_at IS NULL;
  END LOOP;
END $$;
CREATE FUNCTION retention.end_member_things(gone text, called text, of_account text, at timestamptz) RETURNS void ${WRITES} AS $$
BEGIN
  DELETE FROM team_member WHERE member_id = gone;
  UPDATE collect_session SET ended_at = at WHERE ended_at IS NULL AND collector ->> 'member' = called;
  UPDATE mailed_link SET voided_at = at WHERE purpose = 'invitation' AND used_at IS NULL AND voided_at IS NULL
    AND subject_id IN (SELECT i.id FROM invitation i WHERE i.account_id = of_account AND i.invited_by = gone
      AND i.accepted_at IS NULL AND i.declined_at IS NULL);
  UPDATE invitation SET withdrawn_at = at WHERE account_id = of_account AND invited_by = gone
    AND accepted_at IS NULL AND withdrawn_at IS NULL AND declined_at IS NULL;
  UPDATE mailed_link SET email = 'erased' WHERE purpose = 'invitation'
    AND subject_id IN (SELECT i.id FROM invitation i WHERE i.account_id = of_account AND i.accepted_member_id = gone);
  UPDATE invitation SET email = 'erased' WHERE account_id = of_account AND accepted_member_id = gone;
END $$;
-- As before, and noted: what a membership kept is gone at once, and its person with it where he has no other.
CREATE OR REPLACE FUNCTION public.end_membership(gone text, heir text, at timestamptz) RETURNS boolean ${WRITES} AS $$
DECLARE m member; other member; rule_id text; BEGIN
  SELECT * INTO m FROM member WHERE id = gone AND left_at IS NOT NULL AND account_id = current_setting('posthorn.account_id', true);
  IF NOT FOUND THEN RAISE EXCEPTION 'no membership of this account that is over'; END IF;
  IF NOT EXISTS (SELECT FROM member h WHERE h.id = heir AND h.account_id = m.account_id AND h.left_at IS NULL AND h.role = 'admin')
  THEN RAISE EXCEPTION 'drafts go to an admin of the same account'; END IF;
  -- A company that is written to at the address of who leaves is written to at that of who stays.
  UPDATE account SET email = (SELECT p.email FROM member h JOIN person p ON p.id = h.person_id WHERE h.id = heir)
    WHERE id = m.account_id AND lower(email) = (SELECT lower(p.email) FROM person p WHERE p.id = m.person_id);
  UPDATE draft SET member_id = heir WHERE account_id = m.account_id AND member_id = gone AND message_id IS NULL;
  PERFORM retention.end_member_things(gone, m.public_id, m.account_id, at);
  -- Who works elsewhere too stays signed in, there.
  SELECT mm.* INTO other FROM member mm JOIN account a ON a.id = mm.account_id
    WHERE mm.person_id = m.person_id AND mm.left_at IS NULL AND a.status <> 'erased'
    ORDER BY mm.last_active_at DESC NULLS LAST, mm.joined_at, mm.id LIMIT 1;
  IF FOUND THEN UPDATE session SET member_id = other.id, account_id = other.account_id
    WHERE person_id = m.person_id AND member_id = gone AND ended_at IS NULL;
  ELSE UPDATE session SET ended_at = at, ended_because = 'left' WHERE person_id = m.person_id AND member_id = gone AND ended_at IS NULL; END IF;
  rule_id := CASE WHEN m.role = 'admin' THEN 'R4' ELSE 'R3' END;
  PERFORM retention.note(rule_id, 'membership', ARRAY[gone]);
  RETURN retention.let_person_go(m.person_id, at, rule_id);
END $$;

-- R12: mandate documents, at once when the account ends; what a hold names waits for its end. Ids of accounts.
CREATE FUNCTION retention.wipe_mandate_document(ids text[]) RETURNS void ${WRITES} AS $$
BEGIN
  INSERT INTO blob_removal (blob_id, since) SELECT blob, clock.now() FROM unnest(ids) AS a (id) CROSS JOIN LATERAL erase_application_documents(a.id) AS blob
    ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION retention.erase_mandate_document(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE found text[]; held text[]; gone text[]; BEGIN
  PERFORM retention.share_holds();
  found := ARRAY(SELECT a.id FROM account a WHERE a.id = ANY (ids) AND a.status IN ('closed','erased') ORDER BY a.id FOR UPDATE);
  held := ARRAY(SELECT h.id FROM retention.held_accounts(found) h);
  UPDATE application_document SET removal_owed_at = coalesce(removal_owed_at, clock.now()) WHERE account_id = ANY (held);
  gone := ARRAY(SELECT f.id FROM unnest(found) AS f (id) WHERE f.id <> ALL (held) AND EXISTS (SELECT FROM application_document d WHERE d.account_id = f.id));
  PERFORM retention.wipe_mandate_document(ARRAY(SELECT f.id FROM unnest(found) AS f (id) WHERE f.id <> ALL (held)));
  PERFORM retention.note('R12', 'mandate_document', gone);
  RETURN gone;
END $$;
CREATE FUNCTION retention.due_mandate_document(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
#variable_conflict use_column
BEGIN RETURN QUERY SELECT d.account_id, retention.day_of(min(d.removal_owed_at)) FROM application_document d JOIN account a ON a.id = d.account_id
  WHERE d.removal_owed_at IS NOT NULL AND d.account_id > coalesce(after, '') AND a.status IN ('closed','erased') AND retention.day_of(d.removal_owed_at) <= on_day
  GROUP BY d.account_id ORDER BY d.account_id LIMIT at_most; END $$;
CREATE OR REPLACE FUNCTION public.remove_application_documents(ended text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN PERFORM retention.erase_mandate_document(ARRAY[ended]); END $$;

-- Members of an account that ends, so many of them; each is told by a last mail. Answers whether there are more.
CREATE FUNCTION retention.end_members(gone text, at timestamptz, at_most int, rule_id text, told boolean) RETURNS boolean ${WRITES} AS $$
DECLARE a account; m record; other member; BEGIN
  SELECT * INTO a FROM account WHERE id = gone;
  FOR m IN SELECT mm.id, mm.public_id, mm.person_id, p.email, trim(p.first_names || ' ' || p.family_name) AS name, p.language
      FROM member mm JOIN person p ON p.id = mm.person_id
      WHERE mm.account_id = gone AND mm.left_at IS NULL ORDER BY mm.joined_at, mm.id LIMIT at_most LOOP
    UPDATE member SET left_at = at, left_because = 'account_closed', last_active_at = NULL WHERE id = m.id;
    UPDATE collect_session SET ended_at = at WHERE ended_at IS NULL AND collector ->> 'member' = m.public_id;
    SELECT mm.* INTO other FROM member mm JOIN account e ON e.id = mm.account_id
      WHERE mm.person_id = m.person_id AND mm.left_at IS NULL AND e.status <> 'erased' ORDER BY mm.last_active_at DESC NULLS LAST, mm.joined_at LIMIT 1;
    IF FOUND THEN UPDATE session SET member_id = other.id, account_id = other.account_id WHERE member_id = m.id AND ended_at IS NULL; END IF;
    PERFORM retention.let_person_go(m.person_id, at, rule_id);
    IF told THEN INSERT INTO person_errand (id, to_email, to_name, to_language, kind, facts, created_at, next_attempt_at)
      VALUES ('per_' || upper(substr(encode(sha256(('account_erased ' || m.id)::bytea), 'hex'), 1, 26)), m.email, m.name, m.language, 'account_erased',
        CASE WHEN a.kind = 'company' THEN jsonb_build_object('company', a.name) ELSE '{}'::jsonb END, at, at)
      ON CONFLICT DO NOTHING; END IF;
  END LOOP;
  RETURN EXISTS (SELECT FROM member WHERE account_id = gone AND left_at IS NULL);
END $$;
-- The rest, once its members are through. Keys to what a hold names are left: they fall by their own rule once it ends.
CREATE FUNCTION retention.finish_account(gone text, at timestamptz) RETURNS void ${WRITES} AS $$
DECLARE a account; held text[]; since timestamptz; BEGIN
  SELECT * INTO a FROM account WHERE id = gone;
  since := coalesce(a.closed_at, at);
  held := ARRAY(SELECT h.id FROM legal_hold l CROSS JOIN LATERAL retention.held_messages(ARRAY(
      SELECT l.scope_id WHERE l.scope = 'message' UNION SELECT d.message_id FROM delivery d WHERE l.scope = 'delivery' AND d.id = l.scope_id)) h
    WHERE l.state = 'placed' AND l.scope IN ('delivery','message'));
  DELETE FROM key_wrap w USING message msg LEFT JOIN delivery d ON d.message_id = msg.id AND d.final_at IS NOT NULL AND d.state <> 'collected'
    WHERE msg.account_id = gone AND w.message_id = msg.id AND w.holder IN ('account', d.id) AND msg.id <> ALL (held)
      -- A hold on an addressee names what stands in his inbox, and not the sender's own key; a letter keeps his until its print file falls.
      AND (w.holder = 'account' OR (NOT EXISTS (SELECT FROM retention.held_deliveries(ARRAY[w.holder]))
        AND NOT EXISTS (SELECT FROM print_job j WHERE j.delivery_id = w.holder AND j.blob_id IS NOT NULL)));
  -- An entry that a repair had ended before says nothing of who collected.
  DELETE FROM key_wrap w USING inbox_entry i JOIN delivery d ON d.id = i.delivery_id
    WHERE i.account_id = gone AND d.state = 'collected' AND (i.ended_at IS NULL OR i.ended_at >= d.final_at) AND w.message_id = d.message_id AND w.holder = d.id
      AND d.message_id <> ALL (held) AND NOT EXISTS (SELECT FROM retention.held_account_ids() h WHERE h.id = d.account_id);
  INSERT INTO blob_removal (blob_id, since) SELECT blob_id, at FROM upload WHERE account_id = gone ON CONFLICT DO NOTHING;
  INSERT INTO blob_removal (blob_id, since) SELECT blob_id, at FROM draft_rendition WHERE account_id = gone AND blob_id IS NOT NULL ON CONFLICT DO NOTHING;
  PERFORM retention.wipe_mandate_document(ARRAY[gone]);
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
  UPDATE company_application SET company_name = NULL, enterprise_number = NULL, legal_form = NULL, street = NULL, number = NULL, box = NULL, postcode = NULL, town = NULL
    WHERE account_id = gone;
  UPDATE addressee_consent SET withdrawn_at = since, withdrawn_by = 'sender' WHERE account_id = gone AND withdrawn_at IS NULL;
  UPDATE policy_acceptance SET withdrawn_at = since WHERE account_id = gone AND withdrawn_at IS NULL;
  -- Who lives on in a company has no address of his own here any more at which he could agree to be written to.
  IF a.kind = 'private' THEN UPDATE policy_acceptance SET withdrawn_at = since WHERE policy = 'electronic-delivery' AND withdrawn_at IS NULL
    AND person_id IN (SELECT person_id FROM member WHERE account_id = gone); END IF;
  -- The number of somebody who trades in his own name is his.
  UPDATE account SET status = 'erased', name = '', email = '', enterprise_number = NULL, vat_number = NULL, street = NULL, number = NULL, box = NULL, postcode = NULL,
    town = NULL, country = NULL, erased_at = coalesce(erased_at, at) WHERE id = gone;
END $$;

-- R1, R2, R5, R18, and the sender's and the registered addressee's part of R8: a closed account at the end of its countdown, on the day
-- that its members were told. From the first call on nobody gets in any more; 500 members a call, then the rest.
CREATE FUNCTION retention.due_account(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
#variable_conflict use_column
BEGIN RETURN QUERY SELECT e.id, e.day FROM (
    SELECT a.id, a.erase_by AS day FROM account a WHERE a.status IN ('closing','closed') AND a.status = 'closed' AND a.erase_by <= on_day
    UNION ALL SELECT a.id, coalesce(a.erase_by, on_day) FROM account a WHERE a.status = 'erased' AND a.erased_at IS NULL) e
  WHERE e.id > coalesce(after, '') ORDER BY e.id LIMIT at_most; END $$;
CREATE FUNCTION retention.wipe_account(ids text[]) RETURNS void ${WRITES} AS $$
DECLARE gone text; at timestamptz := clock.now(); BEGIN
  FOREACH gone IN ARRAY ids LOOP
    PERFORM retention.end_members(gone, at, NULL, 'R1', false);
    PERFORM retention.finish_account(gone, at);
  END LOOP;
END $$;
CREATE FUNCTION retention.erase_account_slice(ids text[], members_at_most int) RETURNS text[] ${WRITES} AS $$
DECLARE one text; a account; rule_id text; at timestamptz := clock.now(); room int := members_at_most; before int; gone text[] := '{}'; BEGIN
  PERFORM retention.share_holds();
  FOR one IN SELECT i FROM unnest(ids) AS i ORDER BY 1 LOOP
    EXIT WHEN room <= 0;
    -- Who sends in its name holds it open; it is gone through again in minutes.
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended('account ' || one, 0));
    PERFORM FROM account WHERE id = one FOR UPDATE;
    SELECT * INTO a FROM account WHERE id = one;
    CONTINUE WHEN a.id IS NULL OR a.erased_at IS NOT NULL;
    CONTINUE WHEN a.status <> 'erased' AND (a.status <> 'closed' OR a.erase_by IS NULL OR a.erase_by > retention.today());
    CONTINUE WHEN EXISTS (SELECT FROM retention.held_accounts(ARRAY[one]));
    UPDATE account SET status = 'erased' WHERE id = one AND status <> 'erased';
    rule_id := CASE a.kind WHEN 'private' THEN 'R1' ELSE 'R2' END;
    before := (SELECT count(*) FROM member WHERE account_id = one AND left_at IS NULL);
    IF retention.end_members(one, at, room, rule_id, true) THEN EXIT; END IF;
    room := room - before;
    PERFORM retention.finish_account(one, at);
    PERFORM retention.note(rule_id, 'account', ARRAY[one]);
    gone := gone || one;
  END LOOP;
  RETURN gone;
END $$;
CREATE FUNCTION retention.erase_account(ids text[]) RETURNS text[] LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.erase_account_slice(ids, 500) $$;

-- R15: a company that never asked for its approval, or was refused and let it rest, with its papers, and with who registered it where he
-- has no other account. Ids of accounts; few at any time.
CREATE FUNCTION retention.application_rests(which text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT greatest(a.created_at, c.changed_at, c.decided_at) FROM account a LEFT JOIN company_application c ON c.account_id = a.id
        WHERE a.id = which AND a.status = 'applying' AND (c.id IS NULL OR c.state IN ('draft','refused')) $$;
CREATE FUNCTION retention.due_application(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
#variable_conflict use_column
BEGIN RETURN QUERY SELECT a.id, f.day FROM account a
  CROSS JOIN LATERAL (SELECT retention.falls_on('R15.unfinished', retention.day_of(retention.application_rests(a.id)), a.id) AS day) f
  WHERE a.status = 'applying' AND a.id > coalesce(after, '') AND f.day <= on_day ORDER BY a.id LIMIT at_most; END $$;
CREATE FUNCTION retention.wipe_application(ids text[]) RETURNS void ${WRITES} AS $$
DECLARE gone text; at timestamptz := clock.now(); BEGIN
  FOREACH gone IN ARRAY ids LOOP
    PERFORM retention.end_members(gone, at, NULL, 'R15.unfinished', false);
    PERFORM retention.finish_account(gone, at);
  END LOOP;
  DELETE FROM application_decision WHERE account_id = ANY (ids);
  DELETE FROM company_application WHERE account_id = ANY (ids);
END $$;
CREATE FUNCTION retention.erase_application(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE found text[]; gone text[]; BEGIN
  PERFORM retention.share_holds();
  found := ARRAY(SELECT a.id FROM account a WHERE a.id = ANY (ids) AND a.status = 'applying' ORDER BY a.id FOR UPDATE SKIP LOCKED);
  PERFORM FROM company_application c WHERE c.account_id = ANY (found) ORDER BY c.id FOR UPDATE;
  gone := ARRAY(SELECT f.id FROM unnest(found) AS f (id) WHERE retention.falls_on('R15.unfinished', retention.day_of(retention.application_rests(f.id)), f.id) <= retention.today()
    AND f.id NOT IN (SELECT h.id FROM retention.held_accounts(found) h));
  IF cardinality(gone) = 0 THEN RETURN gone; END IF;
  PERFORM retention.wipe_application(gone);
  PERFORM retention.note('R15.unfinished', 'application', gone);
  RETURN gone;
END $$;

-- R18: what stands in the report of a file of contacts, a day and no longer, whether or not another file is read in.
CREATE FUNCTION retention.due_contact_import(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) ${READS} AS $$
#variable_conflict use_column
BEGIN RETURN QUERY SELECT c.id, retention.day_of(c.at + interval '24 hours') FROM contact_import c
  WHERE c.at <= least(clock.now(), retention.starts_at(on_day + 1)) - interval '24 hours' AND (c.at, c.id) > (coalesce((SELECT e.at FROM contact_import e WHERE e.id = after), '-infinity'), coalesce(after, ''))
  ORDER BY c.at, c.id LIMIT at_most; END $$;
CREATE FUNCTION retention.wipe_contact_import(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ DELETE FROM contact_import WHERE id = ANY (ids) $$;
CREATE FUNCTION retention.erase_contact_import(ids text[]) RETURNS text[] ${WRITES} AS $$
DECLARE found text[]; gone text[]; BEGIN
  found := ARRAY(SELECT c.id FROM contact_import c WHERE c.id = ANY (ids) ORDER BY c.id FOR UPDATE SKIP LOCKED);
  gone := ARRAY(SELECT c.id FROM contact_import c WHERE c.id = ANY (found) AND c.at <= clock.now() - interval '24 hours'
    AND c.account_id NOT IN (SELECT h.id FROM retention.held_accounts(ARRAY(SELECT e.account_id FROM contact_import e WHERE e.id = ANY (found))) h));
  PERFORM retention.wipe_contact_import(gone);
  PERFORM retention.note('R18', 'contact_import', gone);
  RETURN gone;
END $$;
${[...ROW_SETS.map(rowSet), ...DAY_SETS.map(daySet)].join("")}${grantSets(SETS)}
RESET ROLE;
`;
