import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { encodeLogo, LOGO_UPLOAD_BYTES } from "./encode-logo.ts";

// Made before anything is encoded: from then on the library decodes three formats and no other.
const drawn = await sharp({ create: { width: 1200, height: 300, channels: 4, background: "#2040c080" } })
  .withExif({ IFD0: { Copyright: "Secret place" } })
  .jpeg()
  .toBuffer();
const webp = await sharp(drawn).webp().toBuffer();
const gif = await sharp(drawn).gif().toBuffer();
const tiff = await sharp(drawn).tiff().toBuffer();
const frame = (background: string) => ({
  create: { width: 40, height: 40, channels: 3 as const, background },
});
const animated = await sharp(
  [await sharp(frame("red")).png().toBuffer(), await sharp(frame("blue")).png().toBuffer()],
  {
    join: { animated: true },
  },
)
  .webp()
  .toBuffer();
const noise = await sharp(
  Buffer.from(Array.from({ length: 400 * 160 * 3 }, (_, i) => (i * i * 31 + i * 7919) % 251)),
  {
    raw: { width: 400, height: 160, channels: 3 },
  },
)
  .png()
  .toBuffer();

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A PNG whose header claims these pixels, with next to nothing behind it. */
function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test.each([
  ["JPEG", drawn],
  ["WebP", webp],
])("a %s becomes a small PNG without metadata", async (_name, file) => {
  const made = await encodeLogo(file);
  if (!made.ok) throw new Error(made.fault);
  expect(made.logo).toMatchObject({ mediaType: "image/png", width: 400, height: 100 });
  const text = Buffer.from(made.logo.bytes).toString("latin1");
  expect(text.startsWith("\x89PNG")).toBe(true);
  expect(text).not.toContain("Secret place");
  expect(/eXIf|iCCP|tEXt/.test(text)).toBe(false);
});

test("what does not pack at all fits as well; what is small stays small", async () => {
  const made = await encodeLogo(noise);
  expect(made).toMatchObject({ ok: true, logo: { width: 400, height: 160 } });
  const tiny = await encodeLogo(await sharp(frame("red")).png().toBuffer());
  expect(tiny).toMatchObject({ ok: true, logo: { width: 40, height: 40 } });
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test.each([
  ["an SVG with a script", Buffer.from(SVG), "logo_svg"],
  ["an SVG behind a prolog", Buffer.from(`\ufeff<?xml version="1.0"?><!DOCTYPE svg>${SVG}`), "logo_svg"],
  ["a text that says it is a PNG", Buffer.from("PNG"), "logo_not_an_image"],
  ["nothing", Buffer.alloc(0), "logo_not_an_image"],
  ["a GIF", gif, "logo_not_an_image"],
  ["a TIFF", tiff, "logo_not_an_image"],
  ["a PDF", Buffer.from("%PDF-1.7\n"), "logo_not_an_image"],
  ["too many bytes", Buffer.concat([drawn, Buffer.alloc(LOGO_UPLOAD_BYTES)]), "logo_too_large"],
  ["a header that claims a wall", bomb(60_000, 60_000), "logo_too_many_pixels"],
  ["a header that claims a strip", bomb(4001, 1), "logo_too_many_pixels"],
  ["a header with too little behind it", bomb(4000, 4000), "logo_damaged"],
  ["half a picture", drawn.subarray(0, drawn.length / 2), "logo_damaged"],
  [
    "an SVG dressed as a PNG",
    Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.from(SVG)]),
    "logo_damaged",
  ],
  ["a picture that moves", animated, "logo_animated"],
])("%s is refused", async (_name, file, fault) => {
  expect(await encodeLogo(file)).toEqual({ ok: false, fault });
});

test("a script behind a picture's end does not come along", async () => {
  const made = await encodeLogo(Buffer.concat([drawn, Buffer.from("<script>alert(1)</script>")]));
  if (!made.ok) throw new Error(made.fault);
  expect(Buffer.from(made.logo.bytes).includes("<script>")).toBe(false);
});
