// Subprocessors, breaches with a clock on each duty, disclosures to authorities; where the check of chains and log stands (R19).

import { setIndex } from "../erasure/day-set.ts";
import { grantSets, withoutSamples } from "../erasure/grant-sets.ts";
import { rowSet, type RowSet } from "../erasure/row-set.ts";

const SETS: readonly RowSet[] = [
  {
    set: "breach",
    rule: "R19.registers",
    table: "breach",
    key: "id",
    trigger: "closed_at",
    wipe: `DELETE FROM circular t WHERE t.subject_id = ANY (ids);
  DELETE FROM breach_finding t WHERE t.breach_id = ANY (ids);
  DELETE FROM breach_event t WHERE t.breach_id = ANY (ids);
  DELETE FROM breach_duty t WHERE t.breach_id = ANY (ids);
  DELETE FROM breach t WHERE t.id = ANY (ids);`,
  },
  {
    set: "disclosure",
    rule: "R19.registers",
    table: "disclosure",
    key: "id",
    trigger: "closed_at",
    wipe: `DELETE FROM disclosure_subject t WHERE t.disclosure_id = ANY (ids);
  DELETE FROM disclosure t WHERE t.id = ANY (ids);`,
  },
];

/** Columns whose values the planner keeps no sample of. */
const PERSONAL = {
  breach: ["facts", "assessment", "words", "report"],
  breach_duty: ["words"],
  breach_event: ["words"],
  disclosure: ["given", "telling_words", "reference"],
};

