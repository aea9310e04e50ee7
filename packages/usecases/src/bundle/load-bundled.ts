// The records, proofs and kept files that a bundle is made from, as far as its reader may have them.

import { createHash } from "node:crypto";
import type { Transaction } from "@posthorn/db";
import { type EvidenceFacts, isEventName, type Language, provableKinds } from "@posthorn/domain";
import { readRectifications } from "../delivery/show-delivery.ts";
import { loadLogProofs } from "../log/load-log-proofs.ts";
import { reachOf } from "../proof/proof-reach.ts";
import { type KeptArtifact, listArtifacts } from "../record/list-artifacts.ts";
import type { BundleContent, BundledArtifact, BundledRecord, BundleSide } from "./ports.ts";

/** What holds the addressee's link or check code: whoever has it could stand at his door. */
const HOLDS_LINK: readonly KeptArtifact["kind"][] = [
  "notice_mail",
  "notice_sms",
  "provider_answer",
  "report",
];

export interface WantedBundle {
  readonly delivery_id: string;
  readonly for_side: BundleSide;
  readonly language: string;
  readonly up_to_seq: number;
}

/** Null while a record is not stamped or not sealed at level B-LTA, or a proof not made. */
export async function loadBundled(trx: Transaction, wanted: WantedBundle): Promise<BundleContent | null> {
  const language = wanted.language as Language;
  const records = await loadRecords(trx, wanted);
  const proofs = records && (await loadProofs(trx, wanted, records));
  if (!records || !proofs) return null;
  const named = namedDigests(records);
  const kept = (await listArtifacts(trx, wanted.delivery_id))
    .filter(({ sha256 }) => named.has(sha256))
    .map((artifact) => (isWithheld(wanted, artifact) ? { ...artifact, bytes: null } : artifact));
  const notes = (await readRectifications(trx, wanted.delivery_id)).map(noteFile);
  return {
    deliveryId: wanted.delivery_id,
    side: wanted.for_side,
    language,
    records,
    proofs,
    kept: [...kept, ...notes],
  };
}

/** Stands beside the evidence, for both sides: what it rectifies stays as it was. */
function noteFile({ words, at }: { readonly words: string; readonly at: Temporal.Instant }): BundledArtifact {
  const bytes = Buffer.from(`${at.toString()}\n\n${words}\n`, "utf8");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { kind: "rectification_note", mediaType: "text/plain; charset=utf-8", sha256, bytes, keptAt: at };
}

/** The receipt of a deposit names letters to others: neither side learns of them. */
function isWithheld({ for_side: side }: WantedBundle, { kind }: KeptArtifact): boolean {
  return kind === "posting_receipt" || (side === "sender" && HOLDS_LINK.includes(kind));
}

async function loadRecords(
  trx: Transaction,
  { delivery_id, up_to_seq }: WantedBundle,
): Promise<readonly BundledRecord[] | null> {
  const rows = await trx
    .selectFrom("evidence_record")
    .leftJoin("evidence_stamp", "evidence_stamp.record_id", "evidence_record.id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("evidence_seal")
          .select(["xml", "level"])
          .whereRef("evidence_seal.record_id", "=", "evidence_record.id")
          .orderBy("evidence_seal.id", "desc")
          .limit(1)
          .as("seal"),
      (join) => join.onTrue(),
    )
    .select([
      "evidence_record.id",
      "evidence_record.type",
      "evidence_record.canonical",
      "evidence_record.random",
      "evidence_record.leaf",
      "evidence_stamp.token",
      "evidence_stamp.leaf_index",
      "evidence_stamp.tree_size",
      "evidence_stamp.path",
      "evidence_stamp.stamped_at",
      "seal.xml",
      "seal.level",
    ])
    .where("evidence_record.delivery_id", "=", delivery_id)
    .where("evidence_record.seq", "<=", up_to_seq)
    .orderBy("evidence_record.seq")
    .execute();
  const logProofs = await loadLogProofs(
    trx,
    rows.map(({ id }) => id),
  );
  const records: BundledRecord[] = [];
  for (const row of rows) {
    const { token, leaf_index: leafIndex, tree_size: treeSize, path, stamped_at: stampedAt } = row;
    if (!token || leafIndex === null || treeSize === null || !path || !stampedAt) return null;
    if (isEventName(row.type) && row.level !== "B-LTA") return null;
    records.push({
      id: row.id,
      facts: JSON.parse(row.canonical) as EvidenceFacts,
      canonical: row.canonical,
      random: row.random,
      leaf: Buffer.from(row.leaf).toString("hex"),
      token,
      leafIndex,
      treeSize,
      path,
      stampedAt,
      xml: row.xml,
      logProof: logProofs.get(row.id) ?? null,
    });
  }
  return records;
}

async function loadProofs(
  trx: Transaction,
  { delivery_id, language }: WantedBundle,
  records: readonly BundledRecord[],
): Promise<BundleContent["proofs"] | null> {
  const facts = records.map((record) => record.facts);
  const proofs: BundleContent["proofs"][number][] = [];
  for (const kind of provableKinds(facts)) {
    const proof = await trx
      .selectFrom("proof")
      .select("pdf")
      .where("delivery_id", "=", delivery_id)
      .where("kind", "=", kind)
      .where("language", "=", language)
      .where("up_to_seq", "=", reachOf(kind, facts))
      .executeTakeFirst();
    if (!proof?.pdf) return null;
    proofs.push({ kind, pdf: proof.pdf });
  }
  return proofs;
}

/** Kept "under the evidence" means named by it: nothing else leaves. */
function namedDigests(records: readonly BundledRecord[]): ReadonlySet<string> {
  const digests = records.flatMap(({ facts }) => [
    facts.decision_page?.sha256,
    facts.relay?.receipt_sha256,
    facts.carrier?.raw_sha256,
    ...(facts.notice?.channels ?? []).flatMap((channel) => [channel.sent_sha256, channel.dialogue_sha256]),
  ]);
  return new Set(digests.filter((digest) => digest !== undefined));
}
