import { newSessionToken, tokenHash } from "@posthorn/identity";
import { newId } from "@posthorn/runtime";
import { createAuthenticator, createVerbBench, type VerbBench } from "@posthorn/testkit";
import { changeStaffRoles, inviteStaffAgain, letStaffLeave } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerForm,
  createStaffVisitor,
  enrolStaff,
  inviteOne,
  type RunningBackoffice,
  startBackoffice,
} from "./start.test-support.ts";
import { sessionTokens } from "./wiring/ports.ts";

let bench: VerbBench;
let desk: RunningBackoffice;
beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
});
afterAll(async () => {
  await desk.close();
  await bench.close();
});

const operator = () => ({ db: bench.context("owner").db, newId });

async function actsOf(staffId: string): Promise<readonly string[]> {
  const { db } = operator();
  const rows = await db
    .selectFrom("staff_log")
    .select("act")
    .where("staff_id", "=", staffId)
    .orderBy("id")
    .execute();
  return rows.map(({ act }) => act);
}

test("a one-time address registers one passkey, which opens the door; the address opens nothing any more", async () => {
  const { id, token } = await inviteOne(bench, ["privacy_officer"], "once@posthorn.example");
  const staff = createStaffVisitor(desk.url, id);
  const page = await staff.visitor.open(`${desk.url}/enrol/${token}`);
  expect(page.text).toContain("Welcome, Bo Vermeulen.");
  expect(page.text).toContain("once@posthorn.example");
  const enrolled = await answerForm(staff, `${desk.url}/enrol/${token}`, "create");
  expect(enrolled.text).toContain("Your passkey is registered. Sign in with it now.");
  const again = await staff.visitor.open(`${desk.url}/enrol/${token}`);
  expect(again.status).toBe(404);
  expect(again.text).toContain("This address no longer opens anything");
  const home = await staff.signIn();
  expect(new URL(home.url).pathname).toBe("/");
  expect(home.text).toContain("This is the first time you are signed in.");
  expect(await actsOf(id)).toEqual(["passkey_added", "enrolled", "signed_in", "page_viewed"]);
  await staff.post("/sign-out");
  const second = await staff.signIn();
  expect(second.text).toContain("You last signed in");
});

test("an address that is late, void, unknown or of somebody who left says the same", async () => {
  const late = await inviteOne(bench, ["auditor"], "late@posthorn.example");
  const { db } = operator();
  await db
    .updateTable("staff_invitation")
    .set({ expires_at: Temporal.Now.instant() })
    .where("staff_id", "=", late.id)
    .execute();
  const voided = await inviteOne(bench, ["auditor"], "void@posthorn.example");
  await inviteStaffAgain(operator(), sessionTokens, voided.id);
  const left = await inviteOne(bench, ["auditor"], "left@posthorn.example");
  await letStaffLeave(operator(), left.id);
  const { visitor } = createStaffVisitor(desk.url, "");
  const pages = await Promise.all(
    [late.token, voided.token, left.token, newSessionToken()].map((token) =>
      visitor.open(`${desk.url}/enrol/${token}`),
    ),
  );
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const [first, ...others] = pages.map(({ text }) => text.replace(/Reference.*/, ""));
  for (const other of others) expect(other).toBe(first);
});

test("two registrations by one address at the same instant: one stands", async () => {
  const { id, token } = await inviteOne(bench, ["auditor"], "race@posthorn.example");
  const address = `${desk.url}/enrol/${token}`;
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () =>
      answerForm(createStaffVisitor(desk.url, id), address, "create").then(
        ({ url }) => new URL(url).pathname,
        () => "refused",
      ),
    ),
  );
  expect(outcomes.filter((path) => path === "/sign-in")).toHaveLength(1);
  const { db } = operator();
  expect(await db.selectFrom("passkey").select("id").where("holder_id", "=", id).execute()).toHaveLength(1);
});

test("the passkey of an account holder does not open the back office, though it is made for this site", async () => {
  const staff = await enrolStaff(bench, desk, ["privacy_officer"]);
  const { db } = operator();
  await db
    .updateTable("passkey")
    .set({ holder_kind: "person", holder_id: "per_SEED0LOTTEMAES" })
    .where("holder_id", "=", staff.id)
    .execute();
  const refused = await staff.signIn();
  expect(refused.status).toBe(401);
  expect(refused.text).toContain("This passkey does not open the back office.");
});

test("the passkey of one of the staff is seen by no other service", async () => {
  const { id } = await enrolStaff(bench, desk, ["auditor"]);
  const portal = bench.context("portal").db;
  expect(await portal.selectFrom("passkey").select("id").where("holder_id", "=", id).execute()).toEqual([]);
  await expect(portal.selectFrom("staff").select("id").execute()).rejects.toThrow("permission denied");
  await expect(portal.selectFrom("staff_log").select("id").execute()).rejects.toThrow("permission denied");
});

