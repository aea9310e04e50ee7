// The record of processing activities in words: as controller and as processor (GDPR art. 30(1) and 30(2)), for page, CSV and PDF alike.

import type { Language, Period, RetentionRule } from "@posthorn/domain";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import { nl } from "./nl/index.ts";
import { ruleInWords, type RuleInWords } from "./schedule-in-words.ts";

const catalogues = { de, en, fr, nl };

/** Who works for the provider, as the register of subprocessors has it. */
export interface Recipient {
  readonly name: string;
  readonly purpose: string;
  readonly country: string;
  /** Established in the European Union; of others the record tells that data is transferred. */
  readonly inUnion: boolean;
}

export interface ProcessingRecord {
  readonly provider: { readonly name: string; readonly contact: string; readonly officer: string };
  readonly madeAt: Temporal.Instant;
  readonly lines: readonly { readonly rule: RetentionRule; readonly period: Period }[];
  readonly recipients: readonly Recipient[];
}

export interface RecordPart {
  readonly role: "controller" | "processor";
  readonly title: string;
  /** What holds for every activity of the part. */
  readonly facts: readonly { readonly term: string; readonly texts: readonly string[] }[];
  readonly activities: readonly RuleInWords[];
}

/** Its two parts, in the order of the article. */
export function recordInWords(language: Language, record: ProcessingRecord): readonly RecordPart[] {
  const words = catalogues[language].privacyPages.record;
  const { provider, recipients } = record;
  const transfers = recipients.filter(({ inUnion }) => !inUnion);
  const named = (list: readonly Recipient[], none: string) =>
    list.length === 0 ? [none] : list.map(({ name, purpose, country }) => `${name} (${country}): ${purpose}`);
  const shared = [
    { term: words.provider, texts: [provider.name] },
    ...(provider.contact === "" ? [] : [{ term: words.contact, texts: [provider.contact] }]),
    ...(provider.officer === "" ? [] : [{ term: words.officer, texts: [provider.officer] }]),
    { term: words.representative, texts: [words.noRepresentative] },
  ];
  const rest = [
    { term: words.recipients, texts: named(recipients, words.noRecipients) },
    { term: words.transfers, texts: named(transfers, words.noTransfers) },
    { term: words.security, texts: [words.securityText] },
  ];
  return (["controller", "processor"] as const).map((role) => ({
    role,
    title: words[role],
    facts: [
      ...shared,
      ...(role === "processor" ? [{ term: words.controllers, texts: [words.controllersText] }] : []),
      ...rest,
    ],
    activities: record.lines
      .filter(({ rule }) => rule.role === role)
      .map(({ rule, period }) => ruleInWords(language, rule, period)),
  }));
}
