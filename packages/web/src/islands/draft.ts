// Keeps a form as one types: a pause after the last key, one request at a time, patient when the line is gone.

import { csrfToken, forEachIsland, parseElement } from "./page.ts";

const PAUSE_MILLISECONDS = 800;
const LONGEST_WAIT_MILLISECONDS = 30_000;

forEachIsland("draft", (element) => {
  if (!(element instanceof HTMLFormElement)) return;
  const form = element;
  const path = form.dataset["draftPath"] ?? "";
  const status = document.querySelector("[data-draft-status]");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirty = false;
  let busy = false;
  let left = false;
  let wait = PAUSE_MILLISECONDS;

  function later(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), milliseconds);
  }
  function changed(): void {
    dirty = true;
    later(Math.max(PAUSE_MILLISECONDS, wait));
  }
  async function keep(): Promise<void> {
    if (busy || !dirty || left) return;
    busy = true;
    dirty = false;
    say(form.dataset["keeping"] ?? "");
    const words = await send().catch(() => undefined);
    busy = false;
    if (words === undefined) {
      dirty = true;
      wait = Math.min(wait * 2, LONGEST_WAIT_MILLISECONDS);
      say(form.dataset["notKept"] ?? "");
      later(wait);
    } else {
      wait = PAUSE_MILLISECONDS;
      say(words);
      if (dirty) later(PAUSE_MILLISECONDS);
    }
  }
  async function send(keepalive = false): Promise<string | undefined> {
    const fields = [...new FormData(form)].filter(
      (field): field is [string, string] => typeof field[1] === "string",
    );
    const answer = await fetch(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Accept: "application/json", "X-CSRF-Token": csrfToken() },
      keepalive,
    });
    if (!answer.ok) return undefined;
    const kept = (await answer.json()) as {
      readonly words?: unknown;
      readonly shown?: Readonly<Record<string, unknown>>;
    };
    for (const [id, html] of Object.entries(kept.shown ?? {})) if (typeof html === "string") renew(id, html);
    return typeof kept.words === "string" ? kept.words : "";
  }
  /** What follows from the form (a plan, a sum), as the server reckons it. */
  function renew(id: string, html: string): void {
    const fresh = parseElement(html, `#${CSS.escape(id)}`);
    const old = document.getElementById(id);
    if (fresh !== null && old !== null && fresh.innerHTML !== old.innerHTML)
      old.replaceChildren(...fresh.childNodes);
  }
  function say(text: string): void {
    if (status !== null) status.textContent = text;
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    left = true;
    clearTimeout(timer);
  });
  // Back from another page of the history the form is in use again.
  addEventListener("pageshow", () => (left = false));
  addEventListener("pagehide", () => {
    if (dirty && !left) void send(true).catch(() => undefined);
  });
});
