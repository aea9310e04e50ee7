// Who is in a team, with a button that takes him out, and the form that takes somebody in.

import { type Texts, textsFor } from "@posthorn/texts";
import type { TeamView } from "@posthorn/usecases";
import { Button, Card, CsrfField, Field, type Markup, type PageFrame, Table } from "@posthorn/web";
import { TEAMS_PATH } from "./teams-path.ts";

type Words = Texts["teams"];

export function TeamMembers({
  frame,
  words,
  view,
  unknown,
}: {
  readonly frame: PageFrame;
  readonly words: Words;
  readonly view: TeamView;
  readonly unknown: string | undefined;
}): Markup {
  return (
    <Card id="members" title={words.members}>
      {view.members.length === 0 ? (
        <p class="muted">{words.noMembers}</p>
      ) : (
        <Table
          caption={words.members}
          rows={view.members}
          columns={[
            { heading: words.name, rowHeading: true, cell: ({ name }) => name },
            { heading: textsFor(frame.language).members.invitations.email, cell: ({ email }) => email },
            {
              heading: words.takeOut,
              hideHeading: true,
              cell: ({ id, name }) => (
                <form method="post" action={`${TEAMS_PATH}/${view.id}/members/${id}/remove`}>
                  <CsrfField token={frame.csrfToken} />
                  <Button kind="quiet">
                    <span aria-hidden="true">{words.takeOut}</span>
                    <span class="vh">{words.takeOutOne(name)}</span>
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
      {view.moreMembers && <p class="muted">{words.moreMembers}</p>}
      <form method="post" action={`${TEAMS_PATH}/${view.id}/members`} class="stack">
        <CsrfField token={frame.csrfToken} />
        <Field
          language={frame.language}
          name="email"
          label={words.add}
          hint={words.addHint}
          type="email"
          value={unknown}
          error={unknown === undefined ? undefined : words.addUnknown}
        />
        <div class="row">
          <Button>{words.add}</Button>
        </div>
      </form>
    </Card>
  );
}