test("the back office can neither invite nor change who is of the staff, nor its log", async () => {
  const { db } = bench.context("backoffice");
  await expect(
    db
      .updateTable("staff")
      .set({ roles: ["auditor"] })
      .execute(),
  ).rejects.toThrow("permission denied");
  await expect(db.updateTable("staff_log").set({ reason: "x" }).execute()).rejects.toThrow(
    "permission denied",
  );
  await expect(db.deleteFrom("staff_log").execute()).rejects.toThrow("permission denied");
  await expect(db.selectFrom("evidence_record").select("canonical").execute()).rejects.toThrow(
    "permission denied",
  );
  await expect(db.selectFrom("delivery").select("email").execute()).rejects.toThrow("permission denied");
});

test("who leaves is nobody from the next page on, and his passkey opens nothing", async () => {
  const staff = await enrolStaff(bench, desk, ["auditor"]);
  await staff.signIn();
  expect((await staff.visitor.open(`${desk.url}/log`)).status).toBe(200);
  await letStaffLeave(operator(), staff.id);
  expect(new URL((await staff.visitor.open(`${desk.url}/log`)).url).pathname).toBe("/sign-in");
  expect((await staff.signIn()).status).toBe(401);
});

test("a role that is taken away counts from the next page on, and the refusal is written down", async () => {
  const staff = await enrolStaff(bench, desk, ["privacy_officer"]);
  await staff.signIn();
  expect((await staff.visitor.open(`${desk.url}/identification-records`)).status).toBe(200);
  await changeStaffRoles(operator(), staff.id, ["postal_operator"]);
  const refused = await staff.visitor.open(`${desk.url}/identification-records`);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain("This is another desk’s page");
  expect(await actsOf(staff.id)).toContain("page_refused");
  expect((await staff.visitor.open(desk.url)).text).toContain("No letter waits.");
});

test("invited anew: earlier keys and sessions end", async () => {
  const staff = await enrolStaff(bench, desk, ["auditor"]);
  await staff.signIn();
  const { token } = await inviteStaffAgain(operator(), sessionTokens, staff.id);
  expect(new URL((await staff.visitor.open(desk.url)).url).pathname).toBe("/sign-in");
  expect((await staff.signIn()).status).toBe(401);
  const anew = createStaffVisitor(desk.url, staff.id);
  await answerForm(anew, `${desk.url}/enrol/${token}`, "create");
  expect((await anew.signIn()).status).toBe(200);
});

test("each sign-in has a new session, the earlier of that browser ends, and a cookie of before is none of ours", async () => {
  const staff = await enrolStaff(bench, desk, ["auditor"]);
  await staff.signIn();
  const first = staff.visitor.cookiesFor(desk.url);
  await staff.post("/sign-out");
  expect(await reaches(first)).toBe("/sign-in");
  await staff.signIn();
  const second = staff.visitor.cookiesFor(desk.url);
  expect(sessionOf(second)).not.toBe(sessionOf(first));
  expect(await reaches(second)).toBe("/");
});

test("a session cookie in another browser ends the session and is written down", async () => {
  const staff = await enrolStaff(bench, desk, ["auditor"]);
  await staff.signIn();
  const stolen = `__Host-backoffice=${sessionOf(staff.visitor.cookiesFor(desk.url))}`;
  expect(await reaches(stolen)).toBe("/sign-in");
  expect(new URL((await staff.visitor.open(desk.url)).url).pathname).toBe("/sign-in");
  expect(await actsOf(staff.id)).toContain("session_taken_elsewhere");
});

test.each([
  ["stood idle for 15 minutes", { last_used_at: 15 * 60 }],
  ["is 8 hours old though in use", { expires_at: 8 * 3600 }],
])("a session that %s is over", async (_, back) => {
  const staff = await enrolStaff(bench, desk, ["auditor"]);
  await staff.signIn();
  const { db } = operator();
  const [column, seconds] = Object.entries(back)[0] ?? ["last_used_at", 0];
  const row = await db
    .selectFrom("staff_session")
    .select(["last_used_at", "expires_at"])
    .where("staff_id", "=", staff.id)
    .executeTakeFirstOrThrow();
  const at = column === "expires_at" ? row.expires_at : row.last_used_at;
  await db
    .updateTable("staff_session")
    .set({ [column]: at.subtract({ seconds }) })
    .where("staff_id", "=", staff.id)
    .execute();
  expect(new URL((await staff.visitor.open(desk.url)).url).pathname).toBe("/sign-in");
});

test("a confirmation goes on under a new token; somebody else's passkey confirms nothing", async () => {
  const staff = await enrolStaff(bench, desk, ["privacy_officer"]);
  await staff.signIn();
  const before = sessionOf(staff.visitor.cookiesFor(desk.url));
  const confirmed = await staff.confirm("/security");
  expect(new URL(confirmed.url).pathname).toBe("/security");
  expect(sessionOf(staff.visitor.cookiesFor(desk.url))).not.toBe(before);
  const { db } = operator();
  const old = await db
    .selectFrom("staff_session")
    .select("id")
    .where("token_hash", "=", tokenHash(before))
    .executeTakeFirst();
  expect(old).toBeUndefined();
  const other = await enrolStaff(bench, desk, ["privacy_officer"]);
  const refused = await answerForm(
    { visitor: staff.visitor, authenticator: acceptAll(other.authenticator) },
    `${desk.url}/confirm?next=/`,
    "get",
  );
  expect(refused.status).toBe(401);
  expect(refused.text).toContain("That was not confirmed.");
});

