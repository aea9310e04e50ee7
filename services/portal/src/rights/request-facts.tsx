// What a request is, where it stands and until when, as its asker reads it; and what is always said beneath.

import type { Language } from "@posthorn/domain";
import { brusselsDate, dateInWords, textsFor } from "@posthorn/texts";
import type { OwnRequest } from "@posthorn/usecases";
import { Card, DefinitionList, type Markup } from "@posthorn/web";

export function RequestFacts({
  language,
  request,
}: {
  readonly language: Language;
  readonly request: OwnRequest;
}): Markup {
  const { portal } = textsFor(language).rights;
  const { facts } = portal;
  const day = (at: Temporal.Instant) => dateInWords(language, brusselsDate(at));
  return (
    <Card id="request">
      <DefinitionList
        facts={[
          { term: facts.number, value: String(request.number) },
          { term: facts.what, value: portal.kinds[request.kind] },
          ...(request.onBehalfOf === null ? [] : [{ term: facts.onBehalf, value: request.onBehalfOf }]),
          { term: facts.state, value: portal.states[request.state] },
          { term: facts.asked, value: day(request.receivedAt) },
          ...(request.completeAt ? [{ term: facts.complete, value: day(request.completeAt) }] : []),
          ...(request.dueOn && !request.answer
            ? [{ term: facts.due, value: dateInWords(language, request.dueOn) }]
            : []),
          ...(request.extended ? [{ term: facts.extended, value: day(request.extended.at) }] : []),
          ...(request.extended?.reason ? [{ term: facts.why, value: request.extended.reason }] : []),
          ...(request.words === null ? [] : [{ term: facts.words, value: <Words text={request.words} /> }]),
          ...(request.answer ? [{ term: facts.answered, value: day(request.answer.at) }] : []),
          ...(request.answer?.words
            ? [{ term: facts.answer, value: <Words text={request.answer.words} /> }]
            : []),
          ...(request.carriedOutAt ? [{ term: facts.done, value: day(request.carriedOutAt) }] : []),
        ]}
      />
      <p class="small muted">{portal.inFlight}</p>
      <p class="small muted">{portal.authority}</p>
    </Card>
  );
}

/** Lines as they were written. */
export function Words({ text }: { readonly text: string }): Markup {
  return (
    <>
      {text.split("\n").map((line, at) => (
        <>
          {at > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
