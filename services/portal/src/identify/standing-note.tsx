// What stands between a person and sending, above the pages where he would: nothing while his identification is good.

import type { Language } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { listIdentities, type SessionMember } from "@posthorn/usecases";
import { Button, type Markup, Note } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { type Standing, standingOf } from "./standing.ts";

export async function loadStanding(
  deps: Pick<PortalDeps, "ctx" | "arrivedAt">,
  member: Pick<SessionMember, "personId">,
): Promise<Standing> {
  const { identified } = await listIdentities(deps.ctx, member.personId);
  return standingOf(identified?.at, deps.ctx.settings.reidentifyDays, deps.arrivedAt());
}

/** Without the button on the page that it leads to. */
export function StandingNote(props: {
  readonly language: Language;
  readonly standing: Standing;
  readonly withoutButton?: boolean;
}): Markup {
  const { language, standing } = props;
  const { identify, portal } = textsFor(language);
  if (standing.kind === "good") return <></>;
  const words = identify.notes;
  const [title, text] = wordsOf();
  return (
    <Note tone={standing.kind === "ending" ? "info" : "warn"}>
      <b>{title}</b>
      <p>{text}</p>
      {props.withoutButton !== true && (
        <p>
          <Button href="/identify">{words.toIdentify}</Button>
        </p>
      )}
    </Note>
  );

  function wordsOf(): readonly [string, string] {
    if (standing.kind === "missing") return [portal.notIdentified.title, portal.notIdentified.text];
    const day = standing.kind === "good" ? "" : dateInWords(language, standing.until);
    return standing.kind === "ended"
      ? [words.ended(day), words.endedText]
      : [words.ending(day), words.endingText];
  }
}
