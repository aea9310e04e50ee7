// A further passkey for who is signed in, who has shown one lately.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  beginPasskeyRegistration,
  finishPasskeyRegistration,
  PASSKEY_NAME_LONGEST,
} from "@posthorn/usecases";
import { Card, Field, PageHead, PasskeyForm, readForm, type WebContext } from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { readAnswer, visitOf } from "../session/read-answer.ts";
import { refusalOf } from "../session/sign-in.tsx";
import type { Reader } from "../session/staff-sessions.ts";

const PATH = "/security/passkeys/new";

export const addPasskeyRoutes: BackofficeRoutes = (app, deps, sessions) => {
  const ports = { passkeys: deps.passkeys, tries: deps.tries.passkeys };

  app.get(PATH, async (c) => {
    const reader = await sessions.requireFresh(c, PATH);
    if (reader instanceof Response) return reader;
    await sessions.require(c);
    return addPage(c, reader, { name: "" });
  });

  app.post(`${PATH}/begin`, async (c) => {
    const reader = await sessions.requireFresh(c, PATH);
    if (reader instanceof Response) throw new AppError("forbidden", "staff_not_fresh");
    const holder = { kind: "staff", id: reader.staff.staffId } as const;
    return c.json(await beginPasskeyRegistration(deps.ctx, ports, { ...visitOf(c, deps), holder }));
  });

  app.post(PATH, async (c) => {
    const reader = await sessions.requireFresh(c, PATH);
    if (reader instanceof Response) return reader;
    const form = await readForm(c);
    const name = (form.get("name") ?? "").slice(0, PASSKEY_NAME_LONGEST);
    const holder = { kind: "staff", id: reader.staff.staffId } as const;
    try {
      const input = { ...visitOf(c, deps), ...readAnswer(form), holder, name };
      await finishPasskeyRegistration(deps.ctx, ports, input);
      return c.redirect("/security?done=added", 303);
    } catch (error) {
      const words = textsFor(c.get("language")).backoffice.security;
      if (error instanceof AppError && error.code === "passkeys_too_many")
        return addPage(c, reader, { name, refusal: words.full, status: 409 });
      const refused = refusalOf(c, error, words.addRefused);
      return addPage(c, reader, { name, refusal: refused.words, status: refused.status });
    }
  });
};

function addPage(
  c: WebContext,
  reader: Reader,
  page: { readonly name: string; readonly refusal?: string; readonly status?: 401 | 409 | 429 },
): Promise<Response> {
  const { backoffice } = textsFor(c.get("language"));
  return renderBackoffice(c, reader, {
    title: backoffice.security.add,
    current: "security",
    islands: ["passkey"],
    hasErrors: page.refusal !== undefined,
    ...(page.status === undefined ? {} : { status: page.status }),
    body: ({ language, csrfToken }) => (
      <>
        <PageHead
          language={language}
          title={backoffice.security.add}
          lead={backoffice.enrol.what}
          crumbs={[
            { label: backoffice.security.title, href: "/security" },
            { label: backoffice.security.add },
          ]}
        />
        <Card id="add">
          <PasskeyForm
            language={language}
            act="create"
            beginPath={`${PATH}/begin`}
            action={PATH}
            csrfToken={csrfToken}
            button={backoffice.security.addButton}
            refusal={page.refusal}
          >
            <Field
              language={language}
              name="name"
              label={backoffice.keyName}
              hint={backoffice.keyNameHint}
              value={page.name}
              maxLength={PASSKEY_NAME_LONGEST}
              optional
              autocomplete="off"
            />
          </PasskeyForm>
        </Card>
      </>
    ),
  });
}
