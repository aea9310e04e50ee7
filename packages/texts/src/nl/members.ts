// Words in Dutch about the members, invitations and teams of a company.

import type { members as En } from "../en/members.ts";

export const members: typeof En = {
  menu: "Leden",
  /** Entry of the menu for a company. */
  company: "Onderneming",
  teamsMenu: "Afdelingen",
};
