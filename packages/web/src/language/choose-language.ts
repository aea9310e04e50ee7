// Chooses the language of a page: what was asked for by query, then the cookie, the account, the browser, the default.

import { isLanguage } from "@posthorn/domain";
import type { Language } from "@posthorn/domain";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { WebContext, WebEnv } from "../app/env.ts";

export type LanguageSource = "query" | "cookie" | "account" | "browser" | "default";

export const LANGUAGE_COOKIE = "__Host-lang";
const A_YEAR_IN_SECONDS = 365 * 24 * 3600;

/** Sets `language` and its source; `?lang=` is remembered in a cookie. Never throws. */
export function chooseLanguage(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { language, source } = await decideLanguage(c);
    c.set("language", language);
    c.set("languageSource", source);
    if (source === "query") {
      setCookie(c, LANGUAGE_COOKIE, language, {
        path: "/",
        secure: true,
        httpOnly: true,
        sameSite: "Lax",
        maxAge: A_YEAR_IN_SECONDS,
      });
    }
    await next();
    c.res.headers.set("Content-Language", c.get("language"));
    c.res.headers.append("Vary", "Accept-Language, Cookie");
  };
}

/** For pages that learn later whom they are for (the addressee of a notice): applies unless the reader chose a language himself. */
export function preferLanguage(c: WebContext, language: Language): void {
  const source = c.get("languageSource");
  if (source === "query" || source === "cookie") return;
  c.set("language", language);
  c.set("languageSource", "account");
}

/** The best of our languages for an `Accept-Language` header, or undefined. */
export function languageOfBrowser(header: string | undefined): Language | undefined {
  const wishes = (header ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return {
        language: tag.toLowerCase().split("-")[0],
        quality: quality === undefined ? 1 : Number(quality.slice(2)),
      };
    })
    .filter(({ quality }) => quality > 0);
  // The sort is stable: among equals the browser's own order stays.
  return wishes
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ language }) => language)
    .find(isLanguage);
}

async function decideLanguage(c: WebContext): Promise<{ language: Language; source: LanguageSource }> {
  const settings = c.get("settings");
  const asked = c.req.query("lang");
  if (isLanguage(asked)) return { language: asked, source: "query" };
  const remembered = getCookie(c, LANGUAGE_COOKIE);
  if (isLanguage(remembered)) return { language: remembered, source: "cookie" };
  const account = await settings.accountLanguage?.(c);
  if (account !== undefined) return { language: account, source: "account" };
  const browser = languageOfBrowser(c.req.header("Accept-Language"));
  if (browser !== undefined) return { language: browser, source: "browser" };
  return { language: settings.defaultLanguage ?? "nl", source: "default" };
}
