// Calls back with what became of a text message, signed as Twilio signs (HMAC-SHA-1 over address and sorted fields).

import { createHmac } from "node:crypto";

/** Header `X-Twilio-Signature` for a form posted to this address. */
export function twilioSignature(
  authToken: string,
  url: string,
  form: Readonly<Record<string, string>>,
): string {
  const names = Object.keys(form).toSorted();
  const signed = url + names.map((name) => `${name}${form[name]}`).join("");
  return createHmac("sha1", authToken).update(signed, "utf8").digest("base64");
}

/** Rejects unless the answer is 2xx. */
export async function callBack(
  url: string,
  authToken: string,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "X-Twilio-Signature": twilioSignature(authToken, url, form), "User-Agent": "TwilioProxy/1.1" },
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(10_000),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the status callback answered ${response.status}`);
}
