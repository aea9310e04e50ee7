// Renaming and removing one passkey; removing asks first, and who it is.

import { AppError, type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  listPasskeys,
  type ListedPasskey,
  PASSKEY_NAME_LONGEST,
  removePasskey,
  renamePasskey,
  type SessionMember,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  errorAt,
  ErrorSummary,
  Field,
  Note,
  PageHead,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

const LIST = "/security/passkeys";

export const changePasskeyRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(`${LIST}/:passkey/rename`, async (c) => {
    const member = await sessions.require(c);
    const passkey = await find(member, c.req.param("passkey"));
    return renamePage(c, member, passkey.id, passkey.name);
  });

  app.post(`${LIST}/:passkey/rename`, async (c) => {
    const member = await sessions.require(c);
    const passkey = await find(member, c.req.param("passkey"));
    const name = (await readForm(c)).get("name") ?? "";
    try {
      await renamePasskey(deps.ctx, { ...askedBy(c, member), passkeyId: passkey.id, name });
      return c.redirect(`${LIST}?done=renamed`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "passkey_name_invalid") throw error;
      return renamePage(c, member, passkey.id, name, error.fields);
    }
  });

  app.get(`${LIST}/:passkey/remove`, async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    return removePage(c, member, await find(member, c.req.param("passkey")));
  });

  app.post(`${LIST}/:passkey/remove`, async (c) => {
    const id = c.req.param("passkey");
    const member = await sessions.requireFresh(c, `${LIST}/${encodeURIComponent(id)}/remove`);
    if (member instanceof Response) return member;
    const passkey = await find(member, id);
    try {
      await removePasskey(deps.ctx, { ...askedBy(c, member), passkeyId: passkey.id });
      return c.redirect(`${LIST}?done=removed`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "passkey_last") throw error;
      return removePage(c, member, passkey, textsFor(c.get("language")).passkeys.removing.last);
    }
  });

  /** Throws AppError not_found `passkey_unknown`, also for somebody else's. */
  async function find(member: SessionMember, id: string): Promise<ListedPasskey> {
    const passkeys = await listPasskeys(deps.ctx, { kind: "person", id: member.personId });
    const passkey = passkeys.find((each) => each.id === id);
    if (!passkey) throw new AppError("not_found", "passkey_unknown");
    return passkey;
  }

  function askedBy(c: WebContext, member: SessionMember) {
    const holder = { kind: "person", id: member.personId } as const;
    return { holder, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  function renamePage(
    c: WebContext,
    member: SessionMember,
    id: string,
    name: string,
    errors: readonly FieldError[] = [],
  ): Promise<Response> {
    const language = c.get("language");
    const { passkeys, common } = textsFor(language);
    return renderPortal(c, deps.ctx, member, {
      title: passkeys.renaming.title,
      current: "security",
      hasErrors: errors.length > 0,
      ...(errors.length > 0 ? { status: 400 } : {}),
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={passkeys.renaming.title}
            crumbs={crumbs(c, passkeys.renaming.title)}
          />
          <ErrorSummary language={language} errors={errors} labelOf={() => passkeys.page.name} />
          <Card id="rename">
            <form method="post" action={`${LIST}/${id}/rename`} class="stack">
              <CsrfField token={frame.csrfToken} />
              <Field
                language={language}
                name="name"
                label={passkeys.page.name}
                hint={passkeys.adding.hint}
                value={name}
                maxLength={PASSKEY_NAME_LONGEST}
                autocomplete="off"
                error={errorAt(language, errors, "name")}
              />
              <p class="row">
                <Button kind="primary">{passkeys.renaming.button}</Button>
                <Button href={LIST}>{common.buttons.cancel}</Button>
              </p>
            </form>
          </Card>
        </>
      ),
    });
  }

  function removePage(
    c: WebContext,
    member: SessionMember,
    { id, name }: ListedPasskey,
    refusal?: string,
  ): Promise<Response> {
    const language = c.get("language");
    const words = textsFor(language).passkeys.removing;
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "security",
      hasErrors: refusal !== undefined,
      ...(refusal === undefined ? {} : { status: 409 }),
      body: (frame) => (
        <>
          <PageHead language={language} title={words.title} crumbs={crumbs(c, words.title)} />
          {refusal !== undefined && (
            <Note tone="stop" role="alert">
              {refusal}
            </Note>
          )}
          <Card id="remove">
            <p id="consequence">{words.text(name)}</p>
            <p>{words.alsoOnDevice}</p>
            <p>
              {words.sessions} <a href="/security#sessions">{words.sessionsLink}</a>
            </p>
            <form method="post" action={`${LIST}/${id}/remove`} class="row">
              <CsrfField token={frame.csrfToken} />
              <Button kind="seal" describedBy="consequence">
                {words.button}
              </Button>
              <Button href={LIST}>{words.keep}</Button>
            </form>
          </Card>
        </>
      ),
    });
  }
};

function crumbs(c: WebContext, here: string) {
  const { passkeys, security } = textsFor(c.get("language"));
  return [
    { label: security.title, href: "/security" },
    { label: passkeys.page.title, href: LIST },
    { label: here },
  ];
}
