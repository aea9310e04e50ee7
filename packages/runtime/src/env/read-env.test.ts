import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as env from "./field.ts";
import { EnvError, parseEnv } from "./read-env.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-env-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

test("reads each kind", () => {
  const file = join(folder, "key");
  writeFileSync(file, "s3cret\r\n");
  const values = parseEnv(
    {
      NAME: env.text(),
      TRUST_STATUS: env.oneOf(["demonstration", "qualified"]),
      PORT: env.withDefault(env.port(), "8080"),
      WINDOW: env.int({ min: 1, max: 30 }),
      GRACE: env.withDefault(env.duration(), "PT5M"),
      DATABASE_URL: env.url({ protocols: ["postgres:"] }),
      KEY: env.secret(),
      KEY_AS_URL: env.secret(),
      PLAIN: env.secret(),
      LOUD: env.flag(),
      METHODS: env.list(),
      ASKED: env.listOf(["codes", "eid"]),
      SMTP_URL: env.optional(env.url()),
    },
    {
      NAME: "Łucja",
      TRUST_STATUS: "qualified",
      WINDOW: "15",
      DATABASE_URL: "postgres://a:b@localhost/db",
      KEY: `file:${file}`,
      KEY_AS_URL: `file://${file}`,
      PLAIN: "as it is",
      LOUD: "false",
      METHODS: " eid, itsme ,",
      ASKED: "eid, codes,eid",
      SMTP_URL: "",
    },
  );
  expect(values).toMatchObject({
    NAME: "Łucja",
    TRUST_STATUS: "qualified",
    PORT: 8080,
    WINDOW: 15,
    KEY: "s3cret",
    KEY_AS_URL: "s3cret",
    PLAIN: "as it is",
    LOUD: false,
    METHODS: ["eid", "itsme"],
    ASKED: ["eid", "codes"],
    SMTP_URL: undefined,
  });
  expect(values.GRACE.total("seconds")).toBe(300);
  expect(values.DATABASE_URL.pathname).toBe("/db");
});

test("collects all that is wrong, says how to mend it, prints no secret", () => {
  const spec = {
    PORT: env.port(),
    DATABASE_URL: env.url({ protocols: ["postgres:"], example: "postgres://localhost/posthorn" }),
    SEAL_KEY: env.secret(),
    GRACE: env.duration(),
    NAME: env.text(),
  };
  const source = {
    PORT: "70000",
    DATABASE_URL: "mysql://u:hunter2@h",
    SEAL_KEY: "file:/none/here",
    GRACE: "5m",
  };
  expect(problemsOf(() => parseEnv(spec, source))).toEqual([
    'PORT ("70000") is out of bounds. Give a port from 1 to 65535, such as 8080.',
    "DATABASE_URL starts with mysql:, which cannot be used here. " +
      "Give an absolute URL that starts with postgres:, such as postgres://localhost/posthorn.",
    "SEAL_KEY names a file that cannot be read (ENOENT: /none/here). " +
      "Give the secret itself, or file: and the path of a file that holds it.",
    'GRACE ("5m") is not a length of time in ISO 8601. ' +
      "Give a length of time in ISO 8601, such as PT30S, PT5M or P1D.",
    "NAME is not set. Give a text.",
  ]);
});

test.each([
  [env.int(), "1.5", "is not a whole number"],
  [env.int({ max: 3 }), "4", "is out of bounds"],
  [env.port(), "0", "is out of bounds"],
  [env.flag(), "yes", "is none of the words"],
  [env.listOf(["codes", "eid"]), "codes,itsme", "is none of the words"],
  [env.listOf(["codes"]), " , ", "names nothing"],
  [env.url(), "localhost", "is not an absolute URL"],
  [env.duration(), "-PT1S", "is negative"],
  [env.duration(), "P1M", "has years or months"],
])("refuses %#: %s", (field, text, reason) => {
  expect(problemsOf(() => parseEnv({ VALUE: field }, { VALUE: text })).join()).toContain(reason);
});

test("an empty secret file is a mistake, not an empty secret", () => {
  const file = join(folder, "empty");
  writeFileSync(file, "\n");
  expect(problemsOf(() => parseEnv({ KEY: env.secret() }, { KEY: `file:${file}` })).join()).toContain(
    "is empty",
  );
});

test("a process with wrong settings ends with 78 and one message", async () => {
  const module = new URL("../index.ts", import.meta.url).href;
  const source = `const { env, readEnv } = await import(${JSON.stringify(module)}); readEnv({ A: env.port(), B: env.text() });`;
  const ended = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      ["--input-type=module", "-e", source],
      { env: { A: "x" } },
      (error, _stdout, stderr) => resolve({ code: error?.code, stderr }),
    );
  });
  expect(ended.code).toBe(78);
  expect(ended.stderr).toContain("This service cannot start. 2 settings are missing or wrong:");
  expect(ended.stderr).toContain('A ("x") is not a whole number');
});
