// The services' own modules are bundled once for all workers, before the first of them starts a stack.

import { join } from "node:path";
import { bundleServices } from "@posthorn/testkit";

/** Called by vitest once. */
export default async function setup(): Promise<void> {
  // Whichever are asked for, all are made.
  await bundleServices(join(import.meta.dirname, "..", ".."), []);
}
