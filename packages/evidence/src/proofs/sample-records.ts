// Records of an invented delivery, for the tests of this package's proofs.

import { createHash } from "node:crypto";
import type { CollectorFacts, EvidenceFacts, NoticeFacts, PartFacts } from "@posthorn/domain";
import type { SealedRecord } from "./proof-request.ts";

/** The same parts with their print renditions, as a delivery has them that may become a letter. */
export function printedParts(parts: readonly PartFacts[]): readonly PartFacts[] {
  return parts.map((part, index) => ({
    ...part,
    print: {
      size: 48_213 + index,
      sha256: sha256(`rendition of ${part.name}`),
      pages: index + 1,
      converter: "Posthorn typesetter 1",
    },
  }));
}

const ACCEPTED_AT = "2026-11-21T09:02:14.118Z";

export const SAMPLE_PARTS: readonly PartFacts[] = [
  { name: "message.txt", type: "text/plain", size: 412, sha256: sha256("message") },
  { name: "lease-2024.pdf", type: "application/pdf", size: 1_843_201, sha256: sha256("lease") },
];

const BASE: EvidenceFacts = {
  version: 1,
  id: "ev_01JD5N8Q4TJ6Z0V9M3K2W7X1YB",
  delivery: "dlv_01JD5N8Q4T8K2M0P6R3S9V7X1Z",
  seq: 1,
  prev_hash: "0".repeat(64),
  type: "SubmissionAcceptance",
  event_at: ACCEPTED_AT,
  recorded_at: ACCEPTED_AT,
  trust_status: "demonstration",
  policies: [
    "https://posthorn.example/policies/practice-statement/1",
    "https://posthorn.example/policies/terms/1",
  ],
  issuer: { name: "Posthorn demonstration", country: "BE" },
  sender: {
    kind: "company",
    name: "Immo Vandewalle bv",
    enterprise_number: "0403019261",
    town: "Gent",
    member: "M-4F7K",
    authentication: { method: "password+totp", at: "2026-11-21T08:55:02.000Z" },
    identified: { method: "itsme", at: "2026-10-03T07:12:44.000Z", level: "high", issuer: "itsme" },
  },
  recipient: {
    kind: "person",
    name: "Peeters",
    first_names: "Jan",
    email: "jan.peeters@example.be",
    mobile: "+32470123456",
    postal_address: {
      street: "Kerkstraat",
      number: "12",
      box: "3",
      postcode: "9000",
      town: "Gent",
      country: "BE",
    },
    language: "nl",
    consent: {
      basis: "clause",
      stated_on: "2024-03-01",
      words: "De huurder aanvaardt aangetekende zendingen op dit e-mailadres.",
    },
    supplied_by: "sender",
  },
  submitted_at: ACCEPTED_AT,
  required_identification: "codes",
  postal_fallback: false,
  subject: "Formal notice: rent arrears, Kerkstraat 12",
  parts: SAMPLE_PARTS,
  window: { collection_days: 15, final_by: "2027-01-02" },
};

const OPEN_WINDOW = {
  ...BASE.window,
  deadline: "2026-12-07T00:00:00.000+01:00",
  collect_until: "2026-12-06",
};

export const BY_CODES: CollectorFacts = {
  authentication: { method: "codes", at: "2026-11-25T17:40:51.000Z" },
  matched_on: "mailbox+phone",
};

export const BY_ITSME: CollectorFacts = {
  authentication: {
    method: "itsme",
    at: "2026-11-25T17:40:51.000Z",
    level: "high",
    issuer: "https://idp.prd.itsme.services/v2",
  },
  name: "Jan Peeters",
  matched_on: "name+birth_date",
  identification_commitment: sha256("identification"),
};

const { name: _name, ...UNNAMED } = BY_ITSME;
/** For an organisation: its member, whose name stays with the service. */
export const BY_MEMBER: CollectorFacts = {
  ...UNNAMED,
  member: "M-4F7K",
  matched_on: "member+enterprise_number",
};

const NOTICE: NoticeFacts = {
  round: 1,
  kind: "window",
  channels: [
    {
      channel: "email",
      to: "jan.peeters@example.be",
      outcome: "accepted",
      at: "2026-11-21T09:02:15.302Z",
      answer: "250 2.0.0 Ok: queued as 4XyZ1r2bQz",
    },
    {
      channel: "sms",
      to: "+32470123456",
      outcome: "pending",
      at: "2026-11-21T09:02:15.480Z",
      provider_id: "SM01",
    },
  ],
};

export type SampleStep = Partial<EvidenceFacts> & Pick<EvidenceFacts, "type">;

