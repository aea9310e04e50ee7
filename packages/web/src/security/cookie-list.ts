// Every cookie the services set, what for and how long: the only source of the page about cookies; a test compares it with what they send.

import type { Texts } from "@posthorn/texts";

export interface ListedCookie {
  /** As people may find it in their browser; `…` stands for the id of a letter. */
  readonly name: string;
  readonly services: readonly ("portal" | "collect" | "verify" | "backoffice")[];
  readonly purpose: keyof Texts["privacyPages"]["cookies"]["purposes"];
  /** At most so many seconds; null: until the browser is closed. */
  readonly seconds: number | null;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** All of them necessary for what their reader asked for (ePrivacy directive art. 5(3)): nothing is measured, nobody is followed. */
export const COOKIES: readonly ListedCookie[] = [
  {
    name: "__Host-lang",
    services: ["portal", "collect", "verify", "backoffice"],
    purpose: "language",
    seconds: 365 * DAY,
  },
  { name: "__Host-portal-csrf", services: ["portal"], purpose: "forms", seconds: null },
  { name: "__Host-portal", services: ["portal"], purpose: "session", seconds: null },
  { name: "__Host-portal-device", services: ["portal"], purpose: "device", seconds: 400 * DAY },
  { name: "__Host-portal-identify", services: ["portal"], purpose: "identification", seconds: null },
  { name: "__Host-portal-waiting", services: ["portal"], purpose: "identification", seconds: 10 * MINUTE },
  { name: "__Host-portal-second-factor", services: ["portal"], purpose: "signingIn", seconds: 10 * MINUTE },
  { name: "__Host-portal-app", services: ["portal"], purpose: "signingIn", seconds: 15 * MINUTE },
  { name: "__Host-collect-csrf", services: ["collect"], purpose: "forms", seconds: null },
  { name: "__Host-collect-door-…", services: ["collect"], purpose: "door", seconds: 12 * HOUR },
  { name: "__Host-collect-…", services: ["collect", "portal"], purpose: "letter", seconds: HOUR },
  {
    name: "__Host-collect-identify",
    services: ["collect", "portal"],
    purpose: "identification",
    seconds: 12 * HOUR,
  },
  {
    name: "__Host-collect-card-…",
    services: ["collect", "portal"],
    purpose: "identification",
    seconds: 10 * MINUTE,
  },
  {
    name: "__Host-collect-card-host",
    services: ["collect", "portal"],
    purpose: "identification",
    seconds: 10 * MINUTE,
  },
  { name: "__Host-verify-csrf", services: ["verify"], purpose: "forms", seconds: null },
  { name: "__Host-backoffice-csrf", services: ["backoffice"], purpose: "forms", seconds: null },
  { name: "__Host-backoffice", services: ["backoffice"], purpose: "session", seconds: null },
  { name: "__Host-backoffice-device", services: ["backoffice"], purpose: "device", seconds: 400 * DAY },
];

/** What is wrong with a `Set-Cookie` line of a service: not on the list, kept for longer, or in reach of scripts and other hosts. */
export function cookieFaults(service: string, line: string): readonly string[] {
  const [pair = "", ...given] = line.split(";").map((part) => part.trim());
  const name = pair.slice(0, pair.indexOf("="));
  const attributes = new Map(
    given.map((text) => {
      const [key = "", value = ""] = text.split("=");
      return [key.toLowerCase(), value] as const;
    }),
  );
  const listed = COOKIES.find(
    (cookie) => (cookie.services as readonly string[]).includes(service) && patternOf(cookie).test(name),
  );
  if (listed === undefined) return [`${service}: ${name} is not on the list of cookies`];
  const faults: string[] = [];
  const age = attributes.get("max-age");
  const seconds = age === undefined ? null : Number(age);
  if (seconds === 0) return [];
  if (attributes.has("expires") || (listed.seconds === null) !== (seconds === null))
    faults.push("ends otherwise than the list says");
  else if (seconds !== null && seconds > (listed.seconds ?? 0))
    faults.push("is kept for longer than the list says");
  for (const wanted of ["secure", "httponly", "samesite"])
    if (!attributes.has(wanted)) faults.push(`lacks ${wanted}`);
  if (attributes.get("path") !== "/" || attributes.has("domain")) faults.push("leaves its host");
  return faults.map((fault) => `${service}: ${name} ${fault}`);
}

function patternOf({ name }: ListedCookie): RegExp {
  return new RegExp(`^${name.replace("…", "\\w{26,40}")}$`);
}
