// The page on which a batch is scanned and handed to the carrier: one field that takes scans, the receipt, the confirmation.

import { mayAct } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";
import type { BatchView, ScanAnswer, ScanReport } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Field,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  Table,
  type WebContext,
} from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, AnswerNotes } from "./answer.tsx";
import { FileField } from "./file-field.tsx";
import { ConfirmCard } from "./hand-over-cards.tsx";
import { ReceiptCard } from "./receipt-card.tsx";
import { LettersNav } from "./words.tsx";

export interface HandOverProps {
  readonly frame: PageFrame;
  readonly deps: BackofficeDeps;
  readonly reader: Reader;
  readonly batch: BatchView;
  readonly answer: Answer;
  /** What the last scan was. */
  readonly scan?: ScanAnswer;
  /** What became of many at once. */
  readonly report?: ScanReport;
  /** What was pasted, where it was refused. */
  readonly pasted?: string;
  /** Why the receipt was not kept, in words. */
  readonly receiptProblem?: string;
  /** Which hand-over was chosen for it. */
  readonly receiptFor?: string;
  /** Why the second person declines, as it was typed. */
  readonly declined?: string;
}

export function handOverPage(c: WebContext, props: Omit<HandOverProps, "frame">): Promise<Response> {
  const { reader, answer, batch } = props;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).postal.carrier.handOver.title(batch.number),
    current: "letters",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body: (frame) => <Page {...props} frame={frame} />,
  });
}

function Page(props: HandOverProps): Markup {
  const { frame, reader, batch, answer, report, receiptProblem } = props;
  const { language } = frame;
  const { batches, carrier, officerOnly, queue } = textsFor(language).postal;
  const words = carrier.handOver;
  const officer = mayAct(reader.staff.roles, "postal_operator");
  const pending = batch.open.some(({ kind }) => kind === "handed_over");
  const scans = batch.toHandOver.printed > 0 && !pending;
  return (
    <>
      <PageHead
        language={language}
        title={words.title(batch.number)}
        lead={words.lead}
        crumbs={[
          { label: queue.title, href: "/letters" },
          { label: batches.title, href: "/letters/batches" },
          { label: batches.name(batch.number), href: `/letters/batches/${batch.id}` },
          { label: words.confirmTitle },
        ]}
      />
      <LettersNav language={language} current="batches" />
      <AnswerNotes answer={answer} />
      {!officer && <Note>{officerOnly}</Note>}
      {pending && <Note tone="warn">{words.waits}</Note>}
      {!scans && !pending && (
        <Note>
          <p>{words.nothing}</p>
          <p>{words.nothingText}</p>
          <p>
            <a href={`/letters/batches/${batch.id}`}>{words.toBatch}</a>
          </p>
        </Note>
      )}
      {/* What an act was answered stands on top, where it is seen. */}
      {receiptProblem !== undefined && <ReceiptCard {...props} officer={officer} />}
      {scans && officer && (
        <>
          {report !== undefined && <ImportCard {...props} />}
          <ScanCard {...props} />
          {report === undefined && <ImportCard {...props} />}
        </>
      )}
      {receiptProblem === undefined && <ReceiptCard {...props} officer={officer} />}
      {officer && <ConfirmCard {...props} />}
    </>
  );
}

function ScanCard({ frame, batch, scan, report, receiptProblem }: HandOverProps): Markup {
  const { language } = frame;
  const words = textsFor(language).postal.carrier.handOver;
  const { scanned, printed } = batch.toHandOver;
  const number = (value: number) => numberInWords(language, value);
  return (
    <Card
      id="scan"
      title={words.scanTitle}
      aside={<b class="nowrap">{words.counted(number(scanned), number(printed))}</b>}
    >
      {scan !== undefined && <ScanNote frame={frame} scan={scan} batchId={batch.id} />}
      <form method="post" action={`/letters/batches/${batch.id}/hand-over/scan`} class="stack">
        <CsrfField token={frame.csrfToken} />
        <Field
          language={language}
          name="barcode"
          label={words.barcode}
          hint={words.barcodeHint}
          autocomplete="off"
          maxLength={200}
          autofocus={report === undefined && receiptProblem === undefined}
        />
        <div>
          <Button kind="primary">{words.scan}</Button>
        </div>
      </form>
      {scanned < printed && (
        <p>
          <a href={`/letters/batches/${batch.id}?show=unscanned#jobs`}>{words.notScanned}</a>
        </p>
      )}
    </Card>
  );
}

function ScanNote({
  frame,
  scan,
  batchId,
}: {
  readonly frame: PageFrame;
  readonly scan: ScanAnswer;
  readonly batchId: string;
}): Markup {
  const words = textsFor(frame.language).postal.carrier.handOver;
  const { outcome, barcode, ordinal, batch } = scan;
  const tone = outcome === "taken" ? "ok" : outcome === "before" ? "warn" : "stop";
  return (
    <Note tone={tone} role={outcome === "taken" ? "status" : "alert"}>
      <p>
        <b>{words.outcomes[outcome](String(ordinal ?? ""))}</b>
      </p>
      <p class="mono breaks">{barcode}</p>
      {batch !== null && (
        <p>
          <a href={`/letters/batches/${batch.id}/hand-over`}>{words.toOtherBatch(batch.number)}</a>
        </p>
      )}
      {(outcome === "taken" || outcome === "before") && (
        <form method="post" action={`/letters/batches/${batchId}/hand-over/take-back`}>
          <CsrfField token={frame.csrfToken} />
          <input type="hidden" name="barcode" value={barcode} />
          <Button>{words.takeBack}</Button>
        </form>
      )}
    </Note>
  );
}

function ImportCard({ frame, batch, report, pasted }: HandOverProps): Markup {
  const { language } = frame;
  const words = textsFor(language).postal.carrier.handOver;
  return (
    <Card id="import" title={words.importTitle}>
      {report !== undefined && <Report frame={frame} report={report} />}
      <form
        method="post"
        action={`/letters/batches/${batch.id}/hand-over/import`}
        enctype="multipart/form-data"
        class="stack"
      >
        <CsrfField token={frame.csrfToken} />
        <Field
          language={language}
          name="text"
          label={words.pasted}
          type="textarea"
          rows={5}
          optional
          autocomplete="off"
          value={pasted}
        />
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,.txt,text/csv,text/plain"
        />
        <div>
          <Button>{words.import}</Button>
        </div>
      </form>
    </Card>
  );
}

function Report({ frame, report }: { readonly frame: PageFrame; readonly report: ScanReport }): Markup {
  const words = textsFor(frame.language).postal.carrier.handOver;
  const { taken, before, refused } = report;
  return (
    <>
      <Note tone={refused.length === 0 ? "ok" : "warn"} role="status">
        {words.report(taken, before)}
      </Note>
      {refused.length > 0 && (
        <>
          <h3>{words.refusedTitle}</h3>
          <Table
            caption={words.refusedCaption}
            rows={refused}
            columns={[
              { heading: words.line, number: true, cell: ({ line }) => String(line) },
              {
                heading: words.barcode,
                rowHeading: true,
                cell: ({ barcode }) => <span class="mono breaks">{barcode}</span>,
              },
              {
                heading: words.why,
                cell: ({ outcome, ordinal, batch }) => (
                  <>
                    {words.outcomes[outcome](String(ordinal ?? ""))}
                    {batch !== null && (
                      <>
                        {" "}
                        <a href={`/letters/batches/${batch.id}/hand-over`}>
                          {words.toOtherBatch(batch.number)}
                        </a>
                      </>
                    )}
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
