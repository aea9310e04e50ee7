// Words in Dutch about how a message looks on paper: what can be printed, how many sheets, what it costs.

import type { print as En } from "../en/print.ts";

export const print: typeof En = { title: "Op papier" };
