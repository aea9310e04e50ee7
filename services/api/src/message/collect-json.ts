// The bytes of a JSON document as they arrive, of a bounded size.

import { AppError } from "@posthorn/domain";

/** Errors: too_large `message_json_too_large`. */
export async function collectJson(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if ((bytes += chunk.byteLength) > mostBytes)
      throw new AppError("too_large", "message_json_too_large", {
        detail: `The JSON may have ${mostBytes} bytes.`,
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
