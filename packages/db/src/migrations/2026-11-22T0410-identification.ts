// Who is who: tries to identify oneself, what an identification left behind, mismatches, and identities of account holders.

export const sql = `
-- Verified by staff against the mandate: only then may a member collect for the organisation. On file: whether the account may
-- give national register numbers at all (Act of 8 August 1983, art. 5 and 8).
ALTER TABLE account
  ADD COLUMN enterprise_verified_at timestamptz(3),
  ADD COLUMN register_number_authorised_at timestamptz(3);

-- Who collects by this session, as evidence will say it; absent where codes established no identity.
ALTER TABLE collect_session ADD COLUMN collector jsonb;

ALTER TABLE errand
  DROP CONSTRAINT errand_kind_check,
  ADD CONSTRAINT errand_kind_check CHECK (kind IN
    ('notice_failed','sms_failed','letter','window_extended','final','proof_copy','not_for_me','reminder_failed','identity_mismatch'));

-- One try with itsme or a card, from the button to the answer; bound to the browser that began, good once, for minutes.
CREATE TABLE identification_attempt (
  id text PRIMARY KEY,
  service text NOT NULL CHECK (service IN ('collect','portal')),
  purpose text NOT NULL CHECK (purpose IN ('collect','sign_in','activate','identify_again','confirm')),
  method text NOT NULL CHECK (method IN ('itsme','web_eid','eid_tls')),
  delivery_id text REFERENCES delivery,
  -- Of collect: a repair since then has ended the try.
  link_generation int,
  person_id text REFERENCES person,
  -- Digest of the cookie of the browser that began, and of the value that comes back with the answer.
  browser_hash text NOT NULL,
  state_hash text NOT NULL UNIQUE,
  nonce text NOT NULL,
  code_verifier text,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  next_path text,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  consumed_at timestamptz(3),
  -- What was said, sealed, and the digest of the one-time code with which the browser fetches it: by mutual TLS, or while the
  -- person is asked whether a changed name shall stand.
  answer bytea,
  answer_key_version int,
  return_hash text UNIQUE,
  answered_at timestamptz(3),
  CHECK ((service = 'collect') = (delivery_id IS NOT NULL))
);
CREATE INDEX identification_attempt_expires ON identification_attempt (expires_at);

-- The transaction log's part about one identification (domain rules R6): sealed, opened by the privacy desk alone.
CREATE TABLE identification_record (
  id text PRIMARY KEY,
  delivery_id text REFERENCES delivery,
  person_id text REFERENCES person,
  purpose text NOT NULL CHECK (purpose IN ('collect','sign_in','activate','identify_again')),
  method text NOT NULL CHECK (method IN ('itsme','eid')),
  issuer text NOT NULL,
  level text CHECK (level IN ('low','substantial','high')),
  identified_at timestamptz(3) NOT NULL,
  -- HMAC-SHA-256 under commitment_key over the canonical JSON that is sealed; evidence carries the commitment alone.
  commitment text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
  commitment_key bytea NOT NULL CHECK (octet_length(commitment_key) = 32),
  sealed bytea NOT NULL,
  key_version int NOT NULL,
  kept_at timestamptz(3) NOT NULL,
  CHECK (num_nonnulls(delivery_id, person_id) >= 1)
);
CREATE INDEX identification_record_delivery ON identification_record (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX identification_record_person ON identification_record (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX identification_record_commitment ON identification_record (commitment);

-- Somebody identified himself and is not the addressee: of the stranger only the field that failed and a keyed digest.
CREATE TABLE identification_mismatch (
  id text PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery,
  account_id text NOT NULL REFERENCES account,
  happened_at timestamptz(3) NOT NULL,
  method text NOT NULL CHECK (method IN ('itsme','eid')),
  field text NOT NULL CHECK (field IN ('name','birth_date','register_number','not_a_member')),
  digest text NOT NULL,
  key_version int NOT NULL
);
CREATE INDEX identification_mismatch_delivery ON identification_mismatch (delivery_id, happened_at DESC);

-- Which itsme account or card is whose: keyed digests of what the issuer calls him, never the number itself.
CREATE TABLE person_identity (
  method text NOT NULL CHECK (method IN ('itsme','eid')),
  subject_digest text NOT NULL,
  key_version int NOT NULL,
  person_id text NOT NULL REFERENCES person,
  issuer text NOT NULL,
  linked_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3) NOT NULL,
  PRIMARY KEY (method, subject_digest)
);
CREATE INDEX person_identity_person ON person_identity (person_id);

-- Every reading of a national register number: by whom, for what.
CREATE TABLE register_number_use (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  used_at timestamptz(3) NOT NULL,
  service text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('entrusted','matched','recorded','opened')),
  delivery_id text,
  person_id text,
  staff_id text
);

-- The member of a verified company account behind an identity, for collecting in the name of the organisation with this number.
CREATE FUNCTION delegate_of(identity_method text, digests text[], organisation text)
  RETURNS TABLE (member_id text, public_id text, person_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.id, m.public_id, m.person_id
        FROM person_identity i JOIN member m ON m.person_id = i.person_id AND m.left_at IS NULL
        JOIN account a ON a.id = m.account_id
        WHERE i.method = identity_method AND i.subject_digest = ANY (digests)
          AND a.kind = 'company' AND a.status <> 'closed' AND a.enterprise_number = organisation AND a.enterprise_verified_at IS NOT NULL
        ORDER BY m.joined_at LIMIT 1 $$;
REVOKE ALL ON FUNCTION delegate_of(text, text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delegate_of(text, text[], text) TO posthorn_collect;

GRANT SELECT, INSERT, UPDATE (consumed_at, answer, answer_key_version, return_hash, answered_at) ON identification_attempt
  TO posthorn_collect, posthorn_portal;
GRANT INSERT ON identification_record TO posthorn_collect, posthorn_portal;
GRANT SELECT ON identification_record TO posthorn_backoffice;
GRANT INSERT ON identification_mismatch TO posthorn_collect;
GRANT SELECT (id, delivery_id, account_id, happened_at, method, field) ON identification_mismatch TO posthorn_portal, posthorn_api;
GRANT SELECT, INSERT, DELETE, UPDATE (last_used_at, subject_digest, key_version) ON person_identity TO posthorn_portal;
GRANT INSERT ON register_number_use TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_backoffice;
GRANT UPDATE (family_name, first_names, identified_method, identified_level, identified_issuer, identified_at) ON person TO posthorn_portal;
-- A private account is called like its only member.
GRANT UPDATE (name) ON account TO posthorn_portal;
CREATE POLICY own_name ON account FOR UPDATE TO posthorn_portal
  USING (kind = 'private' AND id = current_setting('posthorn.account_id', true));

ALTER TABLE identification_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE identification_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE identification_mismatch ENABLE ROW LEVEL SECURITY;
-- Collect sees the one try whose state or return code was presented; new ones are its own.
CREATE POLICY presented_to_collect ON identification_attempt TO posthorn_collect
  USING (service = 'collect' AND current_setting('posthorn.presented_state', true) IN (state_hash, return_hash))
  WITH CHECK (service = 'collect');
CREATE POLICY presented_to_portal ON identification_attempt TO posthorn_portal
  USING (service = 'portal' AND current_setting('posthorn.presented_state', true) IN (state_hash, return_hash))
  WITH CHECK (service = 'portal');
CREATE POLICY presented ON identification_record FOR INSERT TO posthorn_collect
  WITH CHECK (EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id));
CREATE POLICY of_persons ON identification_record FOR INSERT TO posthorn_portal WITH CHECK (delivery_id IS NULL);
CREATE POLICY desk ON identification_record FOR SELECT TO posthorn_backoffice USING (true);
CREATE POLICY presented ON identification_mismatch FOR INSERT TO posthorn_collect
  WITH CHECK (EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id));
CREATE POLICY own_account ON identification_mismatch FOR SELECT TO posthorn_portal, posthorn_api
  USING (account_id = current_setting('posthorn.account_id', true));
`;
