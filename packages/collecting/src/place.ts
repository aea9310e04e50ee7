// Where the pages of a delivery stand and what opens them there: behind a link that was sent, or in an inbox.

import type { Language } from "@posthorn/domain";
import type { Presented } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";

export interface Way {
  readonly href: string;
  readonly label: string;
}

export interface Place {
  /** Path before a delivery's identifier. */
  readonly base: "/d" | "/inbox";
  /** Where the site knows who reads, his language goes before the one that the sender gave. */
  readonly inReadersLanguage?: boolean;
  /** What the browser shows before identification; empty where it holds nothing of this delivery. */
  presented(c: WebContext, deliveryId: string): Presented;
  /** What it must show besides the session of who identified himself. */
  besideSession(c: WebContext, deliveryId: string): Presented;
  /** Forgets what no longer opens. */
  close(c: WebContext, deliveryId: string): void;
  /** For a browser that holds nothing of this delivery. */
  showClosed(c: WebContext): Promise<Response>;
  /** For what opens nothing, or nothing any more. */
  showUnknown(c: WebContext): Promise<Response>;
  /** Where one begins anew. */
  start(language: Language): Way;
  /** Stands above each page. */
  back?(language: Language): Way;
  /** The check code of the notice, where that is what was shown. */
  checkCode(c: WebContext, deliveryId: string): string | undefined;
  /** Public address at which check codes are typed. */
  readonly checkCodeUrl: string;
}
