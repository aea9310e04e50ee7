// Who may execute the functions of sets, and what the planner's samples leave out.

/** SQL, run as the role that owns the functions: the eraser executes what finds and what erases, nobody what wipes. */
export function grantSets(sets: readonly string[]): string {
  return `
DO $$ DECLARE s text; f record; BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'retention'::regnamespace AND p.proowner = 'posthorn_erasure'::regrole LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
  END LOOP;
  FOREACH s IN ARRAY '{${sets.join(",")}}'::text[] LOOP
    FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'retention'::regnamespace AND p.proname IN ('due_' || s, 'erase_' || s) LOOP
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO posthorn_eraser', f.name);
    END LOOP;
  END LOOP;
END $$;`;
}

/** Columns by table: the planner's samples hold values of rows, and none of those that say something of a person. */
export function withoutSamples(columns: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(columns)
    .map(
      ([table, names]) =>
        `ALTER TABLE ${table} ${names.map((name) => `ALTER COLUMN ${name} SET STATISTICS 0`).join(", ")};`,
    )
    .join("\n");
}