/** Sealed records of one delivery; `overrides` go into every record. Leaves and XML are stand-ins that only a test may hold. */
export function sampleRecords(
  steps: readonly SampleStep[],
  overrides: Partial<EvidenceFacts> = {},
): readonly SealedRecord[] {
  let previous = BASE.prev_hash;
  return steps.map((step, index): SealedRecord => {
    const at = step.event_at ?? BASE.event_at;
    const facts = {
      ...BASE,
      ...overrides,
      seq: index + 1,
      id: `${BASE.id.slice(0, -2)}${String(index + 10)}`,
      prev_hash: previous,
      event_at: at,
      recorded_at: at,
      ...step,
    };
    const leaf = sha256(JSON.stringify(facts));
    previous = leaf;
    const sealedAt = Temporal.Instant.from(at).add({ milliseconds: 840 });
    return {
      facts,
      leaf,
      xml: sampleXml(facts),
      stampedAt: sealedAt.subtract({ milliseconds: 300 }),
      sealedAt,
      logIndex: 48_211 + index,
    };
  });
}

function sampleXml({ id, type }: EvidenceFacts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Evidence xmlns="urn:sample" id="${id}" event="${type}"/>\n`;
}

const SUBMITTED: SampleStep = { type: "SubmissionAcceptance" };
const NOTIFIED: SampleStep = {
  type: "NotificationForAcceptance",
  event_at: "2026-11-21T09:02:15.302Z",
  window: OPEN_WINDOW,
  notice: NOTICE,
};
const SMS_DELIVERED: SampleStep = {
  type: "NotificationDelivered",
  event_at: "2026-11-21T09:02:19.000Z",
  window: OPEN_WINDOW,
  notice: {
    round: 1,
    kind: "window",
    channels: [
      {
        channel: "sms",
        to: "+32470123456",
        outcome: "delivered",
        at: "2026-11-21T09:02:19.000Z",
        provider_id: "SM01",
      },
    ],
  },
};
const REMINDED: SampleStep = {
  type: "NotificationForAcceptance",
  event_at: "2026-11-24T08:00:03.100Z",
  window: OPEN_WINDOW,
  notice: {
    round: 1,
    kind: "reminder",
    reminder: 1,
    channels: NOTICE.channels.slice(0, 1).map((channel) => ({ ...channel, at: "2026-11-24T08:00:03.100Z" })),
  },
};

const LETTER: SampleStep = {
  type: "AcceptanceRejectionExpiry",
  event_at: "2026-12-06T23:00:00.000Z",
  window: OPEN_WINDOW,
  reasons: ["own:window_passed"],
};
const TO_PRINT: SampleStep = {
  type: "LetterToPrint",
  event_at: "2026-12-06T23:00:00.000Z",
  window: OPEN_WINDOW,
  details: { after: "expired" },
};
const RELEASED: SampleStep = { type: "LetterReleased", event_at: "2026-12-08T07:02:11.400Z" };
const PRINTED: SampleStep = { type: "LetterPrinted", event_at: "2026-12-08T07:40:00.000Z" };
const POSTED: SampleStep = {
  type: "RelayToNonERDS",
  event_at: "2026-12-08T14:05:00.000Z",
  relay: {
    operator: "bpost",
    item: "010541288500452621221234567890",
    service: "Aangetekende zending",
    batch: "1042",
    print_sha256: sha256("print file"),
    pages: 5,
    sheets: 3,
    address: "Jan Peeters, Kerkstraat 12 bus 3, 9000 GENT",
    receipt_sha256: sha256("receipt"),
  },
};

export const STEPS = {
  submission: [SUBMITTED],
  notification: [SUBMITTED, NOTIFIED, SMS_DELIVERED],
  nonNotification: [
    SUBMITTED,
    {
      type: "NotificationForAcceptanceFailure",
      event_at: "2026-11-21T09:02:16.000Z",
      reasons: ["R_ERDS_Unreachable"],
      notice: {
        round: 1,
        kind: "window",
        channels: [
          {
            channel: "email",
            to: "jan.peeters@example.be",
            outcome: "failed",
            at: "2026-11-21T09:02:15.900Z",
            answer:
              "550 5.1.1 <jan.peeters@example.be>: Recipient address rejected: User unknown in virtual mailbox table",
          },
          { channel: "sms", to: "+32470123456", outcome: "accepted", at: "2026-11-21T09:02:15.480Z" },
        ],
      },
    },
  ],
  collection: (collector: CollectorFacts, handedOver: boolean): readonly SampleStep[] => [
    SUBMITTED,
    NOTIFIED,
    SMS_DELIVERED,
    REMINDED,
    { type: "NotificationAccessTracking", event_at: "2026-11-25T17:38:10.000Z", window: OPEN_WINDOW },
    { type: "ConsignmentAcceptance", event_at: "2026-11-25T17:41:07.211Z", window: OPEN_WINDOW, collector },
    {
      type: "ContentConsignment",
      event_at: "2026-11-25T17:41:07.911Z",
      window: OPEN_WINDOW,
      collector,
      closing: { records: 7, head: sha256("head") },
    },
    ...(handedOver
      ? [
          {
            type: "ContentHandover",
            event_at: "2026-11-25T17:41:12.020Z",
            window: OPEN_WINDOW,
            collector,
            after_final: true,
          } as const,
        ]
      : []),
  ],
  refusal: (collector: CollectorFacts): readonly SampleStep[] => [
    SUBMITTED,
    NOTIFIED,
    SMS_DELIVERED,
    {
      type: "ConsignmentRejection",
      event_at: "2026-11-25T17:41:07.211Z",
      window: OPEN_WINDOW,
      collector,
      reasons: ["own:addressee_refused"],
      closing: { records: 4, head: sha256("head") },
    },
  ],
  expiry: [
    SUBMITTED,
    NOTIFIED,
    SMS_DELIVERED,
    REMINDED,
    {
      type: "AcceptanceRejectionExpiry",
      event_at: "2026-12-06T23:00:00.000Z",
      window: OPEN_WINDOW,
      reasons: ["own:window_passed"],
      closing: { records: 5, head: sha256("head") },
    },
  ],
  posting: [SUBMITTED, NOTIFIED, LETTER, TO_PRINT, RELEASED, PRINTED, POSTED],
  notPosted: [
    SUBMITTED,
    NOTIFIED,
    LETTER,
    TO_PRINT,
    {
      type: "RelayToNonERDSFailure",
      event_at: "2026-12-07T09:14:00.000Z",
      reasons: ["own:called_off"],
      closing: { records: 5, head: sha256("head") },
    },
  ],
  postOutcome: [
    SUBMITTED,
    NOTIFIED,
    LETTER,
    TO_PRINT,
    RELEASED,
    PRINTED,
    POSTED,
    {
      type: "CarrierStatement",
      event_at: "2026-12-09T15:30:00.000Z",
      carrier: {
        source: "bpost",
        outcome: "presented",
        at: "2026-12-09T09:02:00.000Z",
        words: "Bestemmeling afwezig",
        raw_sha256: sha256("carrier report 1"),
      },
    },
    {
      type: "CarrierStatement",
      event_at: "2026-12-11T15:30:00.000Z",
      carrier: {
        source: "bpost",
        outcome: "delivered",
        at: "2026-12-11T09:12:00.000Z",
        words: "Uitgereikt tegen handtekening",
        raw_sha256: sha256("carrier report"),
      },
      closing: { records: 9, head: sha256("head") },
    },
  ],
} as const satisfies Record<string, readonly SampleStep[] | ((...args: never[]) => readonly SampleStep[])>;

/** Everything that once broke a page: long names, emoji, letters of many alphabets, an organisation, twenty parts. */
export const HARD: Partial<EvidenceFacts> = {
  subject: `Mise en demeure 😀 pour Łukasz Őry-Țepeș — ${"un objet très long ".repeat(12)}fin\r\nBcc: nobody`,
  sender: {
    ...BASE.sender,
    name: "Vereniging van Mede-eigenaars Residentie Zeezicht Blok A, B en C te Middelkerke 🏖️ ivzw",
  },
  recipient: {
    ...BASE.recipient,
    kind: "organisation",
    name: "Ștefănescu & Žižková Łódź-Győr Engineering 👍🏽🇧🇪 👨‍👩‍👧 漢字 international holding",
    first_names: "",
    attention_of: "Őrsi Łukasz Țepeș-Vandenbroucke de la Tour d’Auvergne",
    enterprise_number: "0202239951",
    email: `${"a-very-long-mailbox-name.".repeat(4)}x@subdomain.of.an.even-longer-domain-name.example.be`,
  },
  postal_fallback: true,
  parts: [
    ...SAMPLE_PARTS,
    ...Array.from({ length: 18 }, (_, index): PartFacts => {
      const name =
        index % 3 === 0
          ? `Bijlage ${index + 1} – plan gelijkvloers ✅ ${"zeer-lange-bestandsnaam-".repeat(4)}.pdf`
          : `facture_№${index + 1}_Łőș.pdf`;
      return {
        name,
        type: "application/pdf",
        size: 1000 ** (index % 4) * 7 + 1,
        sha256: sha256(`part ${index}`),
      };
    }),
  ],
};

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
