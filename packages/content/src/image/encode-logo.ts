// Turns an uploaded picture into a logo of ours: checked by its bytes, drawn anew, nothing of the file itself is kept.

import type { Sharp } from "sharp";

/** Bytes of an uploaded logo at most. */
export const LOGO_UPLOAD_BYTES = 2 * 1024 * 1024;
const LOGO_WIDTH = 400;
const LOGO_HEIGHT = 160;
/** Pixels a side: what is larger unpacks to more than a picture for a page ever needs. */
const SIDE_MAX = 4000;
/** The picture at its largest, 400 by 160 of 4 bytes, and its frame fit in this. */
const LOGO_BYTES = 262_144;
const SECONDS = 5;

export interface Logo {
  readonly mediaType: "image/png";
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export type LogoFault =
  | "logo_too_large"
  | "logo_svg"
  | "logo_not_an_image"
  | "logo_too_many_pixels"
  | "logo_animated"
  | "logo_damaged";

/**
 * A PNG of at most 400 by 160 pixels and 256 KB, in sRGB, without metadata; or why the file is no logo. The size in
 * pixels is read from the header, before anything is unpacked. Never throws for what is in `file`.
 */
export async function encodeLogo(
  file: Uint8Array,
): Promise<{ readonly ok: true; readonly logo: Logo } | { readonly ok: false; readonly fault: LogoFault }> {
  if (file.length > LOGO_UPLOAD_BYTES) return refused("logo_too_large");
  if (!hasSignature(file)) return refused(looksLikeMarkup(file) ? "logo_svg" : "logo_not_an_image");
  const open = await loadDecoder();
  try {
    const { width, height, pages = 1 } = await open(file, false).metadata();
    if (width > SIDE_MAX || height > SIDE_MAX) return refused("logo_too_many_pixels");
    if (pages > 1) return refused("logo_animated");
    const { data, info } = await open(file, SIDE_MAX * SIDE_MAX)
      .autoOrient()
      .resize({ width: LOGO_WIDTH, height: LOGO_HEIGHT, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .png({ compressionLevel: 9 })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true });
    if (data.length > LOGO_BYTES) return refused("logo_damaged");
    const bytes = Uint8Array.from(data);
    return { ok: true, logo: { mediaType: "image/png", width: info.width, height: info.height, bytes } };
  } catch {
    return refused("logo_damaged");
  }
}

function refused(fault: LogoFault): { readonly ok: false; readonly fault: LogoFault } {
  return { ok: false, fault };
}

/** PNG, JPEG and WebP begin with these bytes; the name of a file says nothing. */
function hasSignature(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 12)).toString("latin1");
  return (
    head.startsWith("\x89PNG\r\n\x1a\n") || head.startsWith("\xff\xd8\xff") || /^RIFF[^]{4}WEBP$/.test(head)
  );
}

function looksLikeMarkup(file: Uint8Array): boolean {
  return /<(?:\?xml|!doctype|svg|!--)/i.test(Buffer.from(file.subarray(0, 1024)).toString("latin1"));
}

type Open = (file: Uint8Array, pixels: number | false) => Sharp;
let decoder: Promise<Open> | undefined;

/** Loaded with the first logo: most processes that handle content never see one. */
function loadDecoder(): Promise<Open> {
  decoder ??= import("sharp").then(({ default: sharp }) => {
    // Of the dozens of formats the library knows only these three are ever decoded, whatever it takes a file for.
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({
      operation: ["VipsForeignLoadPngBuffer", "VipsForeignLoadJpegBuffer", "VipsForeignLoadWebpBuffer"],
    });
    sharp.cache(false);
    sharp.concurrency(1);
    return (file, pixels) => sharp(file, { limitInputPixels: pixels, failOn: "error", sequentialRead: true });
  });
  return decoder;
}
