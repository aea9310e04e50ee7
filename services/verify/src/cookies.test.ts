import { openLocal } from "@posthorn/testkit";
import { cookieFaults } from "@posthorn/web";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSampleProof } from "./sample-proof.test-support.ts";
import { startTestSite, type TestSite } from "./site.test-support.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite(await makeSampleProof());
});
afterAll(() => site.close());

test("no page sets a cookie but those on the list, as the list says", async () => {
  const lines: string[] = [];
  for (const path of ["/", "/?lang=fr", "/policies", "/policies/privacy/1", "/none", "/healthz"]) {
    const answer = await openLocal(`${site.origin}${path}`);
    await answer.body?.cancel();
    lines.push(...answer.headers.getSetCookie());
  }
  expect(lines.map((line) => line.split("=")[0])).toEqual(
    expect.arrayContaining(["__Host-lang", "__Host-verify-csrf"]),
  );
  expect(lines.flatMap((line) => cookieFaults("verify", line))).toEqual([]);
});
