// The question to an identity card and its answer, whatever the try is for.

import { AppError, type Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { answerByCard, answerByCardHost, type PersonPurpose, viewCardTry } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  type Markup,
  PageHead,
  pageFrame,
  type PageFrame,
  PlainLayout,
  readForm,
  renderPage,
  WEB_EID_FIELD,
  type WebContext,
  WebEidForm,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { begin, CARD_PAGE } from "./begin.ts";
import { dropWaiting, readBrowserHash, readWaitingHash } from "./browser-cookies.ts";
import { leadOnUnknown, settle } from "./settle.ts";
import { wayBack } from "./way-back.ts";

export const cardRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(CARD_PAGE, async (c) => {
    const found = await viewCardTry(deps.ctx, waitingTry(c));
    if (!found) {
      const purpose = (await sessions.of(c)) ? "activate" : "sign_in";
      return c.redirect(wayBack(purpose, "identification_try_unknown", "/"), 303);
    }
    const frame = pageFrame(c);
    const { language } = frame;
    const { identify } = textsFor(language);
    const refusal = c.req.query("refused");
    return renderPage(
      c,
      <PlainLayout
        frame={frame}
        title={identify.card.title}
        islands={["web-eid"]}
        hasErrors={refusal !== undefined}
      >
        <PageHead
          language={language}
          title={identify.card.title}
          lead={leadOf(language, found.purpose as PersonPurpose)}
        />
        <Card id="card">
          <WebEidForm
            language={language}
            action={CARD_PAGE}
            csrfToken={frame.csrfToken}
            nonce={found.nonce}
            origin={deps.site.origin}
            refusal={refusal}
          />
          {deps.identification.cardHost !== undefined && <ByBrowser frame={frame} />}
        </Card>
        <p>
          <a href={otherWays(found)}>{identify.card.other}</a>
        </p>
      </PlainLayout>,
      refusal === undefined ? 200 : 403,
    );
  });

  app.post(CARD_PAGE, async (c) => {
    const { ways } = deps.identification;
    if (!ways.eid) return c.notFound();
    const form = await readForm(c);
    try {
      const answer = await answerByCard(deps.ctx, ways, {
        ...waitingTry(c),
        token: parsed(form.get(WEB_EID_FIELD)),
        origin: deps.site.origin,
        visitor: visitorOf(c),
      });
      if (answer.kind === "identified") {
        dropWaiting(c);
        return await settle(c, deps, sessions, answer);
      }
      const { attempt, error } = answer;
      c.get("settings").log.info({ code: error.code, detail: error.detail }, "card refused");
      // A question is asked once: the page shows why, with a new one.
      return await begin(
        c,
        deps,
        "web_eid",
        {
          purpose: attempt.purpose as PersonPurpose,
          ...triedBy(attempt),
          nextPath: attempt.next_path ?? "/",
        },
        `${CARD_PAGE}?refused=${error.code}`,
      );
    } catch (error) {
      return leadOnUnknown(c, sessions, error);
    }
  });

  app.post(`${CARD_PAGE}/host`, async (c) => {
    if (deps.identification.cardHost === undefined) return c.notFound();
    const found = await viewCardTry(deps.ctx, waitingTry(c));
    if (!found) return leadOnUnknown(c, sessions, new AppError("forbidden", "identification_try_unknown"));
    return begin(c, deps, "eid_tls", {
      purpose: found.purpose as PersonPurpose,
      ...triedBy(found),
      nextPath: found.next_path ?? "/",
    });
  });

  app.get(`${CARD_PAGE}/return`, async (c) => {
    try {
      const answer = await answerByCardHost(deps.ctx, deps.identityKeys, {
        returnHash: deps.sessionHash(c.req.query("code") ?? ""),
        browserHash: readBrowserHash(c, deps),
        arrivedAt: deps.arrivedAt(),
      });
      dropWaiting(c);
      return await settle(c, deps, sessions, answer);
    } catch (error) {
      return leadOnUnknown(c, sessions, error);
    }
  });

  function waitingTry(c: WebContext) {
    return {
      stateHash: readWaitingHash(c, deps),
      browserHash: readBrowserHash(c, deps),
      arrivedAt: deps.arrivedAt(),
    };
  }
};

const OTHER_WAYS = {
  sign_in: "/sign-in",
  activate: "/identify",
  identify_again: "/identify",
  confirm: "/confirm",
} as const;

type Tried = NonNullable<Awaited<ReturnType<typeof viewCardTry>>>;

function otherWays({ purpose, next_path }: Tried): string {
  const known = purpose as PersonPurpose;
  return known === "rights" ? (next_path ?? "/rights") : OTHER_WAYS[known];
}

function leadOf(language: Language, purpose: PersonPurpose): string {
  const { identify, rights } = textsFor(language);
  if (purpose === "rights") return rights.portal.code.ways.cardLead;
  return purpose === "sign_in" ? identify.card.leadSignIn : identify.card.lead;
}

/** For whom the try is begun anew. */
function triedBy({ person_id, request_id }: Pick<Tried, "person_id" | "request_id">) {
  return {
    ...(person_id === null ? {} : { member: { personId: person_id } }),
    ...(request_id === null ? {} : { requestId: request_id }),
  };
}

function ByBrowser({ frame }: { readonly frame: PageFrame }): Markup {
  const { tls } = textsFor(frame.language).collectIdentify.cardPage;
  return (
    <form method="post" action={`${CARD_PAGE}/host`} class="stack tight">
      <CsrfField token={frame.csrfToken} />
      <h2>{tls.title}</h2>
      <p id="card-host-means">{tls.text}</p>
      <Button describedBy="card-host-means">{tls.button}</Button>
    </form>
  );
}

/** What is no JSON is no token either; the port says so. */
function parsed(posted: string | null): unknown {
  try {
    return JSON.parse(posted ?? "");
  } catch {
    return null;
  }
}
