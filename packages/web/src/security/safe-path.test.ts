import { expect, test } from "vitest";
import { safePath } from "./safe-path.ts";

test.each(["/security", "/compose/dft_1?step=2", "/a/../b", "/%2F%2Fevil.example"])(
  "%s is of this site",
  (path) => {
    const url = new URL(safePath(path), "https://own.example");
    expect(url.host).toBe("own.example");
    expect(safePath(path)).not.toBe("/");
  },
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "/a/..//evil.example",
  "/a\\..\\\\evil.example",
  "/./\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "",
  undefined,
])("%j leads nowhere else", (path) => {
  expect(safePath(path)).toBe("/");
});
