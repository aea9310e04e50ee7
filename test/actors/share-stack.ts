// One stack for all files of a test worker that leave it as they found it, running; starting one takes longer than most of them.

import { openStack, type TestStack } from "./open-stack.ts";

declare global {
  // Modules are loaded once a worker, so that this is one variable for all its files.
  var posthornStack: Promise<TestStack> | undefined;
}

/**
 * Everything runs. Its clock may stand anywhere, and others have left letters, mails and log lines in it: use addressees of
 * your own. It ends by itself with the worker's process.
 */
export function shareStack(): Promise<TestStack> {
  // What is due goes here as well, but nobody waits for it: looked for every second it asks fifty questions a second.
  globalThis.posthornStack ??= openStack({ environment: { eraser: { SWEEP_SECONDS: "30" } } });
  return globalThis.posthornStack;
}
