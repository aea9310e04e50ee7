// The carrier's receipts for a batch: those that are kept, each for one hand-over, and one to add.

import { bytesInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { NEXT_DEPOSIT } from "@posthorn/usecases";
import { Button, Card, CsrfField, Field, type Markup, Note, Table } from "@posthorn/web";
import { FileField } from "./file-field.tsx";
import type { HandOverProps } from "./hand-over-page.tsx";

export function ReceiptCard(props: HandOverProps & { readonly officer: boolean }): Markup {
  const { frame, batch, receiptProblem } = props;
  const { language } = frame;
  const words = textsFor(language).postal.carrier.handOver;
  return (
    <Card id="receipt-card" title={words.receiptTitle}>
      <p>{words.receiptText}</p>
      {batch.receipts.length === 0 ? <p class="muted">{words.noReceipt}</p> : <Receipts {...props} />}
      {receiptProblem !== undefined && (
        <Note tone="stop" role="alert">
          {receiptProblem}
        </Note>
      )}
      {props.officer && batch.state !== "making" && (
        <form
          method="post"
          action={`/letters/batches/${batch.id}/receipt`}
          enctype="multipart/form-data"
          class="stack"
        >
          <CsrfField token={frame.csrfToken} />
          <DepositField {...props} />
          <FileField
            name="receipt"
            label={words.receipt}
            hint={words.receiptHint}
            accept="application/pdf,image/png,image/jpeg"
          />
          <div>
            <Button icon="upload">{words.keep}</Button>
          </div>
        </form>
      )}
    </Card>
  );
}

/** Asked for only where it could be more than one. */
function DepositField(props: HandOverProps): Markup {
  const { frame, batch, receiptFor } = props;
  const { language } = frame;
  const words = textsFor(language).postal.carrier.handOver;
  const choices = [
    ...batch.deposits.map(({ id }) => ({ value: id, label: depositInWords(props, id) })),
    ...(batch.hasNextDeposit ? [{ value: NEXT_DEPOSIT, label: depositInWords(props, null) }] : []),
  ];
  if (choices.length < 2) return <></>;
  return (
    <Field
      language={language}
      name="hand_over"
      label={words.receiptFor}
      type="select"
      autocomplete="off"
      value={receiptFor ?? ""}
      options={[{ value: "", label: words.chooseHandOver }, ...choices]}
    />
  );
}

function depositInWords({ frame, batch }: HandOverProps, id: string | null): string {
  const words = textsFor(frame.language).postal.carrier.handOver;
  const deposit = batch.deposits.find((each) => each.id === id);
  return deposit === undefined
    ? words.nextHandOver
    : words.deposit(dateTimeInWords(frame.language, deposit.at), deposit.letters);
}

function Receipts(props: HandOverProps): Markup {
  const { frame, batch } = props;
  const { language } = frame;
  const words = textsFor(language).postal.carrier.handOver;
  return (
    <Table
      caption={words.receiptsCaption}
      rows={batch.receipts}
      columns={[
        {
          heading: words.receiptName,
          rowHeading: true,
          cell: ({ mediaType, size, sha256, by, at }) => (
            <>
              {mediaType}, <span class="nowrap">{bytesInWords(language, size)}</span>
              <br />
              <span class="small muted">{words.kept(by, dateTimeInWords(language, at))}</span>
              <br />
              <span class="small muted mono breaks">{sha256}</span>
            </>
          ),
        },
        {
          heading: words.receiptFor,
          cell: ({ handOverId }) => depositInWords(props, handOverId),
        },
        {
          heading: words.open,
          hideHeading: true,
          cell: ({ id, sha256 }) => (
            <a
              href={`/letters/batches/${batch.id}/receipts/${id}`}
              aria-label={words.openFor(sha256.slice(0, 8))}
              download=""
            >
              {words.open}
            </a>
          ),
        },
      ]}
    />
  );
}
