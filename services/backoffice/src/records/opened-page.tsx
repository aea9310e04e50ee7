// An opened identification record, to be read or printed: what was said, as received, and whether it belongs to the evidence.

import type { AuthenticatedIdentity, Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import type { OpenedContent, OpenedRecord } from "@posthorn/usecases";
import { Button, Card, DefinitionList, type Markup, Note, PageHead, type WebContext } from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { Summary } from "./summary.tsx";

export function openedPage(c: WebContext, reader: Reader, opened: OpenedRecord): Promise<Response> {
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).backoffice.opened.title,
    current: "records",
    status: opened.content === null ? 409 : 200,
    body({ language }) {
      const words = textsFor(language).backoffice.opened;
      const when = dateTimeInWords(language, opened.openedAt, { seconds: true });
      return (
        <>
          <PageHead language={language} title={words.title} lead={words.openedAt(when, reader.staff.name)} />
          {opened.content === null ? (
            <Note tone="stop" role="alert">
              <b>{words.damagedTitle}</b>
              <p>{words.damagedText}</p>
            </Note>
          ) : (
            <Content language={language} content={opened.content} />
          )}
          <Card id="facts">
            <Summary language={language} record={opened.record} />
            <DefinitionList facts={[{ term: words.reason, value: opened.reason }]} />
          </Card>
          <p class="no-print">
            <Button href="/identification-records" icon="back">
              {words.back}
            </Button>
          </p>
        </>
      );
    },
  });
}

function Content({
  language,
  content,
}: {
  readonly language: Language;
  readonly content: OpenedContent;
}): Markup {
  const words = textsFor(language).backoffice.opened;
  return (
    <>
      <div class="no-print">
        <Note tone="warn">{words.print}</Note>
      </div>
      <Card id="identity" title={words.identity}>
        <DefinitionList facts={identityFacts(language, content.identity)} />
      </Card>
      <Card id="belongs" title={words.commitment}>
        <Note tone={content.fits ? "ok" : "stop"} role="status">
          {content.fits ? words.fits : words.fitsNot}
        </Note>
        <p>
          {content.evidence.length === 0 ? words.noEvidence : words.evidence(content.evidence.join(", "))}
        </p>
        <DefinitionList
          facts={[
            { term: words.computed, value: <span class="mono">{content.recomputed}</span> },
            { term: words.key, value: <span class="mono">{content.commitmentKey}</span> },
            { term: words.text, value: <code class="mono">{content.canonical}</code> },
          ]}
        />
        <p class="small muted">{words.howTo}</p>
      </Card>
      <Card id="received" title={words.received}>
        <DefinitionList
          facts={Object.entries(content.identity.received).map(([name, value]) => ({
            term: name,
            value: <span class="mono">{String(value)}</span>,
          }))}
        />
      </Card>
    </>
  );
}

function identityFacts(language: Language, identity: AuthenticatedIdentity) {
  const words = textsFor(language).backoffice.opened;
  const { birthDate } = identity;
  const mono = (text: string) => <span class="mono">{text}</span>;
  return [
    { term: words.familyName, value: identity.familyName },
    { term: words.givenNames, value: identity.givenNames ?? words.notSaid },
    {
      term: words.birthDate,
      value: birthDate === undefined ? words.notSaid : dateInWords(language, birthDate),
    },
    {
      term: words.registerNumber,
      value: identity.registerNumber === undefined ? words.notSaid : mono(identity.registerNumber),
    },
    { term: words.country, value: identity.country },
    { term: words.subject, value: mono(identity.subject) },
  ];
}
