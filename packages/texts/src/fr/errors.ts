import type { errors as En } from "../en/errors.ts";

export const errors: typeof En = {};
