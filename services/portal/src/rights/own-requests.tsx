// A person's requests and their clocks, one of them, taking one back, and the restriction that he may lift.

import { isRequestFinal } from "@posthorn/domain";
import { brusselsDate, dateInWords, textsFor } from "@posthorn/texts";
import {
  cancelOwnRequest,
  findOwnRequest,
  liftOwnRestriction,
  listOwnRequests,
  type OwnRequest,
  type SessionMember,
} from "@posthorn/usecases";
import { Button, Card, CsrfField, Empty, Note, PageHead, Table, type WebContext } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { LIFT_PATH, OWN_PATH } from "./paths.ts";
import { RequestFacts } from "./request-facts.tsx";

export const ownRequestRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(OWN_PATH, async (c) => {
    const member = await sessions.require(c);
    const { requests, restrictedSince } = await listOwnRequests(deps.ctx, member.personId);
    const { rights, myData } = textsFor(c.get("language"));
    const { own } = rights.portal;
    const done = doneInWords(own.done, c.req.query("done"));
    return renderPortal(c, deps.ctx, member, {
      title: own.title,
      current: "me",
      body: ({ language }) => (
        <>
          <PageHead
            language={language}
            title={own.title}
            lead={own.lead}
            crumbs={[{ label: myData.page.title, href: "/me" }]}
            aside={
              <Button kind="primary" href={`${OWN_PATH}/new`}>
                {own.ask}
              </Button>
            }
          />
          {done !== undefined && (
            <Note tone="ok" role="status">
              {done}
            </Note>
          )}
          {restrictedSince !== null && (
            <Note tone="warn" id="restriction">
              <p>
                <b>{own.restricted(dateInWords(language, brusselsDate(restrictedSince)))}</b>
              </p>
              <p>{own.restrictedText}</p>
              <p>
                <Button href={LIFT_PATH}>{own.lift}</Button>
              </p>
            </Note>
          )}
          <Card id="requests">
            {requests.length === 0 ? (
              <Empty title={own.empty} text={own.emptyText} />
            ) : (
              <RequestTable language={language} requests={requests} />
            )}
            <p class="small muted">
              <b>{myData.page.kept}: </b>
              {own.kept}
            </p>
            <p class="small muted">{rights.portal.authority}</p>
          </Card>
        </>
      ),
    });
  });

  app.get(LIFT_PATH, async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    const { own } = textsFor(c.get("language")).rights.portal;
    return renderPortal(c, deps.ctx, member, {
      title: own.liftTitle,
      current: "me",
      body: (frame) => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={own.liftTitle}
            crumbs={[{ label: own.title, href: OWN_PATH }]}
          />
          {member.restricted ? (
            <form method="post" action={LIFT_PATH}>
              <CsrfField token={frame.csrfToken} />
              <Card id="lift">
                <p id="effect">{own.liftText}</p>
                <Button kind="primary" describedBy="effect">
                  {own.lift}
                </Button>
              </Card>
            </form>
          ) : (
            <Note>{own.notRestricted}</Note>
          )}
        </div>
      ),
    });
  });

  app.post(LIFT_PATH, async (c) => {
    const member = await sessions.requireFresh(c, LIFT_PATH);
    if (member instanceof Response) return member;
    await liftOwnRestriction(deps.ctx, act(c, member));
    return c.redirect(`${OWN_PATH}?done=lifted`, 303);
  });

  app.get(`${OWN_PATH}/:request{rrq_[0-9A-Za-z_]+}`, async (c) => {
    const member = await sessions.require(c);
    const request = await findOwnRequest(deps.ctx, member.personId, c.req.param("request"));
    if (!request) return c.notFound();
    return showRequest(c, member, request);
  });

  app.post(`${OWN_PATH}/:request{rrq_[0-9A-Za-z_]+}/cancel`, async (c) => {
    const member = await sessions.require(c);
    await cancelOwnRequest(deps.ctx, { ...act(c, member), requestId: c.req.param("request") });
    return c.redirect(`${OWN_PATH}?done=cancelled`, 303);
  });

  function act(c: WebContext, member: SessionMember) {
    return { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  function showRequest(c: WebContext, member: SessionMember, request: OwnRequest): Promise<Response> {
    const { portal } = textsFor(c.get("language")).rights;
    const title = portal.number(String(request.number));
    return renderPortal(c, deps.ctx, member, {
      title,
      current: "me",
      body: (frame) => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={title}
            crumbs={[{ label: portal.own.title, href: OWN_PATH }]}
          />
          <RequestFacts language={frame.language} request={request} />
          {mayCancel(request) && (
            <form method="post" action={`${OWN_PATH}/${request.id}/cancel`}>
              <CsrfField token={frame.csrfToken} />
              <Card id="cancel">
                <p id="cancel-effect">{portal.one.cancelText}</p>
                <Button describedBy="cancel-effect">{portal.one.cancel}</Button>
              </Card>
            </form>
          )}
        </div>
      ),
    });
  }
};

/** What waits is answered already. */
export function mayCancel({ state }: Pick<OwnRequest, "state">): boolean {
  return !isRequestFinal(state) && state !== "waiting";
}

function RequestTable({
  language,
  requests,
}: {
  readonly language: SessionMember["language"];
  readonly requests: readonly OwnRequest[];
}) {
  const { portal } = textsFor(language).rights;
  const { facts, own } = portal;
  return (
    <Table
      caption={own.caption}
      rows={requests}
      columns={[
        { heading: facts.number, rowHeading: true, cell: ({ number }) => String(number) },
        { heading: facts.what, cell: ({ kind }) => portal.kinds[kind] },
        {
          heading: facts.asked,
          cell: ({ receivedAt }) => dateInWords(language, brusselsDate(receivedAt)),
        },
        {
          heading: facts.due,
          cell: ({ dueOn, answer }) => (dueOn === null || answer ? "–" : dateInWords(language, dueOn)),
        },
        { heading: facts.state, cell: ({ state }) => portal.states[state] },
        {
          heading: own.open,
          hideHeading: true,
          cell: ({ id, number }) => (
            <a class="target" href={`${OWN_PATH}/${id}`} aria-label={own.openOne(String(number))}>
              {own.open}
            </a>
          ),
        },
      ]}
    />
  );
}

function doneInWords(words: Readonly<Record<string, string>>, name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(words, name) ? words[name] : undefined;
}
