// The parts the proof speaks of, and whether the files given beside it are the very same.

import type { Language } from "@posthorn/domain";
import { exactBytesInWords, textsFor, verifierTexts } from "@posthorn/texts";
import { Card, type Markup, Note, Pill, Table, type Tone } from "@posthorn/web";
import type { FileDigest, FileReport, PartFindings } from "../report/file-report.ts";

const TONES: Readonly<Record<PartFindings["compared"], Tone>> = {
  same: "ok",
  different: "stop",
  not_given: "plain",
};

export function PartsCard(props: {
  readonly language: Language;
  readonly report: Pick<FileReport, "parts" | "records">;
  readonly beside: readonly FileDigest[];
}): Markup {
  const { language, beside } = props;
  const { parts, records } = props.report;
  const words = textsFor(language).verify.result;
  // What is named beside these is how a part is printed.
  const sent = new Set(records.flatMap((record) => record.parts.map(({ sha256 }) => sha256)));
  const sealed = new Set(parts.map(({ sha256 }) => sha256));
  const named = new Set(parts.map(({ file }) => file));
  const strangers = beside.filter(({ name, sha256 }) => !sealed.has(sha256) && !named.has(name));
  return (
    <Card title={words.parts} id="parts">
      {parts.length === 0 ? (
        <p>{words.noParts}</p>
      ) : (
        <Table
          caption={words.parts}
          rows={parts}
          columns={[
            {
              heading: words.part,
              rowHeading: true,
              cell: ({ name, sha256 }) => (
                <>
                  {name}
                  {!sent.has(sha256) && (
                    <>
                      <br />
                      <span class="small muted">{verifierTexts[language].asPrinted}</span>
                    </>
                  )}
                </>
              ),
            },
            { heading: words.size, cell: ({ size }) => exactBytesInWords(language, size) },
            { heading: words.digest, cell: ({ sha256 }) => <span class="mono">{sha256}</span> },
            {
              heading: words.comparison,
              cell: ({ compared, file }) => (
                <>
                  <Pill tone={TONES[compared]}>{words.compared[compared]}</Pill>
                  {file !== null && <span class="small muted"> {words.comparedWith(file)}</span>}
                </>
              ),
            },
          ]}
        />
      )}
      {strangers.length > 0 && (
        <Note tone="warn">
          <p>{words.strangers}</p>
          <ul>
            {strangers.map(({ name, sha256 }) => (
              <li>
                {name} <span class="mono">{sha256}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </Card>
  );
}
