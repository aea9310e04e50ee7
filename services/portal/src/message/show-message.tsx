// The pages of a message, and its parts back to its sender.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { markMessage, openSentPart, showMessage, viewKeptMessage } from "@posthorn/usecases";
import { linePath, liveMarks, sendAttachment, streamOf } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { MessagePage } from "./message-page.tsx";

export const messageRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/messages/:message", async (c) => {
    const member = await sessions.require(c);
    // The mark before the page: what happens in between is then told by the line.
    const mark = await markMessage(ctx, member, c.req.param("message"));
    const message = await showMessage(ctx, member, c.req.param("message"));
    const justSent = c.req.query("sent") !== undefined;
    const [only, ...others] = message.deliveries;
    // One delivery needs no list: its own page says all.
    if (only && others.length === 0)
      return c.redirect(`/deliveries/${only.id}${justSent ? "?sent" : ""}`, 303);
    const kept = await viewKeptMessage(ctx, member, message.id);
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).track.message.title,
      current: "sent",
      islands: ["live"],
      body: (frame) => (
        <MessagePage
          frame={frame}
          message={message}
          kept={kept}
          justSent={justSent}
          eventsPath={linePath(`/messages/${message.id}/events`, mark)}
        />
      ),
    });
  });

  app.get("/messages/:message/events", async (c) => {
    const member = await sessions.require(c);
    const messageId = c.req.param("message");
    return liveMarks(c, deps, () => markMessage(ctx, member, messageId));
  });

  app.get("/messages/:message/parts/:ordinal", async (c) => {
    const member = await sessions.require(c);
    const ordinal = c.req.param("ordinal");
    if (!/^\d{1,3}$/.test(ordinal)) throw new AppError("not_found", "part_not_found");
    const part = await openSentPart(ctx, deps, {
      accountId: member.accountId,
      memberId: member.memberId,
      personId: member.personId,
      messageId: c.req.param("message"),
      ordinal: Number(ordinal),
      arrivedAt: deps.arrivedAt(),
      visitor: visitorOf(c),
    });
    return sendAttachment(c, streamOf(part.stream()), {
      filename: part.name,
      type: part.type,
      size: part.size,
    });
  });
};
