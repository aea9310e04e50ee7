// A passkey that came with the form of an act: the session is fresh from then on, and the act goes on with what was typed.

import { textsFor } from "@posthorn/texts";
import { confirmStaff, STAFF_FRESH_MINUTES } from "@posthorn/usecases";
import { PASSKEY_CEREMONY_FIELD, setSessionCookie, type WebContext } from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import { readAnswer, visitOf } from "./read-answer.ts";
import { refusalOf } from "./sign-in.tsx";
import type { Reader } from "./staff-sessions.ts";

export interface ConfirmedAsk {
  readonly reader: Reader;
  /** Where a passkey came and was refused: in words, and the status to answer with. */
  readonly refused?: { readonly words: string; readonly status: 401 | 429 };
}

/** A form without a passkey leaves the session as it is; the verb then judges whether it is fresh. */
export async function confirmInForm(
  c: WebContext,
  deps: BackofficeDeps,
  reader: Reader,
  form: URLSearchParams,
): Promise<ConfirmedAsk> {
  if ((form.get(PASSKEY_CEREMONY_FIELD) ?? "") === "") return { reader };
  try {
    const { token } = await confirmStaff(
      deps.ctx,
      { passkeys: deps.passkeys, tries: deps.tries.passkeys, tokens: deps.tokens },
      { ...visitOf(c, deps), ...readAnswer(form), staff: reader.staff },
    );
    setSessionCookie(c, token, { sameSite: "Strict" });
    const freshUntil = reader.arrivedAt.add({ minutes: STAFF_FRESH_MINUTES });
    return {
      reader: { ...reader, staff: { ...reader.staff, tokenHash: deps.sessionHash(token), freshUntil } },
    };
  } catch (error) {
    return {
      reader,
      refused: refusalOf(c, error, textsFor(c.get("language")).backoffice.confirm.refused),
    };
  }
}
