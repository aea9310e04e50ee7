// The provider's staff: separate roles, passkeys only, every act and every look logged (domain rules, "Need to know", R19).

export const sql = `
CREATE TABLE staff (
  id text PRIMARY KEY,
  email text NOT NULL,
  family_name text NOT NULL,
  first_names text NOT NULL,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  roles text[] NOT NULL CHECK (cardinality(roles) > 0
    AND roles <@ ARRAY['postal_operator','registration_officer','privacy_officer','auditor']),
  webauthn_handle text NOT NULL UNIQUE,
  created_at timestamptz(3) NOT NULL,
  left_at timestamptz(3)
);
-- Who comes back is invited anew, under another id: what was logged keeps speaking of the earlier time.
CREATE UNIQUE INDEX staff_email ON staff (lower(email)) WHERE left_at IS NULL;

-- Opens the registration of a passkey once; written by the operator's command, never by a service.
CREATE TABLE staff_invitation (
  token_hash text PRIMARY KEY,
  staff_id text NOT NULL REFERENCES staff,
  made_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);

CREATE TABLE staff_session (
  token_hash text PRIMARY KEY,
  id text NOT NULL UNIQUE,
  staff_id text NOT NULL REFERENCES staff,
  authenticated_at timestamptz(3) NOT NULL,
  fresh_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  ended_because text CHECK (ended_because IN ('signed_out','replaced','revoked','left','elsewhere')),
  device_id text REFERENCES device,
  browser text NOT NULL,
  os text NOT NULL,
  ip text NOT NULL
);
CREATE INDEX staff_session_staff ON staff_session (staff_id);

-- What staff did and looked at; insert-only.
CREATE TABLE staff_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  happened_at timestamptz(3) NOT NULL,
  staff_id text,
  act text NOT NULL,
  subject text,
  reason text,
  ip text NOT NULL,
  browser text NOT NULL,
  os text NOT NULL,
  language text NOT NULL
);
CREATE INDEX staff_log_staff ON staff_log (staff_id, id DESC);
CREATE INDEX staff_log_act ON staff_log (act, id DESC);
CREATE TRIGGER insert_only BEFORE UPDATE ON staff_log FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every opening of an identification record: who, why.
CREATE TABLE identification_record_opening (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_id text NOT NULL REFERENCES identification_record,
  staff_id text NOT NULL REFERENCES staff,
  reason text NOT NULL,
  opened_at timestamptz(3) NOT NULL
);
CREATE TRIGGER insert_only BEFORE UPDATE ON identification_record_opening FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT USAGE ON SCHEMA public TO posthorn_backoffice;
GRANT SELECT ON staff, staff_invitation, staff_log, identification_record_opening TO posthorn_backoffice;
GRANT UPDATE (used_at) ON staff_invitation TO posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE (token_hash, fresh_at, last_used_at, ended_at, ended_because) ON staff_session TO posthorn_backoffice;
GRANT INSERT ON staff_log, identification_record_opening TO posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO posthorn_backoffice;

-- Which evidence of a delivery carries a commitment: the desk compares, and reads nothing else of the evidence.
CREATE FUNCTION evidence_of_commitment(delivery text, wanted text) RETURNS TABLE (record_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM evidence_record
        WHERE delivery_id = delivery AND canonical::jsonb #>> '{collector,identification_commitment}' = wanted ORDER BY seq $$;
REVOKE ALL ON FUNCTION evidence_of_commitment(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evidence_of_commitment(text, text) TO posthorn_backoffice;
`;
