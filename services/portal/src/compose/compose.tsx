// Composing: a draft opens, is kept as one types, is added to and looked over; works without JavaScript.

import { AppError, type FieldError } from "@posthorn/domain";
import { fieldErrorText, problemText, textsFor, timeOfDay } from "@posthorn/texts";
import {
  addUpload,
  checkDraft,
  type DraftForm,
  judgeDraft,
  letterErrors,
  listOwnTeams,
  loadDraft,
  openDraft,
  removeUpload,
  renderDraft,
  saveDraft,
  type SessionMember,
  showAccountFacts,
} from "@posthorn/usecases";
import { csrfTokenIsInBody, receiveUpload, renderFragment, type WebContext } from "@posthorn/web";
import { html } from "hono/html";
import { renderPortal } from "../frame/portal-page.tsx";
import { loadStanding } from "../identify/standing-note.tsx";
import type { PortalRoutes } from "../routes.ts";
import { CostLines } from "./cost-lines.tsx";
import { PlanCard } from "./plan-card.tsx";
import { ComposePage, type ComposePageProps, UploadedFile } from "./compose-page.tsx";
import { type ComposeAction, type ComposePost, readComposePost } from "./read-post.ts";
import { consentsOfRows } from "./fill-addressees.ts";
import { askDirectory, saveAsContact, useConsent } from "./row-acts.ts";
import { toWhatWasSent } from "./lead-to-sent.ts";
import { draftSender } from "./name-sender.ts";
import { renderSoon } from "./render-soon.ts";

/** Bytes of a form's fields, files apart: the rows of all addressees and the longest text. */
export const FORM_BYTES = 8 * 1024 * 1024;

