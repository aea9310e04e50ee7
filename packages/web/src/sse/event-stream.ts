// Server-sent events: what a page that waits listens to. Beats so that proxies keep the line, ends when the reader or the service goes.

import type { Context } from "hono";

export interface ServerEvent {
  /** Event name the page listens for. */
  readonly event: string;
  /** One or more lines; never personal data. */
  readonly data: string;
  readonly id?: string;
}

export interface EventStreamOptions {
  /** Default 15,000. */
  readonly heartbeatMilliseconds?: number;
  /** Ends every stream when the service stops; the page reconnects by itself. */
  readonly stopping?: AbortSignal;
}

/** `events` gets a signal that fires when nobody listens any more; it must return soon after. An error in it ends the stream. */
export function eventStream(
  c: Context,
  events: (signal: AbortSignal) => AsyncIterable<ServerEvent>,
  options: EventStreamOptions = {},
): Response {
  const gone = new AbortController();
  const signals = [
    gone.signal,
    c.req.raw.signal,
    ...(options.stopping === undefined ? [] : [options.stopping]),
  ];
  const signal = AbortSignal.any(signals);
  const encoder = new TextEncoder();

  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string): void => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const beat = setInterval(() => write(": here\n\n"), options.heartbeatMilliseconds ?? 15_000);
      // The first byte goes out at once: the browser then counts the line as open.
      write("retry: 2000\n\n");
      pump(events(signal), write, signal)
        .catch(() => undefined)
        .finally(() => {
          clearInterval(beat);
          if (!gone.signal.aborted) {
            gone.abort();
            controller.close();
          }
        });
    },
    cancel() {
      gone.abort();
    },
  });
  return c.body(body, 200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
  });
}

async function pump(
  events: AsyncIterable<ServerEvent>,
  write: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const iterator = events[Symbol.asyncIterator]();
  const stopped = new Promise<{ done: true; value: undefined }>((resolve) => {
    const stop = (): void => resolve({ done: true, value: undefined });
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    for (;;) {
      const step = await Promise.race([iterator.next(), stopped]);
      if (step.done === true) return;
      write(format(step.value));
    }
  } finally {
    // Not awaited: an iterator that hangs in its last wait must not keep the response open.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

function format({ event, data, id }: ServerEvent): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `event: ${oneLine(event)}\n${id === undefined ? "" : `id: ${oneLine(id)}\n`}${lines.join("")}\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, " ");
}
