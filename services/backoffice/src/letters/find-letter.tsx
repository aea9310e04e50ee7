// Finds a letter by the barcode on its label.

import { textsFor } from "@posthorn/texts";
import { findLetter } from "@posthorn/usecases";
import { Button, Card, Empty, PageHead } from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { LettersNav } from "./words.tsx";

export const findLetterRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/letters/find", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    const typed = (c.req.query("barcode") ?? "").slice(0, 200);
    if (typed === "") await sessions.require(c);
    else {
      const jobId = await findLetter(deps.ctx, reader, typed);
      if (jobId !== null) return c.redirect(`/letters/jobs/${jobId}`, 303);
    }
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).postal.carrier.find.title,
      current: "letters",
      status: typed === "" ? 200 : 404,
      body({ language }) {
        const { postal, common } = textsFor(language);
        const words = postal.carrier.find;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <LettersNav language={language} current="find" />
            <form method="get" action="/letters/find" role="search" class="search">
              <div class="field">
                <label for="barcode">{words.barcode}</label>
                <input
                  class="input"
                  type="search"
                  id="barcode"
                  name="barcode"
                  value={typed}
                  autocomplete="off"
                  maxlength={200}
                  autofocus
                />
              </div>
              <Button icon="search">{common.buttons.search}</Button>
            </form>
            {typed !== "" && (
              <Card id="found">
                <Empty title={words.unknownTitle} text={words.unknownText} icon="search" />
              </Card>
            )}
          </>
        );
      },
    });
  });
};
