// What the link of the mail opens: what will be made, a password to choose, and a page for every link that opens nothing any more.

import { AppError, type FieldError } from "@posthorn/domain";
import { PASSWORD_SHORTEST } from "@posthorn/identity";
import { textsFor } from "@posthorn/texts";
import { finishRegistration, type OpenRegistration, viewRegistration } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  DefinitionList,
  deviceHashOf,
  Field,
  Note,
  PageHead,
  pageFrame,
  type PageFrame,
  PlainLayout,
  readForm,
  renderPage,
  setSessionCookie,
  type WebContext,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { faultInWords } from "../security/password.tsx";
import { previousSession } from "../session/previous-session.ts";
import { visitorOf } from "../session/visitor.ts";
import { wordsForFailure } from "../session/words-for-failure.ts";
import { APPLICATION_PATH } from "./paths.ts";
import { PolicyLink } from "./policy-tick.tsx";

const PATH = "/register/confirm/:token";

interface Failed {
  readonly errors?: readonly FieldError[];
  readonly words?: string;
}

export const confirmRegistrationRoutes: PortalRoutes = (app, deps) => {
  const linkOf = (c: WebContext) => deps.sessionHash(c.req.param("token") ?? "");

  app.get(PATH, (c) => show(c));

  app.post(PATH, async (c) => {
    const form = await readForm(c);
    try {
      const outcome = await finishRegistration(
        deps.ctx,
        { ...deps.signIn, tokens: deps.tokens },
        {
          presentedLink: linkOf(c),
          password: form.get("next") ?? "",
          again: form.get("again") ?? "",
          visitor: visitorOf(c),
          arrivedAt: deps.arrivedAt(),
          deviceHash: deviceHashOf(c, deps),
          ...previousSession(c, deps),
        },
      );
      if (outcome.kind === "refused") return await show(c, { errors: outcome.errors });
      setSessionCookie(c, outcome.session.token);
      return c.redirect(outcome.account === "private" ? "/identify" : APPLICATION_PATH, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = wordsForFailure(c, error);
      return words === null ? spentLink(c, error) : show(c, { words });
    }
  });

  async function show(c: WebContext, failed: Failed = {}): Promise<Response> {
    try {
      const open = await viewRegistration(deps.ctx, linkOf(c), deps.arrivedAt());
      const status = failed.words === undefined ? (failed.errors ? 400 : 200) : 429;
      return await renderPage(c, confirmPage(c, deps.verifyUrl, open, failed), status);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return spentLink(c, error);
    }
  }
};

function confirmPage(c: WebContext, verifyUrl: string, open: OpenRegistration, failed: Failed) {
  const frame = pageFrame(c);
  const { registration } = textsFor(frame.language);
  const words = registration.confirm;
  const isBad = failed.words !== undefined || failed.errors !== undefined;
  return (
    <PlainLayout frame={frame} title={words.title} hasErrors={isBad}>
      <PageHead language={frame.language} title={words.title} lead={words.lead} />
      {failed.words !== undefined && (
        <Note tone="stop" role="alert">
          {failed.words}
        </Note>
      )}
      <FactsCard frame={frame} verifyUrl={verifyUrl} open={open} />
      <form method="post">
        <CsrfField token={frame.csrfToken} />
        {/* For password managers, which look for whose password it is. */}
        <input type="hidden" name="username" value={open.email} autocomplete="username" />
        <PasswordCard frame={frame} open={open} errors={failed.errors ?? []} />
      </form>
    </PlainLayout>
  );
}

function FactsCard(props: {
  readonly frame: PageFrame;
  readonly verifyUrl: string;
  readonly open: OpenRegistration;
}) {
  const { frame, verifyUrl, open } = props;
  const { language } = frame;
  const { common, policies, registration } = textsFor(language);
  const words = registration.confirm;
  const address = open.postalAddress;
  const box = address?.box === undefined ? "" : ` / ${address.box}`;
  return (
    <Card id="facts" title={words.facts}>
      <DefinitionList
        facts={[
          { term: words.kind, value: words.kinds[open.kind] },
          { term: words.name, value: `${open.firstNames} ${open.familyName}` },
          { term: registration.email, value: open.email },
          { term: registration.language, value: common.languageNames[open.language] },
          ...(address
            ? [
                {
                  term: registration.address,
                  value: `${address.street} ${address.number}${box}, ${address.postcode} ${address.town} (${address.country})`,
                },
              ]
            : []),
          {
            term: words.agreed,
            value: (
              <ul class="plain">
                {open.accepted.map((accepted) => (
                  <li>
                    <PolicyLink
                      language={language}
                      policy={{
                        ...accepted,
                        name: policies[accepted.policy].name,
                        url: new URL(
                          `/policies/${accepted.policy}/${accepted.version}?lang=${accepted.language}`,
                          verifyUrl,
                        ).href,
                      }}
                    />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p class="muted">{words.mistake}</p>
    </Card>
  );
}

function PasswordCard(props: {
  readonly frame: PageFrame;
  readonly open: OpenRegistration;
  readonly errors: readonly FieldError[];
}) {
  const { frame, open, errors } = props;
  const { language } = frame;
  const { registration, security } = textsFor(language);
  const words = registration.confirm;
  const wrong = (path: string) => {
    const error = errors.find((candidate) => candidate.path === path);
    return error && faultInWords(security.password, error.code);
  };
  return (
    <Card id="password" title={words.password}>
      <Field
        language={language}
        name="next"
        label={security.password.next}
        hint={security.password.hint(PASSWORD_SHORTEST)}
        type="password"
        autocomplete="new-password"
        error={wrong("next")}
      />
      <Field
        language={language}
        name="again"
        label={security.password.again}
        type="password"
        autocomplete="new-password"
        error={wrong("again")}
      />
      <p id="make-effect">{open.kind === "private" ? words.effectPrivate : words.effectCompany}</p>
      <Button kind="primary" describedBy="make-effect">
        {words.make}
      </Button>
    </Card>
  );
}

const SPENT = {
  link_used: { kind: "used", status: 409 },
  link_void: { kind: "used", status: 409 },
  link_expired: { kind: "expired", status: 409 },
  link_unknown: { kind: "unknown", status: 404 },
  email_taken: { kind: "taken", status: 409 },
} as const;

function spentLink(c: WebContext, error: AppError): Promise<Response> {
  const known = Object.hasOwn(SPENT, error.code) ? SPENT[error.code as keyof typeof SPENT] : undefined;
  if (!known) throw error;
  const frame = pageFrame(c);
  const words = textsFor(frame.language).registration.link;
  const { title, text } = words[known.kind];
  const signInFirst = known.kind === "used" || known.kind === "taken";
  return renderPage(
    c,
    <PlainLayout frame={frame} title={title}>
      <PageHead language={frame.language} title={title} />
      <Card id="link">
        <p>{text}</p>
        <div class="row">
          {signInFirst && (
            <Button kind="primary" href="/sign-in">
              {words.signIn}
            </Button>
          )}
          <Button kind={signInFirst ? "plain" : "primary"} href="/register">
            {words.register}
          </Button>
        </div>
      </Card>
    </PlainLayout>,
    known.status,
  );
}
