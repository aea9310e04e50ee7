import { afterAll, beforeAll, expect, test } from "vitest";
import { manualClock } from "../standin/clock.ts";
import { twilioSignature } from "./call-back.ts";
import { type Phone, startPhone } from "./start-phone.ts";

const ACCOUNT = { accountSid: "AC123", authToken: "token" };
let phone: Phone;
beforeAll(async () => {
  phone = await startPhone({ port: 0, clock: manualClock("2026-11-21T13:05:00Z"), ...ACCOUNT });
});
afterAll(() => phone.stop());

function post(
  form: Record<string, string>,
  authorization = `Basic ${Buffer.from("AC123:token").toString("base64")}`,
) {
  return fetch(`${phone.url}/2010-04-01/Accounts/AC123/Messages.json`, {
    method: "POST",
    headers: { authorization },
    body: new URLSearchParams(form),
  });
}

const MESSAGE = { To: "+32470123456", From: "Posthorn", Body: "Hello <b>Jan</b>" };

test("answers a submission as Twilio does", async () => {
  const response = await post(MESSAGE);
  expect(response.status).toBe(201);
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({
    status: "queued",
    to: "+32470123456",
    error_code: null,
    account_sid: "AC123",
    date_created: "Sat, 21 Nov 2026 13:05:00 +0000",
  });
  const again = await fetch(`${phone.url}${String(body["uri"])}`, {
    headers: { authorization: `Basic ${Buffer.from("AC123:token").toString("base64")}` },
  });
  expect(await again.json()).toMatchObject({ sid: body["sid"], body: "Hello <b>Jan</b>" });
});

test.each([
  [{ ...MESSAGE, To: "" }, 400, 21604],
  [{ ...MESSAGE, To: "0470123456" }, 400, 21211],
  [{ ...MESSAGE, From: "" }, 400, 21603],
  [{ ...MESSAGE, Body: "" }, 400, 21602],
  [{ ...MESSAGE, StatusCallback: "nowhere" }, 400, 21609],
  [{ ...MESSAGE, To: "+32470129999" }, 400, 21614],
])("refuses %j with %i and code %i", async (form, status, code) => {
  const response = await post(form);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    status,
    code,
    message: expect.any(String),
    more_info: expect.stringContaining(String(code)),
  });
});

test("asks for the account's own credentials", async () => {
  for (const authorization of ["", "Basic x", `Basic ${Buffer.from("AC123:wrong").toString("base64")}`]) {
    const response = await post(MESSAGE, authorization);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 20003 });
  }
});

test("the page shows the messages of a number, escaped", async () => {
  await post({ ...MESSAGE, To: "+33612345678", Body: "Bonjour" });
  const all = await (await fetch(phone.url)).text();
  expect(all).toContain("Hello &lt;b&gt;Jan&lt;/b&gt;");
  expect(all).toContain("Bonjour");
  const one = await (await fetch(`${phone.url}/?to=%2B33612345678`)).text();
  expect(one).not.toContain("Hello");
  const unencoded = (await (await fetch(`${phone.url}/api/messages?to=+33612345678`)).json()) as unknown[];
  expect(unencoded).toHaveLength(1);
});

/** Example of the signature from the provider's public documentation on request validation. */
test("signs as documented: address, then names and values in order of name", () => {
  const form = {
    CallSid: "CA1234567890ABCDE",
    Caller: "+12349013030",
    Digits: "1234",
    From: "+12349013030",
    To: "+18005551212",
  };
  expect(twilioSignature("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form)).toBe(
    "0/KCTR6DLpKmkAf8muzZqo1nDgQ=",
  );
});
