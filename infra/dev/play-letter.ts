// A letter to follow as its people live it: collected by nobody, printed at a partner's, posted, delivered, proved.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PlayedDesk, playDesk, sampleLetter } from "@posthorn/testkit";
import { json, type Part, type PlayedStack } from "./played-stack.ts";

export interface PlayedLetter extends Part {
  readonly delivery: string;
  readonly barcode: string;
}

const ADDRESSEE = {
  email: "marc.lambert@post.example",
  mobile: "+32470998877",
  name: "Lambert",
  first_names: "Marc",
  language: "fr",
  postal_address: {
    street: "Rue Haute",
    number: "298",
    box: "2",
    postcode: "1000",
    town: "Bruxelles",
    country: "BE",
  },
} as const;
const SUBJECT = "Résiliation du bail, Rue Haute 298";
const BODY =
  "Monsieur Lambert,\n\nPar la présente, nous résilions le bail de l'appartement. Le préavis en annexe en donne les motifs et le terme.\n\nImmo Vandewalle bv";
const ATTACHMENT = "préavis.pdf";
/** Two days past the last on which he can collect. */
const PAST_COLLECTION = "P17D";
/** The carrier is asked every six hours. */
const PAST_QUESTION = "PT7H";
/** What the letter adds to the evidence: handed over, and each word of the carrier. */
const LAST_EVENTS = ["RelayToNonERDS", "CarrierStatement"];
const PROOFS = ["proof_of_expiry", "proof_of_posting", "proof_of_post_outcome"];

/** Moves the clock by eighteen days. Throws where a step does not come about in time. */
export async function playLetter(played: PlayedStack): Promise<PlayedLetter> {
  const { api, stack } = played;
  const notice = await sampleLetter(
    "Préavis de trois mois",
    [
      "Immo Vandewalle bv résilie le bail de l'appartement de la Rue Haute 298, boîte 2, à 1000 Bruxelles.",
      "Le préavis de trois mois commence le premier jour du mois qui suit la présente.",
    ],
    stack.clock.now(),
  );
  const accepted = await api.submit(
    {
      subject: SUBJECT,
      body: BODY,
      required_identification: "codes",
      postal_fallback: true,
      addressees: [ADDRESSEE],
    },
    { attachments: [{ name: ATTACHMENT, type: "application/pdf", bytes: notice }] },
  );
  const delivery = accepted.deliveries[0]?.id ?? "";
  await api.inState(delivery, "notified");
  await stack.advance(PAST_COLLECTION);
  await api.inState(delivery, "to_print");

  const desk = playDesk(stack);
  try {
    const barcode = await printAndPost(desk, delivery);
    await api.inState(delivery, "posted");
    const { carrier } = stack.standIns;
    for (const word of ["presented", "held"] as const) await carrier.say(barcode, word);
    await stack.advance(PAST_QUESTION);
    await carrier.say(barcode, "delivered");
    await stack.advance(PAST_QUESTION);
    await api.inState(delivery, "post_delivered");
    return {
      delivery,
      barcode,
      files: new Map([
        ...(await printed(stack.standIns.printPartner.directory)),
        ...(await proved(played, delivery)),
      ]),
      words: [
        ADDRESSEE.email,
        ADDRESSEE.mobile,
        `${ADDRESSEE.first_names} ${ADDRESSEE.name}`,
        SUBJECT,
        barcode,
      ],
    };
  } finally {
    await desk.stop();
  }
}

/** By the verbs of the postal desk; answers the number on the envelope. */
async function printAndPost(desk: PlayedDesk, delivery: string): Promise<string> {
  const { id } = await desk.makeBatch([delivery], "partner");
  await desk.bringToPartner(id);
  await desk.confirmPrinted(id);
  await desk.handOver(id);
  const [letter] = await desk.letters(id);
  if (typeof letter?.barcode !== "string") throw new Error("The letter has no number.");
  return letter.barcode;
}

/** What lies at the print partner's: the letter as it goes into the envelope, and the lists that came with it. */
async function printed(folder: string): Promise<Part["files"]> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = entry.name.endsWith(".pdf") ? "letter.pdf" : entry.name;
    files.set(`letter/printed/${name}`, await readFile(join(entry.parentPath, entry.name)));
  }
  return files;
}

async function proved({ api }: PlayedStack, delivery: string): Promise<Part["files"]> {
  const files = new Map<string, Uint8Array | string>();
  for (const kind of PROOFS)
    files.set(
      `letter/${kind.replaceAll("_", "-")}.pdf`,
      await api.sealed(`/deliveries/${delivery}/proofs/${kind}?language=fr`),
    );
  const evidence = (await api.evidence(delivery, LAST_EVENTS)).filter((each) => each.sealed);
  for (const { id, seq, type } of evidence)
    files.set(
      `letter/evidence/${String(seq).padStart(2, "0")}-${type}.xml`,
      await api.sealed(`/evidence/${id}`),
    );
  files.set("letter/bundle.asice", await api.sealed(`/deliveries/${delivery}/bundle?language=fr`));
  files.set("letter/track.json", json(await api.delivery(delivery)));
  return files;
}
