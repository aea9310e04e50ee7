import { expect, test } from "vitest";
import { qualifiedClaim, QUALIFIED_METHODS_DEFAULT } from "./claim-qualified.ts";
import type { QualifiedQuestion } from "./claim-qualified.ts";

const qualified: QualifiedQuestion = {
  trustStatus: "qualified",
  method: "eid",
  level: "high",
  matched: true,
  viaApiKey: false,
  qualifiedMethods: QUALIFIED_METHODS_DEFAULT,
};

test("qualified: the status, a method, level high, matched, and a session of a person", () => {
  expect(qualifiedClaim(qualified)).toEqual({ kind: "qualified" });
  expect(qualifiedClaim({ ...qualified, method: "itsme" })).toEqual({ kind: "qualified" });
});

test.each([
  [{ trustStatus: "demonstration" }, "trust_status"],
  [{ trustStatus: "non-qualified" }, "trust_status"],
  [{ viaApiKey: true }, "api_key"],
  [{ method: "codes", level: null }, "method"],
  [{ method: "codes" }, "method"],
  [{ qualifiedMethods: [] }, "method"],
  [{ level: "substantial" }, "level"],
  [{ level: null }, "level"],
  [{ matched: false }, "not_matched"],
] as const)("not qualified with %o", (change, because) => {
  expect(qualifiedClaim({ ...qualified, ...change })).toEqual({ kind: "not_qualified", because });
});

test("before identification it says what it takes", () => {
  expect(qualifiedClaim({ ...qualified, method: null, level: null, matched: false })).toEqual({
    kind: "if_collected_with",
    methods: ["eid", "itsme"],
  });
  expect(qualifiedClaim({ ...qualified, trustStatus: "demonstration", method: null })).toMatchObject({
    because: "trust_status",
  });
});
