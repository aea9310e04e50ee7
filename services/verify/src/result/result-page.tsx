// What came out of a check, printable: the verdict first, then everything that it rests on.

import { textsFor } from "@posthorn/texts";
import {
  Button,
  Card,
  DefinitionList,
  Icon,
  type IconName,
  type Markup,
  Note,
  type NoteTone,
  type PageFrame,
  Pill,
} from "@posthorn/web";
import { Moment } from "../frame/moment.tsx";
import { VerifyPage } from "../frame/verify-page.tsx";
import type { FileDigest, FileReport } from "../report/file-report.ts";
import { ChecksCard } from "./checks-card.tsx";
import { LogCard } from "./log-card.tsx";
import { PartsCard } from "./parts-card.tsx";
import { RecordsCard } from "./records-card.tsx";
import { SealCard } from "./seal-card.tsx";
import { onlyBesideFails, reasonWords, verdictOf } from "./words.ts";

export interface ResultPageProps {
  readonly frame: PageFrame;
  readonly report: FileReport;
  readonly beside: readonly FileDigest[];
  /** Where the provider of this site is reached. */
  readonly contact: string;
  /** When it was checked. */
  readonly at: Temporal.Instant;
}

const ICONS: Readonly<Record<NoteTone, IconName>> = {
  ok: "seal",
  info: "info",
  warn: "warning",
  stop: "stop",
};

export function ResultPage({ frame, report, beside, contact, at }: ResultPageProps): Markup {
  const { language } = frame;
  const { home, result: words } = textsFor(language).verify;
  const verdict = verdictOf(language, report);
  const reason = reasonWords(language, report);
  return (
    <VerifyPage frame={frame} title={words.title} islands={["verify"]}>
      <section class={`verdict ${verdict.tone}`} aria-labelledby="verdict">
        <Icon name={ICONS[verdict.tone]} size={40} />
        <div class="stack tight">
          <h1 id="verdict">{verdict.title}</h1>
          <p>{verdict.text}</p>
        </div>
      </section>
      <Card>
        <DefinitionList
          facts={[
            {
              term: words.file,
              value: (
                <>
                  <b>{report.file}</b>
                  <br />
                  {words.kind[report.kind]}
                </>
              ),
            },
            {
              term: words.indication,
              value: (
                <span class="mono">
                  {report.itself.indication}
                  {report.itself.subIndication !== undefined && ` / ${report.itself.subIndication}`}
                </span>
              ),
            },
            ...(reason === undefined ? [] : [{ term: words.reason, value: reason }]),
            ...(onlyBesideFails(report)
              ? [
                  {
                    term: home.originalsList,
                    value: <Pill tone="stop">{words.compared.different}</Pill>,
                  },
                ]
              : []),
            { term: words.madeAt, value: <Moment language={language} at={at} /> },
          ]}
        />
        <div class="row">
          <Button href="/" icon="back">
            {words.another}
          </Button>
          <button class="btn" type="button" data-print hidden>
            {words.print}
          </button>
        </div>
      </Card>
      {report.kind !== "unknown" && (
        <>
          <RecordsCard language={language} report={report} />
          <PartsCard language={language} report={report} beside={beside} />
          <SealCard language={language} seal={report.seal} contact={contact} />
          <LogCard language={language} log={report.log} />
        </>
      )}
      <ChecksCard language={language} checks={report.checks} />
      <Note>
        <p>{words.notChecked}</p>
      </Note>
    </VerifyPage>
  );
}
