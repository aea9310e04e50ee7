// How an attempt of ours is named to the outside world: mail servers may change the case of an address, our ids have both.

/** `ntc_01J…` → `ntc_01j…`. */
export function nameOfAttempt(id: string): string {
  return id.toLowerCase();
}

/** The id back: a lower-case prefix, and the rest in Crockford's base 32, which is written in upper case. */
export function idOfAttempt(name: string): string {
  const [prefix = "", ...rest] = name.toLowerCase().split("_");
  return [prefix, rest.join("_").toUpperCase()].join("_");
}

const SMS = "/sms";

/** Tag of a text message with a provider that reports mails and texts in one stream. */
export function tagOfSms(id: string): string {
  return nameOfAttempt(id) + SMS;
}

/** What a provider's tag names; null where it is none of ours. */
export function readTag(tag: string): { readonly channel: "email" | "sms"; readonly id: string } | null {
  const channel = tag.endsWith(SMS) ? "sms" : "email";
  const name = channel === "sms" ? tag.slice(0, -SMS.length) : tag;
  return /^[a-z]{3}_[0-9a-z]{26}$/i.test(name) ? { channel, id: idOfAttempt(name) } : null;
}
