import type { compose as En } from "../en/compose.ts";

export const compose: typeof En = {};
