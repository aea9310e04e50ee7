// Which deposit a receipt of the carrier is for, scans that are taken back, and why the second person declined a hand-over.

export const sql = `
-- The hand-over that it is for; null: the next one. The same file may be the receipt of two.
ALTER TABLE posting_receipt ADD COLUMN hand_over_id text REFERENCES postal_act;
CREATE INDEX posting_receipt_hand_over ON posting_receipt (hand_over_id);
ALTER TABLE posting_receipt DROP CONSTRAINT posting_receipt_batch_id_sha256_key,
  ADD CONSTRAINT posting_receipt_once UNIQUE NULLS NOT DISTINCT (batch_id, hand_over_id, sha256);
-- Letters of one batch that were posted at one instant are one deposit.
CREATE UNIQUE INDEX postal_act_deposit ON postal_act (batch_id, acted_at) WHERE kind = 'handed_over' AND withdrawn_at IS NULL;
-- What is there already: the hand-over that names it; a late one that was there when it came; else the first that came after it.
UPDATE posting_receipt r SET hand_over_id = (
  SELECT a.id FROM postal_act a
    CROSS JOIN LATERAL (SELECT coalesce(a.details ->> 'receipt_sha256' = r.sha256, false) AS named) n
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM postal_act s WHERE s.batch_id = r.batch_id AND s.kind = 'carrier_statement'
      AND s.job_id IS NULL AND s.details ->> 'receipt_sha256' = r.sha256) AS late) l
    WHERE a.batch_id = r.batch_id AND a.kind = 'handed_over' AND a.withdrawn_at IS NULL
      AND (n.named OR (a.acted_at <= r.uploaded_at) = l.late)
    ORDER BY n.named DESC, abs(extract(epoch FROM a.acted_at - r.uploaded_at)), a.id LIMIT 1);
UPDATE postal_act s SET details = s.details || jsonb_build_object('hand_over', r.hand_over_id) FROM posting_receipt r
  WHERE s.kind = 'carrier_statement' AND s.job_id IS NULL AND s.done_at IS NULL AND r.batch_id = s.batch_id
    AND r.sha256 = s.details ->> 'receipt_sha256' AND r.hand_over_id IS NOT NULL;
GRANT UPDATE (hand_over_id) ON posting_receipt TO posthorn_backoffice;

-- Whoever has begun to scan a batch scans all that go of it, also where every scan was taken back.
ALTER TABLE print_job ADD COLUMN scan_taken_back_at timestamptz(3);
GRANT UPDATE (scan_taken_back_at) ON print_job TO posthorn_backoffice;

ALTER TABLE postal_act ADD COLUMN withdrawn_by text REFERENCES staff, ADD COLUMN withdrawn_words text,
  ADD CHECK (withdrawn_at IS NOT NULL OR (withdrawn_by IS NULL AND withdrawn_words IS NULL));
ALTER TABLE postal_act ALTER COLUMN withdrawn_words SET STATISTICS 0;
GRANT UPDATE (withdrawn_by, withdrawn_words) ON postal_act TO posthorn_backoffice;

-- Whoever acts on a letter at the desk takes its delivery first, as the worker does, then the letter, then the batch.
CREATE FUNCTION hold_letter(held text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN PERFORM 1 FROM delivery WHERE id = held FOR KEY SHARE; END $$;
REVOKE ALL ON FUNCTION hold_letter(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_letter(text) TO posthorn_backoffice;
`;
