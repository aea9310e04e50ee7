// Words in German about the desk where staff approve companies.

import type { mandates as En } from "../en/mandates.ts";

export const mandates: typeof En = {
  menu: "Unternehmen",
};
