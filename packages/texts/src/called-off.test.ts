// A letter that the sender called off is called so with one word, on the track's pages and in the evidence and its proofs.

import { expect, test } from "vitest";
import { textsFor } from "./index.ts";

test.each([
  ["en", /\bcalled\b.*\boff\b/u],
  ["nl", /\bingetrokken\b|\btrok\b.*\bin\b/u],
  ["fr", /\bannulée?(?!\p{L})/u],
  ["de", /\bwiderrufen\b/u],
] as const)("in %s", (language, word) => {
  const { proof, track } = textsFor(language);
  expect(track.stations.letter_called_off).toMatch(word);
  expect(proof.track.event.LetterCalledOff).toMatch(word);
  expect(proof.reason["own:called_off"]).toMatch(word);
});
