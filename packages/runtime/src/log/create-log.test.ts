import { expect, test } from "vitest";
import { createLog } from "./create-log.ts";
import type { Log } from "./create-log.ts";

function capture(): { log: Log; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const log = createLog({
    service: "collect",
    level: "debug",
    destination: { write: (line) => void written.push(line) },
  });
  return { log, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test("a line says who, when and how urgent", () => {
  const { log, lines } = capture();
  log.info({ delivery: "dlv_1", count: 2 }, "collected");
  expect(lines()).toEqual([
    {
      level: "info",
      service: "collect",
      delivery: "dlv_1",
      count: 2,
      msg: "collected",
      time: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
    },
  ]);
});

test("secrets, personal data and content are redacted at any depth, however they are spelled", () => {
  const { log, lines } = capture();
  log.info({
    delivery: {
      id: "dlv_1",
      addressee: { email: "an@example.be" },
      notices: [{ emailAddress: "an@example.be", state: "sent" }],
    },
    Authorization: "Bearer x",
    check_code: "K7QM-4RTX-92VB",
    "user-agent": "Firefox",
    subject: "Dismissal",
    file_name: "dismissal.pdf",
    first_names: "An",
  });
  const text = JSON.stringify(lines());
  for (const secret of ["example.be", "Bearer", "K7QM", "Firefox", "ismissal", '"An"'])
    expect(text).not.toContain(secret);
  expect(lines()[0]).toMatchObject({
    delivery: { id: "dlv_1", notices: [{ state: "sent" }] },
    subject: "[redacted]",
  });
});

test("bytes, addresses and deep nesting are not poured out", () => {
  const { log, lines } = capture();
  const deep: Record<string, unknown> = {};
  deep["self"] = deep;
  log.info({ blob: Buffer.from("secret"), origin: new URL("https://u:p@collect.example/m/token"), deep });
  expect(lines()[0]).toMatchObject({ blob: "[6 bytes]", origin: "collect.example" });
  expect(JSON.stringify(lines())).toContain("[too deep]");
});

test("of an error only what is safe is logged, wherever it stands", () => {
  const { log, lines } = capture();
  const database = Object.assign(new Error("duplicate key"), {
    code: "23505",
    detail: "Key (email)=(an@example.be)",
  });
  const error = new Error("could not store", { cause: database });
  log.error({ err: error }, "failed");
  log.error(error);
  log.warn({ last: database });
  expect(JSON.stringify(lines())).not.toContain("example.be");
  for (const line of lines().slice(0, 2)) {
    expect(line["err"]).toMatchObject({
      type: "Error",
      message: "could not store",
      cause: { code: "23505" },
    });
  }
  expect(lines()[2]).toMatchObject({ last: { message: "duplicate key" } });
});

test("a child keeps the redaction; what is below the level is left out", () => {
  const { log, lines } = capture();
  log.child({ job: "send-notice", email: "an@example.be" }).info({ token: "t" });
  log.trace("too fine");
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toMatchObject({ job: "send-notice", token: "[redacted]", email: "[redacted]" });
});
