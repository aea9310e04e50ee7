// What every request of a site carries in its Hono context, and what a service must say once about its site.

import type { Language, TrustStatus } from "@posthorn/domain";
import type { Context } from "hono";
import type { Assets } from "../assets/assets.ts";
import type { LanguageSource } from "../language/choose-language.ts";

/** The logger a service injects; pino fits. Nothing personal is ever passed to it. */
export interface WebLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SiteSettings {
  /** Short name of the service, a-z: names its cookies (`__Host-<service>`). */
  readonly service: string;
  /** Public origin as browsers see it, e.g. `https://portal.example`; behind a proxy the request does not tell. */
  readonly origin: string;
  readonly trustStatus: TrustStatus;
  /** Address below which the privacy notice and the page about cookies stand, with a slash at its end; without it no foot links to them. */
  readonly privacyUrl?: string;
  readonly assets: Assets;
  readonly log: WebLog;
  /** Used where neither query, cookie, account nor browser says; default `nl`. */
  readonly defaultLanguage?: Language;
  /** The language of who is signed in, where the service knows it before the page is made. */
  readonly accountLanguage?: (c: Context<WebEnv>) => Language | undefined | Promise<Language | undefined>;
  /** Origins outside the site to which a form may lead by redirect (an identity provider, a payment page). */
  readonly formActions?: readonly string[];
  /** Where a page that needs a session sends a browser without one; without it such pages answer 401. */
  readonly signInPath?: string;
  /**
   * Bytes a request's body may have; default 1 MiB. Uploads bring their own limits: answer `Infinity` for their paths,
   * but never for urlencoded forms, which are read whole.
   */
  readonly bodyBytes?: (method: string, path: string, contentType: string) => number;
  /**
   * Paths whose route reads a multipart form by `formParts`, which checks the token in it. Everywhere else a multipart body
   * without the token in a header is refused: nobody would look for it. Default none.
   */
  readonly readsMultipart?: (path: string) => boolean;
  /** True only where a proxy of ours sets `X-Forwarded-For` itself; default false. */
  readonly trustedProxy?: boolean;
}

export interface WebVariables {
  settings: SiteSettings;
  requestId: string;
  /** Of this response's CSP, base64. */
  nonce: string;
  language: Language;
  languageSource: LanguageSource;
  /** Raw secret of the double-submit cookie, once asked for. */
  csrfSecret: string;
}

export interface WebEnv {
  Variables: WebVariables;
}

export type WebContext = Context<WebEnv>;
