// Where the schedule stands, and the record of processing made from it.

export const SCHEDULE_PATH = "/privacy/schedule";
export const RECORD_PATH = "/privacy/record";
