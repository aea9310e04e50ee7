// Coherent lives of a delivery, from submission to end, with real leaves: what the rules must pass, and plants start from.

import { createHash, createHmac } from "node:crypto";
import {
  canonicalJson,
  collectUntilOf,
  type EvidenceFacts,
  extendByOneDay,
  finalBy,
  windowDeadline,
} from "@posthorn/domain";
import { EXAMPLE_FACTS } from "../example-facts.ts";
import type { LintRecord } from "./chain.ts";

export interface LifeOptions {
  readonly submittedAt: Temporal.Instant;
  /** Of acts after the notice, from it. */
  readonly waitMinutes: number;
  readonly collectionDays: number;
}

type Draft = Partial<EvidenceFacts> & { readonly type: string };

/** Writes a chain record by record, as the verbs do. */
function writer({ submittedAt, collectionDays }: LifeOptions, fallback: boolean) {
  const records: LintRecord[] = [];
  const { collector: _c, notice: _n, reasons: _r, details: _d, decision_page: _p, ...base } = EXAMPLE_FACTS;
  let recipient = base.recipient;
  let deadline: Temporal.Instant | null = null;
  return {
    records,
    get deadline(): Temporal.Instant {
      if (!deadline) throw new Error("no window runs");
      return deadline;
    },
    open(at: Temporal.Instant) {
      deadline = windowDeadline(at, collectionDays).deadlineAt;
    },
    extend() {
      deadline = deadline && extendByOneDay(deadline);
    },
    shut() {
      deadline = null;
    },
    repair(email: string) {
      recipient = { ...recipient, email };
    },
    recipient: () => recipient,
    write(at: Temporal.Instant, draft: Draft, recordedAt = at.add({ milliseconds: 40 })) {
      const previous = records.at(-1);
      const closed = records.some(({ facts }) => facts.closing !== undefined);
      const seq = records.length + 1;
      const { closing, ...rest } = draft;
      const facts: EvidenceFacts = {
        ...base,
        id: `evd_${seq}`,
        seq,
        prev_hash: previous?.leaf ?? "0".repeat(64),
        recipient,
        event_at: millis(at),
        recorded_at: millis(recordedAt),
        submitted_at: millis(submittedAt),
        postal_fallback: fallback,
        window: {
          collection_days: collectionDays,
          ...(deadline
            ? { deadline: millis(deadline), collect_until: collectUntilOf(deadline).toString() }
            : {}),
          final_by: finalBy(submittedAt, collectionDays, fallback).toString(),
        },
        ...rest,
        ...(closed ? { after_final: true } : {}),
        ...(closing ? { closing: { records: seq, head: previous?.leaf ?? "0".repeat(64) } } : {}),
      };
      const stampedAt = recordedAt.add({ milliseconds: 20 });
      records.push(withLeaf({ facts, leaf: "", stampedAt, sealedAt: stampedAt.add({ milliseconds: 20 }) }));
    },
  };
}

type Writer = ReturnType<typeof writer>;

const CLOSES = { closing: { records: 0, head: "" } } as const;

function notified(life: Writer, options: LifeOptions, round = 1): Temporal.Instant {
  const at = options.submittedAt.add({ seconds: 2 * round * round });
  life.open(at);
  life.write(at, { type: "NotificationForAcceptance", notice: notice(life, round, "accepted") });
  return at;
}

function notice(life: Writer, round: number, outcome: "accepted" | "refused" | "delivered" | "failed") {
  const to = life.recipient().email;
  return { round, kind: "window", channels: [{ channel: "email", to, outcome }] } as const;
}

function submitted(options: LifeOptions, fallback = false): Writer {
  const life = writer(options, fallback);
  life.write(options.submittedAt, { type: "SubmissionAcceptance" }, options.submittedAt);
  return life;
}

function acting(at: Temporal.Instant): Pick<EvidenceFacts, "collector"> & { readonly decision_page: object } {
  const authenticated = millis(at.subtract({ minutes: 3 }));
  return {
    collector: { authentication: { method: "codes", at: authenticated }, matched_on: "mailbox+phone" },
    decision_page: { language: "nl", version: "1", sha256: "04".repeat(32) },
  };
}

function used(life: Writer, at: Temporal.Instant, opens = false): void {
  if (opens) life.open(at);
  life.write(at, { type: "NotificationAccessTracking", details: { round: 1, opened_window: opens } });
}

function collected(life: Writer, at: Temporal.Instant, late = false): void {
  const { collector, ...page } = acting(at);
  const who = collector ? { collector } : {};
  const reasons = late ? { reasons: ["own:after_window_before_printing"] } : {};
  life.write(at, { type: "ConsignmentAcceptance", ...who, ...page, ...reasons } as Draft);
  life.write(at.add({ seconds: 1 }), { type: "ContentConsignment", ...who, ...CLOSES });
  life.write(at.add({ seconds: 2 }), { type: "ContentHandoverFailure", ...who, reasons: ["own:broken_off"] });
  life.write(at.add({ seconds: 5 }), { type: "ContentHandover", ...who });
  const [part] = life.records[0]?.facts.parts ?? [];
  if (part) life.write(at.add({ seconds: 9 }), { type: "ContentAccessTracking", ...who, part: partOf(part) });
}

