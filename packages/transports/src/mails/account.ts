// What an account holder, or who may become one, is told: what, when, from where, what to do now, and what if it was not he.

import type { Language, RightsLetter } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, letterInWords, type Texts, textsFor } from "@posthorn/texts";
import { type MailBlock, type RenderedMail, renderMail } from "./layout.ts";
import { reachDesk } from "./reach-desk.ts";

type Words = Texts["accountMails"];
export type AccountMailKind = keyof Words["kinds"];

export interface AccountMailFacts {
  readonly language: Language;
  readonly service: string;
  readonly kind: AccountMailKind;
  readonly at: Temporal.Instant;
  /** `browser` and `os` as the browser says, `?` where unknown; others by the names of `facts` in the words. Never a secret. */
  readonly facts: Readonly<Record<string, string>>;
  /** The portal's host, to be typed: there is no link that could be imitated. */
  readonly host: string;
  /** Where the privacy desk is reached, as the provider sets it; empty where he has not. */
  readonly deskContact: string;
  /** Of the mails that exist to carry one; it opens one thing, once. */
  readonly url?: string;
  /** Of the mail that exists to carry one; to be typed. */
  readonly code?: string;
}

export function accountMail({
  language,
  service,
  kind,
  at,
  facts,
  host,
  deskContact,
  url,
  code,
}: AccountMailFacts): RenderedMail {
  const letter = facts["letter"];
  if (kind === "rights_letter" && letter !== undefined)
    return letterMail(language, service, JSON.parse(letter) as RightsLetter, reachDesk(deskContact, host));
  const words = textsFor(language).accountMails;
  const { subject, happened, ...rest }: MailKind = words.kinds[kind];
  const { button, after, unasked } = rest;
  return renderMail({
    language,
    service,
    subject,
    heading: subject,
    blocks: [
      { kind: "text", text: happened },
      ...(code === undefined ? [] : [{ kind: "code" as const, value: code, large: true }]),
      {
        kind: "facts",
        rows: [
          { label: words.when, value: dateTimeInWords(language, at) },
          ...browserRow(words, facts),
          ...factRows(language, words, facts, host),
          ...(TO_THE_DESK.has(kind)
            ? [{ label: textsFor(language).privacyPages.desk.name, value: reachDesk(deskContact, host) }]
            : []),
        ],
      },
      ...(after === undefined ? [] : [{ kind: "text" as const, text: after }]),
      ...(url === undefined || button === undefined ? [] : [{ kind: "button" as const, label: button, url }]),
      ...(unasked === undefined ? warning(words, host) : [{ kind: "small" as const, text: unasked }]),
    ],
  });
}

/** Mails that name the privacy desk, or after which somebody writes to it. */
const TO_THE_DESK: ReadonlySet<AccountMailKind> = new Set([
  "hold_refused",
  "hold_ends",
  "hold_lifted",
  "evidence_falling",
  "restriction_placed",
  "rights_needs_authority",
  "subprocessor_announced",
  "breach_told",
]);

/** A letter of the privacy desk is the mail: the same words as on paper, and where to write back. */
function letterMail(language: Language, service: string, letter: RightsLetter, desk: string): RenderedMail {
  const { subject, dear, paragraphs, closing } = letterInWords(letter, service);
  return renderMail({
    language,
    service,
    subject,
    heading: subject,
    blocks: [
      ...[dear, ...paragraphs, closing].map((text) => ({ kind: "text" as const, text })),
      { kind: "small", text: desk },
    ],
  });
}

interface MailKind {
  readonly subject: string;
  readonly happened: string;
  /** What can be done now, beneath the facts. */
  readonly after?: string;
  /** Of the link, where there is one. */
  readonly button?: string;
  /** For who has not asked for this; stands in the place of the warning about a stranger in the account. */
  readonly unasked?: string;
}

function warning(words: Words, host: string): readonly MailBlock[] {
  return [
    { kind: "text", text: words.notYou, strong: true },
    { kind: "text", text: words.whatToDo(host) },
    { kind: "small", text: words.noLink },
  ];
}

function browserRow(words: Words, { browser, os }: Readonly<Record<string, string>>) {
  if (browser === undefined) return [];
  const known = browser !== "?";
  const withSystem = known && os !== undefined && os !== "?" ? words.on(browser, os) : browser;
  return [{ label: words.browser, value: known ? withSystem : words.unknownBrowser }];
}

/** Facts that are days. */
const DAYS: ReadonlySet<string> = new Set(["until", "first", "answer_by", "decide_by", "in_force"]);

function factRows(language: Language, words: Words, facts: Readonly<Record<string, string>>, host: string) {
  const methods: Readonly<Record<string, string>> = words.methods;
  const roles: Readonly<Record<string, string>> = words.roles;
  const reasons: Readonly<Record<string, string>> = textsFor(language).mandates.reasons;
  const grounds: Readonly<Record<string, string>> = textsFor(language).holds.grounds;
  const rights: Readonly<Record<string, string>> = textsFor(language).rights.portal.kinds;
  const inWords = (name: string, value: string): string => {
    if (name === "method") return methods[value] ?? value;
    if (name === "role") return roles[value] ?? value;
    if (name === "reason") return reasons[value] ?? value;
    if (name === "ground") return grounds[value] ?? value;
    if (name === "page") return `${host}/${value}`;
    if (name === "right") return rights[value] ?? value;
    // A day as ISO 8601 has it; who owes the mail need not know in which language it will be read.
    if (DAYS.has(name) && /^\d{4}-\d\d-\d\d$/.test(value))
      return dateInWords(language, Temporal.PlainDate.from(value));
    return registerFact(language, name, value);
  };
  return Object.entries(words.facts).flatMap(([name, label]) => {
    const value = facts[name];
    if (value === undefined) return [];
    return [{ label, value: inWords(name, value) }];
  });
}

/** Countries by their code, instants in ISO 8601, and what a breach concerns by codes with a space between them. */
function registerFact(language: Language, name: string, value: string): string {
  if (name === "country" || name === "parent_country")
    return new Intl.DisplayNames(language, { type: "region" }).of(value) ?? value;
  if (name === "noticed") return dateTimeInWords(language, Temporal.Instant.from(value));
  const breach = textsFor(language).registers.breaches;
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    breach_natures: breach.natures,
    breach_people: breach.people,
    breach_data: breach.data,
  };
  const list = choices[name];
  if (list === undefined) return value;
  return value
    .split(" ")
    .map((code) => list[code] ?? code)
    .join("; ");
}
