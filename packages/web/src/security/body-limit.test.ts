import { Hono } from "hono";
import { expect, test } from "vitest";
import { asAppError, STATUS_OF_KIND } from "../problem/problem.ts";
import { bodyLimit } from "./body-limit.ts";

function limited() {
  const app = new Hono();
  app.use(bodyLimit((_, path) => (path === "/big" ? Infinity : 10)));
  app.onError((error, c) => c.text(asAppError(error).code, STATUS_OF_KIND[asAppError(error).kind]));
  app.post("*", async (c) => c.text(String((await c.req.text()).length)));
  return app;
}

/** A body whose length is not announced. */
function streamed(text: string): RequestInit {
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: new Blob([text]).stream(),
    duplex: "half",
  };
  return init;
}

test("what announces too much is refused unread", async () => {
  const answer = await limited().request("/", {
    method: "POST",
    headers: { "Content-Length": "11" },
    body: "x",
  });
  expect([answer.status, await answer.text()]).toEqual([413, "body_too_large"]);
});

test("what announces nothing is counted while it is read", async () => {
  const answer = await limited().request("/", streamed("x".repeat(11)));
  expect([answer.status, await answer.text()]).toEqual([413, "body_too_large"]);
  expect(await (await limited().request("/", streamed("x".repeat(10)))).text()).toBe("10");
});

test("paths that take uploads are left to their own limits", async () => {
  expect(await (await limited().request("/big", streamed("x".repeat(5000)))).text()).toBe("5000");
});
