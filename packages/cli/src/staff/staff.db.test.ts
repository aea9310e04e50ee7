import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { tokenHash } from "@posthorn/identity";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../run-command.ts";

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

async function staff(words: string, env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(["staff", ...words.split(" ")], {
    folder: ".",
    env: { DATABASE_URL: bench.database.ownerUrl, BACKOFFICE_URL: "https://desk.example", ...env },
    now: () => Temporal.Now.instant(),
    write: (text) => out.push(text),
    complain: (text) => err.push(text),
  });
  return { code, out: out.join(""), err: err.join("") };
}

const INVITE = "--name Wouters --first-names Els --language nl --roles privacy_officer,auditor";

test("an invitation prints an id and an address that is kept as a digest only", async () => {
  const { code, out } = await staff(`invite --email els@posthorn.example ${INVITE}`);
  expect(code).toBe(0);
  const [id = "", address = ""] = out.trim().split("\n");
  expect(id).toMatch(/^stf_/);
  const token = /^https:\/\/desk\.example\/enrol\/([\w-]{43})$/.exec(address)?.[1] ?? "";
  const { db } = bench.context("owner");
  const row = await db
    .selectFrom("staff_invitation")
    .selectAll()
    .where("staff_id", "=", id)
    .executeTakeFirst();
  expect(row?.token_hash).toBe(tokenHash(token));
  expect(row?.expires_at.since(row.made_at).total("hours")).toBe(72);
  expect((await staff("list")).out).toMatch(
    /^stf_\w+ {2}privacy_officer,auditor {2}Els Wouters <els@posthorn\.example> {2}0 passkeys, invited until /m,
  );
});

test("the same address twice is refused until its owner has left; invited again voids the first address", async () => {
  const first = await staff(`invite --email An@Posthorn.example ${INVITE}`);
  const [id = ""] = first.out.split("\n");
  const twice = await staff(`invite --email an@posthorn.example ${INVITE}`);
  expect(twice).toMatchObject({ code: 1, err: expect.stringContaining("staff_email_taken") });
  expect((await staff(`invite-again ${id}`)).out).toContain("https://desk.example/enrol/");
  const { db } = bench.context("owner");
  const open = await db
    .selectFrom("staff_invitation")
    .select("token_hash")
    .where("staff_id", "=", id)
    .where("expires_at", ">", Temporal.Now.instant())
    .execute();
  expect(open).toHaveLength(1);
  expect((await staff(`roles ${id} --roles auditor`)).out).toBe(`${id}  auditor\n`);
  expect((await staff(`leave ${id}`)).code).toBe(0);
  expect((await staff(`leave ${id}`)).err).toContain("staff_unknown");
  expect((await staff(`invite-again ${id}`)).err).toContain("staff_unknown");
  expect((await staff("list")).out).toMatch(new RegExp(`${id}  auditor  .*left `));
  expect((await staff(`invite --email an@posthorn.example ${INVITE}`)).code).toBe(0);
  const acts = await db
    .selectFrom("staff_log")
    .select("act")
    .where("subject", "=", id)
    .orderBy("id")
    .execute();
  expect(acts.map(({ act }) => act)).toEqual(["invited", "invited_again", "roles_changed", "left"]);
});

test.each([
  [`invite --email nobody ${INVITE}`, "--email: This is not an e-mail address."],
  ["invite --email a@b.example --name W --first-names E --language nl --roles king", "--roles:"],
  ["invite --email a@b.example --name W --first-names E --language xx --roles auditor", "--language:"],
  ["roles stf_0 --roles auditor", "staff_unknown"],
])("%j is refused in words", async (words, said) => {
  expect(await staff(words)).toMatchObject({ code: 1, err: expect.stringContaining(said) });
});

test.each([
  ["invite --email a@b.example", "are needed"],
  ["leave", "one ID is needed"],
  ["roles stf_0", "--roles are needed"],
  ["list all", "takes nothing more"],
  ["invite --who a", "--who"],
])("%j is wrong use", async (words, said) => {
  expect(await staff(words)).toMatchObject({ code: 64, err: expect.stringContaining(said) });
});

test("without the address of the back office nobody is invited", async () => {
  const { code, err } = await staff(`invite --email c@b.example ${INVITE}`, { BACKOFFICE_URL: "" });
  expect(code).toBe(64);
  expect(err).toContain("BACKOFFICE_URL");
  expect((await staff("list")).out).not.toContain("c@b.example");
});
