// The three text messages; in the 7-bit alphabet and never longer than two segments.

import type { Language } from "@posthorn/domain";
import { dateInWords, shortDate, textsFor } from "@posthorn/texts";
import { oneLine } from "../mail/clean-header.ts";
import { smsSegments, toGsm7 } from "./gsm7.ts";

export interface NoticeSmsFacts {
  readonly language: Language;
  readonly addressee: string;
  /** Null where the sender is named only once the message is accepted. */
  readonly sender: string | null;
  /** Last day to collect, Europe/Brussels. */
  readonly collectUntil: Temporal.PlainDate;
  readonly checkCode: string;
  /** The fixed address at which the check code can be typed. */
  readonly checkUrl: string;
}

export interface CodeSmsFacts {
  readonly language: Language;
  /** Null where the sender is named only once the message is accepted. */
  readonly sender: string | null;
  /** 6 digits. */
  readonly code: string;
  readonly validMinutes: number;
}

/** Who, from whom, until when, and the check code of the mail. */
export function noticeSms(facts: NoticeSmsFacts): string {
  return dated(facts, textsFor(facts.language).notices.sms.notice);
}

/** The same as a reminder. */
export function reminderSms(facts: NoticeSmsFacts): string {
  return dated(facts, textsFor(facts.language).notices.sms.reminder);
}

/** The code stands first, where a phone offers it for filling in. */
export function codeSms(facts: CodeSmsFacts): string {
  const { sms } = textsFor(facts.language).notices;
  const write = (length: number): string =>
    toGsm7(
      sms.code({
        code: facts.code,
        sender: senderForSms(facts, length),
        minutes: facts.validMinutes,
      }),
    );
  return fitting([60, 40, 25, 12], 1, write);
}

type Words = (v: {
  addressee: string;
  sender: string;
  until: string;
  checkUrl: string;
  checkCode: string;
}) => string;

function dated(facts: NoticeSmsFacts, words: Words): string {
  const { sms } = textsFor(facts.language).notices;
  const { collectUntil, checkUrl, checkCode, language } = facts;
  const write = (length: number, until: string): string =>
    toGsm7(
      words({
        addressee: nameForSms(facts.addressee, length) || sms.unnamedAddressee,
        sender: senderForSms(facts, length),
        until,
        checkUrl,
        checkCode,
      }),
    );
  const short = shortDate(language, collectUntil, { weekday: true, year: true });
  const brief = write(60, short);
  if (smsSegments(brief) === 1) return brief;
  return fitting([60, 40, 25, 12], 2, (length) => write(length, dateInWords(language, collectUntil)));
}

/** The first that fits, or the shortest. */
function fitting(lengths: readonly number[], segments: number, write: (length: number) => string): string {
  const texts = lengths.map(write);
  return texts.find((text) => smsSegments(text) <= segments) ?? texts.at(-1) ?? "";
}

function senderForSms(
  { sender, language }: Pick<CodeSmsFacts, "sender" | "language">,
  length: number,
): string {
  const { sms } = textsFor(language).notices;
  // Words of ours are never cut: half of them would say something else.
  if (sender === null) return sms.hiddenSender;
  return nameForSms(sender, length) || sms.unnamedSender;
}

/** A name in the 7-bit alphabet, cut to at most `length` characters; empty when nothing of it can be written. */
function nameForSms(name: string, length: number): string {
  const latin = toGsm7(oneLine(name));
  if (!/[A-Za-z0-9\u00c0-\u00ff]/.test(latin)) return "";
  return latin.length <= length ? latin : `${latin.slice(0, length - 1).trimEnd()}.`;
}
