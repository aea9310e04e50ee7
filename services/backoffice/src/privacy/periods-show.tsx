// One rule: its period in force, what another would do, the proposal, and every change of it with who agreed.

import { AppError, mayAct } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import {
  foreseePeriod,
  listPeriods,
  type PeriodChange,
  type PeriodEffect,
  type PeriodLine,
  proposePeriod,
  secondPeriod,
  settableRule,
  standingOf,
  withdrawPeriod,
} from "@posthorn/usecases";
import {
  Card,
  DefinitionList,
  ErrorSummary,
  type Markup,
  PageHead,
  type PageFrame,
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
import { EffectCard, ForeseeCard } from "./periods-change.tsx";
import { PERIODS_PATH } from "./periods-list.tsx";
import { boundsInWords, periodInWords } from "./periods-words.ts";

const DONE = ["proposed", "set", "seconded", "withdrawn"] as const;
const PATH = `${PERIODS_PATH}/:rule` as const;

export const periodRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const rule = c.req.param("rule");
    const done = DONE.find((each) => each === c.req.query("done"));
    const words = textsFor(c.get("language")).holds.periods;
    const typed = {
      count: (c.req.query("count") ?? "").slice(0, 8),
      account: (c.req.query("account") ?? "").slice(0, 64),
    };
    const answer = { typed, ...(done === undefined ? {} : { done: words.done[done] }) };
    if (typed.count === "" || !mayAct(reader.staff.roles, "privacy_officer"))
      return page(c, reader, rule, answer);
    return foresee(c, reader, rule, answer);
  });

  app.post(PATH, async (c) => {
    const rule = c.req.param("rule");
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const field = (name: string) => form.get(name) ?? "";
    const typed = { count: field("count"), account: field("account"), reason: field("reason") };
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused) return foresee(c, reader, rule, { typed, refusal: refused.words, status: refused.status });
    try {
      const wanted = { rule, count: typed.count, accountId: typed.account };
      const effect = await foreseePeriod(deps.ctx, reader, wanted);
      await proposePeriod(deps.ctx, reader, { ...wanted, reason: typed.reason });
      const done = effect.verdict === "shorter" ? "proposed" : "set";
      return c.redirect(`${PERIODS_PATH}/${rule}?done=${done}`, 303);
    } catch (error) {
      const answer = answerTo(c, error, textsFor(c.get("language")).holds.periods.problems);
      if (answer === null) throw error;
      return foresee(c, reader, rule, { ...answer, typed });
    }
  });

  app.post(`${PATH}/:change/second`, (c) =>
    act(c, c.req.param("rule"), c.req.param("change"), "seconded", secondPeriod),
  );
  app.post(`${PATH}/:change/withdraw`, (c) =>
    act(c, c.req.param("rule"), c.req.param("change"), "withdrawn", withdrawPeriod),
  );

  async function act(
    c: WebContext,
    rule: string,
    changeId: string,
    done: "seconded" | "withdrawn",
    run: typeof secondPeriod,
  ): Promise<Response> {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const { reader, refused } = await confirmInForm(c, deps, asked, await readForm(c));
    if (refused)
      return page(c, reader, rule, { act: changeId, refusal: refused.words, status: refused.status });
    try {
      await run(deps.ctx, reader, changeId);
      return c.redirect(`${PERIODS_PATH}/${rule}?done=${done}`, 303);
    } catch (error) {
      const answer = answerTo(c, error, textsFor(c.get("language")).holds.periods.problems);
      if (answer === null) throw error;
      return page(c, reader, rule, answer);
    }
  }

  /** With what the change would do, where it can be made at all. */
  async function foresee(c: WebContext, reader: Reader, rule: string, answer: Answer): Promise<Response> {
    const { count = "", account = "" } = answer.typed ?? {};
    try {
      const effect = await foreseePeriod(deps.ctx, reader, { rule, count, accountId: account });
      return await page(c, reader, rule, answer, effect);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "period_invalid") throw error;
      return page(c, reader, rule, { ...answer, errors: error.fields, status: 400 });
    }
  }

  async function page(
    c: WebContext,
    reader: Reader,
    ruleId: string,
    answer: Answer,
    effect?: PeriodEffect,
  ): Promise<Response> {
    if (settableRule(ruleId) === null) throw new AppError("not_found", "rule_unknown");
    const lines = await listPeriods(deps.ctx, reader);
    const line = lines.find(({ rule }) => rule.id === ruleId);
    if (line === undefined) throw new AppError("not_found", "rule_unknown");
    return rulePage(c, reader, line, answer, effect);
  }
};

