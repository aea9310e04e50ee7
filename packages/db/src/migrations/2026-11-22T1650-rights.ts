// Requests of people about their data: who asks, who he is, by when, what was answered (GDPR art. 12 to 22; rule R14).

export const sql = `
CREATE TABLE rights_request (
  id text PRIMARY KEY,
  -- What people call it.
  number int GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind text NOT NULL CHECK (kind IN ('access','rectification','erasure','restriction','objection','portability','withdrawal','complaint')),
  -- account: by himself in his account; form: the public form; letter: booked in by staff.
  channel text NOT NULL CHECK (channel IN ('account','form','letter')),
  -- The account holder, where it is one who is signed in, or whom the officer has found.
  person_id text REFERENCES person,
  name text NOT NULL,
  first_names text,
  email text,
  postal_address text,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  words text,
  -- On behalf of somebody else: who asks, and by what authority.
  on_behalf_name text, on_behalf_authority text,
  booked_by text REFERENCES staff,
  received_at timestamptz(3) NOT NULL,
  -- How it was shown who asks; the month runs from complete_at.
  identity text NOT NULL CHECK (identity IN ('open','codes','itsme','eid','document','account','failed')),
  identified_at timestamptz(3), identified_by text REFERENCES staff,
  complete_at timestamptz(3),
  due_on date,
  extended_at timestamptz(3), extended_by text REFERENCES staff, extension_reason text,
  -- open until it is answered; waiting: a delivery in flight runs to its end first.
  state text NOT NULL CHECK (state IN ('identity','open','waiting','answered','refused','withdrawn')),
  waiting_for text,
  handled_by text REFERENCES staff,
  answered_at timestamptz(3), answer text, answer_words text,
  carried_out_at timestamptz(3),
  CHECK (complete_at IS NULL OR due_on IS NOT NULL)
);
CREATE INDEX rights_request_open ON rights_request (due_on, id) WHERE state IN ('identity','open','waiting');
CREATE INDEX rights_request_received ON rights_request (received_at DESC, id DESC);
CREATE INDEX rights_request_person ON rights_request (person_id, received_at DESC) WHERE person_id IS NOT NULL;
CREATE INDEX rights_request_answered ON rights_request (answered_at) WHERE answered_at IS NOT NULL;
-- Everything that happened to it; insert only.
CREATE TABLE rights_request_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id text NOT NULL REFERENCES rights_request ON DELETE CASCADE,
  at timestamptz(3) NOT NULL,
  event text NOT NULL,
  staff_id text REFERENCES staff,
  member_id text REFERENCES member,
  words text
);
CREATE INDEX rights_request_event_request ON rights_request_event (request_id, id);
-- Papers: ciphertext in the content store under a key wrapped for the desk alone (as application_document). A copy of an identity
-- document goes at its validation (R12).
CREATE TABLE rights_request_file (
  id text PRIMARY KEY,
  request_id text NOT NULL REFERENCES rights_request ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('letter','identity_document','authority','export','answer')),
  blob_id text NOT NULL,
  wrapped_key bytea NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  added_at timestamptz(3) NOT NULL,
  -- The day on which the paper came in, Brussels; it is scanned later.
  arrived_on date NOT NULL DEFAULT (clock.now() AT TIME ZONE 'Europe/Brussels')::date
);
CREATE INDEX rights_request_file_request ON rights_request_file (request_id);
-- A code to the address that is already known, for who has no account; its digest alone (R11).
CREATE TABLE rights_request_code (
  request_id text PRIMARY KEY REFERENCES rights_request ON DELETE CASCADE,
  code_hash text,
  sent_at timestamptz(3),
  expires_at timestamptz(3) NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  used_at timestamptz(3)
);
-- What a sender entrusted: he is told, and decides as controller; we assist.
CREATE TABLE rights_request_sender (
  request_id text NOT NULL REFERENCES rights_request ON DELETE CASCADE,
  account_id text NOT NULL REFERENCES account,
  delivery_ids text[] NOT NULL,
  told_at timestamptz(3) NOT NULL,
  decide_by date NOT NULL,
  decision text CHECK (decision IN ('granted','refused','answers_himself')),
  words text,
  decided_by text REFERENCES member,
  decided_at timestamptz(3),
  carried_out_at timestamptz(3),
  PRIMARY KEY (request_id, account_id)
);
CREATE INDEX rights_request_sender_account ON rights_request_sender (account_id, told_at DESC);
-- Restriction of processing (GDPR art. 18): nothing processes the person until it is lifted; he is told before that.
CREATE TABLE processing_restriction (
  id text PRIMARY KEY,
  person_id text REFERENCES person,
  -- Of who has no account: the address he is written to at.
  email_key text COLLATE "C",
  -- His name, folded: of who else reads a shared mailbox nothing is restricted.
  name_key text COLLATE "C",
  request_id text REFERENCES rights_request ON DELETE SET NULL,
  since timestamptz(3) NOT NULL,
  placed_by text REFERENCES staff,
  lifted_at timestamptz(3), lifted_by text REFERENCES staff, lift_told_at timestamptz(3),
  CHECK (num_nonnulls(person_id, email_key) >= 1),
  CHECK ((email_key IS NULL) = (name_key IS NULL))
);
CREATE UNIQUE INDEX processing_restriction_person ON processing_restriction (person_id) WHERE lifted_at IS NULL AND person_id IS NOT NULL;
CREATE UNIQUE INDEX processing_restriction_email ON processing_restriction (email_key, name_key) WHERE lifted_at IS NULL AND email_key IS NOT NULL;
-- A note that rectifies what evidence says; the evidence itself never changes.
CREATE TABLE rectification_note (
  id text PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery ON DELETE CASCADE,
  request_id text REFERENCES rights_request ON DELETE SET NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  noted_by text NOT NULL REFERENCES staff,
  noted_at timestamptz(3) NOT NULL
);
CREATE INDEX rectification_note_delivery ON rectification_note (delivery_id);
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON rights_request_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE (kind, person_id, name, first_names, email, postal_address, language, on_behalf_name, on_behalf_authority, identity, identified_at,
  identified_by, complete_at, due_on, extended_at, extended_by, extension_reason, state, waiting_for, handled_by, answered_at, answer, answer_words, carried_out_at)
  ON rights_request TO posthorn_backoffice;
GRANT SELECT, INSERT ON rights_request_event, rights_request_file, rectification_note TO posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE (carried_out_at) ON rights_request_sender TO posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE (lifted_at, lifted_by, lift_told_at) ON processing_restriction TO posthorn_backoffice;
-- Who is signed in sees his own; the public form writes one and confirms it by its code.
GRANT SELECT, INSERT ON rights_request, rights_request_event, rights_request_code TO posthorn_portal;
GRANT UPDATE (identity, identified_at, complete_at, due_on, state) ON rights_request TO posthorn_portal;
GRANT UPDATE (code_hash, sent_at, expires_at, attempts, used_at) ON rights_request_code TO posthorn_portal;
GRANT SELECT, UPDATE (decision, words, decided_by, decided_at) ON rights_request_sender TO posthorn_portal;
-- He places it himself, after a fresh proof of who he is, and lifts what he placed; the desk confirms.
GRANT SELECT, INSERT (id, person_id, request_id, since), UPDATE (lifted_at, lift_told_at) ON processing_restriction TO posthorn_portal;
GRANT SELECT ON rectification_note TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_inbox, posthorn_sealer;
GRANT SELECT, UPDATE (code_hash, sent_at) ON rights_request_code TO posthorn_worker;
GRANT SELECT (id, number, kind, name, first_names, email, language, state, received_at, due_on) ON rights_request TO posthorn_worker;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['rights_request','rights_request_event','rights_request_file','rights_request_code','rights_request_sender',
      'processing_restriction','rectification_note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO posthorn_erasure', t);
    EXECUTE format('CREATE POLICY erasure ON %I TO posthorn_erasure USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['rights_request','rights_request_event','rights_request_file','rights_request_sender','processing_restriction','rectification_note'] LOOP
    EXECUTE format('CREATE POLICY desk ON %I TO posthorn_backoffice USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE POLICY own ON rights_request TO posthorn_portal
  USING (person_id = current_setting('posthorn.person_id', true) OR id = current_setting('posthorn.rights_request', true))
  WITH CHECK (person_id = current_setting('posthorn.person_id', true) OR (person_id IS NULL AND id = current_setting('posthorn.rights_request', true)));
-- A sender sees of the request what was told him: the addressee's name, the kind, and the letters it is about.
CREATE POLICY told ON rights_request FOR SELECT TO posthorn_portal
  USING (EXISTS (SELECT FROM rights_request_sender s WHERE s.request_id = rights_request.id AND s.account_id = current_setting('posthorn.account_id', true)));
-- He notes what he decided; what the desk wrote is not for him.
CREATE POLICY own ON rights_request_event FOR SELECT TO posthorn_portal USING (EXISTS (SELECT FROM rights_request r WHERE r.id = request_id
  AND (r.person_id = current_setting('posthorn.person_id', true) OR r.id = current_setting('posthorn.rights_request', true))));
CREATE POLICY noted ON rights_request_event FOR INSERT TO posthorn_portal WITH CHECK (EXISTS (SELECT FROM rights_request r WHERE r.id = request_id));
CREATE POLICY presented ON rights_request_code TO posthorn_portal USING (request_id = current_setting('posthorn.rights_request', true)) WITH CHECK (request_id = current_setting('posthorn.rights_request', true));
CREATE POLICY own_account ON rights_request_sender TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
CREATE POLICY own ON processing_restriction TO posthorn_portal
  USING (person_id = current_setting('posthorn.person_id', true))
  WITH CHECK (person_id = current_setting('posthorn.person_id', true) AND placed_by IS NULL AND lifted_by IS NULL);
-- Whether one is restricted is answered for one that is named; the table itself nobody but the desk reads.
CREATE FUNCTION is_restricted_person(who text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM processing_restriction r WHERE r.person_id = who AND r.lifted_at IS NULL) $$;
-- Of an addressee: by address and name together, as the ledger of consents folds it. What folds to nothing is taken to be his.
CREATE FUNCTION fold_name(name text) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT regexp_replace(translate(replace(replace(replace(lower(normalize(name, NFKD)), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'øđħıł', 'odhil'), '[^[:alnum:]]', '', 'g') $$;
CREATE FUNCTION is_restricted_addressee(address text, key text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM processing_restriction r WHERE r.email_key = lower(address) AND r.name_key = key AND r.lifted_at IS NULL)
          OR EXISTS (SELECT FROM processing_restriction r JOIN person p ON p.id = r.person_id, LATERAL (SELECT fold_name(p.family_name) AS family, fold_name(p.first_names) AS first) folded
            WHERE lower(p.email) = lower(address) AND r.lifted_at IS NULL AND (folded.family = '' OR folded.first = '' OR folded.family || ' ' || folded.first = key)) $$;
REVOKE ALL ON FUNCTION is_restricted_person(text), is_restricted_addressee(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_restricted_person(text), is_restricted_addressee(text, text) TO posthorn_portal, posthorn_api, posthorn_worker;

-- Who is restricted is found by nobody's search, and nothing new enters his inbox: what is sent to him by registered message, which the law
-- allows for legal claims (GDPR art. 18(2)), reaches him by its notice alone.
CREATE OR REPLACE FUNCTION find_registered(wanted text) RETURNS TABLE (family_name text, first_names text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.family_name, p.first_names FROM person p
        WHERE lower(p.email) = lower(wanted) AND p.erased_at IS NULL AND p.email_verified_at IS NOT NULL AND p.identified_at IS NOT NULL
          AND NOT is_restricted_person(p.id)
          AND EXISTS (SELECT FROM member m JOIN account a ON a.id = m.account_id
                      WHERE m.person_id = p.id AND m.left_at IS NULL AND a.kind = 'private' AND a.status = 'active') $$;
CREATE OR REPLACE FUNCTION inbox_owners(address text) RETURNS TABLE (person_id text, family_name text, first_names text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.id, p.family_name, p.first_names FROM person p
        WHERE lower(p.email) = lower(address) AND p.erased_at IS NULL
          AND p.email_verified_at IS NOT NULL AND p.identified_at IS NOT NULL
          AND NOT is_restricted_person(p.id)
          AND EXISTS (SELECT FROM member m JOIN account a ON a.id = m.account_id
                      WHERE m.person_id = p.id AND m.left_at IS NULL AND a.kind = 'private' AND a.status = 'active') $$;
CREATE FUNCTION keep_inbox_restricted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  IF is_restricted_person(NEW.person_id) THEN RETURN NULL; END IF;
  RETURN NEW; END $$;
REVOKE ALL ON FUNCTION keep_inbox_restricted() FROM PUBLIC;
CREATE TRIGGER keep_inbox_restricted BEFORE INSERT ON inbox_entry FOR EACH ROW EXECUTE FUNCTION keep_inbox_restricted();

-- A link that a request is followed by, for who has no account.
ALTER TABLE mailed_link DROP CONSTRAINT mailed_link_purpose_check,
  ADD CONSTRAINT mailed_link_purpose_check CHECK (purpose IN ('registration','invitation','email_change','rights'));
-- Of which letter he speaks, where he gave its check code; the desk looks for it.
ALTER TABLE rights_request ADD COLUMN letter_code text;
CREATE POLICY own_account ON rectification_note FOR SELECT TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_inbox USING (EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id));
CREATE POLICY back_end ON rectification_note FOR SELECT TO posthorn_sealer USING (true);
CREATE POLICY back_end ON rights_request FOR SELECT TO posthorn_worker USING (true);
CREATE POLICY back_end ON rights_request_code TO posthorn_worker USING (true) WITH CHECK (true);
`;
