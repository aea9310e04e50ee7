// Renews a part of the page when the server says that something changed; the page stays usable when the line is gone.

import { forEachIsland, parseElement } from "./page.ts";

forEachIsland("live", (first) => {
  const path = first.dataset["events"];
  if (path === undefined) return;
  const { id } = first;
  const status = document.createElement("p");
  status.className = "vh";
  status.setAttribute("role", "status");
  first.after(status);

  let renewing: Promise<void> | undefined;
  let again = false;
  let lost = false;
  const source = new EventSource(path);

  async function renew(): Promise<void> {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = parseElement(await answer.text(), `#${CSS.escape(id)}`);
    const old = document.getElementById(id);
    if (fresh === null || old === null || fresh.innerHTML === old.innerHTML) return;
    const focused = old.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
    old.replaceChildren(...fresh.childNodes);
    if (focused !== "") document.getElementById(focused)?.focus();
    status.textContent = first.dataset["updated"] ?? "";
    document.dispatchEvent(new CustomEvent("posthorn:renewed"));
  }
  // Several changes at once are one renewal, and one more after it.
  function renewSoon(): void {
    if (renewing !== undefined) {
      again = true;
      return;
    }
    renewing = renew()
      .catch(() => undefined)
      .finally(() => {
        renewing = undefined;
        if (again) {
          again = false;
          renewSoon();
        }
      });
  }

  source.addEventListener("changed", renewSoon);
  source.addEventListener("moved", ({ data }: MessageEvent<string>) => {
    source.close();
    const target = new URL(data, location.href);
    if (target.origin === location.origin) location.assign(target);
  });
  source.addEventListener("open", () => {
    // What happened while the line was gone is not told again.
    if (lost) renewSoon();
    lost = false;
  });
  source.addEventListener("error", () => {
    lost = true;
    if (source.readyState === EventSource.CLOSED) showLost();
  });
  function showLost(): void {
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = first.dataset["reload"] ?? "";
    status.className = "small muted";
    status.replaceChildren(`${first.dataset["lost"] ?? ""} `, link);
  }
  addEventListener("pagehide", () => source.close());
});
