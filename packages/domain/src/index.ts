// Pure rules of registered delivery: no I/O, no clock, no random.

export * from "./error.ts";
export * from "./language.ts";
export * from "./trust.ts";
export type * from "./lifecycle/command.ts";
export * from "./lifecycle/state.ts";
export * from "./record/canonical-json.ts";
export * from "./record/event.ts";
export type * from "./record/facts.ts";
export * from "./record/proving-record.ts";

export { parseChoice, parseDate } from "./input/parse-choice.ts";
export {
  codePoints,
  failed,
  isBlank,
  type Parsed,
  parseLine,
  parseRequiredLine,
  valueOr,
} from "./input/parse-line.ts";
export * from "./deadline/brussels-day.ts";
export * from "./deadline/belgian-holidays.ts";
export * from "./deadline/count-working-days.ts";
export * from "./deadline/end-shown.ts";
export * from "./deadline/keep-until.ts";
export * from "./deadline/legal-terms.ts";
export * from "./deadline/open-window.ts";
export * from "./deadline/promise-final-by.ts";
export * from "./deadline/promise-posting.ts";
export * from "./lifecycle/begin.ts";
export * from "./closing/countdown.ts";
export { decide } from "./lifecycle/decide.ts";
export { refusalOfAct } from "./lifecycle/refuse-act.ts";
export * from "./identifier/enterprise-number.ts";
export * from "./identifier/register-number.ts";
export * from "./identifier/s10-number.ts";
export * from "./identifier/structured-communication.ts";
export * from "./letter/address-problem.ts";
export * from "./letter/barcode.ts";
export * from "./letter/carrier-outcome.ts";
export * from "./letter/entered-by-desk.ts";
export * from "./letter/judge-address.ts";
export * from "./letter/judge-printer.ts";
export * from "./letter/paper.ts";
export * from "./letter/postal-service.ts";
export type * from "./letter/printer.ts";
export * from "./letter/rendition.ts";
export * from "./letter/return-address.ts";
export * from "./letter/set-address.ts";
export * from "./letter/sheets.ts";
export * from "./letter/tariff.ts";
export * from "./message/body.ts";
export * from "./message/message-text.ts";
export * from "./message/options.ts";
export * from "./message/parse-text.ts";
export * from "./message/plan-delivery.ts";
export * from "./party/addressee.ts";
export * from "./party/consent.ts";
export * from "./party/email-address.ts";
export * from "./party/find-conflicts.ts";
export * from "./party/mask-address.ts";
export * from "./party/mobile-number.ts";
export * from "./party/parse-addressee.ts";
export * from "./party/postal-address.ts";
export * from "./credit/book-entry.ts";
export * from "./credit/price-message.ts";
export * from "./qualified/claim-qualified.ts";
export * from "./track/track-of.ts";
export * from "./seal-key/judge-acts.ts";
export * from "./seal-key/key-act.ts";
export * from "./log/grow-tiles.ts";
export * from "./log/hash-nodes.ts";
export type * from "./log/log-proof.ts";
export * from "./log/prove.ts";
export * from "./log/tile-path.ts";
export * from "./qualified/judge-readiness.ts";
export * from "./qualified/parse-register.ts";
export type * from "./identification/identity.ts";
export * from "./identification/fold-name.ts";
export * from "./identification/judge-assurance.ts";
export * from "./identification/match-identity.ts";
export * from "./identification/term.ts";
export * from "./mandate/decision.ts";
export * from "./mandate/parse-decision.ts";
export * from "./staff/acts.ts";
export * from "./staff/roles.ts";
export * from "./contact/columns.ts";
export * from "./contact/contact.ts";
export * from "./contact/guard-cell.ts";
export * from "./contact/read-row.ts";
export * from "./contact/read-vcard.ts";
export * from "./contact/write-vcard.ts";
export type * from "./retention/rule.ts";
export { RULE_IDS } from "./retention/rule.ts";
export * from "./retention/rules.ts";
export * from "./hold/hold.ts";
export * from "./retention/change-period.ts";
export * from "./retention/falls-on.ts";
export * from "./retention/period.ts";
export * from "./retention/rule-pack.ts";
export * from "./retention/schedule-pack.ts";
export * from "./retention/tables.ts";
export * from "./rights/answer.ts";
export * from "./rights/clock.ts";
export * from "./rights/letter.ts";
export * from "./rights/request.ts";
export * from "./register/breach.ts";
export * from "./register/disclosure.ts";
export * from "./register/establishment.ts";
export * from "./register/parse-breach.ts";
export { COUNTRY_CODES, parseWords } from "./register/parse-words.ts";
export * from "./register/subprocessor.ts";
