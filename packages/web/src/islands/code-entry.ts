// Typing and pasting of six-digit codes: digits are set apart in threes, a full field leads on to the next.

import { digitsOf, grouped } from "./code-digits.ts";
import { forEachIsland } from "./page.ts";

forEachIsland("code-entry", (element) => {
  if (!(element instanceof HTMLInputElement)) return;
  const input = element;
  input.addEventListener("paste", (event) => {
    const pasted = digitsOf(event.clipboardData?.getData("text") ?? "");
    if (pasted === "") return;
    event.preventDefault();
    put(pasted);
  });
  input.addEventListener("input", (event) => {
    // While deleting, nothing is moved: the caret would jump.
    if (event instanceof InputEvent && event.inputType.startsWith("delete")) return;
    const atEnd = input.selectionStart === input.value.length;
    if (atEnd || input.value.length > 7) put(digitsOf(input.value));
  });

  function put(digits: string): void {
    input.value = grouped(digits);
    if (digits.length === 6) goOn();
  }
  function goOn(): void {
    const fields = [...(input.form?.querySelectorAll<HTMLInputElement>('[data-island="code-entry"]') ?? [])];
    const next = fields.find((field) => digitsOf(field.value).length < 6);
    (
      next ?? input.form?.querySelector<HTMLButtonElement>('button[type="submit"]:not([formaction])')
    )?.focus();
  }
});
