// Refused submissions: chains of their own without a delivery; and who seals may read what is kept under evidence.

export const sql = `
-- One row an addressee of a complete submission that policy refused; its only record hangs on it.
CREATE TABLE refused_submission (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  refused_at timestamptz(3) NOT NULL,
  -- What was refused, as the API names it.
  code text NOT NULL
);
CREATE INDEX refused_submission_account ON refused_submission (account_id, refused_at DESC, id DESC);
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON refused_submission FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON refused_submission FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE evidence_record
  ALTER COLUMN delivery_id DROP NOT NULL,
  ADD COLUMN refusal_id text REFERENCES refused_submission,
  ADD CONSTRAINT evidence_record_of_one_chain CHECK (num_nonnulls(delivery_id, refusal_id) = 1);
CREATE UNIQUE INDEX evidence_record_refusal ON evidence_record (refusal_id, seq) WHERE refusal_id IS NOT NULL;

GRANT SELECT, INSERT ON refused_submission TO posthorn_portal, posthorn_api;
ALTER TABLE refused_submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON refused_submission TO posthorn_portal, posthorn_api
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
GRANT SELECT ON evidence_artifact TO posthorn_sealer;
`;
