// Uploads files from a drop zone: several at once, digest first, progress with speed and rest, retry and cancel.

import { DropQueue } from "./upload-queue.ts";
import { forEachIsland } from "./page.ts";

forEachIsland("upload", (island) => {
  const zone = island.querySelector<HTMLElement>(".drop");
  const input = island.querySelector<HTMLInputElement>('input[type="file"]');
  if (zone === null || input === null) return;
  const queue = new DropQueue(island);
  zone.classList.add("live");
  // Without a name the form never sends the files a second time.
  input.removeAttribute("name");

  input.addEventListener("change", () => {
    queue.add(input.files);
    input.value = "";
  });
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
      if (kind === "drop") queue.add(event.dataTransfer?.files ?? null);
    });
  }
  // A file let go beside the zone would replace the page and lose what was typed.
  for (const kind of ["dragover", "drop"] as const)
    document.addEventListener(kind, (event) => event.preventDefault());

  island.closest("form")?.addEventListener("submit", (event) => {
    if (queue.idle()) return;
    event.preventDefault();
    queue.askToWait();
  });
  addEventListener("beforeunload", (event) => {
    if (!queue.idle()) event.preventDefault();
  });
});
