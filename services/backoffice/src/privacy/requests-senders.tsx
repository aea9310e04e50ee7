// The senders whom a request concerns: who was told, by when he decides, and what he decided.

import { dateInWords, textsFor } from "@posthorn/texts";
import { Card, type Markup, Table } from "@posthorn/web";
import { Act } from "./requests-act.tsx";
import type { RequestCardProps } from "./requests-page.tsx";

export function SendersCard(props: RequestCardProps): Markup {
  const { frame, detail } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.senders;
  const { senders } = detail;
  return (
    <Card id="senders" title={words.title}>
      <p>{words.text}</p>
      <Table
        caption={words.caption}
        rows={senders}
        columns={[
          {
            heading: textsFor(language).rights.desk.subject.sender,
            rowHeading: true,
            cell: ({ name }) => name,
          },
          { heading: words.messages, number: true, cell: ({ letters }) => String(letters) },
          {
            heading: words.decision,
            cell: ({ toldAt, decideBy, decision, words: written, silent, gone }) => {
              if (gone) return words.gone;
              if (toldAt === null || decideBy === null) return words.untold;
              const by = dateInWords(language, decideBy);
              if (decision === null) return silent ? <b>{words.silent(by)}</b> : words.by(by);
              return (
                <>
                  {words.decisions[decision]}
                  {written !== null && (
                    <>
                      <br />
                      <span class="small">{written}</span>
                    </>
                  )}
                </>
              );
            },
          },
        ]}
      />
      {senders.some(({ toldAt, gone }) => toldAt === null && !gone) && (
        <Act {...props} act="senders" button={words.tell} />
      )}
    </Card>
  );
}
