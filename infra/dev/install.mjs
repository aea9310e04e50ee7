// Installs the dependencies when, and only when, node_modules is not what the lockfile says.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Makes node_modules in `root` match pnpm-lock.yaml. Two commands started at once install once: the
 * second waits. Throws where the installation fails, saying what to do.
 */
export async function installOnce(root) {
  if (isInstalled(root)) return;
  const release = await takeLock(root);
  try {
    if (isInstalled(root)) return;
    process.stderr.write("Installing the dependencies (once, and again when the lockfile changes) …\n");
    await runPnpm(root);
    writeFileSync(stampFile(root), lockfileHash(root));
  } finally {
    release();
  }
}

function isInstalled(root) {
  const stamp = stampFile(root);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === lockfileHash(root);
}

function stampFile(root) {
  return join(root, "node_modules", ".posthorn-installed");
}

function lockfileHash(root) {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}\n`);
  for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, name)));
  return hash.digest("hex");
}

function runPnpm(root) {
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const args = ["--yes", "pnpm@12", "install", "--frozen-lockfile"];
  // CI: pnpm never asks, and replaces a node_modules made by something else without a terminal.
  const env = { ...process.env, CI: "true", npm_config_update_notifier: "false" };
  return new Promise((resolve, reject) => {
    // What it prints goes to the error output: the output is the command's own.
    const child = spawn(npx, args, { cwd: root, env, stdio: ["ignore", process.stderr, process.stderr] });
    child.on("error", (error) => reject(new Error(`npx does not start (${error.message}): install npm.`)));
    child.on("exit", (code) => {
      if (code === 0) resolve(undefined);
      else
        reject(
          new Error(
            "The dependencies could not be installed; the reason stands above. Mend it and run again.",
          ),
        );
    });
  });
}

async function takeLock(root) {
  const lock = join(root, ".posthorn", "install.lock");
  mkdirSync(join(root, ".posthorn"), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!isHeld(lock)) rmSync(lock, { force: true });
    else if (!told) process.stderr.write("Another command is installing; waiting for it …\n");
    await pause(300);
  }
}

function isHeld(lock) {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Empty: its holder has just made it and is about to write.
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
