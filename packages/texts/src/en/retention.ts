// Words in English about retention: the schedule, what falls when, holds.

export const retention = {};
