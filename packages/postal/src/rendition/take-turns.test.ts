import { expect, test } from "vitest";
import { createTurns } from "./take-turns.ts";

test("one at a time, the accounts in turn, each account's own in order", async () => {
  const turns = createTurns();
  const done: string[] = [];
  let under = 0;
  const work = (name: string) => async () => {
    under += 1;
    expect(under).toBe(1);
    await Promise.resolve();
    under -= 1;
    done.push(name);
    return name;
  };
  const asked = ["a1", "a2", "a3", "a4", "b1", "c1", "b2"].map((name) => turns(name[0] ?? "", work(name)));
  expect(await Promise.all(asked)).toEqual(["a1", "a2", "a3", "a4", "b1", "c1", "b2"]);
  expect(done).toEqual(["a1", "a2", "b1", "c1", "a3", "b2", "a4"]);
});

test("what fails is told to who asked, and the next has his turn", async () => {
  const turns = createTurns();
  const failed = turns("a", () => Promise.reject(new Error("no disk")));
  const after = turns("a", () => Promise.resolve(2));
  await expect(failed).rejects.toThrow("no disk");
  expect(await after).toBe(2);
  expect(await turns("b", () => Promise.resolve(3))).toBe(3);
});
