// Values that come from people, made safe for a header line: one line, no control or text direction characters.

import { AppError } from "@posthorn/domain";

const CONTROLS = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Line breaks and control characters become one space, so that a name can neither add a header nor turn text around. */
export function oneLine(value: string): string {
  return value.toWellFormed().replace(CONTROLS, " ").replace(/ {2,}/g, " ").trim();
}

/** An address as it may stand in `MAIL FROM` or `RCPT TO`. Throws `AppError("bad_request", "mail_address_invalid")`. */
export function envelopeAddress(value: string): string {
  const address = value.trim();
  if (!/^[^\s\p{Cc}<>()"\\,;:@]+@[^\s\p{Cc}<>()"\\,;@]+$/u.test(address) || address.length > 254) {
    throw new AppError("bad_request", "mail_address_invalid");
  }
  return address;
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Sat, 21 Nov 2026 14:05:00 +0100` in Brussels time (RFC 5322 §3.3). */
export function mailDate(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO("Europe/Brussels");
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`;
  return `${DAYS[at.dayOfWeek - 1]}, ${at.day} ${MONTHS[at.month - 1]} ${at.year} ${time} ${at.offset.replace(":", "")}`;
}
