import { createHash, createVerify, generateKeyPairSync } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { AppError } from "@posthorn/domain";
import { manualClock, type ReadMail, startMailbox } from "@posthorn/testkit";
import PostalMime from "postal-mime";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createSmtpMail, type MailTransport, type OutgoingMail } from "../index.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const clock = manualClock("2026-11-21T13:05:00Z");
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let mail: MailTransport;

beforeAll(async () => {
  mailbox = await startMailbox({ port: 0, smtpPort: 0, clock });
  mail = createSmtpMail({
    url: mailbox.smtpUrl,
    hostname: "posthorn.test",
    dkim: {
      domain: "posthorn.test",
      selector: "s1",
      privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    },
  });
});
afterAll(async () => {
  mail.close();
  await mailbox.stop();
});
afterEach(async () => {
  await setMode("ok");
});

async function setMode(mode: string): Promise<void> {
  await fetch(`${mailbox.url}/api/mode`, { method: "POST", body: JSON.stringify({ mode }) });
}

async function inbox(to: string): Promise<ReadMail[]> {
  const response = await fetch(`${mailbox.url}/api/messages?to=${encodeURIComponent(to)}`);
  return (await response.json()) as ReadMail[];
}

function outgoing(changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    messageId: "a1.round1@posthorn.test",
    envelopeFrom: "bounce+a1.00@bounces.posthorn.test",
    envelopeId: "a1",
    from: "notices@posthorn.test",
    fromName: "Posthorn",
    to: "jan@addressee.test",
    toName: "Jan Peeters",
    subject: "Registered message for Jan Peeters",
    text: "Line one.\n.a line that starts with a dot\nÉén: https://collect.test/n/abc\n",
    html: '<p>Één <a href="https://collect.test/n/abc?a=1&amp;b=2">link</a></p>',
    language: "nl",
    date: clock.now(),
    ...changes,
  };
}

test("a mail arrives as composed, and the bytes kept are the bytes that left", async () => {
  const result = await mail.send(
    outgoing({
      attachments: [{ name: "proof.pdf", type: "application/pdf", content: Buffer.from("%PDF-1.7") }],
    }),
  );
  expect(result).toMatchObject({ outcome: "accepted" });
  if (result.outcome !== "accepted") return;
  expect(result.response).toMatch(/^250 2\.0\.0 Ok: queued as m\d+/);
  const [arrived] = await inbox("jan@addressee.test");
  expect(arrived).toMatchObject({
    from: "Posthorn <notices@posthorn.test>",
    subject: "Registered message for Jan Peeters",
    envelope: { from: "bounce+a1.00@bounces.posthorn.test", id: "a1" },
    attachments: [{ name: "proof.pdf", type: "application/pdf", size: 8 }],
  });
  expect(arrived?.text).toContain("\n.a line that starts with a dot");
  expect(arrived?.links).toEqual(["https://collect.test/n/abc?a=1&b=2", "https://collect.test/n/abc"]);
  expect(arrived?.headers).toMatchObject({
    "message-id": "<a1.round1@posthorn.test>",
    "auto-submitted": "auto-generated",
    "content-language": "nl",
    date: "Sat, 21 Nov 2026 14:05:00 +0100",
  });
  const raw = Buffer.from(await (await fetch(`${mailbox.url}${arrived?.raw_url}`)).arrayBuffer());
  expect(raw.equals(Buffer.from(result.raw))).toBe(true);
});

test("delivery status is asked for, and the dialogue holds the conversation without the message", async () => {
  const result = await mail.send(outgoing({ envelopeId: "a2+x", to: "piet@addressee.test" }));
  expect(result.dialogue).toMatch(/^S: 220 .*\nC: EHLO posthorn\.test\n/);
  expect(result.dialogue).toMatch(
    /C: MAIL FROM:<bounce\+a1\.00@bounces\.posthorn\.test>.* RET=HDRS ENVID=a2\+2Bx/,
  );
  expect(result.dialogue).toMatch(
    /C: RCPT TO:<piet@addressee\.test> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;piet@addressee\.test/,
  );
  expect(result.dialogue).toMatch(/C: <\d+ bytes encoded mime message[^\n]*\nS: 250 2\.0\.0 Ok: queued as/);
  expect(result.dialogue).not.toContain("Line one");
});

