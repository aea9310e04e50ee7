// Part 1 of every message, `message.txt`: UTF-8, NFC, LF; subject line, empty line, body source.

import { AppError } from "../error.ts";

export const MESSAGE_TEXT_NAME = "message.txt";

export interface MessageText {
  readonly subject: string;
  readonly body: string;
}

/**
 * The bytes that are hashed and handed over. Takes what `parseSubject` and `parseBody` gave and changes nothing;
 * text that is not in that form would be hashed otherwise than it is shown: `message_text_malformed`.
 */
export function encodeMessageText({ subject, body }: MessageText): Uint8Array {
  const text = `${subject}\n\n${body}`;
  if (
    subject.includes("\n") ||
    text.includes("\r") ||
    !text.isWellFormed() ||
    text !== text.normalize("NFC")
  ) {
    throw new AppError("internal", "message_text_malformed");
  }
  return new TextEncoder().encode(text);
}

/** Subject and body from the bytes of part 1; `message_text_malformed` where they are not such. */
export function decodeMessageText(bytes: Uint8Array): MessageText {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const end = text.indexOf("\n\n");
    if (end < 0) throw new Error("no empty line after the subject");
    return { subject: text.slice(0, end), body: text.slice(end + 2) };
  } catch (cause) {
    throw new AppError("internal", "message_text_malformed", { cause });
  }
}
