// The first page after signing in: when one was here last, and the desks that open.

import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { findEarlierSignIn } from "@posthorn/usecases";
import { Button, Card, Empty, Note, PageHead } from "@posthorn/web";
import { desksOf, renderBackoffice } from "../frame/backoffice-page.tsx";
import { placeInWords } from "../frame/words.ts";
import type { BackofficeRoutes } from "../routes.ts";

export const startRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/", async (c) => {
    const reader = await sessions.require(c);
    const earlier = await findEarlierSignIn(deps.ctx, reader.staff);
    const desks = desksOf(reader.staff.roles);
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).backoffice.start.title,
      current: "start",
      body({ language }) {
        const { backoffice } = textsFor(language);
        const words = backoffice.start;
        return (
          <>
            <PageHead language={language} title={words.title} />
            <Note tone={earlier === null ? "warn" : "info"}>
              <p>
                {earlier === null
                  ? words.first
                  : words.last(dateTimeInWords(language, earlier.at), placeInWords(language, earlier))}
              </p>
              {earlier !== null && <p>{words.notYou}</p>}
              <p>
                <a href="/security">{words.toSecurity}</a>
              </p>
            </Note>
            {desks.length === 0 && (
              <Card id="desks">
                <Empty title={backoffice.site} text={words.noPages} />
              </Card>
            )}
            {desks.map((desk) => (
              <Card id={desk.page} title={backoffice.menu[desk.page]}>
                <p>{words[desk.page]}</p>
                <p>
                  <Button href={desk.href} icon="forward">
                    {backoffice.menu[desk.page]}
                  </Button>
                </p>
              </Card>
            ))}
          </>
        );
      },
    });
  });
};
