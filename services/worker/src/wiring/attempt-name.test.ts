import { newId } from "@posthorn/runtime";
import { readVerp, verpAddress } from "@posthorn/transports";
import { expect, test } from "vitest";
import { idOfAttempt, nameOfAttempt, readTag, tagOfSms } from "./attempt-name.ts";

const AT = Temporal.Instant.from("2026-11-21T09:02:14Z");
const VERP = { domain: "bounce.posthorn.example", key: new Uint8Array(32).fill(1) };

test("an id comes back from a return path, whatever a mail server did to its case", () => {
  for (const prefix of ["ntc", "chl", "err"]) {
    const id = newId(prefix, AT);
    const address = verpAddress({ ...VERP, attemptId: nameOfAttempt(id) });
    const read = readVerp(address.toUpperCase(), VERP);
    expect(idOfAttempt(read ?? "")).toBe(id);
  }
});

test("the second mail of an errand has a return path of its own", () => {
  expect(() => verpAddress({ ...VERP, attemptId: nameOfAttempt(`${newId("err", AT)}-A`) })).not.toThrow();
});

test("a tag tells mail from SMS; another's tag is none of ours", () => {
  const id = newId("ntc", AT);
  expect(readTag(nameOfAttempt(id))).toEqual({ channel: "email", id });
  expect(readTag(tagOfSms(id))).toEqual({ channel: "sms", id });
  expect(readTag("newsletter")).toBeNull();
});
