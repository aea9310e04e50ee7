import { expect, test } from "vitest";
import { readPlaceCursor, writePlaceCursor } from "./place-cursor.ts";

test.each(["2026-11-22T10:00:00.123Z", "2999-01-01T00:00:00Z", "9999-01-01T00:00:00Z"])(
  "a place at %s is read as it was written: what has no day yet stands at the end of time",
  (at) => {
    const place = { backwards: true, at: Temporal.Instant.from(at), id: "sub_1" };
    expect(readPlaceCursor(writePlaceCursor(place), "rrq", "sub")).toEqual(place);
  },
);

test.each([
  ["of another list", "o.1.acc_1"],
  ["after the last year that the database reads", "o.253402300800000.sub_1"],
  ["without an id", "o.1."],
  ["of no list at all", "x"],
])("a place %s is refused", (_, text) => {
  const cursor = Buffer.from(text).toString("base64url");
  expect(() => readPlaceCursor(cursor, "sub")).toThrow("cursor_invalid");
});
