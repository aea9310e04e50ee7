import { expect, test } from "vitest";
import { articleOf, groundsOf } from "./answer.ts";
import { concernsSenders, isRequestFinal, mayBecome, RIGHTS_KINDS, RIGHTS_STATES } from "./request.ts";

test("a request goes forward only, and what is final stays", () => {
  const ways = RIGHTS_STATES.flatMap((from) =>
    RIGHTS_STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(ways).toEqual([
    "identity → open",
    "identity → refused",
    "identity → withdrawn",
    "open → waiting",
    "open → answered",
    "open → refused",
    "open → withdrawn",
    "waiting → answered",
  ]);
  expect(RIGHTS_STATES.filter(isRequestFinal)).toEqual(["answered", "refused", "withdrawn"]);
});

test("each kind has grounds of its own beside those of all, each with its article", () => {
  for (const kind of RIGHTS_KINDS) {
    expect(groundsOf(kind).slice(0, 2)).toEqual(["not_identified", "no_authority"]);
    expect(groundsOf(kind).length).toBeGreaterThan(2);
  }
  expect(groundsOf("erasure")).toContain("legal_claims");
  expect(groundsOf("access")).not.toContain("legal_claims");
  expect(articleOf("legal_claims")).toBe("17(3)(e)");
  expect(articleOf("compelling_grounds")).toBe("21(1)");
  expect(articleOf("not_founded")).toBeNull();
});

test("senders are asked about what they entrusted, not about complaints", () => {
  expect(RIGHTS_KINDS.filter((kind) => !concernsSenders(kind))).toEqual(["complaint"]);
});
