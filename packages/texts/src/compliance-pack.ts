// The compliance pack of one account, as files of text: agreement, subprocessors, retention, measures, record of processing (GDPR art. 28(3)(h)).

import { csvLine, type Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords } from "./dates.ts";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import { nl } from "./nl/index.ts";
import { policyText } from "./policies.ts";
import { type ProcessingRecord, recordInWords } from "./record-in-words.ts";
import { ruleInWords } from "./schedule-in-words.ts";

const catalogues = { de, en, fr, nl };
const BYTE_ORDER_MARK = "\uFEFF";

export interface PackSubprocessor {
  readonly name: string;
  readonly address: string;
  readonly purpose: Readonly<Record<Language, string>>;
  readonly country: string;
  readonly parentName: string;
  readonly parentCountry: string;
  readonly termsUrl: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly endedOn: Temporal.PlainDate | null;
  readonly standing: "announced" | "in_force" | "ended";
  readonly override: string | null;
}

export interface PackFacts {
  readonly account: { readonly id: string; readonly name: string };
  /** The one that stands for the account; null where none was accepted. */
  readonly agreement: {
    readonly version: string;
    /** In which it was shown. */
    readonly language: Language;
    readonly sha256: string;
    readonly acceptedAt: Temporal.Instant;
    /** Null once his data is erased. */
    readonly acceptedBy: string | null;
  } | null;
  readonly subprocessors: readonly PackSubprocessor[];
  readonly record: ProcessingRecord;
}

export interface PackFile {
  readonly name: string;
  readonly text: string;
}

/** In the order of the pack; names are the same in every language. */
export function compliancePack(language: Language, facts: PackFacts): readonly PackFile[] {
  return [
    { name: "00-account.txt", text: coverOf(language, facts) },
    { name: "01-processor-agreement.txt", text: agreementOf(language, facts) },
    { name: "02-subprocessors.csv", text: subprocessorsOf(language, facts) },
    { name: "03-retention.csv", text: retentionOf(language, facts) },
    { name: "04-measures.txt", text: measuresOf(language) },
    { name: "05-record-of-processing.txt", text: recordOf(language, facts) },
  ];
}

function coverOf(language: Language, { account, record }: PackFacts): string {
  const words = catalogues[language].registers.compliance;
  const { name, contact, officer } = record.provider;
  const reached = [contact, officer].filter((part) => part !== "").join("; ");
  return paragraphs([
    words.title,
    `${words.account}: ${account.name} (${account.id})`,
    name,
    ...(reached === "" ? [] : [words.audit(reached)]),
    words.madeOn(dateTimeInWords(language, record.madeAt)),
  ]);
}

/** The words as they were shown, in the language in which they were accepted: of these the digest is. */
function agreementOf(language: Language, { agreement }: PackFacts): string {
  const words = catalogues[language].registers.compliance;
  if (agreement === null) return paragraphs([words.noAgreement]);
  const { version, sha256, acceptedAt, acceptedBy } = agreement;
  return paragraphs([
    words.version(version),
    words.accepted(dateTimeInWords(language, acceptedAt), acceptedBy ?? words.someoneGone),
    words.digest(sha256),
    policyText(agreement.language, "processor-agreement", version) ?? "",
  ]);
}

function subprocessorsOf(language: Language, { subprocessors }: PackFacts): string {
  const words = catalogues[language].registers.subprocessors;
  const { fields } = words;
  const names = new Intl.DisplayNames(language, { type: "region" });
  const country = (code: string) => names.of(code) ?? code;
  return table([
    [
      fields.name,
      fields.address,
      words.purposeTerm,
      fields.country,
      fields.parent_name,
      fields.parent_country,
      fields.terms_url,
      fields.effective_on,
      fields.ended_on,
      words.outside,
    ],
    ...subprocessors
      .filter(({ standing }) => standing !== "ended")
      .map((line) => [
        line.name,
        line.address,
        line.purpose[language],
        country(line.country),
        line.parentName,
        country(line.parentCountry),
        line.termsUrl,
        dateInWords(language, line.effectiveOn),
        line.endedOn === null ? "" : dateInWords(language, line.endedOn),
        line.override ?? "",
      ]),
  ]);
}

function retentionOf(language: Language, { record }: PackFacts): string {
  const { notice, record: words, schedule } = catalogues[language].privacyPages;
  return table([
    [schedule.role, words.data, words.purpose, words.ground, notice.from, words.limit],
    ...record.lines.map(({ rule, period }) => {
      const said = ruleInWords(language, rule, period);
      const ground = `${said.ground} (${said.citations})`;
      return [schedule.roles[rule.role], said.data, said.purpose, ground, said.trigger, said.period];
    }),
  ]);
}

function measuresOf(language: Language): string {
  const { holds, measures } = catalogues[language].registers.compliance;
  return paragraphs([
    holds.measures,
    ...Object.values(measures).map(({ title, text }) => `${title}\n${text}`),
  ]);
}

/** The part of the processor alone, for this one controller. */
function recordOf(language: Language, { account, record }: PackFacts): string {
  const words = catalogues[language].privacyPages.record;
  const part = recordInWords(language, record).find(({ role }) => role === "processor");
  if (!part) throw new Error("the record has no part of the processor");
  return paragraphs([
    part.title,
    ...part.facts.map(({ term, texts }) =>
      term === words.controllers ? `${term}\n${account.name}` : `${term}\n${texts.join("\n")}`,
    ),
    ...part.activities.map(({ data, people, purpose, citations, period, joint, trigger }) =>
      [data, people, purpose, citations, `${period}${joint}${trigger}`].join("\n"),
    ),
  ]);
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}

function table(lines: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + lines.map((line) => csvLine([...line])).join("");
}
