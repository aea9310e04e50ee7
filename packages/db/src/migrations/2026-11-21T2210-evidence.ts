// Evidence: records, stamps, seals (insert-only by grant and trigger), the log, proofs, and the sealer's work list.

export const sql = `
CREATE TABLE evidence_record (
  id text PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery,
  account_id text NOT NULL,
  seq int NOT NULL,
  type text NOT NULL,
  event_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  canonical text NOT NULL,
  random bytea NOT NULL CHECK (octet_length(random) = 32),
  leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
  after_final boolean NOT NULL DEFAULT false,
  UNIQUE (delivery_id, seq)
);

CREATE TABLE evidence_stamp (
  record_id text PRIMARY KEY REFERENCES evidence_record,
  token bytea NOT NULL,
  -- Position and Merkle path of the leaf below the token's imprint (RFC 9162 §2.1.3).
  leaf_index int NOT NULL,
  tree_size int NOT NULL,
  path jsonb NOT NULL,
  stamped_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL
);

CREATE TABLE evidence_seal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_id text NOT NULL REFERENCES evidence_record,
  account_id text NOT NULL,
  delivery_id text NOT NULL,
  xml text NOT NULL,
  certificate_sha256 text NOT NULL,
  sealed_at timestamptz(3) NOT NULL
);
CREATE INDEX evidence_seal_record ON evidence_seal (record_id, id DESC);
CREATE INDEX evidence_seal_delivery ON evidence_seal (delivery_id);

CREATE TABLE log_entry (
  index bigint PRIMARY KEY,
  record_id text NOT NULL UNIQUE,
  leaf bytea NOT NULL,
  appended_at timestamptz(3) NOT NULL
);

-- What the sealer has still to do for a record.
CREATE TABLE seal_work (
  record_id text NOT NULL REFERENCES evidence_record,
  stage text NOT NULL CHECK (stage IN ('stamp','seal','log')),
  entered_at timestamptz(3) NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (record_id, stage)
);
CREATE INDEX seal_work_stage ON seal_work (stage, attempts, entered_at, record_id);

-- First failed request to the timestamp authority since the last good one; null while all is well.
CREATE TABLE sealing_state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  stamp_failing_since timestamptz(3),
  stamp_failure text
);
INSERT INTO sealing_state DEFAULT VALUES;

CREATE TABLE proof (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery,
  account_id text NOT NULL,
  kind text NOT NULL,
  language text NOT NULL,
  -- The proof is made from the records up to and with this one.
  up_to_seq int NOT NULL,
  wanted_at timestamptz(3) NOT NULL,
  pdf bytea,
  made_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  UNIQUE (delivery_id, kind, language, up_to_seq)
);
CREATE INDEX proof_wanted ON proof (attempts, id) WHERE pdf IS NULL;

-- Of the submission of a whole message: names all addressees, so it hangs on no delivery that collect may see.
CREATE TABLE message_proof (
  message_id text NOT NULL REFERENCES message,
  account_id text NOT NULL,
  language text NOT NULL,
  wanted_at timestamptz(3) NOT NULL,
  pdf bytea,
  made_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (message_id, language)
);
CREATE INDEX message_proof_wanted ON message_proof (attempts, wanted_at) WHERE pdf IS NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'insert only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['evidence_record','evidence_stamp','evidence_seal','log_entry','credit_entry'] LOOP
    EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
`;
