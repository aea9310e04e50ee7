import { createHash } from "node:crypto";
import { LANGUAGES } from "@posthorn/domain";
import { POLICY_HISTORY, POLICY_NAMES, policyText } from "@posthorn/texts";
import { openLocal } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSite, type TestSite } from "../site.test-support.ts";
import { readDocument } from "./read-document.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite(null);
});
afterAll(() => site.close());

const get = (path: string) => openLocal(`${site.origin}${path}`);

test("every version of every policy: the text file has exactly the digest that its page shows", async () => {
  for (const name of POLICY_NAMES)
    for (const { version } of POLICY_HISTORY[name])
      for (const language of LANGUAGES) {
        const address = `/policies/${name}/${version}`;
        const page = await (await get(`${address}?lang=${language}`)).text();
        const link = `${address}.txt?lang=${language}`;
        expect(page).toContain(`href="${link}"`);
        const file = await get(link);
        expect(file.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
        expect(file.headers.get("Content-Language")).toBe(language);
        const digest = createHash("sha256")
          .update(Buffer.from(await file.arrayBuffer()))
          .digest("hex");
        expect(page).toContain(digest);
      }
});

test("a page loses no word of its text, and has an anchor for every name that evidence uses", async () => {
  const text = policyText("en", "practice-statement", "1") ?? "";
  const page = await (await get("/policies/practice-statement/1?lang=en")).text();
  const anchors = [...text.matchAll(/^- #([\w-]+): /gm)].map(([, anchor = ""]) => anchor);
  expect(anchors.length).toBeGreaterThan(20);
  for (const anchor of anchors) expect(page).toContain(`<div id="${anchor}">`);
  const words = (given: string) => given.replace(/[^\p{L}\p{N}]+/gu, "");
  const { title, blocks } = readDocument(text);
  const shown = blocks.map((block) => {
    if (block.kind === "list") return block.items.join(" ");
    if (block.kind === "names") return block.names.map((name) => `${name.anchor} ${name.text}`).join(" ");
    return block.text;
  });
  expect(words([title, ...shown].join(" "))).toBe(words(text));
});

test("a name without version leads to the newest; what there is not is not found", async () => {
  const answer = await get("/policies/terms");
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/policies/terms/1"]);
  for (const path of ["/policies/none", "/policies/terms/2", "/policies/terms/2.txt", "/policies/toString/1"])
    expect((await get(path)).status).toBe(404);
  const index = await (await get("/policies?lang=en")).text();
  for (const name of POLICY_NAMES) expect(index).toContain(`/policies/${name}/1`);
});
