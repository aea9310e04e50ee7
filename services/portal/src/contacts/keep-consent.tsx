// Stating a consent, the statement of one for paper, and noting that it was withdrawn.

import { AppError, type FieldError } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { loadConsent, type SessionMember, stateConsent, withdrawConsent } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  DefinitionList,
  errorAt,
  ErrorSummary,
  Field,
  Note,
  PageHead,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { addresseeField } from "../compose/form-words.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { renderContactsPage } from "./contacts-frame.tsx";
import { addresseeOf, consentFacts } from "./list-consents.tsx";

const PATH = "/contacts/consents";

type Typed = Readonly<Record<string, string>>;

export const consentRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(`${PATH}/new`, async (c) => showForm(c, await sessions.require(c), {}, []));

  app.post(`${PATH}/new`, async (c) => {
    const member = await sessions.require(c);
    const typed = Object.fromEntries(await readForm(c));
    try {
      // Copied from a contract they may stand on several lines.
      const words = (typed["words"] ?? "").replaceAll(/\s+/gu, " ");
      await stateConsent(deps.ctx, member, { fields: { ...typed, words }, ...actOf(c) });
      return c.redirect(`${PATH}?done=added`, 303);
    } catch (error) {
      return showForm(c, member, typed, fieldsOf(error));
    }
  });

  app.get(`${PATH}/:consent`, async (c) => {
    const member = await sessions.require(c);
    return showStatement(c, member, c.req.param("consent"), []);
  });

  app.post(`${PATH}/:consent/withdraw`, async (c) => {
    const member = await sessions.require(c);
    const consentId = c.req.param("consent");
    try {
      const words = (await readForm(c)).get("words") ?? "";
      await withdrawConsent(deps.ctx, member, { consentId, words, ...actOf(c) });
      return c.redirect(`${PATH}/${consentId}?done=withdrawn`, 303);
    } catch (error) {
      return showStatement(c, member, consentId, fieldsOf(error));
    }
  });

  function actOf(c: WebContext) {
    return { visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  function showForm(
    c: WebContext,
    member: SessionMember,
    typed: Typed,
    errors: readonly FieldError[],
  ): Promise<Response> {
    const language = c.get("language");
    const { contacts, compose, common } = textsFor(language);
    const words = contacts.consents;
    const at = (name: string) => ({
      language,
      name,
      value: typed[name] ?? "",
      error: errorAt(language, errors, name),
      autocomplete: "off",
    });
    const labels: Typed = {
      basis: words.form.ground,
      stated_on: words.form.statedOn,
      words: words.form.words,
    };
    return renderContactsPage(c, deps.ctx, member, {
      title: words.form.title,
      section: "consents",
      hasErrors: errors.length > 0,
      ...(errors.length > 0 ? { status: 400 } : {}),
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={words.form.title}
            lead={words.form.lead}
            crumbs={[{ label: words.title, href: PATH }, { label: words.form.title }]}
          />
          <ErrorSummary
            language={language}
            errors={errors}
            labelOf={(path) => labels[path] ?? addresseeField(language, path)}
          />
          <Card id="consent">
            <form method="post" action={`${PATH}/new`} class="stack" novalidate>
              <CsrfField token={frame.csrfToken} />
              <div class="party fields">
                <Field
                  {...at("kind")}
                  type="select"
                  label={compose.kind}
                  value={typed["kind"] === "organisation" ? "organisation" : "person"}
                  options={(["person", "organisation"] as const).map((value) => ({
                    value,
                    label: compose.kinds[value],
                  }))}
                />
                <Field {...at("email")} type="email" inputMode="email" label={compose.email} />
                <div class="person-only">
                  <Field {...at("first_names")} label={compose.firstNames} />
                </div>
                <Field {...at("name")} label={compose.name} />
                <Field
                  {...at("basis")}
                  type="select"
                  label={words.form.ground}
                  value={typed["basis"] ?? "earlier_consent"}
                  options={(["earlier_consent", "clause", "registration"] as const).map((value) => ({
                    value,
                    label: words.grounds[value],
                  }))}
                />
                <Field {...at("stated_on")} type="date" label={words.form.statedOn} />
                <Field
                  {...at("words")}
                  type="textarea"
                  rows={3}
                  label={words.form.words}
                  hint={words.form.wordsHint}
                  all
                />
              </div>
              <p class="row">
                <Button kind="primary">{words.form.button}</Button>
                <Button href={PATH}>{common.buttons.cancel}</Button>
              </p>
            </form>
          </Card>
        </>
      ),
    });
  }

  async function showStatement(
    c: WebContext,
    member: SessionMember,
    consentId: string,
    errors: readonly FieldError[],
  ): Promise<Response> {
    const line = await loadConsent(deps.ctx, member.accountId, consentId);
    const language = c.get("language");
    const words = textsFor(language).contacts.consents;
    return renderContactsPage(c, deps.ctx, member, {
      title: words.statement.title,
      section: "consents",
      ...(errors.length > 0 ? { status: 400, hasErrors: true } : {}),
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={words.statement.title}
            lead={words.statement.lead}
            crumbs={[{ label: words.title, href: PATH }, { label: words.statement.of(addresseeOf(line)) }]}
          />
          {c.req.query("done") === "withdrawn" && (
            <Note tone="ok" role="status">
              {words.didWithdraw}
            </Note>
          )}
          <Card id="statement">
            <DefinitionList
              facts={[
                { term: words.sender, value: member.accountName },
                ...consentFacts(language, line),
                { term: words.statement.number, value: line.id },
              ]}
            />
            <p class="small muted">{words.statement.made(dateTimeInWords(language, deps.arrivedAt()))}</p>
          </Card>
          {line.withdrawn === null && (
            <div class="no-print">
              <Card title={words.withdrawing.title} id="withdraw">
                <p id="effect">{words.withdrawing.text}</p>
                <form method="post" action={`${PATH}/${line.id}/withdraw`} class="stack">
                  <CsrfField token={frame.csrfToken} />
                  <Field
                    language={language}
                    name="words"
                    label={words.withdrawing.words}
                    error={errorAt(language, errors, "words")}
                    autocomplete="off"
                    optional
                  />
                  <p>
                    <Button kind="seal" describedBy="effect">
                      {words.withdrawing.button}
                    </Button>
                  </p>
                </form>
              </Card>
            </div>
          )}
        </>
      ),
    });
  }
};

/** What is beside the fields; whatever else went wrong is thrown on. */
function fieldsOf(error: unknown): readonly FieldError[] {
  if (error instanceof AppError && (error.code === "consent_invalid" || error.code === "consent_known"))
    return error.fields;
  throw error;
}
