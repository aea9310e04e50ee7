// What every page of a delivery says alike: who writes, for whom, until when.

import type { Language } from "@posthorn/domain";
import { brusselsDate, dateInWords, dateTimeInWords, textsFor, untilEndOf } from "@posthorn/texts";
import type { NoticeView } from "@posthorn/usecases";
import { type Markup, Sender } from "@posthorn/web";
import { pathOf } from "../door/paths.ts";
import type { Frame } from "../frame.tsx";

export function SenderOf({ frame, notice }: { readonly frame: Frame; readonly notice: NoticeView }): Markup {
  const { language } = frame;
  const { collect } = textsFor(language);
  const { sender, logo } = notice;
  if (sender === null) {
    const { hiddenSender } = collect;
    return <Sender heading={collect.from} name={hiddenSender.name} line={hiddenSender.line} />;
  }
  const line = [sender.department, sender.town, identifiedBy(language, sender.identified.method)].filter(
    (part) => part !== undefined,
  );
  return (
    <Sender
      heading={collect.from}
      name={sender.name}
      line={line.join(" · ")}
      logo={logo && { ...logo, src: pathOf(frame, notice.deliveryId, `/logo/${logo.sha256}`) }}
    />
  );
}

/** The sender in a sentence about asking him something. */
export function nameToAsk(language: Language, notice: NoticeView): string {
  return notice.sender?.name ?? textsFor(language).collect.hiddenSender.ask;
}

export function ForLine({
  language,
  notice,
}: {
  readonly language: Language;
  readonly notice: NoticeView;
}): Markup {
  // Erased once nothing here needs it any more (R7).
  if (notice.addressee === "") return <></>;
  return (
    <p>
      {textsFor(language).collect.for} <b>{notice.addressee}</b>
    </p>
  );
}

/** `until the end of Sunday 6 December 2026`, or undefined while no window runs. */
export function untilWords(language: Language, notice: NoticeView): string | undefined {
  return notice.collectUntil === null ? undefined : untilEndOf(language, notice.collectUntil);
}

/** When the delivery ended, or now where it has not; in words. */
export function endedWords(language: Language, notice: NoticeView): string {
  return dateTimeInWords(language, notice.finalAt ?? notice.now);
}

/** The last day an addressee without account can come back to what he collected. */
export function isKept(notice: NoticeView, keptUntil: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(brusselsDate(notice.now), keptUntil) <= 0;
}

function identifiedBy(language: Language, method: string): string {
  const words = textsFor(language).collect.identifiedBy;
  return method === "itsme" || method === "eid" ? words[method] : words.other;
}

/** A sentence with one part of it set off: the date one must not miss. */
export function SetOff({
  sentence,
  part,
}: {
  readonly sentence: string;
  readonly part: string | undefined;
}): Markup {
  const at = part === undefined ? -1 : sentence.indexOf(part);
  if (part === undefined || at < 0) return <>{sentence}</>;
  return (
    <>
      {sentence.slice(0, at)}
      <b>{part}</b>
      {sentence.slice(at + part.length)}
    </>
  );
}

/** The masked number on one line. */
export function mobileWords(notice: NoticeView): string {
  return (notice.maskedMobile ?? "").replaceAll(" ", "\u00a0");
}

/** That a legal hold keeps it longer, never why; nothing where none does. */
export function HeldLine({
  language,
  notice,
}: {
  readonly language: Language;
  readonly notice: Pick<NoticeView, "kept">;
}): Markup {
  const { heldUntil } = notice.kept;
  if (heldUntil === null) return <></>;
  return <p>{textsFor(language).holds.addressee.held(dateInWords(language, heldUntil))}</p>;
}
