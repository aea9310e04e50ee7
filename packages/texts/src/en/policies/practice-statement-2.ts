// Version 2 of the practice statement in English: version 1 with these changes. Its bytes are pinned.

import { amend } from "../../amend.ts";
import { practiceStatement1 } from "./practice-statement-1.ts";

export const practiceStatement2 = amend(practiceStatement1, [
  ["# Practice statement, version 1", "# Practice statement, version 2"],
  [
    "the name stays with the service.\n",
    "the name stays with the service. A key of the sender’s own system is suspended when the person who is responsible for it leaves, or was identified too long ago, until an identified administrator takes it over.\n",
  ],
  [
    "a birth date and a register number, where stated, must match exactly.",
    "a birth date and a register number, where stated, must match exactly. Case, accents, hyphens, apostrophes and spaces make no difference in names.",
  ],
  [
    "- #identification-eid: The Belgian electronic identity card, by Web eID. The certificate is checked up to its root and by OCSP.",
    "- #identification-eid: The Belgian electronic identity card or the card for foreigners, by Web eID or by a TLS connection in which the card proves its key. The certificate for authentication is checked up to a root that the service holds, and its status is asked of the issuing authority (OCSP) during the attempt; without a good answer nobody is identified.",
  ],
  [
    "The level of assurance is that of eIDAS article 8 where the method has one for the person at hand.",
    "The level of assurance is that of eIDAS article 8 where the method has one for the person at hand: high for a Belgian card, and for a Belgian itsme account with the itsme code; substantial for a Belgian itsme account without it.",
  ],
  [
    "name, name and birth date, or register number. Register",
    "name, name and birth date, register number, or membership of a company account that was verified for the enterprise number of the organisation. Who collects for an organisation in this way is named by a random number only. Somebody who identifies himself and does not match is turned away and the delivery stays as it was; the sender is told that it happened and which item did not match, not who it was. Register",
  ],
]);
