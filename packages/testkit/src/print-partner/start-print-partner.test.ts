import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  newSshKey,
  PRINT_PARTNER_USER,
  sshFingerprint,
  type PrintPartner,
  startPrintPartner,
} from "./start-print-partner.ts";

const missing = ["sftp", "ssh-keygen"].filter((name) => spawnSync(name, ["-?"]).error !== undefined);
const pair = newSshKey();
const host = newSshKey();
let folder: string;
let partner: PrintPartner;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-partner-"));
  mkdirSync(join(folder, "root", "in"), { recursive: true });
  writeFileSync(join(folder, "key"), pair.private, { mode: 0o600 });
  writeFileSync(join(folder, "host.pub"), `${host.public}\n`);
  writeFileSync(join(folder, "letter.pdf"), "%PDF-1.7 letter");
  partner = await startPrintPartner({
    port: 0,
    directory: join(folder, "root"),
    hostKey: host.private,
    clientKey: pair.public,
  });
});
afterAll(async () => {
  await partner.stop();
  rmSync(folder, { recursive: true });
});

test.skipIf(missing.length > 0)(
  `OpenSSH brings a file, renames it, fetches it back (skipped: ${missing.join(", ") || "nothing"} is not installed)`,
  async () => {
    const { promise, resolve } = Promise.withResolvers<number | null>();
    writeFileSync(
      join(folder, "commands"),
      [
        `put ${join(folder, "letter.pdf")} in/.part`,
        "rename in/.part in/letter.pdf",
        `get in/letter.pdf ${join(folder, "back.pdf")}`,
        "-put /etc/hostname ../../outside",
        "ls in",
      ].join("\n"),
    );
    const known = `[127.0.0.1]:${partner.port} ${host.public}\n`;
    writeFileSync(join(folder, "known"), known);
    const child = spawn(
      "sftp",
      [
        ["-b", join(folder, "commands")],
        ["-i", join(folder, "key")],
        ["-F", "none"],
        ["-o", `UserKnownHostsFile=${join(folder, "known")}`],
        ["-o", "IdentitiesOnly=yes"],
        ["-P", String(partner.port)],
        [`${PRINT_PARTNER_USER}@127.0.0.1`],
      ].flat(),
      { stdio: "ignore" },
    );
    child.once("exit", resolve);
    expect(await promise).toBe(0);
    expect(readFileSync(join(folder, "back.pdf"), "utf8")).toBe("%PDF-1.7 letter");
    expect(existsSync(join(folder, "root", "in", "letter.pdf"))).toBe(true);
    expect(existsSync(join(folder, "outside"))).toBe(false);
  },
);

test.skipIf(missing.length > 0)(
  `ssh-keygen shows the fingerprint that is pinned (skipped: ${missing.join(", ") || "nothing"} is not installed)`,
  () => {
    const shown = execFileSync("ssh-keygen", ["-l", "-f", join(folder, "host.pub")], { encoding: "utf8" });
    expect(shown).toContain(`SHA256:${partner.hostKey} `);
  },
);

test("every pair that is made is whole, also the one in 256 whose public key begins with a zero", () => {
  for (let made = 0; made < 1_000; made++) {
    const { private: privateKey, public: publicKey } = newSshKey();
    expect(sshFingerprint(privateKey)).toBe(sshFingerprint(publicKey));
  }
});
