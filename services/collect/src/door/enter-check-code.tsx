// The fixed address at which a check code is typed instead of following a link; it shows no more than the notice did.

import { addressOf } from "@posthorn/collecting";
import { AppError, type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { viewNotice } from "@posthorn/usecases";
import {
  Button,
  CollectLayout,
  CsrfField,
  errorAt,
  ErrorSummary,
  Field,
  Note,
  pageFrame,
  readForm,
  renderPage,
  type WebContext,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectDeps } from "../deps.ts";
import { keepDoor } from "./keep-door.ts";
import { BASE } from "./place.ts";

export function checkCodeRoutes(app: Hono<WebEnv>, deps: CollectDeps): void {
  app.get("/", (c) => showForm(c, "", null));
  app.post("/", async (c) => {
    const typed = (await readForm(c)).get("code") ?? "";
    const known = deps.digest.checkCode(typed);
    if (known === null) return showForm(c, typed, "check_code_malformed");
    await deps.limits.checkCode.consume(addressOf(c));
    await deps.limits.checkCodeInAll.consume("all");
    try {
      const { deliveryId } = await viewNotice(deps.ctx, { presented: known.hash });
      keepDoor(c, deliveryId, { kind: "code", code: known.code });
      return c.redirect(`${BASE}/${deliveryId}`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "link_unknown") throw error;
      return showForm(c, typed, "check_code_unknown");
    }
  });
}

type Wrong = "check_code_malformed" | "check_code_unknown" | null;

async function showForm(c: WebContext, typed: string, wrong: Wrong): Promise<Response> {
  const frame = pageFrame(c);
  const words = textsFor(frame.language).collect.home;
  const errors: readonly FieldError[] = wrong === null ? [] : [{ path: "code", code: wrong }];
  return renderPage(
    c,
    <CollectLayout frame={frame} title={words.title} hasErrors={wrong !== null}>
      <h1>{words.title}</h1>
      <ErrorSummary language={frame.language} errors={errors} />
      <p class="lead">{words.lead}</p>
      <form method="post" action="/" class="stack" autocomplete="off">
        <CsrfField token={frame.csrfToken} />
        <Field
          language={frame.language}
          name="code"
          label={words.label}
          hint={words.hint}
          value={typed.slice(0, 40)}
          error={errorAt(frame.language, errors, "code")}
          autocomplete="off"
          maxLength={40}
        />
        <Button kind="primary" wide>
          {words.button}
        </Button>
      </form>
      <Note>
        <p>{words.safety}</p>
      </Note>
    </CollectLayout>,
    wrong === null ? 200 : wrong === "check_code_malformed" ? 400 : 404,
  );
}
