// Form 2 of what happened around the event, for readers of the XML (ETSI EN 319 522-3, TransactionLogInformation).

import type { EvidenceFacts } from "@posthorn/domain";
import { element, type XmlElement } from "../write.ts";

/** The addressee is told before, and decides whether he takes the content (ETSI EN 319 522-2, consignment mode). */
const CONSENTED_CONSIGNMENT = "http://uri.etsi.org/19522/v1#/consignment/consent";

/** One entry per group of facts that the standard has no element for. */
export function describeLog(facts: EvidenceFacts): XmlElement {
  const entries = [
    element("x:Delivery", {
      consignmentMode: CONSENTED_CONSIGNMENT,
      postalFallback: String(facts.postal_fallback),
      requiredIdentification: facts.required_identification,
      trustStatus: facts.trust_status,
    }),
    element("x:Chain", {
      afterFinal: facts.after_final === undefined ? undefined : String(facts.after_final),
      previous: facts.prev_hash,
      recordedAt: facts.recorded_at,
      seq: String(facts.seq),
    }),
    describeSizes(facts),
    describePrints(facts),
    describeWindow(facts),
    describeNotice(facts),
    facts.decision_page && element("x:DecisionPage", { ...facts.decision_page }),
    facts.part && element("x:Part", { ...facts.part }),
    describeRelay(facts),
    describeCarrier(facts),
    describeDetails(facts),
    facts.closing &&
      element("x:Closing", { head: facts.closing.head, records: String(facts.closing.records) }),
  ];
  const logs = entries
    .filter((entry) => entry !== undefined)
    .map((entry) => element("e:TransactionLog", {}, entry));
  return element("e:TransactionLogInformation", {}, ...logs);
}

/** The schema has no place for sizes; names and digests stand in `UserContentInfo`. */
function describeSizes({ parts }: EvidenceFacts): XmlElement | undefined {
  if (parts.length === 0) return undefined;
  return element(
    "x:Sizes",
    {},
    ...parts.map(({ name, size }) => element("x:Size", { name, octets: String(size) })),
  );
}

/** How each part looks on paper, where a letter was to follow; the letter is built from these alone. */
function describePrints({ parts }: EvidenceFacts): XmlElement | undefined {
  const prints = parts.flatMap(({ name, print }) =>
    print === undefined
      ? []
      : [
          element("x:Print", {
            converter: print.converter,
            name,
            octets: String(print.size),
            pages: String(print.pages),
            sha256: print.sha256,
          }),
        ],
  );
  return prints.length === 0 ? undefined : element("x:Prints", {}, ...prints);
}

function describeRelay({ relay }: EvidenceFacts): XmlElement | undefined {
  if (!relay) return undefined;
  return element("x:Relay", {
    address: relay.address,
    batch: relay.batch,
    item: relay.item,
    operator: relay.operator,
    pages: relay.pages?.toString(),
    printSha256: relay.print_sha256,
    receiptSha256: relay.receipt_sha256,
    service: relay.service,
    sheets: relay.sheets?.toString(),
  });
}

function describeCarrier({ carrier }: EvidenceFacts): XmlElement | undefined {
  if (!carrier) return undefined;
  return element("x:CarrierStates", {
    at: carrier.at,
    outcome: carrier.outcome,
    rawSha256: carrier.raw_sha256,
    source: carrier.source,
    words: carrier.words,
  });
}

function describeWindow({ window }: EvidenceFacts): XmlElement {
  return element("x:Window", {
    collectUntil: window.collect_until,
    collectionDays: String(window.collection_days),
    deadline: window.deadline,
    finalBy: window.final_by,
  });
}

function describeNotice({ notice }: EvidenceFacts): XmlElement | undefined {
  if (!notice) return undefined;
  const channels = notice.channels.map((channel) =>
    element("x:Channel", {
      answer: channel.answer,
      at: channel.at,
      channel: channel.channel,
      dialogueSha256: channel.dialogue_sha256,
      outcome: channel.outcome,
      providerId: channel.provider_id,
      sentSha256: channel.sent_sha256,
      to: channel.to,
    }),
  );
  const reminder = notice.reminder === undefined ? undefined : String(notice.reminder);
  return element("x:Notice", { kind: notice.kind, reminder, round: String(notice.round) }, ...channels);
}

function describeDetails({ details }: EvidenceFacts): XmlElement | undefined {
  const named = Object.entries(details ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (named.length === 0) return undefined;
  return element(
    "x:Details",
    {},
    ...named.map(([name, value]) => element("x:Detail", { name }, String(value))),
  );
}
