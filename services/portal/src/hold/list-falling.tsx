// Deliveries whose evidence falls within 60 days, each with its bundle; and the button that has timestamps renewed.

import { AppError, type Language } from "@posthorn/domain";
import { brusselsDate, dateInWords, textsFor } from "@posthorn/texts";
import { type FallingLine, listFalling, renewStamps } from "@posthorn/usecases";
import { Button, Card, type Column, Empty, PageHead, Pagination, Pill, Table } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import { DeskReached } from "../privacy/desk-reached.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

export const fallingRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/falling", async (c) => {
    const member = await sessions.require(c);
    const cursor = c.req.query("cursor");
    const page = await listFalling(ctx, member, cursor === undefined ? {} : { cursor });
    const to = (place: string | null) =>
      place === null ? undefined : `/falling?${new URLSearchParams({ cursor: place }).toString()}`;
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).holds.falling.title,
      current: "sent",
      body({ language }) {
        const { holds, portal } = textsFor(language);
        const words = holds.falling;
        return (
          <>
            <PageHead
              language={language}
              title={words.title}
              lead={words.lead}
              crumbs={[{ label: portal.menu.sent, href: "/sent" }, { label: words.title }]}
            />
            <Card id="falling">
              {page.lines.length === 0 ? (
                <Empty title={words.emptyTitle} text={words.empty} />
              ) : (
                <>
                  <Table caption={words.caption} rows={page.lines} columns={columnsOf(language)} />
                  <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
                </>
              )}
            </Card>
            <DeskReached language={language} privacy={deps.privacy} />
          </>
        );
      },
    });
  });

  app.post("/deliveries/:delivery/stamps", async (c) => {
    const member = await sessions.require(c);
    const deliveryId = c.req.param("delivery");
    const to = (said: string) => c.redirect(`/deliveries/${deliveryId}?stamps=${said}#kept`, 303);
    try {
      const at = deps.arrivedAt();
      await renewStamps(ctx, member, { deliveryId, visitor: visitorOf(c), arrivedAt: at });
      return to("asked");
    } catch (error) {
      if (error instanceof AppError && error.code === "stamps_asked_today") return to("today");
      throw error;
    }
  });
};

function columnsOf(language: Language): readonly Column<FallingLine>[] {
  const { holds } = textsFor(language);
  const words = holds.falling;
  return [
    {
      heading: words.message,
      rowHeading: true,
      cell: (line) => (
        <a class="breaks" href={`/deliveries/${line.deliveryId}`}>
          {line.subject}
        </a>
      ),
    },
    { heading: words.sent, cell: (line) => dateInWords(language, brusselsDate(line.acceptedAt)) },
    { heading: words.ended, cell: (line) => dateInWords(language, line.endedOn) },
    {
      heading: words.falls,
      cell: (line) => (
        <>
          {dateInWords(language, line.fallsOn)}
          {line.heldUntil !== null && (
            <>
              <br />
              <Pill>{holds.kept.heldShort}</Pill>
            </>
          )}
        </>
      ),
    },
    {
      heading: words.bundle,
      cell: (line) => (
        <Button href={`/deliveries/${line.deliveryId}/bundle`} icon="download">
          {words.fetch}
        </Button>
      ),
    },
  ];
}
