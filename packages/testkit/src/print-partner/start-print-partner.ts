// A print partner: a real SFTP server over SSH that takes files into a folder, and can be down, full, or break off half way.

import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import ssh2, { type Connection } from "ssh2";
import { serveFolder } from "./serve-folder.ts";

export const PRINT_PARTNER_USER = "posthorn";
/** The name of the algorithm and 32 octets, each after its length (RFC 8709). */
const PUBLIC_KEY_OCTETS = 4 + "ssh-ed25519".length + 4 + 32;

/** `full` and `break` after that many further bytes. */
export type PrintPartnerMode =
  | { readonly kind: "ok" | "down" }
  | { readonly kind: "full" | "break"; readonly after: number };

export interface PrintPartnerOptions {
  readonly port: number;
  readonly host?: string;
  /** What arrives lies there; made where missing. */
  readonly directory: string;
  /** Private key of the host, OpenSSH or PEM. */
  readonly hostKey: string;
  /** Public key of the one who may bring files, as a line of `authorized_keys`. */
  readonly clientKey: string;
}

export interface PrintPartner {
  readonly port: number;
  /** SHA-256 of the host's public key, base 64 without padding. */
  readonly hostKey: string;
  readonly directory: string;
  setMode(mode: PrintPartnerMode): void;
  stop(): Promise<void>;
}

/** A pair as OpenSSH writes it: Ed25519. */
export function newSshKey(): { readonly private: string; readonly public: string } {
  for (;;) {
    const { private: privateKey, public: publicKey } = ssh2.utils.generateKeyPairSync("ed25519");
    // The library drops leading zero octets of the public key, which have their place in it (RFC 8709): one pair in 256.
    if (isWhole(privateKey) && isWhole(publicKey)) return { private: privateKey, public: publicKey };
  }
}

function isWhole(key: string): boolean {
  const parsed = ssh2.utils.parseKey(key);
  return !(parsed instanceof Error) && parsed.getPublicSSH().length === PUBLIC_KEY_OCTETS;
}

/** The public half of a private key, as a line of `authorized_keys`. */
export function sshPublicKey(privateKey: string): string {
  const key = parse(privateKey);
  return `${key.type} ${key.getPublicSSH().toString("base64")}`;
}

/** As the configuration of a printer pins it. Takes either half. */
export function sshFingerprint(key: string): string {
  return createHash("sha256").update(parse(key).getPublicSSH()).digest("base64").replace(/=+$/, "");
}

export async function startPrintPartner(options: PrintPartnerOptions): Promise<PrintPartner> {
  const { directory, host = "127.0.0.1" } = options;
  mkdirSync(directory, { recursive: true });
  const client = parse(options.clientKey);
  const connections = new Set<Connection>();
  let mode: PrintPartnerMode = { kind: "ok" };
  let written = 0;

  const server = new ssh2.Server({ hostKeys: [options.hostKey] }, (connection) => {
    if (mode.kind === "down") {
      connection.end();
      return;
    }
    connections.add(connection);
    // Many small questions and answers: each would otherwise wait for the one before to be acknowledged.
    (connection as Connection & { setNoDelay(on: boolean): void }).setNoDelay(true);
    connection.on("close", () => connections.delete(connection));
    // Whoever breaks off is no failure of ours.
    connection.on("error", () => undefined);
    connection.on("authentication", (asked) => {
      const known =
        asked.method === "publickey" &&
        asked.username === PRINT_PARTNER_USER &&
        asked.key.data.equals(client.getPublicSSH()) &&
        // Without a signature he only asks whether this key would do.
        (!asked.signature ||
          client.verify(asked.blob ?? Buffer.alloc(0), asked.signature, asked.hashAlgo) === true);
      if (known) asked.accept();
      else asked.reject(["publickey"]);
    });
    connection.on("session", (accept) => {
      accept().on("sftp", (acceptSftp) => {
        serveFolder(acceptSftp(), directory, {
          room: () => (mode.kind === "full" ? mode.after - written : Number.POSITIVE_INFINITY),
          onWritten(bytes) {
            written += bytes;
            if (mode.kind === "break" && written >= mode.after) connection.end();
          },
        });
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, host, () => resolve());
  });

  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : options.port,
    hostKey: sshFingerprint(options.hostKey),
    directory,
    setMode(next) {
      mode = next;
      written = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of connections) connection.end();
      }),
  };
}

function parse(key: string) {
  const parsed = ssh2.utils.parseKey(key);
  if (parsed instanceof Error) throw parsed;
  return parsed;
}
