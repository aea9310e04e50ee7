// Words in Dutch about subprocessors, breaches, disclosures, cookies.

import type { registers as En } from "../en/registers.ts";

export const registers: typeof En = {};
