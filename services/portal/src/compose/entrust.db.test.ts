import { createTryLimit } from "@posthorn/db";
import {
  createVerbBench,
  createVisitor,
  type Page,
  PEOPLE,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal", { registerNumberBasis: "an authorisation of 2026" });
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
});
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const REVIEW = "Look it over and send";
const NUMBER = "addressees.0.identification.national_register_number";
const GIVEN = "addressees.0.identification.register_number_given";
const PERSON = {
  subject: "Formal notice",
  required_identification: "eid_or_itsme",
  "addressees.0.first_names": "Jan",
  "addressees.0.name": "Peeters",
  "addressees.0.email": "jan.peeters@example.be",
};

async function compose(personId: string): Promise<{ visitor: Visitor; page: Page }> {
  const person = PEOPLE.find(({ id }) => id === personId);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/?lang=en`);
  const { email = "", password = "" } = person ?? {};
  const home = await visitor.press(form, "Sign in", { email, password });
  return { visitor, page: await visitor.follow(home, "New message") };
}

function valueOf(page: Page, name: string): string | undefined {
  return page.document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value;
}

test("both ways are offered, each with what it proves and whether it is qualified", async () => {
  const { page } = await compose("per_SEED0LOTTEMAES");
  for (const way of ["codes", "eid_or_itsme"]) {
    const input = page.document.querySelector<HTMLInputElement>(`#required_identification-${way}`);
    expect(input?.disabled).toBe(false);
    const hint = page.document.querySelector(`#required_identification-${way}-hint`)?.textContent;
    expect(hint).toContain("Not a qualified delivery.");
  }
});

test("a register number once given is said to be given and never shown, in form, preview or draft", async () => {
  const { visitor, page } = await compose("per_SEED0LOTTEMAES");
  expect(page.text).toContain("On this ground: an authorisation of 2026.");
  const wrong = await visitor.press(page, REVIEW, {
    ...PERSON,
    "addressees.0.identification.birth_date": "2985-07-30",
    [NUMBER]: "85.07.30-033.29",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("Nobody who lives was born on this day.");
  expect(wrong.text).toContain("This is not a valid national register number.");
  expect(valueOf(wrong, NUMBER)).toBe("85.07.30-033.29");

  const preview = await visitor.press(wrong, REVIEW, {
    "addressees.0.identification.birth_date": "1985-07-30",
    [NUMBER]: "85.07.30-033.28",
  });
  expect(preview.text).toContain("date of birth given · register number given");
  expect(preview.text).toContain("Opened with itsme or an identity card.");
  expect(preview.text).toContain("Jan gets an e-mail");
  const back = await visitor.follow(preview, "Change something");
  expect(valueOf(back, NUMBER)).toBe("");
  expect(valueOf(back, GIVEN)).toMatch(/^2\./);
  expect(back.text).toContain("A number was given. It is not shown again");
  for (const shown of [preview, back]) {
    expect(shown.document.documentElement.outerHTML).not.toMatch(/85\.?07\.?30-?033\.?28/);
  }
  const sent = await visitor.press(await visitor.press(back, REVIEW), "Send now");
  expect(sent.url).toMatch(/\/deliveries\/dlv_/);
  expect(sent.document.documentElement.outerHTML).not.toContain("1985-07-30");
  const id = /dlv_[0-9A-Z]+/.exec(sent.url)?.[0] ?? "";
  const row = await bench
    .context("owner")
    .db.selectFrom("delivery")
    .select(["identification", "mobile"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const [newest] = bench.identityKeys.registerNumberDigests("85073003328");
  expect(row).toMatchObject({
    mobile: null,
    identification: { birth_date: "1985-07-30", register_number: { digest: newest?.digest } },
  });
});

test("the number is taken away by its box", async () => {
  const { visitor, page } = await compose("per_SEED0LOTTEMAES");
  const kept = await visitor.press(page, "Keep draft", { ...PERSON, [NUMBER]: "85.07.30-033.28" });
  const without = await visitor.press(kept, "Keep draft", {
    "addressees.0.identification.register_number_removed": "true",
  });
  expect(valueOf(without, GIVEN)).toBeUndefined();
});

test("an account without authorisation sees no such field, and is refused where it sends one all the same", async () => {
  const { visitor, page } = await compose("per_SEED0CAMILLEDUBOIS");
  expect(page.document.querySelector(`[name="${NUMBER}"]`)).toBeNull();
  const csrf = page.document.querySelector<HTMLInputElement>('[name="_csrf"]')?.value ?? "";
  const answer = await visitor.fetch(page.url, {
    method: "POST",
    body: new URLSearchParams({ _csrf: csrf, ...PERSON, [NUMBER]: "85.07.30-033.28", action: "review" }),
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("Your account may not use national register numbers.");
});

test("an organisation needs its number there; compose says who collects, never whether it has an account", async () => {
  const { visitor, page } = await compose("per_SEED0LOTTEMAES");
  const organisation = {
    ...PERSON,
    "addressees.0.kind": "organisation",
    "addressees.0.name": "Brasserie du Canal",
  };
  const wrong = await visitor.press(page, REVIEW, organisation);
  expect(wrong.text).toContain("Without its enterprise number no member of this organisation could collect");
  const previews = [];
  // The first has a verified account, the second is nobody's.
  for (const number of ["0712.345.630", "0403.170.701"]) {
    const preview = await visitor.press(wrong, REVIEW, { "addressees.0.enterprise_number": number });
    expect(preview.text).toContain("A member of its verified account collects.");
    previews.push(preview.document.querySelector("#to")?.textContent);
  }
  expect(previews[0]).toBe(previews[1]);
});
