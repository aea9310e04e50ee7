// Leaving: what goes at once when a member leaves, and when a closed account falls (domain rules R1 to R5).

export const sql = `
CREATE INDEX account_closing ON account (erase_by) WHERE status IN ('closing','closed');

-- Whom collect sessions were opened as: a member who leaves loses them at once.
CREATE INDEX collect_session_member ON collect_session ((collector ->> 'member')) WHERE ended_at IS NULL AND collector ->> 'member' IS NOT NULL;
-- As before, and the membership is held until the end of the transaction: whoever leaves at this instant is found, or leaves after it.
CREATE OR REPLACE FUNCTION delegate_of(identity_method text, digests text[], organisation text)
  RETURNS TABLE (member_id text, public_id text, person_id text) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.id, m.public_id, m.person_id
        FROM person_identity i JOIN member m ON m.person_id = i.person_id AND m.left_at IS NULL
        JOIN account a ON a.id = m.account_id
        WHERE i.method = identity_method AND i.subject_digest = ANY (digests)
          AND a.kind = 'company' AND a.status NOT IN ('applying','closed','erased') AND a.enterprise_number = organisation AND a.enterprise_verified_at IS NOT NULL
        ORDER BY m.joined_at LIMIT 1 FOR SHARE OF m $$;

-- R3, R4, R5: what only a membership that is over kept goes; of who has no other, everything that names him. The row itself stays, for
-- what evidence and log say by its id; the log of use and of identifications has a term of its own (R6). Answers whether he was erased.
CREATE FUNCTION erase_person(gone text, at timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- Two memberships that end at once: the second sees the first.
  PERFORM FROM person WHERE id = gone AND erased_at IS NULL FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM member WHERE person_id = gone AND left_at IS NULL) THEN RETURN false; END IF;
  UPDATE session SET ended_at = coalesce(ended_at, at), ended_because = coalesce(ended_because, 'left'), device_id = NULL, browser = NULL, os = NULL, ip = NULL
    WHERE person_id = gone;
  DELETE FROM device WHERE holder_kind = 'person' AND holder_id = gone;
  DELETE FROM passkey WHERE holder_kind = 'person' AND holder_id = gone;
  DELETE FROM sign_in_ceremony WHERE holder_kind = 'person' AND holder_id = gone;
  DELETE FROM identification_attempt WHERE person_id = gone;
  DELETE FROM person_identity WHERE person_id = gone;
  DELETE FROM totp WHERE person_id = gone;
  DELETE FROM recovery_code WHERE person_id = gone;
  DELETE FROM person_errand WHERE person_id = gone;
  UPDATE inbox_entry SET ended_at = at WHERE person_id = gone AND ended_at IS NULL;
  -- Proof of consent stands five years from here (R13), without a name.
  UPDATE policy_acceptance SET withdrawn_at = at WHERE person_id = gone AND account_id IS NULL AND withdrawn_at IS NULL;
  UPDATE mailed_link SET email = 'erased', voided_at = coalesce(voided_at, at) WHERE purpose = 'email_change' AND subject_id = gone;
  UPDATE mailed_link SET email = 'erased' WHERE purpose = 'registration' AND subject_id IN (SELECT id FROM registration WHERE person_id = gone);
  UPDATE registration SET email = 'erased', form = NULL WHERE person_id = gone;
  UPDATE person SET email = 'erased:' || gone, family_name = '', first_names = '', password_hash = NULL, password_changed_at = NULL, webauthn_handle = NULL,
    identified_method = NULL, identified_level = NULL, identified_issuer = NULL, identified_at = NULL, email_verified_at = NULL, erased_at = at WHERE id = gone;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION erase_person(text, timestamptz) FROM PUBLIC;

-- After a membership was ended by its row: everything that hung on it, in the same transaction. Drafts go to the admin who is named.
CREATE FUNCTION end_membership(gone text, heir text, at timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE m member; other member; BEGIN
  SELECT * INTO m FROM member WHERE id = gone AND left_at IS NOT NULL AND account_id = current_setting('posthorn.account_id', true);
  IF NOT FOUND THEN RAISE EXCEPTION 'no membership of this account that is over'; END IF;
  IF NOT EXISTS (SELECT FROM member h WHERE h.id = heir AND h.account_id = m.account_id AND h.left_at IS NULL AND h.role = 'admin')
  THEN RAISE EXCEPTION 'drafts go to an admin of the same account'; END IF;
  -- A company that is written to at the address of who leaves is written to at that of who stays.
  UPDATE account SET email = (SELECT p.email FROM member h JOIN person p ON p.id = h.person_id WHERE h.id = heir)
    WHERE id = m.account_id AND lower(email) = (SELECT lower(p.email) FROM person p WHERE p.id = m.person_id);
  UPDATE draft SET member_id = heir WHERE account_id = m.account_id AND member_id = gone AND message_id IS NULL;
  DELETE FROM team_member WHERE member_id = gone;
  UPDATE collect_session SET ended_at = at WHERE ended_at IS NULL AND collector ->> 'member' = m.public_id;
  UPDATE mailed_link SET voided_at = at WHERE purpose = 'invitation' AND used_at IS NULL AND voided_at IS NULL
    AND subject_id IN (SELECT i.id FROM invitation i WHERE i.account_id = m.account_id AND i.invited_by = gone
      AND i.accepted_at IS NULL AND i.declined_at IS NULL);
  UPDATE invitation SET withdrawn_at = at WHERE account_id = m.account_id AND invited_by = gone
    AND accepted_at IS NULL AND withdrawn_at IS NULL AND declined_at IS NULL;
  UPDATE mailed_link SET email = 'erased' WHERE purpose = 'invitation'
    AND subject_id IN (SELECT i.id FROM invitation i WHERE i.account_id = m.account_id AND i.accepted_member_id = gone);
  UPDATE invitation SET email = 'erased' WHERE account_id = m.account_id AND accepted_member_id = gone;
  -- Who works elsewhere too stays signed in, there.
  SELECT mm.* INTO other FROM member mm JOIN account a ON a.id = mm.account_id
    WHERE mm.person_id = m.person_id AND mm.left_at IS NULL AND a.status <> 'erased'
    ORDER BY mm.last_active_at DESC NULLS LAST, mm.joined_at, mm.id LIMIT 1;
  IF FOUND THEN UPDATE session SET member_id = other.id, account_id = other.account_id
    WHERE person_id = m.person_id AND member_id = gone AND ended_at IS NULL;
  ELSE UPDATE session SET ended_at = at, ended_because = 'left' WHERE person_id = m.person_id AND member_id = gone AND ended_at IS NULL; END IF;
  RETURN erase_person(m.person_id, at);
END $$;
REVOKE ALL ON FUNCTION end_membership(text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_membership(text, text, timestamptz) TO posthorn_portal;
CREATE INDEX invitation_by ON invitation (invited_by) WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND declined_at IS NULL;
CREATE INDEX invitation_accepted ON invitation (accepted_member_id) WHERE accepted_member_id IS NOT NULL;

-- Links of an invitation of one's own account, which one cannot see.
CREATE FUNCTION void_invitation_links(ended text, at timestamptz) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ UPDATE mailed_link SET voided_at = at WHERE purpose = 'invitation' AND subject_id = ended AND used_at IS NULL AND voided_at IS NULL
        AND EXISTS (SELECT FROM invitation i WHERE i.id = ended AND i.account_id = current_setting('posthorn.account_id', true)) $$;
REVOKE ALL ON FUNCTION void_invitation_links(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION void_invitation_links(text, timestamptz) TO posthorn_portal;
-- A mail to an address goes out once, and then nothing is kept of whom and what it told.
GRANT UPDATE (to_email, to_name, facts) ON person_errand TO posthorn_worker;

-- Closing an account. When its members were told once more, a week before the end of the countdown.
ALTER TABLE account ADD COLUMN erasure_told_at timestamptz(3);
GRANT UPDATE (erasure_told_at) ON account TO posthorn_portal;
GRANT UPDATE (status, closed_at, erase_by, erasure_told_at) ON account TO posthorn_worker;
GRANT INSERT ON person_errand TO posthorn_worker;
-- What is still on its way, by the day on which it ends at the latest.
CREATE INDEX delivery_running ON delivery (account_id, final_by, id) WHERE final_at IS NULL;

-- The way back from closing leads where the account came from: staff alone approve a company. Erasure has a function of its own.
CREATE FUNCTION keep_way_back() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status = OLD.status THEN RETURN NEW; END IF;
  IF current_user = 'posthorn_portal' AND 'erased' IN (OLD.status, NEW.status) THEN RAISE EXCEPTION 'an account is erased by its function alone'; END IF;
  IF current_user = 'posthorn_portal' AND OLD.status IN ('closing','closed') AND NEW.status = 'active' AND NEW.enterprise_verified_at IS NULL
    AND EXISTS (SELECT FROM company_application c WHERE c.account_id = NEW.id AND c.state <> 'approved')
  THEN RAISE EXCEPTION 'an application is approved by staff'; END IF;
  IF current_user = 'posthorn_worker' AND NOT (OLD.status = 'closing' AND NEW.status = 'closed') THEN RAISE EXCEPTION 'only what is closing is closed here'; END IF;
  RETURN NEW; END $$;
CREATE TRIGGER keep_way_back BEFORE UPDATE OF status ON account FOR EACH ROW EXECUTE FUNCTION keep_way_back();

-- Unused purchased credits of a closed account, asked back: booked out of the ledger in the same transaction, paid by the payments desk.
CREATE TABLE credit_refund (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  member_id text NOT NULL REFERENCES member,
  credits int NOT NULL CHECK (credits > 0),
  asked_at timestamptz(3) NOT NULL,
  paid_at timestamptz(3)
);
CREATE INDEX credit_refund_account ON credit_refund (account_id, asked_at);
GRANT SELECT, INSERT ON credit_refund TO posthorn_portal;
ALTER TABLE credit_refund ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON credit_refund TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));

-- Files that nobody has a key for any more; the worker removes them from the content store, then the row.
CREATE TABLE blob_removal (
  blob_id text PRIMARY KEY,
  since timestamptz(3) NOT NULL
);
CREATE INDEX blob_removal_since ON blob_removal (since);
GRANT SELECT, DELETE ON blob_removal TO posthorn_worker;
ALTER TABLE blob_removal ENABLE ROW LEVEL SECURITY;
CREATE POLICY back_end ON blob_removal TO posthorn_worker USING (true);

-- R12: mandate documents end with the account, the day it is closed and not when the rest falls.
CREATE FUNCTION remove_application_documents(ended text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ INSERT INTO blob_removal (blob_id, since)
        SELECT blob, clock.now() FROM account a CROSS JOIN LATERAL erase_application_documents(a.id) AS blob
        WHERE a.id = ended AND a.status IN ('closed','erased')
        ON CONFLICT DO NOTHING $$;
REVOKE ALL ON FUNCTION remove_application_documents(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_application_documents(text) TO posthorn_portal, posthorn_worker;

-- R1, R2, R5, R18, and the sender's and the registered addressee's part of R8: a closed account at the end of its countdown. Members
-- first, so many in one call: 'more' until all are through; then the rest: 'done'. From the first call on nobody gets in any more.
-- Evidence, records of identification, log of use and ledger stay for their own terms (R6, R9, R10), proof of consent for five years
-- from the closing (R13); a delivery that still runs goes on from what its evidence holds.
CREATE FUNCTION erase_account(gone text, members_at_most int) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
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
  INSERT INTO blob_removal (blob_id, since) SELECT blob_id, at FROM upload WHERE account_id = gone ON CONFLICT DO NOTHING;
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
REVOKE ALL ON FUNCTION erase_account(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_account(text, int) TO posthorn_worker;
-- Accounts whose erasing has begun are carried on with.
CREATE INDEX account_erasing ON account (id) WHERE status = 'erased' AND erased_at IS NULL;

-- Every role may make temporary tables, which are looked up first unless the path names them last: a function that runs with its
-- owner's rights must never take one for a table of ours.
DO $$ DECLARE f record; BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name, substr(c, length('search_path=') + 1) AS path FROM pg_proc p, unnest(p.proconfig) AS c
      WHERE p.prosecdef AND p.pronamespace::regnamespace::text IN ('public','jobs') AND c LIKE 'search_path=%' LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %s, pg_temp', f.name, f.path);
  END LOOP;
END $$;
`;
