// Somebody without account asks for one of his rights by the public form: a code goes to the address that he gives, whether or not anything
// is held of it; the page and the time it takes are the same (GDPR art. 12(2), 12(6)).

import { transact, type Transaction } from "@posthorn/db";
import {
  emailKey,
  failed,
  isLanguage,
  type Language,
  type Parsed,
  parseChoice,
  parseEmail,
  parseRequiredLine,
  RIGHTS_KINDS,
  type RightsKind,
} from "@posthorn/domain";
import type { TryLimit } from "../account/ports.ts";
import type { Context } from "../context.ts";
import { oweMailTo } from "../mailed-link/owe-link.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { errorsOf, newRequestId, parseRequestWords, writeRequest } from "./ask-request.ts";

/** How long a code is good. */
export const RIGHTS_CODE_MINUTES = 15;

export interface RightsLimits {
  /** Requests, and new codes, by network address, by the address that is written to, and in all. */
  readonly byAddress: TryLimit;
  readonly byMailbox: TryLimit;
  readonly inAll: TryLimit;
  /** Codes that are typed, by network address: of one code five at most, whoever types them. */
  readonly codes: TryLimit;
  /** Requests of one account holder. */
  readonly byPerson: TryLimit;
}

/** By a code to the address, by itsme or eID; or on paper, with a document, where nobody can read that mailbox any more. */
export const RIGHTS_PROOFS = ["codes", "identity", "document"] as const;
type RightsProof = (typeof RIGHTS_PROOFS)[number];

export interface PublicRequest {
  readonly kind: RightsKind;
  readonly name: string;
  readonly firstNames: string;
  readonly email: string;
  readonly words: string | null;
  readonly language: Language;
  readonly letterCode: string | null;
  readonly onBehalf: { readonly name: string; readonly authority: string } | null;
  readonly proof: RightsProof;
}

const NAME_MAX = 100;
const AUTHORITY_MAX = 300;

/** `letterCode` reads a check code as people type it; null where it is none. `proofs` are those that are offered. */
export function parsePublicRequest(
  form: Readonly<Record<string, string | undefined>>,
  letterCode: (typed: string) => string | null,
  proofs: readonly RightsProof[] = RIGHTS_PROOFS,
): Parsed<PublicRequest> {
  const kind = parseChoice("kind", form["kind"], RIGHTS_KINDS);
  const name = parseRequiredLine("name", form["name"], NAME_MAX);
  const firstNames = parseRequiredLine("first_names", form["first_names"], NAME_MAX);
  const email = required(parseEmail("email", form["email"]));
  const words = parseRequestWords(kind.ok ? kind.value : null, form["words"]);
  const proof = parseChoice("proof", form["proof"] ?? "codes", proofs);
  const code = readCode(form["letter_code"] ?? "", letterCode);
  const behalf = form["for"] === "other";
  const by = behalf ? parseRequiredLine("behalf_name", form["behalf_name"], NAME_MAX) : null;
  const authority = behalf ? parseRequiredLine("authority", form["authority"], AUTHORITY_MAX) : null;
  const all = [
    kind,
    name,
    firstNames,
    email,
    words,
    proof,
    code,
    ...(by ? [by] : []),
    ...(authority ? [authority] : []),
  ];
  if (
    !kind.ok ||
    !name.ok ||
    !firstNames.ok ||
    !email.ok ||
    !words.ok ||
    !proof.ok ||
    !code.ok ||
    by?.ok === false ||
    authority?.ok === false
  )
    return { ok: false, errors: [...errorsOf(all)] };
  return {
    ok: true,
    value: {
      kind: kind.value,
      name: name.value,
      firstNames: firstNames.value,
      email: email.value,
      words: words.value,
      language: isLanguage(form["language"]) ? form["language"] : "en",
      letterCode: code.value,
      onBehalf: by && authority ? { name: by.value, authority: authority.value } : null,
      proof: proof.value,
    },
  };
}

function required(email: Parsed<string | null>): Parsed<string> {
  if (!email.ok) return email;
  return email.value === null ? failed("email", "required") : { ok: true, value: email.value };
}

function readCode(typed: string, read: (typed: string) => string | null): Parsed<string | null> {
  if (typed.trim() === "") return { ok: true, value: null };
  const code = read(typed);
  return code === null ? failed("letter_code", "letter_code_invalid") : { ok: true, value: code };
}

export interface PublicAct {
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/** Returns the id that the next page goes by; unguessable. Errors: too_many `too_many_tries`, whatever is known of the address. */
export async function askRightPublicly(
  ctx: Context,
  limits: Pick<RightsLimits, "byAddress" | "byMailbox" | "inAll">,
  asked: PublicAct & { readonly request: PublicRequest },
): Promise<{ readonly requestId: string; readonly number: number }> {
  const { request, visitor, arrivedAt: at } = asked;
  await limits.byAddress.consume(visitor.ip);
  await limits.inAll.consume("all");
  await limits.byMailbox.consume(emailKey(request.email));
  const requestId = newRequestId(ctx, at);
  return transact(ctx.db, { rightsRequest: requestId }, async (trx) => {
    const row = await writeRequest(trx, {
      id: requestId,
      kind: request.kind,
      channel: "form",
      name: request.name,
      first_names: request.firstNames,
      email: request.email,
      language: request.language,
      words: request.words,
      letter_code: request.letterCode,
      on_behalf_name: request.onBehalf?.name ?? null,
      on_behalf_authority: request.onBehalf?.authority ?? null,
      by_code: request.proof === "codes",
      identity: "open",
      at,
    });
    if (request.proof === "codes") {
      await trx
        .insertInto("rights_request_code")
        .values({ request_id: requestId, expires_at: at.add({ minutes: RIGHTS_CODE_MINUTES }) })
        .execute();
      await oweCode(trx, ctx, { ...request, requestId, at });
    }
    await logUse(trx, ctx, { act: "rights_asked", at, visitor, subject: requestId });
    return { requestId, number: row.number };
  });
}

/** The code itself is made where the mail is sent. */
export function oweCode(
  trx: Transaction,
  ctx: Context,
  owed: {
    readonly requestId: string;
    readonly email: string;
    readonly name: string;
    readonly firstNames: string;
    readonly language: Language;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { requestId, email, language, at } = owed;
  const name = `${owed.firstNames} ${owed.name}`.trim();
  return oweMailTo(trx, ctx, {
    kind: "rights_code",
    to: { email, name, language },
    facts: { code_for: requestId },
    at,
  });
}
