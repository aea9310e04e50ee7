// Words in Dutch about the settings of an account, its logo, and the log of its use.

import type { accountSettings as En } from "../en/account-settings.ts";

export const accountSettings: typeof En = {
  menu: "Instellingen",
  /** Entry of the menu for a private account. */
  account: "Account",
  logMenu: "Logboek",
};
