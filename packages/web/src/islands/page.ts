// What every island needs of the page it lives in.

/** The token that proves to the server that a request comes from our own page. */
export function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

/** Runs once for each element of an island, also for those that a live region brings later. */
export function forEachIsland(name: string, start: (element: HTMLElement) => void): void {
  const started = new WeakSet<HTMLElement>();
  const scan = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
      if (started.has(element)) continue;
      started.add(element);
      start(element);
    }
  };
  scan(document);
  document.addEventListener("posthorn:renewed", () => scan(document));
}

/** Puts values into the marks of a text: `{n}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
}

/** A row of HTML as the server made it, as an element; scripts in it do not run. */
export function parseElement(html: string, selector: string): HTMLElement | null {
  return new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>(selector);
}
