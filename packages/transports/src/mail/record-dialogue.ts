// Follows the log of an SMTP connection pool and keeps, per mail, what client and server said to each other.

const LIMIT = 64 * 1024;

interface LogEntry {
  readonly tnx?: string;
  readonly sid?: string;
  readonly messageId?: string;
}

/** The shape of logger that the pool writes to. */
export interface DialogueLogger {
  trace(entry: object, text: string, ...values: unknown[]): void;
  debug(entry: object, text: string, ...values: unknown[]): void;
  info(entry: object, text: string, ...values: unknown[]): void;
  warn(entry: object, text: string, ...values: unknown[]): void;
  error(entry: object, text: string, ...values: unknown[]): void;
  fatal(entry: object, text: string, ...values: unknown[]): void;
}

export interface DialogueRecorder {
  readonly logger: DialogueLogger;
  /** The lines of one mail, by the identifier the pool logged for it; forgotten once taken. */
  take(messageId: string): string;
}

interface Session {
  /** Greeting and EHLO: they belong to every mail of the connection. */
  readonly opening: string[];
  authenticating: boolean;
  current: { lines: string[]; size: number } | undefined;
}

/** Credentials never enter: everything between AUTH and its final answer is left out. */
export function recordDialogues(): DialogueRecorder {
  const sessions = new Map<string, Session>();
  const dialogues = new Map<string, { lines: string[]; size: number }>();
  // The pool announces a mail and writes MAIL FROM in one go, so the next MAIL FROM is its.
  let announced: string | undefined;

  function note(entry: LogEntry, text: string): void {
    if (entry.tnx === "send" && entry.messageId) {
      announced = entry.messageId.replace(/^<|>$/g, "");
    } else if (entry.sid && (entry.tnx === "client" || entry.tnx === "server" || entry.tnx === "message")) {
      hear(entry.sid, entry.tnx, text);
    } else if (entry.sid && entry.tnx === "network" && /^Connection closed|^Server closed/.test(text)) {
      sessions.delete(entry.sid);
    }
  }

  function hear(sid: string, who: "client" | "server" | "message", text: string): void {
    const session = sessions.get(sid) ?? { opening: [], authenticating: false, current: undefined };
    sessions.set(sid, session);
    if (who === "client" && /^AUTH\b/i.test(text)) session.authenticating = true;
    if (session.authenticating) {
      session.authenticating = who !== "server" || text.startsWith("334");
      return;
    }
    if (who === "client" && /^RSET\b/i.test(text)) {
      session.current = undefined;
      return;
    }
    if (who === "client" && /^MAIL FROM:/i.test(text) && announced) {
      session.current = { lines: [...session.opening], size: 0 };
      dialogues.set(announced, session.current);
      announced = undefined;
    }
    const mark = who === "server" ? "S" : "C";
    const lines = text.split(/\r?\n/).map((line) => `${mark}: ${line}`);
    if (!session.current) session.opening.push(...lines.slice(0, 40 - session.opening.length));
    else if (session.current.size < LIMIT) {
      session.current.lines.push(...lines);
      session.current.size += text.length;
    }
  }

  const log = (entry: object, text: string, ...values: unknown[]): void => note(entry, fill(text, values));
  const silent = (): void => undefined;
  return {
    logger: { trace: silent, debug: log, info: log, warn: silent, error: silent, fatal: silent },
    take(messageId) {
      const dialogue = dialogues.get(messageId);
      dialogues.delete(messageId);
      return dialogue ? dialogue.lines.join("\n") : "";
    },
  };
}

function fill(text: string, values: readonly unknown[]): string {
  let next = 0;
  return String(text).replace(/%[sd]/g, (mark) => (next < values.length ? String(values[next++]) : mark));
}
