// Words in German about the members, invitations and teams of a company.

import type { members as En } from "../en/members.ts";

export const members: typeof En = {
  menu: "Mitglieder",
  /** Entry of the menu for a company. */
  company: "Unternehmen",
  teamsMenu: "Abteilungen",
};