export const composeRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;
  const { limits } = ctx.settings;

  app.get("/compose", async (c) => {
    const member = await sessions.require(c);
    return c.redirect(`/compose/${await openDraft(ctx, deps, member)}`, 303);
  });

  app.get("/compose/:draft", async (c) => {
    const member = await sessions.require(c);
    const shown = show(c, member, { summed: c.req.query("check") !== undefined });
    return shown.catch((error: unknown) => toWhatWasSent(c, error));
  });

  app.post("/compose/:draft", async (c) => {
    const member = await sessions.require(c);
    const { post, refused } = await takePost(c, member);
    await keep(c, member, post);
    if (post.action.kind === "keep") await renderDraft(ctx, deps, member, { draftId: id(c) });
    if (refused.length > 0) return show(c, member, { summed: false, refused });
    const { form, action } = post;
    if (action.kind === "find_registered" || action.kind === "save_contact") {
      const act = action.kind === "find_registered" ? askDirectory : saveAsContact;
      return show(c, member, {
        summed: false,
        rowNote: await act(c, deps, member, { form, row: action.row }),
      });
    }
    if (action.kind === "use_consent") {
      const used = await useConsent(deps, member, { form, row: action.row });
      await saveDraft(ctx, deps, member, id(c), used);
    }
    if (action.kind === "pick_contacts") return c.redirect(`/compose/${id(c)}/contacts`, 303);
    if (action.kind === "read_file") return c.redirect(`/compose/${id(c)}/addressees`, 303);
    if (post.action.kind !== "review")
      return c.redirect(`/compose/${id(c)}${placeOf(post.action, post.form)}`, 303);
    const typed = { id: id(c), form: post.form };
    const checked = checkDraft(ctx, deps, typed, await draftSender(ctx, member), deps.arrivedAt());
    const draft = await renderDraft(ctx, deps, member, { draftId: id(c) });
    const print = judgeDraft(ctx, draft);
    const fits = print === null || letterErrors(draft, print).length === 0;
    return checked.ok && fits
      ? c.redirect(`/compose/${id(c)}/preview`, 303)
      : show(c, member, { summed: true });
  });

  app.post("/compose/:draft/draft", async (c) => {
    const member = await sessions.require(c);
    const { post } = await takePost(c, member);
    const { keptAt } = await saveDraft(ctx, deps, member, id(c), post.form);
    const language = c.get("language");
    const words = textsFor(language).common.draft.keptAt(timeOfDay(language, keptAt));
    const { credits } = await showAccountFacts(ctx, member);
    const { form } = post;
    const draft = await loadDraft(ctx, deps, member, id(c));
    const print = judgeDraft(ctx, draft);
    if (print !== null) renderSoon(deps, member, id(c));
    const deliveries = form.addressees.length;
    const path = `/compose/${id(c)}`;
    const shown: Record<string, string> = {
      plan: String(await html`${<PlanCard language={language} form={form} now={keptAt} />}`),
      cost: String(await html`${<CostLines {...{ language, deliveries, credits, print }} />}`),
    };
    for (const upload of draft.uploads) {
      const row = <UploadedFile {...{ language, path, upload, print }} />;
      shown[`file-${upload.id}`] = String(await html`${row}`);
    }
    return c.json({ words, shown });
  });

  app.post("/compose/:draft/uploads", async (c) => {
    const member = await sessions.require(c);
    // Only the island posts here, with the token in a header; a multipart form would carry it where nobody looks.
    if (csrfTokenIsInBody(c)) throw new AppError("forbidden", "csrf_failed");
    const file = receiveUpload(c, limits);
    const upload = await addUpload(ctx, deps, member, {
      draftId: id(c),
      name: file.filename,
      source: file.body,
      sha256: file.sha256,
    });
    const print = judgeDraft(ctx, await renderDraft(ctx, deps, member, { draftId: id(c), text: false }));
    c.status(201);
    const path = `/compose/${id(c)}`;
    return renderFragment(c, <UploadedFile {...{ language: c.get("language"), path, upload, print }} />);
  });

  app.post("/compose/:draft/uploads/:upload/remove", async (c) => {
    const member = await sessions.require(c);
    const { post } = await takePost(c, member);
    // Pressed from the form: what was typed is kept along the way.
    if (post.form.addressees.length > 0) await saveDraft(ctx, deps, member, id(c), post.form);
    await removeUpload(ctx, deps, member, { draftId: id(c), uploadId: c.req.param("upload") });
    return c.redirect(`/compose/${id(c)}#attachments`, 303);
  });

  /** The form and its files; a refused file does not stop the others, its reason is told. */
  async function takePost(
    c: WebContext,
    member: SessionMember,
  ): Promise<{ readonly post: ComposePost; readonly refused: readonly string[] }> {
    const refused: string[] = [];
    const multipart = {
      files: limits.files + 1,
      fileBytes: limits.fileBytes,
      totalBytes: limits.messageBytes + FORM_BYTES,
      fields: 20_000,
    };
    const post = await readComposePost(c, multipart, async (file) => {
      try {
        await addUpload(ctx, deps, member, { draftId: id(c), name: file.filename, source: file.body });
      } catch (error) {
        if (!(error instanceof AppError) || !REFUSALS_OF_A_FILE.has(error.kind)) throw error;
        refused.push(
          `${file.filename} ${textsFor(c.get("language")).compose.uploadRefused}: ${reasonOf(c, error)}`,
        );
      }
    });
    return { post, refused };
  }

  async function keep(c: WebContext, member: SessionMember, post: ComposePost): Promise<void> {
    await saveDraft(ctx, deps, member, id(c), afterAction(post, limits.addressees));
  }

  async function show(
    c: WebContext,
    member: SessionMember,
    told: Pick<ComposePageProps, "summed" | "refused" | "rowNote">,
  ): Promise<Response> {
    const draft = await loadDraft(ctx, deps, member, id(c));
    const now = deps.arrivedAt();
    const standing = await loadStanding(deps, member);
    const sender = await draftSender(ctx, member);
    const teams = await listOwnTeams(ctx, member);
    const consents = await consentsOfRows(ctx, member.accountId, draft.form.addressees);
    const checked = checkDraft(ctx, deps, draft, sender, now);
    const print = judgeDraft(ctx, draft);
    const onPaper = print === null ? [] : letterErrors(draft, print);
    // What is not typed right is not put on paper either: that alone need not be said.
    const wrong = checked.ok
      ? onPaper
      : [...checked.errors, ...onPaper.filter(({ code }) => code !== "print_pending")];
    const errors = told.summed ? wrong : wrong.filter((error) => isAboutSomethingTyped(error, draft.form));
    const refused = told.refused ?? [];
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).compose.title,
      islands: ["upload", "draft"],
      hasErrors: (told.summed && errors.length > 0) || refused.length > 0,
      status: (told.summed && errors.length > 0) || refused.length > 0 ? 400 : 200,
      body: (frame, facts) => (
        <ComposePage
          frame={frame}
          draft={draft}
          errors={errors}
          summed={told.summed}
          refused={refused}
          rowNote={told.rowNote}
          consents={consents}
          teams={teams}
          now={now}
          credits={facts.credits}
          limits={limits}
          senderLanguage={member.language}
          standing={standing}
          identifications={ctx.settings.identifications}
          registerNumberBasis={sender.registerNumbers ? ctx.settings.registerNumberBasis : undefined}
          letters={ctx.settings.letters !== null}
          isPrivate={member.accountKind === "private"}
          print={print}
        />
      ),
    });
  }
};

const REFUSALS_OF_A_FILE = new Set(["bad_request", "too_large", "conflict"]);

function id(c: WebContext): string {
  return c.req.param("draft") ?? "";
}

function afterAction({ form, action }: ComposePost, most: number): DraftForm {
  if (action.kind === "add_addressee" && form.addressees.length < most)
    return { ...form, addressees: [...form.addressees, {}] };
  if (action.kind === "remove_addressee" && form.addressees.length > 1)
    return { ...form, addressees: form.addressees.filter((_, row) => row !== action.row) };
  return form;
}

/** Back to where the reader was. */
function placeOf(action: ComposeAction, form: DraftForm): string {
  if (action.kind === "add_addressee") return `#addressees.${form.addressees.length}`;
  if (action.kind === "use_consent") return `#addressees.${action.row}`;
  return action.kind === "remove_addressee" ? "#addressees" : "";
}

const NOT_TYPED_YET = new Set(["required", "mobile_required_for_codes", "print_pending"]);

/** A page just opened says nothing about empty fields. */
function isAboutSomethingTyped(error: FieldError, form: DraftForm): boolean {
  if (NOT_TYPED_YET.has(error.code)) return false;
  const row = /^addressees\.(\d+)\.(.+)$/.exec(error.path);
  if (row?.[2]) return (form.addressees[Number(row[1])]?.[row[2]] ?? "") !== "";
  return error.code !== "no_addressee";
}

function reasonOf(c: WebContext, error: AppError): string {
  const language = c.get("language");
  const field = error.fields[0];
  return field ? fieldErrorText(language, field) : problemText(language, error).happened;
}
