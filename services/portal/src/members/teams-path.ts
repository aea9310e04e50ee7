// Where the pages of teams stand.

export const TEAMS_PATH = "/company/teams";
