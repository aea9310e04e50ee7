// The postal desk's first page: letters that wait, the most urgent on top, and a batch made of them.

import { AppError, type Language } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";
import {
  listQueue,
  makeBatch,
  QUEUE_VIEWS,
  type QueueCounts,
  type QueuePage,
  type QueueView,
} from "@posthorn/usecases";
import {
  Card,
  Empty,
  ErrorSummary,
  type Markup,
  PageHead,
  Pagination,
  readForm,
  SectionNav,
  StateBar,
  type WebContext,
} from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, AnswerNotes, answerTo } from "./answer.tsx";
import { type QueueTyped, QueueForm } from "./queue-form.tsx";
import { LettersNav } from "./words.tsx";

export const queueRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/letters", async (c) => {
    const reader = await sessions.requireReader(c, "postal_operator");
    return showQueue(c, deps, reader, c.req.query(), {});
  });

  app.post("/letters/batches", async (c) => {
    const reader = await sessions.requireOfficer(c, "postal_operator");
    const form = await readForm(c);
    const typed: QueueTyped = { printer: form.get("printer") ?? "", letters: form.getAll("letter") };
    try {
      const { batchId, missed } = await makeBatch(deps.ctx, reader, {
        printer: typed.printer,
        printers: deps.letters.printers.map(({ key }) => key),
        letters: chosenIn(form, typed),
      });
      return c.redirect(`/letters/batches/${batchId}?made=${missed}`, 303);
    } catch (error) {
      const answer = answerTo(c, error) ?? emptyBatch(c, error);
      if (answer === null) throw error;
      const place = { show: form.get("show") ?? "", cursor: form.get("cursor") ?? "" };
      return showQueue(c, deps, reader, place, answer, typed);
    }
  });
};

/** All that wait, those that the page showed, or those that were ticked. */
function chosenIn(form: URLSearchParams, { letters }: QueueTyped): readonly string[] | "all" {
  const which = form.get("which");
  if (which === "all") return "all";
  return which === "shown" ? form.getAll("shown") : letters;
}

function emptyBatch(c: WebContext, error: unknown): Answer | null {
  const isEmpty = error instanceof AppError && error.code === "batch_empty";
  return isEmpty ? { problem: textsFor(c.get("language")).postal.queue.empty, status: 409 } : null;
}

interface Place {
  readonly show?: string | undefined;
  readonly cursor?: string | undefined;
}

async function showQueue(
  c: WebContext,
  deps: BackofficeDeps,
  reader: Reader,
  place: Place,
  answer: Answer,
  typed?: QueueTyped,
): Promise<Response> {
  const view = QUEUE_VIEWS.find((each) => each === place.show) ?? "all";
  const { cursor } = place;
  const page = await listQueue(deps.ctx, reader, { view, ...(cursor ? { cursor } : {}) });
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).postal.queue.title,
    current: "letters",
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const words = textsFor(language).postal.queue;
      return (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          <LettersNav language={language} current="queue" />
          <AnswerNotes answer={answer} />
          <ErrorSummary language={language} errors={answer.errors ?? []} />
          {page.counts.waiting > 0 && <Counts language={language} counts={page.counts} />}
          <SectionNav label={words.views} sections={viewsOf(language, view, page.counts)} />
          {page.lines.length === 0 ? (
            <Card id="letters">
              <NoLine language={language} view={view} counts={page.counts} />
            </Card>
          ) : (
            <QueueForm
              frame={frame}
              deps={deps}
              reader={reader}
              page={page}
              place={{ show: view, cursor: cursor ?? "" }}
              typed={typed}
              errors={answer.errors ?? []}
            />
          )}
          <Pages language={language} view={view} page={page} />
        </>
      );
    },
  });
}

function Pages(props: {
  readonly language: Language;
  readonly view: QueueView;
  readonly page: QueuePage;
}): Markup {
  const to = (cursor: string | null) => (cursor === null ? undefined : pathOf(props.view, cursor));
  return (
    <Pagination language={props.language} previous={to(props.page.previous)} next={to(props.page.next)} />
  );
}

function NoLine(props: {
  readonly language: Language;
  readonly view: QueueView;
  readonly counts: QueueCounts;
}): Markup {
  const { queue: words, waiting } = textsFor(props.language).postal;
  const { waiting: all, soon, problems } = props.counts;
  if (props.view === "all" || all === 0)
    return <Empty title={words.emptyTitle} text={words.emptyText} icon="mail" />;
  return (
    <Empty title={words.emptyView} text={waiting(all, soon, problems)} icon="mail">
      <a href="/letters">{words.emptyToAll}</a>
    </Empty>
  );
}

function Counts({ language, counts }: { readonly language: Language; readonly counts: QueueCounts }): Markup {
  const words = textsFor(language).postal.queue;
  const { waiting, soon, problems } = counts;
  // A letter that is due soon and has a problem is shown as one with a problem: that is what must be done first.
  const due = Math.min(soon, waiting - problems);
  return (
    <StateBar
      language={language}
      label={words.bar}
      shares={[
        { label: words.problems, count: problems, tone: "stop", href: pathOf("problems") },
        { label: words.soon, count: due, tone: "warn", href: pathOf("soon") },
        { label: words.inTime, count: waiting - problems - due, tone: "ok" },
      ]}
    />
  );
}

function pathOf(view: QueueView, cursor?: string): string {
  const query = { ...(view === "all" ? {} : { show: view }), ...(cursor === undefined ? {} : { cursor }) };
  const text = new URLSearchParams(query).toString();
  return text === "" ? "/letters" : `/letters?${text}`;
}

function viewsOf(language: Language, current: QueueView, counts: QueueCounts) {
  const words = textsFor(language).postal.queue;
  const figures: Record<QueueView, number> = {
    all: counts.waiting,
    soon: counts.soon,
    problems: counts.problems,
    fallen_out: counts.fallenOut,
  };
  return QUEUE_VIEWS.map((view) => ({
    href: pathOf(view),
    label: words.count(words.view[view], numberInWords(language, figures[view])),
    current: view === current,
  }));
}
