// The form of an act that needs a passkey shown lately: where that is too long ago it asks for the passkey itself, so that nothing typed is lost.

import { textsFor } from "@posthorn/texts";
import { isStaffFresh } from "@posthorn/usecases";
import { Button, type ButtonProps, CsrfField, type Markup, type PageFrame, PasskeyForm } from "@posthorn/web";
import type { PropsWithChildren } from "hono/jsx";
import type { Reader } from "../session/staff-sessions.ts";

export interface ActFormProps {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly action: string;
  readonly button: string;
  /**
   * `seal` for what destroys, or what nobody can take back; `primary` for what the page is for, one a page. Default `plain`.
   */
  readonly kind?: "plain" | "primary" | "seal";
  /** Beside the words of the button; where the passkey is asked for, a key stands there. */
  readonly icon?: ButtonProps["icon"];
  /** Id of the text that tells what follows. */
  readonly describedBy?: string;
  /** What refused the passkey that came with the form before, in words. */
  readonly refusal?: string | undefined;
}

/** The page loads the island `passkey`. Whoever takes the form reads it with `confirmInForm`. */
export function ActForm(props: PropsWithChildren<ActFormProps>): Markup {
  const { frame, reader, action, button } = props;
  if (isStaffFresh(reader.staff, reader.arrivedAt)) {
    return (
      <form method="post" action={action} class="stack">
        <CsrfField token={frame.csrfToken} />
        {props.children}
        <div>
          <Button kind={props.kind ?? "plain"} icon={props.icon} describedBy={props.describedBy}>
            {button}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <PasskeyForm
      language={frame.language}
      act="get"
      beginPath="/confirm/begin"
      action={action}
      csrfToken={frame.csrfToken}
      button={button}
      kind={props.kind ?? "plain"}
      refusal={props.refusal}
    >
      {props.children}
      <p class="hint">{textsFor(frame.language).backoffice.confirm.withForm}</p>
    </PasskeyForm>
  );
}
