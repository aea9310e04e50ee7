import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { unpackLayers } from "./unpack-layers.ts";

const NEEDLE = "74.03.02-517.28";
const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64");
const pdf = Buffer.concat([
  Buffer.from("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n", "latin1"),
  deflateSync(Buffer.from(`<xml>${base64(`a record with ${NEEDLE} in it`)}</xml>`)),
  Buffer.from("\nendstream\nendobj\n", "latin1"),
]);

test.each([
  ["plain", Buffer.from(`it is ${NEEDLE}`)],
  ["base64 in lines", Buffer.from(base64(`${"x".repeat(80)}${NEEDLE}`).replaceAll(/.{40}/g, "$&\r\n"))],
  ["base64 of base64", Buffer.from(base64(base64(`${"y".repeat(30)}${NEEDLE}`)))],
  ["quoted-printable, over a soft break", Buffer.from("number=3A 74.03.0=\r\n2-517.28")],
  ["base64 in XML in a stream of a PDF", pdf],
  [
    "and all that in a mail",
    Buffer.from(
      `Content-Transfer-Encoding: base64\r\n\r\n${pdf.toString("base64").replaceAll(/.{76}/g, "$&\r\n")}`,
    ),
  ],
])("what is hidden is found: %s", (_, bytes) => {
  expect(unpackLayers(bytes).some((layer) => layer.includes(NEEDLE))).toBe(true);
});

test("what is not there is not found", () => {
  expect(
    unpackLayers(Buffer.from(base64("nothing of that kind stands here"))).some((layer) =>
      layer.includes(NEEDLE),
    ),
  ).toBe(false);
});
