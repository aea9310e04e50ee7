// What the privacy desk can do with a request, by its state: identity, more time, senders, answer, carrying out, the end of a restriction.

import {
  concernsSenders,
  extendedDueOn,
  groundsOf,
  mayExtend,
  RIGHTS_ANSWERS,
  type RightsGround,
} from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { ANSWER_WORDS_LONGEST, NOTE_LONGEST, REASON_LONGEST } from "@posthorn/usecases";
import { Button, Card, Choices, CsrfField, errorAt, Field, type Markup, Note, Table } from "@posthorn/web";
import type { PropsWithChildren } from "hono/jsx";
import { ActForm } from "../frame/act-form.tsx";
import type { RequestCardProps } from "./requests-page.tsx";

export function RequestActs(props: RequestCardProps): Markup {
  const { detail } = props;
  const { row } = detail;
  const toCarryOut =
    row.carried_out_at === null &&
    (row.state === "answered" ||
      (row.state === "waiting" && detail.deliveries.every(({ finalAt }) => finalAt !== null)));
  return (
    <>
      {row.state === "identity" && <IdentityCard {...props} />}
      {row.state === "open" && concernsSenders(row.kind) && detail.senders.length > 0 && (
        <SendersCard {...props} />
      )}
      {(row.state === "open" || row.state === "identity") && <AnswerCard {...props} />}
      {row.state === "open" && <ExtendCard {...props} />}
      {toCarryOut && <CarryOutCard {...props} />}
      {(row.state === "open" || row.state === "identity") && <WithdrawCard {...props} />}
      {detail.restriction !== null && <RestrictionCard {...props} />}
    </>
  );
}

interface ActProps {
  readonly act: string;
  readonly button: string;
  /** It destroys, or nobody can take it back. */
  readonly final?: boolean;
}

/** What the request waits for: one of its acts stands out. */
function nextAct({ detail, answer }: RequestCardProps): string {
  const { row, senders, files, knownAddresses } = detail;
  if (answer.found !== undefined) return "choose";
  if (row.state === "answered" || row.state === "waiting") return owesExport(detail) ? "export" : "carry-out";
  const untold = concernsSenders(row.kind) && senders.some(({ toldAt }) => toldAt === null);
  if (row.state === "open") return untold ? "senders" : "answer";
  if (files.some(({ kind }) => kind === "identity_document")) return "identity";
  return knownAddresses.length > 0 ? "send-code" : "ask-identity";
}

/** It is given to the person before it is booked as carried out. */
function owesExport({ row, events }: RequestCardProps["detail"]): boolean {
  const exports = row.kind === "access" || row.kind === "portability";
  return exports && events.every(({ event }) => event !== "exported");
}

/** Keeps what refused the passkey to the act that it came with. */
function Act(props: PropsWithChildren<RequestCardProps & ActProps>): Markup {
  const { frame, reader, detail, answer, act, button, children } = props;
  const next = act === nextAct(props) ? "primary" : "plain";
  return (
    <ActForm
      frame={frame}
      reader={reader}
      action={`/privacy/requests/${detail.row.id}/${act}`}
      button={button}
      kind={props.final === true ? "seal" : next}
      refusal={answer.act === act ? answer.refusal : undefined}
    >
      {children}
    </ActForm>
  );
}

function typedOf({ answer }: RequestCardProps, act: string): URLSearchParams {
  return answer.act === act && answer.typed !== undefined ? answer.typed : new URLSearchParams();
}

