// The register of subprocessors at the privacy desk: the list, and one of them with its end.

import { type Language, mayAct } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import {
  type DeskSubprocessor,
  endSubprocessor,
  listSubprocessors,
  type SubprocessorLine,
  viewSubprocessor,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  DefinitionList,
  Empty,
  ErrorSummary,
  errorAt,
  Field,
  type Markup,
  PageHead,
  Pagination,
  Pill,
  readForm,
  Table,
  type WebContext,
} from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, AnswerNotes, answerTo } from "./holds-answer.tsx";
import {
  countryName,
  NEW_SUBPROCESSOR_PATH,
  RegistersNav,
  SUBPROCESSORS_PATH,
  typedIn,
} from "./registers-frame.tsx";

const TONES = { announced: "warn", in_force: "ok", ended: "plain" } as const;

export const subprocessorsRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(SUBPROCESSORS_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const cursor = c.req.query("cursor");
    const page = await listSubprocessors(deps.ctx, reader, cursor ? { cursor } : {});
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).registers.subprocessors.title,
      current: "registers",
      body({ language }) {
        const words = textsFor(language).registers.subprocessors;
        const to = (at: string | null) =>
          at === null ? undefined : `${SUBPROCESSORS_PATH}?${new URLSearchParams({ cursor: at }).toString()}`;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <RegistersNav language={language} roles={reader.staff.roles} current="subprocessors" />
            {mayAct(reader.staff.roles, "privacy_officer") && (
              <p>
                <Button kind="primary" href={NEW_SUBPROCESSOR_PATH}>
                  {words.add}
                </Button>
              </p>
            )}
            <Card id="subprocessors">
              <Lines language={language} lines={page.lines} />
              <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
            </Card>
          </>
        );
      },
    });
  });

  app.get(`${SUBPROCESSORS_PATH}/:subprocessor`, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const words = textsFor(c.get("language")).registers.subprocessors;
    const done = { entered: words.enteredNote, ended: words.endedNote }[c.req.query("done") ?? ""];
    return onePage(c, reader, c.req.param("subprocessor"), done === undefined ? {} : { done });
  });

  app.post(`${SUBPROCESSORS_PATH}/:subprocessor/end`, async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const id = c.req.param("subprocessor");
    const form = await readForm(c);
    const typed = typedIn(form);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused) return onePage(c, reader, id, { typed, refusal: refused.words, status: refused.status });
    try {
      await endSubprocessor(deps.ctx, reader, { id, lastDay: typed["ended_on"] ?? "" });
      return c.redirect(`${SUBPROCESSORS_PATH}/${id}?done=ended`, 303);
    } catch (error) {
      const words = textsFor(c.get("language")).registers.subprocessors;
      const answer = answerTo(c, error, { subprocessor_ended: words.alreadyEnded });
      if (answer === null) throw error;
      return onePage(c, reader, id, { ...answer, typed });
    }
  });

  async function onePage(c: WebContext, reader: Reader, id: string, answer: Answer): Promise<Response> {
    const line = await viewSubprocessor(deps.ctx, reader, id);
    const { errors = [] } = answer;
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).registers.subprocessors.title,
      current: "registers",
      islands: ["passkey"],
      hasErrors: answer.status !== undefined,
      ...(answer.status === undefined ? {} : { status: answer.status }),
      body(frame) {
        const { language } = frame;
        const words = textsFor(language).registers.subprocessors;
        return (
          <>
            <PageHead
              language={language}
              title={line.name}
              crumbs={[{ label: words.title, href: SUBPROCESSORS_PATH }, { label: line.name }]}
              aside={<Pill tone={TONES[line.standing]}>{words.standing[line.standing]}</Pill>}
            />
            <AnswerNotes answer={answer} />
            <ErrorSummary language={language} errors={errors} />
            <Card id="facts">
              <Facts language={language} line={line} />
            </Card>
            {mayAct(reader.staff.roles, "privacy_officer") && line.endedOn === null && (
              <Card id="end" title={words.endTitle}>
                <ActForm
                  frame={frame}
                  reader={reader}
                  action={`${SUBPROCESSORS_PATH}/${line.id}/end`}
                  button={words.end}
                  kind="primary"
                  refusal={answer.refusal}
                >
                  <Field
                    language={language}
                    name="ended_on"
                    label={words.fields.ended_on}
                    type="date"
                    value={answer.typed?.["ended_on"]}
                    error={errorAt(language, errors, "ended_on")}
                  />
                </ActForm>
              </Card>
            )}
          </>
        );
      },
    });
  }
};

function Lines({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly DeskSubprocessor[];
}): Markup {
  const words = textsFor(language).registers.subprocessors;
  if (lines.length === 0) return <Empty title={words.none} text={words.noneText} />;
  return (
    <Table
      caption={words.caption}
      rows={lines}
      columns={[
        {
          heading: words.fields.name,
          rowHeading: true,
          cell: ({ id, name }) => (
            <a class="breaks" href={`${SUBPROCESSORS_PATH}/${id}`}>
              {name}
            </a>
          ),
        },
        { heading: words.purposeTerm, cell: ({ purpose }) => purpose[language] },
        {
          heading: words.fields.country,
          cell: ({ country, override }) => (
            <>
              {countryName(language, country)}
              {override !== null && (
                <>
                  <br />
                  <Pill tone="warn">{words.outside}</Pill>
                </>
              )}
            </>
          ),
        },
        { heading: words.fields.effective_on, cell: ({ effectiveOn }) => dateInWords(language, effectiveOn) },
        {
          heading: textsFor(language).registers.breaches.standing,
          cell: ({ standing }) => <Pill tone={TONES[standing]}>{words.standing[standing]}</Pill>,
        },
      ]}
    />
  );
}

function Facts({ language, line }: { readonly language: Language; readonly line: DeskSubprocessor }): Markup {
  const { registers } = textsFor(language);
  const words = registers.subprocessors;
  return (
    <DefinitionList
      facts={[
        { term: words.purposeTerm, value: line.purpose[language] },
        { term: words.fields.roles, value: rolesInWords(language, line) },
        { term: words.fields.address, value: line.address },
        { term: words.fields.country, value: countryName(language, line.country) },
        {
          term: words.fields.parent_name,
          value: words.parentTerm(line.parentName, countryName(language, line.parentCountry)),
        },
        ...(line.override === null ? [] : [{ term: words.outside, value: line.override }]),
        {
          term: words.fields.terms_url,
          value: (
            <a class="breaks" href={line.termsUrl} rel="noreferrer">
              {line.termsUrl}
            </a>
          ),
        },
        { term: words.fields.hosts, value: <span class="mono breaks">{line.hosts.join(" ")}</span> },
        { term: words.fields.effective_on, value: dateInWords(language, line.effectiveOn) },
        ...(line.shortNotice === null ? [] : [{ term: words.fields.short_notice, value: line.shortNotice }]),
        ...(line.endedOn === null
          ? []
          : [{ term: words.fields.ended_on, value: dateInWords(language, line.endedOn) }]),
        { term: words.toldTerm, value: words.told(line.told, line.toldAll) },
      ]}
    />
  );
}

function rolesInWords(language: Language, { roles }: SubprocessorLine): string {
  const words = textsFor(language).registers.roles;
  return roles.map((role) => words[role]).join(", ");
}
