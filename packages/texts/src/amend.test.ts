import { expect, test } from "vitest";
import { amend } from "./amend.ts";

test("only the passages named change", () => {
  expect(
    amend("one two three", [
      ["two", "2"],
      ["three", "3"],
    ]),
  ).toBe("one 2 3");
});

test.each(["four", "o"])("a passage that does not stand there once is refused: %s", (passage) => {
  expect(() => amend("one two", [[passage, "x"]])).toThrow(passage);
});