function IdentityCard(props: RequestCardProps): Markup {
  const { frame, detail, answer } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.identity;
  const { row, files } = detail;
  const shown = row.identified_at !== null && row.identity !== "failed";
  return (
    <Card id="identity-card" title={words.title}>
      {files.some(({ kind }) => kind === "identity_document") && (
        <Act {...props} act="identity" button={words.judge} final>
          <Choices
            language={language}
            name="verdict"
            legend={words.document}
            value={typedOf(props, "identity").get("verdict") ?? ""}
            error={errorAt(language, answer.errors ?? [], "verdict")}
            options={[
              { value: "fits", label: words.fits },
              { value: "not", label: words.not },
            ]}
          />
          <p>{words.text}</p>
        </Act>
      )}
      {shown && (
        <Act {...props} act="authority" button={words.accept}>
          <p>{words.authority}</p>
        </Act>
      )}
      {!shown && <KnownCode {...props} />}
      {!shown && (
        <Act {...props} act="ask-identity" button={words.write}>
          <h3>{words.ask}</h3>
          <p>{words.askText}</p>
        </Act>
      )}
    </Card>
  );
}

/** To an address that is known of whom the officer has chosen; without one there is nothing to send to. */
function KnownCode(props: RequestCardProps): Markup {
  const { frame, detail } = props;
  const words = textsFor(frame.language).rights.desk.identity.code;
  const { knownAddresses } = detail;
  if (knownAddresses.length === 0) return <p class="muted">{words.nobody}</p>;
  return (
    <Act {...props} act="send-code" button={words.send}>
      <h3>{words.title}</h3>
      <p>{words.text}</p>
      <Choices
        language={frame.language}
        name="address"
        legend={words.address}
        value={typedOf(props, "send-code").get("address") ?? knownAddresses[0]}
        options={knownAddresses.map((address) => ({ value: address, label: address }))}
      />
    </Act>
  );
}

function SendersCard(props: RequestCardProps): Markup {
  const { frame, detail } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.senders;
  const { senders } = detail;
  return (
    <Card id="senders" title={words.title}>
      <p>{words.text}</p>
      <Table
        caption={words.caption}
        rows={senders}
        columns={[
          {
            heading: textsFor(language).rights.desk.subject.sender,
            rowHeading: true,
            cell: ({ name }) => name,
          },
          { heading: words.messages, number: true, cell: ({ letters }) => String(letters) },
          {
            heading: words.decision,
            cell: ({ toldAt, decideBy, decision, words: written, silent, gone }) => {
              if (gone) return words.gone;
              if (toldAt === null || decideBy === null) return words.untold;
              const by = dateInWords(language, decideBy);
              if (decision === null) return silent ? <b>{words.silent(by)}</b> : words.by(by);
              return (
                <>
                  {words.decisions[decision]}
                  {written !== null && (
                    <>
                      <br />
                      <span class="small">{written}</span>
                    </>
                  )}
                </>
              );
            },
          },
        ]}
      />
      {senders.some(({ toldAt, gone }) => toldAt === null && !gone) && (
        <Act {...props} act="senders" button={words.tell} />
      )}
    </Card>
  );
}

function AnswerCard(props: RequestCardProps): Markup {
  const { frame, detail, answer } = props;
  const { language } = frame;
  const { desk, letters } = textsFor(language).rights;
  const words = desk.answer;
  const { row, deliveries } = detail;
  const typed = typedOf(props, "answer");
  const errors = answer.act === "answer" ? (answer.errors ?? []) : [];
  const early: readonly RightsGround[] = ["not_identified", "no_authority", "excessive"];
  const open = row.state === "open";
  const grounds = groundsOf(row.kind).filter((ground) => open || early.includes(ground));
  const outcomes = RIGHTS_ANSWERS.filter((outcome) => open || outcome === "refused");
  return (
    <Card id="answer-card" title={words.title}>
      {deliveries.some(({ finalAt }) => finalAt === null) && <Note>{words.flight.text}</Note>}
      <Act {...props} act="answer" button={words.save}>
        <Choices
          language={language}
          name="answer"
          legend={words.legend}
          value={typed.get("answer") ?? ""}
          error={errorAt(language, errors, "answer")}
          options={outcomes.map((outcome) => ({ value: outcome, label: words.outcomes[outcome] }))}
        />
        <Choices
          language={language}
          name="grounds"
          legend={words.grounds}
          values={typed.getAll("grounds")}
          error={errorAt(language, errors, "grounds")}
          options={grounds.map((ground) => ({ value: ground, label: letters.grounds[ground] }))}
        />
        <Field
          language={language}
          name="words"
          label={words.words}
          hint={words.wordsHint}
          type="textarea"
          rows={5}
          optional
          maxLength={ANSWER_WORDS_LONGEST}
          value={typed.get("words") ?? ""}
          error={errorAt(language, errors, "words")}
        />
        <p>{words.text}</p>
      </Act>
    </Card>
  );
}

