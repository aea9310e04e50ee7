// Facts of one collected delivery with awkward names, for the tests of this package.

import { canonicalJson, type EvidenceFacts } from "@posthorn/domain";

export const EXAMPLE_FACTS: EvidenceFacts = {
  version: 2,
  id: "evd_01jd7q3v6k8m2n4p5r6s7t8v9w",
  delivery: "dlv_01jd7q3v6k8m2n4p5r6s7t8v9x",
  seq: 3,
  prev_hash: "ab".repeat(32),
  type: "ConsignmentAcceptance",
  event_at: "2026-11-21T09:02:14.123Z",
  recorded_at: "2026-11-21T09:02:14.180Z",
  trust_status: "demonstration",
  policies: [
    "https://posthorn.example/policy/practice-statement/1",
    "https://posthorn.example/policy/terms/1",
  ],
  issuer: { name: "Posthorn demonstration", country: "BE", certificate_sha256: "cd".repeat(32) },
  sender: {
    kind: "company",
    name: 'Vlaamse "Zaken" & Zonen <NV>',
    enterprise_number: "0123456749",
    town: "Gent",
    member: "mbr_7f3a",
    authentication: { method: "password+totp", at: "2026-11-21T08:00:00.000Z" },
    identified: { method: "eid", at: "2026-03-02T08:00:00.000Z", level: "high", issuer: "Belgian eID" },
  },
  recipient: {
    kind: "person",
    name: "Wałęsa-Ő",
    first_names: "Zoë 🙂 Ștefan",
    email: "zoe@example.be",
    mobile: "+32470123456",
    postal_address: {
      street: "Rue de l'Église",
      number: "1",
      box: "2",
      postcode: "1000",
      town: "BRUXELLES",
      country: "BE",
    },
    language: "fr",
    consent: { basis: "clause", stated_on: "2026-01-05", words: "art. 12\r\n\tlid 2" },
    supplied_by: "sender",
  },
  submitted_at: "2026-11-21T08:30:00.000Z",
  required_identification: "codes",
  postal_fallback: false,
  subject: "Ingebrekestelling ]]> & co",
  parts: [
    { name: "message.txt", type: "text/plain; charset=utf-8", size: 120, sha256: "01".repeat(32) },
    {
      name: "contract \u0007 <1> & 'é'.pdf",
      type: "application/pdf",
      size: 102_400,
      sha256: "02".repeat(32),
    },
  ],
  window: {
    collection_days: 15,
    deadline: "2026-12-07T00:00+01:00",
    collect_until: "2026-12-06",
    final_by: "2027-01-02",
  },
  reasons: ["own:after_window_before_printing"],
  collector: {
    authentication: { method: "codes", at: "2026-11-21T09:01:50.000Z" },
    matched_on: "mailbox+phone",
    identification_commitment: "ef".repeat(32),
  },
  notice: {
    round: 1,
    kind: "window",
    channels: [
      {
        channel: "email",
        to: "zoe@example.be",
        outcome: "accepted",
        at: "2026-11-21T08:30:01.000Z",
        answer: '250 2.0.0 "Ok" <queued>\tas 12\r\n',
        sent_sha256: "03".repeat(32),
      },
      { channel: "sms", to: "+32470123456", outcome: "pending", provider_id: "SM1" },
    ],
  },
  decision_page: { language: "fr", version: "1", sha256: "04".repeat(32) },
  details: { after_window_before_printing: true, attempts: 2, note: null },
};

export const EXAMPLE_CANONICAL = canonicalJson(EXAMPLE_FACTS);
export const EXAMPLE_RANDOM = Uint8Array.from({ length: 32 }, (_, index) => index);
