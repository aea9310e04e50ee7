// A message with several deliveries: where they all stand as one bar, each as a row, and what was sent.

import { brusselsDay, type DeliveryStateName, type Language } from "@posthorn/domain";
import {
  bytesInWords,
  dateInWords,
  dateTimeInWords,
  numberInWords,
  shortDate,
  textsFor,
} from "@posthorn/texts";
import type { DeliveryLine, KeptView, MessageView } from "@posthorn/usecases";
import {
  Card,
  LiveRegion,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  StateBar,
  type StateShare,
  Table,
} from "@posthorn/web";
import { KeptCard } from "../hold/kept-card.tsx";
import { ProofForm } from "../delivery/proof-form.tsx";
import { AddresseeCell, STATE_TONES, StatePill } from "../frame/state-pill.tsx";

export interface MessagePageProps {
  readonly frame: PageFrame;
  readonly message: MessageView;
  readonly kept: KeptView;
  readonly justSent: boolean;
  readonly eventsPath: string;
}

export function MessagePage({ frame, message, kept, justSent, eventsPath }: MessagePageProps): Markup {
  const { language } = frame;
  const { portal, proof, track } = textsFor(language);
  const words = track.message;
  return (
    <>
      <PageHead
        language={language}
        title={message.subject}
        crumbs={[{ label: portal.menu.sent, href: "/sent" }, { label: words.title }]}
        lead={messageLead(language, message)}
      />
      {justSent && (
        <Note tone="ok" role="status">
          {words.justSent}
        </Note>
      )}
      <LiveRegion language={language} id="deliveries" eventsPath={eventsPath}>
        <Card title={words.states} id="states">
          <StateBar
            language={language}
            label={words.states}
            shares={sharesOf(language, countStates(message.deliveries))}
          />
        </Card>
        <Card title={words.deliveries} id="list">
          <DeliveryTable language={language} deliveries={message.deliveries} />
        </Card>
      </LiveRegion>
      <Card title={track.delivery.proofs} id="proofs">
        <p class="small muted">{words.wholeProof}</p>
        <ProofForm
          language={language}
          id="submission"
          title={proof.kinds.proof_of_submission.title}
          path={`/messages/${message.id}/proofs/submission`}
        />
      </Card>
      <KeptCard frame={frame} kept={kept} holdPath={`/messages/${message.id}/hold`} />
      <SentContent language={language} message={message} />
    </>
  );
}

function messageLead(language: Language, message: MessageView): string {
  const words = textsFor(language).track.message;
  return [
    words.sent(dateTimeInWords(language, message.acceptedAt)),
    words.addressees(numberInWords(language, message.deliveries.length)),
    words.attachments(message.parts.length - 1),
    message.requiredIdentification === "codes" ? words.codes : words.strong,
  ].join(" · ");
}

function DeliveryTable({
  language,
  deliveries,
}: {
  readonly language: Language;
  readonly deliveries: readonly DeliveryLine[];
}): Markup {
  const words = textsFor(language).track.message;
  return (
    <Table
      caption={words.deliveries}
      rows={deliveries}
      columns={[
        {
          heading: words.addressee,
          rowHeading: true,
          cell: (line) => <AddresseeCell language={language} line={line} href={`/deliveries/${line.id}`} />,
        },
        { heading: words.state, cell: (line) => <StatePill language={language} state={line.state} /> },
        {
          heading: words.until,
          cell: (line) =>
            line.collectUntil === null || line.finalAt !== null
              ? ""
              : shortDate(language, line.collectUntil, { weekday: true }),
        },
      ]}
    />
  );
}

function countStates(
  deliveries: readonly DeliveryLine[],
): readonly { readonly state: DeliveryStateName; readonly count: number }[] {
  const counts = new Map<DeliveryStateName, number>();
  for (const { state } of deliveries) counts.set(state, (counts.get(state) ?? 0) + 1);
  return Array.from(counts, ([state, count]) => ({ state, count }));
}

/** Parts of a bar in the order of the lifecycle. */
export function sharesOf(
  language: Language,
  counts: readonly { readonly state: DeliveryStateName; readonly count: number }[],
  hrefOf?: (state: DeliveryStateName) => string,
): readonly StateShare[] {
  const { states } = textsFor(language).track;
  const order = Object.keys(STATE_TONES);
  return counts
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .map(({ state, count }) => ({
      label: states[state],
      count,
      tone: STATE_TONES[state],
      href: hrefOf?.(state),
    }));
}

/** The parts of a message for its sender: exactly the bytes that the evidence names. */
export function SentContent({
  language,
  message,
}: {
  readonly language: Language;
  readonly message: Pick<MessageView, "id" | "parts" | "contentUntil" | "contentErasedAt">;
}): Markup {
  const { message: words, erased } = textsFor(language).track;
  const gone = message.contentErasedAt !== null;
  return (
    <Card title={words.content} id="content-sent">
      {gone && (
        <Note>
          <p>{contentGone(language, message)}</p>
        </Note>
      )}
      <p class="muted">{gone ? erased.contentLead : words.contentLead}</p>
      <ul class="files">
        {message.parts.map((part, index) => (
          <li class="file">
            <b>
              {gone ? (
                part.name
              ) : (
                <a href={`/messages/${message.id}/parts/${index + 1}`} download>
                  {part.name}
                </a>
              )}
            </b>
            <span class="meta">
              {index === 0 ? `${words.messageText} · ` : ""}
              {bytesInWords(language, part.size)}
            </span>
            <span class="digest small muted mono" title={words.fingerprint}>
              {part.sha256}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Until when it could be had, and that it is gone. */
function contentGone(
  language: Language,
  { contentUntil, contentErasedAt }: Pick<MessageView, "contentUntil" | "contentErasedAt">,
): string {
  const { erased } = textsFor(language).track;
  const day = contentUntil ?? (contentErasedAt && brusselsDay(contentErasedAt));
  return day === null ? erased.content : erased.contentSince(dateInWords(language, day));
}
