// The form in which an identity card answers through the Web eID extension; the page loads the island `web-eid`.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { PropsWithChildren } from "hono/jsx";
import { CsrfField } from "./csrf-field.tsx";
import type { Markup } from "./markup.ts";
import { Note } from "./note.tsx";

/** Name of the field in which the token arrives, as JSON. */
export const WEB_EID_FIELD = "web_eid_token";

const EXTENSION_SITE = "https://web-eid.eu/";
const MIDDLEWARE_SITES: Readonly<Record<Language, string>> = {
  nl: "https://eid.belgium.be/nl",
  fr: "https://eid.belgium.be/fr",
  de: "https://eid.belgium.be/de",
  en: "https://eid.belgium.be/en",
};

export interface WebEidFormProps {
  readonly language: Language;
  /** Where the token is posted, as `WEB_EID_FIELD`. */
  readonly action: string;
  readonly csrfToken: string;
  /** The challenge, base64, fresh for this page and bound to the session. */
  readonly nonce: string;
  /** The site's own public origin, for which the card must sign. */
  readonly origin: string;
  /** Code of what refused the last token; see `eidRefusal`. */
  readonly refusal?: string | undefined;
}

/** `children` may be further hidden fields. */
export function WebEidForm(props: PropsWithChildren<WebEidFormProps>): Markup {
  const { language, refusal } = props;
  const { webEid: words } = textsFor(language);
  return (
    <form
      method="post"
      action={props.action}
      class="stack"
      data-island="web-eid"
      data-nonce={props.nonce}
      data-origin={props.origin}
      data-answer-language={language}
      data-words={JSON.stringify(words.island)}
    >
      <CsrfField token={props.csrfToken} />
      <input type="hidden" name={WEB_EID_FIELD} value="" autocomplete="off" data-web-eid-token />
      {props.children}
      <p>{words.lead}</p>
      <details>
        <summary>{words.needs.title}</summary>
        <ul>
          <li>{words.needs.card}</li>
          <li>
            {words.needs.middleware}{" "}
            <Site url={MIDDLEWARE_SITES[language]}>{words.needs.middlewareLink}</Site>
          </li>
          <li>
            {words.needs.extension} <Site url={EXTENSION_SITE}>{words.needs.extensionLink}</Site>
          </li>
        </ul>
      </details>
      <div data-web-eid-failure hidden={refusal === undefined}>
        <Note tone="stop" role="alert">
          <p data-web-eid-reason>{refusal === undefined ? "" : eidRefusal(language, refusal)}</p>
          <p data-web-eid-install hidden>
            <Site url={EXTENSION_SITE}>{words.needs.extensionLink}</Site>
          </p>
        </Note>
      </div>
      <p role="status" data-web-eid-status></p>
      <div class="if-no-script">
        <Note tone="warn">{words.withoutScript}</Note>
      </div>
      <div class="if-script">
        <button type="submit" class="btn primary" data-web-eid-button>
          {words.button}
        </button>
      </div>
    </form>
  );
}

function Site({ url, children }: PropsWithChildren<{ readonly url: string }>): Markup {
  return (
    <a href={url} rel="noreferrer">
      {children}
    </a>
  );
}

/** What a person is told whose card was refused, by the code of the AppError. An unknown code gives the general words. */
export function eidRefusal(language: Language, code: string): string {
  const { refusals, island } = textsFor(language).webEid;
  const known: Readonly<Record<string, string>> = refusals;
  return known[code] ?? island.failed;
}
