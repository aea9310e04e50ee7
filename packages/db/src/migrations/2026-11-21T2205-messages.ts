// Drafts, messages, parts, key wraps, deliveries, timers, notices, codes, collect sessions, raw arrivals.

export const sql = `
CREATE TABLE draft (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  member_id text NOT NULL REFERENCES member,
  -- The form as typed, encrypted with the draft's content key: content never stands readable in the database.
  sealed_form bytea,
  wrapped_key bytea NOT NULL,
  revision int NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  message_id text
);
CREATE INDEX draft_account ON draft (account_id, updated_at DESC) WHERE message_id IS NULL;

CREATE TABLE upload (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  draft_id text NOT NULL REFERENCES draft ON DELETE CASCADE,
  blob_id text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX upload_draft ON upload (draft_id, created_at);

CREATE TABLE message (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  member_id text NOT NULL REFERENCES member,
  subject text NOT NULL,
  required_identification text NOT NULL CHECK (required_identification IN ('codes','eid_or_itsme')),
  collection_days int NOT NULL CHECK (collection_days BETWEEN 1 AND 30),
  reminders boolean NOT NULL,
  postal_fallback boolean NOT NULL,
  content_retention_days int NOT NULL CHECK (content_retention_days BETWEEN 30 AND 730),
  accepted_at timestamptz(3) NOT NULL,
  delivery_count int NOT NULL,
  -- What every record of the message says alike (sender, subject, parts, policies), fixed at acceptance.
  facts jsonb NOT NULL
);
CREATE INDEX message_account ON message (account_id, accepted_at DESC, id DESC);

CREATE TABLE message_part (
  message_id text NOT NULL REFERENCES message,
  ordinal int NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  blob_id text NOT NULL,
  PRIMARY KEY (message_id, ordinal)
);

-- Destroying a holder's wrap ends his access. Holder: 'account', or a delivery's id.
CREATE TABLE key_wrap (
  message_id text NOT NULL REFERENCES message,
  holder text NOT NULL,
  account_id text NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (message_id, holder)
);
CREATE TABLE key_use (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  used_at timestamptz(3) NOT NULL,
  service text NOT NULL,
  purpose text NOT NULL,
  owner_id text NOT NULL,
  holder text NOT NULL
);

CREATE TABLE delivery (
  id text PRIMARY KEY,
  message_id text NOT NULL REFERENCES message,
  account_id text NOT NULL REFERENCES account,
  ordinal int NOT NULL,
  state text NOT NULL,
  -- addressee, entrusted by the sender
  kind text NOT NULL CHECK (kind IN ('person','organisation')),
  name text NOT NULL,
  first_names text,
  enterprise_number text,
  attention_of text,
  email text NOT NULL,
  mobile text,
  street text, number text, box text, postcode text, town text, country text,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  identification jsonb,
  consent jsonb NOT NULL,
  -- lifecycle
  collection_days int NOT NULL,
  postal_fallback boolean NOT NULL,
  reminders boolean NOT NULL,
  accepted_at timestamptz(3) NOT NULL,
  notice_round int NOT NULL DEFAULT 1,
  notified_at timestamptz(3),
  deadline_at timestamptz(3),
  collect_until date,
  notice_used_at timestamptz(3),
  notice_failed_at timestamptz(3),
  notice_failures int NOT NULL DEFAULT 0,
  failed_round int NOT NULL DEFAULT 0,
  repaired_at timestamptz(3),
  sms_failure_open boolean NOT NULL DEFAULT false,
  outage_extensions int NOT NULL DEFAULT 0,
  credit_consumed boolean NOT NULL DEFAULT false,
  final_by date NOT NULL,
  final_at timestamptz(3),
  first_to_print_at timestamptz(3),
  print_released_at timestamptz(3),
  posted_at timestamptz(3),
  -- links: hashes only; the token itself is derived from a key and the generation
  link_generation int NOT NULL DEFAULT 1,
  link_hash text,
  check_code_hash text,
  reminders_silenced boolean NOT NULL DEFAULT false,
  -- collection
  accepted_by_session text,
  collected_at timestamptz(3),
  collector jsonb,
  consigned_at timestamptz(3),
  handed_over_at timestamptz(3),
  -- chain
  record_seq int NOT NULL DEFAULT 0,
  record_head text NOT NULL DEFAULT repeat('0', 64),
  chain_closed boolean NOT NULL DEFAULT false,
  -- submission proven: no notice leaves before
  submission_stamped_at timestamptz(3),
  UNIQUE (message_id, ordinal)
);
CREATE UNIQUE INDEX delivery_link ON delivery (link_hash) WHERE link_hash IS NOT NULL;
CREATE UNIQUE INDEX delivery_check_code ON delivery (check_code_hash) WHERE check_code_hash IS NOT NULL;
CREATE INDEX delivery_account ON delivery (account_id, accepted_at DESC, id DESC);
CREATE INDEX delivery_account_state ON delivery (account_id, state, accepted_at DESC, id DESC);
-- What the worker's sweep looks for; both stay small.
CREATE INDEX delivery_unnotified ON delivery (accepted_at) WHERE notified_at IS NULL AND final_at IS NULL;
CREATE INDEX delivery_unconsigned ON delivery (collected_at) WHERE state = 'collected' AND consigned_at IS NULL AND NOT chain_closed;
-- Few at any time: what a sender must mend, for the head of every page of his.
CREATE INDEX delivery_failing ON delivery (account_id, accepted_at DESC) WHERE final_at IS NULL AND (state = 'notice_failed' OR sms_failure_open);
CREATE INDEX delivery_attention ON delivery (account_id, deadline_at) WHERE final_at IS NULL;

CREATE TABLE delivery_timer (
  delivery_id text NOT NULL REFERENCES delivery,
  kind text NOT NULL,
  due_at timestamptz(3) NOT NULL,
  PRIMARY KEY (delivery_id, kind)
);
CREATE INDEX delivery_timer_due ON delivery_timer (due_at);

-- One row a round and kind: the attempt stands here before anything leaves.
CREATE TABLE notice (
  id text PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery,
  round int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('window','reminder')),
  ordinal int NOT NULL DEFAULT 0,
  email text NOT NULL,
  mobile text,
  created_at timestamptz(3) NOT NULL,
  next_attempt_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  mail_state text NOT NULL DEFAULT 'pending' CHECK (mail_state IN ('pending','accepted','refused','failed','delivered')),
  mail_at timestamptz(3),
  mail_answer text,
  sms_state text NOT NULL DEFAULT 'pending' CHECK (sms_state IN ('none','pending','accepted','refused','failed','delivered')),
  sms_at timestamptz(3),
  sms_answer text,
  sms_provider_id text,
  recorded_at timestamptz(3),
  UNIQUE (delivery_id, round, kind, ordinal)
);
CREATE UNIQUE INDEX notice_sms_provider ON notice (sms_provider_id) WHERE sms_provider_id IS NOT NULL;
CREATE INDEX notice_due ON notice (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- Kept under the evidence: notices as sent, dialogues, provider answers, decision pages.
CREATE TABLE evidence_artifact (
  delivery_id text NOT NULL REFERENCES delivery,
  sha256 text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('notice_mail','notice_sms','smtp_dialogue','provider_answer','report','decision_page')),
  media_type text NOT NULL,
  bytes bytea NOT NULL,
  kept_at timestamptz(3) NOT NULL,
  PRIMARY KEY (delivery_id, sha256)
);

CREATE TABLE code_challenge (
  id text PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  email_secret bytea NOT NULL,
  sms_secret bytea NOT NULL,
  email text NOT NULL,
  mobile text NOT NULL,
  language text NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  consumed_at timestamptz(3),
  voided_at timestamptz(3),
  -- While a worker sends; another looks again only after it.
  claimed_until timestamptz(3),
  mail_sent_at timestamptz(3),
  sms_sent_at timestamptz(3)
);
CREATE INDEX code_challenge_unsent ON code_challenge (created_at) WHERE mail_sent_at IS NULL OR sms_sent_at IS NULL;
CREATE INDEX code_challenge_delivery ON code_challenge (delivery_id, created_at DESC);
CREATE INDEX code_challenge_mobile ON code_challenge (mobile, created_at DESC);

CREATE TABLE collect_session (
  token_hash text PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery,
  link_generation int NOT NULL,
  authentication jsonb NOT NULL,
  -- Names of the parts opened in this session: each opening is evidenced once.
  opened text[] NOT NULL DEFAULT '{}',
  started_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
);
CREATE INDEX collect_session_delivery ON collect_session (delivery_id);

CREATE TABLE raw_arrival (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('mail','twilio','flowmailer')),
  arrived_at timestamptz(3) NOT NULL,
  envelope_to text,
  body bytea NOT NULL,
  processed_at timestamptz(3),
  outcome text
);
CREATE INDEX raw_arrival_open ON raw_arrival (id) WHERE processed_at IS NULL;

-- Mails that are owed once (to the sender, copies of proofs): at least once, done when done_at stands.
CREATE TABLE errand (
  id text PRIMARY KEY,
  delivery_id text NOT NULL REFERENCES delivery,
  kind text NOT NULL CHECK (kind IN ('notice_failed','sms_failed','letter','window_extended','final','proof_copy','not_for_me','reminder_failed')),
  occasion text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  next_attempt_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  done_at timestamptz(3),
  UNIQUE (delivery_id, kind, occasion)
);
CREATE INDEX errand_due ON errand (next_attempt_at) WHERE done_at IS NULL;

-- Minutes in which collect answered through its own front door; missing ones are the outage.
CREATE TABLE heartbeat (minute_at timestamptz(3) PRIMARY KEY);
`;
