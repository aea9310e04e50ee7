// The row of one file on its way: name, bar, speed and rest, and what can be done.

import type { UploadWords } from "../components/upload-words.ts";
import { fill } from "./page.ts";
import { paceOf, restInWords, sizeInWords } from "./pace.ts";

export interface RowActs {
  cancel(): void;
  retry(): void;
}

export class UploadRow {
  readonly element = document.createElement("li");
  readonly #file: File;
  readonly #words: UploadWords;
  readonly #meta = make("span", "meta");
  readonly #bar = document.createElement("progress");
  readonly #text = make("p", "says");
  readonly #retry: HTMLButtonElement;
  readonly #cancel: HTMLButtonElement;
  #pace = paceOf(0, performance.now());

  constructor(file: File, words: UploadWords, acts: RowActs) {
    this.#file = file;
    this.#words = words;
    const name = make("b");
    name.textContent = file.name;
    this.#bar.className = "bar";
    this.#bar.max = Math.max(file.size, 1);
    this.#bar.setAttribute("aria-label", file.name);
    this.#text.hidden = true;
    this.#retry = button(words.retry, file.name, () => acts.retry());
    this.#cancel = button(words.cancel, file.name, () => acts.cancel());
    const acting = make("div", "acts");
    acting.append(this.#retry, this.#cancel);
    this.element.className = "file";
    this.element.append(name, this.#meta, this.#bar, this.#text, acting);
    this.waiting();
  }

  waiting(): void {
    this.#show(`${sizeInWords(this.#file.size, this.#words)} · ${this.#words.waiting}`, 0);
  }

  hashing(done: number): void {
    this.#show(`${sizeInWords(this.#file.size, this.#words)} · ${this.#words.hashing}`, done);
  }

  sending(done: number): void {
    if (done >= this.#file.size)
      return this.#show(`${sizeInWords(done, this.#words)} · ${this.#words.checking}`, done);
    this.#pace = done === 0 ? paceOf(0, performance.now()) : this.#pace.at(done, performance.now());
    const { perSecond } = this.#pace;
    const values = {
      done: sizeInWords(done, this.#words),
      total: sizeInWords(this.#file.size, this.#words),
      speed: fill(this.#words.perSecond, { n: sizeInWords(perSecond, this.#words) }),
      rest: restInWords((this.#file.size - done) / Math.max(perSecond, 1), this.#words),
    };
    this.#show(
      perSecond === 0 ? `${values.done} / ${values.total}` : fill(this.#words.sending, values),
      done,
    );
  }

  arrived(): void {
    this.#show(sizeInWords(this.#file.size, this.#words), this.#file.size);
    this.#cancel.hidden = true;
    this.#bar.hidden = true;
  }

  /** A remark that stops nothing. */
  remark(text: string): void {
    this.#say(text, "says");
  }

  failed(text: string, retryable: boolean): void {
    this.#meta.textContent = sizeInWords(this.#file.size, this.#words);
    this.#bar.hidden = true;
    this.#retry.hidden = !retryable;
    label(this.#cancel, this.#words.remove, this.#file.name);
    this.#say(text, "err");
  }

  #say(text: string, className: string): void {
    this.#text.className = className;
    this.#text.textContent = text;
    this.#text.hidden = false;
  }

  #show(meta: string, done: number): void {
    this.#meta.textContent = meta;
    this.#bar.value = done;
    this.#bar.hidden = false;
    this.#retry.hidden = true;
    if (this.#text.className === "err") this.#text.hidden = true;
    label(this.#cancel, this.#words.cancel, this.#file.name);
  }
}

function make(tag: "b" | "span" | "p" | "div", className = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function button(text: string, of: string, act: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "btn quiet";
  label(element, text, of);
  element.addEventListener("click", act);
  return element;
}

/** The file's name is for those who hear the button without seeing its row. */
function label(element: HTMLButtonElement, text: string, of: string): void {
  if (element.firstChild?.textContent === text) return;
  const hidden = make("span", "vh");
  hidden.textContent = ` ${of}`;
  element.replaceChildren(text, hidden);
}
