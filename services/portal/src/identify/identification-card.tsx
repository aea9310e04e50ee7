// With what a person is identified and until when, and what opens his account, each to be removed.

import { brusselsDate, dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { type IdentificationStanding, type LinkedIdentity, listIdentities } from "@posthorn/usecases";
import { Button, Card, CsrfField, DefinitionList, type Markup, type PageFrame } from "@posthorn/web";
import type { SecurityCard } from "../security/cards.ts";
import { isOffered } from "./offered.ts";
import { standingOf } from "./standing.ts";

/** For the page of all means of signing in; nothing where no way is configured and none was used. */
export const identificationCard: SecurityCard = async ({ deps, member, frame }) => {
  const standing = await listIdentities(deps.ctx, member.personId);
  if (!isOffered(deps) && standing.identified === null) return null;
  const { security: words } = textsFor(frame.language).identify;
  const days = deps.ctx.settings.reidentifyDays;
  const { kind } = standingOf(standing.identified?.at, days, deps.arrivedAt());
  return (
    <Card id="identification" title={words.title}>
      <IdentifiedFacts frame={frame} standing={standing} days={days} />
      <LinkedMeans frame={frame} linked={standing.linked} />
      {isOffered(deps) && (
        <p>
          <Button href="/identify" kind={kind === "good" ? "plain" : "primary"}>
            {standing.identified ? words.again : words.first}
          </Button>
        </p>
      )}
    </Card>
  );
};

export function IdentifiedFacts(props: {
  readonly frame: PageFrame;
  readonly standing: IdentificationStanding;
  readonly days: number;
}): Markup {
  const { language } = props.frame;
  const words = textsFor(language).identify.security;
  const { identified } = props.standing;
  const standing = standingOf(
    identified?.at,
    props.days,
    identified?.at ?? Temporal.Instant.fromEpochMilliseconds(0),
  );
  if (!identified || standing.kind === "missing") return <p>{words.none}</p>;
  return (
    <DefinitionList
      facts={[
        { term: words.by, value: nameOf(props.frame, identified) },
        { term: words.when, value: dateTimeInWords(language, identified.at) },
        { term: words.level, value: identified.level ? words.levels[identified.level] : words.noLevel },
        { term: words.until, value: dateInWords(language, standing.until) },
      ]}
    />
  );
}

export function LinkedMeans({
  frame,
  linked,
}: {
  readonly frame: PageFrame;
  readonly linked: readonly LinkedIdentity[];
}): Markup {
  const words = textsFor(frame.language).identify.security;
  return (
    <section class="stack" aria-labelledby="linked-title">
      <h3 id="linked-title">{words.linked}</h3>
      {linked.length === 0 ? (
        <p class="muted">{words.nothing}</p>
      ) : (
        <>
          <p class="muted">{words.linkedLead}</p>
          <ul class="attention-list">
            {linked.map((means) => (
              <li>
                <LinkedLine frame={frame} means={means} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function LinkedLine({ frame, means }: { readonly frame: PageFrame; readonly means: LinkedIdentity }): Markup {
  const { language } = frame;
  const words = textsFor(language).identify.security;
  const name = nameOf(frame, means);
  const since = words.since(dateInWords(language, brusselsDate(means.linkedAt)));
  const lastUse = words.lastUse(dateInWords(language, brusselsDate(means.lastUsedAt)));
  return (
    <div class="head">
      <div>
        <b>{name}</b>
        <p class="small muted">{`${since}, ${lastUse}`}</p>
      </div>
      <form method="post" action={`/security/identities/${means.id}/unlink`}>
        <CsrfField token={frame.csrfToken} />
        <Button kind="quiet">
          <span aria-hidden="true">{words.unlink}</span>
          <span class="vh">{words.unlinkOne(name)}</span>
        </Button>
      </form>
    </div>
  );
}

/** "itsme", "Identity card (Citizen CA)". */
function nameOf(
  { language }: PageFrame,
  { method, issuer }: { readonly method: "itsme" | "eid"; readonly issuer: string | null },
): string {
  const name = textsFor(language).identify.security.methods[method];
  return method === "itsme" || issuer === null ? name : `${name} (${issuer})`;
}
