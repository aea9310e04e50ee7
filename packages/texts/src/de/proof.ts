import type { proof as En } from "../en/proof.ts";

export const proof: typeof En = {};
