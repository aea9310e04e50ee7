// One file a verb: authorise, parse, transaction, the domain decides, record, enqueue.

export * from "./context.ts";
export * from "./message/submit-message.ts";
export * from "./proof/fetch-proof.ts";
export * from "./proof/make-proofs.ts";
export * from "./proof/proof-reach.ts";
export * from "./proof/request-proof.ts";
export * from "./record/apply-decision.ts";
export * from "./record/load-message-facts.ts";
export * from "./record/owe-errand.ts";
export * from "./record/write-record.ts";
export * from "./log/append-log.ts";
export * from "./log/cosign-checkpoint.ts";
export * from "./log/load-log-proofs.ts";
export * from "./log/make-checkpoint.ts";
export type * from "./log/ports.ts";
export { readCheckpoint, readTile } from "./log/read-log.ts";
export { type LogHead, readLogHead } from "./log/read-log-head.ts";
export * from "./sealing/archive-seals.ts";
export type * from "./sealing/ports.ts";
export * from "./sealing/renew-proofs.ts";
export * from "./sealing/seal-records.ts";
export * from "./sealing/stamp-records.ts";
export * from "./sealing/view-backlog.ts";
export * from "./collection/accept-message.ts";
export * from "./collection/ask-for-codes.ts";
export * from "./collection/begin-identification.ts";
export * from "./collection/book-consignment.ts";
export * from "./collection/book-handover.ts";
export * from "./collection/check-codes.ts";
export { COLLECT_SESSION_MINUTES } from "./collection/open-collect-session.ts";
export * from "./collection/finish-identification.ts";
export * from "./collection/knows-try.ts";
export * from "./collection/open-part.ts";
export * from "./collection/owe-proof-copy.ts";
export * from "./collection/refuse-message.ts";
export * from "./collection/state-not-for-me.ts";
export * from "./collection/view-collected.ts";
export { fetchSenderLogo, type LogoLine } from "./collection/fetch-sender-logo.ts";
export * from "./collection/view-notice.ts";
export type * from "./collection/ports.ts";
export * from "./inbox/list-inbox.ts";
export * from "./inbox/require-inbox-entry.ts";
export * from "./record/keep-artifact.ts";
export * from "./record/log-use.ts";
export * from "./record/refuse-late.ts";
export { endOtherSessions, endSession } from "./account/end-sessions.ts";
export { endSessionsOf } from "./account/end-sessions-of.ts";
export * from "./account/freshen-session.ts";
export * from "./account/list-sessions.ts";
export * from "./account/load-session.ts";
export * from "./account/log-session-use.ts";
export * from "./account/open-session.ts";
export type * from "./account/ports.ts";
export { requireAdminRole } from "./account/require-admin-role.ts";
export * from "./account/run-person-errand.ts";
export type { MailedLink } from "./mailed-link/use-link.ts";
export * from "./membership/list-memberships.ts";
export { askEmailChange, cancelEmailChange } from "./my-data/ask-email-change.ts";
export { confirmEmailChange, viewEmailChange } from "./my-data/confirm-email-change.ts";
export { chooseLanguage } from "./my-data/choose-language.ts";
export { exportCompany } from "./my-data/export-account.ts";
export type { ExportEntry } from "./my-data/export-entry.ts";
export { exportOwnData } from "./my-data/export-own-data.ts";
export { giveDeliveryConsent, withdrawDeliveryConsent } from "./my-data/keep-own-consent.ts";
export type { AcceptanceLine } from "./my-data/list-acceptances.ts";
export { listOwnUses, type UseLine, USES_SHOWN_DAYS } from "./my-data/list-own-uses.ts";
export { COUNTED, type MyData, type MyDataCount, viewMyData } from "./my-data/view-my-data.ts";
export { acceptPolicies, outstandingPolicies, type PoliciesInForce } from "./my-data/accept-policies.ts";
export { switchAccount } from "./membership/switch-account.ts";
export * from "./account/sign-in.ts";
export * from "./account/sign-out.ts";
export * from "./account/change-password.ts";
export { confirmByPassword, type ConfirmPorts } from "./account/confirm-by-password.ts";
export * from "./account/view-security.ts";
export type { BegunCeremony, PresentedCeremony } from "./second-factor/ceremony.ts";
export { awaitsSecondFactor, finishSignIn, type SecondStep } from "./second-factor/finish-sign-in.ts";
export { makeRecoveryCodes } from "./second-factor/make-recovery-codes.ts";
export * from "./second-factor/set-up-app.ts";
export * from "./draft/add-upload.ts";
export * from "./draft/draft-form.ts";
export { GIVEN_NUMBER_FIELD, REMOVED_NUMBER_FIELD } from "./draft/hide-register-numbers.ts";
export * from "./draft/keep-draft.ts";
export type * from "./draft/ports.ts";
export * from "./draft/send-draft.ts";
export * from "./message/parse-submission.ts";
export * from "./notice/book-mail.ts";
export * from "./notice/book-sms.ts";
export * from "./notice/claim-notice.ts";
export * from "./notice/send-notice.ts";
export type * from "./notice/ports.ts";
export * from "./delivery/show-delivery.ts";
export * from "./evidence/fetch-evidence.ts";
export * from "./message/show-message.ts";
export * from "./deadline/run-timer.ts";
export * from "./record/list-artifacts.ts";
export * from "./deadline/sweep.ts";
export * from "./notice/attempt-notice.ts";
export * from "./notice/send-codes.ts";
export * from "./account/authenticate-key.ts";
export { type ApiKeyLine, type ApiKeyState, listApiKeys, showApiKey } from "./api-key/list-api-keys.ts";
export { exportAccessLog } from "./access-log/export-access-log.ts";
export {
  type AccessLine,
  type AccessPage,
  type AccessQuery,
  readAccessLog,
  USE_KINDS,
  type UseKind,
} from "./access-log/read-access-log.ts";
export { changeSettings, SETTINGS_PARTS, type SettingsPart } from "./settings/change-settings.ts";
export { changeLogo, fetchOwnLogo, type LogoPort, removeLogo } from "./settings/keep-logo.ts";
export type { SettingsAct } from "./settings/settings-holder.ts";
export { type AccountSettings, viewSettings } from "./settings/view-settings.ts";
export { API_SCOPES, makeApiKey, type MadeKey } from "./api-key/make-api-key.ts";
export { revokeApiKey } from "./api-key/revoke-api-key.ts";
export { OVERLAP_HOURS, rotateApiKey } from "./api-key/rotate-api-key.ts";
export { takeOverApiKey } from "./api-key/take-over-api-key.ts";
export type * from "./message/find-earlier.ts";
export * from "./message/list-messages.ts";
export * from "./message/take-message.ts";
export * from "./part/store-part.ts";
export * from "./delivery/list-deliveries.ts";
export * from "./account/show-overview.ts";
export * from "./delivery/watch-delivery.ts";
export * from "./message/open-sent-part.ts";
export type * from "./arrival/ports.ts";
export * from "./arrival/read-arrival.ts";
export * from "./arrival/take-arrival.ts";
export * from "./proof/fetch-message-proof.ts";
export * from "./proof/make-message-proofs.ts";
export type { Mender } from "./repair/load-mender.ts";
export { carryOutPostalAct } from "./letter/carry-out-postal-act.ts";
export { pollCarrier } from "./letter/poll-carrier.ts";
export * from "./letter/ports.ts";
export { releaseBatch } from "./letter/release-batch.ts";
export { sweepLetters } from "./letter/sweep-letters.ts";
export { callOffLetter } from "./letter/call-off-letter.ts";
export type { LetterView } from "./letter/view-letter.ts";
export * from "./rendition/judge-draft.ts";
export * from "./rendition/judge-letter.ts";
export * from "./rendition/open-draft-rendition.ts";
export * from "./rendition/render-draft.ts";
export * from "./print-file/make-letters.ts";
export * from "./print-file/open-print-files.ts";
export * from "./print-file/press-ports.ts";
export { pushBatch, type PushPorts, type PushProblem } from "./print-file/push-batch.ts";
export type * from "./print-file/ports.ts";
export * from "./repair/mend-postal-address.ts";
export * from "./repair/repair-contact.ts";
export type * from "./errand/ports.ts";
export * from "./errand/run-errand.ts";
export * from "./seal-key/book-key-act.ts";
export * from "./seal-key/keys-in-force.ts";
export * from "./seal-key/list-seal-keys.ts";
export type * from "./seal-key/ports.ts";
export * from "./seal-key/register-keys.ts";
export * from "./readiness/check-readiness.ts";
export * from "./bundle/fetch-bundle.ts";
export * from "./bundle/make-bundles.ts";
export type * from "./bundle/ports.ts";
export type { BundleAnswer, BundleFile } from "./bundle/request-bundle.ts";
export * from "./identification/answer-attempt.ts";
export * from "./identification/begin-attempt.ts";
export * from "./identification/claim-attempt.ts";
export * from "./identification/keep-identification.ts";
export type * from "./identification/ports.ts";
export * from "./passkey/begin-registration.ts";
export type { PasskeyQuestion } from "./passkey/ceremony.ts";
export * from "./passkey/confirm-with-passkey.ts";
export * from "./passkey/finish-registration.ts";
export type { PasskeyHolder, PasskeyVisit } from "./passkey/holder.ts";
export * from "./passkey/list-passkeys.ts";
export { defaultPasskeyName, PASSKEY_NAME_LONGEST } from "./passkey/name-passkey.ts";
export type * from "./passkey/ports.ts";
export type { PasskeyProofInput, ProvenHolder } from "./passkey/prove-passkey.ts";
export * from "./passkey/remove-passkey.ts";
export * from "./passkey/rename-passkey.ts";
export * from "./passkey/sign-in-with-passkey.ts";
export { correctName } from "./account/correct-name.ts";
export * from "./identification/answer-for-person.ts";
export * from "./identification/begin-for-person.ts";
export * from "./identification/change-name.ts";
export * from "./identification/confirm-by-identity.ts";
export { viewHeldName } from "./identification/held-answer.ts";
export * from "./identification/identify-person.ts";
export {
  type IdentificationStanding,
  type LinkedIdentity,
  listIdentities,
} from "./identification/list-identities.ts";
export * from "./identification/sign-in-by-identity.ts";
export * from "./identification/unlink-identity.ts";
export * from "./staff/authorise-staff.ts";
export * from "./staff/change-staff-roles.ts";
export * from "./staff/end-staff-session.ts";
export * from "./staff/enrol-staff.ts";
export {
  INVITATION_HOURS,
  type Invited,
  inviteStaff,
  inviteStaffAgain,
  type NewStaff,
} from "./staff/invite-staff.ts";
export * from "./staff/let-staff-leave.ts";
export * from "./staff/list-staff-log.ts";
export * from "./staff/list-staff-sessions.ts";
export * from "./staff/list-staff.ts";
export * from "./staff/load-staff-session.ts";
export { logStaffLook } from "./staff/log-staff-act.ts";
export * from "./retention/read-schedule.ts";
export * from "./retention/view-schedule.ts";
export { STAFF_IDLE_MINUTES, STAFF_SESSION_HOURS } from "./staff/open-staff-session.ts";
export type * from "./staff/operator.ts";
export * from "./staff/sign-in-staff.ts";
export { type StaffInvitation, viewInvitation } from "./staff/view-invitation.ts";
export {
  findRecords,
  parseRecordQuery,
  type RecordOpening,
  type RecordQuery,
  type RecordSummary,
  type RecordView,
  viewRecord,
} from "./identification-record/find-records.ts";
export * from "./identification-record/open-record.ts";
export { REASON_LONGEST, REASON_SHORTEST } from "./staff/parse-reason.ts";
export { type Approval, approveApplication } from "./mandate/approve-application.ts";
export { authoriseNumbers } from "./mandate/authorise-numbers.ts";
export * from "./mandate/list-applications.ts";
export { type OpenedDocument, openApplicationDocument } from "./mandate/open-document.ts";
export { documentWrapContext, type MandatePorts } from "./mandate/ports.ts";
export { type Refusal, refuseApplication } from "./mandate/refuse-application.ts";
export {
  type ApplicationDocument,
  type ApplicationView,
  type Office,
  viewApplication,
} from "./mandate/view-application.ts";
export { type ClosingMode, closeAccount } from "./closing/close-account.ts";
export * from "./closing/list-running.ts";
export { refundCredits } from "./closing/refund-credits.ts";
export { reopenAccount } from "./closing/reopen-account.ts";
export { runClosing } from "./closing/run-closing.ts";
export { type ClosingView, viewClosing } from "./closing/view-closing.ts";
export { copyJournal, refuseBehind, type JournalPort } from "./erasure/copy-journal.ts";
export { ERASURE_SETS } from "./erasure/erasure-sets.ts";
export type { ErasureStatement } from "./erasure/make-receipts.ts";
export { listReceipts, RECEIPTS_AT_ONCE } from "./erasure/list-receipts.ts";
export { explainItem, planErasure } from "./erasure/plan-erasure.ts";
export { type BlobRemovalPort, removeBlobsOwed } from "./erasure/remove-blobs.ts";
export { type BlobListPort, removeUnnamed } from "./erasure/remove-unnamed.ts";
export { replayJournal } from "./erasure/replay-journal.ts";
export { type ReceiptSealingPort, sealReceipts } from "./erasure/seal-receipts.ts";
export { runErasure } from "./erasure/run-erasure.ts";
export type { ErasureContext } from "./erasure/run-report.ts";
export { refuseMissingFunctions } from "./erasure/set-functions.ts";
export { contactFields } from "./contact/contact-row.ts";
export * from "./contact/export-contacts.ts";
export {
  BAD_ROWS_KEPT,
  type BadRow,
  importContacts,
  type ImportReport,
  loadImport,
} from "./contact/import-contacts.ts";
export * from "./contact/keep-contact.ts";
export { type ContactLine, listContacts } from "./contact/list-contacts.ts";
export {
  CONTACT_FILE_BYTES,
  CONTACT_FILE_ROWS,
  openContactFile,
  type Understood,
} from "./contact/read-rows.ts";
export type { ConsentLine } from "./consent/consent-row.ts";
export * from "./consent/answer-consent.ts";
export { findConsents } from "./consent/find-standing.ts";
export { loadConsent, stateConsent, withdrawConsent } from "./consent/keep-consent.ts";
export { allConsents, listConsents } from "./consent/list-consents.ts";
export * from "./directory/find-registered.ts";
export { askRegistration } from "./registration/ask-registration.ts";
export { finishRegistration } from "./registration/finish-registration.ts";
export { keepApplication, renderOwnForm } from "./registration/keep-application.ts";
export {
  addApplicationDocument,
  DOCUMENT_BYTES,
  removeApplicationDocument,
} from "./registration/keep-document.ts";
export {
  DOCUMENT_KINDS,
  type OwnApplication,
  type OwnDocument,
  viewOwnApplication,
} from "./registration/own-application.ts";
export { LEGAL_FORMS, parseApplication } from "./registration/parse-application.ts";
export { parseRegistration, REGISTRATION_KINDS } from "./registration/parse-registration.ts";
export type {
  AcceptedWords,
  ApprovalFormPort,
  DocumentPorts,
  RegistrationLimits,
} from "./registration/ports.ts";
export { registerCompany } from "./registration/register-company.ts";
export { type OpenRegistration, viewRegistration } from "./registration/view-registration.ts";
export { INVITATION_DAYS, INVITED_AT_ONCE, UNFINISHED_DAYS } from "./invitation/invitation-terms.ts";
export { acceptAsNewPerson, acceptInvitation, type NewMember } from "./invitation/accept-invitation.ts";
export { declineInvitation } from "./invitation/decline-invitation.ts";
export { inviteMembers, type Invitations } from "./invitation/invite-members.ts";
export { type InvitationLine, listInvitations } from "./invitation/list-invitations.ts";
export { resendInvitation, withdrawInvitation } from "./invitation/manage-invitation.ts";
export {
  type InvitationState,
  type InvitationView,
  viewAccountInvitation,
} from "./invitation/view-invitation.ts";
export { changeRole } from "./member/change-role.ts";
export { leaveAccount } from "./member/leave-account.ts";
export { listMembers, type MemberLine, type MemberPage, type MemberQuery } from "./member/list-members.ts";
export { removeMember } from "./member/remove-member.ts";
export { type MemberView, showMember } from "./member/show-member.ts";
export { addToTeam, takeOutOfTeam } from "./team/change-team-members.ts";
export { changeTeam, endTeam, makeTeam, type TeamFields } from "./team/keep-team.ts";
export { listOwnTeams, type OwnTeam } from "./team/send-for-team.ts";
export { listTeams, showTeam, TEAM_COUNTED, type TeamLine, type TeamView } from "./team/list-teams.ts";
export { submitApplication } from "./registration/submit-application.ts";
export { type FallOutReason, FALL_OUT_REASONS, askFellOut } from "./postal-desk/ask-fell-out.ts";
export {
  askNotPostable,
  notPostableReasons,
  type NotPostableReason,
} from "./postal-desk/ask-not-postable.ts";
export { askPrinted } from "./postal-desk/ask-printed.ts";
export { askPush } from "./postal-desk/ask-push.ts";
export {
  bookStatement,
  bookStatements,
  type StatementReport,
  type TypedStatement,
} from "./postal-desk/book-statements.ts";
export { countQueue, type QueueCounts } from "./postal-desk/count-queue.ts";
export { askHandOver, secondHandOver, withdrawHandOver } from "./postal-desk/hand-over.ts";
export { openReceipt, RECEIPT_BYTES, uploadReceipt } from "./postal-desk/keep-receipt.ts";
export type { ActLine } from "./postal-desk/list-acts.ts";
export { type BatchLine, type BatchPage, type BatchState, listBatches } from "./postal-desk/list-batches.ts";
export { JOB_VIEWS, type JobLine, type JobPage, type JobView, listJobs } from "./postal-desk/list-jobs.ts";
export {
  listQueue,
  QUEUE_VIEWS,
  type QueueLine,
  type QueuePage,
  type QueueView,
} from "./postal-desk/list-queue.ts";
export { BATCH_LETTERS_MAX, makeBatch } from "./postal-desk/make-batch.ts";
export { DESK_WORDS_LONGEST } from "./postal-desk/parse-words.ts";
export { readStatements, STATEMENT_FILE_BYTES } from "./postal-desk/read-statements.ts";
export {
  importBarcodes,
  SCAN_OUTCOMES,
  type ScanAnswer,
  scanBarcode,
  type ScannedLine,
  type ScanOutcome,
  type ScanReport,
} from "./postal-desk/scan-barcodes.ts";
export { type BatchView, JOB_STATES, markBatch, viewBatch } from "./postal-desk/view-batch.ts";
export { type DeskJob, type DeskLetter, findLetter, viewDeskLetter } from "./postal-desk/view-letter.ts";
export { SOON_DAYS } from "./postal-desk/waiting-letters.ts";
export { askOwnRight, cancelOwnRequest } from "./rights/ask-own.ts";
export {
  askRightPublicly,
  parsePublicRequest,
  RIGHTS_PROOFS,
  type RightsLimits,
} from "./rights/ask-publicly.ts";
export { RIGHTS_WORDS_MAX } from "./rights/ask-request.ts";
export {
  askNewCode,
  confirmRequest,
  type RequestCodeHash,
  viewConfirmed,
  viewRequestCode,
} from "./rights/confirm-request.ts";
export {
  type AskedOfSender,
  type AskedOfSenderView,
  decideAsSender,
  listAskedOfSender,
  viewAskedOfSender,
} from "./rights/decide-as-sender.ts";
export { cancelFollowedRequest, followRequest } from "./rights/list-own-by-link.ts";
export { findOwnRequest, listOwnRequests, type OwnRequest } from "./rights/list-own-requests.ts";
export { liftOwnRestriction } from "./rights/restricted.ts";
export { askHold, type HoldAsker } from "./hold/ask-hold.ts";
export { endHolds } from "./hold/end-holds.ts";
export { CONTENT_DAYS, keepContent } from "./hold/keep-content.ts";
export { askLift, confirmLift, withdrawLift } from "./hold/lift-hold.ts";
export { type FallingLine, listFalling } from "./hold/list-falling.ts";
export { type DeskHoldLine, HOLD_STATES, type HoldState, listHolds } from "./hold/list-holds.ts";
export { listOwnHolds, type OwnHold } from "./hold/own-holds.ts";
export { placeAskedHold, placeOwnHold, refuseHold } from "./hold/place-hold.ts";
export { renewHold } from "./hold/renew-hold.ts";
export { renewStamps } from "./hold/renew-stamps.ts";
export { tellFalling } from "./hold/tell-falling.ts";
export { type HoldView, viewHold } from "./hold/view-hold.ts";
export { type KeptLine, type KeptView, viewKeptDelivery, viewKeptMessage } from "./hold/view-kept.ts";
export {
  foreseePeriod,
  type PeriodEffect,
  proposePeriod,
  secondPeriod,
  settableRule,
  withdrawPeriod,
} from "./period/change-period.ts";
export {
  type ChangeStanding,
  listPeriods,
  type PeriodChange,
  type PeriodLine,
  standingOf,
} from "./period/read-periods.ts";
export { ANSWER_WORDS_LONGEST, answerRequest, bookWithdrawal } from "./rights/answer-request.ts";
export { bookInRequest, type TypedRequest } from "./rights/book-in.ts";
export { carryOutRequest, NOTE_LONGEST } from "./rights/carry-out.ts";
export { type ExportPaper, exportRequest } from "./rights/export-request.ts";
export { extendRequest } from "./rights/extend-request.ts";
export {
  chooseSubject,
  findSubjects,
  type FoundDelivery,
  type FoundPerson,
  type FoundSubjects,
  type SubjectTerms,
} from "./rights/find-subject.ts";
export { acceptAuthority, askForIdentity, judgeDocument } from "./rights/identify-requester.ts";
export { DESK_FILE_KINDS, keepRequestFile, openRequestFile, REQUEST_FILE_BYTES } from "./rights/keep-file.ts";
export { liftRestriction, tellRestrictionEnds } from "./rights/lift-restriction.ts";
export {
  countOpenRequests,
  listRequests,
  REQUEST_VIEWS,
  type RequestCounts,
  type RequestLine,
  type RequestPage,
  type RequestView,
} from "./rights/list-requests.ts";
export { hasProvenAddress, nameOf as nameOfRequest } from "./rights/owe-letter.ts";
export { type RequestFilePorts, requestFileContext } from "./rights/ports.ts";
export { tellSenders } from "./rights/tell-senders.ts";
export { type RequestDetail, viewRequest } from "./rights/view-request.ts";
export { checkRecords, type RecordCheck } from "./register/check-records.ts";
export { closeDisclosure, enterDisclosure, noteDisclosureTold } from "./register/enter-disclosure.ts";
export { endSubprocessor, enterSubprocessor } from "./register/enter-subprocessor.ts";
export {
  type DisclosureLine,
  exportDisclosures,
  listDisclosures,
  viewDisclosure,
} from "./register/list-disclosures.ts";
export {
  listSubprocessors,
  type SubprocessorLine,
  viewSubprocessors,
} from "./register/list-subprocessors.ts";
export { changeBreach, openBreach } from "./register/open-breach.ts";
export { sendCirculars } from "./register/send-circulars.ts";
export { closeBreach, releaseBreach, settleDuty } from "./register/settle-duty.ts";
export { tellOfficers } from "./register/tell-officers.ts";
export {
  type BreachLine,
  type BreachView,
  type DutyLine,
  listBreaches,
  viewBreach,
} from "./register/view-breach.ts";
export { readAccountAgreement } from "./register/read-agreement.ts";
