// Binds the log's key and its witnesses to the log's verbs: append, checkpoint, cosign, each waiting for no other's failure.

import { createLogSigner, createWitnessClient } from "@posthorn/evidence";
import type { TimestampClient } from "@posthorn/pki";
import { appendLog, type Context, cosignCheckpoint, LOG_BATCH, makeCheckpoint } from "@posthorn/usecases";
import { createDrain, type Drain } from "../drain.ts";

export interface LogSettings {
  /** Ed25519, PKCS#8 PEM. */
  readonly key: string;
  /** Name of the log, as its checkpoints say it. */
  readonly origin: string;
  /** Verifier key and submission prefix of each, with a space between them. */
  readonly witnesses: readonly string[];
  readonly witnessTimeoutMs: number;
  /** From one checkpoint to the next at least. */
  readonly checkpointSeconds: number;
}

/**
 * Appends when woken; what that leads to wakes itself. A witness that is down holds up nothing but its own cosignature.
 * Throws RangeError for a key that cannot sign checkpoints, and for witnesses not written as they should be.
 */
export function createLogDrain(
  ctx: Context,
  timestamps: TimestampClient,
  settings: LogSettings,
  onError: (work: string) => (error: unknown) => void,
  onCheckpoint: () => void = () => undefined,
): Drain {
  const signer = createLogSigner(settings.origin, settings.key);
  const port = { sign: signer.sign, stamp: (sha256: Uint8Array) => timestamps.stamp(sha256) };
  const witnesses = settings.witnesses.map((text) => {
    const client = openWitness(text, settings.witnessTimeoutMs);
    return createDrain(() => cosignCheckpoint(ctx, client), onError(`witness ${client.name}`));
  });
  const checkpoint = createDrain(async () => {
    const made = await makeCheckpoint(ctx, port, settings.checkpointSeconds);
    if (made > 0) {
      onCheckpoint();
      for (const witness of witnesses) witness.wake();
    }
    return made;
  }, onError("checkpoint"));
  const append = createDrain(
    async () => {
      const appended = await appendLog(ctx);
      if (appended > 0) checkpoint.wake();
      return appended;
    },
    onError("log"),
    LOG_BATCH,
  );
  // What is appended too soon after a checkpoint waits for the next.
  const timer = setInterval(() => checkpoint.wake(), settings.checkpointSeconds * 1000);
  const all = [append, checkpoint, ...witnesses];
  return {
    wake: () => all.forEach((drain) => drain.wake()),
    async stop() {
      clearInterval(timer);
      await Promise.all(all.map((drain) => drain.stop()));
    },
  };
}

function openWitness(text: string, timeoutMs: number) {
  const [verifierKey = "", url = "", ...more] = text.split(/\s+/u);
  if (!URL.canParse(url) || more.length > 0)
    throw new RangeError(`a witness is its verifier key, a space and its address: "${text}" is not`);
  return createWitnessClient({ url, verifierKey, timeoutMs });
}
