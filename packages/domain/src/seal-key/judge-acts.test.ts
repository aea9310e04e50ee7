import { expect, test } from "vitest";
import { judgeKeyActs, type ActChecks } from "./judge-acts.ts";
import {
  FIRST_PREVIOUS,
  keyActStatement,
  parseKeyAct,
  type KeyActName,
  type SignedKeyAct,
} from "./key-act.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);

// A digest and signatures that only this test can make: what counts here is the order of the acts.
const checks: ActChecks = {
  digest: (statement) => String(statement.length).padStart(64, "0"),
  signed: (officer, signature, statement) => signature === `${officer}:${statement}`,
};

function chain(...acts: [KeyActName, string, string[]][]): SignedKeyAct[] {
  let previous = FIRST_PREVIOUS;
  return acts.map(([act, certificate, officers], index) => {
    const statement = keyActStatement({
      version: 1,
      number: index + 1,
      act,
      certificate_sha256: certificate,
      reason: `act ${index}`,
      previous,
    });
    previous = checks.digest(statement);
    return {
      statement,
      signatures: officers.map((officer) => ({ officer, signature: `${officer}:${statement}` })),
    };
  });
}

const both = ["ann", "bob"];

test("the key activated last is in force, and the one before goes on for records that name it", () => {
  expect(judgeKeyActs(chain(["activate", A, both], ["activate", B, both]), checks)).toMatchObject({
    ok: true,
    keys: { current: B, retired: [], acts: 2 },
  });
});

test("a retired key stays retired, whatever is activated later", () => {
  const acts = chain(
    ["activate", A, both],
    ["activate", B, both],
    ["retire", B, both],
    ["activate", B, both],
  );
  expect(judgeKeyActs(acts, checks)).toMatchObject({ ok: true, keys: { current: A, retired: [B] } });
});

test("without any act no key is in force", () => {
  expect(judgeKeyActs([], checks)).toMatchObject({ ok: true, keys: { current: null, acts: 0 } });
});

test("one officer is too few, also when he signs twice", () => {
  const [act] = chain(["activate", A, ["ann", "ann"]]);
  expect(judgeKeyActs([act as SignedKeyAct], checks)).toEqual({
    ok: false,
    number: 1,
    fault: "too_few_officers",
  });
});

test("a signed act ratifies unsigned ones before it, and none after it", () => {
  expect(judgeKeyActs(chain(["activate", A, []], ["activate", B, both]), checks)).toMatchObject({ ok: true });
  expect(judgeKeyActs(chain(["activate", A, both], ["activate", B, []]), checks)).toMatchObject({
    ok: false,
    number: 2,
    fault: "too_few_officers",
  });
});

test("an act left out, repeated or changed is found", () => {
  const [first, second, third] = chain(["activate", A, both], ["activate", B, both], ["retire", A, both]) as [
    SignedKeyAct,
    SignedKeyAct,
    SignedKeyAct,
  ];
  expect(judgeKeyActs([first, third], checks)).toMatchObject({ ok: false, number: 2, fault: "out_of_order" });
  expect(judgeKeyActs([first, first], checks)).toMatchObject({ ok: false, number: 2, fault: "out_of_order" });
  const act = parseKeyAct(first.statement);
  const changed = {
    ...first,
    statement: keyActStatement({ ...(act as NonNullable<typeof act>), reason: "another reason" }),
  };
  expect(judgeKeyActs([changed, second], checks)).toMatchObject({
    ok: false,
    number: 2,
    fault: "chain_broken",
  });
  const foreign = { ...second, statement: second.statement.replace(/"previous":"\d/u, '"previous":"9') };
  expect(judgeKeyActs([first, foreign], checks)).toMatchObject({
    ok: false,
    number: 2,
    fault: "chain_broken",
  });
});

test.each(["", "null", "{}", "[1]", ' {"version":1}', '{"act":"burn","version":1}'])(
  "%j is no act",
  (statement) => {
    expect(parseKeyAct(statement)).toBeNull();
  },
);
