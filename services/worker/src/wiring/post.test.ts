import { parseEnv } from "@posthorn/runtime";
import { expect, test } from "vitest";
import { postBy } from "./post.ts";
import { providersOf, SETTINGS } from "./settings.ts";

const KEY = Buffer.alloc(32, 1).toString("base64");
const OTHERS = {
  DATABASE_URL: "postgres://worker@localhost/posthorn",
  PORT: "4408",
  ISSUER_NAME: "Posthorn",
  PORTAL_URL: "https://portal.example",
  COLLECT_URL: "https://collect.example",
  CONTENT_URL: "file:/content",
  MAIL_FROM: "no-reply@posthorn.example",
  BOUNCE_DOMAIN: "bounce.posthorn.example",
  SMTP_URL: "smtps://relay.example",
  VERP_KEY: KEY,
  LINK_KEY: KEY,
  CODE_KEY: KEY,
  CHECK_CODE_KEY: KEY,
};
const BPOST = {
  CARRIER: "bpost",
  BPOST_URL: "https://sen-ac2.bpost.example",
  BPOST_API_KEY: "key",
  BPOST_ACCOUNT: "843249",
  RETURN_ADDRESS: "Posthorn, Kouter 7, 9000 Gent",
};
const settingsOf = (more: Readonly<Record<string, string>> = {}) =>
  parseEnv(SETTINGS, { ...OTHERS, ...more });

test("without a carrier letters are numbered from ranges, and handed over to the operator that is named", () => {
  const post = postBy(
    settingsOf({
      POSTAL_OPERATOR: "bpost",
      POSTAL_SERVICE: "nl=Aangetekend;fr=Recommandé",
      NUMBER_RANGE: "010541288500000000000000000000-010541288500000000000000000999",
      NUMBER_RANGE_ABROAD: "RR47310000BE-RR47319999BE",
    }),
  );
  expect(post).toMatchObject({
    carrier: null,
    domestic: { kind: "range", first: 0, last: 999 },
    abroad: { kind: "s10", first: 0, last: 9_999 },
    operator: { name: "bpost", service: "Aangetekend" },
  });
  expect(postBy(settingsOf())).toMatchObject({ carrier: null, domestic: null, abroad: null });
});

test("a carrier that is connected is the operator, and somebody whom personal data is handed to", () => {
  const settings = settingsOf({ ...BPOST, POSTAL_OPERATOR: "somebody else" });
  expect(postBy(settings)).toMatchObject({
    carrier: { name: "bpost" },
    operator: { name: "bpost", service: "Aangetekende zending" },
  });
  const use = { role: "carrier", url: "https://sen-ac2.bpost.example/" };
  expect(providersOf(settings)).toContainEqual(use);
  expect(providersOf(settingsOf()).map(({ role }) => role)).not.toContain("carrier");
});

test.each(["BPOST_API_KEY", "BPOST_ACCOUNT", "RETURN_ADDRESS"] as const)(
  "a carrier without %s is none",
  (name) => {
    expect(() => postBy(settingsOf({ ...BPOST, [name]: "" }))).toThrow(name);
  },
);

test("ranges in each other's place, and what is no range, are named at the start", () => {
  const domestic = "010541288500000000000000000000-010541288500000000000000000999";
  expect(() => settingsOf({ NUMBER_RANGE: "RR47310000BE-RR47319999BE" })).toThrow(
    "NUMBER_RANGE has numbers for abroad",
  );
  expect(() => settingsOf({ NUMBER_RANGE_ABROAD: domestic })).toThrow(
    "NUMBER_RANGE_ABROAD has numbers within Belgium",
  );
  expect(() => settingsOf({ NUMBER_RANGE: "1-2" })).toThrow("NUMBER_RANGE has numbers that are neither");
});
