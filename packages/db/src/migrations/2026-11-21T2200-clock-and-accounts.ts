// The one clock, and the tables of who may send: people, accounts, memberships, sessions, keys, credits.

export const sql = `
CREATE SCHEMA clock;
-- Milliseconds everywhere: an instant in a record and the same instant in a column compare equal.
CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql VOLATILE
  AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;
COMMENT ON FUNCTION clock.now() IS 'The only clock of the service; only the owner role may replace it.';

CREATE TABLE person (
  id text PRIMARY KEY,
  email text NOT NULL,
  family_name text NOT NULL,
  first_names text NOT NULL,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  password_hash text,
  identified_method text,
  identified_level text,
  identified_issuer text,
  identified_at timestamptz(3),
  created_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX person_email ON person (lower(email));

CREATE TABLE account (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('private','company')),
  name text NOT NULL,
  enterprise_number text,
  street text, number text, box text, postcode text, town text, country text,
  language text NOT NULL CHECK (language IN ('nl','fr','de','en')),
  email text NOT NULL,
  content_retention_days int NOT NULL DEFAULT 365 CHECK (content_retention_days BETWEEN 30 AND 730),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active','closing','closed')),
  created_at timestamptz(3) NOT NULL
);

CREATE TABLE member (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  person_id text NOT NULL REFERENCES person,
  role text NOT NULL CHECK (role IN ('admin','user')),
  public_id text NOT NULL,
  joined_at timestamptz(3) NOT NULL,
  left_at timestamptz(3),
  UNIQUE (account_id, person_id),
  UNIQUE (public_id)
);
CREATE INDEX member_person ON member (person_id);

CREATE TABLE session (
  token_hash text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person,
  member_id text NOT NULL REFERENCES member,
  account_id text NOT NULL REFERENCES account,
  method text NOT NULL,
  authenticated_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
);
CREATE INDEX session_person ON session (person_id);

CREATE TABLE api_key (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  member_id text NOT NULL REFERENCES member,
  name text NOT NULL,
  secret_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);

-- One row an account, locked by whoever reserves: never below zero, never spent twice.
CREATE TABLE account_credit (
  account_id text PRIMARY KEY REFERENCES account,
  balance int NOT NULL CHECK (balance >= 0)
);
CREATE TABLE credit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  kind text NOT NULL CHECK (kind IN ('purchase','reservation','consumption','release','refund')),
  item text NOT NULL CHECK (item IN ('pack','delivery','postage')),
  amount int NOT NULL,
  delivery_id text,
  entered_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX credit_entry_once ON credit_entry (delivery_id, item, kind) WHERE delivery_id IS NOT NULL;
CREATE INDEX credit_entry_account ON credit_entry (account_id, id DESC);

CREATE TABLE idempotency (
  account_id text NOT NULL REFERENCES account,
  key text NOT NULL,
  request_hash text NOT NULL,
  message_id text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (account_id, key)
);

-- Every use of the platform (24 months).
CREATE TABLE use_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  used_at timestamptz(3) NOT NULL,
  falls_on date NOT NULL,
  service text NOT NULL,
  act text NOT NULL,
  account_id text, person_id text, delivery_id text,
  ip text, user_agent text, language text
);
CREATE INDEX use_log_falls ON use_log (falls_on);

CREATE TABLE rate_limit (
  key text PRIMARY KEY,
  points int NOT NULL DEFAULT 0,
  expire bigint
);
CREATE INDEX rate_limit_expire ON rate_limit (expire);
`;
