// itsme and cards beside the other ways to sign in and to confirm: the pages that a failed try leads back to.

import { textsFor } from "@posthorn/texts";
import {
  Button,
  PageHead,
  pageFrame,
  PlainLayout,
  renderPage,
  type WebContext,
  safePath,
} from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import type { PortalRoutes } from "../routes.ts";
import { SmallWays } from "./choose-way.tsx";
import { FailureNote, failureOf } from "./failure-note.tsx";

export const identityPageRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/sign-in/identity", (c) => show(c, deps, "/sign-in"));
  app.get("/confirm/identity", async (c) => {
    await sessions.require(c);
    return show(c, deps, "/confirm");
  });
};

async function show(c: WebContext, deps: PortalDeps, at: "/sign-in" | "/confirm"): Promise<Response> {
  const frame = pageFrame(c);
  const { language } = frame;
  const { identify, security } = textsFor(language);
  const next = safePath(c.req.query("next"));
  const failure = failureOf(language, c.req.query("failed"));
  const isSignIn = at === "/sign-in";
  const title = isSignIn ? identify.signIn.title : security.confirm.title;
  const elsewhere = next === "/" ? at : `${at}?${new URLSearchParams({ next }).toString()}`;
  return renderPage(
    c,
    <PlainLayout frame={frame} title={title} hasErrors={failure !== undefined}>
      <PageHead language={language} title={title} />
      <FailureNote failure={failure} />
      <SmallWays
        frame={frame}
        ways={deps.identification.ways}
        at={at}
        next={next}
        heading={identify.ways.title}
      />
      <p>
        <Button href={elsewhere}>{isSignIn ? identify.signIn.back : identify.card.other}</Button>
      </p>
    </PlainLayout>,
    failure?.status ?? 200,
  );
}
