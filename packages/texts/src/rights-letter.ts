// A letter of the privacy desk in words: the same for the mail and for the paper; the complaint stands in every one of them.

import { articleOf, type Language, type RightsLetter } from "@posthorn/domain";
import { dateInWords } from "./dates.ts";
import { rightsLetters as de } from "./de/rights-letters.ts";
import { rightsLetters as en } from "./en/rights-letters.ts";
import { rightsLetters as fr } from "./fr/rights-letters.ts";
import { rightsLetters as nl } from "./nl/rights-letters.ts";

const CATALOGUES = { de, en, fr, nl } as const satisfies Record<Language, typeof en>;

export interface LetterInWords {
  readonly subject: string;
  readonly dear: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
}

export function letterInWords(letter: RightsLetter, provider: string): LetterInWords {
  const words = CATALOGUES[letter.language];
  const day = (iso: string) => dateInWords(letter.language, Temporal.PlainDate.from(iso));
  const received = words.received(words.rights[letter.right], day(letter.receivedOn));
  return {
    subject: words.subject(String(letter.number)),
    dear: words.dear(letter.name),
    paragraphs: [
      letter.onBehalfOf === undefined ? received : `${received} ${words.onBehalf(letter.onBehalfOf)}`,
      ...bodyOf(letter, day),
      words.complaint,
    ],
    closing: words.closing(provider),
  };
}

function bodyOf(letter: RightsLetter, day: (iso: string) => string): readonly string[] {
  const words = CATALOGUES[letter.language];
  const own = (letter.words ?? "").split(/\n+/).filter((line) => line.trim() !== "");
  switch (letter.letter) {
    case "identity":
      return letter.until === undefined
        ? words.identity
        : [...words.identity, words.identityUntil(day(letter.until))];
    case "identity_reminder":
      return [words.identityReminder(day(letter.until ?? letter.writtenOn)), ...words.identity];
    case "extension":
      return [words.extension(day(letter.until ?? letter.writtenOn)), ...own];
    case "answer":
      return [
        ...(letter.answer === undefined ? [] : [words.answers[letter.answer]]),
        ...(letter.grounds ?? []).map((ground) => {
          const article = articleOf(ground);
          return article === null
            ? words.grounds[ground]
            : `${words.grounds[ground]} ${words.article(article)}`;
        }),
        ...(letter.senders ?? []).map((sender) => {
          if (sender.is === "silent") return words.senderSilent(sender.name, day(sender.by));
          return sender.name === "" ? words.senderGoneNameless : words.senderGone(sender.name);
        }),
        ...own,
        ...(letter.keptUntil === undefined ? [] : [words.keptUntil(day(letter.keptUntil))]),
        ...(letter.holdsAccount === undefined ? [] : [words.account]),
        ...(letter.waitsUntil === undefined ? [] : [words.waits(day(letter.waitsUntil))]),
      ];
    case "carried_out":
      return [
        words.carriedOut,
        ...(letter.addresses === undefined ? [] : [words.restrictedAddresses(letter.addresses.join(", "))]),
        ...own,
      ];
    case "restriction_ends":
      return [words.restrictionEnds(day(letter.until ?? letter.writtenOn)), ...own];
  }
}
