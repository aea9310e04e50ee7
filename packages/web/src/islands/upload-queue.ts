// The files of one drop zone on their way: hashed one after the other, sent three at a time.

import type { HashAnswer, HashRequest } from "./hash-protocol.ts";
import { fill, parseElement } from "./page.ts";
import { UploadRow } from "./upload-row.ts";
import type { UploadWords } from "../components/upload-words.ts";
import { sendFile } from "./send-file.ts";
import type { Sending } from "./send-file.ts";

const AT_ONCE = 3;

interface Entry {
  readonly id: number;
  readonly file: File;
  readonly row: UploadRow;
  state: "waiting" | "ready" | "sending" | "failed" | "over";
  sha256?: string;
  sending?: Sending;
}

export class DropQueue {
  readonly #island: HTMLElement;
  readonly #words: UploadWords;
  readonly #worker: Worker;
  readonly #entries = new Map<number, Entry>();
  #lastId = 0;

  constructor(island: HTMLElement) {
    this.#island = island;
    this.#words = JSON.parse(island.dataset["words"] ?? "{}") as UploadWords;
    this.#worker = new Worker(island.dataset["worker"] ?? "", { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<HashAnswer>) => this.#hashed(data));
  }

  add(files: FileList | null): void {
    for (const file of files ?? []) this.#addOne(file);
  }

  /** Nothing is on its way; a file that failed stays to be seen but holds nobody up. */
  idle(): boolean {
    return [...this.#entries.values()].every(({ state }) => state === "failed" || state === "over");
  }

  askToWait(): void {
    this.#say(this.#words.wait);
    const pending = [...this.#entries.values()].find(({ state }) => state !== "failed" && state !== "over");
    pending?.row.element.scrollIntoView({ block: "center" });
    pending?.row.remark(this.#words.wait);
  }

  #addOne(file: File): void {
    const id = (this.#lastId += 1);
    const row = new UploadRow(file, this.#words, {
      cancel: () => this.#cancel(id),
      retry: () => this.#start(id),
    });
    this.#island.querySelector(".files")?.append(row.element);
    this.#entries.set(id, { id, file, row, state: "waiting" });
    this.#start(id);
  }

  #start(id: number): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    const { file, row } = entry;
    if (file.size === 0) return this.#fail(entry, this.#words.empty, false);
    if (file.size > Number(this.#island.dataset["fileBytes"]))
      return this.#fail(entry, this.#words.tooLarge, false);
    row.waiting();
    if (entry.sha256 === undefined) {
      entry.state = "waiting";
      this.#ask({ kind: "hash", id, file });
    } else {
      entry.state = "ready";
      this.#sendNext();
    }
  }

  #hashed(answer: HashAnswer): void {
    const entry = this.#entries.get(answer.id);
    if (entry?.state !== "waiting") return;
    if (answer.kind === "progress") entry.row.hashing(answer.done);
    else if (answer.kind === "failed") this.#fail(entry, this.#words.failed, true);
    else {
      entry.sha256 = answer.sha256;
      entry.state = "ready";
      entry.row.waiting();
      this.#sendNext();
    }
  }

  #sendNext(): void {
    const all = [...this.#entries.values()];
    let room = AT_ONCE - all.filter(({ state }) => state === "sending").length;
    for (const entry of all) {
      if (room === 0) return;
      if (entry.state !== "ready" || entry.sha256 === undefined) continue;
      room -= 1;
      entry.state = "sending";
      entry.sending = sendFile(this.#island.dataset["uploadPath"] ?? "", entry.file, entry.sha256, (done) =>
        entry.row.sending(done),
      );
      void entry.sending.result.then((result) => {
        if (entry.state !== "sending") return;
        if (result.kind === "refused") this.#fail(entry, result.text ?? this.#words.failed, result.retryable);
        else this.#arrived(entry, result.html);
        this.#sendNext();
      });
    }
  }

  #arrived(entry: Entry, html: string): void {
    entry.state = "over";
    const row = parseElement(html, ".file");
    if (row === null) entry.row.arrived();
    else entry.row.element.replaceWith(row);
    this.#say(fill(this.#words.announceDone, { n: entry.file.name }));
    this.#island.dispatchEvent(new CustomEvent("posthorn:changed", { bubbles: true }));
  }

  #fail(entry: Entry, text: string, retryable: boolean): void {
    entry.state = "failed";
    entry.row.failed(text, retryable);
    this.#say(`${fill(this.#words.announceFailed, { n: entry.file.name })} ${text}`);
  }

  #cancel(id: number): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    entry.state = "over";
    entry.sending?.abort();
    this.#ask({ kind: "cancel", id });
    entry.row.element.remove();
    this.#entries.delete(id);
    this.#say(`${entry.file.name}: ${this.#words.cancelled}`);
    this.#sendNext();
  }

  #ask(request: HashRequest): void {
    this.#worker.postMessage(request);
  }

  #say(text: string): void {
    const status = this.#island.querySelector("[data-upload-status]");
    if (status !== null) status.textContent = text;
  }
}
