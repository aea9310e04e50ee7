// Starts and stops what the tests and the dev stack need, and plays the other side in its real protocol.

export * from "./evidence/sample-bundle.ts";
export * from "./postgres/start-postgres.ts";
export * from "./postgres/test-database.ts";
export {
  type FlowmailerStandIn,
  type FlowmailerStandInOptions,
  startFlowmailer,
} from "./flowmailer/start-flowmailer.ts";
export { CARRIER_MODES, type CarrierMode } from "./carrier/modes.ts";
export { type CarrierOptions, type CarrierStandIn, startCarrier } from "./carrier/start-carrier.ts";
export type { CarrierStatement } from "./carrier/statements.ts";
export type { CarrierItem } from "./carrier/store.ts";
export type { ReadMail } from "./mailbox/read-mail.ts";
export { type Mailbox, type MailboxOptions, startMailbox } from "./mailbox/start-mailbox.ts";
export { twilioSignature } from "./phone/call-back.ts";
export { type Phone, type PhoneOptions, startPhone } from "./phone/start-phone.ts";
export type { ReadSms } from "./phone/store.ts";
export { type ManualClock, manualClock, type StandInClock } from "./standin/clock.ts";
export {
  createVerbBench,
  TEST_ADDRESSEE,
  TEST_SENDER,
  TEST_SETTINGS,
  type VerbBench,
} from "./verbs/test-context.ts";
export * from "./stack/people.ts";
export { openLocal } from "./stack/local-client.ts";
export { seededKey } from "./stack/seed.ts";
export { type Stack, type StackOptions, startStack } from "./stack/start-stack.ts";
export { cookiesSeen, createVisitor, forgetCookiesSeen, type Page, type Visitor } from "./visitor/visitor.ts";
export { createCsc, CSC_MODES, type CscOptions, type CscStandIn } from "./csc/create-csc.ts";
export { type DevPki, type DevPkiOptions, makeDevPki } from "./pki/make-dev-pki.ts";
export { createOcspResponder, OCSP_MODES, type OcspResponder } from "./pki/ocsp-responder.ts";
export {
  createTimestampResponder,
  type TimestampResponder,
  TSA_MODES,
  TSA_POLICY,
} from "./pki/timestamp-responder.ts";
export { freePorts, type Ports } from "./stack/choose-ports.ts";
export type { ServiceName } from "./stack/service-environment.ts";
export * from "./journey/api-client.ts";
export * from "./journey/read-post.ts";
export { sampleLetter } from "./journey/sample-letter.ts";
export { type PlayedDesk, playDesk } from "./journey/play-desk.ts";
export { waitFor } from "./journey/wait-for.ts";
export { bundleServices } from "./stack/bundle-services.ts";
export { serveApp } from "./standin/serve.ts";
export * from "./journey/play-addressee.ts";
export { pressEnter, tabTo, typeInto } from "./browser/keyboard.ts";
export { findBrowser, openBrowser } from "./browser/open-browser.ts";
export { openStackClock, type StackClock } from "./stack/stack-clock.ts";
export { createLetterBench, type LetterBench, type StandingLetter } from "./verbs/letter-bench.ts";
export { readPrintJobs } from "./verbs/read-print-jobs.ts";
export { samplePdf } from "./verbs/sample-pdf.ts";
export { lintAll, lintDelivery } from "./verbs/lint-delivery.ts";
export { auditPage } from "./browser/audit-page.ts";
export { createWitness, type Witness, type WitnessMode } from "./witness/create-witness.ts";
export { BENCH_LOG_ORIGIN, createLogBench, type LogBench } from "./verbs/log-bench.ts";
export {
  createListMaker,
  type ListedStandIn,
  type TrustedLists,
  type TrustedListsRequest,
} from "./trust/make-trusted-lists.ts";
export { CITIZENS, type CitizenId, citizenName, type TestCitizen } from "./itsme/citizens.ts";
export { type ItsmeBench, type ItsmeBenchOptions, newRsaPem, startItsmeBench } from "./itsme/itsme-bench.ts";
export { ITSME_MODES, type ItsmeMode } from "./itsme/modes.ts";
export { confirmAtItsme, identifyWithItsme } from "./itsme/play-citizen.ts";
export { type ItsmeOptions, type ItsmeStandIn, startItsme } from "./itsme/start-itsme.ts";
export {
  type Authenticator,
  createAuthenticator,
  type PasskeyAnswer,
  type PasskeyQuirks,
} from "./passkey/create-authenticator.ts";
export { CARD_IDS, CARDS, type CardId } from "./eid/card-list.ts";
export { createCardBench, type CardBench } from "./eid/card-bench.ts";
export { issueCard, type StandInCard } from "./eid/issue-card.ts";
export { installWebEid, type InstalledWebEid, type WebEidAct } from "./eid/install-web-eid.ts";
export { callCardHost, type CardHostAnswer } from "./eid/call-card-host.ts";
export { showCard } from "./eid/show-card.ts";
export { signWebEid, type WebEidAnswer } from "./eid/sign-web-eid.ts";
export { type CardsStandIn, startCards } from "./eid/start-cards.tsx";
export {
  newSshKey,
  PRINT_PARTNER_USER,
  type PrintPartner,
  startPrintPartner,
} from "./print-partner/start-print-partner.ts";
export { type S3Fault, type S3StandIn, type S3StandInOptions, startS3 } from "./s3/start-s3.ts";
