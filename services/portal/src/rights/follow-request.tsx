// Where a request stands, by the link of the mail, for who has no account; and taking it back.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { cancelFollowedRequest, followRequest, type OwnRequest, viewRequestCode } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Note,
  PageHead,
  pageFrame,
  PlainLayout,
  renderPage,
  type WebContext,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { mayCancel } from "./own-requests.tsx";
import { PUBLIC_PATH } from "./paths.ts";
import { RequestFacts } from "./request-facts.tsx";

const FOLLOW_PATH = `${PUBLIC_PATH}/follow/:token`;

export const followRequestRoutes: PortalRoutes = (app, deps) => {
  app.get(FOLLOW_PATH, (c) => answered(c, async () => show(c)));

  app.post(`${FOLLOW_PATH}/cancel`, (c) =>
    answered(c, async () => {
      try {
        await cancelFollowedRequest(deps.ctx, { ...presented(c), visitor: visitorOf(c) });
        return c.redirect(`${PUBLIC_PATH}/follow/${c.req.param("token")}`, 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "rights_request_final") throw error;
        return show(c, true);
      }
    }),
  );

  async function show(c: WebContext, isFinal = false): Promise<Response> {
    const request = await followRequest(deps.ctx, presented(c));
    const code = request.state === "identity" ? await viewRequestCode(deps.ctx, request.id) : null;
    return showPage(c, request, { isFinal, waitsForCode: code?.proof === "codes" });
  }

  function presented(c: WebContext) {
    return { presentedLink: deps.sessionHash(c.req.param("token") ?? ""), arrivedAt: deps.arrivedAt() };
  }
};

async function answered(c: WebContext, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !["link_unknown", "link_expired", "link_void"].includes(error.code))
      throw error;
    const frame = pageFrame(c);
    const words = textsFor(frame.language).rights.portal.follow;
    return renderPage(
      c,
      <PlainLayout frame={frame} title={words.gone}>
        <PageHead language={frame.language} title={words.gone} />
        <Card id="gone">
          <p>{words.goneText}</p>
          <Button href={PUBLIC_PATH}>{textsFor(frame.language).rights.portal.code.home}</Button>
        </Card>
      </PlainLayout>,
      error.kind === "not_found" ? 404 : 409,
    );
  }
}

function showPage(
  c: WebContext,
  request: OwnRequest,
  { isFinal, waitsForCode }: { readonly isFinal: boolean; readonly waitsForCode: boolean },
): Promise<Response> {
  const frame = pageFrame(c);
  const { portal } = textsFor(frame.language).rights;
  return renderPage(
    c,
    <PlainLayout frame={frame} title={portal.follow.title}>
      <PageHead language={frame.language} title={portal.follow.title} />
      {isFinal && (
        <Note tone="stop" role="alert">
          {portal.one.final}
        </Note>
      )}
      {waitsForCode && (
        <Card id="waits">
          <p>{portal.follow.waits}</p>
          <Button kind="primary" href={`${PUBLIC_PATH}/code/${request.id}`}>
            {portal.code.title}
          </Button>
        </Card>
      )}
      <RequestFacts language={frame.language} request={request} />
      {mayCancel(request) && (
        <form method="post" action={`${PUBLIC_PATH}/follow/${c.req.param("token") ?? ""}/cancel`}>
          <CsrfField token={frame.csrfToken} />
          <Card id="cancel">
            <p id="cancel-effect">{portal.one.cancelText}</p>
            <Button describedBy="cancel-effect">{portal.one.cancel}</Button>
          </Card>
        </form>
      )}
    </PlainLayout>,
    isFinal ? 409 : 200,
  );
}
