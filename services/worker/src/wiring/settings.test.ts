import { parseEnv } from "@posthorn/runtime";
import { expect, test } from "vitest";
import { mailbox, needed, SETTINGS } from "./settings.ts";

test("the sender's address is read with or without a name", () => {
  expect(mailbox().read("Posthorn <no-reply@posthorn.example>")).toEqual({
    address: "no-reply@posthorn.example",
    domain: "posthorn.example",
    name: "Posthorn",
  });
  expect(mailbox().read("no-reply@posthorn.example")).toEqual({
    address: "no-reply@posthorn.example",
    domain: "posthorn.example",
  });
  expect(() => mailbox().read("nobody")).toThrow("is no mail address");
});

test("every missing or malformed setting is named at once, and no key is printed", () => {
  const problems = (() => {
    try {
      parseEnv(SETTINGS, { LINK_KEY: "c2hvcnQ=" });
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  })();
  for (const name of [
    "DATABASE_URL",
    "PORT",
    "MAIL_FROM",
    "LINK_KEY is no key of 32 bytes",
    "VERP_KEY is not set",
  ])
    expect(problems).toContain(name);
  expect(problems).not.toContain("c2hvcnQ=");
});

test("what the chosen provider needs is named", () => {
  expect(() => needed({ SMTP_URL: undefined } as never, "SMTP_URL")).toThrow("SMTP_URL is not set");
});
