import { expect, test } from "vitest";
import { cookieFaults } from "./cookie-list.ts";

const ATTRIBUTES = "Path=/; HttpOnly; Secure; SameSite=Lax";
const LETTER = "dlv_01KAZ3F8Q5W7Y9B2D4G6J8M0PR";

test.each([
  ["portal", `__Host-portal=x; ${ATTRIBUTES}`],
  ["portal", `__Host-lang=nl; Max-Age=31536000; ${ATTRIBUTES}`],
  ["collect", `__Host-collect-door-${LETTER}=x; Max-Age=43200; ${ATTRIBUTES}`],
  ["collect", `__Host-collect-${LETTER}=x; Max-Age=3600; ${ATTRIBUTES}`],
  // Taken back.
  ["collect", `__Host-collect-${LETTER}=; Max-Age=0; Path=/; Secure`],
])("%s may set %s", (service, line) => {
  expect(cookieFaults(service, line)).toEqual([]);
});

test.each([
  ["portal", `_ga=x; ${ATTRIBUTES}`, "is not on the list"],
  ["verify", `__Host-portal=x; ${ATTRIBUTES}`, "is not on the list"],
  ["portal", `__Host-portal=x; Max-Age=60; ${ATTRIBUTES}`, "ends otherwise"],
  ["portal", `__Host-portal=x; Expires=Thu, 01 Jan 2037 00:00:00 GMT; ${ATTRIBUTES}`, "ends otherwise"],
  ["portal", `__Host-lang=nl; ${ATTRIBUTES}`, "ends otherwise"],
  ["portal", `__Host-lang=nl; Max-Age=31536001; ${ATTRIBUTES}`, "for longer"],
  ["portal", "__Host-portal=x; Path=/; Secure; SameSite=Lax", "lacks httponly"],
  ["portal", "__Host-portal=x; Path=/; HttpOnly; SameSite=Lax", "lacks secure"],
  ["portal", "__Host-portal=x; Path=/; HttpOnly; Secure", "lacks samesite"],
  ["portal", `__Host-portal=x; Domain=example.be; ${ATTRIBUTES}`, "leaves its host"],
])("%s may not set %s: it %s", (service, line, fault) => {
  expect(cookieFaults(service, line).join()).toContain(fault);
});
