import { HTTPException } from "hono/http-exception";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { AppError } from "@posthorn/domain";
import { dressApiApp } from "../app/create-api-app.ts";
import type { ApiEnv } from "../app/create-api-app.ts";
import { ORIGIN, makeSite } from "../test-site/site.ts";
import type { LogLine } from "../test-site/site.ts";

function makeApi() {
  const lines: LogLine[] = [];
  const app = new Hono<ApiEnv>();
  const log = {
    info: (fields: object, message: string) => void lines.push({ level: "info", fields, message }),
    warn: (fields: object, message: string) => void lines.push({ level: "warn", fields, message }),
    error: (fields: object, message: string) => void lines.push({ level: "error", fields, message }),
  };
  dressApiApp(app, { log, origin: ORIGIN });
  return { app, lines };
}

test.each([
  ["bad_request", 400],
  ["unauthenticated", 401],
  ["forbidden", 403],
  ["not_found", 404],
  ["conflict", 409],
  ["too_large", 413],
  ["too_many", 429],
  ["unavailable", 503],
  ["internal", 500],
] as const)("%s is %i, as a problem and as a page", async (kind, status) => {
  const { app } = makeApi();
  const site = makeSite();
  const fail = () => {
    throw new AppError(kind, "some_code", { retryAfterSeconds: 1.2 });
  };
  app.get("/", fail);
  site.app.get("/", fail);
  const problem = await app.request("/");
  expect(problem.status).toBe(status);
  expect(problem.headers.get("Content-Type")).toBe("application/problem+json");
  expect(problem.headers.get("Retry-After")).toBe("2");
  expect(await problem.json()).toMatchObject({
    type: "urn:problem-type:posthorn:some_code",
    status,
    code: "some_code",
    retry_after: 1.2,
    request_id: problem.headers.get("X-Request-Id"),
  });
  const page = await site.app.request("/", { headers: { Accept: "text/html" } });
  expect(page.status).toBe(status);
  expect(page.headers.get("Content-Type")).toContain("text/html");
  expect(await page.text()).toContain(page.headers.get("X-Request-Id") ?? "?");
});

test("fields become errors: they keep path, code and params and gain pointer and words; the safe detail is shown", async () => {
  const { app } = makeApi();
  app.post("/", () => {
    throw new AppError("bad_request", "message_invalid", {
      detail: "1 field is wrong",
      fields: [{ path: "addressees.0.mobile", code: "mobile_too_short", params: { missing: 2 } }],
    });
  });
  expect(await (await app.request("/", { method: "POST" })).json()).toMatchObject({
    detail: "1 field is wrong",
    errors: [
      {
        path: "addressees.0.mobile",
        pointer: "#/addressees/0/mobile",
        code: "mobile_too_short",
        params: { missing: 2 },
        detail: "2 digits are missing.",
      },
    ],
  });
});

test("an unforeseen error is logged with the request's id and says nothing about itself", async () => {
  const { app, lines } = makeApi();
  app.get("/", () => {
    throw new Error("password of the database is hunter2");
  });
  const answer = await app.request("/");
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).not.toContain("hunter2");
  expect(lines).toContainEqual({
    level: "error",
    message: "unforeseen error",
    fields: expect.objectContaining({
      request_id: answer.headers.get("X-Request-Id"),
      err: expect.objectContaining({ message: expect.stringContaining("hunter2") }),
    }),
  });
});

test("the detail of an internal AppError is not told either", async () => {
  const { app } = makeApi();
  app.get("/", () => {
    throw new AppError("internal", "seal_broken", { detail: "key /etc/seal.p12" });
  });
  expect(await (await app.request("/")).text()).not.toContain("seal.p12");
});

test("errors of the framework keep their meaning, an unknown page is a problem too", async () => {
  const { app } = makeApi();
  app.get("/teapot", () => {
    throw new HTTPException(418);
  });
  app.get("/malformed", () => {
    throw new HTTPException(400, { message: "Malformed JSON" });
  });
  expect((await app.request("/teapot")).status).toBe(400);
  expect(await (await app.request("/malformed")).json()).toMatchObject({ status: 400, code: "bad_request" });
  expect(await (await app.request("/nothing")).json()).toMatchObject({ status: 404, code: "not_found" });
});

test("the page speaks the reader's language and says what can be done", async () => {
  const { app } = makeSite();
  app.get("/", () => {
    throw new AppError("bad_request", "upload_broken_off", {
      retryAfterSeconds: 60,
      fields: [{ path: "x", code: "required" }],
    });
  });
  const text = await (await app.request("/?lang=de", { headers: { Accept: "text/html" } })).text();
  expect(text).toMatch(/^<!doctype html><html lang="de">/i);
  expect(text).toContain("Das Hochladen brach ab");
  expect(text).toContain("in 1 Minute");
  expect(text).toContain("Füllen Sie dies aus.");
});

test("islands, which accept JSON only, get a problem in the page's language", async () => {
  const { app } = makeSite();
  app.get("/", () => {
    throw new AppError("not_found", "draft_unknown");
  });
  const answer = await app.request("/?lang=fr", { headers: { Accept: "application/json" } });
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ title: "Cette page n’existe pas" });
});

test("who is not signed in is sent to sign in and comes back, where the site has such a page", async () => {
  const { app } = makeSite({ signInPath: "/sign-in" });
  app.all("/messages", () => {
    throw new AppError("unauthenticated", "session_missing");
  });
  const answer = await app.request(`${ORIGIN}/messages?state=open`, { headers: { Accept: "text/html" } });
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    303,
    "/sign-in?next=%2Fmessages%3Fstate%3Dopen",
  ]);
  const island = await app.request(`${ORIGIN}/messages`, { headers: { Accept: "application/json" } });
  expect(island.status).toBe(401);
});
