import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "../run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "posthorn-lists-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function posthorn(...args: string[]) {
  const said: string[] = [];
  const code = await runCommand(args, {
    folder,
    env: {},
    now: () => Temporal.Now.instant(),
    write: (text) => said.push(text),
    complain: (text) => said.push(text),
  });
  return { code, said: said.join("") };
}

test.each([
  [["trust", "fetch"], "one FOLDER"],
  [["trust", "fetch", "lists"], "--host names the hosts"],
  [["trust", "fetch", "lists", "more", "--host", "ec.europa.eu"], "one FOLDER"],
])("%j is wrong use", async (args, problem) => {
  expect(await posthorn(...args)).toMatchObject({ code: 64, said: expect.stringContaining(problem) });
});

test.each([
  ["http://lists.example/eu.xml", "lists.example"],
  ["https://elsewhere.example/eu.xml", "lists.example"],
])("%s is not asked where only %s over https may be", async (url, host) => {
  expect(await posthorn("trust", "fetch", ".", "--host", host, "--url", url)).toMatchObject({
    code: 1,
    said: expect.stringContaining("trusted_list_refused"),
  });
});
