// `npm run format`: brings every file, or those named, into the project's one format.

import { spawn } from "node:child_process";

const child = spawn("oxfmt", ["--write", ...process.argv.slice(2)], { stdio: "inherit" });
child.on("error", (error) => {
  throw error;
});
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
