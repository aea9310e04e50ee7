// What staff do and look at, as the staff log names it (domain rules, "every look is logged").

export const STAFF_ACTS = [
  "invited",
  "invited_again",
  "roles_changed",
  "left",
  "enrolled",
  "signed_in",
  "sign_in_refused",
  "signed_out",
  "session_ended",
  "session_taken_elsewhere",
  "confirmed",
  "passkey_added",
  "passkey_renamed",
  "passkey_removed",
  "passkey_suspected",
  "page_viewed",
  "page_refused",
  "log_read",
  "records_looked_up",
  "record_viewed",
  "record_opened",
  "applications_listed",
  "application_viewed",
  "application_document_opened",
  "application_approved",
  "application_refused",
  "register_numbers_authorised",
  "register_numbers_withdrawn",
] as const;
export type StaffAct = (typeof STAFF_ACTS)[number];

export function isStaffAct(text: string): text is StaffAct {
  return (STAFF_ACTS as readonly string[]).includes(text);
}
