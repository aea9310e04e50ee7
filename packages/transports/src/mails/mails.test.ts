import { ADDRESS_PROBLEMS, LANGUAGES, type Language } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { expect, test } from "vitest";
import {
  calledOffMail,
  codeMail,
  contentReadyMail,
  evidenceFallingMail,
  extendedMail,
  type NoticeMailFacts,
  noticeMail,
  reminderMail,
  type RenderedMail,
  senderAddressMail,
  senderCorrectedMail,
  senderExtendedMail,
  senderFinalMail,
  senderNoticeFailedMail,
  senderMismatchMail,
  senderNotForMeMail,
  senderPostedMail,
} from "../index.ts";

function notice(language: Language, changes: Partial<NoticeMailFacts> = {}): NoticeMailFacts {
  return {
    language,
    service: "Posthorn",
    addressee: "Jan Peeters",
    sender: { name: "Immo Vandewalle bv", town: "Gent" },
    collectUntil: Temporal.PlainDate.from("2026-12-06"),
    collectionDays: 15,
    link: "https://collect.posthorn.be/n/abc?x=1&y=2",
    checkCode: "K7QM-4RTX-92VB",
    checkUrl: "https://collect.posthorn.be",
    postalFallback: true,
    addressWanted: false,
    requiredIdentification: "codes",
    withSms: true,
    trustStatus: "demonstration",
    ...changes,
  };
}

