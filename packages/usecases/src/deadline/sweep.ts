// Finds what is overdue by index and enqueues it again, in bounded batches: a crashed worker costs a minute, a lost job nothing.
// Tries and ceremonies that nobody finished are forgotten on the way; requests that waited for a delivery go on to the privacy desk.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { enqueueAll, type JobName, type JobPayloads } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { chaseIdentity } from "../rights/chase-identity.ts";
import { remindSenders } from "../rights/remind-senders.ts";

/** Rows a kind of work takes in one pass. */
const BATCH = 500;

/** A try or ceremony that ended this long ago is forgotten: by then nobody is on his way back with an answer. */
const FORGET_AFTER_MINUTES = 60;

/** Returns how many jobs were enqueued. */
export async function sweep(ctx: Context): Promise<number> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    // What came a moment ago has its own job on the way.
    const justNow = now.subtract({ seconds: 5 });
    const sums = [
      await add(
        trx,
        "run-timer",
        await sql<JobPayloads["run-timer"]>`
        SELECT delivery_id AS "deliveryId", kind FROM delivery_timer WHERE due_at <= ${now} ORDER BY due_at LIMIT ${BATCH}`.execute(
          trx,
        ),
      ),
      await add(
        trx,
        "send-notice",
        await sql<JobPayloads["send-notice"]>`
        SELECT d.id AS "deliveryId" FROM delivery d
        WHERE d.notified_at IS NULL AND d.final_at IS NULL AND d.submission_stamped_at < ${justNow}
          AND d.state IN ('accepted', 'notice_failed') AND d.failed_round < d.notice_round
          AND NOT EXISTS (SELECT FROM notice n WHERE n.delivery_id = d.id AND n.round = d.notice_round AND n.kind = 'window')
        ORDER BY d.accepted_at LIMIT ${BATCH}`.execute(trx),
      ),
      await add(
        trx,
        "attempt-notice",
        await sql<JobPayloads["attempt-notice"]>`
        SELECT id AS "noticeId" FROM notice WHERE next_attempt_at <= ${now} ORDER BY next_attempt_at LIMIT ${BATCH}`.execute(
          trx,
        ),
      ),
      await add(
        trx,
        "send-codes",
        await sql<JobPayloads["send-codes"]>`
        SELECT id AS "challengeId" FROM code_challenge
        WHERE (mail_sent_at IS NULL OR sms_sent_at IS NULL) AND voided_at IS NULL AND consumed_at IS NULL
          AND expires_at > ${now} AND created_at > ${now.subtract({ minutes: 30 })} AND created_at < ${justNow}
          AND (claimed_until IS NULL OR claimed_until <= ${now}) ORDER BY created_at LIMIT ${BATCH}`.execute(
          trx,
        ),
      ),
      await add(
        trx,
        "book-consignment",
        await sql<JobPayloads["book-consignment"]>`
        SELECT id AS "deliveryId" FROM delivery
        WHERE state = 'collected' AND consigned_at IS NULL AND NOT chain_closed ORDER BY collected_at LIMIT ${BATCH}`.execute(
          trx,
        ),
      ),
      await add(
        trx,
        "run-errand",
        await sql<JobPayloads["run-errand"]>`
        SELECT id AS "errandId" FROM errand
        WHERE done_at IS NULL AND next_attempt_at <= ${now} AND (attempts > 0 OR created_at < ${justNow}) ORDER BY next_attempt_at LIMIT ${BATCH}`.execute(
          trx,
        ),
      ),
      await add(
        trx,
        "run-person-errand",
        await sql<JobPayloads["run-person-errand"]>`
        SELECT id AS "errandId" FROM person_errand
        WHERE done_at IS NULL AND next_attempt_at <= ${now} AND (attempts > 0 OR created_at < ${justNow}) ORDER BY next_attempt_at LIMIT ${BATCH}`.execute(
          trx,
        ),
      ),
      await add(
        trx,
        "read-arrival",
        await sql<JobPayloads["read-arrival"]>`
        SELECT id AS "arrivalId" FROM raw_arrival
        WHERE processed_at IS NULL AND arrived_at < ${justNow} ORDER BY id LIMIT ${BATCH}`.execute(trx),
      ),
      ...(await addLetterWork(trx, now, justNow)),
    ];
    const ended = now.subtract({ minutes: FORGET_AFTER_MINUTES });
    await sql`SELECT forget_tries(${ended}, ${BATCH})`.execute(trx);
    await sql`SELECT move_waiting_requests(${now})`.execute(trx);
    await remindSenders(trx, ctx, now);
    await chaseIdentity(trx, ctx, now);
    return sums.reduce((sum, count) => sum + count, 0);
  });
}

/** Batches that are being made, acts of the desk, files for a partner, and letters the carrier is asked about. */
async function addLetterWork(
  trx: Transaction,
  now: Temporal.Instant,
  justNow: Temporal.Instant,
): Promise<readonly number[]> {
  return [
    await add(
      trx,
      "release-batch",
      await sql<JobPayloads["release-batch"]>`
        SELECT id AS "batchId" FROM print_batch b
        WHERE state = 'making' AND made_at < ${justNow} AND (next_try_at IS NULL OR next_try_at <= ${now})
          AND EXISTS (SELECT FROM print_job j WHERE j.batch_id = b.id AND j.state IN ('chosen','released'))
        ORDER BY made_at LIMIT ${BATCH}`.execute(trx),
    ),
    await add(
      trx,
      "carry-out-postal-act",
      await sql<JobPayloads["carry-out-postal-act"]>`
        SELECT id AS "actId" FROM postal_act
        WHERE done_at IS NULL AND withdrawn_at IS NULL AND acted_at < ${justNow} AND (NOT needs_second OR seconded_at IS NOT NULL)
        ORDER BY acted_at LIMIT ${BATCH}`.execute(trx),
    ),
    await add(
      trx,
      "push-batch",
      await sql<JobPayloads["push-batch"]>`
        SELECT id AS "batchId" FROM print_batch WHERE push_next_at <= ${now} ORDER BY push_next_at LIMIT ${BATCH}`.execute(
        trx,
      ),
    ),
    await add(
      trx,
      "poll-carrier",
      await sql<JobPayloads["poll-carrier"]>`
        SELECT id AS "jobId" FROM print_job WHERE next_poll_at <= ${now} ORDER BY next_poll_at LIMIT ${BATCH}`.execute(
        trx,
      ),
    ),
  ];
}

async function add<N extends JobName>(
  trx: Transaction,
  name: N,
  found: { readonly rows: readonly JobPayloads[N][] },
): Promise<number> {
  await enqueueAll(trx, name, found.rows);
  return found.rows.length;
}
