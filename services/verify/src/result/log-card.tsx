// Whether what the file proves stands in the public log, and who else has confirmed that log.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, numberInWords, textsFor } from "@posthorn/texts";
import { Card, type Markup } from "@posthorn/web";
import type { LogFindings } from "../report/file-report.ts";

export function LogCard(props: {
  readonly language: Language;
  readonly log: readonly LogFindings[];
}): Markup {
  const { language, log } = props;
  const words = textsFor(language).verify.result;
  return (
    <Card title={words.log} id="log">
      {log.length === 0 ? (
        <p>{words.noLog}</p>
      ) : (
        <ul class="plain-list spaced">
          {log.map((entry) => (
            <li>
              <b>
                {words.logEntry(
                  numberInWords(language, entry.index),
                  numberInWords(language, entry.treeSize),
                )}
              </b>{" "}
              <span class="mono">{entry.origin}</span>
              <br />
              {entry.included ? words.included : words.notIncluded}{" "}
              {entry.checkpointSigned ? words.checkpointSigned : words.checkpointUnsigned}{" "}
              {entry.witnesses.length > 0 ? words.witnesses(entry.witnesses.join(", ")) : words.noWitness}{" "}
              {entry.stampedAt !== null &&
                words.logStamped(dateTimeInWords(language, entry.stampedAt, { seconds: true }))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
