import { createConnection } from "node:net";
import type { RawArrival } from "@posthorn/usecases";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCallLimit } from "@posthorn/web";
import { type MailReceiver, receiveMail } from "./receive-mail.ts";

let receiver: MailReceiver;
let taken: RawArrival[];
let failing: boolean;
const errors: unknown[] = [];

beforeEach(async () => {
  taken = [];
  failing = false;
  receiver = await receiveMail({
    port: 0,
    host: "127.0.0.1",
    bounceDomain: "bounce.posthorn.example",
    limit: createCallLimit({ calls: 3, windowSeconds: 60 }),
    async take(arrival) {
      if (failing) throw new Error("the database is away");
      taken.push(arrival);
    },
    onError: (error) => errors.push(error),
  });
});
afterEach(() => receiver.stop());

const TO = "bounce+ntc_1.aa@bounce.posthorn.example";

/** Says each line after the answer to the one before; the answers' codes, the greeting first. */
function talk(...lines: readonly string[]): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const codes: number[] = [];
    const left = [...lines, "QUIT"];
    const socket = createConnection({ port: receiver.port, host: "127.0.0.1" });
    let buffered = "";
    socket.setEncoding("utf8");
    socket.on("error", reject);
    socket.on("close", () => resolve(codes));
    socket.on("data", (piece: string) => {
      buffered += piece;
      for (let end = buffered.indexOf("\r\n"); end >= 0; end = buffered.indexOf("\r\n")) {
        const line = buffered.slice(0, end);
        buffered = buffered.slice(end + 2);
        if (line[3] === "-") continue;
        codes.push(Number(line.slice(0, 3)));
        const next = left.shift();
        if (next === undefined) socket.end();
        else socket.write(`${next}\r\n`);
      }
    });
  });
}

test("a report to a return path is kept raw, byte for byte, before the 250", async () => {
  const codes = await talk(
    "EHLO mx.example",
    "MAIL FROM:<>",
    `RCPT TO:<${TO}>`,
    "DATA",
    "Subject: Zustellung é\r\n\r\nfailed\r\n.",
  );
  expect(codes.slice(0, 6)).toEqual([220, 250, 250, 250, 354, 250]);
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({ kind: "mail", envelopeTo: TO });
  expect(Buffer.from(taken[0]?.body ?? []).toString("utf8")).toBe("Subject: Zustellung é\r\n\r\nfailed\r\n");
});

test("mail for anyone else is refused: this is no relay", async () => {
  const codes = await talk(
    "EHLO mx.example",
    "MAIL FROM:<a@x.example>",
    "RCPT TO:<jan@elsewhere.example>",
    "RCPT TO:<a@sub.bounce.posthorn.example>",
  );
  expect(codes.slice(0, 5)).toEqual([220, 250, 250, 550, 550]);
  expect(taken).toEqual([]);
});

test("what could not be kept is asked for again", async () => {
  failing = true;
  const codes = await talk("EHLO mx.example", "MAIL FROM:<>", `RCPT TO:<${TO}>`, "DATA", "x\r\n.");
  expect(codes[5]).toBe(451);
  expect(errors).toHaveLength(1);
});

test("a mail that is too big is refused, announced or not", async () => {
  const announced = await talk("EHLO mx.example", "MAIL FROM:<> SIZE=3000000");
  expect(announced[2]).toBe(552);
  const large = `${"x".repeat(70)}\r\n`.repeat(40_000);
  const codes = await talk("EHLO mx.example", "MAIL FROM:<>", `RCPT TO:<${TO}>`, "DATA", `${large}.`);
  expect(codes[5]).toBe(552);
  expect(taken).toEqual([]);
});

test("whoever connects too often is sent away for a while", async () => {
  for (let n = 0; n < 3; n += 1) await talk("EHLO mx.example");
  expect((await talk("EHLO mx.example"))[0]).toBe(421);
});
