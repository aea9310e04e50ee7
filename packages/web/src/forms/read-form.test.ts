import { Hono } from "hono";
import { expect, test } from "vitest";
import { asAppError } from "../problem/problem.ts";
import { readForm } from "./read-form.ts";

async function read(body: string, type = "application/x-www-form-urlencoded; charset=UTF-8") {
  const app = new Hono();
  app.post("/", async (c) => {
    await readForm(c);
    return c.json([...(await readForm(c)).entries()]);
  });
  app.onError((error, c) => c.text(asAppError(error).code, 400));
  const answer = await app.request("/", { method: "POST", headers: { "Content-Type": type }, body });
  return answer.ok ? ((await answer.json()) as unknown) : answer.text();
}

test("a form is read twice over, in order, with repeated and empty fields", async () => {
  expect(await read("a=1&b=x%3Dy+z&a=2&c=&d&&e=%26")).toEqual([
    ["a", "1"],
    ["b", "x=y z"],
    ["a", "2"],
    ["c", ""],
    ["d", ""],
    ["e", "&"],
  ]);
});

test("text becomes NFC with LF", async () => {
  expect(await read("a=caf%65%CC%81%0D%0A%C5%81%C5%91%C8%99%0Dx")).toEqual([["a", "café\nŁőș\nx"]]);
  expect(await read("a=%F0%9F%93%AF")).toEqual([["a", "📯"]]);
});

test("broken UTF-8 is refused instead of repaired; a stray percent sign is only a sign", async () => {
  expect(await read("a=%C3%28")).toBe("broken_text");
  expect(await read("a=%ED%A0%80")).toBe("broken_text");
  expect(await read("a=100%&b=%zz")).toEqual([
    ["a", "100%"],
    ["b", "%zz"],
  ]);
});

test("another content type is an empty form", async () => {
  expect(await read('{"a":1}', "application/json")).toEqual([]);
});
