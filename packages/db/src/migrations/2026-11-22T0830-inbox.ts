// The inbox of a registered addressee: deliveries whose address is his verified one and whose name is his identified one.

export const sql = `
CREATE TABLE inbox_entry (
  delivery_id text PRIMARY KEY REFERENCES delivery,
  person_id text NOT NULL REFERENCES person,
  -- His private account, whose setting says how long he keeps what he collected (R8).
  account_id text NOT NULL REFERENCES account,
  because text NOT NULL CHECK (because IN ('notice','registration')),
  entered_at timestamptz(3) NOT NULL,
  -- A repair ended it; the notice that follows enters it anew where address and name are still his.
  ended_at timestamptz(3)
);
CREATE INDEX inbox_entry_person ON inbox_entry (person_id, entered_at DESC, delivery_id DESC) WHERE ended_at IS NULL;
-- What may still be collected by whoever holds an address.
CREATE INDEX delivery_addressed_to ON delivery (lower(email)) WHERE kind = 'person' AND state IN ('notified','to_print');

-- Who could be meant by an address: of company members none, since only a private account has an inbox. Names are compared by
-- the domain's rules, so they are handed out.
CREATE FUNCTION inbox_owners(address text) RETURNS TABLE (person_id text, family_name text, first_names text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p.id, p.family_name, p.first_names FROM person p
        WHERE lower(p.email) = lower(address) AND p.erased_at IS NULL
          AND p.email_verified_at IS NOT NULL AND p.identified_at IS NOT NULL
          AND EXISTS (SELECT FROM member m JOIN account a ON a.id = m.account_id
                      WHERE m.person_id = p.id AND m.left_at IS NULL AND a.kind = 'private' AND a.status = 'active') $$;
-- What waits for somebody who has only now become an addressee we know: final deliveries are not entered later.
CREATE FUNCTION inbox_awaiting(who text)
  RETURNS TABLE (delivery_id text, name text, first_names text, own_name text, own_first_names text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT d.id, d.name, d.first_names, p.family_name, p.first_names FROM person p JOIN delivery d ON lower(d.email) = lower(p.email)
        WHERE p.id = who AND d.kind = 'person' AND d.state IN ('notified','to_print') AND d.print_released_at IS NULL
          AND NOT EXISTS (SELECT FROM inbox_entry e WHERE e.delivery_id = d.id AND e.ended_at IS NULL) $$;
-- The only way in. The name was compared before; all else is checked once more.
CREATE FUNCTION enter_inbox(delivery text, who text, reason text, at timestamptz) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ WITH entered AS (
          INSERT INTO inbox_entry (delivery_id, person_id, account_id, because, entered_at)
          SELECT d.id, p.id, a.id, reason, at
          FROM delivery d JOIN person p ON lower(p.email) = lower(d.email)
            JOIN member m ON m.person_id = p.id AND m.left_at IS NULL
            JOIN account a ON a.id = m.account_id AND a.kind = 'private' AND a.status = 'active'
          WHERE d.id = delivery AND p.id = who AND d.kind = 'person' AND d.final_at IS NULL
            AND p.erased_at IS NULL AND p.email_verified_at IS NOT NULL AND p.identified_at IS NOT NULL
          LIMIT 1
          ON CONFLICT (delivery_id) DO UPDATE SET person_id = excluded.person_id, account_id = excluded.account_id,
            because = excluded.because, entered_at = excluded.entered_at, ended_at = NULL WHERE inbox_entry.ended_at IS NOT NULL
          RETURNING 1)
        SELECT EXISTS (SELECT FROM entered) $$;
-- A repair voids every way to the delivery at once, this one too.
CREATE FUNCTION end_inbox_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$ BEGIN UPDATE inbox_entry SET ended_at = clock.now() WHERE delivery_id = NEW.id AND ended_at IS NULL; RETURN NULL; END $$;
CREATE TRIGGER end_inbox_entry AFTER UPDATE OF link_generation ON delivery FOR EACH ROW
  WHEN (OLD.link_generation IS DISTINCT FROM NEW.link_generation) EXECUTE FUNCTION end_inbox_entry();
-- For how many days a registered addressee keeps what he collected, by his own setting; null for who is not registered.
CREATE FUNCTION inbox_retention_days(delivery text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT a.content_retention_days FROM inbox_entry e JOIN account a ON a.id = e.account_id
        WHERE e.delivery_id = delivery AND e.ended_at IS NULL AND a.status IN ('active','closing') $$;
-- What stands in the list of whoever is signed in, a page and one more: of the sender's rows no more than a notice tells.
-- Newest first; the other way round, towards newer ones, from a place on. The page is cut before anything is joined.
CREATE FUNCTION inbox_page(from_at timestamptz, from_id text, newer boolean)
  RETURNS TABLE (delivery_id text, entered_at timestamptz(3), state text, sender_name text, notified_at timestamptz(3), collect_until date,
    final_at timestamptz(3), retention_days int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT d.id, e.entered_at, d.state,
          CASE WHEN m.sender_shown = 'before' OR d.state = 'collected' THEN m.facts->'sender'->>'name' END,
          d.notified_at, d.collect_until, d.final_at, a.content_retention_days
        FROM ((SELECT i.delivery_id, i.account_id, i.entered_at FROM inbox_entry i
               WHERE newer AND i.person_id = current_setting('posthorn.person_id', true) AND i.ended_at IS NULL
                 AND (i.entered_at, i.delivery_id) > (from_at, from_id)
               ORDER BY i.entered_at, i.delivery_id LIMIT 26)
              UNION ALL
              (SELECT i.delivery_id, i.account_id, i.entered_at FROM inbox_entry i
               WHERE NOT newer AND i.person_id = current_setting('posthorn.person_id', true) AND i.ended_at IS NULL
                 AND (i.entered_at, i.delivery_id) < (coalesce(from_at, 'infinity'), coalesce(from_id, ''))
               ORDER BY i.entered_at DESC, i.delivery_id DESC LIMIT 26)) e
          JOIN delivery d ON d.id = e.delivery_id JOIN message m ON m.id = d.message_id JOIN account a ON a.id = e.account_id
        ORDER BY CASE WHEN newer THEN e.entered_at END, CASE WHEN newer THEN e.delivery_id END, e.entered_at DESC, e.delivery_id DESC $$;
-- The delivery that a transaction names, if it stands in the inbox of the person it names.
CREATE FUNCTION inbox_delivery() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT delivery_id FROM inbox_entry WHERE delivery_id = current_setting('posthorn.inbox_delivery', true)
          AND person_id = current_setting('posthorn.person_id', true) AND ended_at IS NULL $$;
REVOKE ALL ON FUNCTION inbox_owners(text), inbox_awaiting(text), enter_inbox(text, text, text, timestamptz), end_inbox_entry(),
  inbox_retention_days(text), inbox_page(timestamptz, text, boolean), inbox_delivery() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION inbox_owners(text) TO posthorn_worker;
GRANT EXECUTE ON FUNCTION inbox_awaiting(text), inbox_page(timestamptz, text, boolean) TO posthorn_portal;
GRANT EXECUTE ON FUNCTION enter_inbox(text, text, text, timestamptz) TO posthorn_worker, posthorn_portal;
GRANT EXECUTE ON FUNCTION inbox_retention_days(text) TO posthorn_collect, posthorn_worker;
GRANT EXECUTE ON FUNCTION inbox_delivery() TO posthorn_inbox;

GRANT SELECT ON inbox_entry TO posthorn_worker, posthorn_portal;
ALTER TABLE inbox_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY back_end ON inbox_entry FOR SELECT TO posthorn_worker USING (true);
CREATE POLICY own ON inbox_entry FOR SELECT TO posthorn_portal USING (person_id = current_setting('posthorn.person_id', true));

-- What collect may do with the delivery it was presented, the portal may do, as this role alone, with the one in an inbox.
GRANT posthorn_collect TO posthorn_inbox WITH INHERIT TRUE, SET FALSE;
GRANT posthorn_inbox TO posthorn_portal WITH INHERIT FALSE, SET TRUE;
CREATE POLICY in_inbox ON delivery TO posthorn_inbox USING (id = inbox_delivery());
-- Whatever else is presented: a session that somebody else left in the browser opens nothing.
CREATE POLICY in_inbox_alone ON delivery AS RESTRICTIVE TO posthorn_inbox USING (id = inbox_delivery());
`;
