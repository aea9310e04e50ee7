// A company that applied, as the portal leaves it: rows, and documents encrypted for the desk alone.

import { createHash, randomBytes } from "node:crypto";
import type { VerbBench } from "@posthorn/testkit";
import { newId } from "@posthorn/runtime";
import { documentWrapContext } from "@posthorn/usecases";

export interface AppliedCompany {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly documentId: string;
}

export interface Applying {
  readonly name?: string;
  readonly enterpriseNumber?: string;
  readonly state?: "draft" | "submitted";
  readonly submittedAt?: Temporal.Instant;
  readonly documentName?: string;
  /** Null for none. */
  readonly document?: Uint8Array | null;
}

/** As the owner, since the portal has verbs of its own for it. */
export async function applyFor(bench: VerbBench, given: Applying = {}): Promise<AppliedCompany> {
  const { db } = bench.context("owner");
  const at = given.submittedAt ?? Temporal.Now.instant().round("millisecond").subtract({ hours: 50 });
  const [personId, accountId, memberId] = [newId("per", at), newId("acc", at), newId("mem", at)];
  const [id, documentId, blobId] = [newId("apl", at), newId("doc", at), newId("blb", at)];
  await db
    .insertInto("person")
    .values({
      id: personId,
      email: `${personId.toLowerCase()}@ooms.example`,
      family_name: "Ooms",
      first_names: "Sofie",
      language: "fr",
      password_hash: null,
      identified_method: "eid",
      identified_level: "high",
      identified_issuer: "Citizen CA",
      identified_at: at,
      created_at: at,
    })
    .execute();
  await db
    .insertInto("account")
    .values({
      id: accountId,
      kind: "company",
      name: "",
      enterprise_number: null,
      street: null,
      number: null,
      box: null,
      postcode: null,
      town: null,
      country: null,
      language: "nl",
      email: "post@ooms.example",
      status: "applying",
      created_at: at,
    })
    .execute();
  await db
    .insertInto("member")
    .values({
      id: memberId,
      account_id: accountId,
      person_id: personId,
      role: "admin",
      public_id: memberId.slice(4),
      joined_at: at,
      left_at: null,
    })
    .execute();
  await db
    .insertInto("company_application")
    .values({
      id,
      account_id: accountId,
      applicant_member_id: memberId,
      state: given.state ?? "submitted",
      company_name: given.name ?? "Bakkerij Ooms",
      enterprise_number: given.enterpriseNumber ?? "0403019261",
      legal_form: "BV",
      vat_liable: true,
      street: "Grote Markt",
      number: "1",
      box: "2",
      postcode: "9000",
      town: "Gent",
      representative_name: "Jef Ooms",
      representative_function: "Bestuurder",
      representative_email: "jef@ooms.example",
      form_number: "K7QM-4RTX",
      form_sha256: "a".repeat(64),
      form_made_at: at,
      created_at: at,
      changed_at: at,
      submitted_at: at,
      decided_at: null,
      decided_by: null,
      refusal_reason: null,
      refusal_words: null,
    })
    .execute();
  if (given.document === null) return { id, accountId, personId, documentId };
  const key = randomBytes(32);
  const bytes = given.document ?? Buffer.from("%PDF-1.7 signed");
  await bench.content.put(blobId, key, oneChunk(bytes));
  await db
    .insertInto("application_document")
    .values({
      id: documentId,
      application_id: id,
      account_id: accountId,
      kind: "approval_form",
      blob_id: blobId,
      wrapped_key: bench.wrapping.wrap(key, documentWrapContext(documentId)),
      name: given.documentName ?? "signed.pdf",
      media_type: "application/pdf",
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      uploaded_at: at,
    })
    .execute();
  return { id, accountId, personId, documentId };
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
