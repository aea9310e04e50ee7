import { expect, test } from "vitest";
import { isStaffRole, mayAct, mayRead, STAFF_ROLES } from "./roles.ts";

test("each desk is read and worked at by its own people", () => {
  for (const role of STAFF_ROLES) {
    expect(mayRead([role], role)).toBe(true);
    expect(mayAct([role], role)).toBe(true);
  }
  expect(mayRead(["postal_operator"], "privacy_officer")).toBe(false);
  expect(mayAct(["registration_officer"], "postal_operator")).toBe(false);
});

test("the auditor reads everything and acts nowhere but at his own desk", () => {
  for (const desk of STAFF_ROLES) {
    expect(mayRead(["auditor"], desk)).toBe(true);
    expect(mayAct(["auditor"], desk)).toBe(desk === "auditor");
  }
});

test("somebody may have two roles; without any nothing opens", () => {
  expect(mayAct(["privacy_officer", "auditor"], "privacy_officer")).toBe(true);
  expect(mayRead([], "auditor")).toBe(false);
});

test.each([
  ["auditor", true],
  ["Auditor", false],
  ["admin", false],
  ["", false],
])("%j is a role: %s", (text, is) => expect(isStaffRole(text)).toBe(is));
