// What falls of a delivery (R7, R8, R9, R11, R15, R16, R17): found by index, checked anew, erased.

export const sql = `
SET ROLE posthorn_erasure;
-- The first instant of a day in Brussels.
CREATE FUNCTION retention.starts_at(day date) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$ SELECT day::timestamp AT TIME ZONE 'Europe/Brussels' $$;

-- Sets of a day: rows of no interest one by one. The id is the day on which they fall; each question is one look into the index.
CREATE FUNCTION retention.due_days(of_table text, at_expression text, rule_id text, on_day date, after text, at_most int)
  RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found_at timestamptz; place timestamptz := '-infinity'; ends timestamptz := retention.starts_at(retention.cutoff(rule_id, on_day) + 1); BEGIN
  IF after IS NOT NULL THEN place := retention.starts_at(retention.cutoff(rule_id, after::date) + 1); END IF;
  FOR n IN 1 .. at_most LOOP
    EXECUTE format('SELECT min(%1$s) FROM %2$I WHERE %1$s >= $1 AND %1$s < $2', at_expression, of_table) INTO found_at USING place, ends;
    EXIT WHEN found_at IS NULL;
    -- By the period of one account it may be due before that of all.
    falls_on := least(retention.falls_on(rule_id, retention.day_of(found_at)), on_day);
    id := falls_on::text;
    RETURN NEXT;
    place := retention.starts_at(retention.cutoff(rule_id, falls_on) + 1);
  END LOOP;
END $$;
-- One slice of what falls on or before a day, of at most so many rows; answers how many went. What a hold names, or a period of its own
-- account keeps, is passed by: it stands in nobody's way. of_account is the SQL of the row's account, null where it belongs to none.
CREATE FUNCTION retention.slice_days(of_table text, at_expression text, rule_id text, day date, at_most int, owner_column text, held_by text, of_account text)
  RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE own boolean := of_account IS NOT NULL AND EXISTS (SELECT FROM retention_change ch WHERE ch.rule = rule_id AND ch.account_id IS NOT NULL AND ch.withdrawn_at IS NULL AND ch.effective_at IS NOT NULL);
  until date := least(day, retention.today()); ends timestamptz; unheld text := 'true'; places tid[]; owners text[]; held text[] := '{}'; gone int; BEGIN
  ends := retention.starts_at(CASE WHEN own THEN retention.cutoff(rule_id, until) ELSE retention.common_cutoff(rule_id, until) END + 1);
  IF held_by IS NOT NULL AND EXISTS (SELECT FROM legal_hold h WHERE h.state = 'placed' AND h.ends_on >= retention.today()) THEN
    unheld := format('NOT EXISTS (SELECT FROM retention.%I(ARRAY[%I]))', held_by, owner_column);
  END IF;
  EXECUTE format('SELECT array_agg(place), array_agg(DISTINCT owner) FROM (SELECT ctid AS place, %2$s AS owner FROM %1$I WHERE %3$s < $1 AND %4$s AND %5$s
    ORDER BY %3$s LIMIT $2 FOR UPDATE SKIP LOCKED) s', of_table, coalesce(quote_ident(owner_column), 'NULL::text'), at_expression,
    CASE WHEN own THEN format('retention.falls_on(%L, retention.day_of(%s), %s) <= $3', rule_id, at_expression, of_account) ELSE '$3 IS NOT NULL' END, unheld)
    INTO places, owners USING ends, at_most, until;
  IF places IS NULL THEN RETURN 0; END IF;
  -- Asked once more, with the rows in hand: from here on no hold is placed.
  IF held_by IS NOT NULL THEN EXECUTE format('SELECT coalesce(array_agg(id), ''{}'') FROM retention.%I($1)', held_by) INTO held USING owners; END IF;
  EXECUTE format('DELETE FROM %1$I WHERE ctid = ANY ($1) AND NOT coalesce(%2$s = ANY ($2), false)', of_table, coalesce(quote_ident(owner_column), 'NULL::text'))
    USING places, held;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
-- At most 10,000 rows a call; a day is answered when nothing of it is left. What is kept keeps its day open.
CREATE FUNCTION retention.erase_days(of_table text, at_expression text, rule_id text, what text, ids text[], owner_column text, held_by text, of_account text)
  RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE day date; room int := 10000; done int; emptied boolean; over text[] := '{}'; BEGIN
  FOR day IN SELECT i::date FROM unnest(ids) AS i ORDER BY 1 LOOP
    CONTINUE WHEN day > retention.today();
    EXIT WHEN room <= 0;
    done := retention.slice_days(of_table, at_expression, rule_id, day, room, owner_column, held_by, of_account);
    room := room - done;
    EXECUTE format('SELECT NOT EXISTS (SELECT FROM %1$I WHERE %2$s < $1)', of_table, at_expression) INTO emptied
      USING retention.starts_at(retention.cutoff(rule_id, day) + 1);
    IF done > 0 AND emptied THEN over := over || day::text; END IF;
  END LOOP;
  PERFORM retention.note(rule_id, what, over);
  RETURN over;
END $$;
-- After a restore what is kept stands among a day's rows again, so each is asked about.
CREATE FUNCTION retention.wipe_days(of_table text, at_expression text, rule_id text, ids text[], owner_column text, held_by text, of_account text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE day date := (SELECT max(i::date) FROM unnest(ids) AS i); BEGIN
  WHILE retention.slice_days(of_table, at_expression, rule_id, day, 10000, owner_column, held_by, of_account) > 0 LOOP NULL; END LOOP;
END $$;

-- R16: keys of repeated submissions, and what mail servers and providers brought, 30 days after they came. R17: sessions of addressees.
CREATE FUNCTION retention.due_idempotency(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM retention.due_days('idempotency', 'created_at', 'R16', on_day, after, at_most) $$;
CREATE FUNCTION retention.erase_idempotency(ids text[]) RETURNS text[] LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.erase_days('idempotency', 'created_at', 'R16', 'idempotency', ids, 'account_id', 'held_accounts', 'account_id') $$;
CREATE FUNCTION retention.wipe_idempotency(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.wipe_days('idempotency', 'created_at', 'R16', ids, 'account_id', 'held_accounts', 'account_id') $$;
CREATE FUNCTION retention.due_raw_arrival(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM retention.due_days('raw_arrival', 'arrived_at', 'R16', on_day, after, at_most) $$;
CREATE FUNCTION retention.erase_raw_arrival(ids text[]) RETURNS text[] LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.erase_days('raw_arrival', 'arrived_at', 'R16', 'raw_arrival', ids, NULL, NULL, NULL) $$;
CREATE FUNCTION retention.wipe_raw_arrival(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.wipe_days('raw_arrival', 'arrived_at', 'R16', ids, NULL, NULL, NULL) $$;
CREATE FUNCTION retention.due_collect_session(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM retention.due_days('collect_session', 'least(ended_at, expires_at)', 'R17', on_day, after, at_most) $$;
CREATE FUNCTION retention.erase_collect_session(ids text[]) RETURNS text[] LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.erase_days('collect_session', 'least(ended_at, expires_at)', 'R17', 'collect_session', ids, 'delivery_id', 'held_deliveries', '(SELECT d.account_id FROM delivery d WHERE d.id = collect_session.delivery_id)') $$;
CREATE FUNCTION retention.wipe_collect_session(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.wipe_days('collect_session', 'least(ended_at, expires_at)', 'R17', ids, 'delivery_id', 'held_deliveries', '(SELECT d.account_id FROM delivery d WHERE d.id = collect_session.delivery_id)') $$;

-- R11: one-time codes, by the hour: 24 hours after they were used or expired.
CREATE FUNCTION retention.due_code_challenge(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tomorrow timestamptz := retention.starts_at(on_day + 1); place timestamptz;
  -- Of today what is due by now; of a day to come, all of it.
  ends timestamptz := CASE WHEN on_day > retention.day_of(clock.now()) THEN tomorrow ELSE least(tomorrow, clock.now()) END - retention.kept('R11'); BEGIN
  SELECT coalesce(c.consumed_at, c.expires_at) INTO place FROM code_challenge c WHERE c.id = after;
  RETURN QUERY SELECT c.id, retention.day_of(coalesce(c.consumed_at, c.expires_at) + retention.kept('R11')) FROM code_challenge c
    WHERE coalesce(c.consumed_at, c.expires_at) <= ends
      AND (coalesce(c.consumed_at, c.expires_at), c.id) > (coalesce(place, '-infinity'), coalesce(after, ''))
    ORDER BY coalesce(c.consumed_at, c.expires_at), c.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_code_challenge(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ DELETE FROM code_challenge WHERE id = ANY (ids) $$;
CREATE FUNCTION retention.erase_code_challenge(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT c.id FROM code_challenge c WHERE c.id = ANY (ids) ORDER BY c.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT c.id FROM code_challenge c WHERE c.id = ANY (locked) AND coalesce(c.consumed_at, c.expires_at) + retention.kept('R11') <= clock.now()
    AND c.delivery_id NOT IN (SELECT h.id FROM retention.held_deliveries(ARRAY(SELECT e.delivery_id FROM code_challenge e WHERE e.id = ANY (locked))) h));
  PERFORM retention.wipe_code_challenge(going);
  PERFORM retention.note('R11', 'code_challenge', going);
  RETURN going;
END $$;

-- R15: drafts with their uploads and renditions, 90 days after the last change.
CREATE FUNCTION retention.due_draft(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ends timestamptz := retention.starts_at(retention.cutoff('R15.drafts', on_day) + 1); place timestamptz; BEGIN
  SELECT d.updated_at INTO place FROM draft d WHERE d.id = after;
  RETURN QUERY SELECT d.id, f.day FROM draft d CROSS JOIN LATERAL (SELECT retention.falls_on('R15.drafts', retention.day_of(d.updated_at), d.account_id) AS day) f
    WHERE d.updated_at < ends AND (d.updated_at, d.id) > (coalesce(place, '-infinity'), coalesce(after, '')) AND f.day <= on_day
    ORDER BY d.updated_at, d.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_draft(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- What was sent belongs to the message.
  INSERT INTO blob_removal (blob_id, since)
    SELECT b.blob_id, clock.now() FROM draft d JOIN LATERAL (SELECT u.blob_id FROM upload u WHERE u.draft_id = d.id
      UNION SELECT r.blob_id FROM draft_rendition r WHERE r.draft_id = d.id AND r.blob_id IS NOT NULL) b ON true
    WHERE d.id = ANY (ids) AND d.message_id IS NULL ON CONFLICT DO NOTHING;
  DELETE FROM draft WHERE id = ANY (ids) $$;
CREATE FUNCTION retention.erase_draft(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT d.id FROM draft d WHERE d.id = ANY (ids) ORDER BY d.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT d.id FROM draft d WHERE d.id = ANY (locked) AND retention.falls_on('R15.drafts', retention.day_of(d.updated_at), d.account_id) <= retention.today()
    AND d.account_id NOT IN (SELECT h.id FROM retention.held_accounts(ARRAY(SELECT e.account_id FROM draft e WHERE e.id = ANY (locked))) h));
  PERFORM retention.wipe_draft(going);
  PERFORM retention.note('R15.drafts', 'draft', going);
  RETURN going;
END $$;

-- R7: what the sender entrusted about the addressee. Records, notices as they went, and how they went stay under the evidence.
CREATE FUNCTION retention.due_addressee(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ends timestamptz := retention.starts_at(retention.cutoff('R7', on_day) + 1); place timestamptz; BEGIN
  SELECT d.final_at INTO place FROM delivery d WHERE d.id = after;
  RETURN QUERY SELECT d.id, f.day FROM delivery d CROSS JOIN LATERAL (SELECT retention.falls_on('R7', retention.day_of(d.final_at), d.account_id) AS day) f
    WHERE d.final_at IS NOT NULL AND d.addressee_erased_at IS NULL AND d.final_at < ends
      AND (d.final_at, d.id) > (coalesce(place, '-infinity'), coalesce(after, '')) AND f.day <= on_day
    ORDER BY d.final_at, d.id LIMIT at_most;
END $$;
-- By what an addressee who collected identifies himself is held by his access to the content (R8), and goes with it.
CREATE FUNCTION retention.forget_identity(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE delivery SET name = '', first_names = NULL, enterprise_number = NULL, email = '', mobile = NULL, identification = NULL
    WHERE id = ANY (ids) AND addressee_erased_at IS NOT NULL AND NOT (state = 'collected' AND content_erased_at IS NULL) $$;
CREATE FUNCTION retention.wipe_addressee(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE delivery SET addressee_erased_at = coalesce(addressee_erased_at, clock.now()), attention_of = NULL, street = NULL, number = NULL, box = NULL,
    postcode = NULL, town = NULL, country = NULL, consent = '{"basis":"none_stated"}' WHERE id = ANY (ids);
  SELECT retention.forget_identity(ids);
  UPDATE notice SET email = '', mobile = NULL, mail_answer = NULL, sms_answer = NULL WHERE delivery_id = ANY (ids);
  DELETE FROM code_challenge WHERE delivery_id = ANY (ids);
  DELETE FROM identification_attempt WHERE delivery_id = ANY (ids);
  DELETE FROM collect_session WHERE delivery_id = ANY (ids) AND least(ended_at, expires_at) < clock.now();
  UPDATE print_job SET address = NULL, ended_words = NULL WHERE delivery_id = ANY (ids);
  -- What was booked stands in its record, its octets under the evidence.
  UPDATE carrier_report SET words = NULL, raw = '' WHERE delivery_id = ANY (ids) AND booked_at IS NOT NULL $$;
CREATE FUNCTION retention.erase_addressee(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (ids) ORDER BY d.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (locked) AND d.addressee_erased_at IS NULL
    AND retention.falls_on('R7', retention.day_of(d.final_at), d.account_id) <= retention.today()
    AND d.id NOT IN (SELECT h.id FROM retention.held_deliveries(locked) h));
  PERFORM retention.wipe_addressee(going);
  PERFORM retention.note('R7', 'addressee', going);
  RETURN going;
END $$;

-- R8: keys to the content. Destroying the last of a message lists its files.
CREATE FUNCTION retention.wipe_addressee_key(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM key_wrap w USING delivery d WHERE d.id = ANY (ids) AND w.message_id = d.message_id AND w.holder = d.id;
  UPDATE delivery SET content_erased_at = clock.now() WHERE id = ANY (ids) AND content_erased_at IS NULL;
  SELECT retention.forget_identity(ids) $$;
-- At once; with a letter when it was posted or failed and none of its print files is left.
CREATE FUNCTION retention.due_uncollected_content(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ends timestamptz := retention.starts_at(on_day + 1); place timestamptz; BEGIN
  SELECT d.final_at INTO place FROM delivery d WHERE d.id = after;
  RETURN QUERY SELECT d.id, retention.day_of(d.final_at) FROM delivery d
    WHERE d.final_at IS NOT NULL AND d.content_erased_at IS NULL AND d.state <> 'collected' AND d.final_at < ends
      AND (d.final_at, d.id) > (coalesce(place, '-infinity'), coalesce(after, ''))
      AND NOT EXISTS (SELECT FROM print_job j WHERE j.delivery_id = d.id AND j.blob_id IS NOT NULL)
    ORDER BY d.final_at, d.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_uncollected_content(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.wipe_addressee_key(ids) $$;
CREATE FUNCTION retention.erase_uncollected_content(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (ids) ORDER BY d.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (locked) AND d.content_erased_at IS NULL
    AND (d.state IN ('refused','expired','unreachable','post_failed') OR (d.posted_at IS NOT NULL AND d.state <> 'collected'))
    AND (d.final_at IS NOT NULL OR d.posted_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM print_job j WHERE j.delivery_id = d.id AND j.blob_id IS NOT NULL)
    AND d.id NOT IN (SELECT h.id FROM retention.held_deliveries(locked) h));
  PERFORM retention.wipe_uncollected_content(going);
  PERFORM retention.note('R8.uncollected', 'uncollected_content', going);
  RETURN going;
END $$;
CREATE FUNCTION retention.due_unregistered_content(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ends timestamptz := retention.starts_at(retention.cutoff('R8.unregistered', on_day) + 1); place timestamptz; BEGIN
  SELECT d.final_at INTO place FROM delivery d WHERE d.id = after;
  RETURN QUERY SELECT d.id, f.day FROM delivery d CROSS JOIN LATERAL (SELECT retention.falls_on('R8.unregistered', retention.day_of(d.final_at), d.account_id) AS day) f
    WHERE d.state = 'collected' AND d.content_erased_at IS NULL AND d.inbox_falls_on IS NULL AND d.final_at < ends
      AND (d.final_at, d.id) > (coalesce(place, '-infinity'), coalesce(after, '')) AND f.day <= on_day
    ORDER BY d.final_at, d.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_unregistered_content(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.wipe_addressee_key(ids) $$;
CREATE FUNCTION retention.erase_unregistered_content(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (ids) ORDER BY d.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (locked) AND d.state = 'collected' AND d.content_erased_at IS NULL AND d.inbox_falls_on IS NULL
    AND retention.falls_on('R8.unregistered', retention.day_of(d.final_at), d.account_id) <= retention.today()
    AND d.id NOT IN (SELECT h.id FROM retention.held_deliveries(locked) h));
  PERFORM retention.wipe_unregistered_content(going);
  PERFORM retention.note('R8.unregistered', 'unregistered_content', going);
  RETURN going;
END $$;
CREATE FUNCTION retention.due_registered_content(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place date; BEGIN
  SELECT d.inbox_falls_on INTO place FROM delivery d WHERE d.id = after;
  RETURN QUERY SELECT d.id, d.inbox_falls_on FROM delivery d
    WHERE d.inbox_falls_on IS NOT NULL AND d.content_erased_at IS NULL AND d.inbox_falls_on <= on_day
      AND (d.inbox_falls_on, d.id) > (coalesce(place, '-infinity'), coalesce(after, ''))
    ORDER BY d.inbox_falls_on, d.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_registered_content(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT retention.wipe_addressee_key(ids) $$;
CREATE FUNCTION retention.erase_registered_content(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (ids) ORDER BY d.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (locked) AND d.content_erased_at IS NULL AND d.inbox_falls_on <= retention.today()
    AND d.id NOT IN (SELECT h.id FROM retention.held_deliveries(locked) h));
  PERFORM retention.wipe_registered_content(going);
  PERFORM retention.note('R8.registered', 'registered_content', going);
  RETURN going;
END $$;
CREATE FUNCTION retention.due_sender_content(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place date; BEGIN
  SELECT m.content_falls_on INTO place FROM message m WHERE m.id = after;
  RETURN QUERY SELECT m.id, m.content_falls_on FROM message m
    WHERE m.content_falls_on IS NOT NULL AND m.content_erased_at IS NULL AND m.content_falls_on <= on_day
      AND (m.content_falls_on, m.id) > (coalesce(place, '-infinity'), coalesce(after, ''))
    ORDER BY m.content_falls_on, m.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_sender_content(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM key_wrap WHERE message_id = ANY (ids) AND holder = 'account';
  UPDATE message SET content_erased_at = clock.now() WHERE id = ANY (ids) AND content_erased_at IS NULL $$;
CREATE FUNCTION retention.erase_sender_content(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT m.id FROM message m WHERE m.id = ANY (ids) ORDER BY m.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT m.id FROM message m WHERE m.id = ANY (locked) AND m.content_erased_at IS NULL AND m.content_falls_on <= retention.today()
    AND m.id NOT IN (SELECT h.id FROM retention.held_messages(locked) h));
  PERFORM retention.wipe_sender_content(going);
  PERFORM retention.note('R8.sender', 'sender_content', going);
  RETURN going;
END $$;

-- R16: print files, from posting, or from when that failed: the day that the domain wrote into file_falls_at is the 31st after it.
CREATE FUNCTION retention.due_print_file(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ends timestamptz := retention.starts_at(retention.cutoff('R16', on_day) + 32); place timestamptz; BEGIN
  SELECT j.file_falls_at INTO place FROM print_job j WHERE j.id = after;
  RETURN QUERY SELECT j.id, f.day FROM print_job j CROSS JOIN LATERAL (SELECT retention.falls_on('R16', retention.day_of(j.file_falls_at) - 31, j.account_id) AS day) f
    WHERE j.blob_id IS NOT NULL AND j.file_falls_at IS NOT NULL AND j.file_falls_at < ends
      AND (j.file_falls_at, j.id) > (coalesce(place, '-infinity'), coalesce(after, '')) AND f.day <= on_day
    ORDER BY j.file_falls_at, j.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_print_file(ids text[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  INSERT INTO blob_removal (blob_id, since) SELECT j.blob_id, clock.now() FROM print_job j WHERE j.id = ANY (ids) AND j.blob_id IS NOT NULL ON CONFLICT DO NOTHING;
  UPDATE print_job SET blob_id = NULL, wrapped_key = NULL WHERE id = ANY (ids);
  -- With the last file of a letter the key of who did not collect.
  PERFORM retention.erase_uncollected_content(ARRAY(SELECT DISTINCT j.delivery_id FROM print_job j WHERE j.id = ANY (ids)));
END $$;
CREATE FUNCTION retention.erase_print_file(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  -- As every verb does: the delivery first, then its letter.
  locked := ARRAY(SELECT d.id FROM delivery d WHERE d.id IN (SELECT j.delivery_id FROM print_job j WHERE j.id = ANY (ids)) ORDER BY d.id FOR UPDATE SKIP LOCKED);
  PERFORM FROM print_job j WHERE j.id = ANY (ids) AND j.delivery_id = ANY (locked) ORDER BY j.id FOR UPDATE;
  going := ARRAY(SELECT j.id FROM print_job j WHERE j.id = ANY (ids) AND j.delivery_id = ANY (locked) AND j.blob_id IS NOT NULL
    AND retention.falls_on('R16', retention.day_of(j.file_falls_at) - 31, j.account_id) <= retention.today()
    AND j.delivery_id NOT IN (SELECT h.id FROM retention.held_deliveries(locked) h));
  PERFORM retention.wipe_print_file(going);
  PERFORM retention.note('R16', 'print_file', going);
  RETURN going;
END $$;

-- R9: the evidence and all that is kept under it; the message with its last delivery, a batch with its last letter.
CREATE FUNCTION retention.wipe_records(ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM seal_work WHERE record_id = ANY (ids);
  DELETE FROM archive_timer WHERE kind = 'seal' AND ref = ANY (ids);
  DELETE FROM evidence_seal WHERE record_id = ANY (ids);
  DELETE FROM evidence_stamp WHERE record_id = ANY (ids);
  UPDATE log_entry SET record_id = NULL WHERE record_id = ANY (ids);
  DELETE FROM evidence_record WHERE id = ANY (ids) $$;
CREATE FUNCTION retention.due_evidence(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ends timestamptz := retention.starts_at(retention.cutoff('R9', on_day) + 1); place timestamptz; BEGIN
  SELECT d.final_at INTO place FROM delivery d WHERE d.id = after;
  RETURN QUERY SELECT d.id, f.day FROM delivery d CROSS JOIN LATERAL (SELECT retention.falls_on('R9', retention.day_of(d.final_at), d.account_id) AS day) f
    WHERE d.final_at IS NOT NULL AND d.final_at < ends AND (d.final_at, d.id) > (coalesce(place, '-infinity'), coalesce(after, '')) AND f.day <= on_day
    ORDER BY d.final_at, d.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_evidence(ids text[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE messages text[]; jobs text[]; batches text[]; gone text[]; BEGIN
  messages := ARRAY(SELECT DISTINCT d.message_id FROM delivery d WHERE d.id = ANY (ids));
  jobs := ARRAY(SELECT j.id FROM print_job j WHERE j.delivery_id = ANY (ids));
  batches := ARRAY(SELECT DISTINCT j.batch_id FROM print_job j WHERE j.id = ANY (jobs));
  -- Two that erase the last deliveries of one message wait for each other here: one of them is the last.
  PERFORM FROM message m WHERE m.id = ANY (messages) ORDER BY m.id FOR UPDATE;
  PERFORM FROM print_batch b WHERE b.id = ANY (batches) ORDER BY b.id FOR UPDATE;
  PERFORM retention.wipe_records(ARRAY(SELECT r.id FROM evidence_record r WHERE r.delivery_id = ANY (ids)));
  DELETE FROM archive_timer t USING proof p WHERE p.delivery_id = ANY (ids) AND t.kind = 'proof' AND t.ref = p.id::text;
  DELETE FROM proof WHERE delivery_id = ANY (ids);
  DELETE FROM bundle WHERE delivery_id = ANY (ids);
  DELETE FROM evidence_artifact WHERE delivery_id = ANY (ids);
  DELETE FROM notice WHERE delivery_id = ANY (ids);
  DELETE FROM delivery_timer WHERE delivery_id = ANY (ids);
  DELETE FROM errand WHERE delivery_id = ANY (ids);
  DELETE FROM code_challenge WHERE delivery_id = ANY (ids);
  DELETE FROM collect_session WHERE delivery_id = ANY (ids);
  DELETE FROM identification_attempt WHERE delivery_id = ANY (ids);
  DELETE FROM identification_mismatch WHERE delivery_id = ANY (ids);
  DELETE FROM identification_record_opening o USING identification_record r WHERE r.delivery_id = ANY (ids) AND o.record_id = r.id;
  DELETE FROM identification_record WHERE delivery_id = ANY (ids);
  DELETE FROM inbox_entry WHERE delivery_id = ANY (ids);
  DELETE FROM rectification_note WHERE delivery_id = ANY (ids);
  DELETE FROM carrier_report WHERE delivery_id = ANY (ids);
  DELETE FROM postal_act WHERE delivery_id = ANY (ids) OR job_id = ANY (jobs);
  INSERT INTO blob_removal (blob_id, since) SELECT j.blob_id, clock.now() FROM print_job j WHERE j.id = ANY (jobs) AND j.blob_id IS NOT NULL ON CONFLICT DO NOTHING;
  DELETE FROM print_job WHERE id = ANY (jobs);
  DELETE FROM key_wrap w WHERE w.message_id = ANY (messages) AND w.holder = ANY (ids);
  DELETE FROM delivery WHERE id = ANY (ids);
  gone := ARRAY(SELECT b.id FROM print_batch b WHERE b.id = ANY (batches) AND NOT EXISTS (SELECT FROM print_job j WHERE j.batch_id = b.id));
  DELETE FROM posting_receipt WHERE batch_id = ANY (gone);
  DELETE FROM postal_act WHERE batch_id = ANY (gone);
  DELETE FROM print_batch WHERE id = ANY (gone);
  gone := ARRAY(SELECT m.id FROM message m WHERE m.id = ANY (messages) AND NOT EXISTS (SELECT FROM delivery d WHERE d.message_id = m.id));
  DELETE FROM key_wrap WHERE message_id = ANY (gone);
  DELETE FROM archive_timer t USING message_proof p WHERE p.message_id = ANY (gone) AND t.kind = 'message_proof' AND t.ref = p.message_id || ' ' || p.language;
  DELETE FROM message_proof WHERE message_id = ANY (gone);
  DELETE FROM part_rendition WHERE message_id = ANY (gone);
  DELETE FROM message_part WHERE message_id = ANY (gone);
  DELETE FROM message WHERE id = ANY (gone);
END $$;
CREATE FUNCTION retention.erase_evidence(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (ids) ORDER BY d.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT d.id FROM delivery d WHERE d.id = ANY (locked)
    AND retention.falls_on('R9', retention.day_of(d.final_at), d.account_id) <= retention.today()
    AND d.id NOT IN (SELECT h.id FROM retention.held_deliveries(locked) h));
  PERFORM retention.keep_leaves(going);
  PERFORM retention.wipe_evidence(going);
  PERFORM retention.note('R9', 'evidence', going);
  RETURN going;
END $$;
CREATE FUNCTION retention.due_refused_submission(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ends timestamptz := retention.starts_at(retention.cutoff('R9', on_day) + 1); place timestamptz; BEGIN
  SELECT s.refused_at INTO place FROM refused_submission s WHERE s.id = after;
  RETURN QUERY SELECT s.id, f.day FROM refused_submission s CROSS JOIN LATERAL (SELECT retention.falls_on('R9', retention.day_of(s.refused_at), s.account_id) AS day) f
    WHERE s.refused_at < ends AND (s.refused_at, s.id) > (coalesce(place, '-infinity'), coalesce(after, '')) AND f.day <= on_day
    ORDER BY s.refused_at, s.id LIMIT at_most;
END $$;
CREATE FUNCTION retention.wipe_refused_submission(ids text[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  PERFORM retention.wipe_records(ARRAY(SELECT r.id FROM evidence_record r WHERE r.refusal_id = ANY (ids)));
  DELETE FROM refused_submission WHERE id = ANY (ids);
END $$;
CREATE FUNCTION retention.erase_refused_submission(ids text[]) RETURNS text[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE locked text[]; going text[]; BEGIN
  locked := ARRAY(SELECT s.id FROM refused_submission s WHERE s.id = ANY (ids) ORDER BY s.id FOR UPDATE SKIP LOCKED);
  going := ARRAY(SELECT s.id FROM refused_submission s WHERE s.id = ANY (locked)
    AND retention.falls_on('R9', retention.day_of(s.refused_at), s.account_id) <= retention.today()
    AND s.account_id NOT IN (SELECT h.id FROM retention.held_accounts(ARRAY(SELECT e.account_id FROM refused_submission e WHERE e.id = ANY (locked))) h));
  PERFORM retention.wipe_refused_submission(going);
  PERFORM retention.note('R9', 'refused_submission', going);
  RETURN going;
END $$;
DO $$ DECLARE s text; f record; BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'retention'::regnamespace LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
  END LOOP;
  FOREACH s IN ARRAY ARRAY['addressee','uncollected_content','unregistered_content','registered_content','sender_content','print_file','evidence',
      'refused_submission','code_challenge','draft','idempotency','raw_arrival','collect_session'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION retention.due_%I(date, text, int), retention.erase_%I(text[]) TO posthorn_eraser', s, s);
  END LOOP;
END $$;
RESET ROLE;
`;
