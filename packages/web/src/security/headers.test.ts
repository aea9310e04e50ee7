import { expect, test } from "vitest";
import { AppError } from "@posthorn/domain";
import { ORIGIN, makeSite } from "../test-site/site.ts";
import { clearSessionCookie, readSessionCookie, setSessionCookie } from "./cookies.ts";

test("every answer carries the shell, errors and redirects included", async () => {
  const { app } = makeSite();
  app.get("/page", (c) => c.html("<p>page</p>"));
  app.get("/away", (c) => c.redirect("/page", 303));
  app.get("/broken", () => {
    throw new AppError("internal", "broken");
  });
  for (const path of ["/page", "/away", "/broken", "/nothing-here"]) {
    const { headers } = await app.request(`${ORIGIN}${path}`);
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toMatch(/default-src 'none'; script-src 'nonce-[\w+/=]{24}' 'self'; style-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Permissions-Policy")).toContain("camera=()");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f]{20}$/);
    expect(headers.has("Strict-Transport-Security")).toBe(false);
  }
});

test("nonces differ, https is kept, forms may lead to the identity provider that was named", async () => {
  const { app } = makeSite({ origin: "https://portal.example", formActions: ["https://idp.example"] });
  app.get("/", (c) => c.text(c.get("nonce")));
  const [first, second] = [await app.request("/"), await app.request("/")];
  const nonce = await first.text();
  expect(first.headers.get("Content-Security-Policy")).toContain(`'nonce-${nonce}'`);
  expect(await second.text()).not.toBe(nonce);
  expect(first.headers.get("Strict-Transport-Security")).toMatch(/^max-age=63072000/);
  expect(first.headers.get("Content-Security-Policy")).toContain("form-action 'self' https://idp.example");
});

test("a caller cannot choose the request id that stands in our logs", async () => {
  const { app, lines } = makeSite();
  const answer = await app.request("/", { headers: { "X-Request-Id": "chosen by me" } });
  expect(answer.headers.get("X-Request-Id")).not.toBe("chosen by me");
  expect(JSON.stringify(lines)).not.toContain("chosen by me");
});

test("the log names the route's pattern and never the token in its path", async () => {
  const { app, lines } = makeSite();
  app.get("/n/:token", (c) => c.text("notice"));
  await app.request("/n/very-secret-token?lang=nl");
  expect(lines).toContainEqual({
    level: "info",
    message: "request",
    fields: expect.objectContaining({ route: "/n/:token", method: "GET", status: 200 }),
  });
  expect(JSON.stringify(lines)).not.toContain("very-secret");
});

test("the session cookie is of this service and host, and can be taken back", async () => {
  const { app } = makeSite();
  app.get("/in", (c) => {
    setSessionCookie(c, "token", { maxAgeSeconds: 60 });
    return c.text("in");
  });
  app.get("/who", (c) => c.text(readSessionCookie(c) ?? "nobody"));
  app.get("/out", (c) => {
    clearSessionCookie(c);
    return c.text("out");
  });
  const cookie = (await app.request("/in")).headers.get("Set-Cookie");
  expect(cookie).toBe("__Host-portal=token; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax");
  expect(
    await (
      await app.request("/who", { headers: { Cookie: "__Host-portal=token; __Host-collect=other" } })
    ).text(),
  ).toBe("token");
  expect(await (await app.request("/who", { headers: { Cookie: "portal=token" } })).text()).toBe("nobody");
  expect((await app.request("/out")).headers.get("Set-Cookie")).toContain("Max-Age=0");
});
