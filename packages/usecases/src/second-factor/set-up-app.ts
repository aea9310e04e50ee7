// Sets up a code app: a secret is shown in the browser that asked for it, and stands once a code made with it was typed.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { freshenSession } from "../account/freshen-session.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { SecondFactorPorts } from "../account/ports.ts";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import {
  beginCeremony,
  type BegunCeremony,
  type Ceremony,
  consumeCeremony,
  countTry,
  findCeremony,
  type PresentedCeremony,
} from "./ceremony.ts";
import { replaceCodes } from "./make-recovery-codes.ts";

type Ports = Pick<SecondFactorPorts, "appCodes" | "recoveryCodes">;

/** The caller asks for a fresh session. */
export async function beginAppSetUp(
  ctx: Context,
  ports: Pick<Ports, "appCodes"> & { readonly tokens: SessionTokens },
  member: SessionMember,
  at: Temporal.Instant,
): Promise<BegunCeremony> {
  const sealed = ports.appCodes.newSecret(member.personId);
  return transact(ctx.db, {}, (trx) =>
    beginCeremony(trx, ctx, ports.tokens, { kind: "totp_set_up", personId: member.personId, at, sealed }),
  );
}

/** The secret in base 32 for the page that shows it; null where the set-up is over, another's, or another browser's. */
export async function viewAppSetUp(
  ctx: Context,
  ports: Pick<Ports, "appCodes">,
  member: SessionMember,
  presented: PresentedCeremony,
  at: Temporal.Instant,
): Promise<string | null> {
  const begun = await transact(ctx.db, {}, (trx) => findCeremony(trx, "totp_set_up", presented, at));
  return begun?.holder_id === member.personId
    ? ports.appCodes.reveal(member.personId, secretOf(begun))
    : null;
}

export type AppSetUp =
  /** `recoveryCodes`: to be shown once; earlier ones are void. `token`: the session's new one, for the cookie. */
  | { readonly kind: "on"; readonly recoveryCodes: readonly string[]; readonly token: string }
  | { readonly kind: "wrong" }
  | { readonly kind: "over" };

/** At most five tries; the code that confirmed signs nobody in any more. */
export async function finishAppSetUp(
  ctx: Context,
  ports: Ports & { readonly tokens: SessionTokens },
  input: {
    readonly member: SessionMember;
    readonly ceremony: PresentedCeremony;
    readonly typed: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<AppSetUp> {
  const { member, visitor, arrivedAt } = input;
  const { personId, accountId } = member;
  return transact(ctx.db, { personId }, async (trx) => {
    const begun = await countTry(trx, "totp_set_up", input.ceremony, arrivedAt);
    if (begun?.holder_id !== personId) return { kind: "over" };
    const sealed = secretOf(begun);
    const step = ports.appCodes.stepOf(personId, sealed, input.typed, arrivedAt, 0);
    if (step === null) return { kind: "wrong" };
    await consumeCeremony(trx, begun.id, arrivedAt);
    await trx.deleteFrom("totp").where("person_id", "=", personId).execute();
    await trx
      .insertInto("totp")
      .values({
        person_id: personId,
        sealed_secret: sealed.bytes,
        key_version: sealed.keyVersion,
        confirmed_at: arrivedAt,
        last_step: step,
      })
      .execute();
    const recoveryCodes = await replaceCodes(trx, ports.recoveryCodes, personId, arrivedAt);
    await logUse(trx, ctx, { act: "totp_on", at: arrivedAt, visitor, accountId, personId });
    await owePersonErrand(trx, ctx, personId, "totp_on", readUserAgent(visitor.userAgent), arrivedAt);
    const proven = { member, by: "code app", visitor, arrivedAt } as const;
    const { token } = await freshenSession(trx, ctx, ports.tokens, proven);
    return { kind: "on", recoveryCodes, token };
  });
}

/** The caller asks for a fresh session; recovery codes go with the app. Turning off twice changes nothing. */
export async function turnOffApp(
  ctx: Context,
  input: { readonly member: SessionMember; readonly visitor: Visitor; readonly arrivedAt: Temporal.Instant },
): Promise<void> {
  const { member, visitor, arrivedAt } = input;
  const { personId, accountId } = member;
  await transact(ctx.db, { personId }, async (trx) => {
    const gone = await trx
      .deleteFrom("totp")
      .where("person_id", "=", personId)
      .returning("person_id")
      .executeTakeFirst();
    if (!gone) return;
    await trx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
    await logUse(trx, ctx, { act: "totp_off", at: arrivedAt, visitor, accountId, personId });
    await owePersonErrand(trx, ctx, personId, "totp_off", readUserAgent(visitor.userAgent), arrivedAt);
  });
}

function secretOf(begun: Ceremony): { readonly bytes: Uint8Array; readonly keyVersion: number } {
  if (!begun.sealed_secret || begun.key_version === null) throw new AppError("internal", "ceremony_damaged");
  return { bytes: begun.sealed_secret, keyVersion: begun.key_version };
}
