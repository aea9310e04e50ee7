// Keeps the mails that arrived: a bounded number in memory, and where a directory is given as .eml files too.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface MailEnvelope {
  /** Empty for the null sender. */
  readonly from: string;
  readonly to: readonly string[];
  /** ENVID as given (RFC 3461). */
  readonly id: string | null;
  readonly notify: readonly string[];
}

export interface StoredMail {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly envelope: MailEnvelope;
  readonly raw: Buffer;
}

export interface MailStore {
  /** On return the mail is in the directory, where there is one. */
  add(mail: Omit<StoredMail, "id">): Promise<StoredMail>;
  get(id: string): StoredMail | undefined;
  /** Newest first; `to` compares whole addresses without case. */
  list(filter?: { readonly to?: string | undefined }): readonly StoredMail[];
}

export interface MailStoreOptions {
  /** Default 5,000. */
  readonly maxMails?: number;
  readonly directory?: string | undefined;
}

/** Mails of an earlier run are read from the directory; files that are not ours are left alone. */
export async function openMailStore(options: MailStoreOptions = {}): Promise<MailStore> {
  const { directory, maxMails = 5_000 } = options;
  const mails = new Map<string, StoredMail>();
  if (directory) {
    await mkdir(directory, { recursive: true });
    for (const mail of await readAll(directory)) mails.set(mail.id, mail);
  }
  let last = Math.max(0, ...Array.from(mails.keys(), (id) => Number(id.slice(1))));

  async function add(arrived: Omit<StoredMail, "id">): Promise<StoredMail> {
    last += 1;
    const mail: StoredMail = { ...arrived, id: `m${String(last).padStart(7, "0")}` };
    if (directory) {
      await writeFile(join(directory, `${mail.id}.eml`), mail.raw);
      await writeFile(
        join(directory, `${mail.id}.json`),
        JSON.stringify({ at: mail.at, envelope: mail.envelope }),
      );
    }
    mails.set(mail.id, mail);
    const oldest = mails.keys().next().value;
    if (mails.size > maxMails && oldest !== undefined) {
      mails.delete(oldest);
      if (directory)
        await Promise.all(
          ["eml", "json"].map((end) => rm(join(directory, `${oldest}.${end}`), { force: true })),
        );
    }
    return mail;
  }

  function list(filter: { readonly to?: string | undefined } = {}): readonly StoredMail[] {
    const wanted = filter.to?.trim().toLowerCase();
    return Array.from(mails.values())
      .filter((mail) => !wanted || mail.envelope.to.some((address) => address.toLowerCase() === wanted))
      .toReversed();
  }

  return { add, get: (id) => mails.get(id), list };
}

async function readAll(directory: string): Promise<StoredMail[]> {
  const names = (await readdir(directory)).filter((name) => /^m\d{7}\.json$/.test(name)).toSorted();
  const mails = await Promise.all(names.map((name) => readOne(directory, name.slice(0, -".json".length))));
  return mails.filter((mail) => mail !== null);
}

/** A mail whose pair of files was not finished when the process died is left out. */
async function readOne(directory: string, id: string): Promise<StoredMail | null> {
  try {
    const about = JSON.parse(await readFile(join(directory, `${id}.json`), "utf8")) as {
      at: string;
      envelope: MailEnvelope;
    };
    const raw = await readFile(join(directory, `${id}.eml`));
    return { id, at: Temporal.Instant.from(about.at), envelope: about.envelope, raw };
  } catch {
    return null;
  }
}
