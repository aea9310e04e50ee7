// All we hold about a person, as files (GDPR art. 15 and 20); a private account's content is his own and goes with it.

import { sql, transact, type Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { listInbox } from "../inbox/list-inbox.ts";
import { listMemberships } from "../membership/list-memberships.ts";
import { logUse } from "../record/log-use.ts";
import { type Exporting, exportHeld } from "./export-account.ts";
import { bytesEntry, type ExportEntry, jsonEntry, linesEntry, textEntry } from "./export-entry.ts";
import type { ExportPorts } from "./export-messages.ts";
import { exportUses } from "./export-uses.ts";
import { summariseOwn, type SummaryPort } from "./summarise-own.ts";

interface PolicyWords {
  /** The words of one version; undefined where there are none. */
  textOf(policy: string, version: string, language: Language): string | undefined;
}

/** Logged before the first file. The caller asks for a fresh session. */
export async function* exportOwnData(
  ctx: Context,
  ports: ExportPorts & PolicyWords & SummaryPort,
  input: Exporting,
): AsyncGenerator<ExportEntry> {
  const { member, visitor, arrivedAt: at } = input;
  const { personId, accountId } = member;
  const held = await transact(ctx.db, { personId, accountId }, async (trx) => {
    await logUse(trx, ctx, { act: "own_data_exported", at, visitor, accountId, personId });
    return readPerson(trx, personId);
  });
  const memberships = await listMemberships(ctx, personId);
  const isPrivate = member.accountKind === "private";
  const lines = await summariseOwn(ctx, { personId, accountId, private: isPrivate }, [
    ["account", isPrivate ? "R1" : "R3", memberships.length],
    [
      "sign_in",
      isPrivate ? "R1" : "R3",
      held.passkeys.length + held.identities.length + (held.code_app ? 1 : 0),
    ],
    ["sessions", "R17", held.sessions.length],
    ["identifications", "R6", held.identification_records.length],
    ["agreements", "R13", held.agreements.length],
    ["requests", "R14", held.requests.length],
  ]);
  const { email, first_names: first, family_name: family } = held.person;
  const summary = await ports.summaryOf({
    name: [first, family].filter((part) => part !== null).join(" "),
    email: email ?? "",
    madeAt: at,
    lines,
  });
  yield bytesEntry("summary.pdf", summary);
  yield jsonEntry("person.json", { ...held, memberships });
  yield linesEntry("uses.jsonl", exportUses(ctx, { personId }));
  const words = new Map(
    held.agreements.map(({ policy, version, language }) => [
      `policies/${policy}-${version}-${language}.txt`,
      ports.textOf(policy, version, language as Language),
    ]),
  );
  for (const [name, text] of words) if (text !== undefined) yield textEntry(name, text);
  if (!isPrivate) return;
  yield linesEntry("received.jsonl", exportReceived(ctx, personId));
  yield* exportHeld(ctx, ports, input);
}

/** What the inbox tells of each letter. Its content is saved there, after the identification that its sender asked. */
async function* exportReceived(ctx: Context, personId: string): AsyncGenerator<readonly object[]> {
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof listInbox>> = await listInbox(ctx, { personId }, cursor);
    yield page.lines;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** Holds that keep something of his longer, and notes of rectification: the database answers for who is signed in alone. */
async function readKept(
  trx: Transaction,
): Promise<{ holds: readonly object[]; rectifications: readonly object[] }> {
  const { rows } = await sql<{
    holds: readonly object[];
    rectifications: readonly object[];
  }>`SELECT holds, rectifications FROM own_kept_data()`.execute(trx);
  return rows[0] ?? { holds: [], rectifications: [] };
}

async function readPerson(trx: Transaction, personId: string) {
  const person = await trx
    .selectFrom("person")
    .select([
      "id",
      "email",
      "email_verified_at",
      "family_name",
      "first_names",
      "language",
      "identified_method",
      "identified_level",
      "identified_issuer",
      "identified_at",
      "password_changed_at",
      "created_at",
    ])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  return {
    person,
    ...(await readKept(trx)),
    agreements: await trx
      .selectFrom("policy_acceptance")
      .select(["policy", "version", "language", "sha256", "account_id", "accepted_at", "withdrawn_at"])
      .where("person_id", "=", personId)
      .orderBy("accepted_at")
      .execute(),
    identities: await trx
      .selectFrom("person_identity")
      .select(["method", "issuer", "linked_at", "last_used_at"])
      .where("person_id", "=", personId)
      .execute(),
    identification_records: await trx
      .selectFrom("identification_record")
      .select(["id", "purpose", "method", "level", "identified_at"])
      .where("person_id", "=", personId)
      .orderBy("identified_at")
      .execute(),
    passkeys: await trx
      .selectFrom("passkey")
      .select(["name", "created_at", "last_used_at", "backed_up", "removed_at"])
      .where("holder_kind", "=", "person")
      .where("holder_id", "=", personId)
      .execute(),
    code_app: await trx
      .selectFrom("totp")
      .select("confirmed_at")
      .where("person_id", "=", personId)
      .executeTakeFirst(),
    recovery_codes: await trx
      .selectFrom("recovery_code")
      .select(["made_at", "used_at"])
      .where("person_id", "=", personId)
      .execute(),
    requests: await trx
      .selectFrom("rights_request")
      .select([
        "number",
        "kind",
        "state",
        "words",
        "received_at",
        "complete_at",
        "due_on",
        "extended_at",
        "answered_at",
        "answer_words",
        "carried_out_at",
      ])
      .where("person_id", "=", personId)
      .orderBy("received_at")
      .execute(),
    restrictions: await trx
      .selectFrom("processing_restriction")
      .select(["since", "lifted_at"])
      .where("person_id", "=", personId)
      .orderBy("since")
      .execute(),
    sessions: await trx
      .selectFrom("session")
      .select([
        "method",
        "level",
        "authenticated_at",
        "last_used_at",
        "expires_at",
        "ended_at",
        "ended_because",
        "browser",
        "os",
        "ip",
      ])
      .where("person_id", "=", personId)
      .orderBy("authenticated_at")
      .execute(),
    browsers: await trx
      .selectFrom("device")
      .select(["browser", "os", "first_seen_at", "last_seen_at"])
      .where("holder_kind", "=", "person")
      .where("holder_id", "=", personId)
      .execute(),
  };
}
