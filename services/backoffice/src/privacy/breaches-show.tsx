// One breach at the privacy desk: its clocks, what is done about each, and the acts that settle, tell and close.

import { AppError, isBefore } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  type BreachView,
  changeBreach,
  closeBreach,
  releaseBreach,
  settleDuty,
  viewBreach,
} from "@posthorn/usecases";
import { ErrorSummary, Note, PageHead, Pill, readForm, type WebContext } from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { BreachActs } from "./breaches-acts.tsx";
import { DutiesCard, FactsCard, TrailCard } from "./breaches-cards.tsx";
import { breachLabel, rawBreach } from "./breaches-fields.tsx";
import { type Answer, AnswerNotes, answerTo } from "./holds-answer.tsx";
import { BREACHES_PATH, typedIn } from "./registers-frame.tsx";

type Typed = Readonly<Record<string, string>>;
const DONE = ["opened", "changed", "settled", "released", "closed"] as const;
type Done = (typeof DONE)[number];

export const breachRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(`${BREACHES_PATH}/:breach`, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const view = await viewBreach(deps.ctx, reader, c.req.param("breach"));
    const done = DONE.find((each) => each === c.req.query("done"));
    const notes = textsFor(c.get("language")).registers.breaches.doneNotes;
    return breachPage(c, reader, view, done === undefined ? {} : { done: notes[done] });
  });

  app.post(`${BREACHES_PATH}/:breach/change`, (c) =>
    act(c, c.req.param("breach"), "change", async (reader, id, typed) => {
      const seen = typed["seen_at"] ?? "";
      const seenAt = /^\d{1,15}$/.test(seen) ? Temporal.Instant.fromEpochMilliseconds(Number(seen)) : null;
      await changeBreach(deps.ctx, reader, { ...rawBreach(typed), id, seenAt });
      return "changed";
    }),
  );
  app.post(`${BREACHES_PATH}/:breach/settle`, (c) =>
    act(c, c.req.param("breach"), "settle", async (reader, id, typed) => {
      const outcome = typed["outcome"] === "done" ? "done" : "not_required";
      const { duty = "", words = "" } = typed;
      await settleDuty(deps.ctx, reader, { id, duty, outcome, words });
      return "settled";
    }),
  );
  app.post(`${BREACHES_PATH}/:breach/release`, (c) =>
    act(c, c.req.param("breach"), "release", async (reader, id) => {
      await releaseBreach(deps.ctx, reader, id);
      return "released";
    }),
  );
  app.post(`${BREACHES_PATH}/:breach/close`, (c) =>
    act(c, c.req.param("breach"), "close", async (reader, id, typed) => {
      await closeBreach(deps.ctx, reader, { id, report: typed["report"] ?? "" });
      return "closed";
    }),
  );

  async function act(
    c: WebContext,
    id: string,
    name: string,
    run: (reader: Reader, id: string, typed: Typed) => Promise<Done>,
  ): Promise<Response> {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const typed = typedIn(form);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    const again = async (answer: Answer) =>
      breachPage(c, reader, await viewBreach(deps.ctx, reader, id), { ...answer, act: name, typed });
    if (refused) return again({ refusal: refused.words, status: refused.status });
    try {
      return c.redirect(`${BREACHES_PATH}/${id}?done=${await run(reader, id, typed)}`, 303);
    } catch (error) {
      if (error instanceof AppError && error.kind === "not_found") throw error;
      const answer = answerTo(c, error, textsFor(c.get("language")).registers.breaches.refusals);
      if (answer === null) throw error;
      return again(answer);
    }
  }
};

function breachPage(c: WebContext, reader: Reader, view: BreachView, answer: Answer): Promise<Response> {
  const { errors = [] } = answer;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).registers.breaches.one(view.number),
    current: "registers",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const words = textsFor(language).registers.breaches;
      const overdue = view.duties.filter(
        ({ state, dueAt }) => state === "open" && !isBefore(reader.arrivedAt, dueAt),
      );
      return (
        <>
          <PageHead
            language={language}
            title={words.one(view.number)}
            crumbs={[{ label: words.title, href: BREACHES_PATH }, { label: words.one(view.number) }]}
            aside={
              <Pill tone={view.closedAt === null ? "warn" : "plain"}>
                {view.closedAt === null ? words.states.open : words.events.closed}
              </Pill>
            }
          />
          <AnswerNotes answer={answer} />
          <ErrorSummary language={language} errors={errors} labelOf={(path) => breachLabel(language, path)} />
          {view.closedAt === null && overdue.length > 0 && (
            <Note tone="stop" role="alert">
              {words.overdueTitle(overdue.length)}
            </Note>
          )}
          <DutiesCard language={language} view={view} now={reader.arrivedAt} />
          <FactsCard language={language} view={view} />
          <BreachActs frame={frame} reader={reader} view={view} answer={answer} />
          <TrailCard language={language} view={view} />
        </>
      );
    },
  });
}
