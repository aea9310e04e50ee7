import type { collect as En } from "../en/collect.ts";

export const collect: typeof En = {};
