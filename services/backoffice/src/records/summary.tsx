// All that is told of an identification record without opening it.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import type { RecordSummary } from "@posthorn/usecases";
import { DefinitionList, type Markup } from "@posthorn/web";
import { levelInWords } from "./words.ts";

export function Summary({
  language,
  record,
}: {
  readonly language: Language;
  readonly record: RecordSummary;
}): Markup {
  const { backoffice } = textsFor(language);
  const words = backoffice.record;
  const code = (text: string) => <span class="mono">{text}</span>;
  return (
    <DefinitionList
      facts={[
        { term: words.number, value: code(record.id) },
        ...(record.deliveryId === null ? [] : [{ term: words.delivery, value: code(record.deliveryId) }]),
        ...(record.personId === null ? [] : [{ term: words.person, value: code(record.personId) }]),
        {
          term: backoffice.records.when,
          value: dateTimeInWords(language, record.identifiedAt, { seconds: true }),
        },
        { term: backoffice.records.purpose, value: backoffice.records.purposes[record.purpose] },
        { term: backoffice.records.how, value: backoffice.records.methods[record.method] },
        { term: words.issuer, value: record.issuer },
        { term: words.level, value: levelInWords(language, record.level) },
        { term: words.commitment, value: code(record.commitment) },
      ]}
    />
  );
}
