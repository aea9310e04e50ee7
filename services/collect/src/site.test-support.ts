// For tests: the collect site on a port of its own, with the real role, store and keys, and what its addressee would receive.

import { randomBytes } from "node:crypto";
import { zipParts } from "@posthorn/content";
import { clockNow, createTryLimit, sql } from "@posthorn/db";
import {
  checkCodeHash,
  codeOfSecret,
  decryptSecret,
  newCheckCode,
  newLinkToken,
  newSessionToken,
  normaliseCheckCode,
  tokenHash,
} from "@posthorn/identity";
import { createArrivalClock } from "@posthorn/runtime";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { bookConsignment } from "@posthorn/usecases";
import { buildAssets, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import { codesPort } from "./codes/codes-port.ts";
import { TRY_LIMITS } from "./deps.ts";

export interface TestSite {
  readonly bench: VerbBench;
  /** Without a slash at the end. */
  readonly origin: string;
  /** Lines the service logged at level error. */
  readonly errors: readonly string[];
  /** A delivery whose notice stands, with what the notice said. */
  notify(given?: Parameters<VerbBench["submit"]>[0]): Promise<TestLetter>;
  /** The codes that mail and SMS of the latest challenge would carry. */
  codesFor(deliveryId: string): Promise<{ readonly email: string; readonly sms: string }>;
  /** Stamps the acceptance as the sealer would, and books the consignment as the worker would. */
  consign(deliveryId: string): Promise<void>;
  close(): Promise<void>;
}

export interface TestLetter {
  readonly deliveryId: string;
  readonly messageId: string;
  readonly token: string;
  readonly checkCode: string;
  readonly link: string;
}

export async function startTestSite(): Promise<TestSite> {
  const bench = await createVerbBench();
  const ctx = bench.context("collect");
  const codeKey = randomBytes(32);
  const checkKey = randomBytes(32);
  const errors: string[] = [];
  const clock = await createArrivalClock({ measure: () => clockNow(ctx.db) });
  // The site must know its own address before it answers, and its port is known only once it listens.
  const served: { app?: ReturnType<typeof createApp> } = {};
  const server = await serveApp(
    { fetch: (request, env) => served.app?.fetch(request, env) ?? new Response(null, { status: 503 }) },
    { port: 0 },
  );
  const origin = `http://collect.localhost:${server.port}`;
  served.app = createApp({
    ctx,
    site: {
      origin,
      trustStatus: "demonstration",
      assets: await buildAssets(),
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (fields, message) =>
          void errors.push(`${message} ${String((fields as { err?: unknown }).err ?? "")}`),
      },
    },
    health: {
      live: () => ({ status: 200, body: { status: "ok" } }),
      ready: () => Promise.resolve({ status: 200, body: { status: "ok" } }),
    },
    codes: codesPort(codeKey),
    sessions: {
      newToken() {
        const token = newSessionToken();
        return { token, hash: tokenHash(token) };
      },
    },
    content: bench.content,
    keys: bench.keys,
    digest: {
      link: tokenHash,
      session: tokenHash,
      checkCode(typed) {
        const code = normaliseCheckCode(typed);
        return code === null ? null : { code, hash: checkCodeHash(checkKey, code) };
      },
    },
    arrivedAt: () => clock.now(),
    zip: zipParts,
    limits: {
      checkCode: createTryLimit(ctx.db, TRY_LIMITS.checkCode),
      checkCodeInAll: createTryLimit(ctx.db, TRY_LIMITS.checkCodeInAll),
      codes: createTryLimit(ctx.db, TRY_LIMITS.codes),
      asking: createTryLimit(ctx.db, TRY_LIMITS.asking),
      proofCopy: createTryLimit(ctx.db, TRY_LIMITS.proofCopy),
    },
  });

  return {
    bench,
    origin,
    errors,
    async notify(given) {
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
          deadline_at: deadline.toInstant(),
          collect_until: deadline.toPlainDate().subtract({ days: 1 }),
          submission_stamped_at: now,
        })
        .where("id", "=", deliveryId)
        .execute();
      return { deliveryId, messageId, token, checkCode, link: `${origin}/l/${token}` };
    },
    async codesFor(deliveryId) {
      const { db } = bench.context("worker");
      const row = await db
        .selectFrom("code_challenge")
        .selectAll()
        .where("delivery_id", "=", deliveryId)
        .orderBy("created_at", "desc")
        .limit(1)
        .executeTakeFirstOrThrow();
      const read = (sealed: Uint8Array, channel: "email" | "sms") =>
        codeOfSecret(decryptSecret(codeKey, sealed, { challengeId: row.id, channel }), row.created_at);
      return { email: read(row.email_secret, "email"), sms: read(row.sms_secret, "sms") };
    },
    async consign(deliveryId) {
      const { db } = bench.context("sealer");
      await sql`INSERT INTO evidence_stamp (record_id, token, leaf_index, tree_size, path, stamped_at, recorded_at)
        SELECT id, '\\x00', 0, 1, '[]', clock.now(), clock.now() FROM evidence_record
        WHERE delivery_id = ${deliveryId} AND type = 'ConsignmentAcceptance'`.execute(db);
      const booked = await bookConsignment(
        bench.context("worker"),
        { present: () => Promise.resolve(true) },
        deliveryId,
      );
      if (booked !== "consigned") throw new Error(`not consigned: ${booked}`);
    },
    async close() {
      clock.stop();
      await server.close();
      await bench.close();
    },
  };
}
