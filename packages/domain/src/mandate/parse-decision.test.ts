import { expect, test } from "vitest";
import { MANDATE_CHECKS } from "./decision.ts";
import {
  COMPANY_NAME_LONGEST,
  parseApproval,
  parseRefusal,
  REFUSAL_WORDS_LONGEST,
} from "./parse-decision.ts";

test("a company is approved with a name and all checks", () => {
  expect(parseApproval({ name: "  Bakkerij Ooms  ", checks: [...MANDATE_CHECKS, "unknown"] })).toEqual({
    ok: true,
    value: { name: "Bakkerij Ooms", checks: MANDATE_CHECKS },
  });
});

test.each(MANDATE_CHECKS)("without %s it is not", (check) => {
  const checks = MANDATE_CHECKS.filter((each) => each !== check);
  expect(parseApproval({ name: "Ooms", checks })).toEqual({
    ok: false,
    errors: [{ path: check, code: "not_checked" }],
  });
});

test.each([
  ["", "required"],
  ["x".repeat(COMPANY_NAME_LONGEST + 1), "too_long"],
  ["Ooms\u202eNV", "control_characters"],
])("nor by the name %j", (name, code) => {
  expect(parseApproval({ name, checks: MANDATE_CHECKS })).toMatchObject({
    ok: false,
    errors: [{ path: "name", code }],
  });
});

test("a refusal has a reason, and words where they are needed, on one line", () => {
  expect(parseRefusal({ reason: "extract_old", words: " \n " })).toEqual({
    ok: true,
    value: { reason: "extract_old", words: null },
  });
  expect(parseRefusal({ reason: "other", words: "First.\n\nSecond." })).toEqual({
    ok: true,
    value: { reason: "other", words: "First. Second." },
  });
});

test.each([
  ["", "", [{ path: "refusal", code: "required" }]],
  ["because", "", [{ path: "refusal", code: "not_a_choice" }]],
  ["other", "  ", [{ path: "words", code: "required" }]],
  [
    "unreadable",
    "x".repeat(REFUSAL_WORDS_LONGEST + 1),
    [{ path: "words", code: "too_long", params: { max: REFUSAL_WORDS_LONGEST } }],
  ],
])("a refusal for %j with %j is not one", (reason, words, errors) => {
  expect(parseRefusal({ reason, words })).toEqual({ ok: false, errors });
});