test("mails sent at the same time keep their own dialogues", async () => {
  const sent = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      mail.send(
        outgoing({
          envelopeId: `many${index}`,
          to: `many${index}@addressee.test`,
          messageId: `many${index}@posthorn.test`,
        }),
      ),
    ),
  );
  for (const [index, result] of sent.entries()) {
    const recipients = Array.from(result.dialogue.matchAll(/RCPT TO:<([^>]+)>/g), (match) => match[1]);
    expect(recipients).toEqual([`many${index}@addressee.test`]);
    expect(result.dialogue.match(/^S: 250 2\.0\.0 Ok: queued/gm)).toHaveLength(1);
  }
});

test("a repeat is the same message: same Message-ID, same bytes but the signature's time", async () => {
  const first = await mail.send(outgoing({ to: "again@addressee.test" }));
  const second = await mail.send(outgoing({ to: "again@addressee.test" }));
  const withoutSignature = (raw: Uint8Array): string =>
    Buffer.from(raw)
      .toString("latin1")
      .replace(/^DKIM-Signature:(.|\r\n[ \t])*\r\n/, "");
  expect(withoutSignature(second.raw)).toBe(withoutSignature(first.raw));
  expect(withoutSignature(first.raw)).toContain("Message-ID: <a1.round1@posthorn.test>");
  expect(await inbox("again@addressee.test")).toHaveLength(2);
});

test("the DKIM signature verifies with plain node:crypto (RFC 6376, relaxed/relaxed)", async () => {
  const { raw } = await mail.send(
    outgoing({ subject: "Één ondertekende mail met een onderwerp dat lang genoeg is om te worden gevouwen" }),
  );
  expect(verifyDkim(Buffer.from(raw).toString("latin1"))).toEqual({ bodyHash: true, signature: true });
  const changed = Buffer.from(raw).toString("latin1").replace("notices@", "notice5@");
  expect(verifyDkim(changed)).toEqual({ bodyHash: true, signature: false });
});

test("line breaks in names, subject and headers cannot add a header", async () => {
  await mail.send(
    outgoing({
      to: "inject@addressee.test",
      fromName: "Immo\r\nBcc: a@evil.test",
      toName: 'Jan "X"\nX-Evil: 1',
      subject: "Hello\r\nX-Evil: 2\r\n\r\nbody",
      headers: { "X-Ours": "a\r\nX-Evil: 3", "X-Evil: 4\r\nX": "b" },
    }),
  );
  const [arrived] = await inbox("inject@addressee.test");
  expect(Object.keys(arrived?.headers ?? {}).filter((name) => name === "x-evil" || name === "bcc")).toEqual(
    [],
  );
  expect(arrived?.subject).toBe("Hello X-Evil: 2 body");
  expect(arrived?.headers["x-ours"]).toBe("a X-Evil: 3");
  expect(arrived?.text).toContain("Line one.");
});

test("emoji, Ł ő ș and text that turns around survive or are dropped, nothing breaks", async () => {
  await mail.send(
    outgoing({
      to: "emoji@addressee.test",
      toName: "Łukasz Kőrösi-Ștefan 🦊",
      fromName: "Immo \u202eevil",
      subject: "Voor Łukasz 🦊 \ud800",
    }),
  );
  const [arrived] = await inbox("emoji@addressee.test");
  expect(arrived?.from).toBe("Immo evil <notices@posthorn.test>");
  expect(arrived?.subject).toBe("Voor Łukasz 🦊 \ufffd");
  const parsed = await PostalMime.parse(
    await (await fetch(`${mailbox.url}${arrived?.raw_url}`)).arrayBuffer(),
  );
  expect(parsed.to?.[0]?.name).toBe("Łukasz Kőrösi-Ștefan 🦊");
});

test("an address with letters beyond ASCII goes out with SMTPUTF8", async () => {
  const result = await mail.send(outgoing({ to: "jérôme@addressee.test" }));
  expect(result.outcome).toBe("accepted");
  expect(result.dialogue).toMatch(/MAIL FROM:.* SMTPUTF8/);
});

test.each(["jan@x.test\r\nRCPT TO:<evil@x.test>", "a b@x.test", "<a@x.test>", "nobody", "a@b@c"])(
  "%j is no address",
  async (to) => {
    const refused = await mail.send(outgoing({ to })).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ kind: "bad_request", code: "mail_address_invalid" });
  },
);

test("5xx to the recipient is a refusal with code, words and dialogue, and is not ours", async () => {
  const result = await mail.send(outgoing({ to: "bounce-now@addressee.test" }));
  expect(result).toMatchObject({ outcome: "refused", permanent: true, code: 550, ours: false });
  expect(result.response).toContain("5.1.1 User unknown");
  expect(result.dialogue).toMatch(/S: 550 5\.1\.1 User unknown$/m);
  expect((await mail.send(outgoing({ to: "after@addressee.test" }))).outcome).toBe("accepted");
});