export const sql = `
-- Whom we hand personal data to. An entry is never rewritten: another establishment, parent or purpose is a new entry.
CREATE TABLE subprocessor (
  id text PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  address text NOT NULL CHECK (length(address) BETWEEN 1 AND 300),
  -- {"nl": …, "fr": …, "de": …, "en": …}
  purpose jsonb NOT NULL,
  -- ISO 3166-1 alpha-2, as that of the ultimate parent.
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  parent_name text NOT NULL CHECK (length(parent_name) BETWEEN 1 AND 200),
  parent_country text NOT NULL CHECK (parent_country ~ '^[A-Z]{2}$'),
  terms_url text NOT NULL CHECK (terms_url ~ '^https://'),
  -- Host names it is called at, and as what: mail, sms, timestamp …
  hosts text[] NOT NULL CHECK (cardinality(hosts) <= 20),
  roles text[] NOT NULL CHECK (cardinality(roles) BETWEEN 1 AND 12),
  -- First and last day, Brussels.
  effective_on date NOT NULL,
  ended_on date,
  -- Why it may stand here though it is not established in the European Economic Area, or its parent is not; everybody reads it.
  override_reason text CHECK (length(override_reason) BETWEEN 10 AND 500),
  -- Why account holders were told later than was agreed; everybody reads it.
  short_notice_reason text CHECK (length(short_notice_reason) BETWEEN 10 AND 500),
  entered_by text NOT NULL REFERENCES staff,
  entered_at timestamptz(3) NOT NULL,
  ended_by text REFERENCES staff,
  ended_at timestamptz(3),
  CHECK (ended_on >= effective_on)
);
CREATE INDEX subprocessor_since ON subprocessor (effective_on DESC, id DESC);

-- A mail owed to who runs each account: of a new subprocessor to all, of a breach to those it concerns, and later to those that turn out
-- to be concerned as well. The accounts are worked off in the order of their ids, and how far that is stands with the mails in one
-- transaction: each account is owed one.
CREATE TABLE circular (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('subprocessor','breach')),
  subject_id text NOT NULL,
  -- Null: all of them.
  account_ids text[],
  -- Those that an earlier one about the same is for.
  told_before text[] NOT NULL DEFAULT '{}',
  asked_at timestamptz(3) NOT NULL,
  reached text NOT NULL DEFAULT '',
  told int NOT NULL DEFAULT 0,
  done_at timestamptz(3)
);
CREATE INDEX circular_subject ON circular (kind, subject_id);
CREATE INDEX circular_open ON circular (asked_at, id) WHERE done_at IS NULL;

CREATE TABLE breach (
  id text PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  -- Of an entry that opened by itself: what was found, so that it is found once.
  source_key text UNIQUE,
  opened_at timestamptz(3) NOT NULL,
  -- Null: it opened by itself.
  opened_by text REFERENCES staff,
  -- From when every clock runs.
  noticed_at timestamptz(3) NOT NULL,
  facts text NOT NULL CHECK (length(facts) BETWEEN 1 AND 4000),
  natures text[] NOT NULL,
  people text[] NOT NULL,
  data text[] NOT NULL,
  persons int CHECK (persons >= 0),
  -- Whose the data is; null: of all senders.
  account_ids text[],
  assessment text NOT NULL DEFAULT '' CHECK (length(assessment) <= 4000),
  -- What those are told who must be, by language.
  words jsonb NOT NULL DEFAULT '{}',
  changed_at timestamptz(3) NOT NULL,
  -- When the privacy officers were told that it opened.
  officers_told_at timestamptz(3),
  closed_at timestamptz(3),
  closed_by text REFERENCES staff,
  report text CHECK (length(report) BETWEEN 10 AND 8000),
  CHECK ((closed_at IS NULL) = (report IS NULL))
);
CREATE INDEX breach_opened ON breach (opened_at DESC, id DESC);
CREATE INDEX breach_untold ON breach (opened_at) WHERE officers_told_at IS NULL;
CREATE TABLE breach_duty (
  breach_id text NOT NULL REFERENCES breach,
  duty text NOT NULL CHECK (duty IN ('senders','supervisory','persons','nis2_early','gba','nis2_notification','nis2_final')),
  due_at timestamptz(3) NOT NULL,
  state text NOT NULL CHECK (state IN ('open','done','not_required')),
  settled_at timestamptz(3),
  settled_by text REFERENCES staff,
  -- Reference of what was sent, or why it need not be.
  words text CHECK (length(words) <= 1000),
  PRIMARY KEY (breach_id, duty),
  CHECK ((state = 'open') = (settled_at IS NULL))
);
CREATE INDEX breach_duty_open ON breach_duty (due_at) WHERE state = 'open';
CREATE TABLE breach_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  breach_id text NOT NULL REFERENCES breach,
  event text NOT NULL CHECK (event IN ('opened','changed','done','not_required','released','closed')),
  at timestamptz(3) NOT NULL,
  staff_id text REFERENCES staff,
  duty text,
  words text CHECK (length(words) <= 8000)
);
CREATE INDEX breach_event_breach ON breach_event (breach_id, id);
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON breach_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What the check of chains and log found, each once; all that is found while an entry of its own stands open belongs to that entry.
CREATE TABLE breach_finding (
  finding text PRIMARY KEY,
  breach_id text NOT NULL REFERENCES breach,
  found_at timestamptz(3) NOT NULL
);
CREATE INDEX breach_finding_breach ON breach_finding (breach_id, finding);

CREATE TABLE disclosure (
  id text PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  authority text NOT NULL CHECK (length(authority) BETWEEN 1 AND 200),
  legal_basis text NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 300),
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 200),
  given text NOT NULL CHECK (length(given) BETWEEN 1 AND 2000),
  given_on date NOT NULL,
  decided_by text NOT NULL REFERENCES staff,
  entered_at timestamptz(3) NOT NULL,
  -- May those concerned be told: yes, not (with why), or from a day on.
  telling text NOT NULL CHECK (telling IN ('yes','no','later')),
  telling_words text CHECK (length(telling_words) <= 500),
  tell_from date,
  told_on date,
  told_by text REFERENCES staff,
  closed_at timestamptz(3),
  closed_by text REFERENCES staff,
  CHECK ((telling = 'later') = (tell_from IS NOT NULL))
);
CREATE INDEX disclosure_entered ON disclosure (entered_at DESC, id DESC);
CREATE TABLE disclosure_subject (
  disclosure_id text NOT NULL REFERENCES disclosure,
  kind text NOT NULL CHECK (kind IN ('delivery','account','person')),
  subject_id text NOT NULL,
  PRIMARY KEY (disclosure_id, kind, subject_id)
);
CREATE INDEX disclosure_subject_of ON disclosure_subject (subject_id);

-- How far the check of chains and log is, and when it last went through all of them.
CREATE TABLE record_check (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  after text NOT NULL DEFAULT '',
  log_after bigint NOT NULL DEFAULT 0,
  checked_at timestamptz(3),
  whole_at timestamptz(3)
);
INSERT INTO record_check DEFAULT VALUES;

-- By whose data was looked at.
CREATE INDEX IF NOT EXISTS staff_log_subject ON staff_log (subject, id DESC) WHERE subject IS NOT NULL;

-- Whose compliance pack it is, found by exact id, e-mail address, enterprise number or name; the verb logs who looked.
CREATE INDEX account_desk_email ON account (lower(email));
CREATE INDEX account_desk_number ON account (enterprise_number) WHERE enterprise_number IS NOT NULL;
CREATE INDEX account_desk_name ON account (lower(name));
CREATE FUNCTION desk_find_accounts(by_id text, by_email text, by_number text, by_name text, at_most int)
  RETURNS TABLE (id text, kind text, name text, email text, enterprise_number text, status text, created_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT a.id, a.kind, a.name, a.email, a.enterprise_number, a.status, a.created_at FROM account a
        WHERE a.status NOT IN ('applying','erased') AND a.id IN (
          SELECT i.id FROM account i WHERE i.id = by_id
          UNION SELECT e.id FROM account e WHERE lower(e.email) = lower(by_email)
          UNION SELECT m.account_id FROM person p JOIN member m ON m.person_id = p.id AND m.left_at IS NULL
            WHERE lower(p.email) = lower(by_email) AND p.erased_at IS NULL
          UNION SELECT n.id FROM account n WHERE n.enterprise_number = by_number
          UNION SELECT o.id FROM account o WHERE lower(o.name) = lower(by_name))
        ORDER BY a.name, a.id LIMIT at_most $$;
-- What the pack says of the account: its name, and the processor agreement that stands for it.
CREATE FUNCTION desk_account_agreement(wanted text)
  RETURNS TABLE (id text, name text, version text, language text, sha256 text, accepted_at timestamptz, accepted_by text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT a.id, a.name, g.version, g.language, g.sha256, g.accepted_at, nullif(trim(concat_ws(' ', p.first_names, p.family_name)), '')
        FROM account a LEFT JOIN LATERAL (SELECT * FROM policy_acceptance t WHERE t.account_id = a.id AND t.policy = 'processor-agreement'
          AND t.withdrawn_at IS NULL ORDER BY t.accepted_at DESC LIMIT 1) g ON true LEFT JOIN person p ON p.id = g.person_id
        WHERE a.id = wanted AND a.status NOT IN ('applying','erased') $$;

-- The register of consents (R13): agreements that account holders accepted; and, where an address or an account is looked for, what
-- senders hold of their addressees' consent as well, which nobody leafs through. A page by one scan of an index for each of the two.
CREATE INDEX policy_acceptance_register ON policy_acceptance (accepted_at DESC, id DESC);
CREATE INDEX addressee_consent_register ON addressee_consent (email_key, recorded_at DESC, id DESC);
CREATE FUNCTION desk_consents(by_email text, by_account text, from_at timestamptz, from_id text, backwards boolean, at_most int)
  RETURNS TABLE (id text, given_at timestamptz, policy text, version text, language text, sha256 text, person_id text, name text, email text,
    account_id text, account_name text, basis text, source text, stated_on date, withdrawn_at timestamptz, withdrawn_by text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own text := 'true'; entrusted text := 'false'; people text[];
  way text := CASE WHEN backwards THEN 'ASC' ELSE 'DESC' END;
  beyond text := CASE WHEN from_at IS NULL THEN '$4::timestamptz IS NULL AND $5::text IS NULL' WHEN backwards THEN '(t.%1$s, t.id) > ($4, $5)' ELSE '(t.%1$s, t.id) < ($4, $5)' END;
BEGIN
  IF by_email IS NOT NULL THEN
    people := ARRAY(SELECT p.id FROM person p WHERE lower(p.email) = lower(by_email) AND p.erased_at IS NULL);
    own := 't.person_id = ANY ($1)';
    entrusted := 't.email_key = lower($2)';
  ELSIF by_account IS NOT NULL THEN
    people := ARRAY(SELECT m.person_id FROM member m WHERE m.account_id = by_account);
    own := '(t.account_id = $3 OR (t.account_id IS NULL AND t.person_id = ANY ($1)))';
    entrusted := 't.account_id = $3';
  END IF;
  RETURN QUERY EXECUTE format($q$
    SELECT x.id, x.given_at, x.policy, x.version, x.language, x.sha256, x.person_id, coalesce(x.name, nullif(trim(concat_ws(' ', p.first_names, p.family_name)), '')),
      coalesce(x.email, CASE WHEN p.erased_at IS NULL THEN p.email END), x.account_id, nullif(a.name, ''), x.basis, x.source, x.stated_on, x.withdrawn_at, x.withdrawn_by
    FROM (
      (SELECT t.id, t.accepted_at AS given_at, t.policy, t.version, t.language, t.sha256, t.person_id, NULL::text AS name, NULL::text AS email, t.account_id,
          NULL::text AS basis, NULL::text AS source, NULL::date AS stated_on, t.withdrawn_at, NULL::text AS withdrawn_by
        FROM policy_acceptance t WHERE %1$s AND %2$s ORDER BY t.accepted_at %5$s, t.id %5$s LIMIT $6)
      UNION ALL
      (SELECT t.id, t.recorded_at, NULL, NULL, NULL, NULL, NULL, trim(concat_ws(' ', t.first_names, t.name)), t.email::text, t.account_id,
          t.basis, t.source, t.stated_on, t.withdrawn_at, t.withdrawn_by
        FROM addressee_consent t WHERE %3$s AND %4$s ORDER BY t.recorded_at %5$s, t.id %5$s LIMIT $6)
    ) x LEFT JOIN person p ON p.id = x.person_id LEFT JOIN account a ON a.id = x.account_id
    ORDER BY x.given_at %5$s, x.id %5$s LIMIT $6 $q$,
    own, format(beyond, 'accepted_at'), entrusted, format(beyond, 'recorded_at'), way)
    USING people, by_email, by_account, from_at, from_id, at_most;
END $$;
DO $$ DECLARE f text; BEGIN
  FOREACH f IN ARRAY ARRAY['desk_find_accounts(text, text, text, text, int)','desk_account_agreement(text)',
      'desk_consents(text, text, timestamptz, text, boolean, int)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO posthorn_erasure', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO posthorn_backoffice', f);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE (ended_on, ended_by, ended_at) ON subprocessor TO posthorn_backoffice;
GRANT SELECT ON subprocessor TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_worker, posthorn_sealer;
GRANT SELECT, INSERT ON circular TO posthorn_backoffice;
GRANT SELECT, UPDATE (reached, told, done_at) ON circular TO posthorn_worker;
GRANT SELECT, INSERT, UPDATE (facts, natures, people, data, persons, account_ids, assessment, words, changed_at, closed_at, closed_by, report)
  ON breach TO posthorn_backoffice;
GRANT SELECT, INSERT, UPDATE (due_at, state, settled_at, settled_by, words) ON breach_duty TO posthorn_backoffice;
GRANT SELECT, INSERT ON breach_event TO posthorn_backoffice;
GRANT SELECT (id, number, noticed_at, natures, people, data, persons, words, officers_told_at, source_key, opened_at, opened_by), UPDATE (officers_told_at)
  ON breach TO posthorn_worker;
GRANT SELECT (id, email, family_name, first_names, language, roles, left_at) ON staff TO posthorn_worker;
GRANT SELECT (id, source_key, closed_at), INSERT ON breach TO posthorn_sealer;
GRANT SELECT, INSERT ON breach_finding TO posthorn_sealer;
GRANT SELECT ON breach_finding TO posthorn_backoffice;
GRANT SELECT (breach_id), INSERT ON breach_duty TO posthorn_sealer;
GRANT INSERT ON breach_event TO posthorn_sealer;
GRANT SELECT, UPDATE (after, log_after, checked_at, whole_at) ON record_check TO posthorn_sealer;
GRANT SELECT ON record_check TO posthorn_backoffice;
GRANT SELECT (record_seq, record_head) ON delivery TO posthorn_sealer;
GRANT SELECT, INSERT, UPDATE (told_on, told_by, closed_at, closed_by) ON disclosure TO posthorn_backoffice;
GRANT SELECT, INSERT ON disclosure_subject TO posthorn_backoffice;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['subprocessor','circular','breach','breach_duty','breach_event','breach_finding','disclosure','disclosure_subject','record_check'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO posthorn_erasure', t);
  END LOOP;
END $$;

${SETS.map((s) => setIndex(s, " WHERE closed_at IS NOT NULL")).join("")}
SET ROLE posthorn_erasure;
${SETS.map(rowSet).join("")}${grantSets(SETS.map(({ set }) => set))}
RESET ROLE;

${withoutSamples(PERSONAL)}
`;
