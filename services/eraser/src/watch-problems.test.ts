import { AppError } from "@posthorn/domain";
import { createHealth } from "@posthorn/runtime";
import { expect, test } from "vitest";
import { watchProblems } from "./watch-problems.ts";

test("a problem is told when it begins, when it becomes another, and when it ends; health has it as long as it lasts", async () => {
  const lines: string[] = [];
  const health = createHealth();
  const problems = watchProblems(
    health,
    {
      error: (facts: unknown) => lines.push(`bad ${(facts as { work: string }).work}`),
      info: (facts: unknown) => lines.push(`well ${(facts as { work: string }).work}`),
    },
    ["erasing", "content"],
  );
  const failing = async () => (await health.ready()).body.failing;
  problems.report("erasing", null);
  expect(await failing()).toEqual([]);
  problems.report("content", new AppError("unavailable", "content_away"));
  problems.report("content", new AppError("unavailable", "content_away"));
  expect(await failing()).toEqual(["content"]);
  problems.report("content", new Error("EIO"));
  problems.report("content", null);
  problems.report("content", null);
  expect(await failing()).toEqual([]);
  // Work that health has no check for is in the log alone.
  problems.report("set evidence", new Error("x"));
  expect(await failing()).toEqual([]);
  expect(lines).toEqual(["bad content", "bad content", "well content", "bad set evidence"]);
});
