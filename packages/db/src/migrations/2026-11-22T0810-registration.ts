// Registering: an address that is to be confirmed, and what a company shows before staff let it send.

export const sql = `
-- Asked for by somebody at a page; a person and an account come of it once the link in the mail is opened. Unfinished: 30 days (R15).
CREATE TABLE registration (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('private','company')),
  email text NOT NULL,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  -- Names, address and accepted policies as typed; emptied when finished.
  form jsonb,
  created_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  confirmed_at timestamptz(3),
  finished_at timestamptz(3),
  -- Who came of it, or had the address already: it is erased with him, whatever his address is by then.
  person_id text REFERENCES person
);
CREATE INDEX registration_person ON registration (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX registration_open ON registration (changed_at) WHERE finished_at IS NULL;

-- One row an account that is applying; what is asked again after a refusal goes on in it.
CREATE TABLE company_application (
  id text PRIMARY KEY,
  account_id text NOT NULL UNIQUE REFERENCES account,
  applicant_member_id text NOT NULL REFERENCES member,
  -- draft: being filled in; submitted: waits for staff.
  state text NOT NULL CHECK (state IN ('draft','submitted','approved','refused')),
  company_name text, enterprise_number text, legal_form text, vat_liable boolean,
  street text, number text, box text, postcode text, town text,
  representative_name text, representative_function text, representative_email text,
  -- Digest of the approval form as last generated: what was signed is compared with it by eye, its number is printed on it.
  form_number text, form_sha256 text, form_made_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  submitted_at timestamptz(3),
  decided_at timestamptz(3),
  decided_by text REFERENCES staff,
  refusal_reason text CHECK (refusal_reason IN ('number_unknown','name_differs','not_representative','form_not_signed','extract_missing','extract_old','unreadable','other')),
  -- What staff write to the applicant, in his language.
  refusal_words text,
  round int NOT NULL DEFAULT 1
);
CREATE INDEX company_application_queue ON company_application (submitted_at, id) WHERE state = 'submitted';

-- Ciphertext in the content store under a key of its own, wrapped for the staff's desk alone: the portal that took it in cannot
-- read it back. Erased with the account (R12).
CREATE TABLE application_document (
  id text PRIMARY KEY,
  application_id text NOT NULL REFERENCES company_application,
  account_id text NOT NULL REFERENCES account,
  kind text NOT NULL CHECK (kind IN ('approval_form','kbo_extract','other')),
  blob_id text NOT NULL,
  wrapped_key bytea NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf','image/png','image/jpeg')),
  size bigint NOT NULL,
  sha256 text NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3)
);
CREATE INDEX application_document_application ON application_document (application_id, uploaded_at);

CREATE INDEX company_application_decided ON company_application (state, decided_at DESC, id DESC) WHERE state IN ('approved','refused');
CREATE INDEX company_application_number ON company_application (enterprise_number) WHERE state <> 'draft';

-- What staff decided, round by round, and what they had checked; never changed, but for words that fall with the account.
CREATE TABLE application_decision (
  application_id text NOT NULL REFERENCES company_application,
  account_id text NOT NULL REFERENCES account,
  round int NOT NULL,
  submitted_at timestamptz(3) NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('approved','refused')),
  checks text[] NOT NULL DEFAULT '{}',
  reason text,
  words text,
  decided_by text NOT NULL REFERENCES staff,
  decided_at timestamptz(3) NOT NULL,
  PRIMARY KEY (application_id, round)
);
CREATE TRIGGER insert_only BEFORE UPDATE OF application_id, account_id, round, submitted_at, outcome, checks, reason, decided_by, decided_at
  ON application_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Mandate documents end with the account (R12), at once: with a row goes the only key to its file. The ids of the blobs that are to
-- be removed come back. What stays of the application is the company's: number, name, office, and when staff had approved it.
CREATE FUNCTION erase_application_documents(ended text) RETURNS SETOF text LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ UPDATE application_decision SET words = NULL WHERE account_id = ended;
        UPDATE company_application SET representative_name = NULL, representative_function = NULL, representative_email = NULL, refusal_words = NULL
          WHERE account_id = ended;
        DELETE FROM application_document WHERE account_id = ended RETURNING blob_id $$;
REVOKE ALL ON FUNCTION erase_application_documents(text) FROM PUBLIC;

GRANT SELECT, INSERT, UPDATE (form, changed_at, confirmed_at, finished_at, person_id) ON registration TO posthorn_portal;
GRANT SELECT, INSERT, UPDATE (state, company_name, enterprise_number, legal_form, vat_liable, street, number, box, postcode, town, representative_name,
  representative_function, representative_email, form_number, form_sha256, form_made_at, changed_at, submitted_at, round) ON company_application TO posthorn_portal;
GRANT SELECT, INSERT, UPDATE (removed_at) ON application_document TO posthorn_portal;
GRANT UPDATE (enterprise_number) ON account TO posthorn_portal;
-- the registration officers' desk
GRANT SELECT, UPDATE (state, decided_at, decided_by, refusal_reason, refusal_words) ON company_application TO posthorn_backoffice;
GRANT SELECT ON application_document TO posthorn_backoffice;
GRANT SELECT, INSERT ON application_decision TO posthorn_backoffice;
GRANT SELECT (id, kind, name, enterprise_number, enterprise_verified_at, register_number_authorised_at, vat_number, street, number, box, postcode, town,
  country, language, email, status, created_at), UPDATE (status, name, enterprise_number, enterprise_verified_at, register_number_authorised_at, vat_number, street, number, box, postcode, town, country)
  ON account TO posthorn_backoffice;
GRANT SELECT (id, account_id, person_id, role, joined_at, left_at) ON member TO posthorn_backoffice;
GRANT SELECT (id, email, family_name, first_names, language, identified_method, identified_level, identified_issuer, identified_at) ON person TO posthorn_backoffice;
GRANT INSERT ON person_errand, key_use, use_log TO posthorn_backoffice;
GRANT USAGE ON SCHEMA jobs TO posthorn_backoffice;
GRANT EXECUTE ON FUNCTION jobs.add(text, json, int) TO posthorn_backoffice;

ALTER TABLE registration ENABLE ROW LEVEL SECURITY;
ALTER TABLE company_application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY presented ON registration TO posthorn_portal
  USING (EXISTS (SELECT FROM mailed_link l WHERE l.purpose = 'registration' AND l.subject_id = registration.id)) WITH CHECK (true);
CREATE POLICY own_account ON company_application TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
CREATE POLICY own_account ON application_document TO posthorn_portal
  USING (account_id = current_setting('posthorn.account_id', true)) WITH CHECK (account_id = current_setting('posthorn.account_id', true));
-- Services look people up before they know whose session it is.
CREATE POLICY readable ON person TO posthorn_portal, posthorn_api, posthorn_worker USING (true) WITH CHECK (true);
-- Staff see companies that applied and who applied for them, never private accounts, never other members.
CREATE POLICY desk ON company_application TO posthorn_backoffice USING (state <> 'draft') WITH CHECK (state IN ('approved','refused'));
CREATE POLICY desk ON application_document FOR SELECT TO posthorn_backoffice USING (EXISTS (SELECT FROM company_application a WHERE a.id = application_id));
CREATE POLICY desk ON application_decision TO posthorn_backoffice
  USING (EXISTS (SELECT FROM company_application a WHERE a.id = application_id)) WITH CHECK (EXISTS (SELECT FROM company_application a WHERE a.id = application_id));
CREATE POLICY desk ON account TO posthorn_backoffice USING (kind = 'company' AND EXISTS (SELECT FROM company_application a WHERE a.account_id = account.id)) WITH CHECK (kind = 'company');
CREATE POLICY desk ON member FOR SELECT TO posthorn_backoffice
  USING (EXISTS (SELECT FROM company_application a WHERE a.account_id = member.account_id AND a.applicant_member_id = member.id));
-- A function, so that each person costs two look-ups by index and never a walk through all applications.
CREATE FUNCTION has_applied(person text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT FROM member m JOIN company_application a ON a.account_id = m.account_id AND a.applicant_member_id = m.id
        WHERE m.person_id = person AND a.state <> 'draft') $$;
REVOKE ALL ON FUNCTION has_applied(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_applied(text) TO posthorn_backoffice;
CREATE POLICY desk ON person FOR SELECT TO posthorn_backoffice USING (has_applied(id));
CREATE POLICY write_of_staff ON use_log FOR INSERT TO posthorn_backoffice WITH CHECK (true);
`;
