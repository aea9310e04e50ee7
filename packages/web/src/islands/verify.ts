// Checking a proof: original files are hashed where they lie and only their digests go with the form; the proof itself travels.

import type { VerifyWords } from "../components/verify-words.ts";
import { forEachIsland } from "./page.ts";
import { CompareList } from "./verify-originals.ts";
import { remarkRow, sizedRow } from "./verify-row.ts";

forEachIsland("verify", (island) => {
  const form = island instanceof HTMLFormElement ? island : null;
  const proof = form?.querySelector<HTMLInputElement>('input[name="proof"]');
  const originals = form?.querySelector<HTMLInputElement>('input[name="originals"]');
  if (form === null || !proof || !originals) return;
  const words = JSON.parse(form.dataset["words"] ?? "{}") as VerifyWords;
  const compare = new CompareList(form, words);
  const proofList = form.querySelector<HTMLElement>('[data-list="proof"]');
  form.classList.add("live");
  // Without a name the form never sends the originals themselves.
  originals.removeAttribute("name");

  const showProof = (): boolean => {
    const file = proof.files?.[0];
    const row = file === undefined ? undefined : sizedRow(file, words);
    const tooLarge = file !== undefined && file.size > Number(form.dataset["proofBytes"]);
    if (row !== undefined && tooLarge) remarkRow(row, words.tooLarge);
    proofList?.replaceChildren(...(row === undefined ? [] : [row]));
    if (tooLarge) say(words.tooLarge);
    return file !== undefined && !tooLarge;
  };

  proof.addEventListener("change", showProof);
  originals.addEventListener("change", () => {
    compare.add(originals.files);
    originals.value = "";
  });
  takeDrops(form, "proof", (files) => {
    proof.files = files;
    showProof();
  });
  takeDrops(form, "originals", (files) => compare.add(files));

  form.addEventListener("submit", (event) => {
    const problem = showProof() ? (compare.idle() ? undefined : words.wait) : words.missing;
    say(problem ?? words.working);
    if (problem === undefined) return;
    event.preventDefault();
    if (problem === words.missing) {
      if (proofList?.childElementCount === 0)
        proofList.append(remarkRow(document.createElement("li"), words.missing));
      proof.focus();
    }
  });
  // A browser that goes back shows the form with its file again.
  addEventListener("pageshow", showProof);

  function say(text: string): void {
    const status = form?.querySelector("[data-status]");
    if (status) status.textContent = text;
  }
});

function takeDrops(form: HTMLElement, name: string, take: (files: FileList) => void): void {
  const zone = form.querySelector<HTMLElement>(`[data-drop="${name}"]`);
  if (zone === null) return;
  zone.classList.add("live");
  for (const kind of ["dragenter", "dragover"] as const) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"] as const) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      if (kind === "drop" && event.dataTransfer !== null) take(event.dataTransfer.files);
    });
  }
  // A file let go beside the zone would replace the page.
  for (const kind of ["dragover", "drop"] as const)
    document.addEventListener(kind, (event) => event.preventDefault());
}

for (const button of document.querySelectorAll<HTMLElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
