// The form in which a passkey is made or answers; the page loads the island `passkey`.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { PropsWithChildren } from "hono/jsx";
import { Button, type ButtonProps } from "./button.tsx";
import { CsrfField } from "./csrf-field.tsx";
import type { Markup } from "./markup.ts";
import { Note } from "./note.tsx";

/** Names of the fields that come with the post: which question, and the answer as JSON. */
export const PASSKEY_CEREMONY_FIELD = "ceremony";
export const PASSKEY_ANSWER_FIELD = "answer";

export interface PasskeyFormProps {
  readonly language: Language;
  /** Whether the authenticator makes a new passkey, or one that exists answers. */
  readonly act: "create" | "get";
  /** Answers a POST with `{ ceremonyId, options }` as JSON. */
  readonly beginPath: string;
  /** Where the answer is posted. */
  readonly action: string;
  readonly csrfToken: string;
  /** Words of the button. */
  readonly button: string;
  /** As of a button; default `primary`. */
  readonly kind?: ButtonProps["kind"];
  readonly wide?: boolean;
  /** What refused the last answer, in words. */
  readonly refusal?: string | undefined;
  /**
   * Offers passkeys among the autofill of a field on the page whose `autocomplete` ends in `webauthn`, too.
   * One form of a page at most.
   */
  readonly autofill?: boolean;
}

/** `children` may be further fields; they are shown where there are scripts, as without them nothing can be sent. */
export function PasskeyForm(props: PropsWithChildren<PasskeyFormProps>): Markup {
  const { language, refusal } = props;
  const { passkeys: words } = textsFor(language);
  return (
    <form
      method="post"
      action={props.action}
      class="stack"
      data-island="passkey"
      data-act={props.act}
      data-begin={props.beginPath}
      data-words={JSON.stringify(words.island)}
      {...(props.autofill === true ? { "data-autofill": "" } : {})}
    >
      <CsrfField token={props.csrfToken} />
      <input type="hidden" name={PASSKEY_CEREMONY_FIELD} value="" autocomplete="off" data-passkey-ceremony />
      <input type="hidden" name={PASSKEY_ANSWER_FIELD} value="" autocomplete="off" data-passkey-answer />
      <div data-passkey-failure hidden={refusal === undefined}>
        <Note tone="stop" role="alert">
          <p data-passkey-reason>{refusal ?? ""}</p>
        </Note>
      </div>
      <div class="if-no-script">
        <Note tone="info">{words.withoutScript}</Note>
      </div>
      <div class="if-script stack" data-passkey-means>
        {props.children}
        <div>
          <Button kind={props.kind ?? "primary"} icon="key" wide={props.wide ?? false}>
            {props.button}
          </Button>
        </div>
      </div>
      <p role="status" class="muted" data-passkey-status></p>
    </form>
  );
}
