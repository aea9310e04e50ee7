// Whole chains by the verbs that write them: coherent, kept with what they name, and silent about what must not leave us.

import { createHash } from "node:crypto";
import { clockNow, transact } from "@posthorn/db";
import { canonicalJson, type EvidenceFacts, isEventName } from "@posthorn/domain";
import { evidenceXml } from "@posthorn/evidence";
import {
  createLetterBench,
  createVerbBench,
  type LetterBench,
  lintAll,
  lintDelivery,
  type StandingLetter,
  type VerbBench,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptMessage } from "../collection/accept-message.ts";
import { askForCodes } from "../collection/ask-for-codes.ts";
import { bookConsignment } from "../collection/book-consignment.ts";
import { bookHandover } from "../collection/book-handover.ts";
import { checkCodes } from "../collection/check-codes.ts";
import { openParts } from "../collection/open-part.ts";
import type { Presented } from "../collection/ports.ts";
import { refuseMessage } from "../collection/refuse-message.ts";
import { stateNotForMe } from "../collection/state-not-for-me.ts";
import { listArtifacts } from "./list-artifacts.ts";

/** What no record may hold, each as whoever planted it wrote it. */
const SECRETS = {
  address: "203.0.113.77",
  agent: "Planted/9.9 (Secret OS)",
  registerNumber: "85073003328",
  birthDate: "1985-07-30",
  person: "Lotte-Planted-Surname",
};
const visitor = { ip: SECRETS.address, userAgent: SECRETS.agent, language: "nl" };
const page = { html: "<!doctype html><p>as shown</p>", language: "nl", version: "1" } as const;

let bench: VerbBench;
let letters: LetterBench;
let collected: StandingLetter;
let refused: StandingLetter;
let failed: StandingLetter;
let session: Presented;

const ctx = () => bench.context("collect");
const arrivedAt = () => clockNow(ctx().db);

async function identify(letter: StandingLetter): Promise<Presented> {
  const door = { presented: letters.digest.link(letter.token) };
  await askForCodes(ctx(), letters.codes, { door, arrivedAt: await arrivedAt(), visitor });
  const typed = await letters.codesFor(letter.deliveryId);
  const who = { door, typed, arrivedAt: await arrivedAt(), visitor };
  const checked = await checkCodes(ctx(), letters.codes, letters.sessions, who);
  if (!checked.ok) throw new Error("the codes were right");
  return { presentedSession: letters.digest.session(checked.token) };
}

/** Somebody new each time: codes are limited per number. */
function somebody(number: string) {
  const addressee = {
    email: `p${number}@example.be`,
    mobile: `+3247100${number}`,
    name: "Peeters",
    first_names: "Jan",
    language: "nl",
    addressee_consent: { basis: "clause", words: "Art. 12 of the lease." },
  };
  return { addressees: [addressee], attachment: Buffer.from("%PDF-1.7 lease") };
}

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  const owner = bench.context("owner").db;
  await owner.updateTable("person").set({ family_name: SECRETS.person }).execute();
  collected = await letters.send(somebody("1111"));
  const identification = { national_register_number: SECRETS.registerNumber, birth_date: SECRETS.birthDate };
  await owner
    .updateTable("delivery")
    .set({ identification: JSON.stringify(identification) })
    .execute();
  session = await identify(collected);
  await acceptMessage(ctx(), bench, { door: session, arrivedAt: await arrivedAt(), visitor, page });
  await letters.consign(collected.deliveryId);
  await bookHandover(ctx(), session, { whole: false, arrivedAt: await arrivedAt() });
  await bookHandover(ctx(), session, { whole: true, arrivedAt: await arrivedAt() });
  await openParts(ctx(), bench, { door: session, ordinal: null, arrivedAt: await arrivedAt(), visitor });

  refused = await letters.send(somebody("2222"));
  const door = { presented: letters.digest.link(refused.token) };
  await stateNotForMe(ctx(), { door, arrivedAt: await arrivedAt(), visitor });
  const refusing = await identify(refused);
  await refuseMessage(ctx(), { door: refusing, arrivedAt: await arrivedAt(), visitor, page });

  failed = await letters.send(somebody("3333"));
  const accepting = await identify(failed);
  await acceptMessage(ctx(), bench, { door: accepting, arrivedAt: await arrivedAt(), visitor, page });
  await letters.stamp(failed.deliveryId);
  const gone = { present: () => Promise.resolve(false) };
  await bookConsignment(bench.context("worker"), gone, failed.deliveryId);
});
afterAll(() => bench.close());

async function recordsOf(deliveryId: string): Promise<readonly EvidenceFacts[]> {
  const rows = await bench
    .context("worker")
    .db.selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", deliveryId)
    .orderBy("seq")
    .execute();
  return rows.map((row) => JSON.parse(row.canonical) as EvidenceFacts);
}

test("each life leaves the events of its acts, each once", async () => {
  expect(await letters.records(collected.deliveryId)).toEqual([
    "SubmissionAcceptance",
    "NotificationForAcceptance",
    "NotificationAccessTracking",
    "ConsignmentAcceptance",
    "ContentConsignment",
    "ContentHandoverFailure",
    "ContentHandover",
    "ContentAccessTracking",
    "ContentAccessTracking",
  ]);
  expect(await letters.records(refused.deliveryId)).toEqual([
    "SubmissionAcceptance",
    "NotificationForAcceptance",
    "NotForMe",
    "NotificationAccessTracking",
    "ConsignmentRejection",
  ]);
  expect((await letters.records(failed.deliveryId)).at(-1)).toBe("ContentConsignmentFailure");
});

test("the chains are coherent", async () => {
  const { db } = bench.context("owner");
  expect(await lintAll(db)).toEqual([]);
  expect(await lintDelivery(db, collected.deliveryId)).toEqual([]);
});

test("what the records name is kept under them, and each artifact is named by a record", async () => {
  for (const { deliveryId } of [collected, refused]) {
    const records = await recordsOf(deliveryId);
    const named = records.flatMap(({ notice, decision_page: decision }) => [
      ...(notice?.channels ?? []).flatMap((channel) => [channel.sent_sha256, channel.dialogue_sha256]),
      ...(decision ? [decision.sha256] : []),
    ]);
    const kept = await transact(bench.context("sealer").db, {}, (trx) => listArtifacts(trx, deliveryId));
    expect(new Set(kept.map(({ sha256 }) => sha256))).toEqual(new Set(named));
    expect(kept.map(({ kind }) => kind).toSorted()).toEqual([
      "decision_page",
      "notice_mail",
      "notice_sms",
      "provider_answer",
      "smtp_dialogue",
    ]);
    for (const { sha256, bytes } of kept)
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  }
});

test("no record and no XML holds address, browser, token, code, register number, birth date or a member's name", async () => {
  const stamp = {
    token: new Uint8Array(40),
    path: { index: 0, size: 1, hashes: [] },
    genTime: await arrivedAt(),
  };
  for (const letter of [collected, refused, failed]) {
    const secrets = [
      ...Object.values(SECRETS),
      letter.token,
      letters.digest.link(letter.token),
      letter.checkCode,
      session.presentedSession ?? "",
    ];
    for (const facts of await recordsOf(letter.deliveryId)) {
      const canonical = canonicalJson(facts);
      const said = isEventName(facts.type)
        ? canonical + evidenceXml(facts, canonical, new Uint8Array(32), stamp)
        : canonical;
      for (const secret of secrets) expect(said, `${facts.type} tells ${secret}`).not.toContain(secret);
    }
  }
});
