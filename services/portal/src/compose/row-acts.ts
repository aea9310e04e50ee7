// The buttons of one addressee's row: asking the directory, saving in the address book, using the consent of the ledger.

import { AppError, nestRow } from "@posthorn/domain";
import { durationInWords, textsFor } from "@posthorn/texts";
import {
  addContact,
  type DraftAddressee,
  type DraftForm,
  findRegistered,
  type SessionMember,
} from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { visitorOf } from "../session/visitor.ts";
import { consentsOfRows, withConsent } from "./fill-addressees.ts";

/** What is said in a row, about what was just asked there. */
export interface RowNote {
  readonly row: number;
  readonly tone: "ok" | "info" | "warn";
  readonly text: string;
}

/** Asks the directory for the address of this row; too many questions are answered with a word, not with a problem page. */
export async function askDirectory(
  c: WebContext,
  deps: PortalDeps,
  member: SessionMember,
  { form, row }: { readonly form: DraftForm; readonly row: number },
): Promise<RowNote> {
  const language = c.get("language");
  const words = textsFor(language).contacts.compose;
  const say = (tone: RowNote["tone"], text: string): RowNote => ({ row, tone, text });
  const email = form.addressees[row]?.["email"] ?? "";
  try {
    const found = await findRegistered(deps.ctx, deps.contacts.directory, {
      accountId: member.accountId,
      personId: member.personId,
      email,
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    return found === null
      ? say("info", words.notRegistered)
      : say("ok", words.registered(`${found.firstNames} ${found.familyName}`));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "email_invalid") return say("warn", words.askEmail);
    if (error.code !== "too_many_tries") throw error;
    const wait = Temporal.Duration.from({ seconds: error.retryAfterSeconds ?? 60 });
    return say("warn", words.askedTooOften(durationInWords(language, wait)));
  }
}

/** Who stands there already is saved all the same: nothing is said of him that the account does not know. */
export async function saveAsContact(
  c: WebContext,
  deps: PortalDeps,
  member: SessionMember,
  { form, row }: { readonly form: DraftForm; readonly row: number },
): Promise<RowNote> {
  const words = textsFor(c.get("language")).contacts.compose;
  try {
    await addContact(deps.ctx, member, nestRow(form.addressees[row] ?? {}));
    return { row, tone: "ok", text: words.saved };
  } catch (error) {
    if (error instanceof AppError && error.code === "contact_known")
      return { row, tone: "ok", text: words.saved };
    if (error instanceof AppError && error.code === "contact_invalid")
      return { row, tone: "warn", text: words.saveRefused };
    throw error;
  }
}

/** The form with the consent that stands for this row; as it was where none does. */
export async function useConsent(
  deps: PortalDeps,
  member: SessionMember,
  { form, row }: { readonly form: DraftForm; readonly row: number },
): Promise<DraftForm> {
  const [consent] = await consentsOfRows(deps.ctx, member.accountId, form.addressees.slice(row, row + 1));
  if (!consent || consent.withdrawn !== null) return form;
  return {
    ...form,
    addressees: form.addressees.map((each, index): DraftAddressee =>
      index === row ? withConsent(each, consent) : each,
    ),
  };
}
