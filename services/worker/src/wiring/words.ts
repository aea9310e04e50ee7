// Binds what mails and text messages say to what the verbs ask for.

import {
  accountMail,
  calledOffMail,
  codeMail,
  codeSms,
  contentReadyMail,
  type DeskAddress,
  evidenceFallingMail,
  extendedMail,
  noticeMail,
  noticeSms,
  reminderMail,
  reminderSms,
  senderAddressMail,
  senderExtendedMail,
  senderCorrectedMail,
  senderFinalMail,
  senderPostedMail,
  senderMismatchMail,
  senderNoticeFailedMail,
  senderNotForMeMail,
} from "@posthorn/transports";
import type { CodePorts, ErrandRendering, NoticeRendering, PersonErrandPorts } from "@posthorn/usecases";

export const noticeWords: NoticeRendering = {
  mail: (kind, words) => (kind === "reminder" ? reminderMail(words) : noticeMail(words)),
  sms(kind, { sender, ...words }) {
    const facts = { ...words, sender: sender?.name ?? null };
    return kind === "reminder" ? reminderSms(facts) : noticeSms(facts);
  },
};

export const codeWords: CodePorts["rendering"] = { codeMail, codeSms };

/** `desk`: where the privacy desk is reached. */
export const errandWords = (desk: DeskAddress): ErrandRendering => ({
  noticeFailed: senderNoticeFailedMail,
  final: senderFinalMail,
  posted: senderPostedMail,
  corrected: senderCorrectedMail,
  notForMe: senderNotForMeMail,
  identityMismatch: senderMismatchMail,
  addressNeeded: senderAddressMail,
  extendedForSender: senderExtendedMail,
  extended: extendedMail,
  letterCalledOff: calledOffMail,
  proofCopy: contentReadyMail,
  evidenceFalling: (words) => evidenceFallingMail(words, desk),
});

/** The portal is named by its host alone, to be typed. */
export function personWords({ contact, host }: DeskAddress): PersonErrandPorts["personMail"] {
  return (words) => accountMail({ ...words, host, deskContact: contact });
}
