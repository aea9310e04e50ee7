// What every layout needs of a request, taken out of the context once, so that components never see HTTP.

import type { Language, TrustStatus } from "@posthorn/domain";
import { LANGUAGES } from "@posthorn/domain";
import type { WebContext } from "../app/env.ts";
import type { Assets } from "../assets/assets.ts";
import { csrfToken } from "../security/csrf.ts";

export interface PageFrame {
  readonly language: Language;
  readonly trustStatus: TrustStatus;
  /** Below it stand the privacy notice and the page about cookies. */
  readonly privacyUrl?: string | undefined;
  readonly nonce: string;
  /** For `<CsrfField>`; also in the page's head, where islands find it. */
  readonly csrfToken: string;
  readonly assets: Assets;
  /** The same page in each language. */
  readonly languageLinks: Readonly<Record<Language, string>>;
}

/** Sets the CSRF cookie where there is none, so call it before the response is made. */
export function pageFrame(c: WebContext): PageFrame {
  const settings = c.get("settings");
  const url = new URL(c.req.url);
  const linkTo = (language: Language): string => {
    const query = new URLSearchParams(url.search);
    query.set("lang", language);
    return `${url.pathname}?${query.toString()}`;
  };
  return {
    language: c.get("language"),
    trustStatus: settings.trustStatus,
    privacyUrl: settings.privacyUrl,
    nonce: c.get("nonce"),
    csrfToken: csrfToken(c),
    assets: settings.assets,
    languageLinks: Object.fromEntries(LANGUAGES.map((language) => [language, linkTo(language)])) as Record<
      Language,
      string
    >,
  };
}
