import type { portal as En } from "../en/portal.ts";

export const portal: typeof En = {};
