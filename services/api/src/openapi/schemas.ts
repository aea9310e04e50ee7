// The JSON of the API, as it is documented; the domain reads what comes in, these describe it and name its fields.

import { z } from "@hono/zod-openapi";
import {
  COLLECTION_DAYS_DEFAULT,
  COLLECTION_DAYS_MAX,
  COLLECTION_DAYS_MIN,
  CONSENT_BASES,
  DELIVERY_STATES,
  LANGUAGES,
  PROOF_KINDS,
  SUBJECT_MAX,
} from "@posthorn/domain";

export const instant = (description: string) =>
  z.string().openapi({
    format: "date-time",
    description: `${description} UTC, milliseconds.`,
    example: "2026-11-21T09:02:14.123Z",
  });
export const day = (description: string) =>
  z.string().openapi({ format: "date", description, example: "2026-12-06" });
const language = z.enum(LANGUAGES);

export const DeliveryState = z.enum(DELIVERY_STATES).openapi("DeliveryState", {
  description: [
    "`accepted`: the notice goes out. `notified`: it can be collected until the end of `collect_until`.",
    "`notice_failed`: the notice failed and can be repaired. `collected`, `refused`, `expired`, `unreachable`: final.",
    "Where a letter was to follow, a delivery that expired or was unreachable goes on: `to_print` (it can still be",
    "collected until its letter is released for printing), `printed`, `posted`, then final as `post_delivered` or",
    "`post_returned` by what the carrier states, `post_unknown` where he says nothing for 30 days, or `post_failed`",
    "where no letter was posted.",
  ].join(" "),
});
export const ProofKind = z.enum(PROOF_KINDS).openapi("ProofKind");

export const PostalAddress = z
  .strictObject({
    street: z.string(),
    number: z.string(),
    box: z.string().optional(),
    postcode: z.string().openapi({ description: "Belgium: 1000 to 9999." }),
    town: z.string(),
    country: z.string().optional().openapi({ description: "ISO 3166-1 alpha-2; default BE." }),
  })
  .openapi("PostalAddress");

const Consent = z
  .strictObject({
    basis: z.enum(CONSENT_BASES),
    stated_on: day("When the addressee accepted this electronic address.").optional(),
    words: z.string().max(500).optional(),
  })
  .openapi("AddresseeConsent", {
    description:
      "On what ground this person accepted this electronic address; none_stated where nothing is said.",
  });

export const AddresseeInput = z
  .strictObject({
    email: z.email(),
    mobile: z.string().optional().openapi({
      description: "E.164, or as written in Belgium; needed for codes.",
      example: "+32470123412",
    }),
    name: z.string().max(100).optional().openapi({ description: "Family name of a person." }),
    first_names: z.string().max(100).optional(),
    kind: z.enum(["person", "organisation"]).optional(),
    organisation: z
      .string()
      .max(150)
      .optional()
      .openapi({ description: "Name of an organisation, in place of name and first_names." }),
    enterprise_number: z.string().optional().openapi({
      description:
        "Of an organisation; needed for eid_or_itsme, where a member of its verified account collects.",
      example: "0403.019.261",
    }),
    attention_of: z.string().max(100).optional(),
    postal_address: PostalAddress.optional(),
    language: language.optional().openapi({ description: "Of the notice; default that of the account." }),
    identification: z
      .strictObject({
        birth_date: day(
          "Of a person; compared exactly at identification by itsme or eID. In no answer and no evidence.",
        ).optional(),
        national_register_number: z.string().optional().openapi({
          description:
            "Of a person; only for accounts whose authorisation is on file (otherwise register_number_not_allowed). In no answer and no evidence.",
          example: "85.07.30-033.28",
        }),
        enterprise_number: z.string().optional(),
      })
      .optional(),
    addressee_consent: Consent.optional(),
  })
  .openapi("AddresseeInput");

export const MessageInput = z
  .strictObject({
    subject: z.string().min(1).max(SUBJECT_MAX).openapi({ description: "One line." }),
    body: z
      .string()
      .optional()
      .openapi({ description: "Plain text: paragraphs, lists with -, addresses of pages become links." }),
    required_identification: z.enum(["codes", "eid_or_itsme"]).optional().openapi({
      description:
        "Default codes. With eid_or_itsme the addressee must be identified by itsme or Belgian eID, and needs no mobile number; where an installation does not offer it: identification_not_available.",
    }),
    collection_days: z
      .int()
      .min(COLLECTION_DAYS_MIN)
      .max(COLLECTION_DAYS_MAX)
      .optional()
      .openapi({ description: `Full calendar days to collect in; default ${COLLECTION_DAYS_DEFAULT}.` }),
    reminders: z.boolean().optional().openapi({ description: "On days 3, 7 and 13; default true." }),
    postal_fallback: z.boolean().optional().openapi({
      description:
        "Whether a registered letter follows where nobody collects; default false. Then every part is put on paper before the message is accepted: what cannot be printed is refused (part_not_printable with the reason, letter_too_long), postage is reserved by country and sheets, and a postal address is wanted, though it can be given later. Where an installation posts no letters: fallback_not_available.",
    }),
    content_retention_days: z.int().min(30).max(730).optional(),
    return_address: PostalAddress.optional().openapi({
      description:
        "Where a letter that finds nobody goes back to, in Belgium; the addressee sees it. Only for private senders and with `postal_fallback`. Without it letters come back to us. Kept until the last delivery is final; in no evidence.",
    }),
    addressees: z.array(AddresseeInput).min(1),
  })
  .openapi("MessageInput");

