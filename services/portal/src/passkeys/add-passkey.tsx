// Adding a passkey: a name and a button; the browser asks the rest.

import { AppError, type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  beginPasskeyRegistration,
  defaultPasskeyName,
  finishPasskeyRegistration,
  freshenSession,
  PASSKEY_NAME_LONGEST,
  type SessionMember,
} from "@posthorn/usecases";
import {
  Card,
  errorAt,
  ErrorSummary,
  Field,
  PageHead,
  PasskeyForm,
  readForm,
  setSessionCookie,
  type WebContext,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { readPasskeyAnswer } from "./read-answer.ts";
import { passkeyVisit } from "./visit.ts";

const PATH = "/security/passkeys/add";

export const addPasskeyRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    return page(c, member, { name: defaultPasskeyName(visitorOf(c).userAgent) });
  });

  app.post("/security/passkeys/begin", async (c) => {
    const member = await sessions.requireFresh(c);
    // An island cannot follow to the page that confirms; it says to load this one anew, which leads there.
    if (member instanceof Response) throw new AppError("forbidden", "confirmation_needed");
    const asked = { ...passkeyVisit(c, deps), holder: holderOf(member) };
    return c.json(await beginPasskeyRegistration(deps.ctx, deps.passkeys, asked));
  });

  app.post(PATH, async (c) => {
    const member = await sessions.require(c);
    const form = await readForm(c);
    const name = form.get("name") ?? "";
    try {
      const visit = { ...passkeyVisit(c, deps), holder: holderOf(member), name };
      const renewed: { token?: string } = {};
      await finishPasskeyRegistration(
        deps.ctx,
        deps.passkeys,
        { ...visit, ...readPasskeyAnswer(form) },
        async (trx) => {
          if (member.strong) return;
          const proven = { ...visit, member, by: "passkey" } as const;
          renewed.token = (await freshenSession(trx, deps.ctx, deps.tokens, proven)).token;
        },
      );
      if (renewed.token !== undefined) setSessionCookie(c, renewed.token);
      return c.redirect("/security/passkeys?done=added", 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = textsFor(c.get("language")).passkeys.adding;
      switch (error.code) {
        case "passkey_name_invalid":
          return page(c, member, { name, errors: error.fields, status: 400 });
        case "passkey_refused":
          return page(c, member, { name, refusal: words.refused, status: 400 });
        case "passkeys_too_many":
          return page(c, member, { name, refusal: words.tooMany, status: 409 });
        default:
          throw error;
      }
    }
  });

  function page(
    c: WebContext,
    member: SessionMember,
    shown: {
      readonly name: string;
      readonly errors?: readonly FieldError[];
      readonly refusal?: string;
      readonly status?: 400 | 409;
    },
  ): Promise<Response> {
    const language = c.get("language");
    const { passkeys, security } = textsFor(language);
    const words = passkeys.adding;
    const errors = shown.errors ?? [];
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "security",
      islands: ["passkey"],
      hasErrors: shown.status !== undefined,
      ...(shown.status === undefined ? {} : { status: shown.status }),
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={words.title}
            lead={words.lead}
            crumbs={[
              { label: security.title, href: "/security" },
              { label: passkeys.page.title, href: "/security/passkeys" },
              { label: words.title },
            ]}
          />
          <ErrorSummary language={language} errors={errors} labelOf={() => passkeys.page.name} />
          <Card id="add">
            <PasskeyForm
              language={language}
              act="create"
              beginPath="/security/passkeys/begin"
              action={PATH}
              csrfToken={frame.csrfToken}
              button={words.button}
              refusal={shown.refusal}
            >
              <Field
                language={language}
                name="name"
                label={passkeys.page.name}
                hint={words.hint}
                value={shown.name}
                maxLength={PASSKEY_NAME_LONGEST}
                autocomplete="off"
                error={errorAt(language, errors, "name")}
              />
            </PasskeyForm>
          </Card>
        </>
      ),
    });
  }
};

function holderOf(member: SessionMember): { readonly kind: "person"; readonly id: string } {
  return { kind: "person", id: member.personId };
}
