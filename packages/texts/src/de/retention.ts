// Words in German about retention: the schedule, what falls when, holds.

import type { retention as En } from "../en/retention.ts";

export const retention: typeof En = {};
