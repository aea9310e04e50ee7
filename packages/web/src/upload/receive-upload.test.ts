import { connect } from "node:net";
import { createHash, randomBytes } from "node:crypto";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { serveApp } from "../app/serve.ts";
import { STATUS_OF_KIND, asAppError } from "../problem/problem.ts";
import { receiveUpload } from "./receive-upload.ts";

function makeApp(onError: (code: string) => void = () => undefined) {
  const app = new Hono();
  app.onError((error, c) => {
    const { code, kind } = asAppError(error);
    onError(code);
    return c.text(code, STATUS_OF_KIND[kind]);
  });
  app.post("/", async (c) => {
    const file = receiveUpload(c, { fileBytes: 1_000_000 });
    const hash = createHash("sha256");
    for await (const chunk of file.body) hash.update(chunk);
    return c.json({ filename: file.filename, size: file.size, equal: hash.digest("hex") === file.sha256 });
  });
  return app;
}

const bytes = randomBytes(300_000);
const sha256 = createHash("sha256").update(bytes).digest("hex");
const send = (headers: Record<string, string>, body: Uint8Array<ArrayBuffer> = Uint8Array.from(bytes)) =>
  makeApp().request("/", { method: "POST", headers, body });

test("name and digest come in headers, the bytes as they are", async () => {
  const name = "Łease ő 📎.pdf";
  const answer = await send({
    "X-Content-SHA256": sha256.toUpperCase(),
    "X-File-Name": encodeURIComponent(name),
    "Content-Length": "300000",
  });
  expect(await answer.json()).toEqual({ filename: name, size: 300_000, equal: true });
});

test.each([
  [{ "X-File-Name": "a" }, "digest_missing"],
  [{ "X-File-Name": "a", "X-Content-SHA256": "abc" }, "digest_missing"],
  [{ "X-Content-SHA256": sha256 }, "file_name_missing"],
  [{ "X-Content-SHA256": sha256, "X-File-Name": "a%zz" }, "file_name_missing"],
  [{ "X-Content-SHA256": sha256, "X-File-Name": "%ff%fe" }, "broken_text"],
  [{ "X-Content-SHA256": sha256, "X-File-Name": "a", "Content-Length": "1000001" }, "file_too_large"],
  [{ "X-Content-SHA256": sha256, "X-File-Name": "a", "Content-Length": "300001" }, "upload_broken_off"],
] as const)("%o is refused as %s", async (headers: Record<string, string>, code) => {
  expect(await (await send(headers)).text()).toBe(code);
});

test("more than the limit is noticed without an announced length", async () => {
  expect(
    await (await send({ "X-Content-SHA256": sha256, "X-File-Name": "a" }, new Uint8Array(1_000_001))).text(),
  ).toBe("file_too_large");
});

test("a connection cut in the middle ends the read with upload_broken_off", async () => {
  const failed = Promise.withResolvers<string>();
  const server = await serveApp(makeApp(failed.resolve), { port: 0 });
  try {
    const socket = connect(server.port, "127.0.0.1");
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\nX-File-Name: a\r\nX-Content-SHA256: ${sha256}\r\n\r\n`,
    );
    socket.write(bytes.subarray(0, 100_000), () => socket.destroy());
    expect(await failed.promise).toBe("upload_broken_off");
  } finally {
    await server.close();
  }
});

test("a port already taken is named", async () => {
  const server = await serveApp(makeApp(), { port: 0 });
  try {
    await expect(serveApp(makeApp(), { port: server.port })).rejects.toThrow(
      `Port ${server.port} on 127.0.0.1 is already in use`,
    );
  } finally {
    await server.close();
  }
});
