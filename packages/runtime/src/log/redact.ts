// Keeps secrets, personal data and content out of the log, whatever is handed to it.

const REDACTED = "[redacted]";

// Without case, _ and -: emailAddress, email_address and Email-Address are one name.
const SECRETS =
  "password passphrase secret secrets token accessToken refreshToken apiKey authorization cookie cookies setCookie " +
  "session sessionId csrf csrfToken otp codes checkCode mailCode smsCode key privateKey link headers";
const PERSONAL_DATA =
  "email emails emailAddress mobile phone phoneNumber to cc recipient recipients addressee addressees sender name " +
  "firstName firstNames familyName fullName organisation address postalAddress street birthDate " +
  "nationalRegisterNumber nrn ip ipAddress remoteAddress userAgent";
const CONTENT = "subject body text html fileName attachments parts content";
const FORBIDDEN = new Set(`${SECRETS} ${PERSONAL_DATA} ${CONTENT}`.split(" ").map(normalise));

const MAX_DEPTH = 8;

/**
 * A copy of `value` without the values whose name says that they are secret, personal or content.
 * What is nested more than 8 deep is left out.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Error) return describeError(value, depth);
  // Paths and queries hold tokens, and the login a password.
  if (value instanceof URL) return value.host;
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;
  if (depth >= MAX_DEPTH) return "[too deep]";
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (typeof (value as { toJSON?: unknown }).toJSON === "function")
    return (value as { toJSON: () => unknown }).toJSON();
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    copy[name] = FORBIDDEN.has(normalise(name)) ? REDACTED : redact(item, depth + 1);
  }
  return copy;
}

// Name, message, code, stack and cause only: a database error also carries the row that failed.
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === "string" ? { code } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}

function normalise(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, "");
}
