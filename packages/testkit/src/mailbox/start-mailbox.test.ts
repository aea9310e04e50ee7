import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSmtpMail, parseDsn, readVerp, verpAddress } from "@posthorn/transports";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { manualClock } from "../standin/clock.ts";
import type { ReadMail } from "./read-mail.ts";
import { type Mailbox, type MailboxOptions, startMailbox } from "./start-mailbox.ts";
import { openMailStore } from "./store.ts";

const KEY = Buffer.alloc(32, 1);
const DOMAIN = "bounces.posthorn.test";
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

interface Inbound {
  readonly host: string;
  readonly port: number;
  /** Raw mails with their recipient, as they arrive. */
  wait(count: number): Promise<{ to: string; from: string; raw: Buffer }[]>;
}

/** The inbound service's side: takes reports by SMTP. `refuse` answers 451 that many times first. */
async function startInbound(refuse = 0): Promise<Inbound> {
  const taken: { to: string; from: string; raw: Buffer }[] = [];
  let refusals = refuse;
  let arrived: () => void = () => undefined;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("end", () => {
        refusals -= 1;
        if (refusals >= 0) return done(Object.assign(new Error("later"), { responseCode: 451 }));
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          to: rcptTo[0]?.address ?? "",
          from: mailFrom ? mailFrom.address : "",
          raw: Buffer.concat(chunks),
        });
        done();
        arrived();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  return {
    host: "127.0.0.1",
    port: typeof address === "object" && address ? address.port : 0,
    async wait(count) {
      while (taken.length < count) await new Promise<void>((resolve) => (arrived = resolve));
      return taken;
    },
  };
}

async function start(
  options: Partial<MailboxOptions> = {},
): Promise<Mailbox & { send(to: string, attemptId?: string): Promise<string> }> {
  const mailbox = await startMailbox({
    port: 0,
    smtpPort: 0,
    clock: manualClock("2026-11-21T13:05:00Z"),
    pollMs: 10,
    ...options,
  });
  const transport = createSmtpMail({ url: mailbox.smtpUrl, hostname: "posthorn.test" });
  stops.push(async () => {
    transport.close();
    await mailbox.stop();
  });
  return {
    ...mailbox,
    async send(to, attemptId = "attempt-1") {
      const result = await transport.send({
        messageId: `${attemptId}@posthorn.test`,
        envelopeFrom: verpAddress({ attemptId, domain: DOMAIN, key: KEY }),
        envelopeId: attemptId,
        from: "notices@posthorn.test",
        fromName: "Posthorn",
        to,
        subject: "Notice <b>&",
        text: "Code 418203, check code K7QM-4RTX-92VB, https://collect.test/n/abc.",
        html: '<html><head></head><body><a href="https://collect.test/n/abc">go</a></body></html>',
        language: "en",
        attachments: [{ name: "bewijs é.pdf", type: "application/pdf", content: Buffer.from("%PDF") }],
      });
      return result.outcome;
    },
  };
}

async function messages(mailbox: Mailbox, to: string): Promise<ReadMail[]> {
  return (await (
    await fetch(`${mailbox.url}/api/messages?to=${encodeURIComponent(to)}`)
  ).json()) as ReadMail[];
}

