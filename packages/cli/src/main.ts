// `posthorn …`: binds the command line to this process.

import { runCommand } from "./run-command.ts";

// Whoever reads only the first lines has what he wanted (`… | head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
process.exitCode = await runCommand(process.argv.slice(2), {
  folder: process.env["POSTHORN_CWD"] ?? process.cwd(),
  env: process.env,
  now: () => Temporal.Now.instant(),
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
