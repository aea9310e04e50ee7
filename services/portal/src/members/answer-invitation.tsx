// An invited person opens the link, and joins as who he is, as somebody new, or declines; open without a session.

import { AppError, type FieldError, type Language } from "@posthorn/domain";
import {
  acceptAsNewPerson,
  acceptInvitation,
  declineInvitation,
  type InvitationState,
  type InvitationView,
  viewAccountInvitation,
} from "@posthorn/usecases";
import {
  deviceHashOf,
  pageFrame,
  readForm,
  renderPage,
  setSessionCookie,
  type WebContext,
} from "@posthorn/web";
import { acceptedOf, showPolicy } from "../register/shown-policy.ts";
import type { PortalRoutes } from "../routes.ts";
import { previousSession } from "../session/previous-session.ts";
import { visitorOf } from "../session/visitor.ts";
import { InvitationOver, InvitationPage } from "./invitation-page.tsx";

const PATH = "/invitation/:token";

export const invitationRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const view = await read(c);
    return view ? show(c, view) : over(c, "unknown");
  });

  app.post(`${PATH}/accept`, async (c) => {
    const member = await sessions.require(c);
    const view = await read(c);
    if (!view) return over(c, "unknown");
    const outcome = await acceptInvitation(deps.ctx, { ...presented(c), personId: member.personId });
    return outcome.kind === "accepted" ? c.redirect(pathOf(c), 303) : over(c, outcome.state, view);
  });

  app.post(`${PATH}/join`, async (c) => {
    const view = await read(c);
    if (!view) return over(c, "unknown");
    const form = await readForm(c);
    const language = c.get("language");
    const typed = {
      familyName: form.get("family_name") ?? "",
      firstNames: form.get("first_names") ?? "",
    };
    const outcome = await acceptAsNewPerson(
      deps.ctx,
      { ...deps.signIn, tokens: deps.tokens },
      {
        ...presented(c),
        deviceHash: deviceHashOf(c, deps),
        ...previousSession(c, deps),
        person: {
          ...typed,
          password: form.get("password") ?? "",
          again: form.get("again") ?? "",
          language,
          accepted: form.get("accepted") === null ? null : policiesIn(language).map(acceptedOf),
        },
      },
    );
    switch (outcome.kind) {
      case "signed_in":
        setSessionCookie(c, outcome.session.token);
        return c.redirect(pathOf(c), 303);
      case "refused":
        return show(c, view, { typed, errors: outcome.errors });
      case "address_known":
        return show(c, view, { typed, addressKnown: true });
      case "stands_no_more":
        return over(c, outcome.state, view);
      case "accepted":
        return c.redirect(pathOf(c), 303);
    }
  });

  app.post(`${PATH}/decline`, async (c) => {
    const view = await read(c);
    if (!view) return over(c, "unknown");
    await declineInvitation(deps.ctx, presented(c));
    return c.redirect(pathOf(c), 303);
  });

  function policiesIn(language: Language) {
    return (["terms", "privacy"] as const).map((policy) => showPolicy(deps, policy, language));
  }

  function presented(c: WebContext) {
    return {
      presentedLink: deps.sessionHash(c.req.param("token") ?? ""),
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    };
  }

  async function read(c: WebContext): Promise<InvitationView | null> {
    const member = await sessions.of(c);
    const person = member ? { personId: member.personId } : {};
    const { presentedLink, arrivedAt } = presented(c);
    return viewAccountInvitation(deps.ctx, { presentedLink, ...person }, arrivedAt).catch(
      (error: unknown) => {
        if (error instanceof AppError && error.code === "link_unknown") return null;
        throw error;
      },
    );
  }

  async function show(
    c: WebContext,
    view: InvitationView,
    failed: {
      readonly typed?: { readonly firstNames: string; readonly familyName: string };
      readonly errors?: readonly FieldError[];
      readonly addressKnown?: boolean;
    } = {},
  ): Promise<Response> {
    if (view.state !== "open") return over(c, view.state, view);
    const isWrong = failed.errors !== undefined || failed.addressKnown === true;
    return renderPage(
      c,
      <InvitationPage
        frame={pageFrame(c)}
        view={view}
        path={pathOf(c)}
        provider={deps.ctx.settings.issuer.name}
        member={await sessions.of(c)}
        typed={failed.typed ?? { firstNames: "", familyName: "" }}
        errors={failed.errors ?? []}
        policies={policiesIn(c.get("language"))}
        addressKnown={failed.addressKnown ?? false}
      />,
      isWrong ? 400 : 200,
    );
  }

  async function over(
    c: WebContext,
    state: Exclude<InvitationState, "open"> | "unknown",
    view?: InvitationView,
  ): Promise<Response> {
    const member = await sessions.of(c);
    const joined = state === "accepted" && member !== null && view?.acceptedPersonId === member.personId;
    const page = (
      <InvitationOver frame={pageFrame(c)} state={joined ? "joined" : state} company={view?.company ?? ""} />
    );
    return renderPage(c, page, state === "unknown" ? 404 : joined ? 200 : 410);
  }
};

function pathOf(c: WebContext): string {
  return `/invitation/${encodeURIComponent(c.req.param("token") ?? "")}`;
}
