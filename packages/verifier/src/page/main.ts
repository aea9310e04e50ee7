// The page at work in a browser: takes files, has them checked where they lie, shows what was found.

import { verifierTexts } from "@posthorn/texts";
import { checkFiles, type DroppedFile } from "../check-files.ts";
import type { Report } from "../report.ts";
import { escape, type EventWords, renderReport } from "./render-report.ts";

type PageLanguage = keyof typeof verifierTexts;

/** Put in when the page is built: the words of the events, as in the proofs. */
declare const EVENT_WORDS: Readonly<Record<PageLanguage, EventWords>>;

const LANGUAGES: Readonly<Record<PageLanguage, string>> = {
  nl: "Nederlands",
  fr: "Français",
  de: "Deutsch",
  en: "English",
};

const files: DroppedFile[] = [];
let report: Report | null = null;
let language: PageLanguage = preferred();
let round = 0;

function preferred(): PageLanguage {
  for (const tag of navigator.languages) {
    const found = tag.slice(0, 2);
    if (isLanguage(found)) return found;
  }
  return "en";
}

function isLanguage(text: string): text is PageLanguage {
  return Object.hasOwn(LANGUAGES, text);
}

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`#${id} is missing`);
  return found;
}

function showWords(): void {
  const words = verifierTexts[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const [id, text] of [
    ["title", words.title],
    ["lead", words.lead],
    ["drop-words", words.drop],
    ["besides", words.besides],
    ["choose", words.choose],
    ["key-label", words.logKey],
    ["key-hint", words.logKeyHint],
    ["again", words.again],
    ["print", words.print],
    ["language-label", words.language],
  ] as const)
    element(id, HTMLElement).textContent = text;
}

function showReport(): void {
  const words = verifierTexts[language];
  const names = files.map(({ name }) => `<li>${escape(name)}</li>`);
  element("files", HTMLElement).innerHTML = names.join("");
  element("result", HTMLElement).innerHTML =
    report === null
      ? ""
      : renderReport(report, {
          words,
          events: EVENT_WORDS[language],
          bundle: files.find(({ name }) => name.endsWith(".asice"))?.name ?? null,
        });
  element("after", HTMLElement).hidden = report === null;
}

async function take(chosen: Iterable<File>): Promise<void> {
  const status = element("status", HTMLElement);
  status.textContent = `${verifierTexts[language].checking} …`;
  for (const file of chosen)
    files.push({ name: file.name, octets: new Uint8Array(await file.arrayBuffer()) });
  await check();
  status.textContent = "";
  document.getElementById("verdict")?.focus();
}

async function check(): Promise<void> {
  if (files.length === 0) return;
  const own = (round += 1);
  const typed = element("key", HTMLInputElement).value.trim();
  const found = await checkFiles(files, typed === "" ? null : typed);
  // Files that came meanwhile are checked by a later round.
  if (own !== round) return;
  report = found;
  showReport();
}

function start(): void {
  const select = element("language", HTMLSelectElement);
  for (const [code, name] of Object.entries(LANGUAGES))
    select.add(new Option(name, code, false, code === language));
  select.addEventListener("change", () => {
    if (isLanguage(select.value)) language = select.value;
    showWords();
    showReport();
  });
  showWords();
  // Pages from disk that a browser does not count as secure lack these functions.
  if (!("subtle" in crypto) || !("DecompressionStream" in window)) {
    element("status", HTMLElement).textContent = verifierTexts[language].notPossible;
    return;
  }
  const input = element("file", HTMLInputElement);
  input.addEventListener("change", () => {
    void take([...(input.files ?? [])]);
    input.value = "";
  });
  element("key", HTMLInputElement).addEventListener("change", () => void check());
  element("again", HTMLButtonElement).addEventListener("click", () => {
    files.length = 0;
    report = null;
    round += 1;
    showReport();
    input.focus();
  });
  element("print", HTMLButtonElement).addEventListener("click", () => window.print());
  const zone = element("drop", HTMLElement);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", () => zone.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    void take([...(event.dataTransfer?.files ?? [])]);
  });
}

start();
