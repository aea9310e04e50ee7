// Words in German about leaving and closing an account.

import type { closing as En } from "../en/closing.ts";

export const closing: typeof En = {
  menu: "Konto schließen",
};
