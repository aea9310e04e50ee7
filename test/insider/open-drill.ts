// An insider with the database as superuser, the seal key and the log's key; and what others have kept meanwhile.

import { randomBytes } from "node:crypto";
import { type Queryable, sql, transact } from "@posthorn/db";
import { AppError, canonicalJson, type EvidenceFacts, type LogProof } from "@posthorn/domain";
import {
  auditLog,
  type LogAudit,
  evidenceXml,
  leafValue,
  type LogFault,
  type ShownRecord,
  signXades,
  stampedDigest,
  verifyEvidenceXml,
} from "@posthorn/evidence";
import { createLogBench, createVerbBench, type LogBench, TEST_ADDRESSEE } from "@posthorn/testkit";
import {
  appendLog,
  type Context,
  cosignCheckpoint,
  loadLogProofs,
  makeCheckpoint,
  readCheckpoint,
  readTile,
  type WitnessPort,
} from "@posthorn/usecases";

export interface Drill {
  readonly log: LogBench;
  /** Sends a letter and publishes its record; answers the record's id. */
  letter(): Promise<string>;
  proofOf(recordId: string): Promise<LogProof>;
  /** What the service shows of a record now, after checking that its sealed XML verifies by itself. */
  show(recordId: string): Promise<ShownRecord>;
  /** The faults that public checkpoints and one old proof show, each once. */
  faults(old: LogProof | undefined, shown?: readonly ShownRecord[]): Promise<readonly LogFault[]>;
  /** The same where no checkpoint was kept but that of the proof. */
  faultsByProofAlone(old: LogProof): Promise<readonly LogFault[]>;
  /** What each witness makes of the newest checkpoint. */
  askWitnesses(): Promise<readonly string[]>;
  /** As superuser with every trigger disabled. */
  tamper(work: (trx: Queryable) => Promise<unknown>): Promise<void>;
  /** Writes the facts over those of the record, and stamps it anew: the authority gives only the time it is. */
  forge(recordId: string, changes: Partial<EvidenceFacts>): Promise<void>;
  /** A record that never was, like another; answers its id. */
  invent(like: string, changes: Partial<EvidenceFacts>): Promise<string>;
  /** Logs the record as the newest, and publishes. */
  append(recordId: string): Promise<void>;
  /** Makes the log anew from the records in this order, with its tiles and a checkpoint that its key signs. */
  rewriteLog(order: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openDrill(): Promise<Drill> {
  const bench = await createVerbBench();
  const log = await createLogBench(bench);
  const { db } = bench.context("owner");
  const sealer = bench.context("sealer");
  const reader = bench.context("verify");
  let letters = 0;

  async function tamper(work: (trx: Queryable) => Promise<unknown>): Promise<void> {
    await transact(db, {}, async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await work(trx);
    });
  }

  async function load(recordId: string) {
    return db
      .selectFrom("evidence_record")
      .innerJoin("evidence_stamp", "evidence_stamp.record_id", "evidence_record.id")
      .selectAll()
      .where("id", "=", recordId)
      .executeTakeFirstOrThrow();
  }

  async function rewrite(recordId: string, facts: EvidenceFacts): Promise<void> {
    const canonical = canonicalJson(facts);
    const random = randomBytes(32);
    const leaf = leafValue(random, canonical);
    const { token, genTime } = await log.port.stamp(stampedDigest([leaf]));
    await tamper(async (trx) => {
      const recorded = Temporal.Instant.from(facts.recorded_at);
      await trx
        .updateTable("evidence_record")
        .set({
          canonical,
          random,
          leaf,
          recorded_at: recorded,
          event_at: Temporal.Instant.from(facts.event_at),
        })
        .where("id", "=", recordId)
        .execute();
      await trx
        .updateTable("evidence_stamp")
        .set({ token, leaf_index: 0, tree_size: 1, path: "[]", stamped_at: genTime })
        .where("record_id", "=", recordId)
        .execute();
    });
  }

  async function proofOf(recordId: string): Promise<LogProof> {
    const proof = (await loadLogProofs(sealer.db, [recordId])).get(recordId);
    if (!proof) throw new Error(`${recordId} is in no checkpoint`);
    return proof;
  }

  async function audit(given: Pick<LogAudit, "kept" | "proofs" | "shown">): Promise<readonly LogFault[]> {
    const findings = await auditLog({
      trust: log.trust,
      checkpoint: (await readCheckpoint(reader)) ?? "",
      read: (path) => readTile(reader, path),
      lag: { hours: 1 },
      ...given,
    });
    return [...new Set(findings.map(({ fault }) => fault))].toSorted();
  }

  const keptByWitnesses = () =>
    log.witnesses.flatMap(({ standIn }) =>
      standIn.kept().map((checkpoint) => ({ checkpoint, timestamp: null })),
    );

  return {
    log,
    tamper,
    proofOf,
    async letter() {
      letters += 1;
      const { deliveryIds } = await bench.submit({
        addressees: [{ ...TEST_ADDRESSEE, email: `jan.${letters}@example.be` }],
        at: log.clock.now().round("millisecond"),
      });
      await log.publish();
      const { id } = await db
        .selectFrom("evidence_record")
        .select("id")
        .where("delivery_id", "=", deliveryIds[0] ?? "")
        .executeTakeFirstOrThrow();
      return id;
    },
    async show(recordId) {
      const row = await load(recordId);
      const facts = JSON.parse(row.canonical) as EvidenceFacts;
      const xml = evidenceXml(facts, row.canonical, row.random, {
        token: row.token,
        path: { index: row.leaf_index, size: row.tree_size, hashes: row.path },
        genTime: row.stamped_at,
      });
      const stamp = async (digest: Uint8Array) => (await log.port.stamp(digest)).token;
      const sealed = await signXades(xml, log.pki.seal.key, { signedAt: log.clock.now(), timestamp: stamp });
      const report = verifyEvidenceXml(sealed, {
        trustedRoots: [log.pki.root.key.certificate],
        timestampRoots: [log.pki.tsaRoot.key.certificate],
      });
      if (report.indication !== "TOTAL-PASSED" || report.leaf === null)
        throw new Error(`the evidence of ${recordId} does not verify: ${JSON.stringify(report.checks)}`);
      const proof = (await loadLogProofs(sealer.db, [recordId])).get(recordId) ?? null;
      return { leaf: report.leaf, recordedAt: Temporal.Instant.from(facts.recorded_at), proof };
    },
    faults: (old, shown = []) => audit({ kept: keptByWitnesses(), proofs: old ? [old] : [], shown }),
    faultsByProofAlone: (old) => audit({ kept: [], proofs: [old], shown: [] }),
    askWitnesses: () => Promise.all(log.witnesses.map(({ port }) => ask(sealer, port))),
    async forge(recordId, changes) {
      const { canonical } = await load(recordId);
      await rewrite(recordId, { ...(JSON.parse(canonical) as EvidenceFacts), ...changes });
    },
    async invent(like, changes) {
      const { canonical } = await load(like);
      const facts = JSON.parse(canonical) as EvidenceFacts;
      const id = `${like.slice(0, -4)}FAKE`;
      await tamper(async (trx) => {
        await sql`INSERT INTO evidence_record SELECT (r).* FROM (
          SELECT jsonb_populate_record(e, jsonb_build_object('id', ${id}::text, 'delivery_id', ${id}::text)) AS r
          FROM evidence_record e WHERE id = ${like}) one`.execute(trx);
        await sql`INSERT INTO evidence_stamp SELECT (r).* FROM (
          SELECT jsonb_populate_record(s, jsonb_build_object('record_id', ${id}::text)) AS r
          FROM evidence_stamp s WHERE record_id = ${like}) one`.execute(trx);
      });
      await rewrite(id, { ...facts, id, delivery: id, ...changes });
      return id;
    },
    async append(recordId) {
      await sql`INSERT INTO log_entry SELECT (SELECT count(*) FROM log_entry), id, leaf, clock.now()
        FROM evidence_record WHERE id = ${recordId}`.execute(db);
      await appendLog(sealer);
      await makeCheckpoint(sealer, log.port, 0);
    },
    async rewriteLog(order) {
      await tamper(async (trx) => {
        for (const table of ["log_cosignature", "log_checkpoint", "log_tile", "log_entry"])
          await sql`DELETE FROM ${sql.table(table)}`.execute(trx);
        for (const [index, id] of order.entries())
          await sql`INSERT INTO log_entry SELECT ${index}, id, leaf, recorded_at FROM evidence_record WHERE id = ${id}`.execute(
            trx,
          );
      });
      await appendLog(sealer);
      await makeCheckpoint(sealer, log.port, 0);
    },
    close: () => bench.close(),
  };
}

async function ask(sealer: Context, port: WitnessPort): Promise<string> {
  try {
    return (await cosignCheckpoint(sealer, port)) > 0 ? "cosigned" : "nothing to do";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    return /answered \d+/u.exec(String(error))?.[0] ?? String(error);
  }
}
