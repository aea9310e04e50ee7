// Fills in a form of a page and sends it, found by where it leads; files go along.

import type { Attachment, Page, Visitor } from "@posthorn/testkit";

/** `true` ticks a box. */
type Values = Readonly<Record<string, string | true | readonly Attachment[]>>;

/** The page that comes of it. Throws where there is no such form or field, or where the answer is a refusal. */
export async function fillForm(
  visitor: Visitor,
  page: Page,
  action: string,
  values: Values = {},
): Promise<Page> {
  const form = Array.from(page.document.querySelectorAll("form")).find((each) =>
    new URL(each.getAttribute("action") ?? "", page.url).pathname.endsWith(action),
  );
  const window = page.document.defaultView;
  if (form === undefined || window === null)
    throw new Error(`No form to ${action} on ${page.url} (${page.status}): ${page.text.slice(0, 800)}`);
  const body = new FormData();
  for (const [name, value] of new window.FormData(form)) {
    const changed = values[name];
    if (typeof value === "string" && changed === undefined) body.append(name, value);
  }
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field === null) throw new Error(`The form to ${action} on ${page.url} has no field ${name}.`);
    if (value === true) body.append(name, "value" in field ? String(field.value) : "");
    else if (typeof value === "string") body.append(name, value);
    else
      for (const file of value)
        body.append(name, new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
  }
  const multipart = form.enctype === "multipart/form-data";
  const fields = Array.from(body).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  const address = new URL(form.getAttribute("action") ?? "", page.url).href;
  const answer = await visitor.fetch(address, {
    method: "POST",
    headers: { origin: new URL(page.url).origin, referer: page.url },
    body: multipart ? body : new URLSearchParams(fields),
  });
  const location = answer.headers.get("location");
  // A page that is shown only once is the answer itself.
  if (answer.status === 200) return visitor.open(page.url);
  if (answer.status !== 303 || location === null)
    throw new Error(`${address} answered ${answer.status}: ${wordsOf(await answer.text())}`);
  await answer.body?.cancel();
  return visitor.open(new URL(location, address).href);
}

function wordsOf(html: string): string {
  return html
    .replaceAll(/<(script|style|head)\b[^]*?<\/\1>/g, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 1500);
}
