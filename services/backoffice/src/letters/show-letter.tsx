// One letter with its whole story, and what can be done with it.

import { textsFor } from "@posthorn/texts";
import { askFellOut, askNotPostable, viewDeskLetter } from "@posthorn/usecases";
import { readForm, type WebContext } from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, answerTo } from "./answer.tsx";
import { type LetterAct, letterPage } from "./letter-page.tsx";

const DONE = ["fell_out", "not_postable"] as const;

export const letterRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/letters/jobs/:job", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    return show(c, reader, { jobId: c.req.param("job") }, doneIn(c));
  });

  app.get("/letters/deliveries/:delivery", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    return show(c, reader, { deliveryId: c.req.param("delivery") }, doneIn(c));
  });

  app.post("/letters/jobs/:job/fell-out", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const form = await readForm(c);
    const typed = { reason: form.get("reason") ?? "", words: form.get("words") ?? "" };
    const jobId = c.req.param("job");
    try {
      await askFellOut(deps.ctx, reader, { jobId, ...typed });
    } catch (error) {
      return refused(c, reader, { jobId }, { kind: "fell_out", ...typed }, error);
    }
    return c.redirect(`/letters/jobs/${jobId}?done=fell_out`, 303);
  });

  app.post("/letters/deliveries/:delivery/not-postable", async (c) => {
    const asked = await sessions.requireOfficer(c, "postal_operator");
    const form = await readForm(c);
    const { reader, refused: refusal } = await confirmInForm(c, deps, asked, form);
    const typed = { reason: form.get("problem") ?? "", words: form.get("problem_words") ?? "" };
    const deliveryId = c.req.param("delivery");
    const act: LetterAct = { kind: "not_postable", ...typed };
    if (refusal)
      return show(c, reader, { deliveryId }, { refusal: refusal.words, status: refusal.status }, act);
    try {
      await askNotPostable(deps.ctx, reader, { deliveryId, ...typed });
    } catch (error) {
      return refused(c, reader, { deliveryId }, act, error);
    }
    return c.redirect(`/letters/deliveries/${deliveryId}?done=not_postable`, 303);
  });

  type Asked = Parameters<typeof viewDeskLetter>[2];

  function refused(
    c: WebContext,
    reader: Reader,
    asked: Asked,
    act: LetterAct,
    error: unknown,
  ): Promise<Response> {
    const answer = answerTo(c, error);
    if (answer === null) throw error;
    return show(c, reader, asked, act.kind === "not_postable" ? ofOtherNames(answer) : answer, act);
  }

  async function show(
    c: WebContext,
    reader: Reader,
    asked: Asked,
    answer: Answer,
    act?: LetterAct,
  ): Promise<Response> {
    const letter = await viewDeskLetter(deps.ctx, reader, asked);
    return letterPage(c, { reader, letter, answer, ...(act === undefined ? {} : { act }) });
  }
};

/** Two forms of one page: the fields of the second have names of their own. */
function ofOtherNames(answer: Answer): Answer {
  const { errors } = answer;
  if (errors === undefined) return answer;
  const names: Readonly<Record<string, string>> = { reason: "problem", words: "problem_words" };
  return { ...answer, errors: errors.map((error) => ({ ...error, path: names[error.path] ?? error.path })) };
}

function doneIn(c: WebContext): Answer {
  const words = textsFor(c.get("language")).postal.letter.done;
  const done = DONE.find((each) => each === c.req.query("done"));
  return done === undefined ? {} : { done: words[done] };
}
