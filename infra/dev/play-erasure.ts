// Two years on: the plan of what falls, the erasing, its sealed receipts, and what is left of the two addressees.

import { runCommand } from "@posthorn/cli";
import { urlForRole } from "@posthorn/db";
import { rolePassword, type Stack, waitFor } from "@posthorn/testkit";
import { findWords, type Found } from "./find-words.ts";
import type { Part } from "./played-stack.ts";

export interface PlayedErasure extends Pick<Part, "files"> {
  readonly receipts: number;
  /** What is left and which rules keep it, in one line. */
  readonly left: string;
  /** Nothing is left but by the rules that outlast the evidence. */
  readonly clean: boolean;
}

/** Evidence stands for another month, and its sender has been told. */
const BEFORE = "P23M";
/** The evidence of all that was sent falls within these days. */
const DAYS_BETWEEN = 45;
/** The proof of an addressee's consent stays for five years, and what our own people did as long as they work here. */
const OUTLASTING: ReadonlySet<string> = new Set(["R13", "R19.staff"]);

/** Moves the clock by two years. Throws where something is not erased, or its receipt not sealed, in time. */
export async function playErasure(
  stack: Stack,
  deliveries: readonly string[],
  words: readonly string[],
): Promise<PlayedErasure> {
  const files = new Map<string, string>();
  await stack.advance(BEFORE, { outage: true });
  await settled(stack);
  files.set("retention/plan.txt", await posthorn(stack, "plan", "--days", String(DAYS_BETWEEN)));
  for (const id of deliveries) files.set(`retention/before-${id}.txt`, await posthorn(stack, "explain", id));
  const before = await look(stack, words);

  await stack.advance(`P${DAYS_BETWEEN}D`, { outage: true });
  await settled(stack);
  for (const id of deliveries) files.set(`retention/after-${id}.txt`, await posthorn(stack, "explain", id));
  const after = await look(stack, words);
  const left = leftLine(after);
  files.set("retention/what-is-left.txt", `${asked(words)}\n\n${before.text}\n${after.text}\n${left}\n`);

  const receipts = receiptsOf(await posthorn(stack, "receipts"));
  for (const { id, rule } of receipts)
    files.set(`retention/receipts/${rule}-${id}.xml`, await posthorn(stack, "receipts", id));
  const clean = after.found.every(({ rules }) => rules.every((rule) => OUTLASTING.has(rule)));
  return { files, receipts: receipts.length, left, clean };
}

/** All that is due is gone, and the sealer has come to every receipt. */
async function settled(stack: Stack): Promise<void> {
  await waitFor("all that is due to be gone", async () =>
    (await posthorn(stack, "run", "--dry-run")).startsWith("Nothing falls") ? true : undefined,
  );
  await waitFor("the receipts to be sealed", async () =>
    receiptsOf(await posthorn(stack, "receipts")).every(({ sealed }) => sealed) ? true : undefined,
  );
}

interface Look {
  readonly found: readonly Found[];
  readonly text: string;
}

async function look(stack: Stack, words: readonly string[]): Promise<Look> {
  const found = await findWords(stack.ownerUrl, words);
  const lines = found.map(
    ({ table, rules, rows }) => `  ${table.padEnd(24)} ${rules.join(", ").padEnd(24)} rows: ${rows}\n`,
  );
  return { found, text: `On ${today(stack)} they stand in\n${lines.join("") || "  no table\n"}` };
}

function asked(words: readonly string[]): string {
  return `Looked for in every column of every table, as text and as octets:\n${words.map((word) => `  ${word}\n`).join("")}`.trimEnd();
}

function leftLine({ found }: Look): string {
  const rules = [...new Set(found.flatMap((each) => each.rules))].toSorted();
  return rules.length === 0 ? "Nothing is left." : `Nothing is left but what ${rules.join(", ")} keep.`;
}

function today(stack: Stack): string {
  return stack.clock.now().toZonedDateTimeISO("Europe/Brussels").toPlainDate().toString();
}

interface ReceiptLine {
  readonly id: string;
  readonly rule: string;
  readonly sealed: boolean;
}

function receiptsOf(list: string): readonly ReceiptLine[] {
  return list
    .split("\n")
    .filter((line) => line.startsWith("ers_"))
    .map((line) => {
      const [id = "", rule = ""] = line.split(/\s+/);
      return { id, rule, sealed: /  sealed \S+$/.test(line) };
    });
}

/** As an operator asks, under the eraser's own role. Throws with what was said where the command fails. */
async function posthorn({ ownerUrl, clock, directory }: Stack, ...args: readonly string[]): Promise<string> {
  const said: string[] = [];
  const code = await runCommand(["retention", ...args], {
    folder: directory,
    env: { DATABASE_URL: urlForRole(ownerUrl, "eraser", rolePassword(ownerUrl)) },
    now: () => clock.now(),
    write: (text) => said.push(text),
    complain: (text) => said.push(text),
  });
  if (code !== 0)
    throw new Error(`posthorn retention ${args.join(" ")} ended with ${code}: ${said.join("")}`);
  return said.join("");
}
