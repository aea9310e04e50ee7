// Mail and text messages: ports, adapters, what they say, and how answers of the other side are read.

export * from "./bounce/parse-dsn.ts";
export * from "./bounce/verp.ts";
export * from "./flowmailer/read-events.ts";
export { createFlowmailer, type Flowmailer } from "./flowmailer/send-by-flowmailer.ts";
export type { FlowmailerOptions } from "./flowmailer/session.ts";
export type { DkimKey } from "./mail/compose-message.ts";
export { createSmtpMail, type SmtpMailOptions } from "./mail/send-by-smtp.ts";
export type * from "./mail/transport.ts";
export { type AccountMailFacts, type AccountMailKind, accountMail } from "./mails/account.ts";
export { calledOffMail } from "./mails/called-off.ts";
export * from "./mails/code.ts";
export * from "./mails/content-ready.ts";
export * from "./mails/evidence-falling.ts";
export { type ExtendedFacts, extendedMail, type Extension } from "./mails/extended.ts";
export type { RenderedMail } from "./mails/layout.ts";
export { type NoticeFacts as NoticeMailFacts, noticeMail, reminderMail } from "./mails/notice.ts";
export { senderCorrectedMail, senderPostedMail } from "./mails/sender-letter.ts";
export * from "./mails/sender.ts";
export { isGsm7, smsSegments, toGsm7 } from "./sms/gsm7.ts";
export * from "./sms/read-twilio-callback.ts";
export { createTwilioSms, type TwilioSmsOptions } from "./sms/send-by-twilio.ts";
export { type CodeSmsFacts, codeSms, type NoticeSmsFacts, noticeSms, reminderSms } from "./sms/texts.ts";
export type * from "./sms/transport.ts";
