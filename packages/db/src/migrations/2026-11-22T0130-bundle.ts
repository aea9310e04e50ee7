// Evidence bundles: one file per delivery, reader's side, language and length of the chain, made by the sealer when asked for.

export const sql = `
CREATE TABLE bundle (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery,
  account_id text NOT NULL,
  -- The addressee's copy holds what the sender may not have: the notices with his own link.
  for_side text NOT NULL CHECK (for_side IN ('sender', 'addressee')),
  language text NOT NULL,
  -- Made from the records up to and with this one.
  up_to_seq int NOT NULL,
  wanted_at timestamptz(3) NOT NULL,
  file bytea,
  -- Closed chain; null until made.
  complete boolean,
  made_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  UNIQUE (delivery_id, for_side, language, up_to_seq)
);
-- Zip files do not compress.
ALTER TABLE bundle ALTER COLUMN file SET STORAGE EXTERNAL;
CREATE INDEX bundle_wanted ON bundle (attempts, id) WHERE file IS NULL OR made_at < wanted_at;

GRANT SELECT, INSERT, UPDATE (wanted_at) ON bundle TO posthorn_portal, posthorn_api, posthorn_collect;
GRANT SELECT, DELETE, UPDATE (file, complete, made_at, attempts) ON bundle TO posthorn_sealer;
GRANT SELECT ON evidence_artifact TO posthorn_sealer;

ALTER TABLE bundle ENABLE ROW LEVEL SECURITY;
CREATE POLICY back_end ON bundle TO posthorn_sealer USING (true) WITH CHECK (true);
CREATE POLICY own_account ON bundle TO posthorn_portal, posthorn_api
  USING (for_side = 'sender' AND account_id = current_setting('posthorn.account_id', true))
  WITH CHECK (for_side = 'sender' AND account_id = current_setting('posthorn.account_id', true)
    AND EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id));
CREATE POLICY presented ON bundle TO posthorn_collect
  USING (for_side = 'addressee' AND EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id))
  WITH CHECK (for_side = 'addressee' AND EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id));
`;
