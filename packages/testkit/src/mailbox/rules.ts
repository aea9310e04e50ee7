// Addresses that behave like the real world at its worst, so that tests and people can provoke it.

export type MailRule =
  /** Answered at RCPT. */
  | { readonly kind: "refuse"; readonly code: number; readonly text: string }
  /** Answered after the message. */
  | { readonly kind: "refuse_data"; readonly code: number; readonly text: string }
  /** The message is taken in, the connection breaks before the answer. */
  | { readonly kind: "cut" }
  /** Taken with 250, reported as failed later. */
  | {
      readonly kind: "bounce";
      readonly after: Temporal.Duration;
      readonly status: string;
      readonly diagnostic: string;
    };

const NO_SUCH_USER = "550 5.1.1 User unknown";

/**
 * By local part, each also with `+anything` behind it:
 * `bounce-now` 550 · `temp-fail` 451 · `refuse-data` 554 · `cut` · `bounce-later+60s` (s, m, h, d; default 60 s).
 * By domain: `no-mx.example` is taken and bounces after 2 s.
 */
export function mailRuleFor(address: string): MailRule | null {
  const [local = "", domain = ""] = address.toLowerCase().split(/@(?=[^@]*$)/);
  const [name = "", detail = ""] = local.split("+", 2);
  switch (name) {
    case "bounce-now":
      return { kind: "refuse", code: 550, text: "5.1.1 User unknown" };
    case "temp-fail":
      return { kind: "refuse", code: 451, text: "4.7.1 Greylisted, try again later" };
    case "refuse-data":
      return { kind: "refuse_data", code: 554, text: "5.6.0 Message content refused" };
    case "cut":
      return { kind: "cut" };
    case "bounce-later":
      return { kind: "bounce", after: durationOf(detail), status: "5.1.1", diagnostic: NO_SUCH_USER };
  }
  if (domain !== "no-mx.example") return null;
  const diagnostic = `550 5.1.2 No mail server found for ${domain}`;
  return { kind: "bounce", after: Temporal.Duration.from({ seconds: 2 }), status: "5.1.2", diagnostic };
}

function durationOf(text: string): Temporal.Duration {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const seconds = { s: 1, m: 60, h: 3_600, d: 86_400 }[unit ?? ""] ?? 60;
  return Temporal.Duration.from({ seconds: (count ? Number(count) : 60) * seconds });
}
