// Words in German about requests of people about their data.

import type { rights as En } from "../en/rights.ts";
import { rightsDesk } from "./rights-desk.ts";
import { rightsLetters } from "./rights-letters.ts";
import { rightsPortal } from "./rights-portal.ts";

export const rights: typeof En = { desk: rightsDesk, letters: rightsLetters, portal: rightsPortal };