test("a bounce comes as a report of its own by SMTP, when the clock says so and not before", async () => {
  const clock = manualClock("2026-11-21T13:05:00Z");
  const inbound = await startInbound();
  const mailbox = await start({ clock, inbound });
  expect(await mailbox.send("bounce-later+3d@addressee.test")).toBe("accepted");
  clock.advance({ days: 2, hours: 23 });
  await mailbox.send("no-mx+x@no-mx.example", "attempt-2");
  clock.advance({ seconds: 3 });
  expect((await inbound.wait(1)).map((report) => readVerp(report.to, { domain: DOMAIN, key: KEY }))).toEqual([
    "attempt-2",
  ]);
  clock.advance("PT1H");
  const [, report] = await inbound.wait(2);
  expect(report?.from).toBe("");
  expect(readVerp(report?.to ?? "", { domain: DOMAIN, key: KEY })).toBe("attempt-1");
  expect(await parseDsn(report?.raw ?? Buffer.of())).toEqual({
    originalEnvelopeId: "attempt-1",
    reportingMta: "mailbox.localhost",
    originalMessageId: "attempt-1@posthorn.test",
    recipients: [
      {
        finalRecipient: "bounce-later+3d@addressee.test",
        originalRecipient: "bounce-later+3d@addressee.test",
        action: "failed",
        status: "5.1.1",
        diagnosticCode: "550 5.1.1 User unknown",
        remoteMta: "mx.addressee.example",
      },
    ],
  });
});

test("a report that is not taken at first is sent again", async () => {
  const clock = manualClock("2026-11-21T13:05:00Z");
  const inbound = await startInbound(2);
  const mailbox = await start({ clock, inbound });
  await mailbox.send("bounce-later+1s@addressee.test");
  clock.advance({ seconds: 2 });
  expect(await inbound.wait(1)).toHaveLength(1);
});

test("reports on demand: failed with words of one's own, delivered, delayed, and what when nobody listens", async () => {
  const inbound = await startInbound();
  const mailbox = await start({ inbound });
  await mailbox.send("jan@addressee.test");
  const [mail] = await messages(mailbox, "JAN@addressee.test");
  const report = (path: string, body?: object) =>
    fetch(`${mailbox.url}/api/messages/${mail?.id}/${path}`, {
      method: "POST",
      ...(body && { body: JSON.stringify(body) }),
    });
  expect(
    (
      await report("bounce", {
        status: "5.2.2",
        diagnostic: "552 5.2.2 Mailbox full, asked for more than there is",
      })
    ).status,
  ).toBe(200);
  expect((await report("delivered")).status).toBe(200);
  expect((await report("delayed")).status).toBe(200);
  const reports = await Promise.all((await inbound.wait(3)).map((taken) => parseDsn(taken.raw)));
  expect(reports.map((dsn) => [dsn?.recipients[0]?.action, dsn?.recipients[0]?.status])).toEqual([
    ["failed", "5.2.2"],
    ["delivered", "2.0.0"],
    ["delayed", "4.4.1"],
  ]);
  expect(reports[0]?.recipients[0]?.diagnosticCode).toBe(
    "552 5.2.2 Mailbox full, asked for more than there is",
  );
  const deaf = await start();
  await deaf.send("jan@addressee.test");
  const refused = await fetch(`${deaf.url}/api/messages/m0000001/bounce`, { method: "POST" });
  expect(refused.status).toBe(502);
  expect((await fetch(`${deaf.url}/api/messages/none/bounce`, { method: "POST" })).status).toBe(404);
});

test("the API shows what a test looks for, newest first", async () => {
  const mailbox = await start();
  await mailbox.send("jan@addressee.test", "first");
  await mailbox.send("jan@addressee.test", "second");
  await mailbox.send("piet@addressee.test", "third");
  const found = await messages(mailbox, "jan@addressee.test");
  expect(found.map((mail) => mail.envelope.id)).toEqual(["second", "first"]);
  expect(found[0]).toMatchObject({
    at: "2026-11-21T13:05:00.000Z",
    subject: "Notice <b>&",
    links: ["https://collect.test/n/abc"],
    codes: ["418203"],
    check_codes: ["K7QM-4RTX-92VB"],
    attachments: [{ name: "bewijs é.pdf", type: "application/pdf", size: 4 }],
  });
  const part = await fetch(`${mailbox.url}/api/messages/${found[0]?.id}/attachments/0`);
  expect(await part.text()).toBe("%PDF");
  expect((await fetch(`${mailbox.url}/api/messages/${found[0]?.id}/attachments/9`)).status).toBe(404);
});

