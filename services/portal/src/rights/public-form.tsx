// The form for everybody without account: who asks for what, about whom, and how he shows who he is; the same answer whatever is known.

import { AppError, type FieldError, type Language, LANGUAGES, RIGHTS_KINDS } from "@posthorn/domain";
import { normaliseCheckCode } from "@posthorn/identity";
import { textsFor } from "@posthorn/texts";
import { askRightPublicly, parsePublicRequest, RIGHTS_PROOFS, RIGHTS_WORDS_MAX } from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  CsrfField,
  ErrorSummary,
  errorAt,
  Field,
  type Markup,
  Note,
  PageHead,
  pageFrame,
  type PageFrame,
  PlainLayout,
  readForm,
  renderPage,
  type WebContext,
} from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { isOffered } from "../identify/offered.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { PUBLIC_PATH } from "./paths.ts";

interface Told {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly tooMany?: true;
}

export const publicFormRoutes: PortalRoutes = (app, deps) => {
  app.get(PUBLIC_PATH, (c) => formPage(c, deps, { typed: { kind: c.req.query("kind") ?? "" }, errors: [] }));

  app.post(PUBLIC_PATH, async (c) => {
    const typed = Object.fromEntries(await readForm(c));
    const parsed = parsePublicRequest(typed, normaliseCheckCode, proofsOf(deps));
    if (!parsed.ok) return formPage(c, deps, { typed, errors: parsed.errors });
    try {
      const { requestId } = await askRightPublicly(deps.ctx, deps.rights.limits, {
        request: parsed.value,
        visitor: visitorOf(c),
        arrivedAt: deps.arrivedAt(),
      });
      return c.redirect(`${PUBLIC_PATH}/code/${requestId}`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "too_many_tries") throw error;
      if (error.retryAfterSeconds !== undefined) c.header("Retry-After", String(error.retryAfterSeconds));
      return formPage(c, deps, { typed, errors: [], tooMany: true });
    }
  });
};

function formPage(c: WebContext, deps: PortalDeps, told: Told): Promise<Response> {
  const frame = pageFrame(c);
  const { language } = frame;
  const words = textsFor(language).rights.portal.public;
  const status = told.tooMany === true ? 429 : told.errors.length > 0 ? 400 : 200;
  return renderPage(
    c,
    <PlainLayout frame={frame} title={words.title} hasErrors={status !== 200}>
      <PageHead language={language} title={words.title} lead={words.lead} />
      <p>
        <a class="target" href="/me/requests/new">
          {words.signIn}
        </a>
      </p>
      {told.tooMany === true && (
        <Note tone="stop" role="alert">
          {words.tooMany}
        </Note>
      )}
      <ErrorSummary language={language} errors={told.errors} labelOf={(path) => labelOf(language, path)} />
      <RequestForm frame={frame} told={told} proofs={proofsOf(deps)} />
    </PlainLayout>,
    status,
  );
}

/** What is not configured is not offered. */
function proofsOf(deps: PortalDeps): readonly (typeof RIGHTS_PROOFS)[number][] {
  return isOffered(deps) ? RIGHTS_PROOFS : RIGHTS_PROOFS.filter((proof) => proof !== "identity");
}

interface FormProps {
  readonly frame: PageFrame;
  readonly told: Told;
  readonly proofs: readonly (typeof RIGHTS_PROOFS)[number][];
}

/** What the page calls a field. */
function labelOf(language: Language, path: string): string | undefined {
  const words = textsFor(language).rights.portal.public;
  const labels: Readonly<Record<string, string>> = {
    kind: words.whatFor,
    words: words.words,
    for: words.who,
    first_names: words.firstNames,
    name: words.name,
    email: words.email,
    letter_code: words.letterCode,
    behalf_name: words.behalfName,
    authority: words.authority,
    language: words.language,
    proof: words.proof,
  };
  return labels[path];
}

function RequestForm({ frame, told, proofs }: FormProps): Markup {
  const { language } = frame;
  const { common, rights } = textsFor(language);
  const words = rights.portal.public;
  const { typed, errors } = told;
  const shared = (name: string) => ({
    language,
    name,
    value: typed[name],
    error: errorAt(language, errors, name),
  });
  return (
    <form method="post" action={PUBLIC_PATH} class="stack" novalidate>
      <CsrfField token={frame.csrfToken} />
      <Card id="what">
        <Choices
          {...shared("kind")}
          legend={words.whatFor}
          options={RIGHTS_KINDS.map((kind) => ({
            value: kind,
            label: rights.portal.kinds[kind],
            hint: rights.portal.kindHints[kind],
          }))}
        />
        <Field
          {...shared("words")}
          label={words.words}
          type="textarea"
          optional
          maxLength={RIGHTS_WORDS_MAX}
          hint={words.wordsHint}
        />
      </Card>
      <Card id="who">
        <Choices
          {...shared("for")}
          legend={words.who}
          value={typed["for"] === "other" ? "other" : "self"}
          options={[
            { value: "self", label: words.for.self },
            { value: "other", label: words.for.other, hint: words.forHint.other },
          ]}
        />
        <Field {...shared("first_names")} label={words.firstNames} autocomplete="given-name" />
        <Field {...shared("name")} label={words.name} hint={words.nameHint} autocomplete="family-name" />
        <Field {...shared("email")} label={words.email} type="email" inputMode="email" autocomplete="email" />
        <Field {...shared("letter_code")} label={words.letterCode} optional hint={words.letterCodeHint} />
        <fieldset class="choices" id="behalf">
          <legend>{words.behalf}</legend>
          <Field {...shared("behalf_name")} label={words.behalfName} optional />
          <Field {...shared("authority")} label={words.authority} optional hint={words.authorityHint} />
        </fieldset>
      </Card>
      <Card id="proof-card">
        <Field
          {...shared("language")}
          label={words.language}
          type="select"
          value={typed["language"] ?? language}
          options={LANGUAGES.map((value) => ({ value, label: common.languageNames[value] }))}
        />
        <Choices
          {...shared("proof")}
          legend={words.proof}
          value={typed["proof"] ?? "codes"}
          options={proofs.map((proof) => ({
            value: proof,
            label: words.proofs[proof],
            hint: proof === "codes" ? undefined : words.proofHints[proof],
          }))}
        />
        <p class="small muted" id="keep">
          {words.keep}
        </p>
        <Button kind="primary" describedBy="keep">
          {words.send}
        </Button>
        <p class="small muted">{rights.portal.inFlight}</p>
        <p class="small muted">{rights.portal.authority}</p>
      </Card>
    </form>
  );
}
