// After each file of tests: no service set a cookie that the page about cookies does not name, or for longer than it says.

import { cookiesSeen, forgetCookiesSeen } from "@posthorn/testkit";
import { cookieFaults } from "@posthorn/web";
import { afterAll, expect } from "vitest";

const SERVICES = ["portal", "collect", "verify", "backoffice"] as const;

afterAll(() => {
  const faults = SERVICES.flatMap((service) =>
    cookiesSeen(service).flatMap((line) => cookieFaults(service, line)),
  );
  forgetCookiesSeen();
  expect(faults).toEqual([]);
});
