// Words in French about leaving and closing an account.

import type { closing as En } from "../en/closing.ts";

export const closing: typeof En = {
  menu: "Clôturer le compte",
};
