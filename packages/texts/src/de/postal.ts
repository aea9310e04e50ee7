// Words in German about the postal desk, where letters are printed and handed to the carrier.

import type { postal as En } from "../en/postal.ts";

export const postal: typeof En = { menu: "Briefe" };
