// Words in German about registering a private person or a company.

import type { registration as En } from "../en/registration.ts";

export const registration: typeof En = {
  menu: "Registrieren",
};
