// The page of one application: company, applicant, representative, papers, what was decided, and what can be done.

import { type FieldError, formatEnterpriseNumber, type Language, MANDATE_CHECKS } from "@posthorn/domain";
import { dateTimeInWords, durationInWords, textsFor } from "@posthorn/texts";
import type { ApplicationView } from "@posthorn/usecases";
import {
  Card,
  DefinitionList,
  ErrorSummary,
  type Markup,
  Note,
  PageHead,
  Pill,
  type WebContext,
} from "@posthorn/web";
import type { Child } from "hono/jsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { DecisionCards } from "./decision-cards.tsx";
import { Documents, History, SameNumber } from "./papers.tsx";
import type { DeskAct, Typed } from "./typed.ts";
import { identifiedInWords, officeInWords } from "./words.ts";

/** What became of the act that this page answers. */
export interface Answer {
  readonly done?: "approved" | "refused" | "authorised" | "withdrawn";
  readonly act?: DeskAct;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** What refused the passkey, in words. */
  readonly refusal?: string;
  /** Why the act was not done, in words. */
  readonly problem?: string;
  readonly status?: 400 | 401 | 403 | 409 | 429;
}

export function companyPage(
  c: WebContext,
  reader: Reader,
  view: ApplicationView,
  answer: Answer,
): Promise<Response> {
  const { errors = [] } = answer;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).mandates.view.title,
    current: "companies",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const { mandates } = textsFor(language);
      const words = mandates.view;
      return (
        <>
          <PageHead
            language={language}
            title={view.company.name === "" ? words.title : view.company.name}
            lead={standing(language, view, reader.arrivedAt)}
            crumbs={[{ label: mandates.list.title, href: "/companies" }, { label: words.title }]}
            aside={<StatePill language={language} state={view.state} />}
          />
          {answer.done !== undefined && (
            <Note tone="ok" role="status">
              {mandates.decide.done[answer.done]}
            </Note>
          )}
          {answer.problem !== undefined && (
            <Note tone="stop" role="alert">
              {answer.problem}
            </Note>
          )}
          <ErrorSummary language={language} errors={errors} labelOf={(path) => labelOf(language, path)} />
          <Company language={language} view={view} />
          <People language={language} view={view} />
          <Documents language={language} view={view} />
          <SameNumber language={language} view={view} />
          <History language={language} view={view} />
          <DecisionCards frame={frame} reader={reader} view={view} answer={answer} />
        </>
      );
    },
  });
}

/** The checks share one error: each is named. */
function labelOf(language: Language, path: string): string | undefined {
  const { checks } = textsFor(language).mandates.decide;
  const check = MANDATE_CHECKS.find((each) => each === path);
  return check === undefined ? undefined : checks[check].replace(/\.$/, "");
}

function standing(language: Language, view: ApplicationView, now: Temporal.Instant): string | undefined {
  const words = textsFor(language).mandates.view;
  if (view.submittedAt === null) return undefined;
  const when = dateTimeInWords(language, view.submittedAt);
  if (view.state !== "submitted") return words.submittedAt(when);
  return words.since(when, durationInWords(language, now.since(view.submittedAt)));
}

function StatePill({
  language,
  state,
}: {
  readonly language: Language;
  readonly state: ApplicationView["state"];
}): Markup {
  const tone = { submitted: "warn", approved: "ok", refused: "stop" } as const;
  return <Pill tone={tone[state]}>{textsFor(language).mandates.view.states[state]}</Pill>;
}

interface PartProps {
  readonly language: Language;
  readonly view: ApplicationView;
}

function Company({ language, view }: PartProps): Markup {
  const words = textsFor(language).mandates.view;
  const { company } = view;
  return (
    <Card id="company" title={words.company}>
      <DefinitionList
        facts={[
          { term: words.name, value: company.name },
          ...(view.state === "approved" ? [{ term: words.verifiedName, value: view.account.name }] : []),
          {
            term: words.number,
            value:
              company.enterpriseNumber === "" ? (
                words.missing
              ) : (
                <>
                  <b class="mono">{formatEnterpriseNumber(company.enterpriseNumber)}</b>
                  <br />
                  {company.numberFits ? words.numberFits : <b>{words.numberFitsNot}</b>}
                </>
              ),
          },
          { term: words.legalForm, value: company.legalForm === "" ? words.missing : company.legalForm },
          { term: words.vat, value: company.vatLiable ? words.yes : words.no },
          {
            term: words.office,
            value: company.office === null ? words.missing : officeInWords(company.office),
          },
          { term: words.round, value: String(view.round) },
          { term: words.application, value: <span class="mono">{view.id}</span> },
        ]}
      />
      {view.state === "submitted" && <Note>{words.search}</Note>}
    </Card>
  );
}

function People({ language, view }: PartProps): Markup {
  const { mandates, common } = textsFor(language);
  const words = mandates.view;
  const { applicant, representative } = view;
  const given = (text: string | null): Child => text ?? words.missing;
  return (
    <>
      <Card id="applicant" title={words.applicant}>
        {applicant === null ? (
          <p>{words.gone}</p>
        ) : (
          <DefinitionList
            facts={[
              { term: words.person, value: applicant.name },
              { term: words.email, value: applicant.email },
              { term: words.language, value: common.languageNames[applicant.language] },
              { term: words.identified, value: identifiedInWords(language, applicant) },
            ]}
          />
        )}
      </Card>
      <Card id="representative" title={words.representative}>
        <DefinitionList
          facts={[
            { term: words.person, value: given(representative.name) },
            { term: words.function, value: given(representative.function) },
            { term: words.email, value: given(representative.email) },
          ]}
        />
      </Card>
    </>
  );
}
