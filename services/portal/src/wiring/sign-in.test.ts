import { openDatabase } from "@posthorn/db";
import { afterAll, expect, test } from "vitest";
import { bindSignIn } from "./sign-in.ts";

// Nothing is asked of it here.
const db = openDatabase({ url: "postgres://nobody@127.0.0.1:1/none", service: "portal", max: 1 });
afterAll(() => db.destroy());

const STRONG = "ladder wolk potlood";

function bind(breached: ((password: string) => Promise<boolean>) | null) {
  const failures: unknown[] = [];
  const { newPasswords } = bindSignIn(db, {
    keys: [{ version: 1, key: new Uint8Array(32) }],
    breached,
    moreThanPassword: false,
    onBreachedFailure: (err) => failures.push(err),
  });
  return { newPasswords, failures };
}

test("a new password that stands in the list of stolen ones is refused, however strong it is", async () => {
  const { newPasswords } = bind(async (password) => password === STRONG);
  expect(await newPasswords.faultOf(STRONG, [])).toBe("breached");
  expect(await newPasswords.faultOf(`${STRONG} drie`, [])).toBeNull();
});

test("a list that cannot be asked finds nothing and is told; without a list none is asked", async () => {
  const away = new Error("the list is away");
  const { newPasswords, failures } = bind(() => Promise.reject(away));
  expect(await newPasswords.faultOf(STRONG, [])).toBeNull();
  expect(failures).toEqual([away]);
  expect(await bind(null).newPasswords.faultOf(STRONG, [])).toBeNull();
});

test("what is weak is not sent to the list at all", async () => {
  const asked: string[] = [];
  const { newPasswords } = bind(async (password) => asked.push(password) > 0);
  expect(await newPasswords.faultOf("welkomwelkom", [])).toBe("too_common");
  expect(asked).toEqual([]);
});
