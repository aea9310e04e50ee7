import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { AppError } from "@posthorn/domain";
import { multipartParts } from "./multipart-parts.ts";
import type { MultipartLimits, MultipartPart } from "./multipart-parts.ts";

const LIMITS: MultipartLimits = { files: 3, fileBytes: 20_000_000, totalBytes: 60_000_000 };
const BOUNDARY = "frontier";
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

function requestOf(
  body: ReadableStream<Uint8Array> | string | Uint8Array<ArrayBuffer> | null,
  type: string | null = TYPE,
) {
  const stream = body === null || body instanceof ReadableStream ? body : new Blob([body]).stream();
  return { headers: new Headers(type === null ? {} : { "Content-Type": type }), body: stream };
}

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, filename: string, content: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n`;
const END = `--${BOUNDARY}--\r\n`;

async function readAll(request: ReturnType<typeof requestOf>, limits = LIMITS): Promise<string[]> {
  const seen: string[] = [];
  for await (const part of multipartParts(request, limits)) seen.push(await show(part));
  return seen;
}

async function show(part: MultipartPart): Promise<string> {
  if (part.kind === "field") return `${part.name}=${part.value}`;
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.body) chunks.push(chunk);
  return `${part.name}<${part.filename}|${part.type}|${Buffer.concat(chunks).toString()}`;
}

const failsWith = (code: string) => expect.objectContaining({ code }) as AppError;

test("parts come in their order, names and texts in NFC", async () => {
  const body =
    field("message", "caf\u0065\u0301\r\nŁ") +
    file("attachment", "Ő\u0301.txt", "one") +
    field("x", "") +
    file("attachment", "b.txt", "two") +
    END;
  expect(await readAll(requestOf(body))).toEqual([
    "message=café\nŁ",
    `attachment<${"Ő\u0301".normalize("NFC")}.txt|text/plain|one`,
    "x=",
    "attachment<b.txt|text/plain|two",
  ]);
});

test("a body of the platform's own FormData is understood", async () => {
  const form = new FormData();
  form.append("message", '{"subject":"1"}');
  form.append(
    "attachment",
    new File([new Uint8Array([0, 255, 13, 10])], 'a "b".bin', { type: "application/pdf" }),
  );
  const request = new Request("http://x.localhost/", { method: "POST", body: form });
  const parts: MultipartPart[] = [];
  for await (const part of multipartParts(request, LIMITS)) {
    parts.push(part);
    if (part.kind !== "file") continue;
    const bytes: number[] = [];
    for await (const chunk of part.body) bytes.push(...chunk);
    expect(bytes).toEqual([0, 255, 13, 10]);
  }
  expect(parts).toMatchObject([
    { kind: "field", name: "message" },
    { kind: "file", type: "application/pdf" },
  ]);
});

test("10 MB pass unchanged while the body is pulled no faster than the file is read", async () => {
  const content = randomBytes(10_000_000);
  let pulled = 0;
  const pieces = [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"; filename="a.bin"\r\n\r\n`),
    ...slices(content, 64_000),
    Buffer.from(`\r\n${END}`),
  ];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces[pulled];
      pulled += 1;
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
  const parts = multipartParts(requestOf(body), LIMITS);
  const first = (await parts.next()).value;
  if (first?.kind !== "file") throw new Error("a file was expected");
  const hash = createHash("sha256");
  let read = 0;
  for await (const chunk of first.body) {
    hash.update(chunk);
    read += chunk.byteLength;
    // What is in between is bounded by the buffers of the streams, not by the file.
    expect(pulled * 64_000 - read).toBeLessThan(1_000_000);
  }
  expect(hash.digest("hex")).toBe(createHash("sha256").update(content).digest("hex"));
  expect((await parts.next()).done).toBe(true);
});

function* slices(bytes: Buffer, size: number): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

test("a file nobody reads, or reads in part, is skipped and the next part comes", async () => {
  const body =
    file("a", "a", "x".repeat(500_000)) + file("b", "b", "y".repeat(500_000)) + field("c", "end") + END;
  const names: string[] = [];
  for await (const part of multipartParts(requestOf(body), LIMITS)) {
    names.push(part.name);
    if (part.kind === "file" && part.name === "b") await part.body[Symbol.asyncIterator]().next();
  }
  expect(names).toEqual(["a", "b", "c"]);
});

test.each([
  ["in a file", file("a", "a", "abc").slice(0, -4)],
  ["in a field", field("a", "abc").slice(0, -2)],
  ["in a header", `--${BOUNDARY}\r\nContent-Disposi`],
  ["before the last boundary", field("a", "abc")],
  ["at once", ""],
])("a body that ends %s is told as broken off", async (_, body) => {
  await expect(readAll(requestOf(body))).rejects.toEqual(failsWith("upload_broken_off"));
});

test("a connection that breaks in the middle of a file reaches whoever reads it", async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Buffer.from(file("a", "a", "abc").slice(0, -2)));
    },
    pull(controller) {
      controller.error(new Error("aborted"));
    },
  });
  await expect(readAll(requestOf(body))).rejects.toEqual(failsWith("upload_broken_off"));
});

test.each([
  ["no content type", null],
  ["another content type", "application/json"],
  ["no boundary", "multipart/form-data"],
])("%s is no multipart", async (_, type) => {
  await expect(readAll(requestOf(field("a", "b") + END, type))).rejects.toEqual(failsWith("not_multipart"));
});

test("limits hold for a file, a field, the whole and the number of parts", async () => {
  const tiny = { files: 2, fileBytes: 10, totalBytes: 100_000, fields: 2, fieldBytes: 10 };
  await expect(readAll(requestOf(file("a", "a", "12345678901") + END), tiny)).rejects.toEqual(
    failsWith("file_too_large"),
  );
  expect(await readAll(requestOf(file("a", "a", "1234567890") + END), tiny)).toHaveLength(1);
  await expect(readAll(requestOf(field("a", "12345678901") + END), tiny)).rejects.toEqual(
    failsWith("field_too_large"),
  );
  await expect(readAll(requestOf(file("a", "a", "").repeat(3) + END), tiny)).rejects.toEqual(
    failsWith("too_many_parts"),
  );
  await expect(readAll(requestOf(field("a", "").repeat(3) + END), tiny)).rejects.toEqual(
    failsWith("too_many_parts"),
  );
  await expect(readAll(requestOf(field("a", "b") + END), { ...tiny, totalBytes: 50 })).rejects.toEqual(
    failsWith("body_too_large"),
  );
  const announced = requestOf(field("a", "b") + END);
  announced.headers.set("Content-Length", "100001");
  await expect(readAll(announced, tiny)).rejects.toEqual(failsWith("body_too_large"));
});

test("broken UTF-8 in a text or a file name is refused", async () => {
  const broken = Buffer.concat([
    Buffer.from(field("a", "")).subarray(0, -2),
    Buffer.from([0xc3, 0x28]),
    Buffer.from(`\r\n${END}`),
  ]);
  await expect(readAll(requestOf(Uint8Array.from(broken)))).rejects.toEqual(failsWith("broken_text"));
  const [before = "", after = ""] = file("a", "NAME", "x").split("NAME");
  const name = Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe]), Buffer.from(after + END)]);
  await expect(readAll(requestOf(Uint8Array.from(name)))).rejects.toEqual(failsWith("broken_text"));
});

test("paths in file names are cut, a part without a name is not taken for one", async () => {
  expect(await readAll(requestOf(file("a", "../../etc/passwd", "x") + END))).toEqual([
    "a<passwd|text/plain|x",
  ]);
});
