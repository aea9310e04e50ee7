import type { TrustStatus } from "@posthorn/domain";
import { expect, test } from "vitest";
import { legalStatus } from "./legal-status.ts";
import type { ProofContext } from "./proof-request.ts";
import { BY_CODES, BY_ITSME } from "./sample-records.ts";

function context(trust: TrustStatus, rest: Partial<ProofContext> = {}): ProofContext {
  return { language: "en", trust, verifyUrl: "https://verify.example/", ...rest };
}

const QUALIFIED = context("qualified");

test("qualified is earned: a method of the list, level high, matched", () => {
  expect(legalStatus("proof_of_collection", QUALIFIED, "qualified", BY_ITSME)).toBe("qualified");
  const substantial = {
    ...BY_ITSME,
    authentication: { ...BY_ITSME.authentication, level: "substantial" as const },
  };
  expect(legalStatus("proof_of_collection", QUALIFIED, "qualified", substantial)).toBe("non-qualified");
  expect(legalStatus("proof_of_collection", QUALIFIED, "qualified", BY_CODES)).toBe("non-qualified");
  expect(legalStatus("proof_of_collection", QUALIFIED, "qualified", undefined)).toBe("non-qualified");
  expect(
    legalStatus(
      "proof_of_collection",
      context("qualified", { qualifiedMethods: ["eid"] }),
      "qualified",
      BY_ITSME,
    ),
  ).toBe("non-qualified");
});

test("the lower of provider and record prevails", () => {
  expect(legalStatus("proof_of_collection", QUALIFIED, "demonstration", BY_ITSME)).toBe("demonstration");
  expect(legalStatus("proof_of_collection", context("non-qualified"), "qualified", BY_ITSME)).toBe(
    "non-qualified",
  );
});

test("before identification it depends; a delivery nobody collected is not qualified", () => {
  expect(legalStatus("proof_of_submission", QUALIFIED, "qualified", undefined)).toBe("conditional");
  expect(legalStatus("proof_of_notification", QUALIFIED, "qualified", undefined)).toBe("conditional");
  expect(legalStatus("proof_of_expiry", QUALIFIED, "qualified", undefined)).toBe("non-qualified");
});
