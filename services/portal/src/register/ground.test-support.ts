// The portal with a mailbox of its own: whatever is owed by mail goes out as the worker would send it, links included.

import { createTryLimit } from "@posthorn/db";
import { generateWrapKeyPair, unwrapKey } from "@posthorn/content";
import { tokenHash } from "@posthorn/identity";
import { createVerbBench, createVisitor, type Page, type VerbBench, type Visitor } from "@posthorn/testkit";
import { type PersonMailWords, runPersonErrand } from "@posthorn/usecases";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

export interface SentMail extends PersonMailWords {
  readonly to: string;
}

export interface RegistrationGround {
  readonly bench: VerbBench;
  readonly portal: RunningPortal;
  /** Later than the machine's clock by as much. */
  wait(duration: Temporal.DurationLike): void;
  /** Sends what is owed and gives it, the oldest first. */
  mails(): Promise<readonly SentMail[]>;
  /** As the staff's desk opens it. */
  openWrap(wrapped: Uint8Array, context: string): Uint8Array;
  close(): Promise<void>;
}

export async function startRegistration(): Promise<RegistrationGround> {
  const bench = await createVerbBench();
  const ctx = bench.context("portal");
  const pair = generateWrapKeyPair();
  let later = Temporal.Duration.from({ seconds: 0 });
  const portal = await startPortal(
    {
      ctx,
      content: bench.content,
      wrapping: bench.wrapping,
      keys: bench.keys,
      identityKeys: bench.identityKeys,
      signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
      now: () => Temporal.Now.instant().add(later).round("millisecond"),
    },
    { mandateKey: pair.publicKey },
  );
  return {
    bench,
    portal,
    wait(duration) {
      later = later.add(duration);
    },
    mails: () => sendOwed(bench, portal.url),
    openWrap: (wrapped, context) => unwrapKey(pair.privateKey, wrapped, context),
    async close() {
      await portal.close();
      await bench.close();
    },
  };
}

async function sendOwed(bench: VerbBench, url: string): Promise<readonly SentMail[]> {
  const worker = bench.context("worker");
  const owed = await worker.db
    .selectFrom("person_errand")
    .select("id")
    .where("done_at", "is", null)
    .orderBy("id")
    .execute();
  const sent: SentMail[] = [];
  const rendered: PersonMailWords[] = [];
  for (const { id } of owed)
    await runPersonErrand(
      worker,
      {
        requestCode: () => ({ code: "", hash: "" }),
        linkTo: (link) => {
          const token = `token-of-${link.id}`;
          return { url: `${url}/register/confirm/${token}`, hash: tokenHash(token) };
        },
        personMail(words) {
          rendered.push(words);
          return { subject: "", text: "", html: "" };
        },
        mail: {
          send({ to }) {
            const words = rendered.at(-1);
            if (words) sent.push({ ...words, to });
            return Promise.resolve({
              outcome: "accepted",
              response: "250",
              ours: false,
              dialogue: "",
              raw: new Uint8Array(),
            });
          },
        },
      },
      id,
    );
  return sent;
}

export const GOOD_PASSWORD = "zeven blauwe fietsen bij de Leie";

/** What a private person fills in. */
export function filled(email: string): Readonly<Record<string, string>> {
  return {
    first_names: "Griet",
    family_name: "Vermeulen",
    email,
    street: "Kerkstraat",
    number: "7",
    postcode: "9000",
    town: "Gent",
    accept_terms: "on",
    accept_privacy: "on",
  };
}

export async function openForm(
  { portal }: RegistrationGround,
  kind: "private" | "company",
): Promise<{ readonly visitor: Visitor; readonly page: Page }> {
  const visitor = createVisitor({ language: "en" });
  const chooser = await visitor.open(`${portal.url}/register?lang=en`);
  return { visitor, page: await visitor.press(chooser, "Go on", { kind }) };
}

/** From the form to the page behind the link of the mail. */
export async function askFor(
  ground: RegistrationGround,
  email: string,
  kind: "private" | "company" = "private",
): Promise<{ readonly visitor: Visitor; readonly link: string; readonly page: Page }> {
  const { visitor, page } = await openForm(ground, kind);
  const { street: _, number: _n, postcode: _p, town: _t, ...common } = filled(email);
  await visitor.press(page, "Send me the link", kind === "private" ? filled(email) : common);
  const link = (await ground.mails()).find(({ to }) => to === email)?.url ?? "";
  return { visitor, link, page: await visitor.open(link) };
}

export async function registered(
  ground: RegistrationGround,
  email: string,
  kind: "private" | "company" = "private",
): Promise<{ readonly visitor: Visitor; readonly page: Page }> {
  const { visitor, page } = await askFor(ground, email, kind);
  const typed = { next: GOOD_PASSWORD, again: GOOD_PASSWORD };
  return { visitor, page: await visitor.press(page, "Make the account", typed) };
}
