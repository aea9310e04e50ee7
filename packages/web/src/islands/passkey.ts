// Lets the browser's own passkey dialogue answer a form's question, and says in words what went wrong.

import { forEachIsland } from "./page.ts";
import { ask, begin, canAsk, offerInAutofill, type PasskeyFailure, PasskeyError } from "./passkey-call.ts";

forEachIsland("passkey", (element) => {
  if (!(element instanceof HTMLFormElement)) return;
  const part = (name: string) => element.querySelector<HTMLElement>(`[data-passkey-${name}]`);
  const parts = {
    form: element,
    button: element.querySelector<HTMLElement>('button[type="submit"]'),
    means: part("means"),
    ceremony: part("ceremony"),
    answer: part("answer"),
    status: part("status"),
    failure: part("failure"),
    reason: part("reason"),
  };
  if (isWhole(parts)) start(parts);
});

interface Parts {
  readonly form: HTMLFormElement;
  readonly button: HTMLButtonElement;
  readonly means: HTMLElement;
  readonly ceremony: HTMLInputElement;
  readonly answer: HTMLInputElement;
  readonly status: HTMLElement;
  readonly failure: HTMLElement;
  readonly reason: HTMLElement;
}

function isWhole(parts: Readonly<Record<keyof Parts, HTMLElement | null>>): parts is Parts {
  return (
    Object.values(parts).every((part) => part !== null) &&
    parts.button instanceof HTMLButtonElement &&
    parts.ceremony instanceof HTMLInputElement &&
    parts.answer instanceof HTMLInputElement
  );
}

function start({ form, button, means, ceremony, answer, status, failure, reason }: Parts): void {
  const words = JSON.parse(form.dataset["words"] ?? "{}") as Readonly<Record<string, string>>;
  const act = form.dataset["act"] === "create" ? "create" : "get";
  const beginPath = form.dataset["begin"] ?? "";
  let busy = false;
  let offer: AbortController | undefined;

  async function askNow(): Promise<void> {
    busy = true;
    button.disabled = true;
    failure.hidden = true;
    // A browser shows one dialogue at a time.
    offer?.abort();
    try {
      say("asking");
      const question = await begin(beginPath);
      say("waiting");
      send(question.ceremonyId, await ask(act, question));
    } catch (error) {
      rest();
      explain(error instanceof PasskeyError ? error.failure : "failed");
      button.focus();
      offerAgain();
    }
  }
  function send(ceremonyId: string, given: object): void {
    busy = true;
    button.disabled = true;
    say("sending");
    ceremony.value = ceremonyId;
    answer.value = JSON.stringify(given);
    form.submit();
  }
  function rest(): void {
    busy = false;
    ceremony.value = "";
    answer.value = "";
    button.disabled = false;
    status.textContent = "";
  }
  function say(step: "asking" | "waiting" | "sending"): void {
    status.textContent = words[step] ?? "";
  }
  function explain(why: PasskeyFailure): void {
    reason.textContent = words[why] ?? "";
    failure.hidden = false;
  }
  function offerAgain(): void {
    if (form.dataset["autofill"] === undefined) return;
    offer = new AbortController();
    void offerInAutofill(beginPath, offer.signal, send);
  }

  form.classList.add("live");
  if (!canAsk()) {
    means.hidden = true;
    explain("unsupported");
    return;
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!busy) void askNow();
  });
  // Going back to the page finds the form as it was left: still waiting.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    rest();
    offerAgain();
  });
  offerAgain();
}
