// What we hold about the person who reads, with how long, and what he can do about it.

import { numberInWords, textsFor } from "@posthorn/texts";
import {
  chooseLanguage,
  COUNTED,
  giveDeliveryConsent,
  listMemberships,
  type MyDataCount,
  viewMyData,
  withdrawDeliveryConsent,
} from "@posthorn/usecases";
import { Note, PageHead, readForm } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import { acceptedOf, showPolicy } from "../register/shown-policy.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { AccountsCard } from "./accounts-card.tsx";
import { AgreementsCard } from "./agreements-card.tsx";
import { IdentificationCard, PersonCard, RightsCard, SignInCard, UsesCard } from "./person-cards.tsx";

export const myDataRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/me", async (c) => {
    const member = await sessions.require(c);
    const data = await viewMyData(deps.ctx, member, deps.arrivedAt());
    const memberships = await listMemberships(deps.ctx, member.personId);
    const language = c.get("language");
    const words = textsFor(language).myData.page;
    const done = doneInWords(words.done, c.req.query("done"));
    const countInWords = (of: MyDataCount) =>
      data.counts[of] > COUNTED
        ? words.moreThan(numberInWords(language, COUNTED))
        : numberInWords(language, data.counts[of]);
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "me",
      body(frame) {
        const ground = { frame, words, member, data, countInWords };
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            {done !== undefined && (
              <Note tone="ok" role="status">
                {done}
              </Note>
            )}
            <PersonCard {...ground} />
            <IdentificationCard {...ground} />
            <AccountsCard {...ground} memberships={memberships} />
            <SignInCard {...ground} />
            <AgreementsCard {...ground} words={words} verifyUrl={deps.verifyUrl} />
            <UsesCard {...ground} />
            <RightsCard {...ground} />
          </>
        );
      },
    });
  });

  app.post("/me/language", async (c) => {
    const member = await sessions.require(c);
    const form = await readForm(c);
    const act = { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
    const language = await chooseLanguage(deps.ctx, { ...act, language: form.get("language") ?? "" });
    // Named in the address too: a language chosen earlier in this browser would else go before the person's.
    return c.redirect(`/me?done=language&lang=${language}`, 303);
  });

  app.post("/me/consent/give", async (c) => {
    const member = await sessions.require(c);
    const words = acceptedOf(showPolicy(deps, "electronic-delivery", c.get("language")));
    const act = { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
    await giveDeliveryConsent(deps.ctx, { ...act, words: { ...words, policy: "electronic-delivery" } });
    return c.redirect("/me?done=given", 303);
  });

  app.post("/me/consent/withdraw", async (c) => {
    const member = await sessions.require(c);
    await withdrawDeliveryConsent(deps.ctx, { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() });
    return c.redirect("/me?done=withdrawn", 303);
  });
};

function doneInWords(words: Readonly<Record<string, string>>, name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(words, name) ? words[name] : undefined;
}
