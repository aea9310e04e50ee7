import { LANGUAGES } from "@posthorn/domain";
import { expect, test } from "vitest";
import { codeSms, noticeSms, reminderSms } from "../sms/texts.ts";
import { smsSegments } from "../sms/gsm7.ts";
import { codeMail } from "./code.ts";
import { extendedMail } from "./extended.ts";
import { type NoticeFacts, noticeMail, reminderMail } from "./notice.ts";

const NAME = "Notaris Vermeulen";
const until = Temporal.PlainDate.from("2026-12-06");

const words = (language: NoticeFacts["language"], sender: string | null): NoticeFacts => ({
  language,
  service: "Posthorn",
  addressee: "Jan Peeters",
  sender: sender === null ? null : { name: sender, town: "Mechelen" },
  collectUntil: until,
  collectionDays: 15,
  link: "https://collect.example/l/x",
  checkCode: "K7QM-4RTX-92VB",
  checkUrl: "https://collect.example",
  postalFallback: false,
  addressWanted: false,
  requiredIdentification: "codes",
  withSms: true,
  trustStatus: "demonstration",
});

function everything(language: NoticeFacts["language"], sender: string | null): readonly string[] {
  const facts = words(language, sender);
  const code = { language, sender, code: "123456", validMinutes: 10 };
  const mails = [
    noticeMail(facts),
    reminderMail(facts),
    codeMail({ ...facts, ...code }),
    extendedMail({ ...facts, sender, outageMinutes: 90, outage: null }),
  ];
  const texts = [noticeSms({ ...facts, sender }), reminderSms({ ...facts, sender }), codeSms(code)];
  for (const text of texts) expect(smsSegments(text)).toBeLessThanOrEqual(2);
  return [...mails.flatMap(({ subject, text, html }) => [subject, text, html]), ...texts];
}

test.each(LANGUAGES)(
  "%s: a sender who is named after acceptance stands in no mail and no text message",
  (language) => {
    expect(everything(language, NAME).join()).toContain(NAME);
    for (const text of everything(language, null)) {
      expect(text).not.toMatch(/Vermeulen|Mechelen|null|undefined/);
    }
  },
);

test("the words stand where the name would", () => {
  const mail = noticeMail(words("en", null));
  expect(mail.subject).toBe(
    "Registered message for Jan Peeters from a sender whose name you see once you accept",
  );
  expect(mail.text).toContain("A sender whose name you see once you accept has sent you");
  expect(noticeMail(words("de", null)).text).toContain(
    "Jemand (der Name erscheint nach Ihrer Annahme) hat Ihnen",
  );
  expect(noticeSms({ ...words("fr", null), sender: null })).toContain("quelqu'un (nom visible apr");
});
