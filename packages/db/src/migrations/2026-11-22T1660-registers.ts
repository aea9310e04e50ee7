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

-- A mail owed to who runs each account: of a new subprocessor to all, of a breach to those it concerns. The accounts are worked off in
-- the order of their ids, and how far that is stands with the mails in one transaction: each account is owed one.
CREATE TABLE circular (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('subprocessor','breach')),
  subject_id text NOT NULL,
  -- Null: all of them.
  account_ids text[],
  asked_at timestamptz(3) NOT NULL,
  reached text NOT NULL DEFAULT '',
  told int NOT NULL DEFAULT 0,
  done_at timestamptz(3)
);
CREATE UNIQUE INDEX circular_subject ON circular (kind, subject_id);
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
