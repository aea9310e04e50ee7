import { expect, test } from "vitest";
import { makeSite } from "../test-site/site.ts";
import { languageOfBrowser, preferLanguage } from "./choose-language.ts";

async function languageFor(path: string, headers: Record<string, string>, settings = {}) {
  const { app } = makeSite(settings);
  app.get("/", (c) => c.text(c.get("language")));
  app.get("/notice", (c) => {
    preferLanguage(c, "de");
    return c.text(c.get("language"));
  });
  const answer = await app.request(path, { headers });
  expect(answer.headers.get("Content-Language")).toBe(await answer.clone().text());
  return { language: await answer.text(), cookie: answer.headers.get("Set-Cookie") };
}

test("query, then cookie, then account, then browser, then Dutch", async () => {
  const headers = { Cookie: "__Host-lang=fr", "Accept-Language": "en" };
  const account = { accountLanguage: () => "de" as const };
  expect(await languageFor("/?lang=nl", headers, account)).toMatchObject({ language: "nl" });
  expect(await languageFor("/", headers, account)).toMatchObject({ language: "fr", cookie: null });
  expect(await languageFor("/", { "Accept-Language": "en" }, account)).toMatchObject({ language: "de" });
  expect(await languageFor("/", { "Accept-Language": "en" })).toMatchObject({ language: "en" });
  expect(await languageFor("/", {})).toMatchObject({ language: "nl" });
});

test("a choice by query is remembered; one that is none is ignored", async () => {
  expect((await languageFor("/?lang=de", {})).cookie).toMatch(
    /^__Host-lang=de; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(await languageFor("/?lang=xx", { Cookie: "__Host-lang=zz", "Accept-Language": "fr" })).toEqual({
    language: "fr",
    cookie: null,
  });
});

test("the addressee's language applies until he chooses another", async () => {
  expect((await languageFor("/notice", { "Accept-Language": "en" })).language).toBe("de");
  expect((await languageFor("/notice", { Cookie: "__Host-lang=fr" })).language).toBe("fr");
  expect((await languageFor("/notice?lang=nl", {})).language).toBe("nl");
});

test("Accept-Language is read by quality, with regions, and survives nonsense", () => {
  expect(languageOfBrowser("pt-PT, fr-BE;q=0.8, nl-BE;q=0.9")).toBe("nl");
  expect(languageOfBrowser("EN-gb")).toBe("en");
  expect(languageOfBrowser("de;q=0, fr;q=0.1")).toBe("fr");
  expect(languageOfBrowser("*, ;;q=x,,")).toBeUndefined();
  expect(languageOfBrowser(undefined)).toBeUndefined();
});
