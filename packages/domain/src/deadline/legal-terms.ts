// The lengths of every legal term of a delivery, in one place (domain rules, "Lifecycle").

/** From acceptance until `unreachable` when no notice has stood and none has failed. */
export const NOTICE_TERM_HOURS = 72;
/** From entering `notice_failed` until `unreachable` when no new notice stands. */
export const REPAIR_TERM_HOURS = 120;

export const COLLECTION_DAYS_DEFAULT = 15;
export const COLLECTION_DAYS_MIN = 1;
export const COLLECTION_DAYS_MAX = 30;

/** Days after the standing notice. */
export const REMINDER_DAYS = [3, 7, 13] as const;
/** Time of day in Brussels at which reminders go out: office hours, and well before the end of the last day. */
export const REMINDER_HOUR = 9;

/** Expiry is executed no earlier than this after the deadline, so that no act that arrived in time is overtaken. */
export const EXPIRY_GRACE_SECONDS = 60;

/** More minutes of outage than this on the last day move the deadline to the end of the next day. */
export const OUTAGE_TOLERANCE_MINUTES = 60;
export const OUTAGE_EXTENSIONS_MAX = 3;

/** From the first `to_print`; Monday to Friday without Belgian legal holidays. */
export const POSTING_WORKING_DAYS = 10;
/** From posting, until the carrier's silence makes the outcome unknown. */
export const CARRIER_DAYS = 30;
