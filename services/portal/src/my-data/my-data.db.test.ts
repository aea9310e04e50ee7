import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTryLimit } from "@posthorn/db";
import { tokenHash } from "@posthorn/identity";
import { createVerbBench, createVisitor, PEOPLE, type VerbBench, type Visitor } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;
let ahead = 0;
const noUnzip = spawnSync("unzip", ["-v"]).error !== undefined;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, { ...TRY_LIMITS.signIn, tries: 100 }),
    now: () => Temporal.Now.instant().round("millisecond").add({ seconds: ahead }),
  });
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

async function enter(id: string): Promise<Visitor> {
  const person = PEOPLE.find((each) => each.id === id);
  const visitor = createVisitor();
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const typed = { email: person?.email ?? "", password: person?.password ?? "" };
  const page = await visitor.press(form, "Sign in", typed);
  expect(new URL(page.url).pathname).toBe("/");
  return visitor;
}

test("the page says what is held, in four languages, and of a private account its address too", async () => {
  const nele = await enter("per_SEED0NELECLAES");
  for (const language of ["nl", "fr", "de", "en"] as const) {
    const { text, status } = await nele.open(`${portal.url}/me?lang=${language}`);
    expect(status).toBe(200);
    for (const part of ["nele.claes@post.example", "Meir 31, 2000 Antwerpen"]) expect(text).toContain(part);
    expect(text).toContain(textsFor(language).myData.page.rights.complaint);
  }
  const lotte = await enter("per_SEED0LOTTEMAES");
  const { text, document } = await lotte.open(`${portal.url}/me`);
  expect(text).toContain("holds no private address");
  expect(document.querySelector('a[href="/company/members"]')).not.toBeNull();
});

test("consent is withdrawn as easily as it is given, and the history shows both", async () => {
  const nele = await enter("per_SEED0NELECLAES");
  const { agreements: words } = textsFor("en").myData.page;
  let page = await nele.open(`${portal.url}/me?lang=en`);
  for (const [button, said] of [
    [words.give, "Your consent is noted."],
    [words.withdraw, "Your consent is withdrawn."],
    [words.give, "Your consent is noted."],
  ] as const) {
    if (page.text.includes(words.withdraw) && button === words.give) continue;
    page = await nele.press(page, button);
    expect(page.text).toContain(said);
  }
  expect(page.text).toContain("Withdrawn on");
  expect(page.text).toContain("Consent to electronic registered mail");
});

test("an address is changed by the link alone, by whoever asked, once; what is wrong is told beside the field", async () => {
  const tom = await enter("per_SEED0TOMJANSSENS");
  const form = await tom.open(`${portal.url}/me/email?lang=en`);
  const wrong = await tom.press(form, "Send a link", { email: "tom" });
  expect(wrong.status).toBe(400);
  expect(wrong.document.querySelector("#email-error")).not.toBeNull();
  expect(wrong.document.querySelector<HTMLInputElement>("#email")?.value).toBe("tom");
  const asked = await tom.press(wrong, "Send a link", { email: "tom@elsewhere.example" });
  expect(asked.text).toContain("We sent a link to the new address.");
  const token = randomBytes(32).toString("base64url");
  await bench
    .context("owner")
    .db.updateTable("mailed_link")
    .set({ token_hash: tokenHash(token) })
    .where("subject_id", "=", "per_SEED0TOMJANSSENS")
    .execute();
  const link = `${portal.url}/me/email/${token}?lang=en`;
  expect((await (await enter("per_SEED0LOTTEMAES")).open(link)).status).toBe(404);
  expect(new URL((await createVisitor().open(link)).url).pathname).toBe("/sign-in");
  const looked = await tom.open(link);
  const again = await tom.open(link);
  expect(looked.text).toContain("tom@elsewhere.example");
  expect((await tom.press(looked, "Take this address")).text).toContain("Your e-mail address is changed.");
  const second = await tom.press(again, "Take this address");
  expect(second.status).toBe(409);
  expect(second.text).toContain("This link was used already.");
  ahead += 601;
  expect(new URL((await tom.open(`${portal.url}/me/email`)).url).pathname).toBe("/confirm");
  ahead = 0;
});