export const Addressee = z
  .object({
    kind: z.enum(["person", "organisation"]),
    name: z.string(),
    first_names: z.string().optional(),
    enterprise_number: z.string().optional(),
    attention_of: z.string().optional(),
    email: z.string(),
    mobile: z.string().optional(),
    postal_address: PostalAddress.optional(),
    language,
    consent: Consent,
    supplied_by: z.literal("sender"),
  })
  .openapi("Addressee");

export const deliveryHead = {
  id: z.string().openapi({ example: "dlv_01M5WZQK3T0000000000000000" }),
  state: DeliveryState,
  collect_until: day("Last day to collect, in Belgium; null until notified.").nullable(),
  final_by: day("By the end of this day the delivery is final whatever fails."),
};

export const AcceptedMessage = z
  .object({
    id: z.string().openapi({ example: "msg_01M5WZQK3T0000000000000000" }),
    accepted_at: instant("When the complete request had arrived."),
    deliveries: z
      .array(z.object({ ...deliveryHead, addressee: Addressee }))
      .openapi({ description: "In the order of the addressees." }),
  })
  .openapi("AcceptedMessage");

const Part = z
  .object({
    name: z.string(),
    type: z.string(),
    size: z.int(),
    sha256: z.string().openapi({ description: "Hex." }),
  })
  .openapi("Part");

export const Message = z
  .object({
    id: z.string(),
    subject: z.string(),
    accepted_at: instant("When the complete request had arrived."),
    required_identification: z.enum(["codes", "eid_or_itsme"]),
    collection_days: z.int(),
    reminders: z.boolean(),
    postal_fallback: z.boolean(),
    content_retention_days: z.int(),
    content_until: day(
      "Last day on which you can open the parts in the portal, in Belgium; null while a delivery still runs.",
    ).nullable(),
    content_erased_at: instant("When your access to the parts ended.").nullable(),
    parts: z.array(Part).openapi({ description: "Part 1 is message.txt: subject, empty line, body." }),
    deliveries: z.array(
      z.object({
        ...deliveryHead,
        final_at: instant("When the delivery became final.").nullable(),
        addressee: z
          .object({
            name: z.string(),
            first_names: z.string().optional(),
            email: z.string(),
            mobile: z.string().optional(),
          })
          .nullable()
          .openapi({ description: "Null once it is erased, 60 days after the end at the latest." }),
        addressee_erased_at: instant("When it was.").nullable(),
      }),
    ),
  })
  .openapi("Message");

export const MessagePage = z
  .object({
    messages: z.array(
      z.object({
        id: z.string(),
        subject: z.string(),
        accepted_at: instant("When the complete request had arrived."),
        deliveries: z.int(),
        states: z
          .partialRecord(DeliveryState, z.int())
          .openapi({ description: "How many deliveries are in which state." }),
      }),
    ),
    next: z
      .string()
      .nullable()
      .openapi({ description: "The cursor of the next page; null on the last one." }),
  })
  .openapi("MessagePage");

export const EvidenceList = z
  .object({
    evidence: z.array(
      z.object({
        id: z.string(),
        type: z.string().openapi({
          description: "Event of ETSI EN 319 522-1, or the name of a record that has no XML.",
          example: "SubmissionAcceptance",
        }),
        seq: z.int(),
        event_at: instant("When it happened."),
        recorded_at: instant("When it was recorded."),
        stamped_at: instant("When the record was time-stamped.").nullable(),
        sealed: z.boolean().openapi({ description: "Its XML can be had." }),
      }),
    ),
  })
  .openapi("EvidenceList");

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ description: "Stable.", example: "message_invalid" }),
    request_id: z.string(),
    errors: z
      .array(
        z.object({
          path: z.string().openapi({ example: "addressees.0.mobile" }),
          pointer: z.string().openapi({ example: "#/addressees/0/mobile" }),
          code: z.string().openapi({ example: "mobile_too_short" }),
          params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
          detail: z.string(),
        }),
      )
      .optional(),
    retry_after: z.number().optional().openapi({ description: "Seconds." }),
    evidence: z.array(z.string()).optional().openapi({
      description:
        "Where a complete submission was refused: the ids of its SubmissionRejection evidence, one an addressee; GET /v1/evidence/{id} gives the XML.",
    }),
  })
  .openapi("Problem", { description: "RFC 9457." });
