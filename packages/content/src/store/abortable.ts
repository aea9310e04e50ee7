// Lets a signal end the reading of a source that has fallen silent.

/** The same pieces; once the signal is aborted, throws its reason, also in the midst of waiting for the next piece. */
export async function* abortable(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  if (signal === undefined) {
    yield* source;
    return;
  }
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting at that instant; the next read then finds the rejection.
  aborted.catch(() => undefined);
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  const reader = source[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const next = await Promise.race([reader.next(), aborted]);
      if (next.done === true) {
        ended = true;
        return;
      }
      yield next.value;
    }
  } catch (error) {
    // A source that waits inside next() answers return() only after it: do not wait for that.
    ended = true;
    reader.return?.().catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
    if (!ended) await reader.return?.();
  }
}
