// The public log: tiles of its Merkle tree, checkpoints and cosignatures; nothing in it says anything about a person.

export const sql = `
-- Hashes of the tree by tiles of height 8, as tlog-tiles names them; made from log_entry, and made again where lost.
CREATE TABLE log_tile (
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 6),
  index bigint NOT NULL CHECK (index >= 0),
  -- One to 256 hashes of 32 octets; the last tile of a level grows.
  hashes bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
  PRIMARY KEY (level, index)
);
-- Hashes do not compress; and most of a tile's life it is updated.
ALTER TABLE log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE FUNCTION refuse_other_hashes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.level <> OLD.level OR NEW.index <> OLD.index OR substring(NEW.hashes FOR octet_length(OLD.hashes)) <> OLD.hashes THEN
    RAISE EXCEPTION 'a tile only grows' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE ON log_tile FOR EACH ROW EXECUTE FUNCTION refuse_other_hashes();

CREATE TABLE log_checkpoint (
  -- Number of leaves.
  size bigint PRIMARY KEY CHECK (size > 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  -- Signed by the log alone; cosignatures are put behind it where it is read.
  note text NOT NULL,
  -- RFC 3161, over SHA-256 of the note's text.
  token bytea NOT NULL,
  stamped_at timestamptz(3) NOT NULL,
  made_at timestamptz(3) NOT NULL
);

CREATE TABLE log_cosignature (
  size bigint NOT NULL REFERENCES log_checkpoint,
  -- Name of the witness's key.
  witness text NOT NULL,
  -- The signature line, with its newline.
  line text NOT NULL,
  -- By the witness's own clock.
  cosigned_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  PRIMARY KEY (size, witness)
);
CREATE INDEX log_cosignature_latest ON log_cosignature (witness, size DESC);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['log_checkpoint','log_cosignature'] LOOP
    EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO posthorn_verify;
GRANT SELECT ON log_tile, log_checkpoint, log_cosignature
  TO posthorn_verify, posthorn_portal, posthorn_api, posthorn_collect, posthorn_sealer;
-- Which leaf is which record's is for those who may see the record.
GRANT SELECT (index, leaf) ON log_entry TO posthorn_verify;
GRANT SELECT ON log_entry TO posthorn_collect;
GRANT INSERT ON log_tile, log_checkpoint, log_cosignature TO posthorn_sealer;
GRANT UPDATE (hashes) ON log_tile TO posthorn_sealer;
`;
