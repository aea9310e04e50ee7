// Words in French about what we hold about a person, and what he can do about it.

import type { myData as En } from "../en/my-data.ts";

export const myData: typeof En = {
  menu: "Mes données",
};
