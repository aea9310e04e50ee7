// Holds of an account in a table: what they are about, how they stand, until when, and what was written.

import type { Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import type { OwnHold } from "@posthorn/usecases";
import { type Markup, Pill, Table } from "@posthorn/web";

const TONES = { asked: "warn", placed: "ok", refused: "stop", lifted: "plain", ended: "plain" } as const;

export function OwnHolds({
  language,
  holds,
}: {
  readonly language: Language;
  readonly holds: readonly OwnHold[];
}): Markup {
  const all = textsFor(language).holds;
  const words = all.own;
  return (
    <Table
      caption={words.caption}
      rows={holds}
      columns={[
        {
          heading: words.about,
          rowHeading: true,
          cell: (hold) => <About language={language} hold={hold} />,
        },
        {
          heading: words.ground,
          cell: (hold) => (
            <>
              {all.grounds[hold.ground]}
              <Said hold={hold} language={language} />
            </>
          ),
        },
        {
          heading: words.state,
          cell: ({ state }) => <Pill tone={TONES[state]}>{all.states[state]}</Pill>,
        },
        {
          heading: words.until,
          cell: ({ endsOn }) => (endsOn === null ? "" : dateInWords(language, endsOn)),
        },
        { heading: words.askedAt, cell: ({ askedAt }) => dateTimeInWords(language, askedAt) },
      ]}
    />
  );
}

function About({ language, hold }: { readonly language: Language; readonly hold: OwnHold }): Markup {
  const { holds } = textsFor(language);
  if (hold.scope === "delivery") return <a href={`/deliveries/${hold.scopeId}`}>{holds.scopes.delivery}</a>;
  if (hold.scope === "message") return <a href={`/messages/${hold.scopeId}`}>{holds.scopes.message}</a>;
  return <>{holds.own.account}</>;
}

function Said({ language, hold }: { readonly language: Language; readonly hold: OwnHold }): Markup {
  const words = textsFor(language).holds.own;
  return (
    <>
      <p class="small muted breaks">
        {hold.reason === null ? words.byProvider : `${words.reason}: ${hold.reason}`}
      </p>
      {hold.words !== null && (
        <p class="small muted breaks">
          {words.words}: {hold.words}
        </p>
      )}
    </>
  );
}
