// Letters that wait to be collected, with what mail and SMS would bring: for tests of collecting, verbs and pages.

import { randomBytes } from "node:crypto";
import { clockNow, sql } from "@posthorn/db";
import {
  checkCodeHash,
  codeOfSecret,
  createSealedCodes,
  decryptSecret,
  newCheckCode,
  newLinkToken,
  newSessionToken,
  normaliseCheckCode,
  tokenHash,
} from "@posthorn/identity";
import {
  bookConsignment,
  bookMail,
  claimNotice,
  type CodesPort,
  type SessionTokens,
} from "@posthorn/usecases";
import type { VerbBench } from "./test-context.ts";

export interface StandingLetter {
  readonly deliveryId: string;
  readonly messageId: string;
  /** Of the link. */
  readonly token: string;
  readonly checkCode: string;
}

export interface LetterBench {
  readonly codes: CodesPort;
  readonly sessions: SessionTokens;
  readonly digest: {
    link(token: string): string;
    session(token: string): string;
    checkCode(typed: string): { readonly code: string; readonly hash: string } | null;
  };
  /** A delivery whose notice stands, window of 15 days; `columns` are put over its row. */
  notify(
    given?: Parameters<VerbBench["submit"]>[0],
    columns?: Readonly<Record<string, unknown>>,
  ): Promise<StandingLetter>;
  /** The same without shortcuts: stamped, noticed by mail and SMS, booked, every record by the verb that writes it. */
  send(given?: Parameters<VerbBench["submit"]>[0]): Promise<StandingLetter>;
  /** The codes that mail and SMS of the latest challenge carry. */
  codesFor(deliveryId: string): Promise<{ readonly email: string; readonly sms: string }>;
  /** Stamps the acceptance as the sealer would. */
  stamp(deliveryId: string): Promise<void>;
  /** Stamps, and books the consignment as the worker would. */
  consign(deliveryId: string): Promise<void>;
  /** Types of the delivery's records, in order. */
  records(deliveryId: string): Promise<readonly string[]>;
}

export function createLetterBench(bench: VerbBench): LetterBench {
  const codeKey = randomBytes(32);
  const checkKey = randomBytes(32);

  async function stampRecord(deliveryId: string, type: string): Promise<void> {
    await sql`INSERT INTO evidence_stamp (record_id, token, leaf_index, tree_size, path, stamped_at, recorded_at)
      SELECT id, '\\x00', 0, 1, '[]', clock.now(), clock.now() FROM evidence_record
      WHERE delivery_id = ${deliveryId} AND type = ${type}`.execute(bench.context("sealer").db);
  }

  const stamp = (deliveryId: string) => stampRecord(deliveryId, "ConsignmentAcceptance");

  async function send(given?: Parameters<VerbBench["submit"]>[0]): Promise<StandingLetter> {
    const { deliveryIds, messageId } = await bench.submit(given);
    const deliveryId = deliveryIds[0] ?? "";
    const token = newLinkToken();
    const checkCode = newCheckCode();
    await stampRecord(deliveryId, "SubmissionAcceptance");
    const worker = bench.context("worker");
    await sql`UPDATE delivery SET submission_stamped_at = clock.now() WHERE id = ${deliveryId}`.execute(
      worker.db,
    );
    const links = {
      linkFor: () => ({ url: `https://collect.example/l/${token}`, hash: tokenHash(token) }),
      checkCodeFor: () => ({ code: checkCode, hash: checkCodeHash(checkKey, checkCode) }),
      checkUrl: "https://collect.example",
    };
    const claimed = await claimNotice(worker, links, { deliveryId, kind: "window", ordinal: 0 });
    if (!claimed) throw new Error("no notice to send");
    const mail = {
      outcome: "accepted",
      response: "250 2.0.0 Ok: queued",
      ours: false,
      dialogue: `RCPT TO:<${claimed.notice.email}>\r\n250 2.1.5 Ok`,
      raw: Buffer.from(`To: ${claimed.notice.email}\r\n\r\n${claimed.words.link}`),
    } as const;
    const text = `${claimed.words.sender?.name}: ${claimed.words.checkCode}`;
    const answer = {
      outcome: "accepted",
      providerId: `SM-${deliveryId}`,
      raw: '{"status":"queued"}',
    } as const;
    await bookMail(worker, claimed, mail, claimed.notice.mobile ? { answer, text } : null);
    return { deliveryId, messageId, token, checkCode };
  }

  return {
    codes: createSealedCodes(codeKey),
    sessions: {
      newToken() {
        const token = newSessionToken();
        return { token, hash: tokenHash(token) };
      },
    },
    digest: {
      link: tokenHash,
      session: tokenHash,
      checkCode(typed) {
        const code = normaliseCheckCode(typed);
        return code === null ? null : { code, hash: checkCodeHash(checkKey, code) };
      },
    },
    async notify(given, columns = {}) {
      const { deliveryIds, messageId } = await bench.submit(given);
      const deliveryId = deliveryIds[0] ?? "";
      const token = newLinkToken();
      const checkCode = newCheckCode();
      const { db } = bench.context("worker");
      const now = await clockNow(db);
      const deadline = now.toZonedDateTimeISO("Europe/Brussels").startOfDay().add({ days: 16 });
      await db
        .updateTable("delivery")
        .set({
          link_hash: tokenHash(token),
          check_code_hash: checkCodeHash(checkKey, checkCode),
          state: "notified",
          notified_at: now,
          credit_consumed: true,
          deadline_at: deadline.toInstant(),
          collect_until: deadline.toPlainDate().subtract({ days: 1 }),
          submission_stamped_at: now,
          ...columns,
        })
        .where("id", "=", deliveryId)
        .execute();
      return { deliveryId, messageId, token, checkCode };
    },
    send,
    async codesFor(deliveryId) {
      const row = await bench
        .context("worker")
        .db.selectFrom("code_challenge")
        .selectAll()
        .where("delivery_id", "=", deliveryId)
        .orderBy("created_at", "desc")
        .limit(1)
        .executeTakeFirstOrThrow();
      const read = (sealed: Uint8Array, channel: "email" | "sms") =>
        codeOfSecret(decryptSecret(codeKey, sealed, { challengeId: row.id, channel }), row.created_at);
      return { email: read(row.email_secret, "email"), sms: read(row.sms_secret, "sms") };
    },
    stamp,
    async consign(deliveryId) {
      await stamp(deliveryId);
      const booked = await bookConsignment(
        bench.context("worker"),
        { present: () => Promise.resolve(true) },
        deliveryId,
      );
      if (booked !== "consigned") throw new Error(`not consigned: ${booked}`);
    },
    async records(deliveryId) {
      const rows = await bench
        .context("worker")
        .db.selectFrom("evidence_record")
        .select("type")
        .where("delivery_id", "=", deliveryId)
        .orderBy("seq")
        .execute();
      return rows.map((row) => row.type);
    },
  };
}
