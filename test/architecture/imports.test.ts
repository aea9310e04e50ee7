// Plants one violation of each import rule in a small tree and expects each to be found by its name.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cruise } from "../../infra/check/cruise.ts";
import type { Cruise } from "../../infra/check/cruise.ts";

/** Rule name → the file that breaks it and what that file imports. */
const PLANTED: Readonly<Record<string, { file: string; imports: string }>> = {
  "domain-imports": { file: "packages/domain/src/a.ts", imports: "@posthorn/db" },
  "runtime-imports": { file: "packages/runtime/src/a.ts", imports: "@posthorn/domain" },
  "pki-imports": { file: "packages/pki/src/a.ts", imports: "@posthorn/domain" },
  "texts-imports": { file: "packages/texts/src/a.ts", imports: "@posthorn/web" },
  "content-imports": { file: "packages/content/src/a.ts", imports: "@posthorn/db" },
  "transports-imports": { file: "packages/transports/src/a.ts", imports: "@posthorn/jobs" },
  "identity-imports": { file: "packages/identity/src/a.ts", imports: "@posthorn/db" },
  "documents-imports": { file: "packages/documents/src/a.ts", imports: "@posthorn/pki" },
  "evidence-imports": { file: "packages/evidence/src/a.ts", imports: "@posthorn/db" },
  "postal-imports": { file: "packages/postal/src/a.ts", imports: "@posthorn/evidence" },
  "db-imports": { file: "packages/db/src/a.ts", imports: "@posthorn/usecases" },
  "jobs-imports": { file: "packages/jobs/src/a.ts", imports: "@posthorn/transports" },
  "usecases-imports": { file: "packages/usecases/src/a.ts", imports: "@posthorn/evidence" },
  "web-imports": { file: "packages/web/src/a.ts", imports: "@posthorn/usecases" },
  "collecting-imports": { file: "packages/collecting/src/a.ts", imports: "@posthorn/identity" },
  "cli-imports": { file: "packages/cli/src/a.ts", imports: "@posthorn/web" },
  "verifier-imports": { file: "packages/verifier/src/a.ts", imports: "@posthorn/evidence" },
  "verifier-needs-no-node": { file: "packages/verifier/src/b.ts", imports: "node:fs" },
  "aws4fetch-fence": { file: "packages/runtime/src/b.ts", imports: "aws4fetch" },
  "pg-fence": { file: "packages/usecases/src/b.ts", imports: "kysely" },
  "nodemailer-fence": { file: "services/worker/src/b.ts", imports: "nodemailer" },
  "pdf-lib-fence": { file: "packages/evidence/src/b.ts", imports: "bwip-js" },
  "node-forge-fence": { file: "packages/evidence/src/c.ts", imports: "pkijs" },
  "xadesjs-fence": { file: "packages/pki/src/b.ts", imports: "xml-crypto" },
  "otplib-fence": { file: "packages/usecases/src/c.ts", imports: "otplib" },
  "csv-parse-fence": { file: "services/portal/src/e.ts", imports: "csv-parse" },
  "sharp-fence": { file: "services/portal/src/d.ts", imports: "sharp" },
  "ssh2-fence": { file: "services/worker/src/c.ts", imports: "ssh2" },
  "uqr-fence": { file: "services/portal/src/c.ts", imports: "uqr" },
  "hono-fence": { file: "packages/usecases/src/d.ts", imports: "hono" },
  "pino-fence": { file: "services/api/src/b.ts", imports: "pino" },
  "service-imports": { file: "services/portal/src/a.ts", imports: "@posthorn/db" },
  "services-apart": { file: "services/portal/src/b.ts", imports: "../../api/src/main.ts" },
  "public-index-only": {
    file: "services/collect/src/a.ts",
    imports: "../../../packages/domain/src/inner.ts",
  },
  "testkit-for-tests": { file: "services/api/src/c.ts", imports: "@posthorn/testkit" },
  "domain-is-pure": { file: "packages/domain/src/b.ts", imports: "node:fs" },
  "no-cycles": { file: "packages/web/src/about.ts", imports: "./round.ts" },
  resolvable: { file: "packages/web/src/b.ts", imports: "./nowhere.ts" },
};

/** What the rules must leave alone. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "packages/usecases/src/fine.ts": ["@posthorn/domain", "@posthorn/db", "@posthorn/jobs", "node:crypto"],
  "packages/usecases/src/fine.test.ts": ["@posthorn/testkit", "@posthorn/evidence", "kysely"],
  "packages/testkit/src/fine.ts": ["@posthorn/usecases", "nodemailer", "hono"],
  "services/api/src/main.ts": ["@posthorn/db", "@posthorn/content", "hono"],
  "services/api/src/fine.ts": ["@posthorn/usecases", "@posthorn/web", "@posthorn/identity"],
};

const PACKAGES = [
  ...new Set(Object.keys(PLANTED).flatMap((rule) => /^(.+)-imports$/.exec(rule)?.[1] ?? [])),
  "testkit",
].filter((name) => name !== "service");
const VENDORS = [
  "aws4fetch",
  "kysely",
  "nodemailer",
  "bwip-js",
  "pkijs",
  "xml-crypto",
  "otplib",
  "csv-parse",
  "sharp",
  "ssh2",
  "uqr",
  "hono",
  "pino",
];

let root: string;
let found: Cruise;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "posthorn-planted-"));
  write("tsconfig.json", "{}");
  write("package.json", JSON.stringify({ name: "planted", type: "module" }));
  mkdirSync(join(root, "node_modules", "@posthorn"), { recursive: true });
  for (const name of PACKAGES) {
    write(
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@posthorn/${name}`, exports: "./src/index.ts" }),
    );
    write(`packages/${name}/src/index.ts`, "export const here = 1;\n");
    symlinkSync(join(root, "packages", name), join(root, "node_modules", "@posthorn", name));
  }
  for (const name of VENDORS) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    write(`node_modules/${name}/index.js`, "");
  }
  write("packages/domain/src/inner.ts", "export const inner = 1;\n");
  write("packages/web/src/round.ts", 'import "./about.ts";\n');
  for (const { file, imports } of Object.values(PLANTED)) write(file, `import "${imports}";\n`);
  for (const [file, imports] of Object.entries(ALLOWED)) {
    write(file, imports.map((name) => `import "${name}";\n`).join(""));
  }
  found = await cruise(["packages", "services"], root);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test("modules are read at all", () => {
  expect(found.modules).toBeGreaterThan(Object.keys(PLANTED).length);
});

test("a violation is planted for every rule there is", () => {
  expect(Object.keys(PLANTED).toSorted()).toEqual(found.rules.toSorted());
});

test.each(Object.entries(PLANTED))("%s is found by its name", (rule, { file }) => {
  expect(found.violations).toContainEqual(expect.objectContaining({ rule, from: file }));
});

test("what the table allows is left alone", () => {
  const files = Object.keys(ALLOWED);
  expect(found.violations.filter(({ from }) => files.includes(from))).toEqual([]);
});
