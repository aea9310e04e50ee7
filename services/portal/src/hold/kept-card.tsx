// What of a message or delivery is erased on which day, why, and what a hold keeps; and what the sender can do about it.

import type { Language } from "@posthorn/domain";
import { dateInWords, numberInWords, textsFor } from "@posthorn/texts";
import type { KeptLine, KeptView } from "@posthorn/usecases";
import { Button, Card, CsrfField, type Markup, Note, type PageFrame, Pill, Table } from "@posthorn/web";

export interface KeptCardProps {
  readonly frame: PageFrame;
  readonly kept: KeptView;
  /** Where a hold is asked for. */
  readonly holdPath: string;
  /** The page beside it is the one where the time is changed. */
  readonly changing?: true;
  /** Of a delivery: where its timestamps are renewed. */
  readonly stampsPath?: string;
  readonly stamps?: "asked" | "today" | undefined;
}

export function KeptCard({ frame, kept, holdPath, changing, stampsPath, stamps }: KeptCardProps): Markup {
  const { language } = frame;
  const { holds, retention } = textsFor(language);
  const words = holds.kept;
  const asked = kept.holds.some(({ state }) => state === "asked");
  return (
    <Card title={words.title} id="kept">
      {kept.heldUntil !== null && <Note>{words.held(dateInWords(language, kept.heldUntil))}</Note>}
      {asked && <p>{words.asked}</p>}
      <Table
        caption={words.caption}
        rows={kept.lines}
        columns={[
          {
            heading: words.what,
            rowHeading: true,
            cell: (line) => (
              <>
                {words.whats[line.what]}
                <br />
                <span class="small muted">
                  {words.why(periodInWords(language, line), retention.purposes[line.rule])}
                </span>
              </>
            ),
          },
          { heading: words.falls, cell: (line) => <Falls language={language} kept={kept} line={line} /> },
        ]}
      />
      {stamps !== undefined && (
        <Note tone={stamps === "asked" ? "ok" : "info"} role="status">
          {stamps === "asked" ? words.stampsAsked : words.stampsToday}
        </Note>
      )}
      <div class="row">
        {kept.adjustable && changing !== true && (
          <Button kind="quiet" href={`/messages/${kept.messageId}/kept`}>
            {words.change}
          </Button>
        )}
        <Button kind="quiet" href={holdPath}>
          {words.ask}
        </Button>
      </div>
      {stampsPath !== undefined && (
        <form method="post" action={stampsPath}>
          <CsrfField token={frame.csrfToken} />
          <p class="small muted" id="stamps-text">
            {words.stampsText}
          </p>
          <Button kind="quiet" describedBy="stamps-text">
            {words.stamps}
          </Button>
        </form>
      )}
    </Card>
  );
}

function Falls({
  language,
  kept,
  line,
}: {
  readonly language: Language;
  readonly kept: KeptView;
  readonly line: KeptLine;
}): Markup {
  const words = textsFor(language).holds.kept;
  if (line.gone) return <>{words.gone}</>;
  if (line.fallsOn === null) return <span class="muted">{words.running}</span>;
  const held = kept.heldUntil !== null && Temporal.PlainDate.compare(line.fallsOn, kept.heldUntil) <= 0;
  const day = <time datetime={line.fallsOn.toString()}>{dateInWords(language, line.fallsOn)}</time>;
  if (!held) return day;
  return (
    <>
      <Pill>{words.heldShort}</Pill>
      <br />
      <span class="small muted">
        <s>{day}</s>
      </span>
    </>
  );
}

function periodInWords(language: Language, { period }: KeptLine): string {
  const words = textsFor(language).holds.kept;
  return period.months > 0
    ? words.months(numberInWords(language, period.months))
    : words.days(numberInWords(language, period.days));
}
