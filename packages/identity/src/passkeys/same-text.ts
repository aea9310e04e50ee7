// Compares two texts in a time that tells nothing about them but their length.

import { timingSafeEqual } from "node:crypto";

export function sameText(first: string, second: string): boolean {
  const [one, two] = [Buffer.from(first, "utf8"), Buffer.from(second, "utf8")];
  return one.length === two.length && timingSafeEqual(one, two);
}
