// Words in English about the members, invitations and teams of a company.

export const members = {
  menu: "Members",
  /** Entry of the menu for a company. */
  company: "Company",
  teamsMenu: "Teams",
};
