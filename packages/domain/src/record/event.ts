// Names of evidence events and reasons (ETSI EN 319 522-1 V1.2.1 §6, EN 319 522-2 §8).

export const EVENT_NAMES = [
  "SubmissionAcceptance",
  "SubmissionRejection",
  "RelayAcceptance",
  "RelayRejection",
  "RelayFailure",
  "NotificationForAcceptance",
  "NotificationForAcceptanceFailure",
  "ConsignmentAcceptance",
  "ConsignmentRejection",
  "AcceptanceRejectionExpiry",
  "NotificationDelivered",
  "NotificationAccessTracking",
  "ContentConsignment",
  "ContentConsignmentFailure",
  "ConsignmentNotification",
  "ConsignmentNotificationFailure",
  "ContentAccessTracking",
  "ContentHandover",
  "ContentHandoverFailure",
  "RelayToNonERDS",
  "RelayToNonERDSFailure",
  "ReceivedFromNonERDS",
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

export function isEventName(value: string): value is EventName {
  return EVENT_NAMES.includes(value as EventName);
}

export function eventUri(name: EventName): string {
  return `http://uri.etsi.org/19522/Event/${name}`;
}

/** Reasons with a URI of ETSI; `own:` ones get a URI of the provider's policy. */
export type ReasonCode =
  | "R_ERDS_Unreachable"
  | "R_ERDS_Malfunction"
  | "R_ERDS_PolicyViolation"
  | "R_ERDS_NotIdentified"
  | "UnknownRecipient"
  | "own:attachment_refused"
  | "own:window_passed"
  | "own:addressee_refused"
  | "own:after_window_before_printing"
  | "own:not_postable"
  | "own:called_off"
  | "own:not_posted_in_time"
  | "own:broken_off"
  | "own:content_damaged";