function ExtendCard(props: RequestCardProps): Markup {
  const { frame, detail, answer } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.extend;
  const { row, now } = detail;
  const term = { kind: row.kind, completeAt: row.complete_at, extended: row.extended_at !== null };
  if (row.complete_at === null || !mayExtend(term, now)) return <></>;
  return (
    <Card id="extend" title={words.title}>
      <p>{words.text(dateInWords(language, extendedDueOn(row.complete_at)))}</p>
      <Act {...props} act="extend" button={words.save}>
        <Field
          language={language}
          name="reason"
          label={words.reason}
          type="textarea"
          rows={3}
          maxLength={REASON_LONGEST}
          value={typedOf(props, "extend").get("reason") ?? ""}
          error={errorAt(language, answer.errors ?? [], "reason")}
        />
      </Act>
    </Card>
  );
}

function CarryOutCard(props: RequestCardProps): Markup {
  const { frame, detail, answer } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.carry;
  const { row, deliveries } = detail;
  const exports = row.kind === "access" || row.kind === "portability";
  return (
    <Card id="carry-out" title={words.title}>
      <p>{words.texts[row.kind]}</p>
      {row.kind === "restriction" && row.person_id === null && deliveries.length > 0 && (
        <Note>{words.addressAlone([...new Set(deliveries.map(({ email }) => email))].join(", "))}</Note>
      )}
      {exports && (
        <form method="post" action={`/privacy/requests/${row.id}/export`} class="stack">
          <CsrfField token={frame.csrfToken} />
          <p class="small muted" id="export-text">
            {words.exportText}
          </p>
          <div>
            <Button kind={owesExport(detail) ? "primary" : "plain"} icon="download" describedBy="export-text">
              {words.export}
            </Button>
          </div>
        </form>
      )}
      <Act
        {...props}
        act="carry-out"
        button={words.save}
        final={row.kind === "erasure" || row.kind === "rectification"}
      >
        {row.kind === "rectification" && deliveries.length > 0 && (
          <Field
            language={language}
            name="note"
            label={words.note}
            hint={words.noteHint}
            type="textarea"
            rows={4}
            maxLength={NOTE_LONGEST}
            value={typedOf(props, "carry-out").get("note") ?? ""}
            error={errorAt(language, answer.errors ?? [], "note")}
          />
        )}
      </Act>
    </Card>
  );
}

function WithdrawCard(props: RequestCardProps): Markup {
  const words = textsFor(props.frame.language).rights.desk.carry;
  return (
    <Card id="withdraw" title={words.withdraw}>
      <Act {...props} act="withdraw" button={words.withdraw}>
        <p>{words.withdrawText}</p>
      </Act>
    </Card>
  );
}

function RestrictionCard(props: RequestCardProps): Markup {
  const { frame, detail } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.restriction;
  const { restriction } = detail;
  if (restriction === null) return <></>;
  const { since, toldAt } = restriction;
  return (
    <Card id="restriction" title={words.title}>
      <p>{words.since(dateTimeInWords(language, since))}</p>
      {toldAt === null ? (
        <Act {...props} act="tell-lift" button={words.tell}>
          <p>{words.text}</p>
        </Act>
      ) : (
        <Act {...props} act="lift" button={words.lift}>
          <p>{words.told(dateTimeInWords(language, toldAt))}</p>
        </Act>
      )}
    </Card>
  );
}
