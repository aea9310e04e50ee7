// Words in English about the settings of an account, its logo, and the log of its use.

export const accountSettings = {
  menu: "Settings",
  /** Entry of the menu for a private account. */
  account: "Account",
  logMenu: "Log of use",
};
