// Words in Dutch about requests of people about their data.

import type { rights as En } from "../en/rights.ts";
import { rightsPortal } from "./rights-portal.ts";

export const rights: typeof En = { portal: rightsPortal };
