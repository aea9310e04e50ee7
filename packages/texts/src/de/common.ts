import type { common as En } from "../en/common.ts";

export const common: typeof En = {};
