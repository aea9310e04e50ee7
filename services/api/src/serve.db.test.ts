import { createHash } from "node:crypto";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { ContentPort } from "@posthorn/usecases";
import { type RunningServer, serveApp } from "@posthorn/web";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ApiBench, bearer, createApiBench, LETTER, PDF } from "./api.test-support.ts";

let bench: ApiBench;
let server: RunningServer;
let tiny: RunningServer;
beforeAll(async () => {
  bench = await createApiBench();
  server = await serveApp(bench.app, { port: 0 });
  tiny = await serveApp(bench.appWith({ limits: { fileBytes: 5_000_000, messageBytes: 8_000_000 } }), {
    port: 0,
  });
});
afterAll(async () => {
  await Promise.all([server.close(), tiny.close()]);
  await bench.close();
});

const BOUNDARY = "frontier";
const HEAD = Buffer.from(
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="message"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(LETTER)}\r\n`,
);
const FILE = Buffer.from(
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="attachment"; filename="lease.pdf"\r\n\r\n`,
);
const TAIL = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
const PIECE = Buffer.alloc(65_536, "x");

interface Answer {
  readonly status: number | undefined;
  readonly body: { readonly code?: string; readonly id?: string };
}

/** Sends a message with one PDF of that many pieces of 64 KiB, as fast as it is taken. */
async function upload(
  port: number,
  pieces: number,
  announced: boolean,
  onPiece?: (sent: number) => void,
): Promise<Answer> {
  const length = HEAD.length + FILE.length + PDF.length + pieces * PIECE.length + TAIL.length;
  const headers = {
    ...bearer(),
    "Content-Type": `multipart/form-data; boundary=${BOUNDARY}`,
    ...(announced ? { "Content-Length": length } : {}),
  };
  // A connection of its own: one whose request was broken off can carry no other.
  const options = { port, host: "127.0.0.1", path: "/v1/messages", method: "POST", headers, agent: false };
  const request = httpRequest(options);
  const answer = new Promise<IncomingMessage>((resolve, reject) =>
    request.on("response", resolve).on("error", reject),
  );
  const answered = new AbortController();
  answer.then(
    () => answered.abort(),
    () => answered.abort(),
  );
  request.write(Buffer.concat([HEAD, FILE, PDF]));
  for (let n = 0; n < pieces && !answered.signal.aborted; n += 1) {
    onPiece?.(n);
    if (!request.write(PIECE))
      await Promise.race([new Promise((go) => request.once("drain", go)), answer.catch(() => undefined)]);
  }
  request.end(TAIL);
  const response = await answer;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode,
    body: JSON.parse(Buffer.concat(chunks).toString()) as Answer["body"],
  };
}

test.each([
  ["announced", true],
  ["not announced", false],
])("a message with a large file arrives byte for byte, its length %s", async (_, announced) => {
  const { status, body } = await upload(server.port, 200, announced);
  expect(status).toBe(201);
  const { parts } = (await (await bench.get(`/v1/messages/${body.id}`)).json()) as {
    parts: { sha256: string }[];
  };
  const hash = createHash("sha256").update(PDF);
  for (let n = 0; n < 200; n += 1) hash.update(PIECE);
  expect(parts[1]?.sha256).toBe(hash.digest("hex"));
});

test.each([
  ["too large by its announced length", 400, true, 413, "body_too_large"],
  ["too large on the way", 400, false, 413, "file_too_large"],
])(
  "%s: the sender reads why while still sending, and nothing stays",
  async (_, pieces, announced, status, code) => {
    const before = await bench.blobs();
    const answer = await upload(tiny.port, pieces, announced);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await bench.blobs()).toEqual(before);
  },
);

test("a connection that is cut in the middle leaves nothing", async () => {
  const before = { blobs: await bench.blobs(), messages: await bench.messages() };
  const socket = connect(server.port, "127.0.0.1");
  const headers = Object.entries({
    Host: "x",
    ...bearer(),
    "Content-Type": `multipart/form-data; boundary=${BOUNDARY}`,
    "Content-Length": "90000000",
  });
  socket.write(
    `POST /v1/messages HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
  );
  socket.write(Buffer.concat([HEAD, FILE, PDF, ...Array.from({ length: 40 }, () => PIECE)]));
  await vi.waitFor(
    async () => expect((await bench.blobs()).length).toBeGreaterThan(before.blobs.length),
    10_000,
  );
  socket.destroy();
  await vi.waitFor(async () => expect(await bench.blobs()).toEqual(before.blobs), 10_000);
  expect(await bench.messages()).toBe(before.messages);
});

test("a sender is held back while the store is slow: little is read ahead", async () => {
  const resume = Promise.withResolvers<void>();
  async function* halting(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let seen = 0;
    for await (const chunk of source) {
      yield chunk;
      if ((seen += chunk.byteLength) > 1_000_000) await resume.promise;
    }
  }
  const content: ContentPort = {
    ...bench.content,
    put: (id, key, source, options) => bench.content.put(id, key, halting(source), options),
  };
  const slow = await serveApp(bench.appWith({ intake: { content } }), { port: 0 });
  try {
    let sent = 0;
    const answer = upload(slow.port, 1_200, false, (n) => (sent = n));
    let before = -1;
    await vi.waitFor(
      () => {
        const grown = sent - before;
        before = sent;
        expect(sent).toBeGreaterThan(15);
        expect(grown).toBe(0);
      },
      { timeout: 10_000, interval: 300 },
    );
    // Of 75 MB: what the two sockets and the streams between them hold.
    expect(sent * PIECE.length).toBeLessThan(25_000_000);
    resume.resolve();
    expect((await answer).status).toBe(201);
  } finally {
    resume.resolve();
    await slow.close();
  }
});

test.runIf(process.env["POSTHORN_LONG"] !== undefined)(
  "101 MB are one megabyte too many",
  async () => {
    const answer = await upload(server.port, 16 * 101, false);
    expect([answer.status, answer.body.code]).toEqual([413, "file_too_large"]);
  },
  120_000,
);