test("the log of one's own uses is there, and the language changes", async () => {
  const nele = await enter("per_SEED0NELECLAES");
  const page = await nele.open(`${portal.url}/me/uses?lang=en`);
  expect(page.text).toContain("Nele Claes");
  const chosen = await nele.press(await nele.open(`${portal.url}/me?lang=en`), "Save", { language: "fr" });
  expect(chosen.text).toContain("Votre langue est changée.");
});

/** Saved as a browser would, taken out with software that is not ours. */
async function takeOut(visitor: Visitor, path: string, directory: string): Promise<readonly string[]> {
  const { document } = await visitor.open(portal.url + path);
  const csrf = document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const answer = await visitor.fetch(portal.url + path, {
    method: "POST",
    body: new URLSearchParams({ _csrf: csrf }),
  });
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="[a-z-]+-\d{4}-\d\d-\d\d\.zip"/,
  );
  await writeFile(join(directory, "all.zip"), Buffer.from(await answer.arrayBuffer()));
  const options = { cwd: directory, encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } } as const;
  expect(spawnSync("unzip", ["-tq", "all.zip"], options).stdout).toContain("No errors");
  expect(spawnSync("unzip", ["-q", "all.zip", "-d", "out"], options).status).toBe(0);
  const found = await readdir(join(directory, "out"), { recursive: true, withFileTypes: true });
  return found.flatMap((file) =>
    file.isFile() ? [join(file.parentPath, file.name).slice(join(directory, "out/").length)] : [],
  );
}

test.skipIf(noUnzip)(
  "a company's export holds every message with the bytes that were sent, and says what is erased (skipped: unzip is not installed)",
  async () => {
    const attachment = randomBytes(200_000);
    const kept = await bench.submit({ attachment });
    const gone = await bench.submit();
    const { db } = bench.context("owner");
    await db.deleteFrom("key_wrap").where("message_id", "=", gone.messageId).execute();
    const directory = await mkdtemp(join(tmpdir(), "posthorn-taken-out-"));
    try {
      const lotte = await enter("per_SEED0LOTTEMAES");
      const names = await takeOut(lotte, "/account/export?lang=en", directory);
      expect(names).toEqual(
        expect.arrayContaining(["account.json", "contacts.csv", "consents.jsonl", "uses.jsonl"]),
      );
      const folder = join(directory, "out", "messages");
      const saved = await readFile(join(folder, kept.messageId, "parts", "2-lease.pdf"));
      const told = JSON.parse(await readFile(join(folder, kept.messageId, "message.json"), "utf8")) as {
        readonly parts: readonly { readonly sha256: string; readonly content: string }[];
      };
      const sha256 = createHash("sha256").update(saved).digest("hex");
      expect(told.parts[1]).toMatchObject({ sha256, content: "in this export" });
      expect(saved.equals(attachment)).toBe(true);
      const erased = await readFile(join(folder, gone.messageId, "message.json"), "utf8");
      expect(JSON.parse(erased)).toMatchObject({ parts: [{ content: "erased" }] });
      expect(names.filter((name) => name.startsWith(`messages/${gone.messageId}/parts`))).toEqual([]);
      const everything = await readFile(join(directory, "out", "account.json"), "utf8");
      expect(everything).toContain("lotte.maes@vandewalle.example");
      expect(everything).not.toContain("secret_hash");
    } finally {
      await rm(directory, { recursive: true });
    }
    const uses = await db
      .selectFrom("use_log")
      .select("act")
      .where("act", "=", "account_data_exported")
      .execute();
    expect(uses).toHaveLength(1);
    const opened = await db
      .selectFrom("key_use")
      .select("owner_id")
      .where("purpose", "=", "export")
      .execute();
    expect(opened).toEqual([{ owner_id: kept.messageId }]);
  },
);

