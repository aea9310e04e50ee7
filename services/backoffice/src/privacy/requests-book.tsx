// Books in a request that came on paper.

import { AppError, type FieldError, type Language, RIGHTS_KINDS } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { bookInRequest, RIGHTS_WORDS_MAX, type TypedRequest } from "@posthorn/usecases";
import {
  Card,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  Note,
  PageHead,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";

const LANGUAGES = ["nl", "fr", "de", "en"] as const;

interface Shown {
  readonly typed?: TypedRequest;
  readonly errors?: readonly FieldError[];
  readonly refusal?: string;
  readonly problem?: string;
  readonly status?: 400 | 401 | 403 | 429;
}

export const bookRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/privacy/book-request", async (c) => {
    const reader = await sessions.requireOfficer(c, "privacy_officer");
    await sessions.require(c);
    return bookPage(c, reader, {});
  });

  app.post("/privacy/book-request", async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const typed = typedOf(form);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused) return bookPage(c, reader, { typed, refusal: refused.words, status: refused.status });
    try {
      const id = await bookInRequest(deps.ctx, reader, typed);
      return c.redirect(`/privacy/requests/${id}?done=booked`, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "rights_request_invalid")
        return bookPage(c, reader, { typed, errors: error.fields, status: 400 });
      if (error.code !== "staff_not_fresh") throw error;
      const problem = textsFor(c.get("language")).backoffice.confirm.lapsed;
      return bookPage(c, reader, { typed, problem, status: 403 });
    }
  });
};

function typedOf(form: URLSearchParams): TypedRequest {
  const read = (name: string) => form.get(name) ?? "";
  return {
    kind: read("kind"),
    name: read("name"),
    firstNames: read("first_names"),
    email: read("email"),
    postalAddress: read("postal_address"),
    language: read("language"),
    words: read("words"),
    receivedOn: read("received_on"),
    onBehalfName: read("on_behalf_name"),
    onBehalfAuthority: read("on_behalf_authority"),
  };
}

function bookPage(c: WebContext, reader: Reader, shown: Shown): Promise<Response> {
  const { errors = [], typed, status } = shown;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).rights.desk.book.title,
    current: "requests",
    islands: ["passkey"],
    hasErrors: status !== undefined,
    ...(status === undefined ? {} : { status }),
    body(frame) {
      const { language } = frame;
      const { desk } = textsFor(language).rights;
      return (
        <>
          <PageHead
            language={language}
            title={desk.book.title}
            lead={desk.book.lead}
            crumbs={[{ label: desk.title, href: "/privacy/requests" }, { label: desk.book.title }]}
          />
          {shown.problem !== undefined && (
            <Note tone="stop" role="alert">
              {shown.problem}
            </Note>
          )}
          <ErrorSummary language={language} errors={errors} />
          <Card id="book">
            <ActForm
              frame={frame}
              reader={reader}
              action="/privacy/book-request"
              button={desk.book.save}
              kind="primary"
              refusal={shown.refusal}
            >
              <Fields language={language} typed={typed} errors={errors} />
            </ActForm>
          </Card>
        </>
      );
    },
  });
}

function Fields({
  language,
  typed,
  errors,
}: {
  readonly language: Language;
  readonly typed: TypedRequest | undefined;
  readonly errors: readonly FieldError[];
}): Markup {
  const { rights, common } = textsFor(language);
  const { book: words, kinds } = rights.desk;
  const shared = (name: string) => ({ language, name, error: errorAt(language, errors, name) });
  return (
    <>
      <Field
        {...shared("kind")}
        label={words.kind}
        type="select"
        value={typed?.kind ?? ""}
        options={[
          { value: "", label: words.choose },
          ...RIGHTS_KINDS.map((kind) => ({ value: kind, label: kinds[kind] })),
        ]}
      />
      <Field
        {...shared("received_on")}
        label={words.receivedOn}
        type="date"
        value={typed?.receivedOn ?? ""}
      />
      <Field
        {...shared("language")}
        label={words.language}
        type="select"
        value={typed?.language ?? ""}
        options={[
          { value: "", label: words.choose },
          ...LANGUAGES.map((each) => ({ value: each, label: common.languageNames[each] })),
        ]}
      />
      <Field {...shared("name")} label={words.name} autocomplete="off" value={typed?.name ?? ""} />
      <Field
        {...shared("first_names")}
        label={words.firstNames}
        autocomplete="off"
        optional
        value={typed?.firstNames ?? ""}
      />
      <Field
        {...shared("postal_address")}
        label={words.postalAddress}
        hint={words.postalHint}
        type="textarea"
        rows={4}
        optional
        value={typed?.postalAddress ?? ""}
      />
      <Field
        {...shared("email")}
        label={words.email}
        hint={words.emailHint}
        type="email"
        autocomplete="off"
        optional
        value={typed?.email ?? ""}
      />
      <Field
        {...shared("words")}
        label={words.words}
        type="textarea"
        rows={5}
        maxLength={RIGHTS_WORDS_MAX}
        optional
        value={typed?.words ?? ""}
      />
      <fieldset>
        <legend>{words.behalf}</legend>
        <Field
          {...shared("on_behalf_name")}
          label={words.behalfName}
          hint={words.behalfHint}
          autocomplete="off"
          optional
          value={typed?.onBehalfName ?? ""}
        />
        <Field
          {...shared("on_behalf_authority")}
          label={words.authority}
          autocomplete="off"
          optional
          value={typed?.onBehalfAuthority ?? ""}
        />
      </fieldset>
    </>
  );
}
