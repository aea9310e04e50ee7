// A witness of the log for the dev stack: cosigns what fits what it saw before, refuses the rest, and remembers (C2SP tlog-witness).

import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  cosignNote,
  createNoteKey,
  formatNoteKey,
  parseNoteKey,
  readCheckpointNote,
  verifyConsistency,
  verifyNote,
} from "@posthorn/evidence";
import { Hono } from "hono";
import type { StandInClock } from "../standin/clock.ts";

export const WITNESS_MODES = ["ok", "down", "refuse", "garbage"] as const;
export type WitnessMode = (typeof WITNESS_MODES)[number];

export interface WitnessOptions {
  readonly name: string;
  /** Verifier key of the one log it knows. */
  readonly logKey: string;
  readonly clock: StandInClock;
  /** Where it remembers; without one it forgets with the process. */
  readonly file?: string;
}

export interface Witness {
  /** `POST /add-checkpoint`; `GET` and `POST /mode` with `{"mode":"down"}`; `GET /checkpoint` is the last it cosigned. */
  readonly app: Hono;
  readonly verifierKey: string;
  setMode(mode: WitnessMode): void;
  /** Every checkpoint it cosigned since it runs, oldest first, with its line. */
  kept(): readonly string[];
}

interface Memory {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly note: string;
}

/** The same name has the same key, as the stack's settings are made before its stand-ins. */
export function createWitness(options: WitnessOptions): Witness {
  const keys = keysOf(options.name);
  const own = createNoteKey(options.name, "cosignature", keys.publicKey);
  const log = parseNoteKey(options.logKey);
  const kept: string[] = [];
  let mode: WitnessMode = "ok";
  let memory: Memory | undefined =
    options.file !== undefined && existsSync(options.file)
      ? (JSON.parse(readFileSync(options.file, "utf8")) as Memory)
      : undefined;

  function remember(next: Memory): void {
    if (options.file !== undefined) {
      writeFileSync(`${options.file}.new`, JSON.stringify(next));
      renameSync(`${options.file}.new`, options.file);
    }
    memory = next;
    kept.push(next.note);
  }

  /** Check and change in one go, with nothing awaited in between. */
  function judge(
    body: string,
    now: Temporal.Instant,
  ): { status: 200 | 400 | 403 | 404 | 409 | 422; body: string } {
    const request = readRequest(body);
    if (!request) return { status: 400, body: "no request" };
    const { oldSize, proof, note } = request;
    const checkpoint = readCheckpointNote(note);
    if (!checkpoint) return { status: 400, body: "no checkpoint" };
    if (checkpoint.origin !== log.name) return { status: 404, body: "an unknown log" };
    if (!verifyNote(checkpoint, log)) return { status: 403, body: "not signed by the log" };
    if (oldSize > checkpoint.size) return { status: 400, body: "an old size above the new" };
    if (oldSize !== (memory?.size ?? 0)) return { status: 409, body: `${memory?.size ?? 0}\n` };
    if (memory && memory.size === checkpoint.size && memory.root !== base64(checkpoint.root))
      return { status: 409, body: `${memory.size}\n` };
    const older = { size: oldSize, root: Buffer.from(memory?.root ?? "", "base64") };
    if (!verifyConsistency(older, checkpoint, proof)) return { status: 422, body: "not consistent" };
    const line = cosignNote(checkpoint.text, options.name, keys, now);
    remember({ size: checkpoint.size, root: base64(checkpoint.root), note: note + line });
    return { status: 200, body: line };
  }

  const app = new Hono();
  app.post("/add-checkpoint", async (c) => {
    if (mode === "down") return c.text("Service Unavailable", 503);
    if (mode === "garbage") return c.text(`— ${options.name} AAAA\n`);
    if (mode === "refuse") return c.text("Forbidden", 403);
    const answer = judge(await c.req.text(), await options.clock.now());
    const type = answer.status === 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8";
    return c.body(answer.body, answer.status, { "content-type": type });
  });
  app.get("/checkpoint", (c) => (memory ? c.text(memory.note) : c.notFound()));
  app.get("/mode", (c) => c.json({ mode, size: memory?.size ?? 0 }));
  app.post("/mode", async (c) => {
    const asked = (await c.req.json().catch(() => null)) as { mode?: unknown } | null;
    const next = WITNESS_MODES.find((candidate) => candidate === asked?.mode);
    if (next === undefined) return c.json({ error: `mode is one of ${WITNESS_MODES.join(", ")}` }, 400);
    mode = next;
    return c.json({ mode, size: memory?.size ?? 0 });
  });
  return {
    app,
    verifierKey: formatNoteKey(own),
    setMode(next) {
      mode = next;
    },
    kept: () => [...kept],
  };
}

function readRequest(
  body: string,
): { readonly oldSize: number; readonly proof: readonly Uint8Array[]; readonly note: string } | undefined {
  const [, old, lines = "", note = ""] =
    /^old (0|[1-9]\d{0,14})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n(.*)$/su.exec(body) ?? [];
  if (old === undefined) return undefined;
  const proof = lines.split("\n").slice(0, -1);
  return { oldSize: Number(old), proof: proof.map((line) => Buffer.from(line, "base64")), note };
}

/** An Ed25519 key made of the name, as PKCS#8: nobody relies on a stand-in. */
function keysOf(name: string) {
  const seed = createHash("sha256").update(`witness ${name}`).digest();
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function base64(octets: Uint8Array): string {
  return Buffer.from(octets).toString("base64");
}
