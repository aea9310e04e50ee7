// An admin makes an API key: its name, what it may do, and then the key itself, this once.

import { AppError, type FieldError } from "@posthorn/domain";
import { newApiKey } from "@posthorn/identity";
import { textsFor } from "@posthorn/texts";
import { API_SCOPES, makeApiKey, type SessionMember, requireAdminRole } from "@posthorn/usecases";
import {
  Button,
  Choices,
  CsrfField,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  PageHead,
  type PageFrame,
  readForm,
  type WebContext,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { renderAccountPage } from "./account-page.tsx";
import { keyAct } from "./key-admin.ts";
import { API_KEYS_PATH } from "./paths.ts";
import { showSecret } from "./show-secret.tsx";

const NEW_PATH = `${API_KEYS_PATH}/new`;

interface Typed {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly errors: readonly FieldError[];
}

export const makeApiKeyRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(NEW_PATH, async (c) => {
    const member = requireAdminOf(await sessions.require(c));
    const fresh = await sessions.requireFresh(c);
    if (fresh instanceof Response) return fresh;
    return show(c, member, { name: "", scopes: [], errors: [] });
  });

  app.post(API_KEYS_PATH, async (c) => {
    requireAdminOf(await sessions.require(c));
    const member = await sessions.requireFresh(c, NEW_PATH);
    if (member instanceof Response) return member;
    const form = await readForm(c);
    const typed = { name: form.get("name") ?? "", scopes: form.getAll("scopes") };
    try {
      const key = await makeApiKey(deps.ctx, newApiKey, { ...keyAct(c, deps, member), ...typed });
      return await showSecret(c, deps.ctx, member, key);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "api_key_invalid_form") throw error;
      return show(c, member, { ...typed, errors: error.fields });
    }
  });

  function show(c: WebContext, member: SessionMember, typed: Typed): Promise<Response> {
    const words = textsFor(c.get("language")).company.apiKeys;
    const wrong = typed.errors.length > 0;
    return renderAccountPage(c, deps.ctx, member, {
      title: words.newTitle,
      section: "api_keys",
      hasErrors: wrong,
      status: wrong ? 400 : 200,
      body: (frame) => <NewKeyForm frame={frame} typed={typed} />,
    });
  }
};

/** Throws AppError forbidden `not_an_admin`. */
export function requireAdminOf(member: SessionMember): SessionMember {
  requireAdminRole(member);
  return member;
}

function NewKeyForm({ frame, typed }: { readonly frame: PageFrame; readonly typed: Typed }): Markup {
  const { language } = frame;
  const words = textsFor(language).company.apiKeys;
  return (
    <>
      <PageHead
        language={language}
        title={words.newTitle}
        lead={words.newLead}
        crumbs={[{ label: words.title, href: API_KEYS_PATH }]}
      />
      <ErrorSummary
        language={language}
        errors={typed.errors}
        labelOf={(path) => (path === "name" ? words.name : words.scopes)}
      />
      <form method="post" action={API_KEYS_PATH} class="card" novalidate>
        <CsrfField token={frame.csrfToken} />
        <Field
          language={language}
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={typed.name}
          error={errorAt(language, typed.errors, "name")}
          autocomplete="off"
        />
        <Choices
          language={language}
          name="scopes"
          legend={words.scopes}
          values={typed.scopes}
          options={API_SCOPES.map((value) => ({
            value,
            label: words.scope[value],
            hint: words.scopeHints[value],
          }))}
          error={errorAt(language, typed.errors, "scopes")}
        />
        <Button kind="primary">{words.makeButton}</Button>
      </form>
    </>
  );
}
