import type { notices as En } from "../en/notices.ts";

export const notices: typeof En = {};
