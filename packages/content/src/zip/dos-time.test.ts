import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const PROGRAM = `
  import { createHash } from "node:crypto";
  import { zipParts } from ${JSON.stringify(fileURLToPath(new URL("zip-parts.ts", import.meta.url)))};
  const hash = createHash("sha256");
  const part = { name: "a.txt", size: 1, async *stream() { yield Buffer.from("a"); } };
  let head;
  for await (const piece of zipParts([part], Temporal.Instant.from("2026-07-01T22:30:10Z"))) {
    head ??= Buffer.from(piece);
    hash.update(piece);
  }
  console.log(JSON.stringify({ digest: hash.digest("hex"), time: head.readUInt16LE(10), date: head.readUInt16LE(12) }));
`;

interface Zipped {
  readonly digest: string;
  /** As the format packs them. */
  readonly time: number;
  readonly date: number;
}

function zippedIn(TZ: string): Zipped {
  const args = ["--input-type=module", "--eval", PROGRAM];
  return JSON.parse(
    execFileSync(process.execPath, args, { env: { ...process.env, TZ }, encoding: "utf8" }),
  ) as Zipped;
}

test("a zip made in Tokyo has the octets of one made in New York, dated by the clock of Brussels", () => {
  const made = zippedIn("Asia/Tokyo");
  expect(zippedIn("America/New_York")).toEqual(made);
  const { time, date } = made;
  expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([0, 30, 10]);
  expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 7, 2]);
});
