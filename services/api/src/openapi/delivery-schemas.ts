// A delivery in the JSON of the API, with its letter and its track.

import { z } from "@hono/zod-openapi";
import { ADDRESS_PROBLEMS, CARRIER_OUTCOMES } from "@posthorn/domain";
import { Addressee, day, deliveryHead, DeliveryState, instant, ProofKind } from "./schemas.ts";

const Channel = z
  .object({
    channel: z.enum(["email", "sms"]),
    to: z.string(),
    outcome: z.enum(["accepted", "refused", "pending", "not_tried", "delivered", "failed"]),
    at: instant("When it answered.").optional(),
    answer: z.string().optional(),
    provider_id: z.string().optional(),
  })
  .openapi("Channel");

const CarrierStatement = z
  .object({
    source: z.string().openapi({ description: "Who states it.", example: "bpost" }),
    outcome: z.enum(CARRIER_OUTCOMES),
    at: instant("When it happened, as the carrier says.").optional(),
    words: z.string().optional().openapi({ description: "His own." }),
  })
  .openapi("CarrierStatement");

const Station = z
  .object({
    kind: z.string().openapi({
      description:
        "accepted, notice_sent, reminded, link_used, consented, collected, handed_over, refused, expired, letter_follows, letter_released, letter_printed, posted, carrier_states, letter_failed, …",
    }),
    status: z.enum(["done", "now", "next"]),
    at: instant("When it happened or is due; null where only the day is known.").nullable(),
    on: day("The day in Belgium."),
    channels: z.array(Channel).optional(),
    relay: z
      .object({ operator: z.string(), item: z.string().optional() })
      .optional()
      .openapi({ description: "Of `posted`: to whom it was handed, and its number there." }),
    carrier: CarrierStatement.optional(),
    correction: z
      .boolean()
      .optional()
      .openapi({ description: "The carrier corrects what he stated before." }),
    reasons: z
      .array(z.string())
      .optional()
      .openapi({ description: "Of `letter_failed`.", example: ["own:called_off"] }),
  })
  .openapi("Station");

export const Letter = z
  .object({
    stage: z.enum(["follows", "waits", "released", "posted", "called_off", "failed"]).openapi({
      description:
        "`follows`: if nobody collects. `waits`: to be printed; can still be collected, mended and called off. `released`: closed for good, being printed. `posted`: the carrier has it, or had.",
    }),
    posted_by: day(
      "By the end of this day it is posted, or fails; null while no window runs and once it is.",
    ).nullable(),
    posted_on: day("The day it was handed to the carrier.").nullable(),
    carrier: z.string().nullable().openapi({ description: "To whom it was handed.", example: "bpost" }),
    barcode: z.string().nullable().openapi({ description: "The carrier's number of the item." }),
    statements: z
      .array(CarrierStatement)
      .openapi({ description: "What the carrier states, oldest first; his words, never our finding." }),
    address_problem: z
      .enum(ADDRESS_PROBLEMS)
      .nullable()
      .openapi({ description: "Why no letter can go to the address, while it can still be mended." }),
    failure: z
      .string()
      .nullable()
      .openapi({ description: "`own:called_off`, `own:not_postable`, `own:not_posted_in_time`." }),
    may_call_off: z.boolean(),
    postage: z
      .int()
      .openapi({ description: "Credits reserved; consumed when it is posted, given back otherwise." }),
  })
  .openapi("Letter");

export const CalledOff = z
  .object({
    id: z.string(),
    state: DeliveryState,
    postage_given_back: z.int().openapi({ description: "Credits." }),
  })
  .openapi("CalledOff");

export const Delivery = z
  .object({
    ...deliveryHead,
    message_id: z.string(),
    subject: z.string(),
    accepted_at: instant("When the complete request had arrived."),
    notified_at: instant("When the notice stood.").nullable(),
    final_at: instant("When the delivery became final.").nullable(),
    addressee: Addressee.nullable().openapi({
      description: "Null once it is erased, 60 days after the end at the latest; evidence keeps its own.",
    }),
    addressee_erased_at: instant("When it was.").nullable(),
    required_identification: z.enum(["codes", "eid_or_itsme"]),
    collection_days: z.int(),
    postal_fallback: z.boolean(),
    letter: Letter.nullable().openapi({
      description: "Null where no letter was ever to follow, or the delivery ended without one.",
    }),
    qualified: z
      .object({
        claim: z.enum(["qualified", "if_collected_with", "not_qualified"]),
        methods: z.array(z.string()).optional(),
        because: z.string().optional(),
      })
      .openapi({ description: "Whether this delivery is a qualified one (eIDAS art. 44)." }),
    identification_mismatches: z
      .array(
        z.object({
          at: instant("When somebody identified himself."),
          method: z.enum(["itsme", "eid"]),
          field: z
            .enum(["name", "birth_date", "register_number", "not_a_member"])
            .openapi({ description: "What did not fit; who it was is told to nobody." }),
        }),
      )
      .openapi({
        description: "Somebody identified himself and is not the addressee; the newest first, at most 20.",
      }),
    track: z.array(Station).openapi({ description: "What happened, where it is now, what is to come." }),
    proofs: z.array(ProofKind).openapi({ description: "The proofs that can be had now." }),
  })
  .openapi("Delivery");