function partOf({ name, sha256 }: EvidenceFacts["parts"][number]) {
  return { name, sha256 };
}

function expired(life: Writer, closes: boolean): void {
  const at = life.deadline;
  const draft = {
    type: "AcceptanceRejectionExpiry",
    reasons: ["own:window_passed"],
    ...(closes ? CLOSES : {}),
  };
  life.write(at, draft, at.add({ seconds: 61 }));
}

function letter(life: Writer, options: LifeOptions): Temporal.Instant {
  const opened = notified(life, options);
  expired(life, false);
  const at = life.deadline;
  life.write(at, { type: "LetterToPrint", details: { after: "expired" } }, at.add({ seconds: 61 }));
  return opened;
}

export const LIVES: Readonly<Record<string, (options: LifeOptions) => readonly LintRecord[]>> = {
  collected(options) {
    const life = submitted(options);
    const at = notified(life, options);
    life.write(at.add({ seconds: 3 }), {
      type: "NotificationDelivered",
      notice: notice(life, 1, "delivered"),
    });
    const act = at.add({ minutes: options.waitMinutes });
    used(life, act.subtract({ minutes: 4 }));
    collected(life, act);
    return life.records;
  },
  "collected with itsme": (options) => identifiedAs(LIVES["collected"]?.(options) ?? [], BY_ITSME),
  "collected for an organisation": (options) =>
    identifiedAs(LIVES["collected"]?.(options) ?? [], BY_MEMBER, ORGANISATION),
  "collected by a use that proved the notice"(options) {
    const life = submitted(options);
    const at = options.submittedAt.add({ minutes: options.waitMinutes });
    used(life, at, true);
    collected(life, at.add({ minutes: 9 }));
    return life.records;
  },
  refused(options) {
    const life = submitted(options);
    const act = notified(life, options).add({ minutes: options.waitMinutes });
    used(life, act.subtract({ minutes: 4 }));
    life.write(act, {
      type: "ConsignmentRejection",
      reasons: ["own:addressee_refused"],
      ...acting(act),
      ...CLOSES,
    } as Draft);
    return life.records;
  },
  expired(options) {
    const life = submitted(options);
    const at = notified(life, options);
    const reminder = { round: 1, kind: "reminder", reminder: 1, channels: [] } as const;
    life.write(at.add({ hours: 20 }), { type: "NotificationForAcceptance", notice: reminder });
    life.write(at.add({ hours: 21 }), { type: "NotForMe", details: { stated_by: "holder of the link" } });
    expired(life, true);
    return life.records;
  },
  "expired after an outage"(options) {
    const life = submitted(options);
    notified(life, options);
    const [was, at] = [life.deadline, life.deadline.add({ seconds: 61 })];
    life.extend();
    const details = { outage_minutes: 75, deadline_before: millis(was), deadline: millis(life.deadline) };
    life.write(at, { type: "WindowExtendedForOutage", details });
    expired(life, true);
    return life.records;
  },
  "repaired and expired"(options) {
    const life = submitted(options);
    notified(life, options);
    const at = life.records[1] ? Temporal.Instant.from(life.records[1].facts.event_at) : options.submittedAt;
    life.shut();
    const failure = { type: "NotificationForAcceptanceFailure", reasons: ["R_ERDS_Unreachable"] };
    life.write(at.add({ seconds: 1 }), { ...failure, notice: notice(life, 1, "failed") });
    const old = life.recipient().email;
    life.repair("zoe@elsewhere.example");
    const details = {
      fields: "email",
      email_before_sha256: digest(old),
      email_after_sha256: digest(life.recipient().email),
    };
    life.write(at.add({ seconds: 2 }), { type: "AddresseeContactRepaired", details });
    notified(life, options, 2);
    expired(life, true);
    return life.records;
  },
  unreachable(options) {
    const life = submitted(options);
    const at = options.submittedAt.add({ seconds: 2 });
    life.write(at, { type: "NotificationForAcceptance", notice: notice(life, 1, "refused") });
    const failure = { type: "NotificationForAcceptanceFailure", reasons: ["R_ERDS_Unreachable"] };
    life.write(at, {
      ...failure,
      notice: notice(life, 1, "refused"),
      details: { round: 1, unreachable: false },
    });
    const details = { round: 1, unreachable: true };
    life.write(at.add({ hours: 120 }), { ...failure, details, ...CLOSES });
    return life.records;
  },
  "collected before the letter was printed"(options) {
    const life = submitted(options, true);
    letter(life, options);
    collected(life, life.deadline.add({ minutes: 90 }), true);
    return life.records;
  },
  "posted and delivered"(options) {
    const life = submitted(options, true);
    letter(life, options);
    const at = life.deadline.add({ hours: 30 });
    life.write(at, { type: "LetterReleased" });
    life.write(at.add({ hours: 1 }), { type: "LetterPrinted" });
    const relay = { operator: "bpost", item: "010541288500452621221234567890" };
    life.write(at.add({ hours: 2 }), { type: "RelayToNonERDS", relay });
    const carrier = { source: "bpost", outcome: "delivered" } as const;
    life.write(at.add({ hours: 60 }), {
      type: "CarrierStatement",
      carrier,
      details: { outcome: "delivered" },
      ...CLOSES,
    });
    const later = { type: "CarrierStatement", details: { outcome: "returned", correction: true } };
    life.write(at.add({ hours: 90 }), later);
    return life.records;
  },
  "fallen out, printed again and posted"(options) {
    const life = submitted(options, true);
    letter(life, options);
    const at = life.deadline.add({ hours: 30 });
    life.write(at, { type: "LetterReleased" });
    life.write(at.add({ hours: 1 }), { type: "LetterPrinted" });
    life.write(at.add({ hours: 2 }), { type: "LetterToPrint", details: { after: "fell_out" } });
    life.write(at.add({ hours: 26 }), { type: "LetterPrinted" });
    life.write(at.add({ hours: 28 }), { type: "RelayToNonERDS", relay: { operator: "bpost" } });
    const presented = { source: "bpost", outcome: "presented" } as const;
    life.write(at.add({ hours: 50 }), { type: "CarrierStatement", carrier: presented });
    life.write(at.add({ hours: 750 }), { type: "CarrierSilent", ...CLOSES });
    return life.records;
  },
  "called off before its release"(options) {
    const life = submitted(options, true);
    letter(life, options);
    const failure = { type: "RelayToNonERDSFailure", reasons: ["own:called_off"], ...CLOSES };
    life.write(life.deadline.add({ hours: 3 }), failure);
    return life.records;
  },
  "not postable"(options) {
    const life = submitted(options, true);
    letter(life, options);
    const failure = { type: "RelayToNonERDSFailure", reasons: ["own:not_postable"], ...CLOSES };
    life.write(life.deadline.add({ hours: 30 }), failure);
    return life.records;
  },
  "refused submission"(options) {
    const life = writer(options, false);
    const draft = {
      type: "SubmissionRejection",
      reasons: ["R_ERDS_PolicyViolation"],
      subject: "",
      parts: [],
      ...CLOSES,
    };
    life.write(options.submittedAt, draft, options.submittedAt);
    return life.records;
  },
};

