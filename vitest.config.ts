// Which tests there are: unit beside the code, with PostgreSQL beside the code, and across packages in test/.

import { defineConfig } from "vitest/config";

const DATABASE_TESTS = "{packages,services,infra}/**/*.db.test.{ts,tsx}";
// Need nothing that runs: part of `npm run check` too.
const ARCHITECTURE_TESTS = "test/architecture/**/*.test.ts";
const GLOBAL_SETUP = ["./test/setup/postgres.ts"];
// Whatever a test walks through, every cookie it is sent stands on the list of cookies.
const SETUP = ["./test/setup/cookies.ts"];
// Need software of others and minutes: run by `npm run test:conformance` and by CI.
const CONFORMANCE_TESTS = "test/conformance/**/*.conformance.test.ts";

/** `npm run test:long` repeats hundreds of times what is else tried a few times. */
const patience = (ms: number) => (process.env["POSTHORN_LONG"] === "1" ? 3_600_000 : ms);

export default defineConfig({
  test: {
    // Two cores: a third worker only makes the other two wait.
    maxWorkers: 2,
    // A machine that checks merges is shared: what passes only at a second try is named in the output, and passes.
    retry: process.env["CI"] ? 1 : 0,
    // What is awaited comes within a sweep or two, each a second; the default, one second, is a coin tossed.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{packages,services,infra}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", DATABASE_TESTS],
          // One load of the modules for all files of a worker: no module keeps a state that a test could spoil.
          isolate: false,
          testTimeout: patience(15_000),
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: [DATABASE_TESTS],
          exclude: ["**/node_modules/**"],
          // As above; and each file has a database of its own.
          isolate: false,
          globalSetup: GLOBAL_SETUP,
          setupFiles: SETUP,
          testTimeout: patience(30_000),
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          include: [ARCHITECTURE_TESTS],
          testTimeout: patience(60_000),
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "across",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", ARCHITECTURE_TESTS, CONFORMANCE_TESTS],
          globalSetup: [...GLOBAL_SETUP, "./test/setup/services.ts"],
          setupFiles: SETUP,
          // Files that share a stack find it again: one start a worker.
          isolate: false,
          testTimeout: patience(120_000),
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "conformance",
          include: process.env["POSTHORN_CONFORMANCE"] === "1" ? [CONFORMANCE_TESTS] : [],
          globalSetup: GLOBAL_SETUP,
          testTimeout: patience(300_000),
          // Some start a stack of their own and play whole lives in it.
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
