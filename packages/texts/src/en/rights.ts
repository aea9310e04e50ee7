// Words in English about requests of people about their data.

import { rightsDesk } from "./rights-desk.ts";
import { rightsLetters } from "./rights-letters.ts";
import { rightsPortal } from "./rights-portal.ts";

export const rights = { desk: rightsDesk, letters: rightsLetters, portal: rightsPortal };
