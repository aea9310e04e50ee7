// Plays a browser without scripts: cookies, redirects, and forms filled in and sent as a person would.

import { openLocal } from "../stack/local-client.ts";

/** What a page answered, with its HTML read. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly document: Document;
  /** All visible words, spaces folded. */
  readonly text: string;
}

export interface Visitor {
  /** Follows redirects, at most ten. */
  open(address: string): Promise<Page>;
  /** The answer as it came, redirects included; cookies are sent and kept. */
  fetch(address: string, init?: RequestInit): Promise<Response>;
  /**
   * Presses the button whose words match, in the form it belongs to: hidden fields and what the form holds
   * go along, `values` are put over them. Throws where there is no such button or no such field.
   */
  press(page: Page, button: string | RegExp, values?: Readonly<Record<string, string>>): Promise<Page>;
  /** The Cookie header that a request to the address would carry; empty where there is none. */
  cookiesFor(address: string): string;
  /** Opens the link whose words match. */
  follow(page: Page, link: string | RegExp): Promise<Page>;
}

const REDIRECTS = 10;

/** Host and `Set-Cookie` line, values left out: what all visitors of this process were sent since it was last forgotten. */
const SEEN = new Set<string>();

/** The cookies, without their values, that the service of this name set for any visitor so far. */
export function cookiesSeen(service: string): readonly string[] {
  return [...SEEN]
    .filter((seen) => seen.startsWith(`${service}.localhost `))
    .map((seen) => seen.slice(seen.indexOf(" ") + 1));
}

/** A worker runs one file of tests after the other: none shall answer for the cookies of those before it. */
export function forgetCookiesSeen(): void {
  SEEN.clear();
}

/** Somebody with an empty cookie jar. `language` goes out as Accept-Language. */
export function createVisitor(options: { readonly language?: string } = {}): Visitor {
  const jar = new Map<string, Map<string, string>>();

  async function fetchWithCookies(address: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(address);
    const headers = new Headers(init.headers);
    const cookies = cookiesFor(address);
    if (cookies !== "") headers.set("cookie", cookies);
    if (!headers.has("accept")) headers.set("accept", "text/html,*/*;q=0.8");
    if (!headers.has("accept-language")) headers.set("accept-language", options.language ?? "en");
    headers.set("user-agent", "Mozilla/5.0 (posthorn journey)");
    const answer = await openLocal(address, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      SEEN.add(`${host.replace(/:\d+$/, "")} ${line.replace(/=[^;]*/, "=")}`);
      keepCookie(host, line);
    }
    return answer;
  }

  function cookiesFor(address: string): string {
    return Array.from(jar.get(new URL(address).host) ?? [], ([name, value]) => `${name}=${value}`).join("; ");
  }

  function keepCookie(host: string, line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const equals = pair.indexOf("=");
    const name = pair.slice(0, equals).trim();
    const held = jar.get(host) ?? new Map<string, string>();
    jar.set(host, held);
    if (attributes.some((text) => /^\s*max-age=(0|-\d+)\s*$/i.test(text))) held.delete(name);
    else held.set(name, pair.slice(equals + 1).trim());
  }

  async function load(address: string, init: RequestInit = {}): Promise<Page> {
    let at = address;
    let answer = await fetchWithCookies(at, init);
    for (let redirects = 0; answer.status >= 300 && answer.status < 400; redirects++) {
      if (redirects === REDIRECTS) throw new Error(`${address} redirects without an end.`);
      await answer.body?.cancel();
      at = new URL(answer.headers.get("location") ?? "", at).href;
      answer = await fetchWithCookies(at);
    }
    return readPage(at, answer);
  }

  return {
    open: (address) => load(address),
    fetch: fetchWithCookies,
    cookiesFor,
    press: (page, button, values = {}) => {
      const { address, init } = fillIn(page, button, values);
      return load(address, init);
    },
    follow: (page, link) => {
      const found = Array.from(page.document.querySelectorAll("a[href]")).find((each) =>
        matches(wordsOf(each), link),
      );
      if (found === undefined)
        throw new Error(`No link "${String(link)}" on ${page.url}:\n${page.text.slice(0, 800)}`);
      return load(new URL(found.getAttribute("href") ?? "", page.url).href);
    },
  };
}

async function readPage(url: string, answer: Response): Promise<Page> {
  // Half a second of loading that nobody pays who opens no page.
  const { JSDOM } = await import("jsdom");
  const { document } = new JSDOM(await answer.text(), { url }).window;
  return { url, status: answer.status, headers: answer.headers, document, text: wordsOf(document.body) };
}

function fillIn(
  page: Page,
  wanted: string | RegExp,
  values: Readonly<Record<string, string>>,
): { address: string; init: RequestInit } {
  const buttons = Array.from(page.document.querySelectorAll("button, input[type=submit]"));
  const button = buttons.find((each) =>
    matches(wordsOf(each) || (each.getAttribute("value") ?? ""), wanted),
  ) as HTMLButtonElement | undefined;
  const form = button?.form;
  if (button === undefined || form === null || form === undefined) {
    throw new Error(
      `No button "${String(wanted)}" on ${page.url} (${page.status}):\n${page.text.slice(0, 800)}`,
    );
  }
  const window = page.document.defaultView;
  if (window === null) throw new Error("The page was closed.");
  const fields = new window.FormData(form, button);
  for (const [name, value] of Object.entries(values)) {
    if (form.elements.namedItem(name) === null)
      throw new Error(`The form of "${String(wanted)}" on ${page.url} has no field ${name}.`);
    fields.set(name, value);
  }
  const address = new URL(button.getAttribute("formaction") ?? form.getAttribute("action") ?? "", page.url);
  const method = (button.getAttribute("formmethod") ?? form.method).toUpperCase();
  const pairs = Array.from(fields, ([name, value]): [string, string] => [
    name,
    typeof value === "string" ? value : "",
  ]);
  if (method === "GET") {
    address.search = new URLSearchParams(pairs).toString();
    return { address: address.href, init: {} };
  }
  // Browsers say where a form was sent from; services may insist on it.
  const headers = { origin: new URL(page.url).origin, referer: page.url };
  return { address: address.href, init: { method, headers, body: encodeForm(form, pairs) } };
}

function encodeForm(form: HTMLFormElement, pairs: [string, string][]): FormData | URLSearchParams {
  if (form.enctype !== "multipart/form-data") return new URLSearchParams(pairs);
  const body = new FormData();
  for (const [name, value] of pairs) body.append(name, value);
  return body;
}

function wordsOf(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

function matches(words: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? words === wanted : wanted.test(words);
}
