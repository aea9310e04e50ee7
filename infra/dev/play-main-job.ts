// The main job as its people live it, through public addresses only: sent, noticed, collected, proved.

import { playAddressee, sampleLetter } from "@posthorn/testkit";
import { json, type Part, type PlayedStack } from "./played-stack.ts";

export interface MainJob extends Part {
  readonly delivery: string;
  readonly sent: Uint8Array;
  readonly collected: Uint8Array;
}

const ADDRESSEE = {
  email: "jan.peeters@post.example",
  mobile: "+32470123456",
  name: "Peeters",
  first_names: "Jan",
  language: "en",
  postal_address: { street: "Kerkstraat", number: "12", postcode: "9000", town: "Gent", country: "BE" },
  addressee_consent: { basis: "clause", words: "Article 12 of the lease" },
} as const;
/** These are booked when the other side reports, or when a response has been written: a moment after all else. */
const LAST_EVENTS = ["NotificationDelivered", "ContentHandover"];
const ATTACHMENT = "formal-notice.pdf";
const SUBJECT = "Formal notice: rent arrears, Kerkstraat 12";
const BODY =
  "Dear Mr Peeters,\n\nThe rent of October 2026 has not been paid. The attached notice says what is due and until when.\n\nImmo Vandewalle bv";

/** Throws where a step does not come about in time. */
export async function playMainJob({ api, post, stack }: PlayedStack): Promise<MainJob> {
  const sent = await sampleLetter(
    "Formal notice",
    [
      "Immo Vandewalle bv asks Jan Peeters to pay the rent of October 2026 for Kerkstraat 12 in Gent: 845.00 euro.",
      "Please pay within eight days. After that the matter goes to the justice of the peace.",
    ],
    stack.clock.now(),
  );
  const accepted = await api.submit(
    { subject: SUBJECT, body: BODY, required_identification: "codes", addressees: [ADDRESSEE] },
    { attachments: [{ name: ATTACHMENT, type: "application/pdf", bytes: sent }] },
  );
  const delivery = accepted.deliveries[0]?.id ?? "";

  const addressee = playAddressee({ post, email: ADDRESSEE.email, mobile: ADDRESSEE.mobile });
  const message = await addressee.accept(await addressee.identify());
  const collected = (await addressee.download(message)).get(ATTACHMENT);
  if (collected === undefined)
    throw new Error(`${ATTACHMENT} is not among the parts that can be downloaded.`);

  const files = new Map<string, Uint8Array | string>();
  files.set(
    "proof-of-collection.pdf",
    await api.sealed(`/deliveries/${delivery}/proofs/proof_of_collection?language=en`),
  );
  files.set(
    "proof-of-submission.pdf",
    await api.sealed(`/messages/${accepted.id}/proofs/submission?language=en`),
  );
  const evidence = (await api.evidence(delivery, LAST_EVENTS)).filter((each) => each.sealed);
  for (const { id, seq, type } of evidence) {
    files.set(`evidence/${String(seq).padStart(2, "0")}-${type}.xml`, await api.sealed(`/evidence/${id}`));
  }
  files.set("track.json", json(await api.delivery(delivery)));
  files.set(ATTACHMENT, collected);

  // The copy of the proof comes by mail, and is the last that does.
  await post.mailTo(ADDRESSEE.email, { matches: (mail) => mail.attachments.length > 0 });
  return {
    delivery,
    sent,
    collected,
    files,
    words: [ADDRESSEE.email, ADDRESSEE.mobile, `${ADDRESSEE.first_names} ${ADDRESSEE.name}`, SUBJECT],
  };
}
