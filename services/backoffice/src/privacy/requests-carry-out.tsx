// What follows an answer: the export, the carrying out with its note, and the end of a restriction.

import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { NOTE_LONGEST } from "@posthorn/usecases";
import { Button, Card, CsrfField, errorAt, Field, type Markup, Note } from "@posthorn/web";
import { Act, owesExport, typedOf } from "./requests-act.tsx";
import type { RequestCardProps } from "./requests-page.tsx";

export function CarryOutCard(props: RequestCardProps): Markup {
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

export function RestrictionCard(props: RequestCardProps): Markup {
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
