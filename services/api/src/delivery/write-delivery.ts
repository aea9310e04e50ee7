// A delivery as the API writes it, with its letter and its track.

import type { z } from "@hono/zod-openapi";
import { brusselsDay, type CarrierFacts, type Station } from "@posthorn/domain";
import type { DeliveryView, LetterView } from "@posthorn/usecases";
import type { Delivery, Letter } from "../openapi/delivery-schemas.ts";
import { isoMillis } from "../openapi/write-instant.ts";
import { addresseeJson } from "./write-addressee.ts";

export function deliveryJson(view: DeliveryView): z.infer<typeof Delivery> {
  return {
    id: view.id,
    message_id: view.messageId,
    subject: view.subject,
    state: view.state,
    accepted_at: isoMillis(view.acceptedAt),
    notified_at: view.notifiedAt && isoMillis(view.notifiedAt),
    collect_until: view.collectUntil?.toString() ?? null,
    final_by: view.finalBy.toString(),
    final_at: view.finalAt && isoMillis(view.finalAt),
    addressee: view.addressee && addresseeJson(view.addressee),
    addressee_erased_at: view.addresseeErasedAt && isoMillis(view.addresseeErasedAt),
    required_identification: view.requiredIdentification,
    collection_days: view.collectionDays,
    postal_fallback: view.postalFallback,
    letter: view.letter && letterJson(view.letter),
    qualified: qualifiedJson(view.qualified),
    identification_mismatches: view.mismatches.map(({ at, method, field }) => ({
      at: isoMillis(at),
      method,
      field,
    })),
    track: view.track.map(stationJson),
    proofs: [...view.proofs],
  };
}

function qualifiedJson(claim: DeliveryView["qualified"]): z.infer<typeof Delivery>["qualified"] {
  switch (claim.kind) {
    case "qualified":
      return { claim: "qualified" };
    case "if_collected_with":
      return { claim: "if_collected_with", methods: [...claim.methods] };
    case "not_qualified":
      return { claim: "not_qualified", because: claim.because };
  }
}

function letterJson(letter: LetterView): z.infer<typeof Letter> {
  return {
    stage: letter.stage,
    posted_by: letter.postedBy?.toString() ?? null,
    posted_on: letter.postedAt && brusselsDay(letter.postedAt).toString(),
    carrier: letter.operator,
    barcode: letter.item,
    statements: letter.statements.map(statementJson),
    address_problem: letter.addressProblem,
    failure: letter.failure,
    may_call_off: letter.callOff,
    postage: letter.postage,
  };
}

function statementJson({ source, outcome, at, words }: CarrierFacts) {
  return {
    source,
    outcome,
    ...(at === undefined ? {} : { at }),
    ...(words === undefined ? {} : { words }),
  };
}

function stationJson(station: Station): z.infer<typeof Delivery>["track"][number] {
  const { kind, status, at, on, channels, relay, carrier, correction, reasons } = station;
  return {
    kind,
    status,
    at: at && isoMillis(at),
    on: on.toString(),
    ...(channels ? { channels: channels.map((channel) => ({ ...channel })) } : {}),
    ...(relay ? { relay: { ...relay } } : {}),
    ...(carrier ? { carrier: statementJson(carrier) } : {}),
    ...(correction === undefined ? {} : { correction }),
    ...(reasons ? { reasons: [...reasons] } : {}),
  };
}
