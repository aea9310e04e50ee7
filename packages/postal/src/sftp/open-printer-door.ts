// Brings the files of a batch to a print partner by SFTP: into a folder nobody looks at, which gets its name when all is there.

import { posix } from "node:path";
import { AppError, type PrinterProfile } from "@posthorn/domain";
import { connectSftp, type SftpConnection } from "./connect-sftp.ts";
import { type PushFault, pushFailure } from "./push-failure.ts";

interface FileToPush {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** As the verb that pushes asks for it. */
export interface SftpDoor {
  push(
    printer: PrinterProfile,
    folder: string,
    files: AsyncIterable<FileToPush>,
    last: FileToPush,
  ): Promise<void>;
}

const PATIENCE_MS = 60_000;
// Status codes of the protocol (draft-ietf-secsh-filexfer-02 §7; 14 and 15 of later drafts, which servers send too).
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
const FAILURE = 4;
const NO_SPACE = 14;
const QUOTA = 15;

/**
 * `keys`: private keys by key of the printer, PEM or OpenSSH. Nobody but the host of the printer's profile is called, and he only
 * if his key is the one that is pinned there.
 */
export function openPrinterDoor(options: {
  readonly keys: ReadonlyMap<string, string>;
  readonly patienceMs?: number;
}): SftpDoor {
  return {
    async push(printer, folder, files, last) {
      const { sftp: place } = printer;
      if (!place)
        throw new AppError("internal", "printer_has_no_place", { detail: `${printer.key} has no SFTP` });
      const key = options.keys.get(printer.key);
      if (key === undefined) throw pushFailure("no_key");
      const connection = await connectSftp(place, key, options.patienceMs ?? PATIENCE_MS);
      try {
        await pushFolder(connection, place.directory, folder, files, last);
      } finally {
        connection.end();
      }
    },
  };
}

async function pushFolder(
  connection: SftpConnection,
  directory: string,
  folder: string,
  files: AsyncIterable<FileToPush>,
  last: FileToPush,
): Promise<void> {
  const whole = posix.join(directory, folder);
  const part = posix.join(directory, `.${folder}.part`);
  if (await isThere(connection, whole)) {
    if (await holds(connection, posix.join(whole, last.name), last.bytes)) return;
    throw pushFailure("already_there");
  }
  await clear(connection, part);
  await call((done) => connection.sftp.mkdir(part, done));
  for await (const file of files) await write(file);
  await write(last);
  await call((done) => connection.sftp.rename(part, whole, done));

  async function write({ name, bytes }: FileToPush): Promise<void> {
    const path = posix.join(part, name);
    await call((done) => connection.sftp.writeFile(path, Buffer.from(bytes), done));
    const { size } = await call<{ size: number }>((done) => connection.sftp.stat(path, done));
    if (size !== bytes.length) throw pushFailure("no_room");
  }

  async function call<T>(begin: Parameters<typeof connection.wait<T>>[0]): Promise<T> {
    try {
      return await connection.wait<T>(begin);
    } catch (error) {
      throw pushFailure(faultOf(error), error);
    }
  }
}

async function isThere({ sftp, wait }: SftpConnection, path: string): Promise<boolean> {
  return absentAs(
    false,
    wait((done) => sftp.stat(path, done)).then(() => true),
  );
}

async function holds({ sftp, wait }: SftpConnection, path: string, bytes: Uint8Array): Promise<boolean> {
  const found = await absentAs(
    null,
    wait<Buffer>((done) => sftp.readFile(path, done)),
  );
  return found !== null && found.equals(bytes);
}

/** What an earlier try left: begun anew, since nobody knows how much of its last file arrived. */
async function clear({ sftp, wait }: SftpConnection, folder: string): Promise<void> {
  const left = await absentAs(
    null,
    wait<readonly { readonly filename: string }[]>((done) => sftp.readdir(folder, done)),
  );
  if (left === null) return;
  try {
    for (const { filename } of left)
      if (filename !== "." && filename !== "..")
        await wait((done) => sftp.unlink(posix.join(folder, filename), done));
    await wait((done) => sftp.rmdir(folder, done));
  } catch (error) {
    throw pushFailure(faultOf(error), error);
  }
}

async function absentAs<T>(instead: T, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (statusOf(error) === NO_SUCH_FILE) return instead;
    throw pushFailure(faultOf(error), error);
  }
}

function faultOf(error: unknown): PushFault {
  switch (statusOf(error)) {
    case PERMISSION_DENIED:
    case NO_SUCH_FILE:
      return "denied";
    // All that version 3 has to say of a full disk.
    case FAILURE:
    case NO_SPACE:
    case QUOTA:
      return "no_room";
    default:
      return "broken_off";
  }
}

function statusOf(error: unknown): number | undefined {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "number" ? code : undefined;
}
