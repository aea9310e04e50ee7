// Words in French about requests of people about their data.

import type { rights as En } from "../en/rights.ts";

export const rights: typeof En = {};
