// Tells while it flows by whether a file is text: valid UTF-8 without the control characters no text holds.

// Tab, line feed, form feed and carriage return are the controls that text files use; those from 80 on are what some
// converters leave of typographic quotes.
const NOT_TEXT = /(?![\t\n\f\r\u0080-\u009f])\p{Cc}/u;

export interface TextCheck {
  /** False once what came so far is not text. */
  feed(piece: Uint8Array): boolean;
  /** False where the text breaks off within a character. */
  end(): boolean;
}

export function createTextCheck(): TextCheck {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const holds = (piece: Uint8Array | undefined): boolean => {
    try {
      return !NOT_TEXT.test(piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true }));
    } catch {
      return false;
    }
  };
  return { feed: (piece) => holds(piece), end: () => holds(undefined) };
}
