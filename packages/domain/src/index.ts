// Pure rules of registered delivery: no I/O, no clock, no random.

export * from "./error.ts";
export * from "./language.ts";
export * from "./trust.ts";
export * from "./lifecycle/command.ts";
export * from "./lifecycle/state.ts";
export * from "./record/canonical-json.ts";
export * from "./record/event.ts";
export * from "./record/facts.ts";

export type { Parsed } from "./input/parse-line.ts";
export * from "./deadline/brussels-day.ts";
export * from "./deadline/belgian-holidays.ts";
export * from "./deadline/count-working-days.ts";
export * from "./deadline/keep-until.ts";
export * from "./deadline/legal-terms.ts";
export * from "./deadline/open-window.ts";
export * from "./deadline/promise-final-by.ts";
export * from "./lifecycle/begin.ts";
export * from "./identifier/enterprise-number.ts";
export * from "./identifier/register-number.ts";
export * from "./identifier/s10-number.ts";
export * from "./identifier/structured-communication.ts";
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
