// In which columns each value of hers may stand, and by which rule, once what falls sooner has fallen: nowhere else, and in no file.

import type { Findings } from "../secrecy/search-stack.ts";

/** R6 and R9 end after 24 months, R13 and R14 after five years, R19 with who looked at her. */
export type LaterRule = "R6" | "R9" | "R13" | "R14" | "R19";

interface Allowance {
  readonly rule: LaterRule;
  readonly values: RegExp;
  /** Or whole tables. */
  readonly places: readonly string[];
}

const SHEET = "(codes|refused|expired|bounced|holder|itsme|card|letter)";
/** Chain, seals, notices as they went, and what was made of them. */
const EVIDENCE = ["evidence_record", "evidence_seal", "evidence_artifact", "proof", "bundle"];
const CONSENT = ["email", "email_key", "name", "first_names", "sort_name", "words"].map(
  (column) => `addressee_consent.${column}`,
);

const ALLOWED: readonly Allowance[] = [
  { rule: "R6", values: /^browser$/, places: ["use_log.user_agent"] },
  {
    rule: "R9",
    values: new RegExp(`^(${SHEET}(first|last|email|consent)|bouncedhost|letter(street|town)|mobile)$`),
    places: EVIDENCE,
  },
  {
    rule: "R9",
    values: /^(message|strong|letter)(subject|filename)$/,
    places: [...EVIDENCE, "message.subject", "message.facts", "message_part.name"],
  },
  {
    rule: "R13",
    values: new RegExp(
      `^(${SHEET}(first|last|email|consent)|bouncedhost|(holder|member)agreed(first|last|email|words))$`,
    ),
    places: CONSENT,
  },
  {
    rule: "R14",
    values:
      /^(holder(first|last|email)|(own)?rights(first|last|email|words)|booked[a-z]+|behalf[a-z]+|answerwords)$/,
    places: ["rights_request", "rights_request_event.words"],
  },
  // By which she follows her request as long as it is kept.
  { rule: "R14", values: /^rightsemail$/, places: ["mailed_link.email"] },
  {
    rule: "R14",
    values: /^hold(reason|answer)$/,
    places: ["legal_hold.reason", "legal_hold.decision_words", "legal_hold_event.words"],
  },
  { rule: "R19", values: /^holdanswer$/, places: ["staff_log.reason"] },
];

/** `value in place`, of what stands where none of these rules keeps it. */
export function misplaced(findings: Findings, rules: readonly LaterRule[]): readonly string[] {
  const allowed = ALLOWED.filter(({ rule }) => rules.includes(rule));
  return Array.from(findings).flatMap(([value, places]) =>
    [...places]
      .filter(
        (place) =>
          !allowed.some(
            (each) =>
              each.values.test(value) &&
              each.places.some((name) => place === name || place.startsWith(`${name}.`)),
          ),
      )
      .map((place) => `${value} in ${place}`),
  );
}
