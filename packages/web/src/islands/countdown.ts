// Counts down on the monotonic clock of the page, so that a wrong clock of the device changes nothing.

import { clockFace } from "./clock-face.ts";
import { forEachIsland } from "./page.ts";

forEachIsland("countdown", (element) => {
  const total = Number(element.dataset["seconds"] ?? 0);
  if (total <= 0) return;
  const held =
    element.dataset["holds"] === undefined ? null : document.getElementById(element.dataset["holds"]);
  if (held instanceof HTMLButtonElement) held.disabled = true;
  const started = performance.now();
  const timer = setInterval(() => {
    const rest = Math.ceil(total - (performance.now() - started) / 1000);
    if (rest > 0) {
      element.textContent = (element.dataset["sentence"] ?? "{time}").replace("{time}", clockFace(rest));
      return;
    }
    clearInterval(timer);
    element.textContent = element.dataset["over"] ?? "";
    if (held instanceof HTMLButtonElement) held.disabled = false;
  }, 500);
});
