// One API key: what it may do, who answers for it, and how an admin gives it a new secret or ends it.

import { AppError, type FieldError } from "@posthorn/domain";
import { newApiKey } from "@posthorn/identity";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import {
  type ApiKeyLine,
  OVERLAP_HOURS,
  revokeApiKey,
  rotateApiKey,
  type SessionMember,
  showApiKey,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  CsrfField,
  DefinitionList,
  errorAt,
  ErrorSummary,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  readForm,
  type WebContext,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { renderAccountPage } from "./account-page.tsx";
import { keyAct } from "./key-admin.ts";
import { StateInWords } from "./key-state.tsx";
import { requireAdminOf } from "./make-api-key.tsx";
import { API_KEYS_PATH } from "./paths.ts";
import { showSecret } from "./show-secret.tsx";

const KEY_PATH = `${API_KEYS_PATH}/:key`;

export const showApiKeyRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(KEY_PATH, async (c) => {
    const member = await sessions.require(c);
    return show(c, member, c.req.param("key"), []);
  });

  app.post(`${KEY_PATH}/rotate`, async (c) => {
    const keyId = c.req.param("key");
    requireAdminOf(await sessions.require(c));
    const member = await sessions.requireFresh(c, pathOf(keyId));
    if (member instanceof Response) return member;
    const hours = (await readForm(c)).get("hours");
    try {
      const key = await rotateApiKey(deps.ctx, newApiKey, { ...keyAct(c, deps, member), keyId, hours });
      return await showSecret(c, deps.ctx, member, key);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "api_key_invalid_form") throw error;
      return show(c, member, keyId, error.fields);
    }
  });

  app.post(`${KEY_PATH}/revoke`, async (c) => {
    const keyId = c.req.param("key");
    const member = await sessions.require(c);
    await revokeApiKey(deps.ctx, { ...keyAct(c, deps, member), keyId });
    return c.redirect(`${API_KEYS_PATH}?done=revoked`, 303);
  });

  async function show(
    c: WebContext,
    member: SessionMember,
    keyId: string,
    errors: readonly FieldError[],
  ): Promise<Response> {
    const key = await showApiKey(deps.ctx, member.accountId, keyId, deps.arrivedAt());
    const words = textsFor(c.get("language")).company.apiKeys;
    return renderAccountPage(c, deps.ctx, member, {
      title: words.key,
      section: "api_keys",
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? 400 : 200,
      body: (frame) => (
        <>
          <PageHead
            language={frame.language}
            title={key.name}
            crumbs={[{ label: words.title, href: API_KEYS_PATH }]}
          />
          <ErrorSummary language={frame.language} errors={errors} labelOf={() => words.rotateHours} />
          <KeyFacts frame={frame} line={key} />
          <KeyActs frame={frame} line={key} errors={errors} mayAct={member.role === "admin"} />
        </>
      ),
    });
  }
};

function pathOf(keyId: string): string {
  return `${API_KEYS_PATH}/${keyId}`;
}

interface KeyProps {
  readonly frame: PageFrame;
  readonly line: ApiKeyLine;
}

function KeyFacts({ frame: { language }, line }: KeyProps): Markup {
  const words = textsFor(language).company.apiKeys;
  return (
    <Card>
      <DefinitionList
        facts={[
          { term: words.state, value: <StateInWords language={language} line={line} /> },
          { term: words.scopes, value: line.scopes.map((scope) => words.scope[scope]).join(", ") },
          { term: words.answerable, value: line.answerable.name },
          { term: words.made, value: dateTimeInWords(language, line.createdAt) },
          {
            term: words.lastUse,
            value: line.lastUsedAt ? dateTimeInWords(language, line.lastUsedAt) : words.never,
          },
        ]}
      />
    </Card>
  );
}

function KeyActs({
  frame,
  line,
  errors,
  mayAct,
}: KeyProps & { readonly errors: readonly FieldError[]; readonly mayAct: boolean }): Markup {
  const { language } = frame;
  const words = textsFor(language).company.apiKeys;
  const ended = line.state === "revoked" || line.state === "replaced";
  if (ended) return <Note>{words.ended}</Note>;
  if (!mayAct) return <Note>{words.adminsOnly}</Note>;
  return (
    <>
      {line.replacedBy === null && (
        <Card title={words.rotateTitle} id="rotate">
          <p>{words.rotateLead}</p>
          <form method="post" action={`${pathOf(line.id)}/rotate`}>
            <CsrfField token={frame.csrfToken} />
            <Choices
              language={language}
              name="hours"
              legend={words.rotateHours}
              value="1"
              options={OVERLAP_HOURS.map((hours) => ({ value: String(hours), label: words.hours[hours] }))}
              error={errorAt(language, errors, "hours")}
            />
            <Button>{words.rotateButton}</Button>
          </form>
        </Card>
      )}
      <Card title={words.revokeTitle} id="revoke">
        <p id="revoke-effect">{words.revokeLead}</p>
        <form method="post" action={`${pathOf(line.id)}/revoke`}>
          <CsrfField token={frame.csrfToken} />
          <Button describedBy="revoke-effect">{words.revokeButton}</Button>
        </form>
      </Card>
    </>
  );
}
