// The way into the job queue: services enqueue through one function; only worker and sealer may take jobs.

export const sql = `
CREATE SCHEMA jobs;
GRANT USAGE ON SCHEMA jobs TO PUBLIC;
CREATE FUNCTION jobs.add(task text, payload json, priority int DEFAULT 0) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = graphile_worker, public
  AS $$ SELECT graphile_worker.add_job(task, payload, max_attempts := 1, priority := priority) $$;
REVOKE ALL ON FUNCTION jobs.add(text, json, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jobs.add(text, json, int)
  TO posthorn_portal, posthorn_api, posthorn_collect, posthorn_worker, posthorn_sealer, posthorn_inbound;

GRANT USAGE ON SCHEMA graphile_worker TO posthorn_worker, posthorn_sealer;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO posthorn_worker, posthorn_sealer;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO posthorn_worker, posthorn_sealer;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO posthorn_worker, posthorn_sealer;
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind IN ('r','p') AND c.relrowsecurity LOOP
    EXECUTE format('CREATE POLICY runners ON graphile_worker.%I TO posthorn_worker, posthorn_sealer USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
`;
