import { expect, test } from "vitest";
import { assuranceOf, ITSME_ACR_ADVANCED, ITSME_ACR_BASIC } from "./judge-assurance.ts";

const CITIZEN = "2.16.56.12.1.1.2.2";

test.each([
  [{ method: "itsme", acr: ITSME_ACR_ADVANCED, country: "BE" }, "high"],
  [{ method: "itsme", acr: ITSME_ACR_BASIC, country: "BE" }, "substantial"],
  [{ method: "itsme", acr: "urn:other", country: "BE" }, undefined],
  [{ method: "itsme", acr: ITSME_ACR_ADVANCED, country: "NL" }, undefined],
  [{ method: "eid", policies: [CITIZEN], country: "BE" }, "high"],
  [{ method: "eid", policies: ["2.16.56.10.1.1.7.2"], country: "BE" }, "high"],
  // for signing
  [{ method: "eid", policies: ["2.16.56.12.1.1.2.1"], country: "BE" }, undefined],
  [{ method: "eid", policies: [`${CITIZEN}.1`, "1.2.3"], country: "BE" }, undefined],
  [{ method: "eid", policies: [CITIZEN], country: "EE" }, undefined],
  [{ method: "eid", policies: [], country: "BE" }, undefined],
] as const)("%o gives %s", (question, level) => {
  expect(assuranceOf(question)).toBe(level);
});
