// One PostgreSQL server for all the tests that need a database, started before the first of them.

import { startTestServer } from "@posthorn/testkit";

// Two projects ask for it, each with its own copy of this module.
const shared = globalThis as { posthornTestServer?: { users: number; stop: Promise<() => Promise<void>> } };

/** Called by vitest once per project; answers its tear-down. */
export default async function setup(): Promise<() => Promise<void>> {
  const running = (shared.posthornTestServer ??= { users: 0, stop: startTestServer() });
  running.users += 1;
  const stop = await running.stop;
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    delete shared.posthornTestServer;
    await stop();
  };
}
