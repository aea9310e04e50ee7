// Answers the requests of one SFTP session (version 3, draft-ietf-secsh-filexfer-02) from a folder, and never from outside it.

import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
  existsSync,
} from "node:fs";
import { join, posix } from "node:path";
import ssh2, { type Attributes, type SFTPWrapper } from "ssh2";

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

export interface FolderRules {
  /** Bytes that may still be written, in all sessions; then the disk is full. */
  room(): number;
  /** Called for bytes that came; may end the connection. */
  onWritten(bytes: number): void;
}

type Handle =
  | { readonly kind: "file"; readonly fd: number }
  | { readonly kind: "folder"; readonly path: string; read: boolean };

/** A full disk and a name that is taken are told as OpenSSH tells them: "Failure". */
export function serveFolder(sftp: SFTPWrapper, root: string, rules: FolderRules): void {
  const handles = new Map<number, Handle>();
  let next = 0;
  const inside = (path: string) => join(root, posix.normalize(posix.join("/", path)));

  function keep(handle: Handle): Buffer {
    next += 1;
    handles.set(next, handle);
    const id = Buffer.alloc(4);
    id.writeUInt32BE(next);
    return id;
  }

  const held = (id: Buffer) => (id.length === 4 ? handles.get(id.readUInt32BE()) : undefined);

  function answer(request: number, act: () => void): void {
    try {
      act();
    } catch (error) {
      sftp.status(request, statusOf(error));
    }
  }

  const done = (request: number, act: () => void) =>
    answer(request, () => {
      act();
      sftp.status(request, STATUS_CODE.OK);
    });

  sftp.on("OPEN", (request, path, flags) =>
    answer(request, () => {
      const mode = (flags & OPEN_MODE.WRITE) === 0 ? "r" : "w";
      sftp.handle(request, keep({ kind: "file", fd: openSync(inside(path), mode) }));
    }),
  );
  sftp.on("WRITE", (request, id, offset, data) =>
    done(request, () => {
      const file = held(id);
      if (file?.kind !== "file" || rules.room() < data.length) throw new Error("no room");
      writeSync(file.fd, data, 0, data.length, offset);
      rules.onWritten(data.length);
    }),
  );
  sftp.on("READ", (request, id, offset, length) =>
    answer(request, () => {
      const file = held(id);
      if (file?.kind !== "file") throw new Error("no such handle");
      const data = Buffer.alloc(length);
      const read = readSync(file.fd, data, 0, length, offset);
      if (read === 0) sftp.status(request, STATUS_CODE.EOF);
      else sftp.data(request, data.subarray(0, read));
    }),
  );
  sftp.on("FSTAT", (request, id) =>
    answer(request, () => {
      const file = held(id);
      if (file?.kind !== "file") throw new Error("no such handle");
      sftp.attrs(request, attributesOf(fstatSync(file.fd)));
    }),
  );
  sftp.on("CLOSE", (request, id) =>
    done(request, () => {
      const handle = held(id);
      if (!handle) throw new Error("no such handle");
      if (handle.kind === "file") closeSync(handle.fd);
      handles.delete(id.readUInt32BE());
    }),
  );
  sftp.on("OPENDIR", (request, path) =>
    answer(request, () => {
      readdirSync(inside(path));
      sftp.handle(request, keep({ kind: "folder", path: inside(path), read: false }));
    }),
  );
  sftp.on("READDIR", (request, id) =>
    answer(request, () => {
      const folder = held(id);
      if (folder?.kind !== "folder") throw new Error("no such handle");
      if (folder.read) {
        sftp.status(request, STATUS_CODE.EOF);
        return;
      }
      folder.read = true;
      const names = readdirSync(folder.path).map((filename) => ({
        filename,
        longname: filename,
        attrs: attributesOf(statSync(join(folder.path, filename))),
      }));
      sftp.name(request, names);
    }),
  );
  const stat = (request: number, path: string) =>
    answer(request, () => sftp.attrs(request, attributesOf(statSync(inside(path)))));
  sftp.on("STAT", stat);
  sftp.on("LSTAT", stat);
  sftp.on("MKDIR", (request, path) => done(request, () => mkdirSync(inside(path))));
  sftp.on("REMOVE", (request, path) => done(request, () => unlinkSync(inside(path))));
  sftp.on("RMDIR", (request, path) => done(request, () => rmdirSync(inside(path))));
  sftp.on("SETSTAT", (request) => sftp.status(request, STATUS_CODE.OK));
  sftp.on("FSETSTAT", (request) => sftp.status(request, STATUS_CODE.OK));
  sftp.on("RENAME", (request, from, to) =>
    done(request, () => {
      if (existsSync(inside(to))) throw new Error("the name is taken");
      renameSync(inside(from), inside(to));
    }),
  );
  sftp.on("REALPATH", (request, path) => {
    const filename = posix.normalize(posix.join("/", path));
    sftp.name(request, [{ filename, longname: filename, attrs: {} as Attributes }]);
  });
  // Whoever has nothing more to ask waits for the end of the session.
  sftp.on("end", () => sftp.end());
  sftp.on("close", () => {
    for (const handle of handles.values()) if (handle.kind === "file") closeSync(handle.fd);
    handles.clear();
  });
}

function attributesOf({ mode, uid, gid, size, atimeMs, mtimeMs }: Stats): Attributes {
  const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
  return { mode, uid, gid, size, atime: seconds(atimeMs), mtime: seconds(mtimeMs) };
}

function statusOf(error: unknown): number {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return STATUS_CODE.NO_SUCH_FILE;
  return code === "EACCES" ? STATUS_CODE.PERMISSION_DENIED : STATUS_CODE.FAILURE;
}
