// Who identified himself and was not the addressee: when, how, and which field did not fit; never who.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import type { DeliveryView } from "@posthorn/usecases";
import { Button, Card, type Markup } from "@posthorn/web";

export function MismatchesCard({
  language,
  delivery,
}: {
  readonly language: Language;
  readonly delivery: DeliveryView;
}): Markup {
  const words = textsFor(language).track.mismatches;
  if (delivery.mismatches.length === 0) return <></>;
  const mendable = delivery.repairable.contact && delivery.mismatches.some(({ field }) => field === "name");
  return (
    <Card title={words.title} id="mismatches">
      <p>{words.lead}</p>
      <ul class="plain-list">
        {delivery.mismatches.map(({ at, method, field }) => (
          <li>
            {words.fields[field]}
            <br />
            <span class="small muted">
              {dateTimeInWords(language, at)}, {words.methods[method]}
            </span>
          </li>
        ))}
      </ul>
      {mendable && (
        <>
          <p class="small muted">{words.mend}</p>
          <Button kind="quiet" href={`/deliveries/${delivery.id}/repair`}>
            {textsFor(language).track.delivery.repair}
          </Button>
        </>
      )}
    </Card>
  );
}
