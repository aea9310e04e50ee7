// The operator's one-time address: shows whom it is for, and registers the first passkey with it.

import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { beginEnrolment, finishEnrolment, type StaffInvitation, viewInvitation } from "@posthorn/usecases";
import {
  Card,
  DefinitionList,
  Field,
  pageFrame,
  PasskeyForm,
  PlainLayout,
  preferLanguage,
  readForm,
  renderPage,
  type WebContext,
} from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { rolesInWords } from "../frame/words.ts";
import { readAnswer, visitOf } from "./read-answer.ts";
import { refusalOf } from "./sign-in.tsx";
import { visitorOf } from "./visitor.ts";

export const enrolRoutes: BackofficeRoutes = (app, deps) => {
  const ports = { passkeys: deps.passkeys, tries: deps.tries.passkeys };

  /** Counted, so that nobody tries addresses; a token has 256 bits all the same. */
  async function invitationOf(c: WebContext): Promise<StaffInvitation & { readonly token: string }> {
    await deps.tries.invitations.consume(visitorOf(c).ip);
    const token = c.req.param("token") ?? "";
    const invitation = await viewInvitation(deps.ctx, deps.sessionHash(token));
    preferLanguage(c, invitation.language);
    return { ...invitation, token };
  }

  app.get("/enrol/:token", async (c) => {
    const invitation = await invitationOf(c);
    return renderPage(c, enrolPage(c, invitation, { name: "" }));
  });

  app.post("/enrol/:token/begin", async (c) => {
    const { token } = await invitationOf(c);
    const input = { ...visitOf(c, deps), tokenHash: deps.sessionHash(token) };
    return c.json(await beginEnrolment(deps.ctx, ports, input));
  });

  app.post("/enrol/:token", async (c) => {
    const invitation = await invitationOf(c);
    const form = await readForm(c);
    const name = (form.get("name") ?? "").slice(0, NAME_LONGEST);
    try {
      await finishEnrolment(deps.ctx, ports, {
        ...visitOf(c, deps),
        ...readAnswer(form),
        tokenHash: deps.sessionHash(invitation.token),
        name,
      });
      return c.redirect("/sign-in?enrolled", 303);
    } catch (error) {
      const refused = refusalOf(c, error, textsFor(c.get("language")).backoffice.enrol.refused);
      return renderPage(c, enrolPage(c, invitation, { name, refusal: refused.words }), refused.status);
    }
  });
};

/** Of a passkey's name, as the database keeps it. */
const NAME_LONGEST = 60;

function enrolPage(
  c: WebContext,
  invitation: StaffInvitation & { readonly token: string },
  typed: { readonly name: string; readonly refusal?: string },
) {
  const frame = pageFrame(c);
  const { language } = frame;
  const { backoffice } = textsFor(language);
  const words = backoffice.enrol;
  const path = `/enrol/${invitation.token}`;
  return (
    <PlainLayout
      frame={frame}
      title={words.title}
      hasErrors={typed.refusal !== undefined}
      islands={["passkey"]}
    >
      <div class="head">
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.lead(invitation.name)}</p>
        </div>
      </div>
      <Card id="who">
        <DefinitionList
          facts={[
            { term: words.email, value: invitation.email },
            { term: words.roles, value: rolesInWords(language, invitation.roles) },
            { term: words.until, value: dateTimeInWords(language, invitation.expiresAt) },
          ]}
        />
        <p>{words.what}</p>
        <PasskeyForm
          language={language}
          act="create"
          beginPath={`${path}/begin`}
          action={path}
          csrfToken={frame.csrfToken}
          button={words.button}
          refusal={typed.refusal}
        >
          <Field
            language={language}
            name="name"
            label={backoffice.keyName}
            hint={backoffice.keyNameHint}
            value={typed.name}
            maxLength={NAME_LONGEST}
            optional
            autocomplete="off"
          />
        </PasskeyForm>
      </Card>
      <p class="muted">{words.wrong}</p>
    </PlainLayout>
  );
}
