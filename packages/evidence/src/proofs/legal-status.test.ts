import type { IdentificationMethod, TrustStatus } from "@posthorn/domain";
import { expect, test } from "vitest";
import { legalStatus } from "./legal-status.ts";
import type { ProofContext } from "./proof-request.ts";
import { BY_CODES, BY_ITSME } from "./sample-records.ts";

function context(trust: TrustStatus, rest: Partial<ProofContext> = {}): ProofContext {
  return { language: "en", trust, verifyUrl: "https://verify.example/", ...rest };
}

const QUALIFIED = context("qualified");

function recorded(trust_status: TrustStatus, method: IdentificationMethod = "password+totp") {
  const authentication = { method, at: "2026-11-21T08:00:00.000Z" };
  return {
    trust_status,
    sender: { kind: "person" as const, name: "A", authentication, identified: authentication },
  };
}

test("qualified is earned: a method of the list, level high, matched", () => {
  expect(legalStatus("proof_of_collection", QUALIFIED, recorded("qualified"), BY_ITSME)).toBe("qualified");
  const substantial = {
    ...BY_ITSME,
    authentication: { ...BY_ITSME.authentication, level: "substantial" as const },
  };
  expect(legalStatus("proof_of_collection", QUALIFIED, recorded("qualified"), substantial)).toBe(
    "non-qualified",
  );
  expect(legalStatus("proof_of_collection", QUALIFIED, recorded("qualified"), BY_CODES)).toBe(
    "non-qualified",
  );
  expect(legalStatus("proof_of_collection", QUALIFIED, recorded("qualified"), undefined)).toBe(
    "non-qualified",
  );
  expect(
    legalStatus(
      "proof_of_collection",
      context("qualified", { qualifiedMethods: ["eid"] }),
      recorded("qualified"),
      BY_ITSME,
    ),
  ).toBe("non-qualified");
});

test("the lower of provider and record prevails", () => {
  expect(legalStatus("proof_of_collection", QUALIFIED, recorded("demonstration"), BY_ITSME)).toBe(
    "demonstration",
  );
  expect(legalStatus("proof_of_collection", context("non-qualified"), recorded("qualified"), BY_ITSME)).toBe(
    "non-qualified",
  );
});

test("a bearer key alone never gives a qualified delivery", () => {
  expect(legalStatus("proof_of_collection", QUALIFIED, recorded("qualified", "api_key"), BY_ITSME)).toBe(
    "non-qualified",
  );
  expect(legalStatus("proof_of_submission", QUALIFIED, recorded("qualified", "api_key"), undefined)).toBe(
    "non-qualified",
  );
});

test("before identification it depends; a delivery nobody collected is not qualified", () => {
  expect(legalStatus("proof_of_submission", QUALIFIED, recorded("qualified"), undefined)).toBe("conditional");
  expect(legalStatus("proof_of_notification", QUALIFIED, recorded("qualified"), undefined)).toBe(
    "conditional",
  );
  expect(legalStatus("proof_of_expiry", QUALIFIED, recorded("qualified"), undefined)).toBe("non-qualified");
});
