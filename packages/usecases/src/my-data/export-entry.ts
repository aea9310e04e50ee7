// Files of an export: JSON written whole, lines written as they are read; none is ever held beyond a page of rows.

export interface ExportEntry {
  /** Path inside the export, with slashes. */
  readonly name: string;
  /** Read at most once, when its turn comes. */
  stream(): AsyncIterable<Uint8Array>;
}

const encoder = new TextEncoder();

export function jsonEntry(name: string, value: unknown): ExportEntry {
  return textEntry(name, `${JSON.stringify(value, null, 2)}\n`);
}

export function textEntry(name: string, text: string): ExportEntry {
  return bytesEntry(name, encoder.encode(text));
}

export function bytesEntry(name: string, bytes: Uint8Array): ExportEntry {
  return {
    name,
    async *stream() {
      yield bytes;
    },
  };
}

/** One JSON value a line. */
export function linesEntry(name: string, pages: AsyncIterable<readonly unknown[]>): ExportEntry {
  return {
    name,
    async *stream() {
      for await (const page of pages)
        yield encoder.encode(page.map((line) => `${JSON.stringify(line)}\n`).join(""));
    },
  };
}
