// @vitest-environment jsdom
import axe from "axe-core";
import { expect, test } from "vitest";
import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { ORIGIN, cookiesOf, makeSite } from "../test-site/site.ts";
import { uiPage } from "./ui-page.tsx";

const pages = [
  ["/ui", "portal"],
  ["/ui/collect", "collect"],
  ["/ui/problem", "problem"],
] as const;

async function open(path: string) {
  const { app } = makeSite();
  app.route("/ui", uiPage());
  const answer = await app.request(`${ORIGIN}${path}`, { headers: { Accept: "text/html" } });
  const html = await answer.text();
  document.open();
  document.write(html);
  document.close();
  return { app, answer, html };
}

test.each(LANGUAGES.flatMap((language) => pages.map(([path, name]) => [name, language, path] as const)))(
  "the %s page in %s has a language, a title, landmarks, and axe finds nothing",
  async (_, language, path) => {
    const { answer, html } = await open(`${path}?lang=${language}`);
    const { common } = textsFor(language);
    expect(document.documentElement.lang).toBe(language);
    expect(document.title).toMatch(/^.+ · Posthorn$/);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelectorAll("main#content")).toHaveLength(1);
    expect(document.querySelector('a[href="#content"]')?.textContent).toBe(common.skipLink);
    expect(document.querySelector("footer")?.textContent).toContain(common.trust.demonstration.line);
    expect([...document.querySelectorAll(".langs a")].map((link) => link.getAttribute("href"))).toEqual(
      LANGUAGES.map((other) => `${path}?lang=${other}`),
    );
    expect(document.querySelector(".langs a[aria-current]")?.getAttribute("lang")).toBe(language);
    // Colours are judged in a real browser: jsdom draws nothing.
    const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: node }) => node).join()}`)).toEqual(
      [],
    );
    // What the policy would block must not be there: inline styles, handlers, scripts without our nonce.
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style/i);
    const policy = answer.headers.get("Content-Security-Policy") ?? "";
    for (const script of document.querySelectorAll("script")) {
      expect(policy).toContain(`'nonce-${script.getAttribute("nonce") ?? ""}'`);
      expect(script.textContent).toBe("");
    }
  },
);

test("other parameters stay when the language is switched", async () => {
  await open("/ui?state=open&lang=fr");
  expect(document.querySelector('.langs a[lang="de"]')?.getAttribute("href")).toBe("/ui?state=open&lang=de");
});

test("the example upload answers with the file's row, and refuses without our token", async () => {
  const { app, answer } = await open("/ui");
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
  const send = (headers: Record<string, string>) =>
    app.request(`${ORIGIN}/ui/upload`, {
      method: "POST",
      headers: { "X-Content-SHA256": "0".repeat(64), "X-File-Name": "a%20b.txt", ...headers },
      body: "123",
    });
  const taken = await send({ "X-CSRF-Token": token, Cookie: cookiesOf(answer) });
  expect(taken.status).toBe(201);
  expect(await taken.text()).toMatch(/^<li class="file" id="file-000000000000".*a b\.txt.*3 bytes/);
  expect((await send({ Cookie: cookiesOf(answer) })).status).toBe(403);
});

test("every hidden token of a form is one", async () => {
  const { html } = await open("/ui");
  const tokens = [
    ...document.querySelectorAll<HTMLInputElement>('form[method="post"] > input[name="_csrf"]:first-child'),
  ];
  expect(tokens).toHaveLength(document.querySelectorAll('form[method="post"]').length);
  expect(tokens.every(({ value }) => value.length === 86)).toBe(true);
  expect(html).toContain('enctype="multipart/form-data"');
});