test("5xx after the message is a refusal", async () => {
  expect(await mail.send(outgoing({ to: "refuse-data@addressee.test" }))).toMatchObject({
    outcome: "refused",
    code: 554,
    ours: false,
  });
});

test("4xx is unavailable, by address and by server, and the next mail goes through", async () => {
  await expect(mail.send(outgoing({ to: "temp-fail@addressee.test" }))).rejects.toMatchObject({
    kind: "unavailable",
    code: "mail_relay_unavailable",
  });
  await setMode("tempfail");
  await expect(mail.send(outgoing())).rejects.toMatchObject({
    kind: "unavailable",
    detail: "the mail relay answered 451",
  });
  await setMode("ok");
  expect((await mail.send(outgoing())).outcome).toBe("accepted");
});

test("a relay that is down is unavailable, and back in use as soon as it is up", async () => {
  await mail.send(outgoing());
  await setMode("down");
  const failed = await Promise.allSettled(Array.from({ length: 8 }, () => mail.send(outgoing())));
  expect(failed.map((result) => result.status)).toEqual(Array.from({ length: 8 }, () => "rejected"));
  await setMode("ok");
  expect((await mail.send(outgoing())).outcome).toBe("accepted");
});

test("a connection cut after the message was taken is unavailable and is not repeated behind the caller's back", async () => {
  await expect(mail.send(outgoing({ to: "cut@addressee.test" }))).rejects.toMatchObject({
    kind: "unavailable",
  });
  expect(await inbox("cut@addressee.test")).toHaveLength(1);
});

test("refused before MAIL (greeting 554, authentication 535, silence) is a fault of the route, never of the addressee", async () => {
  for (const greeting of ["554 5.7.1 go away\r\n", "220 hi\r\n", ""]) {
    const relay = await startBrokenRelay(greeting);
    const transport = createSmtpMail({
      url: `smtp://user:secret@127.0.0.1:${relay.port}`,
      hostname: "posthorn.test",
      connectTimeoutMs: 300,
      answerTimeoutMs: 300,
    });
    await expect(transport.send(outgoing())).rejects.toMatchObject({
      kind: "unavailable",
      code: "mail_relay_unavailable",
    });
    transport.close();
    await relay.stop();
  }
});

/** Greets, offers AUTH and refuses it; with an empty greeting it never says a word. */
async function startBrokenRelay(greeting: string): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    if (greeting) socket.write(greeting);
    socket.on("data", (data) => {
      if (/^EHLO/i.test(data.toString())) socket.write("250-broken\r\n250 AUTH PLAIN\r\n");
      else socket.write("535 5.7.8 wrong password\r\n");
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Written from RFC 6376 §3.4.2, §3.4.4, §3.7 alone. */
function verifyDkim(message: string): { bodyHash: boolean; signature: boolean } {
  const split = message.indexOf("\r\n\r\n");
  const headers = message
    .slice(0, split)
    .replace(/\r\n([ \t])/g, "\u0000$1")
    .split("\r\n")
    .map((line) => line.replaceAll("\u0000", "\r\n"));
  const body = message.slice(split + 4);
  const relaxedBody = body
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
    .join("\r\n")
    .replace(/(\r\n)*$/, "\r\n");
  const relaxed = (line: string): string => {
    const colon = line.indexOf(":");
    return `${line.slice(0, colon).trim().toLowerCase()}:${line
      .slice(colon + 1)
      .replace(/\r\n/g, "")
      .replace(/[ \t]+/g, " ")
      .trim()}`;
  };
  const own = headers.find((line) => /^DKIM-Signature:/i.test(line)) ?? "";
  const tags = new Map(
    own
      .slice(own.indexOf(":") + 1)
      .split(";")
      .map((tag) => [tag.split("=")[0]?.trim() ?? "", tag.slice(tag.indexOf("=") + 1).replace(/\s+/g, "")]),
  );
  const rest = headers.toReversed();
  const signed = (tags.get("h") ?? "").split(":").map((name) => {
    const index = rest.findIndex((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return index < 0 ? "" : `${relaxed(rest.splice(index, 1)[0] ?? "")}\r\n`;
  });
  const data = signed.join("") + relaxed(own.replace(/([;\s]b=)[^;]*/, "$1"));
  return {
    bodyHash: createHash("sha256").update(relaxedBody, "latin1").digest("base64") === tags.get("bh"),
    signature: createVerify("sha256")
      .update(data, "latin1")
      .verify(publicKey, tags.get("b") ?? "", "base64"),
  };
}
