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
  let changedMeanwhile = false;
  let lost = false;
  const source = new EventSource(path);

  async function renew(): Promise<void> {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = parseElement(await answer.text(), `#${CSS.escape(id)}`);
    const old = document.getElementById(id);
    // What comes now is the last: from here on people work in it, and nothing may be taken from under their hands.
    if (fresh !== null && fresh.dataset["events"] === undefined) source.close();
    if (fresh === null || old === null || fresh.innerHTML === old.innerHTML) return;
    const focused = document.activeElement;
    const again = focused !== null && old.contains(focused) ? findSame(focused, old) : undefined;
    old.replaceChildren(...fresh.childNodes);
    // Whoever works by keyboard stands where he stood.
    again?.(old)?.focus();
    status.textContent = first.dataset["updated"] ?? "";
    document.dispatchEvent(new CustomEvent("posthorn:renewed"));
  }
  // Several changes at once are one renewal, and one more after it.
  function renewSoon(): void {
    if (renewing !== undefined) {
      changedMeanwhile = true;
      return;
    }
    renewing = renew()
      .catch(() => undefined)
      .finally(() => {
        renewing = undefined;
        if (changedMeanwhile) {
          changedMeanwhile = false;
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

/** Finds in a renewed region what stands for `element` there: by its id, else by its tag with all attributes. */
function findSame(element: Element, region: Element): (renewed: Element) => HTMLElement | undefined {
  if (element.id !== "") return () => document.getElementById(element.id) ?? undefined;
  const tag = openingTag(element);
  const alike = (within: Element): HTMLElement[] =>
    [...within.querySelectorAll<HTMLElement>(element.localName)].filter((each) => openingTag(each) === tag);
  const place = alike(region).findIndex((each) => each === element);
  return (renewed) => alike(renewed)[place];
}

function openingTag(element: Element): string {
  return [...element.attributes].map(({ name, value }) => `${name}=${value}`).join("\n");
}
