// What an application rests on: the documents that are there, and a small form for each kind to add one.

import { bytesInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { DOCUMENT_KINDS, type OwnDocument } from "@posthorn/usecases";
import { Button, Card, CsrfField, errorAt, type Markup, type PageFrame, Pill, Table } from "@posthorn/web";
import type { ApplicationProps } from "./application-body.tsx";
import { DOCUMENTS_PATH } from "./paths.ts";

export function DocumentsCard(props: ApplicationProps & { readonly mayChange: boolean }): Markup {
  const { frame, application, mayChange } = props;
  const { language } = frame;
  const words = textsFor(language).registration.application.documents;
  const { documents } = application;
  return (
    <Card id="documents" title={mayChange ? words.title : words.caption}>
      {mayChange && <p>{words.text}</p>}
      {documents.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <DocumentTable frame={frame} documents={documents} mayChange={mayChange} />
      )}
      {mayChange && DOCUMENT_KINDS.map((kind) => <AddForm {...props} kind={kind} />)}
    </Card>
  );
}

function DocumentTable({
  frame,
  documents,
  mayChange,
}: {
  readonly frame: PageFrame;
  readonly documents: readonly OwnDocument[];
  readonly mayChange: boolean;
}): Markup {
  const { language } = frame;
  const words = textsFor(language).registration.application.documents;
  return (
    <Table
      caption={words.caption}
      columns={[
        {
          heading: words.document,
          rowHeading: true,
          cell: ({ name, outdated }) => (
            <>
              {name} {outdated && <Pill tone="warn">{words.outdated}</Pill>}
            </>
          ),
        },
        { heading: words.kind, cell: ({ kind }) => words.kinds[kind] },
        {
          heading: words.added,
          cell: ({ size, uploadedAt }) =>
            `${dateTimeInWords(language, uploadedAt)}, ${bytesInWords(language, size)}`,
        },
        ...(mayChange
          ? [
              {
                heading: words.act,
                hideHeading: true,
                cell: (document: OwnDocument) => <RemoveForm frame={frame} document={document} />,
              },
            ]
          : []),
      ]}
      rows={documents}
    />
  );
}

function RemoveForm({
  frame,
  document,
}: {
  readonly frame: PageFrame;
  readonly document: OwnDocument;
}): Markup {
  const words = textsFor(frame.language).registration.application.documents;
  return (
    <form method="post" action={`${DOCUMENTS_PATH}/${document.id}/remove`}>
      <CsrfField token={frame.csrfToken} />
      <Button kind="quiet">
        <span aria-hidden="true">{words.remove}</span>
        <span class="vh">{words.removeOne(document.name)}</span>
      </Button>
    </form>
  );
}

function AddForm({
  frame,
  errors,
  refused,
  kind,
}: ApplicationProps & { readonly kind: OwnDocument["kind"] }): Markup {
  const { language } = frame;
  const { common, registration } = textsFor(language);
  const words = registration.application.documents;
  const error = refused?.kind === kind ? refused.words : errorAt(language, errors, kind);
  const describedBy = error === undefined ? `${kind}-hint` : `${kind}-hint ${kind}-error`;
  return (
    <form method="post" action={DOCUMENTS_PATH} enctype="multipart/form-data" class="stack tight">
      {/* First, so that nothing of a file is taken before it is checked. */}
      <CsrfField token={frame.csrfToken} />
      <input type="hidden" name="kind" value={kind} />
      <div class={error === undefined ? "field" : "field bad"}>
        <label for={kind}>{words.kinds[kind]}</label>
        <input
          class="input"
          type="file"
          id={kind}
          name="file"
          accept="application/pdf,image/png,image/jpeg"
          aria-describedby={describedBy}
          aria-invalid={error === undefined ? undefined : "true"}
        />
        <p class="hint" id={`${kind}-hint`}>
          {words.hints[kind]}
        </p>
        {error !== undefined && (
          <p class="err" id={`${kind}-error`}>
            <span class="vh">{common.forms.errorPrefix} </span>
            {error}
          </p>
        )}
      </div>
      <div class="row">
        <Button>
          <span aria-hidden="true">{words.add}</span>
          <span class="vh">{words.addOne(words.kinds[kind])}</span>
        </Button>
      </div>
    </form>
  );
}
