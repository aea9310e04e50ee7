// What the list of tables and their retention rules can lack: a table that no rule names, a line that names nothing.

/** The tables of which SQL says that they are created, and not dropped again. Other schemas hold partitions alone, which are their table's. */
export function tablesCreated(sql: string): readonly string[] {
  const created = new Set<string>();
  const statements =
    /\b(CREATE|DROP)\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?(?:public\.)?([a-z_][\w.]*)/gi;
  for (const [, verb = "", name = ""] of sql.matchAll(statements)) {
    if (name.includes(".")) continue;
    if (verb.toUpperCase() === "CREATE") created.add(name.toLowerCase());
    else created.delete(name.toLowerCase());
  }
  return [...created];
}

/**
 * What is wrong with the list: `tables` gives each table's rules, or the reason why no rule names it; `created` are the tables there are,
 * `rules` the rules there are.
 */
export function inspectTables(
  tables: Readonly<Record<string, readonly string[] | string>>,
  created: readonly string[],
  rules: readonly string[],
): readonly string[] {
  const complaints = created
    .filter((name) => !Object.hasOwn(tables, name))
    .map((name) => `no rule names the table ${name}: add its line, with its rules or why it needs none`);
  for (const [name, named] of Object.entries(tables)) {
    if (!created.includes(name)) complaints.push(`${name}: there is no such table`);
    if (named.length === 0) complaints.push(`${name}: neither a rule nor a reason`);
    if (typeof named === "string") continue;
    for (const rule of named) if (!rules.includes(rule)) complaints.push(`${name}: there is no rule ${rule}`);
    if (new Set(named).size < named.length) complaints.push(`${name}: a rule stands there twice`);
  }
  const sorted = Object.keys(tables).toSorted();
  const misplaced = Object.keys(tables).find((name, index) => name !== sorted[index]);
  if (misplaced !== undefined) complaints.push(`${misplaced}: not in the order of the alphabet`);
  return complaints;
}
