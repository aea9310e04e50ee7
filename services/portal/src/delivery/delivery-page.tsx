// A delivery as its sender follows it: the track, the evidence, the proofs, the addressee.

import { brusselsDay, endShown, type Language } from "@posthorn/domain";
import {
  dateInWords,
  dateTimeInWords,
  numberInWords,
  shortDate,
  textsFor,
  untilEndOf,
} from "@posthorn/texts";
import type { DeliveryView, KeptView, MessageView } from "@posthorn/usecases";
import { Card, LiveRegion, type Markup, Note, PageHead, type PageFrame, Track } from "@posthorn/web";
import { creditsInWords } from "../frame/portal-page.tsx";
import { StatePill } from "../frame/state-pill.tsx";
import { KeptCard } from "../hold/kept-card.tsx";
import { SentContent } from "../message/message-page.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { AddressNote, LetterCard } from "./letter-card.tsx";
import { MismatchesCard } from "./mismatches-card.tsx";
import { nameAddressee } from "./name-addressee.ts";
import { AddresseeCard, BundleCard, ProofsCard } from "./side-cards.tsx";
import { stationsInWords } from "./stations.ts";

export interface DeliveryPageProps {
  readonly frame: PageFrame;
  readonly delivery: DeliveryView;
  readonly message: MessageView;
  readonly eventsPath: string;
  readonly justSent: boolean;
  readonly calledOff: boolean;
  readonly kept: KeptView;
  /** What became of the renewal of timestamps that was asked for. */
  readonly stamps: "asked" | "today" | undefined;
  readonly now: Temporal.Instant;
}

export function DeliveryPage(props: DeliveryPageProps): Markup {
  const { frame, delivery, message } = props;
  const { language } = frame;
  const { portal, track } = textsFor(language);
  const day = shortDate(language, brusselsDay(delivery.acceptedAt), { year: true });
  const several = message.deliveries.length > 1;
  const crumbs = [
    { label: portal.menu.sent, href: "/sent" },
    several ? { label: day, href: `/messages/${message.id}` } : { label: day },
  ];
  return (
    <LiveRegion language={language} id="delivery" eventsPath={props.eventsPath}>
      <PageHead
        language={language}
        title={delivery.subject}
        crumbs={crumbs}
        lead={<Lead language={language} delivery={delivery} message={message} />}
        aside={<StatePill language={language} state={delivery.state} />}
      />
      {props.justSent && delivery.notifiedAt === null && (
        <Note tone="ok" role="status">
          {track.message.justSent}
        </Note>
      )}
      {props.calledOff && delivery.letter?.stage === "called_off" && (
        <Note tone="ok" role="status">
          {track.callOff.done(creditsInWords(language, delivery.letter.postage))}
        </Note>
      )}
      <Troubles language={language} delivery={delivery} />
      <AddressNote language={language} delivery={delivery} />
      <Card title={track.delivery.where} id="where" aside={<Deadline {...props} />}>
        <Track
          language={language}
          label={track.delivery.trackLabel}
          stations={stationsInWords(language, delivery.track, waitingFor(delivery))}
        />
      </Card>
      <div class="grid-2">
        <div>
          <MismatchesCard language={language} delivery={delivery} />
          <EvidenceCard
            language={language}
            evidence={delivery.evidence}
            rectifications={delivery.rectifications}
          />
          <SentContent language={language} message={message} />
        </div>
        <div>
          <LetterCard language={language} delivery={delivery} />
          <ProofsCard language={language} delivery={delivery} />
          <BundleCard language={language} delivery={delivery} />
          <AddresseeCard language={language} delivery={delivery} />
          <KeptCard
            frame={frame}
            kept={props.kept}
            holdPath={`/deliveries/${delivery.id}/hold`}
            {...(delivery.finalAt === null ? {} : { stampsPath: `/deliveries/${delivery.id}/stamps` })}
            stamps={props.stamps}
          />
        </div>
      </div>
    </LiveRegion>
  );
}

function Lead({
  language,
  delivery,
  message,
}: Pick<DeliveryPageProps, "delivery" | "message"> & { readonly language: Language }): Markup {
  const { delivery: words, message: said } = textsFor(language).track;
  const { addressee } = delivery;
  const name = nameAddressee(language, addressee);
  const rest = [
    said.attachments(message.parts.length - 1),
    delivery.requiredIdentification === "codes" ? said.codes : said.strong,
  ];
  return (
    <>
      {addressee !== null && `${words.to} `}
      <b>{name}</b>
      {addressee?.postal_address !== undefined && `, ${addressee.postal_address.town}`} · {rest.join(" · ")}
    </>
  );
}

function Deadline({ frame, delivery, now }: DeliveryPageProps): Markup {
  const { language } = frame;
  const words = textsFor(language).track.delivery;
  if (delivery.finalAt !== null)
    return (
      <span class="muted">
        {words.endedOn(dateTimeInWords(language, endShown(delivery.state, delivery.finalAt)))}
      </span>
    );
  if (delivery.state !== "notified" || delivery.collectUntil === null)
    return <span class="muted">{words.finalBy(dateInWords(language, delivery.finalBy))}</span>;
  const days = brusselsDay(now).until(delivery.collectUntil, { largestUnit: "days" }).days;
  const left = days > 0 ? words.daysLeft(numberInWords(language, days), days === 1) : words.lastDayToday;
  return (
    <span class="muted">
      {left}, {words.until(untilEndOf(language, delivery.collectUntil))}
    </span>
  );
}

function Troubles({
  language,
  delivery,
}: {
  readonly language: Language;
  readonly delivery: DeliveryView;
}): Markup {
  const words = textsFor(language).track.delivery;
  if (delivery.state === "notice_failed") {
    return (
      <Note tone="stop">
        <b>{words.noticeFailedTitle}</b>
        <p>{delivery.repairable.contact ? words.noticeFailedText : words.repaired}</p>
      </Note>
    );
  }
  if (delivery.state === "notified" && delivery.smsFailureOpen) {
    return (
      <Note tone="warn">
        <b>{words.smsFailedTitle}</b>
        <p>{delivery.repairable.contact ? words.smsFailedText : words.repaired}</p>
      </Note>
    );
  }
  return <></>;
}

function waitingFor({ state, addressee }: DeliveryView): string | null {
  return state === "notified" && addressee !== null ? (addressee.first_names ?? addressee.name) : null;
}
