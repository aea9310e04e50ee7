// Registering: who will send, then the form; every answer to a good form is the same page, whether or not the address is known.

import { AppError, type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { askRegistration, parseRegistration, REGISTRATION_KINDS } from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  errorAt,
  Note,
  PageHead,
  pageFrame,
  PlainLayout,
  readForm,
  renderPage,
  type WebContext,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { wordsForFailure } from "../session/words-for-failure.ts";
import { COMPANY_PATH } from "./paths.ts";
import { policiesFor, type RegisterKind, RegisterForm, type Ticked, tickName } from "./register-form.tsx";
import { acceptedOf, wordsShown } from "./shown-policy.ts";

const PATH = "/register";

export const registerRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    if (await sessions.of(c)) return c.redirect(COMPANY_PATH, 303);
    const kind = REGISTRATION_KINDS.find((known) => known === c.req.query("kind"));
    if (kind) return form(c, kind, { typed: {}, ticked: {}, errors: [] });
    const unread = c.req.query("kind") !== undefined;
    return chooser(c, unread ? [{ path: "kind", code: "choose" }] : []);
  });

  app.get(`${PATH}/sent`, (c) => renderPage(c, sentPage(c)));

  app.post(PATH, async (c) => {
    const posted = Object.fromEntries(await readForm(c));
    const kind = REGISTRATION_KINDS.find((known) => known === posted["kind"]);
    if (!kind) return chooser(c, [{ path: "kind", code: "choose" }]);
    const policies = policiesFor(deps, kind, c.get("language"));
    // Other words than those in force were shown: nothing was agreed to.
    const current = posted["words"] === wordsShown(policies);
    const ticked: Ticked = Object.fromEntries(
      policies.map(({ policy }) => [policy, current && posted[tickName(policy)] === "on"]),
    );
    const parsed = parseRegistration(posted);
    const unticked = policies
      .filter(({ policy }) => policy !== "electronic-delivery" && ticked[policy] !== true)
      .map(({ policy }) => ({ path: tickName(policy), code: "must_accept" }));
    const errors = [...(parsed.ok ? [] : parsed.errors), ...unticked];
    if (!parsed.ok || errors.length > 0) return form(c, kind, { typed: posted, ticked, errors });
    try {
      await askRegistration(deps.ctx, deps.registration.limits, {
        registrant: parsed.value,
        accepted: policies.filter(({ policy }) => ticked[policy] === true).map(acceptedOf),
        visitor: visitorOf(c),
        arrivedAt: deps.arrivedAt(),
      });
    } catch (error) {
      const words = error instanceof AppError ? wordsForFailure(c, error) : null;
      if (words === null) throw error;
      return form(c, kind, { typed: posted, ticked, errors: [], failure: words });
    }
    return c.redirect(`${PATH}/sent`, 303);
  });

  function form(
    c: WebContext,
    kind: RegisterKind,
    told: {
      readonly typed: Readonly<Record<string, string>>;
      readonly ticked: Ticked;
      readonly errors: readonly FieldError[];
      readonly failure?: string;
    },
  ): Promise<Response> {
    const frame = pageFrame(c);
    const words = textsFor(frame.language).registration;
    const bad = told.errors.length > 0;
    const status = told.failure === undefined ? (bad ? 400 : 200) : 429;
    return renderPage(
      c,
      <PlainLayout frame={frame} title={words.title} hasErrors={status !== 200}>
        <RegisterForm
          frame={frame}
          kind={kind}
          policies={policiesFor(deps, kind, frame.language)}
          {...told}
        />
      </PlainLayout>,
      status,
    );
  }
};

function chooser(c: WebContext, errors: readonly FieldError[]): Promise<Response> {
  const frame = pageFrame(c);
  const { language } = frame;
  const words = textsFor(language).registration;
  return renderPage(
    c,
    <PlainLayout frame={frame} title={words.title} hasErrors={errors.length > 0}>
      <PageHead language={language} title={words.title} lead={words.lead} />
      <form method="get" action={PATH}>
        <Card id="register">
          <Choices
            language={language}
            name="kind"
            legend={words.chooseTitle}
            value="private"
            error={errorAt(language, errors, "kind")}
            options={[
              { value: "private", label: words.kinds.private, hint: words.kinds.privateHint },
              { value: "company", label: words.kinds.company, hint: words.kinds.companyHint },
            ]}
          />
          <Button kind="primary">{words.goOn}</Button>
        </Card>
      </form>
      <p class="muted">
        {words.haveAccount} <a href="/sign-in">{words.signIn}</a>
      </p>
    </PlainLayout>,
    errors.length > 0 ? 400 : 200,
  );
}

function sentPage(c: WebContext) {
  const frame = pageFrame(c);
  const { language } = frame;
  const words = textsFor(language).registration.sent;
  return (
    <PlainLayout frame={frame} title={words.title}>
      <PageHead language={language} title={words.title} />
      <Note tone="ok" role="status">
        <p>{words.text}</p>
      </Note>
      <Card id="nothing" title={words.nothing}>
        <ul>
          {words.hints.map((hint) => (
            <li>{hint}</li>
          ))}
        </ul>
        <div class="row">
          <Button href={PATH}>{words.again}</Button>
        </div>
      </Card>
    </PlainLayout>
  );
}
