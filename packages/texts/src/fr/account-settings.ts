// Words in French about the settings of an account, its logo, and the log of its use.

import type { accountSettings as En } from "../en/account-settings.ts";

export const accountSettings: typeof En = {
  menu: "Paramètres",
  /** Entry of the menu for a private account. */
  account: "Compte",
  logMenu: "Journal",
};
