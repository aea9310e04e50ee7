// The evidence of a delivery: what happened, when, sealed or being sealed, each with its file.

import { type EvidenceFacts, isEventName, type Language, maskMobile } from "@posthorn/domain";
import { shortDateTime, textsFor } from "@posthorn/texts";
import type { DeliveryView, EvidenceLine } from "@posthorn/usecases";
import { Card, type Markup, Note, Pill, Table } from "@posthorn/web";

export function EvidenceCard({
  language,
  evidence,
  rectifications,
}: {
  readonly language: Language;
  readonly evidence: readonly EvidenceLine[];
  readonly rectifications: DeliveryView["rectifications"];
}): Markup {
  const words = textsFor(language).track.delivery;
  return (
    <Card title={words.evidence} id="evidence">
      {rectifications.map(({ words: noted, at }) => (
        <Note tone="warn">
          <p>{textsFor(language).rights.letters.rectified(shortDateTime(language, at))}</p>
          <p class="breaks">{noted}</p>
          <p class="small muted">{words.noteWhere}</p>
        </Note>
      ))}
      <Table
        compact
        caption={words.evidence}
        rows={evidence}
        columns={[
          { heading: words.what, rowHeading: true, cell: (line) => <What language={language} line={line} /> },
          {
            heading: words.when,
            cell: (line) => (
              <time datetime={line.eventAt.toString()}>
                {shortDateTime(language, line.eventAt, { seconds: true })}
              </time>
            ),
          },
          { heading: words.seal, cell: (line) => <SealPill language={language} line={line} /> },
          {
            heading: words.files,
            hideHeading: true,
            cell: (line) =>
              line.sealed && (
                <a href={`/evidence/${line.id}`} download>
                  {words.xml}
                  <span class="vh"> {words.xmlOf(eventName(language, line))}</span>
                </a>
              ),
          },
        ]}
      />
    </Card>
  );
}

function What({ language, line }: { readonly language: Language; readonly line: EvidenceLine }): Markup {
  const details = [
    ...detailsOf(language, line.facts),
    ...(line.facts.after_final === true ? [textsFor(language).track.delivery.afterFinal] : []),
  ];
  return (
    <>
      {eventName(language, line)}
      {details.map((detail) => (
        <>
          <br />
          <span class="small muted">{detail}</span>
        </>
      ))}
    </>
  );
}

function SealPill({ language, line }: { readonly language: Language; readonly line: EvidenceLine }): Markup {
  const words = textsFor(language).track.delivery;
  if (line.sealed) return <Pill tone="ok">{words.sealed}</Pill>;
  if (line.stampedAt === null) return <Pill tone="plain">{words.waitingForStamp}</Pill>;
  // Records that are no ETSI event have no file of their own: they stand in the chain and in the proofs.
  return <Pill tone="plain">{isEventName(line.type) ? words.beingSealed : words.inChain}</Pill>;
}

function eventName(language: Language, line: EvidenceLine): string {
  const { proof, track } = textsFor(language);
  if (line.facts.details?.["unreachable"] === true) return proof.track.event.Unreachable;
  if (line.type === "NotificationForAcceptance" && line.facts.notice?.kind === "reminder")
    return track.eventReminder;
  // The same words as in the proofs.
  const names: Readonly<Record<string, string>> = proof.track.event;
  return names[line.type] ?? track.eventUnknown;
}

function detailsOf(language: Language, facts: EvidenceFacts): readonly string[] {
  const { details, methods } = textsFor(language).track;
  if (facts.type === "SubmissionAcceptance") {
    const { name, department, member } = facts.sender;
    const named = department === undefined ? name : `${name}, ${department}`;
    const who = member === undefined ? named : `${named} (${member})`;
    return [`${who}, ${details.by(methods[facts.sender.authentication.method])}`];
  }
  if (facts.notice) {
    const places = facts.notice.channels.map(({ channel, to }) => (channel === "sms" ? maskMobile(to) : to));
    const answers = facts.notice.channels.flatMap(({ outcome, answer }) =>
      outcome === "failed" || outcome === "refused" ? [details.answer(answer ?? outcome)] : [],
    );
    return [details.noticeTo(places.join(` ${details.and} `)), ...answers];
  }
  if (facts.part) return [facts.part.name];
  return facts.collector?.authentication.method === "codes" ? [details.codesOnly] : [];
}
