// The portal with the stand-in itsme and cards on one clock, and people who go through them without scripts.

import { createTryLimit } from "@posthorn/db";
import {
  type CardBench,
  type CardId,
  type CitizenId,
  createCardBench,
  createVerbBench,
  createVisitor,
  identifyWithItsme,
  type ItsmeBench,
  type Page,
  PEOPLE,
  signWebEid,
  startItsmeBench,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";
import { itsmePort } from "../wiring/identification.ts";

export interface Ground {
  readonly bench: VerbBench;
  readonly cards: CardBench;
  readonly itsme: ItsmeBench;
  readonly portal: RunningPortal;
  /** Who is signed in already. */
  readonly visitors: Map<SeededName, Visitor>;
  /** Nobody identified but whom the seed says, nothing linked. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Where the portal sends browsers that ask for cards by themselves; nothing listens there. */
export const CARD_HOST = "https://eid.portal.example";

export type SeededName = "TOMJANSSENS" | "NELECLAES" | "LOTTEMAES" | "CAMILLEDUBOIS";

export async function startGround(): Promise<Ground> {
  const bench = await createVerbBench();
  const cards = createCardBench(Temporal.Now.instant().round("millisecond").toString());
  const ctx = bench.context("portal");
  const held: { itsme?: ItsmeBench } = {};
  const portal = await startPortal(
    {
      ctx,
      content: bench.content,
      wrapping: bench.wrapping,
      keys: bench.keys,
      identityKeys: bench.identityKeys,
      signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
      now: () => cards.clock.now(),
    },
    {
      cardHost: CARD_HOST,
      ways: async (url) => {
        const itsme = await startItsmeBench({
          clock: cards.clock,
          redirectUris: [`${url}/itsme/callback`],
          askRegisterNumber: true,
        });
        held.itsme = itsme;
        return { itsme: itsmePort(itsme.itsme, url), eid: cards.eid };
      },
    },
  );
  const { itsme } = held;
  if (!itsme) throw new Error("the portal asked for no ways");
  return {
    bench,
    cards,
    itsme,
    portal,
    visitors: new Map(),
    async reset() {
      itsme.standIn.setMode("ok");
      cards.responder.setMode("ok");
      const { db } = bench.context("owner");
      for (const table of [
        "identification_record",
        "person_identity",
        "person_errand",
        "rate_limit",
      ] as const)
        await db.deleteFrom(table).execute();
      await db.updateTable("session").set({ fresh_at: cards.clock.now() }).execute();
      for (const { id, familyName, firstNames, identified } of PEOPLE)
        await db
          .updateTable("person")
          .set({
            family_name: familyName,
            first_names: firstNames,
            ...(identified ? {} : { identified_at: null, identified_method: null }),
          })
          .where("id", "=", id)
          .execute();
    },
    async close() {
      await portal.close();
      await itsme.stop();
      await bench.close();
    },
  };
}

/** Signed in once and again only when asked: passwords take their time. */
export async function signedIn(
  ground: Ground,
  name: SeededName,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<Visitor> {
  const known = ground.visitors.get(name);
  if (known && !anew) return known;
  const person = PEOPLE.find(({ id }) => id === `per_SEED0${name}`);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${ground.portal.url}/sign-in?lang=en`);
  const page = await visitor.press(form, "Sign in", {
    email: person?.email ?? "",
    password: person?.password ?? "",
  });
  if (page.status !== 200) throw new Error(page.text);
  if (!anew) ground.visitors.set(name, visitor);
  return visitor;
}

/** From the page with the button to where itsme leads back, or to what stands there when itsme is not reached. */
export async function byItsme(
  visitor: Visitor,
  page: Page,
  citizen: CitizenId | "cancel",
  button = "Go on with itsme",
): Promise<Page> {
  const location = await beginAtItsme(visitor, page, button);
  // The phone that itsme asks is not the browser: each time somebody else may hold it.
  return visitor.open(
    location.startsWith("/") ? new URL(location, page.url).href : await identifyWithItsme(location, citizen),
  );
}

/** Where the button leads the browser. */
export async function beginAtItsme(
  visitor: Visitor,
  page: Page,
  button = "Go on with itsme",
): Promise<string> {
  const buttons = Array.from(page.document.querySelectorAll("button"));
  const form = buttons.find(({ textContent }) => textContent?.trim() === button)?.form;
  if (!form) throw new Error(`No button ${button} on ${page.url}: ${page.text}`);
  const fields = Array.from(form.querySelectorAll("input"), ({ name, value }): [string, string] => [
    name,
    value,
  ]);
  const answer = await visitor.fetch(new URL(form.getAttribute("action") ?? "", page.url).href, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  return answer.headers.get("location") ?? "";
}

export async function byCard(
  ground: Ground,
  visitor: Visitor,
  page: Page,
  card: CardId,
  button: string | RegExp = "Go on with an identity card",
): Promise<Page> {
  const question = await visitor.press(page, button);
  return answerCard(ground, visitor, question, card);
}

/** Answers the question of the page as the extension would. */
export async function answerCard(
  { cards, portal }: Ground,
  visitor: Visitor,
  question: Page,
  card: CardId,
): Promise<Page> {
  const nonce = question.document.querySelector("[data-nonce]")?.getAttribute("data-nonce") ?? "";
  const token = signWebEid(cards.set.cards[card], { nonce, origin: portal.url });
  return visitor.press(question, "Identify with eID", { web_eid_token: JSON.stringify(token) });
}
