#!/usr/bin/env node
// `npx posthorn …` in a clone: the command line under the project's own Node.

process.argv.splice(2, 0, "posthorn");
await import("./run.mjs");
