// The letter: ordered, released once, printed before it is handed over, handed over once, and then the carrier's word.

import { type Chain, finding, type LintFinding, ofType, precedes, type Step, unless } from "./chain.ts";

/** What each step of a letter needs before it. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  LetterToPrint: ["AcceptanceRejectionExpiry", "NotificationForAcceptanceFailure"],
  LetterReleased: ["LetterToPrint"],
  LetterPrinted: ["LetterReleased"],
  RelayToNonERDS: ["LetterPrinted"],
  RelayToNonERDSFailure: ["LetterToPrint"],
  CarrierStatement: ["RelayToNonERDS"],
  CarrierSilent: ["RelayToNonERDS"],
};
/** What happens to a letter before the carrier has it. */
const BEFORE_RELAY = [
  "LetterToPrint",
  "LetterReleased",
  "LetterPrinted",
  "RelayToNonERDS",
  "RelayToNonERDSFailure",
];

export function letterInOrder(chain: Chain): readonly LintFinding[] {
  return ofType(chain, ...Object.keys(NEEDS)).flatMap((step) => {
    const needs = NEEDS[step.facts.type] ?? [];
    return [
      ...unless(step.facts.postal_fallback, "letter_wrong", step, "no letter was ordered"),
      ...unless(
        !precedes(chain, step, ["LetterCalledOff"]),
        "letter_wrong",
        step,
        "the letter had been called off",
      ),
      ...unless(
        precedes(chain, step, needs),
        "letter_wrong",
        step,
        `without ${needs.join(" or ")} before it`,
      ),
    ];
  });
}

/** The release closes the electronic route for good; what falls out keeps it. */
export function releasedOnce(chain: Chain): readonly LintFinding[] {
  const [, ...again] = ofType(chain, "LetterReleased");
  return again.map((step) => finding("letter_twice", step, "released before"));
}

/** Printed again only after it fell out, handed over as it was printed last, and once. */
export function printedAndHandedOver(chain: Chain): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  let printed = false;
  let handedOver = false;
  for (const step of ofType(chain, ...BEFORE_RELAY)) {
    const { type } = step.facts;
    if (handedOver) findings.push(finding("letter_twice", step, "the carrier had it already"));
    if (type === "LetterPrinted" && printed) findings.push(finding("letter_twice", step, "printed before"));
    if (type === "LetterToPrint" && fellOut(step) && !printed)
      findings.push(finding("letter_wrong", step, "fell out though it was not printed"));
    if (type === "RelayToNonERDS" && !printed)
      findings.push(finding("letter_wrong", step, "handed over after it fell out, and not printed again"));
    printed = type === "LetterPrinted" || (printed && type !== "LetterToPrint");
    handedOver ||= type === "RelayToNonERDS";
  }
  return findings;
}

function fellOut({ facts }: Step): boolean {
  return facts.details?.["after"] === "fell_out";
}

/** Who took it over, and as what. */
export function relayNamesCarrier(chain: Chain): readonly LintFinding[] {
  return ofType(chain, "RelayToNonERDS").flatMap((step) =>
    unless(step.facts.relay !== undefined, "letter_wrong", step, "does not say to whom it was handed"),
  );
}

/** Calling off ends with the release. */
export function calledOffInTime(chain: Chain): readonly LintFinding[] {
  return ofType(chain, "RelayToNonERDSFailure").flatMap((step) =>
    unless(
      step.facts.reasons?.includes("own:called_off") !== true || !precedes(chain, step, ["LetterReleased"]),
      "letter_wrong",
      step,
      "called off after its release",
    ),
  );
}
