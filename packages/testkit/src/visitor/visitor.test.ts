import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveApp } from "../standin/serve.ts";
import type { ServedApp } from "../standin/serve.ts";
import { createVisitor } from "./visitor.ts";

let served: ServedApp;
let site: string;

beforeAll(async () => {
  const app = new Hono();
  app.get("/", (c) => {
    setCookie(c, "__Host-seen", "yes", { secure: true, path: "/" });
    return c.html(`<h1>Codes</h1><form method="post" action="/codes"><input type="hidden" name="csrf" value="t1">
      <input name="email_code"><input name="sms_code"><button name="act" value="check">Show me the message</button></form>
      <form method="post" action="/up" enctype="multipart/form-data"><input name="note"><button>Upload</button></form>
      <form action="/find"><input name="q"><button>Find</button></form><a href="/there">Go there</a>`);
  });
  app.post("/codes", async (c) => c.redirect(`/done?${new URLSearchParams(await c.req.text())}`, 303));
  app.get("/done", (c) =>
    c.html(
      `<p>${new URL(c.req.url).search} ${getCookie(c, "__Host-seen")} ${c.req.header("host")?.split(":")[0]}</p>`,
    ),
  );
  app.post("/up", async (c) =>
    c.html(
      `<p>${c.req.header("content-type")?.split(";")[0]} ${(await c.req.formData()).get("note") as string} ${c.req.header("origin")}</p>`,
    ),
  );
  app.get("/find", (c) => c.html(`<p>found ${c.req.query("q")}</p>`));
  app.get("/there", (c) => c.html("<p>there</p>"));
  app.get("/round", (c) => c.redirect("/round"));
  served = await serveApp(app, { port: 0 });
  site = served.url.replace("127.0.0.1", "portal.localhost");
});

afterAll(() => served.stop());

test("fills in a form, keeps cookies and hidden fields, follows the redirect, by a name below localhost", async () => {
  const visitor = createVisitor();
  const page = await visitor.open(`${site}/`);
  const done = await visitor.press(page, "Show me the message", { email_code: "123456", sms_code: "654321" });
  expect(done.url).toContain("/done?");
  expect(done.text).toContain("csrf=t1&email_code=123456&sms_code=654321&act=check yes portal.localhost");
});

test("knows multipart forms, GET forms and links", async () => {
  const visitor = createVisitor();
  const page = await visitor.open(`${site}/`);
  expect((await visitor.press(page, "Upload", { note: "Ł ő ș" })).text).toBe(
    `multipart/form-data Ł ő ș ${site}`,
  );
  expect((await visitor.press(page, /^Find/, { q: "a b&c" })).text).toBe("found a b&c");
  expect((await visitor.follow(page, "Go there")).text).toBe("there");
});

test("says what is missing where a page is not as expected", async () => {
  const visitor = createVisitor();
  const page = await visitor.open(`${site}/`);
  expect(() => visitor.press(page, "Refuse")).toThrow('No button "Refuse"');
  expect(() => visitor.press(page, "Find", { other: "1" })).toThrow("no field other");
  expect(() => visitor.follow(page, "Nowhere")).toThrow('No link "Nowhere"');
  await expect(visitor.open(`${site}/round`)).rejects.toThrow("without an end");
});

test("cookies stay with their host", async () => {
  const visitor = createVisitor();
  await visitor.open(`${site}/`);
  const elsewhere = await visitor.open(`${site.replace("portal", "collect")}/done`);
  expect(elsewhere.text).toContain("undefined collect.localhost");
});
