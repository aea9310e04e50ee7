// Accounts and those who run them: their states, memberships, invitations, teams, settings, accepted policies, links by mail, use.

export const sql = `
ALTER TABLE person
  -- When somebody opened a link that was sent to this address.
  ADD COLUMN email_verified_at timestamptz(3),
  -- His personal data is gone (domain rules R1 to R5); the row stands for what evidence and log still name by his id.
  ADD COLUMN erased_at timestamptz(3);
UPDATE person SET email_verified_at = created_at;
-- Nobody is found by an address of somebody who was erased.
DROP INDEX person_email;
CREATE UNIQUE INDEX person_email ON person (lower(email)) WHERE erased_at IS NULL;

ALTER TABLE account
  -- applying: a company whose mandate staff have not approved; nothing can be sent. closing: no new sending, running deliveries go on.
  -- closed: restricted, until erased.
  DROP CONSTRAINT account_status_check,
  ADD CONSTRAINT account_status_check CHECK (status IN ('applying','active','closing','closed','erased')),
  ADD COLUMN vat_number text,
  ADD COLUMN closing_asked_at timestamptz(3),
  ADD COLUMN closing_mode text CHECK (closing_mode IN ('when_final','now')),
  ADD COLUMN closed_at timestamptz(3),
  -- The last day of the countdown, Brussels; all is gone before its end (R1, R2: at most 45 days).
  ADD COLUMN erase_by date,
  ADD COLUMN erased_at timestamptz(3),
  -- What compose begins with.
  ADD COLUMN default_identification text NOT NULL DEFAULT 'codes' CHECK (default_identification IN ('codes','eid_or_itsme')),
  ADD COLUMN default_collection_days int NOT NULL DEFAULT 15 CHECK (default_collection_days BETWEEN 1 AND 30),
  ADD COLUMN default_reminders boolean NOT NULL DEFAULT true,
  ADD COLUMN default_postal_fallback boolean NOT NULL DEFAULT false,
  -- Whether a notice names the sender, or only the opened message does.
  ADD COLUMN sender_shown text NOT NULL DEFAULT 'before' CHECK (sender_shown IN ('before','after')),
  ADD COLUMN settings_changed_at timestamptz(3);
-- One verified account a company.
CREATE UNIQUE INDEX account_enterprise ON account (enterprise_number) WHERE status IN ('active','closing') AND enterprise_verified_at IS NOT NULL;

-- Somebody who left may come back: as another membership.
ALTER TABLE member DROP CONSTRAINT member_account_id_person_id_key,
  ADD COLUMN left_because text CHECK (left_because IN ('left','removed','account_closed')),
  -- When its person last worked in it: where he is led at sign-in.
  ADD COLUMN last_active_at timestamptz(3);
CREATE UNIQUE INDEX member_once ON member (account_id, person_id) WHERE left_at IS NULL;
CREATE INDEX member_account ON member (account_id, joined_at, id);

-- What an account shows to addressees; re-encoded by us, never as it was uploaded.
CREATE TABLE account_logo (
  account_id text PRIMARY KEY REFERENCES account,
  media_type text NOT NULL CHECK (media_type IN ('image/png')),
  width int NOT NULL, height int NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 262144),
  changed_at timestamptz(3) NOT NULL
);

-- Afdeling: part of a company that sends under a name of its own.
CREATE TABLE team (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- Stands beside the company's name; absent: the company's alone.
  sender_name text CHECK (length(sender_name) BETWEEN 1 AND 80),
  messages_visible_to text NOT NULL DEFAULT 'account' CHECK (messages_visible_to IN ('account','team')),
  created_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
);
CREATE UNIQUE INDEX team_name ON team (account_id, lower(name)) WHERE ended_at IS NULL;
CREATE TABLE team_member (
  team_id text NOT NULL REFERENCES team,
  member_id text NOT NULL REFERENCES member,
  account_id text NOT NULL REFERENCES account,
  joined_at timestamptz(3) NOT NULL,
  PRIMARY KEY (team_id, member_id)
);
CREATE INDEX team_member_member ON team_member (member_id);
-- Members of a team are counted without a look at their rows.
CREATE INDEX team_member_team ON team_member (account_id, team_id, member_id);
ALTER TABLE message ADD COLUMN team_id text REFERENCES team, ADD COLUMN sender_shown text NOT NULL DEFAULT 'before' CHECK (sender_shown IN ('before','after'));
ALTER TABLE delivery ADD COLUMN team_id text REFERENCES team;
ALTER TABLE draft ADD COLUMN team_id text REFERENCES team;

CREATE TABLE invitation (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('admin','user')),
  team_ids text[] NOT NULL DEFAULT '{}',
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  invited_by text NOT NULL REFERENCES member,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  accepted_member_id text REFERENCES member,
  withdrawn_at timestamptz(3),
  declined_at timestamptz(3)
);
CREATE UNIQUE INDEX invitation_once ON invitation (account_id, lower(email))
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND declined_at IS NULL;
CREATE INDEX invitation_account ON invitation (account_id, created_at DESC, id DESC);

-- A link in a mail that opens something once. The token is derived from a key that only the worker has, from the id; the worker
-- writes its digest when it sends, so that nothing here opens anything.
CREATE TABLE mailed_link (
  id text PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('registration','invitation','email_change')),
  -- What it opens: a registration, an invitation, a person.
  subject_id text NOT NULL,
  email text NOT NULL,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  token_hash text UNIQUE,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  voided_at timestamptz(3)
);
CREATE INDEX mailed_link_subject ON mailed_link (subject_id) WHERE used_at IS NULL AND voided_at IS NULL;

-- A mail may be owed to an address whose holder has no account (yet).
ALTER TABLE person_errand ALTER COLUMN person_id DROP NOT NULL,
  ADD COLUMN to_email text, ADD COLUMN to_name text, ADD COLUMN to_language text CHECK (to_language IN ('nl','fr','de','en')),
  ADD COLUMN mailed_link_id text REFERENCES mailed_link,
  ADD CONSTRAINT person_errand_to CHECK (person_id IS NOT NULL OR done_at IS NOT NULL OR (to_email IS NOT NULL AND to_language IS NOT NULL));

-- Terms, notices, processor agreement, consent to electronic registered mail: who accepted which version, in which words. Proof of
-- consent stands five years after its withdrawal (R13).
CREATE TABLE policy_acceptance (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person,
  -- Of an agreement that binds the account; absent where it is the person's own.
  account_id text REFERENCES account,
  policy text NOT NULL CHECK (policy IN ('terms','privacy','processor-agreement','electronic-delivery')),
  version text NOT NULL,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  -- SHA-256 of the words as shown, lower-case hex.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  accepted_at timestamptz(3) NOT NULL,
  withdrawn_at timestamptz(3)
);
CREATE INDEX policy_acceptance_person ON policy_acceptance (person_id, accepted_at DESC);
CREATE INDEX policy_acceptance_account ON policy_acceptance (account_id, accepted_at DESC) WHERE account_id IS NOT NULL;

ALTER TABLE api_key
  ADD COLUMN scopes text[] NOT NULL DEFAULT ARRAY['messages:send','messages:read','evidence:read']
    CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['messages:send','messages:read','evidence:read']),
  -- Of a secret that was replaced: until then both serve.
  ADD COLUMN expires_at timestamptz(3),
  ADD COLUMN replaced_by text REFERENCES api_key,
  ADD COLUMN created_by text REFERENCES member;
CREATE INDEX api_key_account ON api_key (account_id, created_at DESC, id DESC);

-- What was done to: a member, an invitation, a key. Read by the account's admins, and by each person as far as he acted himself.
ALTER TABLE use_log ADD COLUMN subject text;
CREATE INDEX use_log_account ON use_log (account_id, used_at DESC, id DESC) WHERE account_id IS NOT NULL;
-- Acts are few among the pages that were asked for, and looked for by themselves.
CREATE INDEX use_log_acts ON use_log (account_id, used_at DESC, id DESC) WHERE account_id IS NOT NULL AND act NOT LIKE '% /%';
CREATE INDEX use_log_person ON use_log (person_id, id DESC) WHERE person_id IS NOT NULL;

-- Teams of the acting member whose messages he may see: an admin all; others those open to the account, and their own.
CREATE FUNCTION visible_teams() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT coalesce(array_agg(t.id), '{}') FROM member m JOIN team t ON t.account_id = m.account_id
        WHERE m.id = current_setting('posthorn.member_id', true) AND m.account_id = current_setting('posthorn.account_id', true)
          AND m.left_at IS NULL
          AND (m.role = 'admin' OR t.messages_visible_to = 'account'
               OR EXISTS (SELECT FROM team_member tm WHERE tm.team_id = t.id AND tm.member_id = m.id)) $$;
REVOKE ALL ON FUNCTION visible_teams() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION visible_teams() TO posthorn_portal;
-- Within the own account a message of a closed team is seen by those who may; of no team by all.
CREATE POLICY of_visible_teams ON message AS RESTRICTIVE FOR SELECT TO posthorn_portal
  USING (team_id IS NULL OR account_id IS DISTINCT FROM current_setting('posthorn.account_id', true) OR team_id = ANY ((SELECT visible_teams())::text[]));
CREATE POLICY of_visible_teams ON delivery AS RESTRICTIVE FOR SELECT TO posthorn_portal
  USING (team_id IS NULL OR account_id IS DISTINCT FROM current_setting('posthorn.account_id', true) OR team_id = ANY ((SELECT visible_teams())::text[]));
-- A draft is its member's; one of a team its team's as well, and nobody else's: whoever sees it may go on with it.
CREATE POLICY of_member_or_team ON draft AS RESTRICTIVE FOR SELECT TO posthorn_portal
  USING (member_id = current_setting('posthorn.member_id', true)
    OR team_id IN (SELECT tm.team_id FROM team_member tm WHERE tm.member_id = current_setting('posthorn.member_id', true)));
CREATE POLICY of_member_or_team ON upload AS RESTRICTIVE FOR SELECT TO posthorn_portal
  USING (EXISTS (SELECT FROM draft d WHERE d.id = draft_id));
-- What hangs on a delivery or a message is seen by whoever sees that; a refused submission hangs on neither.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['evidence_record','evidence_seal','proof','bundle','identification_mismatch'] LOOP
    EXECUTE format($p$CREATE POLICY of_visible_teams ON %I AS RESTRICTIVE FOR SELECT TO posthorn_portal
      USING (delivery_id IS NULL OR EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['message_proof','key_wrap'] LOOP
    EXECUTE format($p$CREATE POLICY of_visible_teams ON %I AS RESTRICTIVE FOR SELECT TO posthorn_portal
      USING (EXISTS (SELECT FROM message m WHERE m.id = message_id) OR EXISTS (SELECT FROM delivery d WHERE d.message_id = %I.message_id))$p$, t, t);
  END LOOP;
END $$;

GRANT SELECT ON account_logo, team, team_member, invitation, mailed_link, policy_acceptance TO posthorn_portal;
GRANT INSERT ON person, account, account_credit, member, mailed_link, policy_acceptance TO posthorn_portal;
GRANT INSERT, DELETE, UPDATE (media_type, width, height, sha256, bytes, changed_at) ON account_logo TO posthorn_portal;
GRANT INSERT, UPDATE (name, sender_name, messages_visible_to, ended_at) ON team TO posthorn_portal;
GRANT INSERT, DELETE ON team_member TO posthorn_portal;
GRANT INSERT, UPDATE (role, team_ids, expires_at, accepted_at, accepted_member_id, withdrawn_at, declined_at) ON invitation TO posthorn_portal;
GRANT UPDATE (used_at, voided_at) ON mailed_link TO posthorn_portal;
GRANT UPDATE (withdrawn_at) ON policy_acceptance TO posthorn_portal;
GRANT UPDATE (email, email_verified_at, language) ON person TO posthorn_portal;
GRANT UPDATE (role, left_at, left_because, last_active_at) ON member TO posthorn_portal;
GRANT UPDATE (street, number, box, postcode, town, country, language, email, vat_number, content_retention_days, status, closing_asked_at, closing_mode,
  closed_at, erase_by, default_identification, default_collection_days, default_reminders, default_postal_fallback, sender_shown, settings_changed_at)
  ON account TO posthorn_portal;
GRANT INSERT, SELECT (scopes, expires_at, replaced_by, created_by), UPDATE (name, scopes, expires_at, replaced_by, revoked_at) ON api_key TO posthorn_portal;
GRANT SELECT ON use_log TO posthorn_portal;
GRANT UPDATE (team_id) ON draft TO posthorn_portal;
GRANT SELECT, UPDATE (token_hash) ON mailed_link TO posthorn_worker;
GRANT SELECT (erased_at) ON person TO posthorn_worker;
GRANT SELECT ON account_logo TO posthorn_collect, posthorn_worker;
GRANT SELECT (id, account_id, name, sender_name) ON team TO posthorn_collect, posthorn_api;
GRANT SELECT (sender_shown) ON account TO posthorn_collect;
GRANT SELECT (sender_shown, team_id) ON message TO posthorn_collect;

CREATE POLICY own_account ON account FOR UPDATE TO posthorn_portal
  USING (id = current_setting('posthorn.account_id', true)) WITH CHECK (id = current_setting('posthorn.account_id', true));
DROP POLICY own_name ON account;
CREATE POLICY opened ON account FOR INSERT TO posthorn_portal WITH CHECK (id = current_setting('posthorn.account_id', true));
-- Evidence calls a company by name and number as staff have verified them: the portal changes neither afterwards.
CREATE FUNCTION keep_verified_name() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF current_user = 'posthorn_portal' AND OLD.kind = 'company' AND OLD.status <> 'applying'
    AND (NEW.name, NEW.enterprise_number, NEW.enterprise_verified_at) IS DISTINCT FROM (OLD.name, OLD.enterprise_number, OLD.enterprise_verified_at)
  THEN RAISE EXCEPTION 'name and number of a company are verified by staff'; END IF;
  -- Approval is the staff's act.
  IF current_user = 'posthorn_portal' AND OLD.status = 'applying' AND NEW.status NOT IN ('applying','closed')
  THEN RAISE EXCEPTION 'an application is approved by staff'; END IF;
  IF current_user = 'posthorn_backoffice' AND NEW.status <> OLD.status AND (OLD.status <> 'applying' OR NEW.status <> 'active')
  THEN RAISE EXCEPTION 'staff approve a company and do nothing else to its state'; END IF;
  RETURN NEW; END $$;
CREATE TRIGGER keep_verified_name BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION keep_verified_name();
CREATE POLICY joined ON member FOR INSERT TO posthorn_portal WITH CHECK (account_id = current_setting('posthorn.account_id', true));
CREATE POLICY own_account ON member FOR UPDATE TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['account_logo','team','team_member','invitation','mailed_link','policy_acceptance','use_log'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['account_logo','team','team_member'] LOOP
    EXECUTE format($p$CREATE POLICY own_account ON %I TO posthorn_portal
      USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true))$p$, t);
  END LOOP;
END $$;
CREATE POLICY back_end ON mailed_link TO posthorn_worker USING (true) WITH CHECK (true);
CREATE POLICY back_end ON account_logo FOR SELECT TO posthorn_worker USING (true);
-- What a link opens is seen by whoever presents it; the account sees its own invitations.
CREATE POLICY presented ON mailed_link TO posthorn_portal USING (token_hash = current_setting('posthorn.presented_link', true)) WITH CHECK (true);
-- Whose address is to change ends the links that were sent for it.
CREATE POLICY own_change ON mailed_link TO posthorn_portal
  USING (purpose = 'email_change' AND subject_id = current_setting('posthorn.person_id', true))
  WITH CHECK (purpose = 'email_change' AND subject_id = current_setting('posthorn.person_id', true));
CREATE POLICY own_account ON invitation TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
CREATE POLICY presented ON invitation TO posthorn_portal
  USING (EXISTS (SELECT FROM mailed_link l WHERE l.purpose = 'invitation' AND l.subject_id = invitation.id));
CREATE POLICY own ON policy_acceptance TO posthorn_portal
  USING (person_id = current_setting('posthorn.person_id', true) OR account_id = current_setting('posthorn.account_id', true))
  WITH CHECK (person_id = current_setting('posthorn.person_id', true));
CREATE POLICY write ON use_log FOR INSERT TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_worker WITH CHECK (true);
CREATE POLICY own ON use_log FOR SELECT TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true) OR person_id = current_setting('posthorn.person_id', true));
CREATE POLICY presented ON account_logo FOR SELECT TO posthorn_collect USING (EXISTS (SELECT FROM delivery d WHERE d.account_id = account_logo.account_id));
-- That there are records of his identifications a person may know; what they hold is opened by the privacy desk alone.
GRANT SELECT (id, person_id, purpose, method, level, identified_at) ON identification_record TO posthorn_portal;
CREATE POLICY own ON identification_record FOR SELECT TO posthorn_portal USING (person_id = current_setting('posthorn.person_id', true));
-- What lets a person in is seen once it is known whose it is, or by whoever presents it: a session's token, a passkey's credential,
-- what itsme or a card said.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['session','totp','recovery_code','person_identity'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY own ON %I TO posthorn_portal
      USING (person_id = current_setting('posthorn.person_id', true)) WITH CHECK (person_id = current_setting('posthorn.person_id', true))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['passkey','device'] LOOP
    EXECUTE format('DROP POLICY of_persons ON %I', t);
    EXECUTE format($p$CREATE POLICY own ON %I TO posthorn_portal
      USING (holder_kind = 'person' AND holder_id = current_setting('posthorn.person_id', true))
      WITH CHECK (holder_kind = 'person' AND holder_id = current_setting('posthorn.person_id', true))$p$, t);
  END LOOP;
END $$;
CREATE POLICY presented ON session TO posthorn_portal
  USING (token_hash = current_setting('posthorn.presented_session', true)) WITH CHECK (token_hash = current_setting('posthorn.presented_session', true));
CREATE POLICY presented ON device FOR SELECT TO posthorn_portal
  USING (EXISTS (SELECT FROM session s WHERE s.device_id = device.id AND s.token_hash = current_setting('posthorn.presented_session', true)));
CREATE POLICY presented ON passkey FOR SELECT TO posthorn_portal
  USING (holder_kind = 'person' AND credential_id = current_setting('posthorn.presented_passkey', true));
-- Locked for its use before it is known whose it is.
CREATE POLICY locked ON passkey FOR UPDATE TO posthorn_portal
  USING (holder_kind = 'person' AND credential_id = current_setting('posthorn.presented_passkey', true))
  WITH CHECK (holder_kind = 'person' AND holder_id = current_setting('posthorn.person_id', true));
CREATE POLICY presented ON person_identity TO posthorn_portal
  USING (subject_digest = ANY (string_to_array(current_setting('posthorn.presented_identity', true), ',')))
  WITH CHECK (subject_digest = ANY (string_to_array(current_setting('posthorn.presented_identity', true), ',')));
CREATE POLICY readable ON team FOR SELECT TO posthorn_api USING (account_id = current_setting('posthorn.account_id', true));
CREATE POLICY presented ON team FOR SELECT TO posthorn_collect USING (EXISTS (SELECT FROM delivery d WHERE d.team_id = team.id));
`;
