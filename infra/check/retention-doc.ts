// The schedule as a table of the docs: each rule with the tests on a real database that show on which day it falls.

import { RULE_IDS, RETENTION_RULES, type RetentionRule, type RuleId } from "@posthorn/domain";
import { ruleInWords } from "@posthorn/texts";
import type { SourceFile } from "./house-rules.ts";

/** A test that names a rule, by its title and where it stands. */
export interface RuleTest {
  /** A rule's id, or that of the rule whose parts have periods of their own: `R19`. */
  readonly rule: string;
  readonly title: string;
  readonly path: string;
}

const SHOWN = 2;
const ID = /\bR\d+(?:\.[a-z]+)?(?![\w.])/g;
/** A title that begins with a rule's id. */
const TITLE = /(["`])(R\d+(?:\.[a-z]+)?[ ,:](?:(?!\1|\$\{).){10,}?)\1/g;
/** A row of a table of cases: the rule, then what is shown of it. */
const CASE = /(?:rule: |\[\s*)"(R\d+(?:\.[a-z]+)?)",(?:\s*set: "[^"]*",)?\s*(?:what: )?"([^"\n]+)"/g;

/** All tests of rules in these files: titles that begin with a rule's id, and cases of tables by rule. */
export function findRuleTests(files: readonly SourceFile[]): readonly RuleTest[] {
  return files.flatMap(({ path, text }) => {
    const cases = [...text.matchAll(CASE)].map(([, id = "", what = ""]) => ({
      ids: [id],
      title: `${id} ${what}`,
    }));
    const titles = [...text.matchAll(TITLE)].map(([, , title = ""]) => ({
      ids: title.match(ID) ?? [],
      title,
    }));
    return [...cases, ...titles].flatMap(({ ids, title }) =>
      ids.filter(isRule).map((rule) => ({ rule, title, path })),
    );
  });
}

/** Rules that no test names. */
export function untestedRules(tests: readonly RuleTest[]): readonly RuleId[] {
  return RULE_IDS.filter((id) => testsOf(tests, id).length === 0);
}

/** The table in Markdown. */
export function scheduleTable(tests: readonly RuleTest[]): string {
  const rows = (Object.values(RETENTION_RULES) as readonly RetentionRule[]).map((rule) => {
    const said = ruleInWords("en", rule);
    return [
      rule.id,
      said.data,
      `${rule.role}: ${said.ground.toLowerCase()} (${said.citations})`,
      said.trigger,
      said.period + (said.adjustable === null ? "" : ` (${lowerFirst(said.adjustable)})`),
      shownBy(tests, rule.id),
    ];
  });
  const head = ["Rule", "Data", "As, on what ground", "From", "Kept", "Shown by"];
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map(escape).join(" | ")} |`)
    .join("\n");
}

/** The same but for how a formatter aligns it. */
export function sameTable(a: string, b: string): boolean {
  return flat(a) === flat(b);
}

function shownBy(tests: readonly RuleTest[], rule: RuleId): string {
  const own = testsOf(tests, rule);
  const distinct = own.filter(({ title }, index) => own.findIndex((test) => test.title === title) === index);
  return distinct
    .slice(0, SHOWN)
    .map(({ title, path }) => `“${title}” (\`${path}\`)`)
    .join("; ");
}

/** A part that no test names by itself is shown by those of the whole. */
function testsOf(tests: readonly RuleTest[], id: RuleId): readonly RuleTest[] {
  const own = tests.filter(({ rule }) => rule === id);
  return own.length > 0 ? own : tests.filter(({ rule }) => rule === id.split(".")[0]);
}

function flat(table: string): string {
  return table
    .replaceAll(/-{3,}/g, "---")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
}

function escape(cell: string): string {
  return cell.replaceAll("|", "\\|");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function isRule(id: string): boolean {
  return RULE_IDS.some((rule) => rule === id || rule.split(".")[0] === id);
}
