// Every record of a delivery says the same of what it repeats: the message, its sender, its parts, its addressee.

import { canonicalJson, type EvidenceFacts, finalBy } from "@posthorn/domain";
import { type Chain, finding, type LintFinding, pairsOf, unless } from "./chain.ts";

const NEVER_CHANGE = [
  "delivery",
  "submitted_at",
  "required_identification",
  "postal_fallback",
  "subject",
  "trust_status",
] as const satisfies readonly (keyof EvidenceFacts)[];

/** What a repair may change; the consent was given for an address and goes with it. */
const REPAIRABLE: Readonly<Record<string, readonly string[]>> = {
  AddresseeContactRepaired: ["email", "mobile", "name", "first_names", "attention_of", "consent"],
  PostalAddressMended: ["postal_address"],
};

export function sameMessage({ steps, first }: Chain): readonly LintFinding[] {
  return steps.flatMap((step) =>
    NEVER_CHANGE.flatMap((name) =>
      unless(step.facts[name] === first.facts[name], "message_changed", step, `${name} is not as at first`),
    ),
  );
}

export function sameSender({ steps, first }: Chain): readonly LintFinding[] {
  return steps.flatMap((step) =>
    unless(
      same(step.facts.sender, first.facts.sender),
      "sender_changed",
      step,
      "the sender is not as at first",
    ),
  );
}

export function sameParts({ steps, first }: Chain): readonly LintFinding[] {
  return steps.flatMap((step) => {
    const { parts, part } = step.facts;
    const known =
      part === undefined || parts.some((each) => each.name === part.name && each.sha256 === part.sha256);
    return [
      ...unless(same(parts, first.facts.parts), "parts_changed", step, "the parts are not as at first"),
      ...unless(known, "parts_changed", step, "the part that it names is none of the message"),
    ];
  });
}

export function sameRecipient(chain: Chain): readonly LintFinding[] {
  return pairsOf(chain).flatMap(([previous, step]) => {
    const free = REPAIRABLE[step.facts.type] ?? [];
    const was: Readonly<Record<string, unknown>> = { ...previous.facts.recipient };
    const is: Readonly<Record<string, unknown>> = { ...step.facts.recipient };
    const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
      (name) => !free.includes(name) && !same(was[name], is[name]),
    );
    return unless(
      changed.length === 0,
      "recipient_changed",
      step,
      `${changed.join(", ")} of the addressee changed without a repair`,
    );
  });
}

export function repairedOnce({ steps }: Chain): readonly LintFinding[] {
  return steps
    .filter(({ facts }) => facts.type === "AddresseeContactRepaired")
    .slice(1)
    .map((step) => finding("repaired_twice", step, "a second repair"));
}

/** The date by which all is over was fixed at acceptance, and whoever knows what time it is can hold it against that. */
export function finalByKept({ steps, first, now }: Chain): readonly LintFinding[] {
  const { submitted_at: submitted, postal_fallback: fallback, window, type } = first.facts;
  if (type === "SubmissionRejection") return [];
  const promised = finalBy(Temporal.Instant.from(submitted), window.collection_days, fallback);
  const wrong = steps.flatMap((step) =>
    unless(
      step.facts.window.final_by === promised.toString() &&
        step.facts.window.collection_days === window.collection_days,
      "final_by_wrong",
      step,
      `final_by is not ${promised.toString()}, or the days to collect are not as at first`,
    ),
  );
  const last = steps.at(-1) ?? first;
  const over = now?.toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  const late = over !== undefined && Temporal.PlainDate.compare(over, promised) > 0;
  const closed = steps.some(({ facts }) => facts.closing !== undefined);
  return [
    ...wrong,
    ...unless(!late || closed, "final_by_passed", last, "the last record, and final_by has passed"),
  ];
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson({ it: a }) === canonicalJson({ it: b });
}