/** Pieces of text between the tags of a mail's body, as a person reads them. */
function visible(mail: RenderedMail): string[] {
  const body = mail.html.slice(mail.html.indexOf("<body"));
  return body
    .split(/<[^>]*>/)
    .map((text) => decoded(text).replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function linksOf(mail: RenderedMail): string[] {
  return Array.from(mail.html.matchAll(/<a [^>]*href="([^"]*)"/g), (match) => decoded(match[1] ?? ""));
}

function decoded(html: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? "");
}

const delivery = (language: Language) => ({
  language,
  service: "Posthorn",
  addressee: "Jan Peeters",
  delivery: "d1",
  link: "https://portal.posthorn.be/d/d1",
  postalFallback: false,
});

const extension = {
  outageMinutes: 95,
  outage: {
    from: Temporal.Instant.from("2026-12-06T09:10:00Z"),
    until: Temporal.Instant.from("2026-12-06T12:40:00Z"),
  },
  collectUntil: Temporal.PlainDate.from("2026-12-07"),
};

const all = (language: Language): RenderedMail[] => [
  noticeMail(notice(language)),
  noticeMail(
    notice(language, {
      postalFallback: false,
      requiredIdentification: "eid_or_itsme",
      withSms: false,
      trustStatus: "qualified",
      collectionDays: 1,
    }),
  ),
  reminderMail(notice(language, { trustStatus: "non-qualified" })),
  codeMail({
    language,
    service: "Posthorn",
    addressee: "Jan Peeters",
    sender: "Immo",
    code: "418203",
    validMinutes: 10,
    checkCode: "K7QM-4RTX-92VB",
  }),
  contentReadyMail({
    language,
    service: "Posthorn",
    addressee: "Jan Peeters",
    sender: "Immo",
    collectedAt: Temporal.Instant.from("2026-11-23T13:05:00Z"),
    accessUntil: Temporal.PlainDate.from("2027-01-22"),
    link: "https://collect.posthorn.be/n/abc",
    trustStatus: "demonstration",
    proof: { name: "proof.pdf", content: new Uint8Array([1]) },
  }),
  ...(["mail", "sms", "reminder"] as const).flatMap((failed) =>
    [true, false].map((postalFallback) =>
      senderNoticeFailedMail({
        language,
        service: "Posthorn",
        addressee: "Jan Peeters",
        delivery: "d1",
        link: "https://portal.posthorn.be/d/d1",
        postalFallback,
        failed,
        address: "jan@x.test",
        answer: "550 5.1.1 <jan@x.test> unknown",
        noticeStands: true,
        repairUntil: Temporal.Instant.from("2026-11-26T13:05:00Z"),
      }),
    ),
  ),
  senderNotForMeMail({ ...delivery(language), address: "jan@x.test" }),
  ...(["name", "birth_date", "register_number", "not_a_member"] as const).flatMap((field) =>
    (["mend", "send_again", "nothing"] as const).map((remedy) =>
      senderMismatchMail({
        ...delivery(language),
        field,
        at: Temporal.Instant.from("2026-11-23T13:05:00Z"),
        codesOpen: true,
        remedy,
      }),
    ),
  ),
  senderExtendedMail({ ...delivery(language), ...extension }),
  ...(["letterDelivered", "letterReturned"] as const).map((outcome) =>
    senderFinalMail({
      ...delivery(language),
      outcome,
      at: Temporal.Instant.from("2026-12-11T09:12:00Z"),
      carrier: "bpost",
    }),
  ),
  ...([false, true] as const).flatMap((proofAttached) => [
    senderPostedMail({
      ...delivery(language),
      at: Temporal.Instant.from("2026-12-09T15:12:00Z"),
      carrier: "bpost",
      item: proofAttached ? null : "010541288500452621221234567890",
      proofAttached,
    }),
    senderCorrectedMail({
      ...delivery(language),
      outcome: proofAttached ? "returned" : "delivered",
      at: Temporal.Instant.from("2026-12-11T09:12:00Z"),
      carrier: "bpost",
      proofAttached,
    }),
  ]),
  ...ADDRESS_PROBLEMS.flatMap((problem) =>
    [Temporal.PlainDate.from("2026-12-06"), null].map((until) =>
      senderAddressMail({
        ...delivery(language),
        problem,
        collectUntil: until,
        mendUntil: until,
        address: problem === "missing" ? [] : ["Kerkstraat 12", "9000 GENT"],
        stage: problem === "unknown" ? "waits" : "follows",
      }),
    ),
  ),
  extendedMail({
    language,
    service: "Posthorn",
    addressee: "Jan Peeters",
    sender: "Immo",
    link: "https://collect.posthorn.be/n/abc",
    checkCode: "K7QM-4RTX-92VB",
    checkUrl: "https://collect.posthorn.be",
    ...extension,
  }),
  ...[Temporal.PlainDate.from("2026-12-06"), null].map((collectUntil) =>
    calledOffMail({
      language,
      service: "Posthorn",
      addressee: "Jan Peeters",
      sender: "Immo",
      link: "https://collect.posthorn.be/n/abc",
      checkCode: "K7QM-4RTX-92VB",
      checkUrl: "https://collect.posthorn.be",
      collectUntil,
    }),
  ),
  ...(
    [
      "collected",
      "refused",
      "unreachable",
      "letterUnknown",
      "letterCalledOff",
      "letterNotPostable",
      "letterLate",
    ] as const
  ).map((outcome) =>
    senderFinalMail({
      language,
      service: "Posthorn",
      addressee: "Jan Peeters",
      delivery: "d1",
      link: "https://portal.posthorn.be/d/d1",
      postalFallback: true,
      outcome,
      at: Temporal.Instant.from("2026-11-23T13:05:00Z"),
    }),
  ),
  senderFinalMail({
    language,
    service: "Posthorn",
    addressee: "Jan Peeters",
    delivery: "d1",
    link: "https://portal.posthorn.be/d/d1",
    postalFallback: false,
    outcome: "expired",
    lastDay: Temporal.PlainDate.from("2026-12-06"),
  }),
];

test.each(LANGUAGES)("%s: the plain text of every mail says all that the HTML says", (language) => {
  for (const mail of all(language)) {
    const text = mail.text.replace(/\s+/g, " ");
    expect(mail.html).toContain(`<html lang="${language}">`);
    for (const words of visible(mail).filter((piece) => piece !== "Posthorn"))
      expect(text, mail.subject).toContain(words);
    for (const link of linksOf(mail)) expect(text).toContain(link);
    expect(mail.text).not.toMatch(/undefined|null|\[object|NaN/);
    expect(mail.html).not.toMatch(/undefined|\[object|NaN|<script|https?:\/\/(?!collect\.|portal\.)/);
    expect(mail.subject).not.toMatch(/!/);
  }
});

test.each(LANGUAGES)(
  "%s: a notice says who, for whom, until when, where, the check code and the status",
  (language) => {
    const mail = noticeMail(notice(language));
    const words = visible(mail).join(" ");
    for (const word of [
      "Jan Peeters",
      "Immo Vandewalle bv",
      "Gent",
      "2026",
      "15",
      "K7QM-4RTX-92VB",
      "https://collect.posthorn.be",
      "Posthorn",
    ]) {
      expect(words).toContain(word);
    }
    expect(mail.subject).toContain("Jan Peeters");
    expect(mail.subject).toContain("Immo Vandewalle bv");
    expect(linksOf(mail)).toEqual(["https://collect.posthorn.be/n/abc?x=1&y=2"]);
  },
);

test("until when is said in words, in each language's own way", () => {
  expect(noticeMail(notice("en")).text).toContain(
    "until the end of Sunday 6 December 2026, Brussels time. That is 15 full days from tomorrow.",
  );
  expect(noticeMail(notice("nl")).text).toContain(
    "tot en met zondag 6 december 2026, Brusselse tijd. Dat zijn 15 volle dagen vanaf morgen.",
  );
  expect(noticeMail(notice("fr")).text).toContain(
    "jusqu’au dimanche 6 décembre 2026 inclus, heure de Bruxelles. Cela fait 15 jours entiers à partir de demain.",
  );
  expect(noticeMail(notice("de")).text).toContain(
    "bis einschließlich Sonntag, 6. Dezember 2026, Brüsseler Zeit",
  );
  expect(noticeMail(notice("en", { collectionDays: 1 })).text).toContain("That is one full day, tomorrow.");
  expect(reminderMail(notice("en")).text).not.toContain("tomorrow");
  expect(noticeMail(notice("en")).text).not.toMatch(/midnight/i);
});

test("labels end in a colon as each language sets it", () => {
  expect(noticeMail(notice("en")).text).toMatch(/^From: /m);
  expect(noticeMail(notice("fr")).text).toMatch(/^De : /m);
  expect(noticeMail(notice("fr")).text).toMatch(/^Voir l’envoi recommandé :\n/m);
  expect(noticeMail(notice("fr")).text).not.toMatch(/[^ ]:(\s|$)/m);
});

test("what follows from doing nothing depends on the fallback", () => {
  expect(noticeMail(notice("en")).text).toContain("sent to you by post as a registered letter");
  const without = noticeMail(notice("en", { postalFallback: false })).text;
  expect(without).toContain("the message expires");
  expect(without).not.toContain("by post");
});

test.each(LANGUAGES)(
  "in %s no letter is promised while the sender has given no address for one",
  (language) => {
    const { doNothingUnaddressed } = textsFor(language).notices;
    for (const mail of [noticeMail, reminderMail]) {
      const { text } = mail(notice(language, { addressWanted: true }));
      expect(text.replaceAll(/\s+/gu, " ")).toContain(doNothingUnaddressed);
      expect(text).not.toContain(dateInWords(language, Temporal.PlainDate.from("2026-12-21")));
    }
  },
);

test("only a qualified status promises anything, and only for the methods that make it so", () => {
  expect(noticeMail(notice("en")).text).toContain(
    "It has no legal effect and does not replace a registered letter that the law requires.",
  );
  expect(noticeMail(notice("en", { trustStatus: "non-qualified" })).text).toContain(
    "does not replace a registered letter that the law requires",
  );
  expect(noticeMail(notice("en", { trustStatus: "qualified" })).text).toContain(
    "only if it is collected with an identity card (eID) or itsme",
  );
  expect(noticeMail(notice("en", { trustStatus: "qualified", qualifiedMethods: ["eid"] })).text).toContain(
    "collected with an identity card (eID). Collected in another way",
  );
  expect(noticeMail(notice("en", { trustStatus: "qualified", qualifiedMethods: [] })).text).not.toContain(
    "is qualified",
  );
});

test("names are shown as they are and never become markup, lines or headers", () => {
  const mail = noticeMail(
    notice("en", {
      addressee: '<img src=x onerror="a()"> & Łukasz 🦊',
      sender: { name: "Immo\r\nBcc: x@evil.test\r\n\r\n<b>bold</b>" },
    }),
  );
  expect(mail.subject).toBe(
    'Registered message for <img src=x onerror="a()"> & Łukasz 🦊 from Immo Bcc: x@evil.test <b>bold</b>',
  );
  expect(mail.html).not.toMatch(/<(img|b|script)\b/);
  expect(visible(mail)).toContain('<img src=x onerror="a()"> & Łukasz 🦊');
  expect(mail.text).not.toContain("\nBcc:");
});

test("the code stands in the body, whole, and in no subject", () => {
  const mail = all("en")[3];
  expect(mail?.text).toContain("418203");
  expect(mail?.subject).not.toContain("418203");
});

test("the copy of the proof is an attachment of the mail", () => {
  const mail = contentReadyMail({
    language: "fr",
    service: "Posthorn",
    addressee: "Jan",
    sender: "Immo",
    collectedAt: Temporal.Instant.from("2026-11-23T13:05:00Z"),
    accessUntil: Temporal.PlainDate.from("2027-01-22"),
    link: "https://c.test/n/abc",
    trustStatus: "demonstration",
    proof: { name: "preuve-de-retrait.pdf", content: new Uint8Array([1, 2]) },
  });
  expect(mail.attachments).toEqual([
    { name: "preuve-de-retrait.pdf", type: "application/pdf", content: new Uint8Array([1, 2]) },
  ]);
  expect(mail.text).toContain("le lundi 23 novembre 2026 à 14 h 05");
});

test("the sender is told the answer, what can be mended and until when, or that nothing can", () => {
  const facts = {
    language: "en",
    service: "Posthorn",
    addressee: "Jan Peeters",
    delivery: "d1",
    link: "https://p.test/d1",
    postalFallback: false,
    failed: "mail",
    address: "jan@x.test",
    noticeStands: true,
    answer: "550 unknown",
    repairUntil: Temporal.Instant.from("2026-11-26T13:05:00Z"),
  } as const;
  expect(senderNoticeFailedMail(facts).text).toContain("once, until Thursday 26 November 2026 at 14.05");
  expect(senderNoticeFailedMail(facts).text).toContain("550 unknown");
  expect(senderNoticeFailedMail({ ...facts, repairUntil: null, answer: null }).text).not.toContain("correct");
  expect(senderNoticeFailedMail({ ...facts, failed: "sms" }).text).toContain("no date changes");
});

test("the end is told with what comes next by post, where something does", () => {
  const facts = {
    language: "en",
    service: "Posthorn",
    addressee: "Jan",
    delivery: "d1",
    link: "https://p.test/d1",
  } as const;
  const lastDay = Temporal.PlainDate.from("2026-12-06");
  const goesOn = { ...facts, postalFallback: true, outcome: "expired", lastDay } as const;
  expect(senderFinalMail(goesOn).text).toContain("printed and sent by post");
  const postedBy = Temporal.PlainDate.from("2026-12-21");
  expect(senderFinalMail({ ...goesOn, postedBy }).text).toContain("at the latest on Monday 21 December 2026");
  expect(
    senderFinalMail({ ...facts, postalFallback: false, outcome: "expired", lastDay }).text,
  ).not.toContain("by post");
  expect(
    senderFinalMail({
      ...facts,
      postalFallback: true,
      outcome: "collected",
      at: Temporal.Instant.from("2026-11-23T13:05:00Z"),
    }).text,
  ).not.toContain("by post");
});

test("the part of a company that sends stands beside its name", () => {
  const sender = { name: "Immo Vandewalle bv", department: "Dienst Syndic", town: "Gent" };
  const mail = noticeMail(notice("nl", { sender }));
  expect(mail.text).toContain("Immo Vandewalle bv");
  expect(mail.text).toContain("Dienst Syndic · Gent");
});

test("the carrier's word is his, and a letter that was not posted says why and what came back", () => {
  const at = Temporal.Instant.from("2026-12-11T09:12:00Z");
  const delivered = senderFinalMail({ ...delivery("en"), outcome: "letterDelivered", at, carrier: "bpost" });
  expect(delivered.text).toContain("bpost states that the registered letter to Jan Peeters was delivered");
  for (const outcome of ["letterCalledOff", "letterNotPostable", "letterLate"] as const)
    expect(senderFinalMail({ ...delivery("en"), outcome, at }).text).toContain("postage was given back");
});

test("whose address is missing or wrong is asked with the reason, the day and what follows otherwise", () => {
  const days = {
    collectUntil: Temporal.PlainDate.from("2026-12-06"),
    mendUntil: Temporal.PlainDate.from("2026-12-21"),
  };
  const facts = { ...delivery("en"), link: "https://p.test/d1/address", ...days, stage: "follows" } as const;
  const { text } = senderAddressMail({ ...facts, problem: "missing", address: [] });
  expect(text).toContain("you gave no postal address");
  expect(text).toContain("has until the end of Sunday 6 December 2026 to collect");
  expect(text).toContain("mend the address until the end of Monday 21 December 2026");
  expect(text).toContain("you get the postage back");
  expect(text).toContain("https://p.test/d1/address");
  expect(text).not.toContain("as it stands");
  const wrong = senderAddressMail({ ...facts, problem: "unknown", address: ["Kerkstraat 12", "9000 GENT"] });
  expect(wrong.text).toContain("Kerkstraat 12, 9000 GENT");
});

test("a notice with a letter to follow says by when it is posted", () => {
  const mail = noticeMail(notice("en", { postalFallback: true }));
  expect(mail.text).toMatch(/posted at the latest on \w+day \d+ \w+ \d{4}/u);
});

test("a letter that was posted is told with its number, or without where it has none", () => {
  const facts = {
    ...delivery("en"),
    at: Temporal.Instant.from("2026-12-09T15:12:00Z"),
    carrier: "bpost",
    proofAttached: false,
  };
  const { text } = senderPostedMail({ ...facts, item: "010541288500452621221234567890" });
  expect(text).toContain("handed over to bpost as a registered letter on Wednesday 9 December 2026");
  expect(text).toContain("010541288500452621221234567890");
  expect(text).toContain("proof of posting can be downloaded");
  const without = senderPostedMail({ ...facts, item: null, proofAttached: true }).text;
  expect(without).not.toContain("Number of the letter");
  expect(without).toContain("the proof is attached");
});

test.each(LANGUAGES)(
  "in %s an addressee whose evidence falls is told its last day and where to ask for it; with his proof where he has one",
  (language) => {
    const { common, holds, privacyPages } = textsFor(language);
    const facts = {
      language,
      service: "Posthorn",
      addressee: "Jan Peeters",
      sender: null,
      delivery: "dlv_1",
      sentAt: Temporal.Instant.from("2026-11-21T09:12:00Z"),
      fallsOn: Temporal.PlainDate.from("2028-12-07"),
      proof: null,
      accepted: false,
      letter: null,
    };
    const without = evidenceFallingMail(facts, { contact: "", host: "portal.posthorn.be" });
    expect(without.text).toContain(dateInWords(language, Temporal.PlainDate.from("2028-12-06")));
    const { noAct, untaken, ask, posted, letter: letters } = holds.addresseeMail;
    expect(without.text).toContain(`${noAct} ${ask}`);
    // It would be wrong to say of who accepted that he did nothing.
    const accepted = evidenceFallingMail({ ...facts, accepted: true }, { contact: "", host: "p" }).text;
    expect(accepted).toContain(`${untaken} ${ask}`);
    expect(accepted).not.toContain(noAct);
    for (const letter of ["delivered", "returned", "unknown"] as const) {
      const byPost = evidenceFallingMail({ ...facts, letter }, { contact: "", host: "portal.posthorn.be" });
      expect(byPost.text).toContain(`${posted} ${letters[letter]} ${ask}`);
      expect(byPost.text).not.toContain(noAct);
    }
    expect(without.text).toContain(
      common.labelled({ label: privacyPages.desk.name, value: "portal.posthorn.be/rights" }),
    );
    expect(without.attachments).toBeUndefined();
    const proof = { name: "proof.pdf", content: new Uint8Array([1]) };
    const desk = { contact: "privacy@posthorn.be", host: "portal.posthorn.be" };
    const withProof = evidenceFallingMail({ ...facts, proof }, desk);
    expect(withProof.text).toContain(holds.addresseeMail.attached);
    expect(withProof.text).toContain("privacy@posthorn.be, portal.posthorn.be/rights");
    expect(withProof.attachments).toEqual([{ ...proof, type: "application/pdf" }]);
    for (const mail of [without, withProof]) expect(mail.text + mail.html).not.toMatch(/https?:|href=/u);
  },
);
