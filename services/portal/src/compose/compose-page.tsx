// The form by which a message is written: addressees, text, attachments, options; beside it what will happen.

import type { FieldError, Language, RequiredIdentification } from "@posthorn/domain";
import { bytesInWords, textsFor, timeOfDay } from "@posthorn/texts";
import type { ConsentLine, DraftPrint, Limits, LoadedDraft, OwnTeam } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  DraftStatus,
  DropZone,
  errorAt,
  ErrorSummary,
  Field,
  FileRow,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
} from "@posthorn/web";
import type { Standing } from "../identify/standing.ts";
import { StandingNote } from "../identify/standing-note.tsx";
import { AddresseeFields } from "./addressee-fields.tsx";
import { fieldLabel } from "./form-words.ts";
import { OptionsCard } from "./options-card.tsx";
import { CostLines } from "./cost-lines.tsx";
import { printInWords } from "./part-print.ts";
import { PlanCard } from "./plan-card.tsx";
import type { RowNote } from "./row-acts.ts";
import { TeamCard } from "./team-card.tsx";

export interface ComposePageProps {
  readonly frame: PageFrame;
  readonly draft: Pick<LoadedDraft, "id" | "form" | "uploads" | "updatedAt" | "revision">;
  readonly errors: readonly FieldError[];
  /** Above the form too: the sender asked to go on. */
  readonly summed: boolean;
  /** Files that were not taken, each with the reason. */
  readonly refused?: readonly string[];
  /** An answer to what was asked in one row. */
  readonly rowNote?: RowNote | undefined;
  /** What the ledger says of each row. */
  readonly consents: readonly (ConsentLine | null)[];
  /** For which the sender may send. */
  readonly teams: readonly OwnTeam[];
  readonly now: Temporal.Instant;
  readonly credits: number;
  readonly limits: Limits;
  readonly senderLanguage: Language;
  readonly standing: Standing;
  readonly identifications: readonly RequiredIdentification[];
  readonly registerNumberBasis?: string | undefined;
  /** Whether letters are posted here. */
  readonly letters: boolean;
  readonly isPrivate: boolean;
  /** How it looks on paper; null where no letter is to follow. */
  readonly print: DraftPrint | null;
}

export function ComposePage(props: ComposePageProps): Markup {
  const { frame, draft, errors } = props;
  const { language } = frame;
  const { common, compose: words } = textsFor(language);
  const path = `/compose/${draft.id}`;
  const kept = draft.revision > 0 ? common.draft.keptAt(timeOfDay(language, draft.updatedAt)) : "";
  return (
    <>
      <PageHead language={language} title={words.title} aside={<DraftStatus text={kept} />} />
      {props.summed && (
        <ErrorSummary language={language} errors={errors} labelOf={(field) => fieldLabel(language, field)} />
      )}
      <StandingNote language={language} standing={props.standing} />
      {props.refused?.map((reason) => (
        <Note tone="stop" role="alert">
          {reason}
        </Note>
      ))}
      <form
        class="grid-2"
        id="compose"
        method="post"
        action={path}
        enctype="multipart/form-data"
        novalidate
        data-island="draft"
        data-draft-path={`${path}/draft`}
        data-keeping={common.draft.keeping}
        data-not-kept={common.draft.notKept}
      >
        <div>
          <CsrfField token={frame.csrfToken} />
          {/* The button that Enter presses: without it the first one of the page would remove an addressee. */}
          <button class="vh" type="submit" name="action" value="keep" tabindex={-1} aria-hidden="true">
            {words.keepDraft}
          </button>
          <Addressees {...props} />
          <MessageCard {...props} />
          <AttachmentsCard {...props} path={path} />
          <TeamCard language={language} teams={props.teams} team={draft.form.team} errors={errors} />
          <OptionsCard
            language={language}
            options={draft.form.options}
            errors={errors}
            identifications={props.identifications}
            trustStatus={frame.trustStatus}
            letters={props.letters}
            ownReturnAddress={props.isPrivate}
          />
        </div>
        <div class="stays">
          <PlanCard language={language} form={draft.form} now={props.now} />
          <Card id="send">
            <CostLines
              language={language}
              deliveries={draft.form.addressees.length}
              credits={props.credits}
              print={props.print}
            />
            <Button kind="primary" name="action" value="review" wide describedBy="send-status">
              {words.review}
            </Button>
            <p class="small muted" id="send-status">
              {common.trust[frame.trustStatus].line}
            </p>
            <Button name="action" value="keep" wide>
              {words.keepDraft}
            </Button>
          </Card>
        </div>
      </form>
    </>
  );
}

