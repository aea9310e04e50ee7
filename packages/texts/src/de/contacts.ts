// Words in German about the address book and the ledger of consents.

import type { contacts as En } from "../en/contacts.ts";

export const contacts: typeof En = {
  menu: "Adressbuch",
};
