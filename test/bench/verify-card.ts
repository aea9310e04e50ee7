// Bench: Web eID tokens verified in this process, each of a card not seen before, without a network, against bare signature checks.

import { generateKeyPairSync, sign, verify } from "node:crypto";
import type { Eid } from "@posthorn/identity";
import { CARDS, createCardBench, issueCard, signWebEid } from "@posthorn/testkit";
import type { CardBench, StandInCard, WebEidAnswer } from "@posthorn/testkit";
import type { Bench, Table } from "./define-bench.ts";
import { figure } from "./print-table.ts";
import { percentile } from "./repeat-work.ts";

const AIM_MS = 10;
const ORIGIN = "https://collect.posthorn.example";

export const verifyCard: Bench = {
  name: "Verification of a Web eID token",
  async run({ quick, say }) {
    const bench = createCardBench();
    const silent = bench.open({ requireGood: () => Promise.resolve() });
    const [many, few] = quick ? [60, 6] : [600, 30];
    say(`cards are made: ${many} on P-384, ${few} with RSA 2048`);
    const kinds = [
      ["ES384, P-384", makeCards(bench, "EC", many), silent],
      ["RS256, RSA 2048", makeCards(bench, "RSA", few), silent],
      ["ES384, P-384, with its OCSP answer", makeCards(bench, "EC", many), bench.eid],
    ] as const;
    const bare = bareCheck();
    const rows: string[][] = [];
    for (const [name, cards, eid] of kinds) {
      const spent = await measure(bench, cards, eid);
      rows.push([name, figure(spent.p50), figure(spent.p99), figure(spent.cpu), figure(spent.cpu / bare)]);
    }
    return [tell(rows)];
  },
};

function makeCards(bench: CardBench, key: "EC" | "RSA", count: number): StandInCard[] {
  const issuing = { now: bench.clock.now(), ocspUrl: "http://ocsp.cards.test/ocsp" };
  return Array.from({ length: count }, () =>
    issueCard(bench.set.authorities, { ...CARDS.jan, key }, issuing),
  );
}

/** Milliseconds each; a third goes before, until the code is compiled. */
async function measure(bench: CardBench, cards: readonly StandInCard[], eid: Eid) {
  const at = bench.clock.now();
  const tokens = cards.map((card) => {
    const nonce = eid.newNonce();
    return { nonce, token: signWebEid(card, { nonce, origin: ORIGIN }) };
  });
  const once = async ({ nonce, token }: { nonce: string; token: WebEidAnswer }) => {
    const begun = performance.now();
    await eid.verifyToken(token, { nonce, origin: ORIGIN, at });
    return performance.now() - begun;
  };
  const third = Math.floor(tokens.length / 3);
  for (const token of tokens.slice(0, third)) await once(token);
  const before = process.cpuUsage();
  const took: number[] = [];
  for (const token of tokens.slice(third)) took.push(await once(token));
  const { user, system } = process.cpuUsage(before);
  return {
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    cpu: (user + system) / 1000 / took.length,
  };
}

/** Milliseconds of CPU of one check of an ECDSA P-384 signature. */
function bareCheck(): number {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const data = Buffer.alloc(96, 1);
  const signature = sign("sha384", data, privateKey);
  const times = 300;
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) verify("sha384", data, publicKey, signature);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

function tell(rows: readonly (readonly string[])[]): Table {
  return {
    title: "verifyToken",
    columns: ["token", "p50 ms", "p99 ms", "CPU ms", "bare signature checks"],
    rows,
    notes: [
      `No network: nobody is asked in the first two rows, an OCSP responder in this process answers (and signs) in the third. The aim is ${AIM_MS} ms.`,
      "Bare signature checks: how many ECDSA P-384 signatures node:crypto checks in the same CPU time.",
    ],
  };
}