function Addressees(props: ComposePageProps): Markup {
  const { frame, draft, errors, senderLanguage, limits } = props;
  const { language } = frame;
  const { compose: words, contacts } = textsFor(language);
  const contactWords = contacts.compose;
  const rows = draft.form.addressees.length === 0 ? [{}] : draft.form.addressees;
  const general = errorAt(language, errors, "addressees");
  return (
    <Card title={words.toWhom} id="addressees">
      {general !== undefined && <p class="err">{general}</p>}
      {rows.map((row, index) => (
        <AddresseeFields
          language={language}
          index={index}
          row={row}
          errors={errors}
          defaultLanguage={senderLanguage}
          removable={rows.length > 1}
          consent={props.consents[index] ?? null}
          note={props.rowNote?.row === index ? props.rowNote : undefined}
          registerNumberBasis={props.registerNumberBasis}
          letter={letterTo(props.print, index)}
        />
      ))}
      {rows.length < limits.addressees && (
        <div class="row">
          <Button kind="quiet" icon="plus" name="action" value="add-addressee">
            {words.add}
          </Button>
          <Button kind="quiet" icon="card" name="action" value="pick-contacts">
            {contactWords.pick}
          </Button>
          <Button kind="quiet" icon="file" name="action" value="read-file">
            {contactWords.readFile}
          </Button>
        </div>
      )}
    </Card>
  );
}

function letterTo(print: DraftPrint | null, row: number): "none" | "asked" | "address_missing" {
  if (print === null) return "none";
  return print.withoutAddress.includes(row) ? "address_missing" : "asked";
}

function MessageCard({ frame, draft, errors }: ComposePageProps): Markup {
  const { language } = frame;
  const words = textsFor(language).compose;
  return (
    <Card title={words.message} id="message">
      <Field
        language={language}
        name="subject"
        label={words.subject}
        value={draft.form.subject}
        hint={words.subjectHint}
        error={errorAt(language, errors, "subject")}
        autocomplete="off"
      />
      <Field
        language={language}
        name="body"
        label={words.text}
        type="textarea"
        rows={9}
        value={draft.form.body}
        hint={words.textHint}
        error={errorAt(language, errors, "body")}
        optional
      />
    </Card>
  );
}

function AttachmentsCard({
  frame,
  draft,
  limits,
  print,
  path,
}: ComposePageProps & { readonly path: string }): Markup {
  const { language } = frame;
  const words = textsFor(language).compose;
  return (
    <Card title={words.attachments} id="attachments">
      <DropZone
        language={language}
        assets={frame.assets}
        uploadPath={`${path}/uploads`}
        fallbackPath={path}
        limits={{ files: limits.files, fileBytes: limits.fileBytes, totalBytes: limits.messageBytes }}
      >
        {draft.uploads.map((upload) => (
          <UploadedFile language={language} path={path} upload={upload} print={print} />
        ))}
      </DropZone>
    </Card>
  );
}

export function UploadedFile({
  language,
  path,
  upload,
  print,
}: {
  readonly language: Language;
  readonly path: string;
  readonly upload: Pick<LoadedDraft["uploads"][number], "id" | "name" | "size">;
  readonly print: DraftPrint | null;
}): Markup {
  const { pages, error, remark } = printInWords(language, print?.uploads.get(upload.id));
  const size = bytesInWords(language, upload.size);
  return (
    <FileRow
      language={language}
      id={upload.id}
      name={upload.name}
      meta={pages === undefined ? size : `${size} · ${pages}`}
      error={error}
      remark={remark}
      removePath={`${path}/uploads/${upload.id}/remove`}
    />
  );
}
