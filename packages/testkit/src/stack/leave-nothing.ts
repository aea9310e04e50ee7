// Deletes the folders of a temporary stack, also where its process is killed and can do nothing any more.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

// Its input is a pipe from us: it closes when we end. Database and services see the same and end by themselves.
const WATCH = `
read -r _
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  sleep 1
  [ -e "$1" ] || break
done
shift
rm -rf "$@"
`;

/** Call before anything is put into `folders`; the database's lock file in `cluster` is waited for. */
export function leaveNothing(cluster: string, folders: readonly string[]): { remove(): void } {
  const watcher = spawn(
    "/bin/sh",
    ["-c", WATCH, "leave-nothing", join(cluster, "postmaster.pid"), ...folders],
    {
      cwd: "/",
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    },
  );
  watcher.stdin.on("error", () => undefined);
  watcher.unref();
  return {
    remove() {
      watcher.kill("SIGKILL");
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}
