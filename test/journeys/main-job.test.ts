// The main job on the whole constellation: sent, noticed, collected or not, and proved. Without scripts, through pages and API.

import { createHash } from "node:crypto";
import { openDatabase } from "@posthorn/db";
import { createVisitor, lintAll, PEOPLE, playAddressee, sampleLetter } from "@posthorn/testkit";
import type { ApiAddressee, Attachment, Page, PlayedAddressee } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

let stack: TestStack;

beforeAll(async () => {
  stack = await shareStack();
});

afterAll(async () => {
  expect(stack.deaths).toEqual([]);
});

test("sent by API, collected with two codes, proved: what is collected is what was sent, byte for byte", async () => {
  const letter = await sampleLetter("Formal notice", ["To be paid within eight days."], stack.clock.now());
  const odd = Buffer.from("Łukasz, Ștefan, Győző 🏠\r\n", "utf8");
  const attachments = [
    { name: "formal notice.pdf", type: "application/pdf", bytes: letter },
    { name: "naïve – Ł ő ș.txt", type: "text/plain", bytes: odd },
  ];
  const { id, addressee, messageId } = await send({ attachments });

  const decision = await addressee.identify();
  expect(decision.text).toContain("does not establish identity");
  const message = await addressee.accept(decision);
  expect(message.text).toContain("Dear Sir,");
  const files = await addressee.download(message);
  expect(files.get("formal notice.pdf")).toEqual(new Uint8Array(letter));
  expect(files.get("naïve – Ł ő ș.txt")).toEqual(new Uint8Array(odd));
  const own = files.get("message.txt");
  expect(
    Buffer.from(own ?? [])
      .toString("utf8")
      .split("\n")[0],
  ).toBe("Formal notice: rent arrears, Kerkstraat 12");

  await stack.api.inState(id, "collected");
  const evidence = await stack.api.evidence(id, ["ContentHandover"]);
  const types = evidence.map((each) => each.type);
  for (const type of [
    "SubmissionAcceptance",
    "NotificationForAcceptance",
    "ConsignmentAcceptance",
    "ContentConsignment",
    "ContentHandover",
  ]) {
    expect(types, type).toContain(type);
  }
  expect(types.indexOf("ConsignmentAcceptance")).toBeLessThan(types.indexOf("ContentConsignment"));
  expect(types.indexOf("ContentConsignment")).toBeLessThan(types.indexOf("ContentHandover"));
  const submission = await stack.api.sealed(`/evidence/${evidence[0]?.id}`);
  expect(Buffer.from(submission).toString("utf8")).toContain(
    createHash("sha256").update(letter).digest("base64"),
  );
  for (const path of [
    `/deliveries/${id}/proofs/proof_of_collection?language=nl`,
    `/messages/${messageId}/proofs/submission?language=fr`,
  ]) {
    expect(Buffer.from((await stack.api.sealed(path)).subarray(0, 5)).toString("latin1")).toBe("%PDF-");
  }
});

test("nothing of the content stands in a mail, a text message or an address before it is collected", async () => {
  const { addressee, contact } = await send({});
  await addressee.openNotice();
  const [mail] = await stack.post.mailsTo(contact.email);
  const text = await stack.post.textTo(contact.mobile);
  const raw = Buffer.from(await stack.post.rawMail(mail?.id ?? "")).toString("utf8");
  for (const secret of ["rent arrears", "has not been paid"]) {
    expect(raw).not.toContain(secret);
    expect(text.text).not.toContain(secret);
  }
  expect(mail?.check_codes).toEqual(text.check_codes);
});

test("a scanner that follows the link changes nothing", async () => {
  const { id, addressee } = await send({});
  for (let visit = 0; visit < 3; visit++) await addressee.openNotice();
  const types = new Set((await stack.api.evidence(id)).map((each) => each.type));
  // The phone may report the text message meanwhile; the visits leave nothing.
  types.delete("NotificationDelivered");
  expect(types).toEqual(new Set(["SubmissionAcceptance", "NotificationForAcceptance"]));
  expect((await stack.api.delivery(id)).state).toBe("notified");
});

test("the check code opens the notice without the link", async () => {
  const { addressee, contact } = await send({});
  await addressee.openNotice();
  const { check_codes: codes } = await stack.post.textTo(contact.mobile);
  const other = playAddressee({ post: stack.post, ...contact });
  const door = await other.visitor.open(`${stack.addresses.services.collect}/`);
  const notice = await other.visitor.press(door, "Go on", {
    code: codes[0]?.toLowerCase().replaceAll("-", " ") ?? "",
  });
  expect(notice.text).toContain("Immo Vandewalle bv");
  expect(notice.text).not.toContain("rent arrears");
});

test("refused: the sender gets a proof, the addressee never sees the content", async () => {
  const { id, addressee } = await send({});
  const refused = await addressee.refuse(await addressee.identify());
  expect(refused.text).toContain("This message was refused");
  await stack.api.inState(id, "refused");
  const pdf = await stack.api.sealed(`/deliveries/${id}/proofs/proof_of_refusal?language=en`);
  expect(Buffer.from(pdf.subarray(0, 5)).toString("latin1")).toBe("%PDF-");
  expect((await stack.api.get(`/deliveries/${id}/proofs/proof_of_collection`)).status).toBe(409);
  expect((await addressee.openNotice()).text).not.toContain("has not been paid");
});

