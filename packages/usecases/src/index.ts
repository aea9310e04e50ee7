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
export type { OwnSummary } from "./my-data/summarise-own.ts";
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
export { restPoll } from "./letter/rest-poll.ts";
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
export * from "./erasure/index.ts";
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
export * from "./registration/index.ts";
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
export * from "./postal-desk/index.ts";
export * from "./rights/index.ts";
export * from "./hold/index.ts";
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
export * from "./register/index.ts";
