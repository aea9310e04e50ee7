import type { track as En } from "../en/track.ts";

export const track: typeof En = {};
