// One disclosure to an authority: what was given of whom, and whether those concerned know.

import { AppError, type Language, mayAct } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { closeDisclosure, type DisclosureLine, noteDisclosureTold, viewDisclosure } from "@posthorn/usecases";
import { Card, DefinitionList, type Markup, PageHead, readForm, type WebContext } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, AnswerNotes, answerTo } from "./holds-answer.tsx";
import { DISCLOSURES_PATH } from "./registers-frame.tsx";

const DONE = ["entered", "told", "closed"] as const;

export const disclosureRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(`${DISCLOSURES_PATH}/:disclosure`, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const line = await viewDisclosure(deps.ctx, reader, c.req.param("disclosure"));
    const done = DONE.find((each) => each === c.req.query("done"));
    const notes = textsFor(c.get("language")).registers.disclosures.doneNotes;
    return disclosurePage(c, reader, line, done === undefined ? {} : { done: notes[done] });
  });
  app.post(`${DISCLOSURES_PATH}/:disclosure/told`, (c) =>
    act(c, c.req.param("disclosure"), "told", noteDisclosureTold),
  );
  app.post(`${DISCLOSURES_PATH}/:disclosure/close`, (c) =>
    act(c, c.req.param("disclosure"), "closed", closeDisclosure),
  );

  async function act(
    c: WebContext,
    id: string,
    done: (typeof DONE)[number],
    run: typeof closeDisclosure,
  ): Promise<Response> {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const { reader, refused } = await confirmInForm(c, deps, asked, await readForm(c));
    const again = async (answer: Answer) =>
      disclosurePage(c, reader, await viewDisclosure(deps.ctx, reader, id), { ...answer, act: done });
    if (refused) return again({ refusal: refused.words, status: refused.status });
    try {
      await run(deps.ctx, reader, id);
      return c.redirect(`${DISCLOSURES_PATH}/${id}?done=${done}`, 303);
    } catch (error) {
      if (error instanceof AppError && error.kind === "not_found") throw error;
      const answer = answerTo(c, error, textsFor(c.get("language")).registers.disclosures.refusals);
      if (answer === null) throw error;
      return again(answer);
    }
  }
};

function disclosurePage(
  c: WebContext,
  reader: Reader,
  line: DisclosureLine,
  answer: Answer,
): Promise<Response> {
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).registers.disclosures.one(line.number),
    current: "registers",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const words = textsFor(language).registers.disclosures;
      const officer = mayAct(reader.staff.roles, "privacy_officer") && line.closedAt === null;
      const form = (name: "told" | "closed", path: string, button: string, text?: string) => (
        <Card id={name}>
          <ActForm
            frame={frame}
            reader={reader}
            action={`${DISCLOSURES_PATH}/${line.id}/${path}`}
            button={button}
            kind={name === "closed" ? "seal" : "primary"}
            refusal={answer.act === name ? answer.refusal : undefined}
          >
            {text !== undefined && <p>{text}</p>}
          </ActForm>
        </Card>
      );
      return (
        <>
          <PageHead
            language={language}
            title={words.one(line.number)}
            crumbs={[{ label: words.title, href: DISCLOSURES_PATH }, { label: words.one(line.number) }]}
          />
          <AnswerNotes answer={answer} />
          <Card id="facts">
            <Facts language={language} line={line} />
          </Card>
          {officer && line.toldOn === null && line.telling !== "no" && form("told", "told", words.noteTold)}
          {officer && form("closed", "close", words.close, words.closeText)}
        </>
      );
    },
  });
}

function Facts({ language, line }: { readonly language: Language; readonly line: DisclosureLine }): Markup {
  const words = textsFor(language).registers.disclosures;
  const { fields } = words;
  return (
    <DefinitionList
      facts={[
        { term: fields.authority, value: line.authority },
        { term: fields.legal_basis, value: line.legalBasis },
        { term: fields.reference, value: line.reference },
        { term: fields.given, value: line.given },
        { term: fields.given_on, value: dateInWords(language, line.givenOn) },
        {
          term: fields.subjects,
          value: <span class="mono breaks">{line.subjects.map(({ id }) => id).join(" ")}</span>,
        },
        { term: words.decidedBy, value: line.decidedBy },
        { term: words.enteredAt, value: dateTimeInWords(language, line.enteredAt) },
        { term: fields.telling, value: words.tellings[line.telling] },
        ...(line.tellFrom === null
          ? []
          : [{ term: fields.tell_from, value: dateInWords(language, line.tellFrom) }]),
        ...(line.tellingWords === null ? [] : [{ term: fields.telling_words, value: line.tellingWords }]),
        {
          term: words.toldOn,
          value: line.toldOn === null ? words.notTold : dateInWords(language, line.toldOn),
        },
        {
          term: words.closedOn,
          value: line.closedAt === null ? words.stillOpen : dateTimeInWords(language, line.closedAt),
        },
      ]}
    />
  );
}
