import { cookiesSeen, createVisitor, type Visitor } from "@posthorn/testkit";
import { cookieFaults } from "@posthorn/web";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { type IdentifyingSite, type Letter, startIdentifyingSite } from "./identification.test-support.ts";

interface Route {
  readonly method: "GET" | "POST";
  /** Below `/d/:delivery` where it begins with `d:`. */
  readonly path: string;
  /** What somebody without a cookie gets; of POST routes with the token of his own form. */
  readonly stranger: number;
}

/** Every route of the site: a new one that is not on this list fails the first test. */
const ROUTES: readonly Route[] = [
  { method: "GET", path: "/healthz", stranger: 200 },
  { method: "GET", path: "/readyz", stranger: 200 },
  { method: "GET", path: "/", stranger: 200 },
  { method: "POST", path: "/", stranger: 400 },
  { method: "GET", path: "/l/:token", stranger: 404 },
  { method: "GET", path: "d:", stranger: 401 },
  { method: "GET", path: "d:/logo/:digest", stranger: 404 },
  { method: "GET", path: "d:/genuine", stranger: 401 },
  { method: "GET", path: "d:/not-for-me", stranger: 401 },
  { method: "POST", path: "d:/not-for-me", stranger: 401 },
  { method: "POST", path: "d:/codes", stranger: 401 },
  { method: "GET", path: "d:/codes", stranger: 401 },
  { method: "POST", path: "d:/codes/check", stranger: 401 },
  { method: "POST", path: "d:/identify/itsme", stranger: 401 },
  { method: "GET", path: "/itsme/callback", stranger: 403 },
  { method: "POST", path: "d:/identify/card", stranger: 401 },
  { method: "GET", path: "d:/card", stranger: 401 },
  { method: "POST", path: "d:/card", stranger: 403 },
  { method: "POST", path: "d:/identify/card-host", stranger: 401 },
  { method: "GET", path: "/card/return", stranger: 403 },
  { method: "GET", path: "/card/refused", stranger: 403 },
  { method: "GET", path: "d:/decide", stranger: 303 },
  { method: "POST", path: "d:/accept", stranger: 303 },
  { method: "POST", path: "d:/refuse", stranger: 303 },
  { method: "GET", path: "d:/refused", stranger: 303 },
  { method: "GET", path: "d:/wait", stranger: 303 },
  { method: "GET", path: "d:/events", stranger: 200 },
  { method: "GET", path: "d:/message", stranger: 303 },
  { method: "POST", path: "d:/proof-copy", stranger: 303 },
  { method: "POST", path: "d:/consent", stranger: 303 },
  { method: "POST", path: "d:/consent/withdraw", stranger: 303 },
  { method: "POST", path: "d:/leave", stranger: 303 },
  { method: "GET", path: "d:/parts/:ordinal", stranger: 303 },
  { method: "GET", path: "d:/all.zip", stranger: 303 },
  { method: "GET", path: "d:/bundle", stranger: 303 },
];

let site: IdentifyingSite;
let letter: Letter;

beforeAll(async () => {
  site = await startIdentifyingSite();
  letter = await site.letter();
});
afterAll(() => site.close());

const addressOf = (path: string) =>
  site.origin +
  path
    .replace("d:", `/d/${letter.deliveryId}`)
    .replace(":token", "x".repeat(43))
    .replace(":ordinal", "1")
    .replace(":digest", "0".repeat(64));

async function formToken(visitor: Visitor): Promise<string> {
  const { document } = await visitor.open(site.origin);
  return document.querySelector<HTMLInputElement>("input[name=_csrf]")?.value ?? "";
}

function post(visitor: Visitor, path: string, body: Record<string, string>): Promise<Response> {
  return visitor.fetch(addressOf(path), {
    method: "POST",
    body: new URLSearchParams(body),
    headers: { origin: site.origin },
  });
}

test("every route is on the list", () => {
  const { routes } = createApp(site.deps);
  const pattern = /\/d\/:delivery\{[^}]*\{26\}\}/;
  const found = routes
    .filter(({ method }) => method === "GET" || method === "POST")
    .map(({ method, path }) => `${method} ${path.replace(pattern, "d:").replace(/\{.*$/, "")}`)
    .filter((route) => route !== "GET /assets/:file");
  expect([...new Set(found)].toSorted()).toEqual(
    ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted(),
  );
});

test.each(ROUTES)("$method $path answers a stranger with $stranger, and nothing changes", async (route) => {
  const { method, path, stranger } = route;
  const visitor = createVisitor();
  const answer =
    method === "GET"
      ? await visitor.fetch(addressOf(path))
      : await post(visitor, path, { _csrf: await formToken(visitor) });
  expect(answer.status).toBe(stranger);
  await answer.body?.cancel();
  expect(await site.letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance"]);
});

test.each(ROUTES.filter(({ method }) => method === "POST"))(
  "$method $path refuses a form without its token, and a large one",
  async ({ path }) => {
    expect((await post(createVisitor(), path, {})).status).toBe(403);
    expect((await post(createVisitor(), path, { field: "x".repeat(20_000) })).status).toBe(413);
  },
);

test("whatever was asked for, no cookie was set but those on the list, as the list says", () => {
  const seen = cookiesSeen("collect");
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.flatMap((line) => cookieFaults("collect", line))).toEqual([]);
});
