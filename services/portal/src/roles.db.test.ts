import { createHash } from "node:crypto";
import { createTryLimit } from "@posthorn/db";
import { createLetterBench, createVerbBench, type VerbBench } from "@posthorn/testkit";
import type { WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Standing, standActors } from "./actors.test-support.ts";
import { createApp } from "./app.ts";
import { TRY_LIMITS } from "./deps.ts";
import { type GroundState, keepGround } from "./ground-state.test-support.ts";
import { addressOf } from "./reader.test-support.ts";
import { type Actor, ACTORS, answerTo, isLetIn, nameOf, type Route, ROUTES } from "./routes.test-support.ts";
import { type RunningPortal, startPortal } from "./start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;
let app: Hono<WebEnv>;
let actors: Readonly<Record<Actor, Standing>>;
let ground: GroundState;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
    inbox: { ctx: bench.context("inbox"), codes: createLetterBench(bench).codes },
  });
  app = createApp({ ...portal.deps, site: { ...portal.deps.site, origin: portal.url } });
  actors = await standActors({ bench, portal });
  ground = await keepGround(bench.context("owner").db);
}, 120_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

/** What is written of whoever asks, whatever he is answered: use, idleness, tries, and that a key opened a draft. */
const OF_ASKING = new Set(["use_log", "session", "rate_limit", "key_use"]);
const FILE = "hello";

function bodyOf({ body }: Route, csrf: string): BodyInit {
  if (body === "file") return FILE;
  const form = body === "multipart" ? new FormData() : new URLSearchParams();
  form.append("_csrf", csrf);
  return form;
}

/** Of a POST the token of the form goes along, and nothing else. */
async function ask(actor: Actor, route: Route, accept: string): Promise<Response> {
  const { reader, ids } = actors[actor];
  const headers = {
    accept,
    "accept-language": "en",
    "user-agent": "Mozilla/5.0 (posthorn journey)",
    cookie: reader.visitor.cookiesFor(portal.url),
  };
  const posted = {
    "X-CSRF-Token": reader.csrf,
    "X-Content-SHA256": createHash("sha256").update(FILE).digest("hex"),
    "X-File-Name": "hello.txt",
  };
  const about = route.path.startsWith("/inbox/") ? { ...ids, delivery: ids["received"] ?? "" } : ids;
  const answer = await app.request(addressOf(portal, route.path, about), {
    method: route.method,
    ...(route.method === "POST"
      ? { headers: { ...headers, ...posted }, body: bodyOf(route, reader.csrf) }
      : { headers }),
  });
  await answer.body?.cancel();
  return answer;
}

async function answerOf(actor: Actor, route: Route): Promise<string> {
  const answer = await ask(actor, route, "text/html");
  const location = answer.headers.get("location");
  if (location === null) return String(answer.status);
  const { pathname } = new URL(location, portal.url);
  return `${answer.status} ${pathname.replaceAll(/\/[a-z]{3}_\w+/g, "/:id")}`;
}

/** Acts one after the other, since the second may find what the first left; the others at once. */
async function answersOf(
  route: Route,
  who: readonly Actor[],
  acts: boolean,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const note = async (actor: Actor) => void (answers[actor] = await answerOf(actor, route));
  if (acts) for (const actor of who) await note(actor);
  else await Promise.all(who.map(note));
  return answers;
}

const expected = (route: Route, who: readonly Actor[]) =>
  Object.fromEntries(who.map((actor) => [actor, String(answerTo(route, actor))]));

async function written(): Promise<readonly string[]> {
  return (await ground.changed()).filter((table) => !OF_ASKING.has(table));
}

/** A user outside a team is another one only where there is something of a team. */
const asking = ({ path }: Route): readonly Actor[] =>
  ACTORS.filter((actor) => actor !== "outsider" || /:(?:message|delivery|record|draft)/.test(path));

test.each(ROUTES.map((route) => [nameOf(route), route] as const))("%s", async (_, route) => {
  const who = asking(route);
  const away = who.filter((actor) => !isLetIn(route, actor));
  expect(await answersOf(route, away, false)).toEqual(expected(route, away));
  expect(await written(), "who is turned away changes nothing").toEqual([]);
  if (away.includes("nobody")) expect((await ask("nobody", route, "application/json")).status).toBe(401);

  const allowed = who.filter((actor) => isLetIn(route, actor));
  const answers = await answersOf(route, allowed, route.method === "POST");
  const changed = await ground.changed();
  await ground.restore(changed.filter((table) => table !== "use_log"));
  expect(answers).toEqual(expected(route, allowed));
  if (route.method === "GET")
    expect(changed.filter((table) => !OF_ASKING.has(table))).toEqual(route.writes ?? []);
});