function rulePage(
  c: WebContext,
  reader: Reader,
  line: PeriodLine,
  answer: Answer,
  effect: PeriodEffect | undefined,
): Promise<Response> {
  const { errors = [] } = answer;
  const officer = mayAct(reader.staff.roles, "privacy_officer");
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).holds.periods.open(line.rule.id),
    current: "periods",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const { holds, retention } = textsFor(language);
      const words = holds.periods;
      return (
        <>
          <PageHead
            language={language}
            title={words.open(line.rule.id)}
            lead={retention.data[line.rule.id]}
            crumbs={[{ label: words.title, href: PERIODS_PATH }, { label: line.rule.id }]}
          />
          <AnswerNotes answer={answer} />
          <ErrorSummary language={language} errors={errors} />
          <Card id="rule">
            <DefinitionList
              facts={[
                {
                  term: words.inForce,
                  value: line.inForce === null ? words.own : periodInWords(language, line.inForce),
                },
                { term: words.bounds, value: boundsInWords(language, line.rule) },
              ]}
            />
          </Card>
          {!officer && <p>{holds.desk.officerOnly}</p>}
          {officer && <ForeseeCard frame={frame} line={line} answer={answer} />}
          {officer && effect !== undefined && (
            <EffectCard frame={frame} reader={reader} effect={effect} answer={answer} />
          )}
          <History frame={frame} reader={reader} line={line} answer={answer} officer={officer} />
        </>
      );
    },
  });
}

interface HistoryProps {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly line: PeriodLine;
  readonly answer: Answer;
  readonly officer: boolean;
}

function History(props: HistoryProps): Markup {
  const { frame, reader, line } = props;
  const { language } = frame;
  const words = textsFor(language).holds.periods;
  return (
    <Card id="history" title={words.history}>
      {line.changes.length === 0 ? (
        <p class="muted">{words.noHistory}</p>
      ) : (
        <Table
          caption={words.historyCaption}
          rows={line.changes}
          columns={[
            {
              heading: words.when,
              rowHeading: true,
              cell: (change) => dateTimeInWords(language, change.proposedAt),
            },
            { heading: words.period, cell: (change) => periodInWords(language, change.period) },
            { heading: words.forWhom, cell: (change) => change.account?.name ?? words.all },
            {
              heading: words.who,
              cell: (change) =>
                [change.proposedBy, change.secondedBy].filter((name) => name !== null).join(", "),
            },
            { heading: words.reason, cell: (change) => <span class="breaks">{change.reason}</span> },
            {
              heading: words.standing,
              cell: (change) => (
                <>
                  {words.standings[standingOf(change, reader.arrivedAt)]}
                  {change.effectiveAt !== null && change.withdrawnAt === null && (
                    <p class="small muted">{words.since(dateTimeInWords(language, change.effectiveAt))}</p>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {props.officer && line.changes.map((change) => <ChangeActs {...props} change={change} />)}
    </Card>
  );
}

/** What waits is agreed to by another; what waits or is to come can be withdrawn. */
function ChangeActs({
  frame,
  reader,
  line,
  answer,
  change,
}: HistoryProps & { readonly change: PeriodChange }): Markup {
  const { language } = frame;
  const words = textsFor(language).holds.periods;
  const standing = standingOf(change, reader.arrivedAt);
  if (standing !== "waits" && standing !== "coming") return <></>;
  const action = `${PERIODS_PATH}/${line.rule.id}/${change.id}`;
  const refusal = answer.act === change.id ? answer.refusal : undefined;
  return (
    <section class="stack">
      <h3>
        {periodInWords(language, change.period)}: {words.standings[standing]}
      </h3>
      {standing === "waits" && change.proposer === reader.staff.staffId && <p>{words.ownChange}</p>}
      {standing === "waits" && change.proposer !== reader.staff.staffId && (
        <ActForm
          frame={frame}
          reader={reader}
          action={`${action}/second`}
          button={words.second}
          kind="seal"
          refusal={refusal}
        />
      )}
      <ActForm
        frame={frame}
        reader={reader}
        action={`${action}/withdraw`}
        button={words.withdraw}
        refusal={refusal}
      />
    </section>
  );
}
