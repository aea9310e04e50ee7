import { LANGUAGES, type RightsLetter } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { expect, test } from "vitest";
import { accountMail, type AccountMailKind } from "../index.ts";

const KINDS = Object.keys(textsFor("en").accountMails.kinds) as AccountMailKind[];
const LINKED: Readonly<Record<string, true>> = {
  registration_link: true,
  invitation_link: true,
  email_change_link: true,
};
/** To who may have asked for nothing: they say so instead of warning of a stranger in an account. */
const UNASKED: Readonly<Record<string, true>> = Object.fromEntries(
  KINDS.filter((kind) => "unasked" in textsFor("en").accountMails.kinds[kind]).map((kind) => [kind, true]),
);
const at = Temporal.Instant.from("2026-11-23T13:05:00Z");

test.each(
  LANGUAGES.flatMap((language) =>
    KINDS.filter((kind) => !UNASKED[kind]).map((kind) => [language, kind] as const),
  ),
)("in %s a mail about %s says what, when, from where, what to do, and has no link", (language, kind) => {
  const facts = { browser: "Firefox", os: "Windows", name: "Lotte’s <phone>" };
  const mail = accountMail({
    language,
    service: "Posthorn",
    kind,
    at,
    facts,
    host: "portal.posthorn.example",
    deskContact: "",
  });
  expect(mail.subject).not.toBe("");
  expect(mail.text).toMatch(/14[.:h ]+05/);
  expect(mail.text).toContain("Firefox");
  expect(mail.text).toContain("Windows");
  expect(mail.text).toContain("portal.posthorn.example");
  expect(mail.text).toContain("Lotte’s <phone>");
  expect(mail.html).toContain("Lotte’s &lt;phone&gt;");
  expect(mail.text + mail.html).not.toMatch(/https?:|href=/);
  expect(mail.text).not.toContain("!");
});

test("facts that are not known are left out or said to be unknown, and others are never shown by their name", () => {
  const mail = accountMail({
    language: "en",
    service: "Posthorn",
    kind: "identified",
    at,
    facts: { browser: "?", os: "?", method: "eid", secret: "not to be shown" },
    host: "portal.posthorn.example",
    deskContact: "",
  });
  expect(mail.text).toContain("Browser: Not known");
  expect(mail.text).toContain("With: Identity card");
  expect(mail.text).not.toContain("not to be shown");
  const alone = accountMail({
    language: "en",
    service: "Posthorn",
    kind: "new_device",
    at,
    facts: { browser: "Firefox", os: "?" },
    host: "portal.posthorn.example",
    deskContact: "",
  });
  expect(alone.text).toContain("Browser: Firefox\n");
});

test.each(
  LANGUAGES.flatMap((language) =>
    Object.keys(LINKED).map((kind) => [language, kind as AccountMailKind] as const),
  ),
)("in %s the mail of %s has its one link in text and HTML", (language, kind) => {
  const url = "https://portal.posthorn.example/x/abc";
  const mail = accountMail({
    language,
    service: "Posthorn",
    kind,
    at,
    facts: { company: "Immo <b>" },
    host: "portal.posthorn.example",
    deskContact: "",
    url,
  });
  expect(mail.text.match(/https?:\S+/g)).toEqual([url]);
  expect(mail.html.match(/href="[^"]*"/g)).toEqual([`href="${url}"`]);
  expect(mail.html).toContain("Immo &lt;b&gt;");
  expect(mail.text).not.toContain("!");
});

test.each(
  LANGUAGES.flatMap((language) =>
    KINDS.filter((kind) => UNASKED[kind] && !LINKED[kind]).map((kind) => [language, kind] as const),
  ),
)(
  "in %s a mail about %s says whom it is about and what to do if it is a mistake, and has no link",
  (language, kind) => {
    const mail = accountMail({
      language,
      service: "Posthorn",
      kind,
      at,
      facts: { company: "Ooms & <b>Zonen</b>", reason: "extract_old", words: "Page 2 is missing." },
      host: "portal.posthorn.example",
      deskContact: "",
    });
    expect(mail.text).toContain("Ooms & <b>Zonen</b>");
    expect(mail.html).toContain("Ooms &amp; &lt;b&gt;Zonen");
    expect(mail.text).toContain(textsFor(language).mandates.reasons.extract_old);
    expect(mail.text).toContain("Page 2 is missing.");
    expect(mail.text + mail.html).not.toMatch(/https?:|href=/);
    expect(mail.text).not.toMatch(/!|undefined/);
  },
);

test.each(LANGUAGES)("in %s whatever mail names the privacy desk says where it is reached", (language) => {
  const { accountMails, privacyPages } = textsFor(language);
  const told = (kind: AccountMailKind, deskContact: string) =>
    accountMail({
      language,
      service: "Posthorn",
      kind,
      at,
      facts: {},
      host: "portal.posthorn.example",
      deskContact,
    }).text;
  const desk = (value: string) =>
    textsFor(language).common.labelled({ label: privacyPages.desk.name, value });
  const named = KINDS.filter((kind) => {
    const { happened, after = "" }: { readonly happened: string; readonly after?: string } =
      accountMails.kinds[kind];
    return `${happened} ${after}`.toLowerCase().includes(privacyPages.desk.name.toLowerCase());
  });
  expect(named).toContain("breach_told");
  for (const kind of [...named.filter((name) => name !== "rights_letter"), "evidence_falling"] as const) {
    expect(told(kind, "")).toContain(desk("portal.posthorn.example/rights"));
    expect(told(kind, "privacy@posthorn.example")).toContain(
      desk("privacy@posthorn.example, portal.posthorn.example/rights"),
    );
  }
  const letter: RightsLetter = {
    letter: "identity",
    right: "access",
    number: 12,
    language,
    name: "Sofie Ooms",
    address: [],
    receivedOn: "2026-11-22",
    writtenOn: "2026-11-23",
  };
  const written = accountMail({
    language,
    service: "Posthorn",
    kind: "rights_letter",
    at,
    facts: { letter: JSON.stringify(letter) },
    host: "portal.posthorn.example",
    deskContact: "privacy@posthorn.example",
  });
  expect(written.text).toContain("privacy@posthorn.example, portal.posthorn.example/rights");
  expect(told("identified", "privacy@posthorn.example")).not.toContain("privacy@posthorn.example");
});
