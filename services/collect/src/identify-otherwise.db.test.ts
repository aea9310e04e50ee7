import { toPem } from "@posthorn/pki";
import { callCardHost, createCardBench, createVisitor, type Page, type Visitor } from "@posthorn/testkit";
import { type RunningServer, serveMutualTls } from "@posthorn/web";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wordsIn } from "./identification.test-support.ts";
import { startTestSite, type TestSite } from "./site.test-support.ts";
import { cardDoor } from "./wiring/card-host.ts";

const words = wordsIn("en");
const visit = () => createVisitor({ language: "en" });

describe("cards that the browser itself shows", () => {
  const bench = createCardBench(Temporal.Now.instant().toString());
  const { cards, server: identity } = bench.set;
  let site: TestSite;
  let server: RunningServer;

  beforeAll(async () => {
    const served: { door?: ReturnType<typeof cardDoor> } = {};
    server = await serveMutualTls(
      {
        fetch: (request, env) => served.door?.fetch(request, env) ?? new Response(null, { status: 503 }),
      },
      {
        port: 0,
        certificate: toPem(identity.key.certificate),
        key: identity.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        authorities: bench.eid.authorities,
      },
    );
    const cardHost = `https://127.0.0.1:${server.port}`;
    site = await startTestSite((_, { identityKeys }) =>
      Promise.resolve({
        identification: { eid: bench.eid, cardHost, identityKeys },
        formActions: [cardHost],
      }),
    );
    served.door = cardDoor(site.deps, bench.eid);
  });
  afterAll(async () => {
    await server.close(10);
    await site.close();
  });

  /** Where the browser is sent from the page that asks for the card. */
  async function sentTo(visitor: Visitor, page: Page): Promise<string> {
    const form = page.document.querySelector<HTMLFormElement>('form[action$="/identify/card-host"]');
    const csrf = form?.querySelector<HTMLInputElement>("input[name=_csrf]")?.value ?? "";
    const sent = await visitor.fetch(new URL(form?.getAttribute("action") ?? "", page.url).href, {
      method: "POST",
      body: new URLSearchParams({ _csrf: csrf }),
      headers: { origin: site.origin },
    });
    return sent.headers.get("location") ?? "";
  }

  async function cardPage(visitor: Visitor): Promise<Page> {
    const { link } = await site.notify();
    return visitor.press(await visitor.open(`${link}?lang=en`), words.card);
  }

  test("lead there and back to the decision, in the browser that began alone", async () => {
    const visitor = visit();
    const place = await sentTo(visitor, await cardPage(visitor));
    const { headers } = await callCardHost(place, { card: cards.jan });
    const back = String(headers["location"]);
    expect(back).toMatch(/\/card\/return\?code=[\w-]{43}$/);
    expect((await visit().open(back)).status).toBe(403);
    expect(String((await callCardHost(place, { card: cards.jan })).headers["location"]), "once").toContain(
      "/card/refused?reason=identification_try_unknown",
    );
    const decide = await visitor.open(back);
    expect(decide.text).toContain("You were identified as Jan Peeters, by identity card, level high.");
    expect((await visitor.open(back)).status).toBe(403);
  });

  test("and are refused say why, with every way on", async () => {
    const visitor = visit();
    const place = await sentTo(visitor, await cardPage(visitor));
    for (const [card, reason] of [
      [cards.jan_revoked, "was blocked"],
      [undefined, "sent no certificate"],
    ] as const) {
      const { headers } = await callCardHost(place, card ? { card } : {});
      const shown = await visitor.open(String(headers["location"]));
      expect(shown.status).toBe(403);
      expect(shown.text).toContain(reason);
      expect(shown.text).toContain("Send me two codes");
    }
    const forged = await visitor.open(`${site.origin}/card/refused?reason=<script>`);
    expect(forged.status).toBe(403);
    expect(forged.document.querySelector("main script")).toBeNull();
  });
});

test("where no way is configured none is shown, the page says what to do, and none can be begun", async () => {
  const site = await startTestSite();
  const letter = await site.notify();
  const { db } = site.bench.context("owner");
  const message = await db.selectFrom("message").select(["id", "facts"]).executeTakeFirstOrThrow();
  await db
    .updateTable("message")
    .set({ facts: JSON.stringify({ ...message.facts, required_identification: "eid_or_itsme" }) })
    .where("id", "=", letter.messageId)
    .execute();
  const visitor = visit();
  const shown = await visitor.open(`${letter.link}?lang=en`);
  expect(shown.text).toContain(words.none.title);
  expect(shown.document.querySelector("main form")).toBeNull();
  const { document } = await visitor.open(site.origin);
  const csrf = document.querySelector<HTMLInputElement>("input[name=_csrf]")?.value ?? "";
  for (const way of ["itsme", "card", "card-host"]) {
    const begun = await visitor.fetch(`${site.origin}/d/${letter.deliveryId}/identify/${way}`, {
      method: "POST",
      body: new URLSearchParams({ _csrf: csrf }),
      headers: { origin: site.origin },
    });
    expect(begun.status, way).toBe(404);
  }
  expect(await site.letters.records(letter.deliveryId)).toEqual(["SubmissionAcceptance"]);
  await site.close();
});
