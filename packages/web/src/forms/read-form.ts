// Reads a urlencoded form strictly: broken UTF-8 is refused instead of repaired, line ends become LF, text becomes NFC.

import { AppError } from "@posthorn/domain";
import type { Context } from "hono";

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** An empty form for another content type. May be called again: the body is read once. Throws AppError bad_request `broken_text`. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const form = new URLSearchParams();
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header("Content-Type") ?? "")) return form;
  for (const pair of (await c.req.text()).split("&")) {
    if (pair === "") continue;
    const [name = "", ...value] = pair.split("=");
    form.append(decode(name), decode(value.join("=")));
  }
  return form;
}

/** NFC, and LF for every line end, as texts are hashed and compared. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC");
}

/** Throws AppError bad_request `broken_text` where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new AppError("bad_request", "broken_text", { detail: "the text is not valid UTF-8", cause });
  }
}

function decode(encoded: string): string {
  const bytes: number[] = [];
  const source = Buffer.from(encoded.replaceAll("+", " "), "utf8");
  for (let index = 0; index < source.length; index += 1) {
    const byte = source[index] ?? 0;
    const hex = byte === 0x25 ? source.toString("latin1", index + 1, index + 3) : "";
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      index += 2;
    } else bytes.push(byte);
  }
  return normaliseText(decodeUtf8(Uint8Array.from(bytes)));
}
