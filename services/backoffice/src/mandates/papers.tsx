// The papers of an application: the form that was generated, what was uploaded, the same number elsewhere, what was decided before.

import type { Language } from "@posthorn/domain";
import { bytesInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import type { ApplicationDocument, ApplicationView } from "@posthorn/usecases";
import { Card, DefinitionList, type Markup, Table } from "@posthorn/web";

interface PapersProps {
  readonly language: Language;
  readonly view: ApplicationView;
}

export function Documents({ language, view }: PapersProps): Markup {
  const words = textsFor(language).mandates.view;
  const { form, documents } = view;
  return (
    <>
      <Card id="form" title={words.form}>
        <DefinitionList
          facts={[
            { term: words.formNumber, value: <b class="mono">{form.number ?? words.missing}</b> },
            {
              term: words.formMade,
              value: form.madeAt === null ? words.missing : dateTimeInWords(language, form.madeAt),
            },
            { term: words.digest, value: <span class="mono">{form.sha256 ?? words.missing}</span> },
          ]}
        />
        <p class="small muted">{words.formHint}</p>
      </Card>
      <Card id="documents" title={words.documents}>
        {documents.length === 0 ? (
          <p>{words.noDocuments}</p>
        ) : (
          <>
            <DocumentTable language={language} view={view} />
            <p class="small muted">{words.saveHint}</p>
          </>
        )}
      </Card>
    </>
  );
}

function DocumentTable({ language, view }: PapersProps): Markup {
  const words = textsFor(language).mandates.view;
  const link = (document: ApplicationDocument) => (
    <a
      href={`/companies/${view.id}/documents/${document.id}`}
      aria-label={words.saveFor(document.name)}
      download=""
    >
      {words.save}
    </a>
  );
  return (
    <Table
      caption={words.documentsCaption}
      rows={view.documents}
      columns={[
        { heading: words.document, rowHeading: true, cell: ({ kind }) => words.kinds[kind] },
        {
          heading: words.file,
          cell: ({ name, type, sha256 }) => (
            <>
              <bdi class="breaks">{name}</bdi>
              <br />
              <span class="small muted">{type}</span>
              <br />
              <span class="small muted mono">{sha256}</span>
            </>
          ),
        },
        {
          heading: words.size,
          number: true,
          cell: ({ size }) => <span class="nowrap">{bytesInWords(language, size)}</span>,
        },
        { heading: words.uploaded, cell: ({ uploadedAt }) => dateTimeInWords(language, uploadedAt) },
        { heading: words.save, hideHeading: true, cell: link },
      ]}
    />
  );
}

export function SameNumber({ language, view }: PapersProps): Markup {
  const { view: words, list } = textsFor(language).mandates;
  return (
    <Card id="same-number" title={words.sameNumber}>
      {view.sameNumber.length === 0 ? (
        <p class="muted">{words.sameNumberNone}</p>
      ) : (
        <Table
          caption={words.sameNumberCaption}
          rows={view.sameNumber}
          columns={[
            {
              heading: words.company,
              rowHeading: true,
              cell: ({ id, companyName }) => (
                <a class="breaks" href={`/companies/${id}`}>
                  {companyName}
                </a>
              ),
            },
            { heading: words.application, cell: ({ state }) => words.states[state] },
            {
              heading: list.submittedAt,
              cell: ({ submittedAt }) => (submittedAt === null ? "" : dateTimeInWords(language, submittedAt)),
            },
          ]}
        />
      )}
    </Card>
  );
}

export function History({ language, view }: PapersProps): Markup {
  const { view: words, reasons } = textsFor(language).mandates;
  return (
    <Card id="history" title={words.history}>
      {view.decisions.length === 0 ? (
        <p class="muted">{words.historyNone}</p>
      ) : (
        <ul class="stack">
          {view.decisions.map(({ round, outcome, by, at, reason, words: written }) => (
            <li>
              <b>{words.decided(round, words.outcomes[outcome], by, dateTimeInWords(language, at))}</b>
              {reason !== null && (
                <>
                  <br />
                  {reasons[reason]}
                </>
              )}
              {written !== null && (
                <>
                  <br />
                  {written}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
