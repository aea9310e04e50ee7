// Signing in: passkeys, one-time codes of an app, recovery codes, known devices, ceremonies under way, and mails owed to a person.

export const sql = `
-- Of account holders and of staff alike; each service sees its own kind.
CREATE TABLE passkey (
  id text PRIMARY KEY,
  holder_kind text NOT NULL CHECK (holder_kind IN ('person','staff')),
  holder_id text NOT NULL,
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}',
  backed_up boolean NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  created_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  -- Its counter went back: a copy may be in use. It opens nothing until its holder has put another in its place.
  suspected_at timestamptz(3),
  removed_at timestamptz(3)
);
CREATE INDEX passkey_holder ON passkey (holder_kind, holder_id) WHERE removed_at IS NULL;

-- A challenge or a half-finished sign-in, bound to the browser that began; good once, for minutes.
CREATE TABLE sign_in_ceremony (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('passkey_registration','passkey_sign_in','passkey_confirmation','second_factor','totp_set_up')),
  holder_kind text NOT NULL CHECK (holder_kind IN ('person','staff')),
  -- Absent where the passkey itself says who it is.
  holder_id text,
  browser_hash text NOT NULL,
  challenge text,
  -- Of a secret that is being set up, sealed.
  sealed_secret bytea,
  key_version int,
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  consumed_at timestamptz(3)
);
CREATE INDEX sign_in_ceremony_expires ON sign_in_ceremony (expires_at);

CREATE TABLE totp (
  person_id text PRIMARY KEY REFERENCES person,
  sealed_secret bytea NOT NULL,
  key_version int NOT NULL,
  confirmed_at timestamptz(3) NOT NULL,
  -- The last time step used: none is good twice (RFC 6238 §5.2).
  last_step bigint NOT NULL
);

CREATE TABLE recovery_code (
  person_id text NOT NULL REFERENCES person,
  code_hash text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  PRIMARY KEY (person_id, code_hash)
);

-- Browsers that have signed in before, known by a cookie; a new one is told by mail.
CREATE TABLE device (
  id text PRIMARY KEY,
  holder_kind text NOT NULL CHECK (holder_kind IN ('person','staff')),
  holder_id text NOT NULL,
  token_hash text NOT NULL,
  browser text NOT NULL,
  os text NOT NULL,
  first_seen_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  UNIQUE (holder_kind, holder_id, token_hash)
);

ALTER TABLE person
  -- What authenticators know the person by; random, tells nothing.
  ADD COLUMN webauthn_handle text UNIQUE,
  ADD COLUMN password_changed_at timestamptz(3);

-- How the session came about, for evidence and for the list of sessions; fresh_at: the last full proof of who sits there.
ALTER TABLE session
  ADD COLUMN id text,
  ADD COLUMN level text,
  ADD COLUMN issuer text,
  ADD COLUMN device_id text REFERENCES device,
  ADD COLUMN browser text,
  ADD COLUMN os text,
  ADD COLUMN ip text,
  ADD COLUMN fresh_at timestamptz(3),
  -- When more than a password was shown in it; absent for a password alone.
  ADD COLUMN strong_at timestamptz(3),
  ADD COLUMN ended_because text CHECK (ended_because IN ('signed_out','replaced','revoked','password_changed','left','other_browser'));
UPDATE session SET id = 'ses_' || upper(substr(encode(sha256(token_hash::bytea), 'hex'), 1, 26)), fresh_at = authenticated_at;
ALTER TABLE session ALTER COLUMN id SET NOT NULL, ALTER COLUMN fresh_at SET NOT NULL;
CREATE UNIQUE INDEX session_id ON session (id);

-- A mail owed once to an account holder: a new device, a changed means of sign-in, an identification.
CREATE TABLE person_errand (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person,
  kind text NOT NULL,
  facts jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  next_attempt_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  done_at timestamptz(3)
);
CREATE INDEX person_errand_open ON person_errand (next_attempt_at) WHERE done_at IS NULL;

GRANT SELECT, INSERT, UPDATE (sign_count, backed_up, name, last_used_at, suspected_at, removed_at) ON passkey TO posthorn_portal, posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE (attempts, consumed_at) ON sign_in_ceremony TO posthorn_portal, posthorn_backoffice;
GRANT SELECT, INSERT, DELETE, UPDATE (last_step) ON totp TO posthorn_portal;
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON recovery_code TO posthorn_portal;
GRANT SELECT, INSERT, UPDATE (browser, os, last_seen_at) ON device TO posthorn_portal, posthorn_backoffice;
GRANT UPDATE (webauthn_handle, password_changed_at) ON person TO posthorn_portal;
GRANT INSERT ON person_errand TO posthorn_portal;
GRANT SELECT, UPDATE (next_attempt_at, attempts, done_at) ON person_errand TO posthorn_worker;
GRANT SELECT (id, first_names, family_name) ON person TO posthorn_worker;
-- A company's admin who is identified takes over a key whose member has left or whose term has ended.
GRANT SELECT (id, account_id, member_id, name, created_at, last_used_at, revoked_at), UPDATE (member_id) ON api_key TO posthorn_portal;
-- The portal sees its account's keys; the api looks up the one that was presented, before it knows whose it is.
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON api_key TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
CREATE POLICY presented ON api_key TO posthorn_api USING (id = current_setting('posthorn.presented_key', true));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['passkey','sign_in_ceremony','device'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY of_persons ON %I TO posthorn_portal USING (holder_kind = 'person') WITH CHECK (holder_kind = 'person')$p$, t);
    EXECUTE format($p$CREATE POLICY of_staff ON %I TO posthorn_backoffice USING (holder_kind = 'staff') WITH CHECK (holder_kind = 'staff')$p$, t);
  END LOOP;
END $$;

-- What was begun and never finished holds no value after minutes, and a card's answer in it is nobody's to keep: at most so many
-- at a time, the oldest first. Answers how many went.
CREATE FUNCTION forget_tries(before timestamptz, at_most int) RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ WITH tries AS (DELETE FROM identification_attempt WHERE id IN
          (SELECT id FROM identification_attempt WHERE expires_at < before ORDER BY expires_at LIMIT at_most FOR UPDATE SKIP LOCKED) RETURNING 1),
        ceremonies AS (DELETE FROM sign_in_ceremony WHERE id IN
          (SELECT id FROM sign_in_ceremony WHERE expires_at < before ORDER BY expires_at LIMIT at_most FOR UPDATE SKIP LOCKED) RETURNING 1)
        SELECT ((SELECT count(*) FROM tries) + (SELECT count(*) FROM ceremonies))::int $$;
REVOKE ALL ON FUNCTION forget_tries(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_tries(timestamptz, int) TO posthorn_worker;
`;
