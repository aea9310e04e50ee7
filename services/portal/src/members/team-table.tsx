// The teams of a company as a table: the name each sends under, who sees its messages, how many are in it.

import type { Language } from "@posthorn/domain";
import { numberInWords, type Texts, textsFor } from "@posthorn/texts";
import { TEAM_COUNTED, type TeamLine } from "@posthorn/usecases";
import { Button, type Markup, Pill, Table } from "@posthorn/web";
import { TEAMS_PATH } from "./teams-path.ts";

type Words = Texts["teams"];

export function TeamTable({
  language,
  words,
  teams,
  isAdmin,
}: {
  readonly language: Language;
  readonly words: Words;
  readonly teams: readonly TeamLine[];
  readonly isAdmin: boolean;
}): Markup {
  return (
    <Table
      caption={words.caption}
      rows={teams}
      columns={[
        {
          heading: words.name,
          rowHeading: true,
          cell: ({ name, mine }) => (
            <>
              {name} {mine && <Pill tone="ok">{words.yours}</Pill>}
            </>
          ),
        },
        { heading: words.senderName, cell: ({ senderName }) => senderName ?? "–" },
        { heading: words.visibility, cell: ({ visibility }) => words.visibilities[visibility] },
        { heading: words.members, cell: ({ members }) => countInWords(language, words, members) },
        ...(isAdmin
          ? [
              {
                heading: words.act,
                hideHeading: true,
                cell: ({ id, name }: TeamLine) => (
                  <Button kind="quiet" href={`${TEAMS_PATH}/${id}`}>
                    <span aria-hidden="true">{words.manage}</span>
                    <span class="vh">{words.manageOne(name)}</span>
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function countInWords(language: Language, words: Words, members: number): string {
  return members > TEAM_COUNTED
    ? textsFor(language).myData.page.moreThan(numberInWords(language, TEAM_COUNTED))
    : words.memberCount(members);
}