test("a second passkey is added, renamed and removed; the last one stays", async () => {
  const staff = await enrolStaff(bench, desk, ["auditor"]);
  await staff.signIn();
  const second = { visitor: staff.visitor, authenticator: createAuthenticator() };
  const added = await answerForm(second, `${desk.url}/security/passkeys/new`, "create");
  expect(added.text).toContain("The passkey is added.");
  const links = Array.from(
    added.document.querySelectorAll<HTMLAnchorElement>('a[href^="/security/passkeys/pky_"]'),
  );
  expect(links).toHaveLength(2);
  const path = links[1]?.getAttribute("href") ?? "";
  const page = await staff.visitor.open(desk.url + path);
  const empty = await staff.visitor.press(page, "Save the name", { name: " " });
  expect(empty.status).toBe(400);
  expect(empty.document.querySelector("#name-error")).not.toBeNull();
  const renamed = await staff.visitor.press(page, "Save the name", { name: "Key in the safe" });
  expect(renamed.text).toContain("Key in the safe");
  expect((await staff.visitor.press(page, "Remove the passkey")).text).toContain("The passkey is removed.");
  const lastPath = links[0]?.getAttribute("href") ?? "";
  const last = await staff.visitor.press(await staff.visitor.open(desk.url + lastPath), "Remove the passkey");
  expect(last.status).toBe(409);
  expect(last.text).toContain("This is your only passkey.");
});

test("keys are changed only by who has shown one lately", async () => {
  const staff = await enrolStaff(bench, desk, ["auditor"]);
  await staff.signIn();
  const { db } = operator();
  await db
    .updateTable("staff_session")
    .set({ fresh_at: Temporal.Now.instant().subtract({ minutes: 11 }) })
    .where("staff_id", "=", staff.id)
    .execute();
  const led = await staff.visitor.open(`${desk.url}/security/passkeys/new`);
  expect(new URL(led.url).pathname).toBe("/confirm");
  expect((await staff.post("/security/passkeys/new/begin", {}, "application/json")).status).toBe(403);
  const passkey = await db
    .selectFrom("passkey")
    .select("id")
    .where("holder_id", "=", staff.id)
    .executeTakeFirstOrThrow();
  const removal = await staff.post(`/security/passkeys/${passkey.id}/remove`);
  expect(removal.headers.get("location")).toMatch(/^\/confirm\?next=/);
  const back = await staff.confirm("/security/passkeys/new");
  expect(new URL(back.url).pathname).toBe("/security/passkeys/new");
});

test("sessions are listed, one and all others are ended, and those of others are not there", async () => {
  const staff = await enrolStaff(bench, desk, ["auditor"]);
  await staff.signIn();
  const elsewhere = createStaffVisitor(desk.url, staff.id, staff.authenticator);
  await elsewhere.signIn();
  const security = await staff.visitor.open(`${desk.url}/security`);
  expect(security.text).toContain("this session");
  expect((await staff.visitor.press(security, /^End /)).text).toContain("The session is ended.");
  expect(new URL((await elsewhere.visitor.open(desk.url)).url).pathname).toBe("/sign-in");
  await elsewhere.signIn();
  const again = await staff.visitor.open(`${desk.url}/security`);
  expect((await staff.visitor.press(again, "End all other sessions")).text).toContain(
    "All other sessions are ended.",
  );
  const { db } = operator();
  const stranger = await enrolStaff(bench, desk, ["auditor"]);
  await stranger.signIn();
  const theirs = await db
    .selectFrom("staff_session")
    .select("id")
    .where("staff_id", "=", stranger.id)
    .executeTakeFirstOrThrow();
  expect((await staff.post(`/security/sessions/${theirs.id}/end`)).status).toBe(404);
});

function sessionOf(cookies: string): string {
  return /__Host-backoffice=([^;]+)/.exec(cookies)?.[1] ?? "";
}

async function reaches(cookies: string): Promise<string> {
  const answer = await fetch(desk.url.replace("backoffice.localhost", "127.0.0.1"), {
    redirect: "manual",
    headers: { cookie: cookies, accept: "text/html" },
  });
  return (answer.headers.get("location") ?? "/").replace(/\?.*/, "");
}

/** An authenticator that answers with its own passkey whatever it was asked for. */
function acceptAll(authenticator: ReturnType<typeof createAuthenticator>): typeof authenticator {
  return {
    create: authenticator.create,
    get: (options, origin, quirks) =>
      authenticator.get({ ...(options as object), allowCredentials: [] }, origin, quirks),
  };
}
