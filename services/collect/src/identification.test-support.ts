// For tests: a collect site with the stand-in itsme and the stand-in's cards, on the machine's clock, which is the database's.

import { ITSME_CALLBACK } from "@posthorn/collecting";
import type { Language } from "@posthorn/domain";
import {
  type CardBench,
  type CardId,
  type CitizenId,
  createCardBench,
  createVisitor,
  identifyWithItsme,
  type ItsmeBench,
  type Page,
  signWebEid,
  type StandingLetter,
  startItsmeBench,
  type Visitor,
} from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { WEB_EID_FIELD } from "@posthorn/web";
import { startTestSite, type TestSite } from "./site.test-support.ts";
import { itsmePort } from "./wiring/identification.ts";

export type Letter = StandingLetter & { readonly link: string };

export interface IdentifyingSite extends TestSite {
  readonly itsme: ItsmeBench;
  readonly cards: CardBench;
  /** A notified delivery to Jan Peeters, or as `columns` say, that asks itsme or eID unless told otherwise. */
  letter(columns?: Readonly<Record<string, unknown>>, required?: "codes" | "eid_or_itsme"): Promise<Letter>;
  /** From the notice to where itsme leads back to; that address is not opened yet. */
  atItsme(visitor: Visitor, letter: Letter, citizen: CitizenId | "cancel"): Promise<string>;
  /** From the notice to the page after the card has answered. */
  withCard(visitor: Visitor, letter: Letter, card: CardId): Promise<Page>;
  /** On the page that asks for the card. */
  answer(visitor: Visitor, page: Page, card: CardId): Promise<Page>;
}

const machine = { now: () => Temporal.Now.instant(), advance: () => undefined };
let people = 0;

export async function startIdentifyingSite(): Promise<IdentifyingSite> {
  const cards = createCardBench(Temporal.Now.instant().toString());
  const started: { itsme?: ItsmeBench } = {};
  const site = await startTestSite(async (origin, { identityKeys }) => {
    const redirectUri = `${origin}${ITSME_CALLBACK}`;
    const itsme = await startItsmeBench({
      clock: machine,
      redirectUris: [redirectUri],
      askRegisterNumber: true,
    });
    started.itsme = itsme;
    const ports = { itsme: itsmePort(itsme.itsme, redirectUri), eid: cards.eid };
    return { identification: { ...ports, identityKeys }, formActions: [itsme.itsme.origin] };
  });
  const { itsme } = started;
  if (itsme === undefined) throw new Error("the stand-in itsme was not started");
  const { webEid, collectIdentify } = textsFor("en");

  async function answer(visitor: Visitor, page: Page, card: CardId): Promise<Page> {
    const nonce = page.document.querySelector("[data-nonce]")?.getAttribute("data-nonce") ?? "";
    const token = signWebEid(cards.set.cards[card], { nonce, origin: site.origin });
    return visitor.press(page, webEid.button, { [WEB_EID_FIELD]: JSON.stringify(token) });
  }

  return {
    ...site,
    itsme,
    cards,
    answer,
    async letter(columns = {}, required = "eid_or_itsme") {
      people += 1;
      const addressee = {
        email: `jan${people}@example.be`,
        mobile: `+324713${String(people).padStart(5, "0")}`,
        name: "Peeters",
        first_names: "Jan",
        language: "en",
        addressee_consent: { basis: "none_stated" },
      };
      const letter = await site.notify({ addressees: [addressee] }, columns);
      await requireIdentification(site, letter, required);
      return letter;
    },
    async atItsme(visitor, letter, citizen) {
      const notice = await visitor.open(letter.link);
      const form = notice.document.querySelector<HTMLFormElement>('form[action$="/identify/itsme"]');
      const csrf = form?.querySelector<HTMLInputElement>("input[name=_csrf]")?.value ?? "";
      const sent = await visitor.fetch(new URL(form?.getAttribute("action") ?? "", notice.url).href, {
        method: "POST",
        body: new URLSearchParams({ _csrf: csrf }),
        headers: { origin: site.origin },
      });
      return identifyWithItsme(sent.headers.get("location") ?? "", citizen, createVisitor());
    },
    async withCard(visitor, letter, card) {
      const asked = await visitor.press(await visitor.open(`${letter.link}?lang=en`), collectIdentify.card);
      return answer(visitor, asked, card);
    },
    async close() {
      await itsme.stop();
      await site.close();
    },
  };
}

async function requireIdentification(
  site: TestSite,
  letter: StandingLetter,
  required: "codes" | "eid_or_itsme",
): Promise<void> {
  const { db } = site.bench.context("owner");
  const { facts } = await db
    .selectFrom("message")
    .select("facts")
    .where("id", "=", letter.messageId)
    .executeTakeFirstOrThrow();
  await db
    .updateTable("message")
    .set({ facts: JSON.stringify({ ...facts, required_identification: required }) })
    .where("id", "=", letter.messageId)
    .execute();
}

/** The words of a language, to press buttons by. */
export function wordsIn(language: Language) {
  return textsFor(language).collectIdentify;
}
