// Words in German about the inbox of a registered addressee.

import type { inbox as En } from "../en/inbox.ts";

export const inbox: typeof En = {
  menu: "Empfangen",
};
