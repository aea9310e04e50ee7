// Which cookies our sites set, what for and how long: from the one list that is compared with what they send (ePrivacy directive art. 5(3)).

import { durationInWords, textsFor } from "@posthorn/texts";
import { Card, COOKIES, Table } from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { COOKIES_PATH } from "./paths.ts";
import { renderPrivacyPage } from "./privacy-page.tsx";

export const cookieRoutes: PortalRoutes = (app) => {
  app.get(COOKIES_PATH, (c) => {
    const words = textsFor(c.get("language")).privacyPages.cookies;
    return renderPrivacyPage(c, {
      title: words.title,
      lead: words.lead,
      body: ({ language }) => (
        <Card id="cookies">
          <Table
            caption={words.caption}
            rows={COOKIES}
            columns={[
              {
                heading: words.columns.name,
                rowHeading: true,
                cell: ({ name }) => <span class="mono">{name}</span>,
              },
              {
                heading: words.columns.service,
                cell: ({ services }) => services.map((service) => words.services[service]).join(", "),
              },
              { heading: words.columns.purpose, cell: ({ purpose }) => words.purposes[purpose] },
              {
                heading: words.columns.lasts,
                cell: ({ seconds }) =>
                  seconds === null
                    ? words.untilClosed
                    : words.atMost(durationInWords(language, Temporal.Duration.from({ seconds }))),
              },
            ]}
          />
          <p class="small muted">{words.note}</p>
        </Card>
      ),
    });
  });
};
