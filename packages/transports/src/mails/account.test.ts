import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { expect, test } from "vitest";
import { accountMail, type AccountMailKind } from "../index.ts";

const KINDS = Object.keys(textsFor("en").accountMails.kinds) as AccountMailKind[];
const at = Temporal.Instant.from("2026-11-23T13:05:00Z");

test.each(LANGUAGES.flatMap((language) => KINDS.map((kind) => [language, kind] as const)))(
  "in %s a mail about %s says what, when, from where, what to do, and has no link",
  (language, kind) => {
    const facts = { browser: "Firefox", os: "Windows", name: "Lotte’s <phone>" };
    const mail = accountMail({
      language,
      service: "Posthorn",
      kind,
      at,
      facts,
      host: "portal.posthorn.example",
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
  },
);

test("facts that are not known are left out or said to be unknown, and others are never shown by their name", () => {
  const mail = accountMail({
    language: "en",
    service: "Posthorn",
    kind: "identified",
    at,
    facts: { browser: "?", os: "?", method: "eid", secret: "not to be shown" },
    host: "portal.posthorn.example",
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
  });
  expect(alone.text).toContain("Browser: Firefox\n");
});