test("the pages list mails and show one; its HTML stands in a sandbox without scripts", async () => {
  const mailbox = await start({ inbound: await startInbound() });
  expect(await (await fetch(mailbox.url)).text()).toContain("No mail yet");
  await mailbox.send("jan@addressee.test");
  const list = await (await fetch(mailbox.url)).text();
  expect(list).toContain("Notice &lt;b&gt;&amp;");
  expect(list).toContain('href="/messages/m0000001"');
  const one = await fetch(`${mailbox.url}/messages/m0000001`);
  expect(one.headers.get("content-security-policy")).toContain("default-src 'none'");
  const shown = await one.text();
  expect(shown).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(shown).not.toContain("<script");
  const html = await fetch(`${mailbox.url}/messages/m0000001/html`);
  expect(html.headers.get("content-security-policy")).toMatch(/^sandbox /);
  expect(await html.text()).toContain('<base target="_blank">');
  const sent = await fetch(`${mailbox.url}/messages/m0000001/report`, {
    method: "POST",
    body: new URLSearchParams({ action: "failed" }),
  });
  expect(await sent.text()).toContain("The report was sent.");
  expect((await fetch(`${mailbox.url}/messages/none`)).status).toBe(404);
});

test("with a directory mails survive a restart; half-written and foreign files are left out", async () => {
  const directory = await mkdtemp(join(tmpdir(), "mailbox-"));
  stops.push(() => rm(directory, { recursive: true }));
  const first = await start({ directory });
  await first.send("jan@addressee.test");
  await first.send("jan@addressee.test");
  await writeFile(join(directory, "m0000009.json"), "{");
  await writeFile(join(directory, "notes.txt"), "mine");
  const second = await start({ directory });
  expect((await messages(second, "jan@addressee.test")).map((mail) => mail.id)).toEqual([
    "m0000002",
    "m0000001",
  ]);
  await second.send("jan@addressee.test");
  expect(await readdir(directory)).toEqual(
    expect.arrayContaining(["m0000003.eml", "m0000003.json", "notes.txt"]),
  );
});

test("the store is bounded, the oldest goes, its files too", async () => {
  const directory = await mkdtemp(join(tmpdir(), "mailbox-"));
  stops.push(() => rm(directory, { recursive: true }));
  const store = await openMailStore({ directory, maxMails: 2 });
  const envelope = { from: "a@b.test", to: ["c@d.test"], id: null, notify: [] };
  for (let count = 0; count < 3; count += 1)
    await store.add({ at: Temporal.Instant.from("2026-11-21T13:05:00Z"), raw: Buffer.from("x"), envelope });
  expect(store.list().map((mail) => mail.id)).toEqual(["m0000003", "m0000002"]);
  expect((await readdir(directory)).toSorted()).toEqual([
    "m0000002.eml",
    "m0000002.json",
    "m0000003.eml",
    "m0000003.json",
  ]);
});

test("a taken port is named, and nothing is left open", async () => {
  const mailbox = await start();
  const port = Number(new URL(mailbox.url).port);
  await expect(
    startMailbox({ port, smtpPort: 0, clock: manualClock("2026-11-21T13:05:00Z") }),
  ).rejects.toThrow(`port ${port} on 127.0.0.1 is taken`);
  const smtpPort = Number(new URL(mailbox.smtpUrl).port);
  await expect(
    startMailbox({ port: 0, smtpPort, clock: manualClock("2026-11-21T13:05:00Z") }),
  ).rejects.toThrow(`port ${smtpPort}`);
});

test("an unknown mode is refused with those there are", async () => {
  const mailbox = await start();
  const answer = await fetch(`${mailbox.url}/api/mode`, { method: "POST", body: '{"mode":"upside-down"}' });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: "unknown_mode", modes: ["ok", "down", "tempfail"] },
  ]);
});
