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
DECLARE address text; BEGIN
  -- Two memberships that end at once: the second sees the first.
  SELECT email INTO address FROM person WHERE id = gone AND erased_at IS NULL FOR UPDATE;
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
  UPDATE mailed_link SET email = 'erased' WHERE purpose = 'registration'
    AND subject_id IN (SELECT id FROM registration WHERE finished_at IS NOT NULL AND lower(email) = lower(address));
  UPDATE registration SET email = 'erased', form = NULL WHERE finished_at IS NOT NULL AND lower(email) = lower(address);
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
    ORDER BY mm.last_active_at DESC NULLS LAST, mm.joined_at LIMIT 1;
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
`;
