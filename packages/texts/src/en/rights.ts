// Words in English about requests of people about their data.

import { rightsPortal } from "./rights-portal.ts";

export const rights = { portal: rightsPortal };
