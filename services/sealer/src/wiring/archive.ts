// Binds revocation sources and time-stamping to what makes seals last: level B-LTA, and its renewal.

import { setTimeout as delay } from "node:timers/promises";
import {
  extendPdf,
  extendXades,
  lastTimestampEnds,
  renewPdf,
  renewXades,
  sealLevel,
} from "@posthorn/evidence";
import { type CollectMaterial, readCertificate, type StampDigest, type TimestampClient } from "@posthorn/pki";
import type { Archived, ArchivePort } from "@posthorn/usecases";
import { stampToken } from "./stamp-token.ts";

export interface Archive extends ArchivePort {
  /** Material no older than the timestamps obtained before it is asked for; what a new proof is sealed with. */
  readonly collect: CollectMaterial;
}

/** `clock` reads the service's clock, by which responders date their answers in the dev stack too. */
export function createArchive(
  collectNow: CollectMaterial,
  timestamps: TimestampClient,
  clock: () => Promise<Temporal.Instant>,
): Archive {
  const timestamp = stampToken(timestamps);
  const collect: CollectMaterial = async (ends) => {
    await nextSecond(clock);
    return collectNow(ends);
  };

  async function archive<T extends string | Uint8Array>(
    document: T,
    from: CollectMaterial,
    steps: { readonly extend: Step<T>; readonly renew: Step<T> },
  ): Promise<Archived<T>> {
    const step = (await sealLevel(document)) === "B-LTA" ? steps.renew : steps.extend;
    const archived = await step(document, { collect: from, timestamp });
    return { document: archived, verifiesUntil: await lastTimestampEnds(archived) };
  }

  return {
    collect,
    archiveSeals(xmls) {
      const shared = shareMaterial(collect);
      return Promise.allSettled(
        xmls.map((xml) => archive(xml, shared, { extend: extendXades, renew: renewXades })),
      );
    },
    archiveProof: (pdf) => archive(pdf, collect, { extend: extendPdf, renew: renewPdf }),
  };
}

type Step<T> = (
  document: T,
  ports: { readonly collect: CollectMaterial; readonly timestamp: StampDigest },
) => Promise<T>;

/** Asks once for the same certificates: all timestamps of a batch are older than the batch. */
function shareMaterial(collect: CollectMaterial): CollectMaterial {
  const asked = new Map<string, ReturnType<CollectMaterial>>();
  return (ends) => {
    const name = [...new Set(ends.map(({ certificate }) => readCertificate(certificate).sha256))]
      .toSorted()
      .join(" ");
    const answer = asked.get(name) ?? collect(ends);
    asked.set(name, answer);
    return answer;
  };
}

/** Responders date by whole seconds: an answer from the second of the timestamp would count as older than it. */
async function nextSecond(clock: () => Promise<Temporal.Instant>): Promise<void> {
  const { epochMilliseconds } = await clock();
  await delay((1000 - (epochMilliseconds % 1000)) % 1000);
}
