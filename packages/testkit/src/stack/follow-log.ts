// Reads what the services log: the last lines of one that died, and errors as they happen.

import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";

const TAIL_BYTES = 16_384;
const LOOK_EVERY_MS = 500;

/** The last `count` lines of a log file, none where there is no file. */
export function lastLines(file: string, count: number): readonly string[] {
  if (!existsSync(file)) return [];
  const lines = readFrom(file, -TAIL_BYTES).text.split("\n");
  return lines.filter((line) => line.trim() !== "").slice(-count);
}

/**
 * Calls `onLine` with each error that is appended from now on: JSON lines of level error and fatal, and
 * what is no JSON at all (a stack trace of the runtime). The services write to the file directly, so a
 * log is whole even when we are killed.
 */
export function reportErrors(file: string, onLine: (line: string) => void): { stop(): void } {
  let position = existsSync(file) ? readFrom(file, 0).end : 0;
  let rest = "";

  function look(): void {
    if (!existsSync(file)) return;
    const { text, end } = readFrom(file, position);
    position = end;
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (isError(line)) onLine(line);
  }

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      look();
    },
  };
}

function isError(line: string): boolean {
  // Node's own warnings are for us, not for whoever runs the service.
  if (line.trim() === "" || line.startsWith("(node:") || line.startsWith("(Use `node")) return false;
  if (!line.startsWith("{")) return true;
  return /"level":"(error|fatal)"/.test(line);
}

function readFrom(file: string, from: number): { text: string; end: number } {
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    const start = from < 0 ? Math.max(0, size + from) : Math.min(from, size);
    const bytes = Buffer.alloc(size - start);
    const read = readSync(handle, bytes, 0, bytes.length, start);
    return { text: bytes.toString("utf8", 0, read), end: start + read };
  } finally {
    closeSync(handle);
  }
}
