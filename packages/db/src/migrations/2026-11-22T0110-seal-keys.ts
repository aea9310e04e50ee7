// Seal keys and what was decided about them, and when long-term material has to be added or renewed.

export const sql = `
-- Certificates of keys that the sealer has had in hand; insert only.
CREATE TABLE seal_key (
  certificate_sha256 text PRIMARY KEY CHECK (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  certificate bytea NOT NULL,
  provider text NOT NULL CHECK (provider IN ('pkcs12','csc')),
  not_after timestamptz(3) NOT NULL,
  known_since timestamptz(3) NOT NULL
);

-- Acts on keys, each signed by two officers and pointing to the one before; insert only. The sealer checks the
-- signatures itself: a row alone puts no key in force.
CREATE TABLE seal_key_act (
  number int PRIMARY KEY CHECK (number >= 1),
  act text NOT NULL CHECK (act IN ('activate','retire')),
  certificate_sha256 text NOT NULL,
  -- Canonical JSON, the octets that were signed.
  statement text NOT NULL,
  -- [{"officer": name, "signature": base64}]
  signatures jsonb NOT NULL,
  booked_at timestamptz(3) NOT NULL
);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['seal_key','seal_key_act'] LOOP
    EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- The certificate that a record names when it is written; null before the first act.
CREATE FUNCTION seal_certificate_in_force() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.certificate_sha256 FROM seal_key_act a
  WHERE a.act = 'activate'
    AND NOT EXISTS (SELECT FROM seal_key_act r WHERE r.act = 'retire' AND r.certificate_sha256 = a.certificate_sha256)
  ORDER BY a.number DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION seal_certificate_in_force() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_certificate_in_force() TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_worker, posthorn_sealer;
GRANT SELECT, INSERT ON seal_key, seal_key_act TO posthorn_sealer;

ALTER TABLE evidence_seal
  ADD COLUMN level text NOT NULL DEFAULT 'B-T' CHECK (level IN ('B-T','B-LTA')),
  -- End of the certificate of the newest timestamp; null below B-LTA.
  ADD COLUMN verifies_until timestamptz(3);
ALTER TABLE proof ADD COLUMN verifies_until timestamptz(3);
ALTER TABLE message_proof ADD COLUMN verifies_until timestamptz(3);

-- What gets long-term material next, and when: at once after sealing, again before the last timestamp's certificate ends.
CREATE TABLE archive_timer (
  -- 'seal': a record's id. 'proof': number of the proof. 'message_proof': message id and language.
  kind text NOT NULL CHECK (kind IN ('seal','proof','message_proof')),
  ref text NOT NULL,
  due_at timestamptz(3) NOT NULL,
  -- Times it failed on its own account since it became due.
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, ref)
);
CREATE INDEX archive_timer_due ON archive_timer (kind, due_at);
GRANT SELECT, INSERT, UPDATE (due_at, attempts), DELETE ON archive_timer TO posthorn_sealer;
GRANT UPDATE (verifies_until) ON proof, message_proof TO posthorn_sealer;
INSERT INTO archive_timer (kind, ref, due_at) SELECT DISTINCT 'seal', record_id, clock.now() FROM evidence_seal;

-- First failed request for revocation values or archive timestamps since the last good one; null while all is well.
ALTER TABLE sealing_state
  ADD COLUMN archive_failing_since timestamptz(3),
  ADD COLUMN archive_failure text;
`;