const RANDOM = new Uint8Array(32).fill(7);

/** The record with the leaf that its facts give. */
function withLeaf(record: LintRecord): LintRecord {
  const canonical = canonicalJson(record.facts);
  const leaf = createHmac("sha256", RANDOM).update(canonical, "utf8").digest("hex");
  return { ...record, canonical, random: RANDOM, leaf };
}

/** Reckons the chain anew, as one would who holds the database: numbers, pointers, leaves and the closing record all fit. */
const BY_ITSME = {
  authentication: { method: "itsme", level: "high", issuer: "itsme" },
  name: "Zoë 🙂 Wałęsa-Ő",
  matched_on: "name",
  identification_commitment: "ef".repeat(32),
} as const;
const { name: _name, ...UNNAMED } = BY_ITSME;
const BY_MEMBER = { ...UNNAMED, member: "M-4F7K", matched_on: "member+enterprise_number" } as const;
const { first_names: _first, ...NAMED } = EXAMPLE_FACTS.recipient;
const ORGANISATION = {
  ...NAMED,
  kind: "organisation",
  name: "Immo bv",
  enterprise_number: "0202239951",
} as const;

/** The same life, where identification was asked: by this identity, as it would have been told of each act. */
function identifiedAs(
  records: readonly LintRecord[],
  by: typeof BY_ITSME | typeof BY_MEMBER,
  recipient?: EvidenceFacts["recipient"],
): readonly LintRecord[] {
  return rechain(
    records.map(({ facts: { collector, ...facts }, ...record }) => ({
      ...record,
      facts: {
        ...facts,
        required_identification: "eid_or_itsme" as const,
        ...(recipient && { recipient }),
        ...(collector && {
          collector: { ...by, authentication: { ...by.authentication, at: collector.authentication.at } },
        }),
      },
    })),
  );
}

export function rechain(records: readonly LintRecord[]): readonly LintRecord[] {
  let head = "0".repeat(64);
  return records.map((record, index) => {
    const { closing, ...facts } = { ...record.facts, seq: index + 1, prev_hash: head };
    const closes = closing ? { closing: { records: index + 1, head } } : {};
    const made = withLeaf({ ...record, facts: { ...facts, ...closes } });
    head = made.leaf;
    return made;
  });
}

export function millis(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "millisecond" });
}

function digest(value: string): string {
  return createHash("sha256").update(value, "utf8").digest("hex");
}
