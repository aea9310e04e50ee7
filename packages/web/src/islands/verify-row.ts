// The row of one file in the check: its name, its size, and a remark where something is wrong with it.

import type { VerifyWords } from "../components/verify-words.ts";
import { sizeInWords } from "./pace.ts";

export function sizedRow(file: File, words: VerifyWords): HTMLLIElement {
  const row = document.createElement("li");
  row.className = "file";
  const name = document.createElement("b");
  name.textContent = file.name;
  const meta = document.createElement("span");
  meta.className = "meta";
  meta.textContent = sizeInWords(file.size, words);
  row.append(name, meta);
  return row;
}

/** Puts the remark below; one that stood there goes. */
export function remarkRow(row: HTMLLIElement, text: string): HTMLLIElement {
  row.querySelector(".err")?.remove();
  const remark = document.createElement("p");
  remark.className = "err";
  remark.textContent = text;
  row.append(remark);
  return row;
}
