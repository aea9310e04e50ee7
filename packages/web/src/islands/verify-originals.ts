// The original files of a check: hashed one after the other beside the page, each leaving a digest in the form and nothing else.

import type { VerifyWords } from "../components/verify-words.ts";
import type { HashAnswer, HashRequest } from "./hash-protocol.ts";
import { fill } from "./page.ts";
import { remarkRow, sizedRow } from "./verify-row.ts";

interface Entry {
  readonly file: File;
  readonly row: HTMLLIElement;
  readonly bar: HTMLProgressElement;
  state: "hashing" | "done" | "failed";
}

export class CompareList {
  readonly #form: HTMLFormElement;
  readonly #words: VerifyWords;
  readonly #worker: Worker;
  readonly #list: HTMLElement | null;
  readonly #entries = new Map<number, Entry>();
  #lastId = 0;

  constructor(form: HTMLFormElement, words: VerifyWords) {
    this.#form = form;
    this.#words = words;
    this.#list = form.querySelector('[data-list="originals"]');
    this.#worker = new Worker(form.dataset["worker"] ?? "", { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<HashAnswer>) => this.#hashed(data));
    for (const row of this.#list?.querySelectorAll<HTMLLIElement>("[data-kept]") ?? [])
      row.append(this.#removal(row.querySelector("b")?.textContent ?? "", () => row.remove()));
  }

  /** No digest is still being computed. */
  idle(): boolean {
    return [...this.#entries.values()].every(({ state }) => state !== "hashing");
  }

  add(files: FileList | null): void {
    for (const file of files ?? []) {
      if ((this.#list?.childElementCount ?? 0) >= Number(this.#form.dataset["originals"]))
        return this.#say(this.#words.tooMany);
      this.#addOne(file);
    }
  }

  #addOne(file: File): void {
    const id = (this.#lastId += 1);
    const row = sizedRow(file, this.#words);
    const bar = document.createElement("progress");
    bar.className = "bar";
    bar.max = Math.max(file.size, 1);
    bar.setAttribute("aria-label", `${file.name}: ${this.#words.hashing}`);
    row.append(
      bar,
      this.#removal(file.name, () => this.#remove(id)),
    );
    this.#entries.set(id, { file, row, bar, state: "hashing" });
    this.#list?.append(row);
    this.#ask({ kind: "hash", id, file });
  }

  #hashed(answer: HashAnswer): void {
    const entry = this.#entries.get(answer.id);
    if (entry?.state !== "hashing") return;
    if (answer.kind === "progress") {
      entry.bar.value = answer.done;
      return;
    }
    entry.bar.remove();
    entry.state = answer.kind === "digest" ? "done" : "failed";
    if (answer.kind === "failed") {
      remarkRow(entry.row, this.#words.failed);
      return this.#say(`${entry.file.name}: ${this.#words.failed}`);
    }
    const { name, size } = entry.file;
    const digest = document.createElement("span");
    digest.className = "mono says-digest";
    digest.textContent = answer.sha256;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "digest";
    field.value = JSON.stringify({ name, size, sha256: answer.sha256 });
    entry.row.append(digest, field);
    this.#say(fill(this.#words.ready, { n: name }));
  }

  #remove(id: number): void {
    this.#entries.get(id)?.row.remove();
    this.#entries.delete(id);
    this.#ask({ kind: "cancel", id });
  }

  /** The file's name is for those who hear the button without seeing its row. */
  #removal(name: string, act: () => void): HTMLElement {
    const acts = document.createElement("div");
    acts.className = "acts";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn quiet";
    const hidden = document.createElement("span");
    hidden.className = "vh";
    hidden.textContent = ` ${name}`;
    button.append(this.#words.remove, hidden);
    button.addEventListener("click", () => {
      act();
      this.#form.querySelector<HTMLElement>("#originals")?.focus();
    });
    acts.append(button);
    return acts;
  }

  #ask(request: HashRequest): void {
    this.#worker.postMessage(request);
  }

  #say(text: string): void {
    const status = this.#form.querySelector("[data-status]");
    if (status !== null) status.textContent = text;
  }
}
