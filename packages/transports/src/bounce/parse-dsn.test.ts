import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseDsn } from "../index.ts";

const mail = (text: string): Uint8Array => Buffer.from(text.replace(/\r?\n/g, "\r\n"), "latin1");

/** As Postfix writes them: folded diagnostic, returned headers. */
const POSTFIX = `From: MAILER-DAEMON@mx.test (Mail Delivery System)
To: bounce+a1.00@bounces.test
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status;
	boundary="B1"
MIME-Version: 1.0

--B1
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry.

--B1
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.test
X-Postfix-Queue-ID: 4XyZ
Original-Envelope-Id: attempt-1
Arrival-Date: Sat, 21 Nov 2026 14:05:00 +0100 (CET)

Final-Recipient: rfc822; jan@addressee.test
Original-Recipient: rfc822;Jan@addressee.test
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.addressee.test
Diagnostic-Code: smtp; 550 5.1.1 <jan@addressee.test>: Recipient address
    rejected: User unknown in virtual
	mailbox table

--B1
Content-Type: text/rfc822-headers

Message-ID: <a1.round1@posthorn.test>
Subject: Registered message

--B1--
`;

test("a report of Postfix is read, folded fields joined", async () => {
  expect(await parseDsn(mail(POSTFIX))).toEqual({
    originalEnvelopeId: "attempt-1",
    reportingMta: "mx.test",
    originalMessageId: "a1.round1@posthorn.test",
    recipients: [
      {
        finalRecipient: "jan@addressee.test",
        originalRecipient: "Jan@addressee.test",
        action: "failed",
        status: "5.1.1",
        diagnosticCode:
          "550 5.1.1 <jan@addressee.test>: Recipient address rejected: User unknown in virtual mailbox table",
        remoteMta: "mail.addressee.test",
      },
    ],
  });
});

test("spelling of Exchange: other case, comments behind the status, whole message returned", async () => {
  const report = await parseDsn(
    mail(
      POSTFIX.replace("Action: failed", "ACTION: Failed")
        .replace("Status: 5.1.1", "status: 5.7.133 (sender not authenticated)")
        .replace("text/rfc822-headers", "message/rfc822")
        .replace("multipart/report", "Multipart/Report"),
    ),
  );
  expect(report?.recipients[0]).toMatchObject({ action: "failed", status: "5.7.133" });
  expect(report?.originalMessageId).toBe("a1.round1@posthorn.test");
});

test.each([
  ["delayed", "4.4.1"],
  ["delivered", "2.0.0"],
  ["relayed", "2.0.0"],
])("%s is told apart from a failure", async (action, status) => {
  const report = await parseDsn(
    mail(
      POSTFIX.replace("Action: failed", `Action: ${action}`).replace("Status: 5.1.1", `Status: ${status}`),
    ),
  );
  expect(report?.recipients[0]).toMatchObject({ action, status });
});

test("several recipients; those that cannot be read are left out", async () => {
  const more =
    "\nFinal-Recipient: rfc822; a@x.test\nAction: delayed\nStatus: 4.0.0\n\nFinal-Recipient: rfc822; b@x.test\nAction: exploded\nStatus: 5.0.0\n\n--B1\nContent-Type: text/rfc822";
  const report = await parseDsn(mail(POSTFIX.replace("\n--B1\nContent-Type: text/rfc822", more)));
  expect(report?.recipients.map((recipient) => recipient.finalRecipient)).toEqual([
    "jan@addressee.test",
    "a@x.test",
  ]);
});

test("optional fields may be missing", async () => {
  const bare = POSTFIX.replace(/Original-Envelope-Id.*\n/, "")
    .replace(/Remote-MTA.*\n/, "")
    .replace(/Diagnostic-Code(.*\n[ \t]?)+?\n/, "\n")
    .replace(/--B1\nContent-Type: text\/rfc822-headers[\s\S]*/, "--B1--\n");
  expect(await parseDsn(mail(bare))).toMatchObject({
    originalEnvelopeId: null,
    originalMessageId: null,
    recipients: [{ remoteMta: null }],
  });
});

test("what is no report is null and never throws", async () => {
  const broken = [
    "",
    "hello",
    "Subject: x\n\nI am on holiday",
    POSTFIX.replace("multipart/report", "multipart/mixed"),
    POSTFIX.replace("message/delivery-status", "text/plain"),
    POSTFIX.replace(/Action: .*\n/, ""),
    POSTFIX.replace(/Status: .*\n/, "Status: bad\n"),
    POSTFIX.replace(/Final-Recipient: .*\n/, ""),
    `Content-Type: multipart/report; boundary=x\n\n${"--x\nContent-Type: multipart/mixed; boundary=x\n\n".repeat(400)}`,
  ];
  for (const text of broken) expect(await parseDsn(mail(text)), text.slice(0, 60)).toBeNull();
  for (let round = 0; round < 30; round += 1) expect(await parseDsn(randomBytes(3_000))).toBeNull();
});

test("a report cut off anywhere is read or null, never an exception", async () => {
  for (let length = 0; length < POSTFIX.length; length += 37) {
    const report = await parseDsn(mail(POSTFIX.slice(0, length)));
    expect(report === null || report.recipients.length > 0).toBe(true);
  }
});
