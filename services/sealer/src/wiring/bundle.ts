// Binds key, timestamp authority and the verifier page to what making bundles asks for.

import { makeBundle } from "@posthorn/evidence";
import type { TimestampClient } from "@posthorn/pki";
import { type BundlePort, type Context, makeBundles } from "@posthorn/usecases";
import { createDrain, type Drain } from "../drain.ts";
import type { KeyRing } from "./key-ring.ts";
import { stampToken } from "./stamp-token.ts";

export interface BundleSettings {
  /** Absolute URL of the verify site. */
  readonly verifyUrl: string;
  /** Of the public log, as a C2SP vkey; null where there is none. */
  readonly logKey: string | null;
  /** HTML of the page that checks a bundle offline. */
  readonly verifier: string;
}

export function bundlePort(
  keys: Pick<KeyRing, "current">,
  timestamps: TimestampClient,
  settings: BundleSettings,
): BundlePort {
  return {
    make({ records, ...content }, now) {
      const bundled = records.map(({ id: _id, token, leafIndex, treeSize, path, stampedAt, ...record }) => ({
        ...record,
        stamp: { token, path: { index: leafIndex, size: treeSize, hashes: path }, genTime: stampedAt },
      }));
      return makeBundle(
        { ...content, ...settings, records: bundled },
        { key: keys.current(), timestamp: stampToken(timestamps), now },
      );
    },
  };
}

/** How often a bundle that waits for seals, proofs or the next checkpoint is looked at. */
const LOOK_SECONDS = 5;

/** Makes bundles when woken, and looks by itself at those that wait: what they wait for wakes nobody. */
export function createBundleDrain(
  ctx: Context,
  keys: Pick<KeyRing, "current" | "refresh">,
  port: BundlePort,
  onError: (error: unknown) => void,
): Drain {
  const drain = createDrain(async () => {
    await keys.refresh();
    return makeBundles(ctx, port);
  }, onError);
  const timer = setInterval(() => drain.wake(), LOOK_SECONDS * 1000);
  return {
    wake: () => drain.wake(),
    stop() {
      clearInterval(timer);
      return drain.stop();
    },
  };
}
