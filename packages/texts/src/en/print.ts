// Words in English about how a message looks on paper: what can be printed, how many sheets, what it costs.

import type { RenditionRefusal } from "@posthorn/domain";

type Params = Readonly<Record<string, string | number>>;

/** Why a part cannot be printed; follows a colon and ends the sentence. */
const refusals: Record<RenditionRefusal, (p: Params) => string> = {
  not_printable: () => "this kind of file has no pages",
  encrypted: () => "it is protected by a password",
  unreadable: () => "it is damaged and cannot be read",
  dynamic_form: () => "its pages are made by a program in it, so nobody can say how they look",
  portfolio: () => "it is a portfolio: attach the files within it one by one",
  marks_not_drawn: () =>
    "ticks or notes on its pages do not say how they look: print it to a PDF, and attach that",
  fonts_missing: (p) => `typefaces are missing in it (${p["fonts"] ?? ""})`,
  characters_not_set: (p) => `it has characters that we cannot set on paper (${p["characters"] ?? ""})`,
  too_many_pages: (p) =>
    `it has ${p["pages"] ?? "too many"} pages, and a letter holds ${p["max"] ?? "fewer"}`,
  too_large: () => "it is too large to be printed",
  no_converter: () => "this installation cannot print office documents",
  converter_failed: () => "it could not be turned into pages",
  too_slow: () => "it took too long to turn it into pages",
};

export const print = {
  title: "On paper",
  lead: "If it is not collected, these pages are printed and posted, with a page for the address in front and a list of digests at the end.",
  fallbackHint:
    "Printed and posted within ten working days after the last day to collect. Postage is reserved when you send, and given back if nothing is posted.",
  refusals,
  cannot: (why: string) => `Cannot be printed: ${why}.`,
  cannotNamed: (name: string, why: string) => `“${name}” cannot be printed: ${why}.`,
  mayPass: "This may pass: after a minute it is tried again when you look it over or send it again.",
  advice: "Take it out, put a PDF in its place, or send without a letter.",
  pending: "How many pages it has on paper is shown when you look it over.",
  pages: (count: number) => (count === 1 ? "1 page" : `${count} pages`),
  length: (pages: number, sheets: number) =>
    `${pages === 1 ? "1 page" : `${pages} pages`} on ${sheets === 1 ? "1 sheet" : `${sheets} sheets`}, printed on both sides`,
  letterHas: (length: string) => `One letter: ${length}.`,
  postage: (letters: number, country: string) =>
    letters === 1 ? `Postage of 1 letter, ${country}` : `Postage of ${letters} letters, ${country}`,
  postageLater: "Postage of the letters is shown when you look it over",
  givenBack: "Postage is given back for each letter that is not posted.",
  noAddress:
    "No letter can follow until you add the postal address. You can add it after sending too, and we remind you. Without it, this ends as not postable.",
  noAddresses: (count: number) =>
    count === 1
      ? "For one addressee no letter can follow until you add the postal address. You can add it after sending too, and we remind you. Without it, the delivery ends as not postable."
      : `For ${count} addressees no letter can follow until you add the postal addresses. You can add them after sending too, and we remind you. Without them, these deliveries end as not postable.`,
  country: "Country",
  countryHint: "Two letters, such as FR. Empty for Belgium.",
  returnAddress: {
    title: "Your own return address",
    hint: "Leave it empty, and a letter that cannot be delivered comes back to us: we tell you. Fill it in, and it comes back to you; the addressee sees this address.",
    comesBack: (address: string) => `A letter that cannot be delivered comes back to ${address}.`,
  },
};
