import { expect, test } from "vitest";
import { AppError } from "@posthorn/domain";
import { formParts } from "../multipart/form-parts.ts";
import { ORIGIN, cookiesOf, makeSite } from "../test-site/site.ts";
import { CSRF_FIELD, csrfToken } from "./csrf.ts";

async function openForm() {
  const { app } = makeSite({ readsMultipart: (path) => path === "/files" });
  const acts: string[] = [];
  app.get("/form", (c) => c.text(csrfToken(c)));
  app.post("/act", (c) => {
    acts.push("act");
    return c.text("done");
  });
  app.post("/late", () => {
    throw new AppError("conflict", "too_late");
  });
  app.post("/files", async (c) => {
    for await (const part of formParts(c, { files: 2, fileBytes: 1000, totalBytes: 5000 }))
      acts.push(part.name);
    return c.text("done");
  });
  const page = await app.request(`${ORIGIN}/form`);
  return { app, acts, token: await page.text(), cookie: cookiesOf(page), page };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const URLENCODED = { "Content-Type": "application/x-www-form-urlencoded" };

test("a form with our token and cookie is taken, again and again, each time with another token", async () => {
  const { app, acts, token, cookie } = await openForm();
  const second = await (await app.request(`${ORIGIN}/form`, { headers: { Cookie: cookie } })).text();
  expect(second).not.toBe(token);
  for (const value of [token, second]) {
    const answer = await app.request(`${ORIGIN}/act`, {
      method: "POST",
      headers: { ...URLENCODED, Cookie: cookie },
      body: form({ [CSRF_FIELD]: value }),
    });
    expect(answer.status).toBe(200);
  }
  expect(acts).toHaveLength(2);
});

test("the cookie is bound to the host, and out of reach of scripts and other sites", async () => {
  const { page } = await openForm();
  expect(page.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-portal-csrf=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ]);
});

test.each([
  ["no token", {}, {}],
  ["a token of somebody else's cookie", {}, { [CSRF_FIELD]: "other" }],
  ["a token that is none", {}, { [CSRF_FIELD]: "abc" }],
  ["another site by fetch metadata", { "Sec-Fetch-Site": "cross-site" }, { [CSRF_FIELD]: "own" }],
  ["a sibling host", { "Sec-Fetch-Site": "same-site" }, { [CSRF_FIELD]: "own" }],
  ["another origin", { Origin: "http://evil.example" }, { [CSRF_FIELD]: "own" }],
])("%s is refused and nothing is done", async (_, headers, fields: Record<string, string>) => {
  const { app, acts, token, cookie } = await openForm();
  const other = await (await makeOther()).text();
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value === "own" ? token : value === "other" ? other : value,
    ]),
  );
  const answer = await app.request(`${ORIGIN}/act`, {
    method: "POST",
    headers: { ...URLENCODED, Cookie: cookie, ...headers },
    body: form(values),
  });
  expect(answer.status).toBe(403);
  expect(acts).toEqual([]);
});

async function makeOther(): Promise<Response> {
  const { app } = makeSite();
  app.get("/form", (c) => c.text(csrfToken(c)));
  return app.request(`${ORIGIN}/form`);
}

test("a token without its cookie is refused", async () => {
  const { app, token } = await openForm();
  const answer = await app.request(`${ORIGIN}/act`, {
    method: "POST",
    headers: URLENCODED,
    body: form({ [CSRF_FIELD]: token }),
  });
  expect(answer.status).toBe(403);
});

test("the browser's Origin: null under no-referrer does not lock its own reader out", async () => {
  const { app, token, cookie } = await openForm();
  const headers = { ...URLENCODED, Cookie: cookie, Origin: "null", "Sec-Fetch-Site": "same-origin" };
  const answer = await app.request(`${ORIGIN}/act`, {
    method: "POST",
    headers,
    body: form({ [CSRF_FIELD]: token }),
  });
  expect(answer.status).toBe(200);
});

test("islands send the token as a header", async () => {
  const { app, token, cookie } = await openForm();
  const send = (value: string) =>
    app.request(`${ORIGIN}/act`, {
      method: "POST",
      headers: { "X-CSRF-Token": value, Cookie: cookie, "Content-Type": "application/json" },
      body: "{}",
    });
  expect((await send(token)).status).toBe(200);
  expect((await send(token.slice(2))).status).toBe(403);
});

test("a multipart form is refused where no route looks for the token in it", async () => {
  const { app, acts, token, cookie } = await openForm();
  const body = new FormData();
  body.append(CSRF_FIELD, token);
  const answer = await app.request(`${ORIGIN}/act`, { method: "POST", headers: { Cookie: cookie }, body });
  expect(answer.status).toBe(403);
  expect(acts).toEqual([]);
});

test("of a multipart form nothing is given out before its first part has proved to be the token", async () => {
  const { app, acts, token, cookie } = await openForm();
  const send = (fields: [string, string][]) => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    return app.request(`${ORIGIN}/files`, { method: "POST", headers: { Cookie: cookie }, body });
  };
  expect(
    (
      await send([
        ["subject", "hello"],
        [CSRF_FIELD, token],
      ])
    ).status,
  ).toBe(403);
  expect((await send([["subject", "hello"]])).status).toBe(403);
  expect(acts).toEqual([]);
  expect(
    (
      await send([
        [CSRF_FIELD, token],
        ["subject", "hello"],
      ])
    ).status,
  ).toBe(200);
  expect(acts).toEqual(["subject"]);
});

test("a page that fails after reading its form still answers with its own error", async () => {
  const { app, token, cookie } = await openForm();
  const answer = await app.request(`${ORIGIN}/late`, {
    method: "POST",
    headers: { ...URLENCODED, Cookie: cookie },
    body: form({ [CSRF_FIELD]: token }),
  });
  expect(answer.status).toBe(409);
});
