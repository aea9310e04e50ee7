// Letters that wait, to be chosen for a batch, and the printer they go to.

import { type FieldError, type Language, mayAct } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";
import { BATCH_LETTERS_MAX, type QueueLine, type QueuePage } from "@posthorn/usecases";
import {
  Button,
  Card,
  type Column,
  CsrfField,
  errorAt,
  Field,
  type Markup,
  Note,
  type PageFrame,
  Table,
} from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { AddressBlock, LastDay, reasonInWords } from "./words.tsx";

export interface QueueTyped {
  readonly printer: string;
  /** Ids that were ticked. */
  readonly letters: readonly string[];
}

export interface QueueFormProps {
  readonly frame: PageFrame;
  readonly deps: BackofficeDeps;
  readonly reader: Reader;
  readonly page: QueuePage;
  /** Where the list stands, to come back to. */
  readonly place: { readonly show: string; readonly cursor: string };
  readonly typed: QueueTyped | undefined;
  readonly errors: readonly FieldError[];
}

export function QueueForm(props: QueueFormProps): Markup {
  const { frame, reader, page, place } = props;
  const { language } = frame;
  const { postal } = textsFor(language);
  const officer = mayAct(reader.staff.roles, "postal_operator");
  const table = (
    <Table
      caption={postal.queue.caption}
      rows={page.lines}
      columns={columnsOf(language, reader.arrivedAt, officer ? (props.typed?.letters ?? []) : null)}
    />
  );
  if (!officer) {
    return (
      <Card id="letters">
        {table}
        <p>{postal.officerOnly}</p>
      </Card>
    );
  }
  return (
    <form method="post" action="/letters/batches" class="stack loose">
      <CsrfField token={frame.csrfToken} />
      <input type="hidden" name="show" value={place.show} />
      <input type="hidden" name="cursor" value={place.cursor} />
      <Card id="letter">
        {table}
        <ChoiceError language={language} errors={props.errors} />
      </Card>
      <MakeCard {...props} />
    </form>
  );
}

function ChoiceError(props: { readonly language: Language; readonly errors: readonly FieldError[] }): Markup {
  const error = errorAt(props.language, props.errors, "letter");
  return error === undefined ? <></> : <p class="err">{error}</p>;
}

/** What may be chosen; the others wait for an address. */
function maySend({ problem, released }: QueueLine): boolean {
  return problem === null || released;
}

/** Of a view that is not of all letters those that it shows are taken, never the others. */
function MakeCard({ frame, deps, page, place, typed, errors }: QueueFormProps): Markup {
  const { language } = frame;
  const shown = page.lines.filter(maySend);
  if (shown.length === 0) return <></>;
  const words = textsFor(language).postal.queue;
  const { printers } = deps.letters;
  return (
    <Card id="make" title={words.makeTitle}>
      <Field
        language={language}
        name="printer"
        label={words.printer}
        type="select"
        value={typed?.printer ?? printers[0]?.key}
        options={printers.map(({ key, name }) => ({ value: key, label: name }))}
        error={errorAt(language, errors, "printer")}
      />
      {place.show !== "all" &&
        shown.map(({ deliveryId }) => <input type="hidden" name="shown" value={deliveryId} />)}
      <Note tone="warn" id="make-text">
        {words.makeText}
      </Note>
      <div class="row">
        <Button kind="primary" name="which" value="chosen" describedBy="make-text">
          {words.chosen}
        </Button>
        {place.show === "all" ? (
          <Button name="which" value="all" describedBy="make-text">
            {words.all(numberInWords(language, BATCH_LETTERS_MAX))}
          </Button>
        ) : (
          shown.length > 1 && (
            <Button name="which" value="shown" describedBy="make-text">
              {words.shown(numberInWords(language, shown.length))}
            </Button>
          )
        )}
      </div>
    </Card>
  );
}

/** `ticked`: null where nothing can be chosen. */
function columnsOf(
  language: Language,
  now: Temporal.Instant,
  ticked: readonly string[] | null,
): readonly Column<QueueLine>[] {
  const words = textsFor(language).postal.queue;
  const tick: Column<QueueLine> = {
    heading: words.ticked,
    hideHeading: true,
    cell: (line) =>
      maySend(line) && (
        <label class="tick">
          <input
            type="checkbox"
            name="letter"
            value={line.deliveryId}
            checked={ticked?.includes(line.deliveryId) === true}
          />
          <span class="vh">{words.tick(line.name)}</span>
        </label>
      ),
  };
  return [
    ...(ticked === null ? [] : [tick]),
    {
      heading: words.addressee,
      rowHeading: true,
      cell: ({ deliveryId, name }) => (
        <a class="breaks" href={`/letters/deliveries/${deliveryId}`}>
          {name}
        </a>
      ),
    },
    {
      heading: words.address,
      cell: (line) => (
        <>
          {line.lines === null ? words.noAddress : <AddressBlock lines={line.lines} />}
          <Remarks language={language} line={line} />
        </>
      ),
    },
    {
      heading: words.lastDay,
      cell: ({ lastDay }) => <LastDay language={language} day={lastDay} now={now} />,
    },
  ];
}

/** What keeps the letter, and why it came back. */
function Remarks({ language, line }: { readonly language: Language; readonly line: QueueLine }): Markup {
  const { queue: words, problems } = textsFor(language).postal;
  const { problem, released, fellOutFor } = line;
  const hasProblem = released ? words.problemReleased : words.hasProblem;
  return (
    <>
      {problem !== null && <p class="small">{hasProblem(problems[problem])}</p>}
      {fellOutFor !== null && <p class="small">{words.cameBack(reasonInWords(language, fellOutFor))}</p>}
    </>
  );
}
