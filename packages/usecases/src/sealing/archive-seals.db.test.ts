import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { randomBytes } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { archiveSeals } from "./archive-seals.ts";
import type { ArchivePort, SealingPort, StampingPort } from "./ports.ts";
import { renewAt } from "./renew-later.ts";
import { sealRecords } from "./seal-records.ts";
import { stampRecords } from "./stamp-records.ts";
import { viewBacklog } from "./view-backlog.ts";

let bench: VerbBench;
beforeEach(async () => {
  await bench?.close();
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const HOURS_A_YEAR = 365 * 24;
const sealer = () => bench.context("sealer");
const now = () => Temporal.Now.instant().round("millisecond");

const stamping: StampingPort = {
  batch: () => ({ root: randomBytes(32), path: () => [] }),
  stamp: () => Promise.resolve({ token: randomBytes(8), genTime: now() }),
};
const sealing: SealingPort = {
  seal: ({ facts }) => Promise.resolve({ xml: `<${facts.id}/>`, certificateSha256: "0".repeat(64) }),
};

/** Adds a mark for every archive timestamp; refuses where told to. */
function archiving(refuse: (xml: string) => boolean = () => false): ArchivePort {
  return {
    archiveSeals: (xmls) =>
      Promise.allSettled(
        xmls.map((xml) =>
          refuse(xml)
            ? Promise.reject(Object.assign(new Error("no answer"), { code: "ocsp_unreachable" }))
            : Promise.resolve({ document: `${xml}+`, verifiesUntil: now().add({ hours: 3 * HOURS_A_YEAR }) }),
        ),
      ),
    archiveProof: () => Promise.reject(new Error("no proof here")),
  };
}

async function sealed(count: number): Promise<void> {
  const addressees = Array.from({ length: count }, (_, n) => ({
    email: `jan.${n}@example.be`,
    mobile: "+32470123412",
    name: "Peeters",
    first_names: "Jan",
    language: "nl",
    addressee_consent: { basis: "none_stated" },
  }));
  await bench.submit({ addressees });
  await stampRecords(sealer(), stamping);
  await sealRecords(sealer(), sealing);
}

async function seals() {
  return sealer()
    .db.selectFrom("evidence_seal")
    .select(["record_id", "xml", "level", "verifies_until"])
    .orderBy("id")
    .execute();
}

test("a seal is archived once, as a new row, and again only when its time has come", async () => {
  await sealed(1);
  expect(await archiveSeals(sealer(), archiving())).toBe(1);
  expect(await archiveSeals(sealer(), archiving())).toBe(0);
  const [first, second] = await seals();
  expect(first).toMatchObject({ level: "B-T", verifies_until: null });
  expect(second).toMatchObject({ level: "B-LTA", xml: `${first?.xml}+`, record_id: first?.record_id });
  await bench.context("owner").db.updateTable("archive_timer").set({ due_at: now() }).execute();
  expect(await archiveSeals(sealer(), archiving())).toBe(1);
  expect((await seals()).map(({ xml }) => xml)).toEqual([first?.xml, `${first?.xml}+`, `${first?.xml}++`]);
});

test("one that cannot be archived keeps no other waiting, is noted, and completes by itself later", async () => {
  await sealed(3);
  const [poisoned] = await seals();
  const failing = archiveSeals(
    sealer(),
    archiving((xml) => xml === poisoned?.xml),
  );
  await expect(failing).rejects.toThrow("1 seals could not be archived");
  const state = () => sealer().db.selectFrom("sealing_state").selectAll().executeTakeFirstOrThrow();
  expect(await state()).toMatchObject({ archive_failure: "ocsp_unreachable" });
  expect((await state()).archive_failing_since).not.toBeNull();
  expect(await seals()).toHaveLength(5);
  expect(await archiveSeals(sealer(), archiving())).toBe(1);
  expect(await seals()).toHaveLength(6);
  expect(await state()).toMatchObject({ archive_failing_since: null, archive_failure: null });
});

test("what waits is seen, by stage and since when", async () => {
  await sealed(2);
  const { waiting, archiveFailingSeconds } = await viewBacklog(sealer().db);
  const counts = Object.fromEntries(waiting.map(({ stage, count }) => [stage, count]));
  expect(counts).toMatchObject({ stamp: 0, seal: 0, log: 2, archive_seal: 2, archive_proof: 0 });
  expect(waiting.find(({ stage }) => stage === "archive_seal")?.oldestSeconds).toBeGreaterThanOrEqual(0);
  expect(archiveFailingSeconds).toBe(0);
  await expect(
    archiveSeals(
      sealer(),
      archiving(() => true),
    ),
  ).rejects.toThrow("2 seals");
  await bench
    .context("owner")
    .db.updateTable("sealing_state")
    .set({ archive_failing_since: now().subtract({ seconds: 90 }) })
    .execute();
  expect((await viewBacklog(sealer().db)).archiveFailingSeconds).toBeGreaterThanOrEqual(90);
});

test("two sealers at once book each archived seal once", async () => {
  await sealed(4);
  const tried = await Promise.all([archiveSeals(sealer(), archiving()), archiveSeals(sealer(), archiving())]);
  expect(tried).toContain(4);
  expect(await seals()).toHaveLength(8);
});

test("a seal is renewed 90 days before its end, or at half of a shorter time", () => {
  const at = Temporal.Instant.from("2026-11-22T00:00:00Z");
  const until = (days: number) => renewAt(at, at.add({ hours: days * 24 })).toString();
  expect(until(365)).toBe("2027-08-24T00:00:00Z");
  expect(until(100)).toBe("2027-01-11T00:00:00Z");
  expect(until(-5)).toBe(at.toString());
});
