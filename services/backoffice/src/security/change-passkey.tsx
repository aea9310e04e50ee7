// Gives a passkey another name, or removes it; the last one stays.

import { AppError, type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  type ListedPasskey,
  listPasskeys,
  PASSKEY_NAME_LONGEST,
  removePasskey,
  renamePasskey,
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
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeDeps } from "../deps.ts";
import type { BackofficeRoutes } from "../routes.ts";
import type { Reader } from "../session/staff-sessions.ts";

export const changePasskeyRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/security/passkeys/:passkey", async (c) => {
    const reader = await sessions.require(c);
    const passkey = await passkeyOf(deps, reader, c.req.param("passkey"));
    return changePage(c, reader, passkey, { typed: passkey.name });
  });

  app.post("/security/passkeys/:passkey/rename", async (c) => {
    const reader = await sessions.require(c);
    const passkey = await passkeyOf(deps, reader, c.req.param("passkey"));
    const typed = (await readForm(c)).get("name") ?? "";
    try {
      await renamePasskey(deps.ctx, { ...actOf(reader), passkeyId: passkey.id, name: typed });
      return c.redirect("/security?done=renamed", 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "passkey_name_invalid") throw error;
      return changePage(c, reader, passkey, { typed, errors: error.fields, status: 400 });
    }
  });

  app.post("/security/passkeys/:passkey/remove", async (c) => {
    const path = `/security/passkeys/${encodeURIComponent(c.req.param("passkey"))}`;
    const reader = await sessions.requireFresh(c, path);
    if (reader instanceof Response) return reader;
    const passkey = await passkeyOf(deps, reader, c.req.param("passkey"));
    try {
      await removePasskey(deps.ctx, { ...actOf(reader), passkeyId: passkey.id });
      return c.redirect("/security?done=removed", 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "passkey_last") throw error;
      return changePage(c, reader, passkey, { typed: passkey.name, isLast: true, status: 409 });
    }
  });
};

function actOf({ staff, visitor, arrivedAt }: Reader) {
  return { holder: { kind: "staff", id: staff.staffId } as const, visitor, arrivedAt };
}

/** Throws AppError not_found `passkey_unknown`, also for somebody else's. */
async function passkeyOf(
  deps: Pick<BackofficeDeps, "ctx">,
  { staff }: Reader,
  id: string,
): Promise<ListedPasskey> {
  const passkeys = await listPasskeys(deps.ctx, { kind: "staff", id: staff.staffId });
  const passkey = passkeys.find((each) => each.id === id);
  if (!passkey) throw new AppError("not_found", "passkey_unknown");
  return passkey;
}

interface ChangePage {
  readonly typed: string;
  readonly errors?: readonly FieldError[];
  readonly isLast?: true;
  readonly status?: 400 | 409;
}

function changePage(
  c: WebContext,
  reader: Reader,
  passkey: ListedPasskey,
  page: ChangePage,
): Promise<Response> {
  const { backoffice } = textsFor(c.get("language"));
  const words = backoffice.changeKey;
  const { errors = [] } = page;
  const path = `/security/passkeys/${passkey.id}`;
  return renderBackoffice(c, reader, {
    title: words.title,
    current: "security",
    hasErrors: page.status !== undefined,
    ...(page.status === undefined ? {} : { status: page.status }),
    body: ({ language, csrfToken }) => (
      <>
        <PageHead
          language={language}
          title={words.title}
          crumbs={[{ label: backoffice.security.title, href: "/security" }, { label: words.title }]}
        />
        <ErrorSummary language={language} errors={errors} />
        <Card id="rename">
          <form method="post" action={`${path}/rename`} class="stack">
            <CsrfField token={csrfToken} />
            <Field
              language={language}
              name="name"
              label={words.name}
              value={page.typed}
              maxLength={PASSKEY_NAME_LONGEST}
              error={errorAt(language, errors, "name")}
              autocomplete="off"
            />
            <div>
              <Button kind="primary">{words.rename}</Button>
            </div>
          </form>
        </Card>
        <Card id="remove" title={words.removeTitle}>
          {page.isLast === true && (
            <Note tone="stop" role="alert">
              {words.last}
            </Note>
          )}
          <p id="consequence">{words.removeText}</p>
          <form method="post" action={`${path}/remove`}>
            <CsrfField token={csrfToken} />
            <Button describedBy="consequence">{words.remove}</Button>
          </form>
        </Card>
      </>
    ),
  });
}
