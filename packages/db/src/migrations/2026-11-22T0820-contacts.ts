// An account's address book, its ledger of consents to electronic registered mail, and the directory of private users.

export const sql = `
CREATE TABLE contact (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  kind text NOT NULL CHECK (kind IN ('person','organisation')),
  name text NOT NULL,
  first_names text,
  enterprise_number text,
  attention_of text,
  email text NOT NULL,
  -- Under row-level security an index serves columns, never what a function makes of them.
  email_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(email)) STORED,
  mobile text,
  street text, number text, box text, postcode text, town text, country text,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  -- Folded "name first names": what the list is ordered and searched by.
  sort_name text COLLATE "C" NOT NULL,
  created_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL
);
CREATE INDEX contact_account ON contact (account_id, sort_name, id);
-- The same address under the same name is the same contact; found by the beginning of the address too.
CREATE UNIQUE INDEX contact_once ON contact (account_id, email_key, sort_name);

-- What became of a file of contacts, for its report: a day, since the rows that were not taken stand in it.
CREATE TABLE contact_import (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  member_id text NOT NULL REFERENCES member,
  at timestamptz(3) NOT NULL,
  -- Encoding, delimiter and columns as they were understood.
  understood jsonb NOT NULL,
  added int NOT NULL,
  changed int NOT NULL,
  bad int NOT NULL,
  -- The first of them, each with its line, its cells, and field and reason.
  bad_rows jsonb NOT NULL
);
CREATE INDEX contact_import_account ON contact_import (account_id, at);
CREATE INDEX contact_import_old ON contact_import (at);

-- Which addressee accepted electronic registered mail from this account: when, how, in which words; withdrawn when. Rows are
-- added and withdrawn, never changed (proof of consent: R13, five years after withdrawal).
CREATE TABLE addressee_consent (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  email text NOT NULL,
  email_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(email)) STORED,
  name text NOT NULL,
  first_names text,
  -- Folded as in contact.sort_name: address and name together are whose consent it is.
  sort_name text COLLATE "C" NOT NULL,
  basis text NOT NULL CHECK (basis IN ('clause','earlier_consent','registration')),
  words text,
  stated_on date NOT NULL,
  -- How it came here: stated by the sender, read in with contacts, or given by the addressee himself after collecting.
  source text NOT NULL CHECK (source IN ('sender','import','addressee')),
  delivery_id text,
  recorded_by text REFERENCES member,
  recorded_at timestamptz(3) NOT NULL,
  withdrawn_at timestamptz(3),
  withdrawn_by text CHECK (withdrawn_by IN ('sender','addressee')),
  withdrawn_words text
);
CREATE INDEX addressee_consent_account ON addressee_consent (account_id, recorded_at DESC, id DESC);
CREATE INDEX addressee_consent_email ON addressee_consent (account_id, email_key, recorded_at DESC);
-- One stands at a time.
CREATE UNIQUE INDEX addressee_consent_standing ON addressee_consent (account_id, email_key, sort_name) WHERE withdrawn_at IS NULL;

-- Registered private users, by exact address only; members of companies are never listed.
CREATE FUNCTION find_registered(wanted text) RETURNS TABLE (family_name text, first_names text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p.family_name, p.first_names FROM person p
        WHERE lower(p.email) = lower(wanted) AND p.erased_at IS NULL AND p.email_verified_at IS NOT NULL AND p.identified_at IS NOT NULL
          AND EXISTS (SELECT FROM member m JOIN account a ON a.id = m.account_id
                      WHERE m.person_id = p.id AND m.left_at IS NULL AND a.kind = 'private' AND a.status = 'active') $$;
REVOKE ALL ON FUNCTION find_registered(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_registered(text) TO posthorn_portal;

GRANT SELECT, INSERT, DELETE, UPDATE (kind, name, first_names, enterprise_number, attention_of, email, mobile, street, number, box, postcode, town, country,
  language, sort_name, changed_at) ON contact TO posthorn_portal;
GRANT SELECT, INSERT, DELETE ON contact_import TO posthorn_portal;
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by, withdrawn_words) ON addressee_consent TO posthorn_portal;
-- What is sent with a stated consent is noted by whoever takes it in.
GRANT SELECT (account_id, email, email_key, sort_name, stated_on, withdrawn_at), INSERT ON addressee_consent TO posthorn_api;
GRANT SELECT (id, account_id, email, email_key, name, first_names, sort_name, delivery_id, source, recorded_at, withdrawn_at), INSERT, UPDATE (withdrawn_at, withdrawn_by, withdrawn_words) ON addressee_consent TO posthorn_collect;
ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE addressee_consent ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON contact TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
CREATE POLICY own_account ON contact_import TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
-- Whoever reads a file in takes every report away whose day is over.
CREATE POLICY day_over ON contact_import FOR DELETE TO posthorn_portal USING (at < clock.now() - interval '24 hours');
CREATE POLICY own_account ON addressee_consent TO posthorn_portal, posthorn_api
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
-- The addressee of a delivery of this account speaks for the address that the delivery was sent to.
CREATE POLICY presented ON addressee_consent TO posthorn_collect
  USING (EXISTS (SELECT FROM delivery d WHERE d.account_id = addressee_consent.account_id AND lower(d.email) = lower(addressee_consent.email)))
  WITH CHECK (EXISTS (SELECT FROM delivery d WHERE d.account_id = addressee_consent.account_id AND lower(d.email) = lower(addressee_consent.email)));
`;
