// Begins one try to identify oneself: bound to the browser that begins, good once, for minutes.

import type { IdentificationAttemptTable, IdentificationPurpose, Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";

export type AttemptMethod = IdentificationAttemptTable["method"];
export type AttemptService = IdentificationAttemptTable["service"];

/** From the button to the answer; with Web eID the nonce must not outlive five minutes, at itsme people look for their phone. */
export const ATTEMPT_MINUTES: Readonly<Record<AttemptMethod, number>> = {
  itsme: 10,
  web_eid: 5,
  eid_tls: 10,
};

export interface AttemptFacts {
  readonly service: AttemptService;
  readonly purpose: IdentificationPurpose;
  readonly method: AttemptMethod;
  /** Of collect, with the generation of the link that was used. */
  readonly delivery?: { readonly id: string; readonly linkGeneration: number };
  /** Of the portal, where somebody is signed in. */
  readonly personId?: string;
  /** Of the portal, to show who asks for his rights. */
  readonly requestId?: string;
  /** Digest of the browser's cookie. */
  readonly browserHash: string;
  /** Digest of what comes back with the answer. */
  readonly stateHash: string;
  readonly nonce: string;
  readonly codeVerifier?: string;
  readonly language: Language;
  /** Where to go on afterwards, a path of the service. */
  readonly nextPath?: string;
  readonly at: Temporal.Instant;
}

/** Needs no scope: writing is all this does. */
export async function beginAttempt(
  trx: Transaction,
  ctx: Context,
  facts: AttemptFacts,
): Promise<{ readonly id: string; readonly expiresAt: Temporal.Instant }> {
  const id = ctx.newId("iat", facts.at);
  const expiresAt = facts.at.add({ minutes: ATTEMPT_MINUTES[facts.method] });
  await trx
    .insertInto("identification_attempt")
    .values({
      id,
      service: facts.service,
      purpose: facts.purpose,
      method: facts.method,
      delivery_id: facts.delivery?.id ?? null,
      link_generation: facts.delivery?.linkGeneration ?? null,
      person_id: facts.personId ?? null,
      request_id: facts.requestId ?? null,
      browser_hash: facts.browserHash,
      state_hash: facts.stateHash,
      nonce: facts.nonce,
      code_verifier: facts.codeVerifier ?? null,
      language: facts.language,
      next_path: facts.nextPath ?? null,
      created_at: facts.at,
      expires_at: expiresAt,
      consumed_at: null,
      answer: null,
      answer_key_version: null,
      return_hash: null,
      answered_at: null,
    })
    .execute();
  return { id, expiresAt };
}
