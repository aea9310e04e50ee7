// As an addressee: entrusted by a sender in every way, collecting, refusing, out of reach, on paper, and with an account of her own.

import {
  type ApiAddressee,
  CITIZENS,
  identifyWithItsme,
  type Page,
  playAddressee,
  playDesk,
  signWebEid,
  type Visitor,
} from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { fillForm } from "../actors/fill-form.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newMessage } from "../actors/write-message.ts";
import { canary, canaryMobile, canaryName } from "../secrecy/find-canaries.ts";
import { textFile } from "./hold-accounts.ts";
import { addressOf } from "./use-portal.ts";

const LETTER_WAITS = "P17D";
const JAN = CITIZENS[0];

/** What of the citizen who identifies himself is searched for beside the invented words. */
export const CITIZEN_VALUES = {
  "birth date": JAN.birthdate,
  "register number": JAN.registerNumber,
  browser: "posthorn journey",
} as const;

/** Ids of deliveries. */
export interface Written {
  readonly codes: string;
  readonly refused: string;
  readonly expired: string;
  readonly bounced: string;
  readonly holder: string;
  readonly itsme: string;
  readonly card: string;
  readonly letter: string;
}

type CanaryAddressee = ApiAddressee & { readonly mobile: string };

function addressee(who: string, mobile: number, more: object = {}): CanaryAddressee {
  return {
    email: addressOf(`${who}email`),
    mobile: canaryMobile(mobile),
    name: canaryName(`${who}last`),
    first_names: canaryName(`${who}first`),
    language: "en",
    addressee_consent: { basis: "clause", words: `Agreed as ${canary(`${who}consent`)}` },
    ...more,
  };
}

const identification = { birth_date: JAN.birthdate, national_register_number: JAN.registerNumber };
const POSTAL = {
  street: canaryName("letterstreet"),
  number: "12",
  postcode: "9000",
  town: canaryName("lettertown"),
  country: "BE",
};
const WHO = {
  codes: addressee("codes", 1),
  refused: addressee("refused", 2),
  expired: addressee("expired", 3),
  bounced: addressee("bounced", 4, { email: `bounce-later+1s@${canary("bouncedhost")}.example` }),
  holder: addressee("holder", 5),
  itsme: addressee("itsme", 6, { name: "Peeters", first_names: "Jan", identification }),
  card: addressee("card", 7, { name: "Peeters", first_names: "Jan", identification }),
  letter: addressee("letter", 8, { postal_address: POSTAL }),
} as const satisfies Record<keyof Written, CanaryAddressee>;

export async function writeToCanaries(stack: TestStack): Promise<Written> {
  const send = async (who: readonly (keyof Written)[], message: string, options: object) => {
    const { deliveries } = await stack.api.submit(
      newMessage(
        who.map((each) => WHO[each]),
        {
          subject: `About ${canary(`${message}subject`)}`,
          body: `It says ${canary(`${message}text`)}.`,
          ...options,
        },
      ),
      { attachments: [textFile(`${message}file`)], idempotencyKey: canary(`${message}key`) },
    );
    return Object.fromEntries(who.map((each, index) => [each, deliveries[index]?.id ?? ""]));
  };
  const byCodes = await send(["codes", "refused", "expired", "bounced", "holder"], "message", {});
  const strong = await send(["itsme", "card"], "strong", { required_identification: "eid_or_itsme" });
  const letter = await send(["letter"], "letter", { postal_fallback: true });
  return { ...byCodes, ...strong, ...letter } as unknown as Written;
}

export async function collectAll(stack: TestStack, written: Written): Promise<void> {
  const play = (who: keyof Written) => playAddressee({ post: stack.post, ...WHO[who] });
  for (const who of ["codes", "holder"] as const) {
    const played = play(who);
    const message = await played.accept(await played.identify());
    const files = Array.from((await played.download(message)).values(), (bytes) =>
      Buffer.from(bytes).toString(),
    );
    if (!message.text.includes(canary("messagetext")) || !files.join().includes(canary("messagefilebytes")))
      throw new Error(`What was sent did not arrive: ${message.text.slice(0, 400)}`);
  }
  const refusing = play("refused");
  await refusing.refuse(await refusing.identify());
  for (const who of ["itsme", "card"] as const) {
    const played = play(who);
    const notice = await played.openNotice();
    const decision =
      who === "itsme"
        ? await passItsme(played.visitor, notice)
        : await passCard(stack, played.visitor, notice);
    await played.accept(decision);
  }
  for (const who of ["codes", "holder", "itsme", "card"] as const)
    await stack.api.inState(written[who], "collected");
}

async function passItsme(visitor: Visitor, notice: Page): Promise<Page> {
  const form = Array.from(notice.document.querySelectorAll("form")).find(({ action }) =>
    action.endsWith("/identify/itsme"),
  );
  const fields = new URLSearchParams();
  for (const { name, value } of form?.querySelectorAll("input") ?? []) fields.set(name, value);
  const headers = { origin: new URL(notice.url).origin };
  const sent = await visitor.fetch(form?.action ?? "", { method: "POST", body: fields, headers });
  return visitor.open(await identifyWithItsme(sent.headers.get("location") ?? "", "jan"));
}

async function passCard(stack: TestStack, visitor: Visitor, notice: Page): Promise<Page> {
  const page = await visitor.press(notice, textsFor("en").collectIdentify.card);
  const form = page.document.querySelector<HTMLFormElement>("form[data-island=web-eid]");
  const origin = new URL(page.url).origin;
  const token = signWebEid(stack.standIns.cards.cards.jan, { nonce: form?.dataset["nonce"] ?? "", origin });
  const action = new URL(form?.getAttribute("action") ?? "", page.url).pathname;
  return fillForm(visitor, page, action, { web_eid_token: JSON.stringify(token) });
}

/** What is made on demand: it is kept under the evidence. */
export async function fetchProofs(stack: TestStack, { codes, itsme }: Written): Promise<void> {
  await Promise.all([
    stack.api.sealed(`/deliveries/${codes}/proofs/proof_of_collection?language=en`),
    stack.api.sealed(`/deliveries/${itsme}/bundle?language=en`),
  ]);
}

/** Nobody collects the letter: it is printed, posted and delivered. What was not collected expires; each chain is sealed. */
export async function endAll(stack: TestStack, written: Written): Promise<void> {
  await stack.advance(LETTER_WAITS);
  await stack.api.inState(written.letter, "to_print");
  const desk = playDesk(stack);
  try {
    const { id: batchId } = await desk.makeBatch([written.letter]);
    await desk.confirmPrinted(batchId);
    await desk.handOver(batchId);
    const [job] = await desk.letters(batchId);
    await stack.api.inState(written.letter, "posted");
    await stack.standIns.carrier.say(job?.barcode ?? "", "delivered");
  } finally {
    await desk.stop();
  }
  await stack.advance("PT7H");
  await stack.api.inState(written.letter, "post_delivered");
  await stack.api.inState(written.expired, "expired");
  await stack.api.inState(written.bounced, "unreachable");
  for (const id of Object.values(written) as string[]) await stack.api.evidence(id);
}
