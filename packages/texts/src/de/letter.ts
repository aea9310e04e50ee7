// Words in German on the letter itself: its address page, its label and its list of digests.

import type { letter as En } from "../en/letter.ts";

export const letter: typeof En = { registered: "Einschreiben" };
