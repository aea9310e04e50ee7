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
    const typed = typedIn(old);
    old.replaceChildren(...fresh.childNodes);
    for (const typeAgain of typed) typeAgain(old);
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

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What people typed or chose in a region, to be put into what stands there after its renewal: it is theirs, not the server's. */
function typedIn(region: Element): readonly ((renewed: Element) => void)[] {
  const controls = [...region.querySelectorAll<Control>("input:not([type=hidden]), textarea, select")];
  return controls.filter(isTouched).map((from) => {
    const find = findSame(from, region);
    return (renewed) => {
      const to = find(renewed);
      if (to?.localName === from.localName) typeInto(to as Control, from);
    };
  });
}

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  if (control instanceof HTMLInputElement && control.checked !== control.defaultChecked) return true;
  if (control instanceof HTMLInputElement && control.type === "file") return control.files?.length !== 0;
  return control.value !== control.defaultValue;
}

function typeInto(to: Control, from: Control): void {
  if (to instanceof HTMLInputElement && from instanceof HTMLInputElement) {
    to.checked = from.checked;
    if (to.type === "file") to.files = from.files;
  }
  if (to instanceof HTMLInputElement && to.type === "file") return;
  to.value = from.value;
}

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
