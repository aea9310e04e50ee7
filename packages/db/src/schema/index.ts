// All tables as kysely sees them.

import type {
  AccountCreditTable,
  AccountTable,
  ApiKeyTable,
  BlobRemovalTable,
  CreditEntryTable,
  CreditRefundTable,
  IdempotencyTable,
  MemberTable,
  PersonTable,
  RateLimitTable,
  SessionTable,
  UseLogTable,
} from "./accounts.ts";
import type { BundleTable } from "./bundle.ts";
import type {
  AccountLogoTable,
  AddresseeConsentTable,
  ContactImportTable,
  ApplicationDecisionTable,
  ApplicationDocumentTable,
  CompanyApplicationTable,
  ContactTable,
  InboxEntryTable,
  InvitationTable,
  MailedLinkTable,
  PolicyAcceptanceTable,
  RegistrationTable,
  TeamMemberTable,
  TeamTable,
} from "./company.ts";
import type {
  ArchiveTimerTable,
  EvidenceRecordTable,
  EvidenceSealTable,
  EvidenceStampTable,
  LogEntryTable,
  MessageProofTable,
  ProofTable,
  RefusedSubmissionTable,
  SealingStateTable,
  SealKeyActTable,
  SealKeyTable,
  SealWorkTable,
} from "./evidence.ts";
import type {
  IdentificationAttemptTable,
  IdentificationMismatchTable,
  IdentificationRecordTable,
  PersonIdentityTable,
  RegisterNumberUseTable,
} from "./identification.ts";
import type {
  BarcodeRangeTable,
  CarrierReportTable,
  DraftRenditionTable,
  PartRenditionTable,
  PostalActTable,
  PostingReceiptTable,
  PrintBatchTable,
  PrintJobTable,
} from "./letters.ts";
import type { LogCheckpointTable, LogCosignatureTable, LogTileTable } from "./log.ts";
import type {
  CodeChallengeTable,
  CollectSessionTable,
  DeliveryTable,
  DeliveryTimerTable,
  DraftTable,
  ErrandTable,
  EvidenceArtifactTable,
  HeartbeatTable,
  KeyUseTable,
  KeyWrapTable,
  MessagePartTable,
  MessageTable,
  NoticeTable,
  RawArrivalTable,
  UploadTable,
} from "./messages.ts";
import type {
  BreachDutyTable,
  BreachEventTable,
  BreachFindingTable,
  BreachTable,
  CircularTable,
  DisclosureSubjectTable,
  DisclosureTable,
  RecordCheckTable,
  SubprocessorTable,
} from "./registers.ts";
import type {
  ErasureJournalTable,
  ErasureReceiptTable,
  ErasureLeafTable,
  ErasureStateTable,
  LegalHoldEventTable,
  LegalHoldTable,
  RetentionChangeTable,
  RetentionPeriodTable,
  RetentionRunTable,
} from "./retention.ts";
import type {
  ProcessingRestrictionTable,
  RectificationNoteTable,
  RightsRequestCodeTable,
  RightsRequestDeliveryTable,
  RightsRequestEventTable,
  RightsRequestFileTable,
  RightsRequestSenderTable,
  RightsRequestTable,
} from "./rights.ts";
import type {
  DeviceTable,
  IdentificationRecordOpeningTable,
  PasskeyTable,
  PersonErrandTable,
  RecoveryCodeTable,
  SignInCeremonyTable,
  StaffInvitationTable,
  StaffLogTable,
  StaffSessionTable,
  StaffTable,
  TotpTable,
} from "./sign-in.ts";

