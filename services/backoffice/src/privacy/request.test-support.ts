// A request as the portal leaves it, with a paper of the desk and a letter.

import { createHash, randomBytes } from "node:crypto";
import type { VerbBench } from "@posthorn/testkit";
import { newId } from "@posthorn/runtime";
import { requestFileContext } from "@posthorn/usecases";

/** As the owner: ids of the request, of a file and of the event that holds a letter. */
export async function plantRequest(
  bench: VerbBench,
  staffId: string,
): Promise<{ readonly request: string; readonly file: string; readonly event: string }> {
  const { db } = bench.context("owner");
  const at = Temporal.Now.instant().round("millisecond");
  const [request, file, blobId] = [newId("rrq", at), newId("rrf", at), newId("blb", at)];
  await db
    .insertInto("rights_request")
    .values({
      id: request,
      kind: "access",
      channel: "letter",
      name: "Peeters",
      language: "nl",
      received_at: at,
      identity: "open",
      state: "identity",
    })
    .execute();
  const key = randomBytes(32);
  const bytes = Buffer.from("%PDF-1.7 letter");
  await bench.content.put(blobId, key, oneChunk(bytes));
  await db
    .insertInto("rights_request_file")
    .values({
      id: file,
      request_id: request,
      kind: "letter",
      blob_id: blobId,
      wrapped_key: Buffer.from(bench.wrapping.wrap(key, requestFileContext(file))),
      name: "letter.pdf",
      media_type: "application/pdf",
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      added_at: at,
    })
    .execute();
  const words = {
    letter: "identity",
    language: "nl",
    number: 1,
    right: "access",
    name: "Jan Peeters",
    address: [],
    receivedOn: "2026-11-01",
    writtenOn: "2026-11-22",
  };
  const { id } = await db
    .insertInto("rights_request_event")
    .values({ request_id: request, at, event: "letter", staff_id: staffId, words: JSON.stringify(words) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { request, file, event: String(id) };
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
