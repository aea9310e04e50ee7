// The page of a delivery and its live line.

import { textsFor } from "@posthorn/texts";
import { markDelivery, showDelivery, showMessage, viewKeptDelivery } from "@posthorn/usecases";
import { linePath, liveMarks } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { DeliveryPage } from "./delivery-page.tsx";

export const deliveryRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/deliveries/:delivery", async (c) => {
    const member = await sessions.require(c);
    const deliveryId = c.req.param("delivery");
    // The mark before the page: what happens in between is then told by the line.
    const mark = await markDelivery(ctx, member, deliveryId);
    const delivery = await showDelivery(ctx, member, deliveryId);
    const message = await showMessage(ctx, member, delivery.messageId);
    const kept = await viewKeptDelivery(ctx, member, deliveryId);
    const said = c.req.query("stamps");
    const now = deps.arrivedAt();
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).track.message.title,
      current: "sent",
      islands: ["live"],
      body: (frame) => (
        <DeliveryPage
          frame={frame}
          delivery={delivery}
          message={message}
          eventsPath={linePath(`/deliveries/${deliveryId}/events`, mark)}
          justSent={c.req.query("sent") !== undefined}
          calledOff={c.req.query("letter") === "called-off"}
          kept={kept}
          stamps={said === "asked" || said === "today" ? said : undefined}
          now={now}
        />
      ),
    });
  });

  app.get("/deliveries/:delivery/events", async (c) => {
    const member = await sessions.require(c);
    const deliveryId = c.req.param("delivery");
    return liveMarks(c, deps, () => markDelivery(ctx, member, deliveryId));
  });
};
