// Makes a response body of what is decrypted on the way: read only as fast as it is taken, left off when nobody takes it.

/** `onFailure` is told what broke the source off; the stream then fails too. */
export function streamOf(
  source: AsyncIterable<Uint8Array>,
  onFailure: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const step = await iterator.next().catch((error: unknown) => {
        onFailure(error);
        throw error;
      });
      if (step.done === true) controller.close();
      else controller.enqueue(step.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
