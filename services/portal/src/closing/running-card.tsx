// What is still on its way, each with the day on which it is final whatever happens.

import type { Language } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import type { RunningPage } from "@posthorn/usecases";
import { Button, Card, type Markup, Table } from "@posthorn/web";
import { fullName, StatePill } from "../frame/state-pill.tsx";
import { CLOSING_PATH } from "./paths.ts";

/** Nothing where nothing is on its way. */
export function RunningCard({
  language,
  page,
  lettersFollow,
}: {
  readonly language: Language;
  readonly page: RunningPage;
  /** While they can still be called off by closing now. */
  readonly lettersFollow: boolean;
}): Markup {
  const words = textsFor(language).closing.running;
  if (page.lines.length === 0) return <></>;
  return (
    <Card id="running" title={words.title}>
      <p>{words.lead}</p>
      <Table
        caption={words.caption}
        rows={page.lines}
        columns={[
          { heading: words.message, rowHeading: true, cell: (line) => line.subject },
          { heading: words.addressee, cell: fullName },
          { heading: words.state, cell: (line) => <StatePill language={language} state={line.state} /> },
          {
            heading: words.finalBy,
            cell: (line) => (
              <>
                {dateInWords(language, line.finalBy)}
                {lettersFollow && line.letterCanBeCalledOff && (
                  <>
                    <br />
                    <span class="small muted">{words.letter}</span>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {page.next !== null && (
        <p>
          <Button href={`${CLOSING_PATH}?cursor=${encodeURIComponent(page.next)}#running`} icon="forward">
            {words.further}
          </Button>
        </p>
      )}
    </Card>
  );
}
