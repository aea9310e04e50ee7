// Lets an identity card answer a form's question through the Web eID extension, and says in words what went wrong.

import { forEachIsland } from "./page.ts";
import { askStatus, askToken, WebEidError } from "./web-eid-call.ts";
import type { WebEidFailure } from "./web-eid-call.ts";

forEachIsland("web-eid", (element) => {
  if (!(element instanceof HTMLFormElement)) return;
  const part = (name: string) => element.querySelector<HTMLElement>(`[data-web-eid-${name}]`);
  const parts = {
    form: element,
    button: part("button"),
    field: part("token"),
    status: part("status"),
    failure: part("failure"),
    reason: part("reason"),
    install: part("install"),
  };
  if (isWhole(parts)) start(parts);
});

interface Parts {
  readonly form: HTMLFormElement;
  readonly button: HTMLButtonElement;
  readonly field: HTMLInputElement;
  readonly status: HTMLElement;
  readonly failure: HTMLElement;
  readonly reason: HTMLElement;
  readonly install: HTMLElement;
}

function isWhole(parts: Readonly<Record<keyof Parts, HTMLElement | null>>): parts is Parts {
  return (
    Object.values(parts).every((part) => part !== null) &&
    parts.button instanceof HTMLButtonElement &&
    parts.field instanceof HTMLInputElement
  );
}

function start({ form, button, field, status, failure, reason, install }: Parts): void {
  const words = JSON.parse(form.dataset["words"] ?? "{}") as Readonly<Record<string, string>>;
  const { nonce = "", origin, answerLanguage = "en" } = form.dataset;
  let busy = false;

  async function answer(): Promise<void> {
    busy = true;
    button.disabled = true;
    failure.hidden = true;
    try {
      // A card signs for the address it sees; for another one the answer would be refused after the PIN.
      if (origin !== location.origin) throw new WebEidError("wrongAddress");
      say("checking");
      await askStatus();
      say("waiting");
      field.value = JSON.stringify(await askToken(nonce, answerLanguage));
      say("sending");
      form.submit();
    } catch (error) {
      rest();
      explain(error instanceof WebEidError ? error.failure : "failed");
    }
  }
  function rest(): void {
    busy = false;
    field.value = "";
    button.disabled = false;
    status.textContent = "";
  }
  function say(step: "checking" | "waiting" | "sending"): void {
    status.textContent = words[step] ?? "";
  }
  function explain(why: WebEidFailure): void {
    reason.textContent = words[why] ?? "";
    install.hidden = why !== "extensionMissing" && why !== "programMissing";
    failure.hidden = false;
    button.focus();
  }

  form.classList.add("live");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!busy) void answer();
  });
  // Going back to the page finds the form as it was left: still waiting for a card.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) rest();
  });
}