export interface Tables {
  person: PersonTable;
  account: AccountTable;
  member: MemberTable;
  session: SessionTable;
  api_key: ApiKeyTable;
  account_credit: AccountCreditTable;
  credit_entry: CreditEntryTable;
  credit_refund: CreditRefundTable;
  blob_removal: BlobRemovalTable;
  idempotency: IdempotencyTable;
  use_log: UseLogTable;
  rate_limit: RateLimitTable;
  draft: DraftTable;
  upload: UploadTable;
  message: MessageTable;
  message_part: MessagePartTable;
  key_wrap: KeyWrapTable;
  key_use: KeyUseTable;
  delivery: DeliveryTable;
  delivery_timer: DeliveryTimerTable;
  draft_rendition: DraftRenditionTable;
  part_rendition: PartRenditionTable;
  print_batch: PrintBatchTable;
  print_job: PrintJobTable;
  postal_act: PostalActTable;
  posting_receipt: PostingReceiptTable;
  barcode_range: BarcodeRangeTable;
  carrier_report: CarrierReportTable;
  notice: NoticeTable;
  evidence_artifact: EvidenceArtifactTable;
  code_challenge: CodeChallengeTable;
  collect_session: CollectSessionTable;
  errand: ErrandTable;
  raw_arrival: RawArrivalTable;
  heartbeat: HeartbeatTable;
  evidence_record: EvidenceRecordTable;
  evidence_stamp: EvidenceStampTable;
  refused_submission: RefusedSubmissionTable;
  evidence_seal: EvidenceSealTable;
  log_entry: LogEntryTable;
  log_tile: LogTileTable;
  log_checkpoint: LogCheckpointTable;
  log_cosignature: LogCosignatureTable;
  seal_work: SealWorkTable;
  sealing_state: SealingStateTable;
  seal_key: SealKeyTable;
  seal_key_act: SealKeyActTable;
  archive_timer: ArchiveTimerTable;
  proof: ProofTable;
  message_proof: MessageProofTable;
  bundle: BundleTable;
  identification_attempt: IdentificationAttemptTable;
  identification_record: IdentificationRecordTable;
  identification_mismatch: IdentificationMismatchTable;
  person_identity: PersonIdentityTable;
  register_number_use: RegisterNumberUseTable;
  passkey: PasskeyTable;
  sign_in_ceremony: SignInCeremonyTable;
  totp: TotpTable;
  recovery_code: RecoveryCodeTable;
  device: DeviceTable;
  person_errand: PersonErrandTable;
  staff: StaffTable;
  staff_invitation: StaffInvitationTable;
  staff_session: StaffSessionTable;
  staff_log: StaffLogTable;
  identification_record_opening: IdentificationRecordOpeningTable;
  account_logo: AccountLogoTable;
  team: TeamTable;
  team_member: TeamMemberTable;
  invitation: InvitationTable;
  mailed_link: MailedLinkTable;
  policy_acceptance: PolicyAcceptanceTable;
  registration: RegistrationTable;
  company_application: CompanyApplicationTable;
  application_document: ApplicationDocumentTable;
  application_decision: ApplicationDecisionTable;
  contact: ContactTable;
  contact_import: ContactImportTable;
  addressee_consent: AddresseeConsentTable;
  inbox_entry: InboxEntryTable;
  retention_period: RetentionPeriodTable;
  retention_change: RetentionChangeTable;
  legal_hold: LegalHoldTable;
  legal_hold_event: LegalHoldEventTable;
  retention_run: RetentionRunTable;
  erasure_journal: ErasureJournalTable;
  erasure_leaf: ErasureLeafTable;
  erasure_state: ErasureStateTable;
  erasure_receipt: ErasureReceiptTable;
  rights_request: RightsRequestTable;
  rights_request_event: RightsRequestEventTable;
  rights_request_file: RightsRequestFileTable;
  rights_request_code: RightsRequestCodeTable;
  rights_request_delivery: RightsRequestDeliveryTable;
  rights_request_sender: RightsRequestSenderTable;
  processing_restriction: ProcessingRestrictionTable;
  rectification_note: RectificationNoteTable;
  subprocessor: SubprocessorTable;
  circular: CircularTable;
  breach: BreachTable;
  breach_duty: BreachDutyTable;
  breach_event: BreachEventTable;
  breach_finding: BreachFindingTable;
  disclosure: DisclosureTable;
  disclosure_subject: DisclosureSubjectTable;
  record_check: RecordCheckTable;
}
