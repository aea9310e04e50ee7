// The letter of a delivery as its sender follows it: whether one comes, by when, where it is, and what it costs.

import type { Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, dayInWords, shortDateTime, textsFor } from "@posthorn/texts";
import type { DeliveryView, LetterView } from "@posthorn/usecases";
import { Button, Card, type Markup, Note } from "@posthorn/web";
import { creditsInWords } from "../frame/portal-page.tsx";

interface LetterProps {
  readonly language: Language;
  readonly delivery: DeliveryView;
}

export function LetterCard({ language, delivery }: LetterProps): Markup {
  const { letter } = delivery;
  if (letter === null) return <></>;
  const words = textsFor(language).track.letter;
  return (
    <Card title={words.title} id="letter">
      <p>{stageInWords(language, delivery, letter)}</p>
      {letter.item !== null && (
        <p>
          <span class="small muted">
            {words.item} ({letter.operator})
          </span>
          <br />
          <ItemNumber item={letter.item} />
        </p>
      )}
      {letter.stage === "posted" && <Statements language={language} letter={letter} state={delivery.state} />}
      {letter.postage > 0 && (
        <p class="small muted">
          {words.postage({
            credits: creditsInWords(language, letter.postage),
            what: postageInWords(language, letter),
          })}
        </p>
      )}
      {letter.callOff && (
        <Button kind="quiet" href={`/deliveries/${delivery.id}/letter/call-off`}>
          {words.callOff}
        </Button>
      )}
    </Card>
  );
}

/** May break where the label has its gaps, and is copied without them. */
function ItemNumber({ item }: { readonly item: string }): Markup {
  return (
    <code>
      {(item.match(/.{1,5}/gu) ?? []).map((group) => (
        <>
          {group}
          <wbr />
        </>
      ))}
    </code>
  );
}

/** Told above all else while it can still be mended. */
export function AddressNote({ language, delivery }: LetterProps): Markup {
  const { letter, repairable, id } = delivery;
  if (letter === null || letter.addressProblem === null) return <></>;
  const words = textsFor(language).track;
  const until = letter.postedBy;
  return (
    <Note tone="warn">
      <b>{words.letter.problemTitle}</b>
      <p>
        {words.letter.problems[letter.addressProblem]}{" "}
        {until === null ? words.letter.problemSoon : words.letter.problemUntil(dayInWords(language, until))}
      </p>
      {repairable.address && (
        <div class="row">
          <Button href={`/deliveries/${id}/address`}>{words.delivery.mendAddress}</Button>
        </div>
      )}
    </Note>
  );
}

function stageInWords(language: Language, { state }: DeliveryView, letter: LetterView): string {
  const words = textsFor(language).track.letter;
  const day = letter.postedBy === null ? null : dateInWords(language, letter.postedBy);
  switch (letter.stage) {
    case "follows":
      return day === null ? words.follows : words.followsBy(day);
    case "waits":
      return letter.addressProblem === null ? words.waits(day ?? "") : words.waitsForAddress;
    case "released":
      return words.released(day ?? "");
    case "posted":
      return letter.postedAt === null
        ? textsFor(language).track.states[state]
        : words.posted(dateTimeInWords(language, letter.postedAt));
    case "called_off":
      return words.calledOff;
    case "failed":
      return letter.failure === "own:not_posted_in_time"
        ? words.failed["own:not_posted_in_time"]
        : words.failed["own:not_postable"];
  }
}

function Statements({
  language,
  letter,
  state,
}: {
  readonly language: Language;
  readonly letter: LetterView;
  readonly state: DeliveryView["state"];
}): Markup {
  const { proof, track } = textsFor(language);
  const silent = state === "post_unknown" && letter.statements.length === 0;
  if (letter.statements.length === 0)
    return <p class="muted">{silent ? track.letter.silent : track.letter.nothingStated}</p>;
  return (
    <>
      <h3>{track.letter.stated}</h3>
      <ul id="stated">
        {letter.statements.map(({ source, outcome, at, words, bookedAt }) => {
          const when = at === undefined ? bookedAt : Temporal.Instant.from(at);
          return (
            <li>
              {proof.post.states({ source, outcome: proof.post.outcome[outcome] })}
              <br />
              <span class="small muted">
                <time datetime={when.toString()}>{shortDateTime(language, when, { year: true })}</time>
                {words !== undefined && ` · ${proof.post.words({ words })}`}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function postageInWords(language: Language, { stage }: LetterView): string {
  const words = textsFor(language).track.letter;
  if (stage === "posted") return words.consumed;
  return stage === "called_off" || stage === "failed" ? words.givenBack : words.reserved;
}
