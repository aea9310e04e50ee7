import { expect, test } from "vitest";
import { judgeReadiness, type ReadinessFacts, type RegisteredProvider } from "./judge-readiness.ts";

const now = Temporal.Instant.from("2026-11-22T09:00:00Z");
function provider(change: Partial<RegisteredProvider>): RegisteredProvider {
  const parent = { name: "Trust Group", country: "NL" };
  return { host: "tsa.trust.be", role: "timestamp", name: "Trust", country: "BE", parent, ...change };
}
const READY: ReadinessFacts = {
  sealKeys: [
    {
      provider: "csc",
      certificateSha256: "a".repeat(64),
      notAfter: now.add({ hours: 24 }),
      qualifiedSeal: true,
    },
  ],
  officers: 2,
  witnesses: 2,
  providers: [{ role: "timestamp", url: "https://tsa.trust.be/tsa" }],
  register: [provider({})],
  publicUrls: ["https://collect.posthorn.be"],
  policies: ["https://verify.posthorn.be/policies/practice-statement/1"],
  clockMoved: false,
  clockToleranceSeconds: 30,
  now,
};

function failing(change: Partial<ReadinessFacts>): readonly string[] {
  return judgeReadiness({ ...READY, ...change }).flatMap(({ ok, code }) => (ok ? [] : [code]));
}

test("a service with everything on record may claim it", () => {
  expect(failing({})).toEqual([]);
  expect(judgeReadiness(READY)).toHaveLength(12);
});

const [key] = READY.sealKeys ?? [];
test.each<[string, Partial<ReadinessFacts>]>([
  ["seal_key_remote", { sealKeys: [{ ...key!, provider: "pkcs12" }] }],
  ["seal_certificate_qualified", { sealKeys: [{ ...key!, qualifiedSeal: false }] }],
  ["seal_certificate_valid", { sealKeys: [{ ...key!, notAfter: now }] }],
  ["officers_named", { officers: 1 }],
  ["witnesses_named", { witnesses: 0 }],
  ["provider_registered", { register: [] }],
  ["provider_established_in_eu", { register: [provider({ country: "US" })] }],
  ["provider_established_in_eu", { register: [provider({ parent: { name: "Trust Inc.", country: "US" } })] }],
  ["provider_established_in_eu", { register: [provider({ country: "CH", override: "because" })] }],
  ["public_https", { publicUrls: ["http://collect.posthorn.be"] }],
  ["public_https", { publicUrls: ["https://collect.localhost:8443"] }],
  ["policies_named", { policies: [] }],
  ["clock_untouched", { clockMoved: true }],
  ["clock_tolerance", { clockToleranceSeconds: 31 }],
])("%s is found by itself", (code, change) => {
  expect(failing(change)).toEqual([code]);
});

test.each([
  "http://127.0.0.1:3161/tsa",
  "https://tsa.localhost/",
  "https://tsa.example/",
  "https://[::1]/",
  "http://tsa/",
])("%s is a stand-in, on the register or not", (url) => {
  const host = new URL(url).hostname;
  const register = [provider({ host })];
  expect(failing({ providers: [{ role: "timestamp", url }], register })).toEqual(["no_stand_in"]);
});

test("a provider registered for another role is not registered", () => {
  expect(failing({ providers: [{ role: "mail", url: "https://tsa.trust.be" }] })).toEqual([
    "provider_registered",
  ]);
});

test("one established elsewhere passes with a reason in words, and the start says which", () => {
  const override = "No provider in the Union reaches these networks; transfers assessed on 3 November 2026.";
  const register = [provider({ country: "US", override })];
  expect(failing({ register })).toEqual([]);
  const said = judgeReadiness({ ...READY, register }).find(
    ({ code }) => code === "provider_established_in_eu",
  );
  expect(said?.detail).toContain("US");
  expect(said?.detail).toContain(override);
});
