// The inbox of a registered addressee: deliveries whose address is his verified one and whose name is his identified one.

export const sql = `
CREATE TABLE inbox_entry (
  delivery_id text PRIMARY KEY REFERENCES delivery,
  person_id text NOT NULL REFERENCES person,
  -- His private account, whose setting says how long he keeps what he collected (R8).
  account_id text NOT NULL REFERENCES account,
  because text NOT NULL CHECK (because IN ('notice','registration')),
  entered_at timestamptz(3) NOT NULL,
  -- Ends where a repair changed address or name to somebody else's.
  ended_at timestamptz(3)
);
CREATE INDEX inbox_entry_person ON inbox_entry (person_id, entered_at DESC, delivery_id DESC) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE (ended_at) ON inbox_entry TO posthorn_worker;
GRANT SELECT ON inbox_entry TO posthorn_portal, posthorn_collect;
ALTER TABLE inbox_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY back_end ON inbox_entry TO posthorn_worker USING (true) WITH CHECK (true);
CREATE POLICY own ON inbox_entry FOR SELECT TO posthorn_portal USING (person_id = current_setting('posthorn.person_id', true));
CREATE POLICY presented ON inbox_entry FOR SELECT TO posthorn_collect USING (EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id));
`;