test("not for me: told to the sender, nothing else changes", async () => {
  const { id, addressee } = await send({});
  const said = await addressee.sayNotForMe(await addressee.openNotice());
  expect(said.text).toContain("We told the sender");
  const delivery = await stack.api.delivery(id);
  expect(delivery.state).toBe("notified");
  const mail = await stack.post.mailTo("lotte.maes@vandewalle.example", {
    matches: (each) => each.text.includes("Peeters"),
  });
  expect(mail.subject).not.toBe("");
});

test("collected again: the same addressee comes back with new codes", async () => {
  const { addressee, contact } = await send({});
  await addressee.accept(await addressee.identify());
  const later = playAddressee({ post: stack.post, ...contact });
  const message = await later.identify();
  expect(message.text).toContain("Dear Sir,");
});

test("bounced hours later, mended by the sender, collected from the new address", async () => {
  const wrong = newAddressee();
  const { id } = await send({
    addressee: { ...wrong, email: `bounce-later+2h@${wrong.mobile.slice(1)}.example` },
  });
  await stack.advance("PT3H");
  await stack.api.inState(id, "notice_failed");
  const told = await stack.post.mailTo("lotte.maes@vandewalle.example", {
    matches: (mail) => mail.text.includes("Peeters") && /mislukt|bezorgd/.test(mail.text),
  });
  expect(told.text).not.toContain("rent arrears");

  const right = newAddressee();
  const repaired = await repair(id, right.email);
  expect(repaired.text).not.toContain(wrong.email);
  await stack.api.inState(id, "notified");
  const addressee = playAddressee({ post: stack.post, email: right.email, mobile: wrong.mobile });
  const message = await addressee.accept(await addressee.identify());
  expect(message.text).toContain("Dear Sir,");
  const types = (await stack.api.evidence(id)).map((each) => each.type);
  const order = [
    "NotificationForAcceptance",
    "NotificationForAcceptanceFailure",
    "AddresseeContactRepaired",
    "ContentConsignment",
  ];
  expect(order.map((type) => types.indexOf(type)).toSorted((a, b) => a - b)).toEqual(
    order.map((type) => types.indexOf(type)),
  );
});

// Last of this file: it moves the clock for all.
test("not collected: expires at the end of the last day, with a proof", async () => {
  const { id, addressee } = await send({});
  const reminded = await send({});
  const notified = await stack.api.delivery(id);
  const today = stack.clock.now().toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  expect(notified.collect_until).toBe(today.add({ days: 15 }).toString());

  await stack.advance("P14D");
  expect((await stack.api.delivery(id)).state).toBe("notified");
  // The notice and the reminders of days 3, 7 and 13 lead to the same place.
  const mails = await stack.post.mailsTo(reminded.contact.email);
  expect(mails).toHaveLength(4);
  expect(new Set(mails.flatMap((mail) => mail.links.filter((link) => link.includes("/l/")))).size).toBe(1);

  await stack.advance("P2D");
  await stack.api.inState(id, "expired");
  expect(
    (await stack.api.sealed(`/deliveries/${id}/proofs/proof_of_expiry?language=de`)).length,
  ).toBeGreaterThan(1000);
  expect((await addressee.openNotice()).text).toContain("can no longer be collected");
});

test("what was recorded about every delivery fits together", async () => {
  const db = openDatabase({ url: stack.ownerUrl, service: "owner", max: 1 });
  try {
    expect(await lintAll(db)).toEqual([]);
  } finally {
    await db.destroy();
  }
});

interface Sent {
  readonly id: string;
  readonly messageId: string;
  readonly contact: { readonly email: string; readonly mobile: string };
  readonly addressee: PlayedAddressee;
}

/** The sender mends the e-mail address in the portal. */
async function repair(id: string, email: string): Promise<Page> {
  const [lotte] = PEOPLE;
  const { portal, track } = textsFor("nl");
  const sender = createVisitor({ language: "nl" });
  const door = await sender.open(`${stack.addresses.services.portal}/sign-in`);
  await sender.press(door, portal.signIn.title, {
    email: lotte?.email ?? "",
    password: lotte?.password ?? "",
  });
  const delivery = await sender.open(`${stack.addresses.services.portal}/deliveries/${id}`);
  const form = await sender.follow(delivery, track.delivery.repair);
  return sender.press(form, track.repair.button, { email });
}

/** Sends, to somebody new where nobody is named, and waits for the notice. */
async function send(options: {
  readonly attachments?: readonly Attachment[];
  readonly addressee?: ApiAddressee & { readonly mobile: string };
}): Promise<Sent> {
  const { email, mobile, ...rest } = options.addressee ?? newAddressee();
  const accepted = await stack.api.submit(newMessage([{ email, mobile, ...rest }]), options);
  const id = accepted.deliveries[0]?.id ?? "";
  await stack.api.inState(id, "notified");
  const contact = { email, mobile };
  return { id, messageId: accepted.id, contact, addressee: playAddressee({ post: stack.post, ...contact }) };
}
