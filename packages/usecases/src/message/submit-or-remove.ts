// Submits a message whose parts are stored; parts stored in vain are removed, but never those of a message that may stand.

import { AppError } from "@posthorn/domain";
import type { ContentPort, Context } from "../context.ts";
import {
  type AcceptedMessage,
  findAccepted,
  type IntakePorts,
  type Submission,
  submitMessage,
} from "./submit-message.ts";

/** `stored` names the blobs that nothing else needs. Errors: those of `submitMessage`. */
export async function submitOrRemove(
  ctx: Context,
  ports: IntakePorts & { readonly content: ContentPort },
  input: Submission,
  stored: readonly string[],
): Promise<AcceptedMessage> {
  try {
    const accepted = await submitMessage(ctx, ports, input);
    if (accepted.repeated) await removeBlobs(ports.content, stored);
    return accepted;
  } catch (error) {
    // The connection may have broken after the commit and before its answer: then the message stands and needs its parts.
    // Where even that cannot be asked, the blobs stay: without a wrapped key nobody can read them.
    if (error instanceof AppError && error.code === "database_unavailable") {
      const accepted = await findAccepted(ctx, input, input.messageId).catch(() => null);
      if (accepted) return { ...accepted, repeated: false };
      throw error;
    }
    await removeBlobs(ports.content, stored);
    throw error;
  }
}

export async function removeBlobs(content: ContentPort, blobIds: readonly string[]): Promise<void> {
  for (const blobId of blobIds) await content.remove(blobId);
}