test.skipIf(noUnzip)(
  "one's own export holds what the page tells (skipped: unzip is not installed)",
  async () => {
    const directory = await mkdtemp(join(tmpdir(), "posthorn-taken-out-"));
    try {
      const nele = await enter("per_SEED0NELECLAES");
      const names = await takeOut(nele, "/me/export", directory);
      expect(names).toEqual(
        expect.arrayContaining([
          "summary.pdf",
          "person.json",
          "uses.jsonl",
          "received.jsonl",
          "account.json",
          "contacts.csv",
        ]),
      );
      expect(names.some((name) => /^policies\/electronic-delivery-1-[a-z]{2}\.txt$/.test(name))).toBe(true);
      const summary = await readFile(join(directory, "out", "summary.pdf"), "latin1");
      expect(summary).toMatch(/^%PDF-/u);
      const person = await readFile(join(directory, "out", "person.json"), "utf8");
      expect(person).toContain("nele.claes@post.example");
      expect(person).not.toMatch(/password_hash|token_hash|sealed|credential_id|webauthn/);
      const lines = (await readFile(join(directory, "out", "uses.jsonl"), "utf8")).trim().split("\n");
      expect(
        lines.every((line) => (JSON.parse(line) as { person_id: string }).person_id === "per_SEED0NELECLAES"),
      ).toBe(true);
    } finally {
      await rm(directory, { recursive: true });
    }
  },
);

test("a company's data is taken out by its administrators alone, after a full proof", async () => {
  const pieter = await enter("per_SEED0PIETERDECLERCQ");
  expect((await pieter.open(`${portal.url}/account/export`)).status).toBe(403);
  ahead += 601;
  const lotte = await enter("per_SEED0LOTTEMAES");
  ahead += 601;
  expect(new URL((await lotte.open(`${portal.url}/account/export`)).url).pathname).toBe("/confirm");
  ahead = 0;
});

test("whoever has not accepted what is in force is led to it first; his data, his letters and the way out stay open", async () => {
  const { db } = bench.context("owner");
  const personId = "per_SEED0LOTTEMAES";
  await db.deleteFrom("policy_acceptance").where("person_id", "=", personId).execute();
  const lotte = createVisitor();
  const form = await lotte.open(`${portal.url}/sign-in?lang=en`);
  const person = PEOPLE.find(({ id }) => id === personId);
  const typed = { email: person?.email ?? "", password: person?.password ?? "" };
  const led = await lotte.press(form, "Sign in", typed);
  expect(new URL(led.url).pathname).toBe("/agreements");
  expect(led.document.querySelectorAll("input[type=checkbox]")).toHaveLength(3);
  for (const open of ["/me", "/me/export", "/account/export", "/switch", "/security"])
    expect(new URL((await lotte.open(portal.url + open)).url).pathname).toBe(open);
  const act = await lotte.fetch(`${portal.url}/compose/dft_0/send`, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({
      _csrf: led.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "",
    }),
  });
  expect(await act.json()).toMatchObject({ code: "agreements_outstanding" });
  const half = await lotte.press(led, "Go on", { terms: "1/en" });
  expect(half.status).toBe(400);
  expect(half.text).toContain("Tick each of them");
  const all = { terms: "1/en", privacy: "1/en", "processor-agreement": "1/en" };
  expect(new URL((await lotte.press(half, "Go on", all)).url).pathname).toBe("/");
  const rows = await db
    .selectFrom("policy_acceptance")
    .select(["policy", "account_id"])
    .where("person_id", "=", personId)
    .orderBy("policy")
    .execute();
  expect(rows).toEqual([
    { policy: "privacy", account_id: null },
    { policy: "processor-agreement", account_id: "acc_SEED0VANDEWALLE" },
    { policy: "terms", account_id: null },
  ]);
});
