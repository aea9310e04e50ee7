import { expect, test } from "vitest";
import { parseMessageOptions } from "./options.ts";
import { parseBody, parseSubject } from "./parse-text.ts";
import { planOf } from "./plan-delivery.ts";

test("options: defaults for all but the identification", () => {
  expect(parseMessageOptions({ required_identification: "codes" })).toEqual({
    ok: true,
    value: {
      requiredIdentification: "codes",
      collectionDays: 15,
      reminders: true,
      postalFallback: false,
      contentRetentionDays: 365,
    },
  });
});

test("options as a form sends them equal those of JSON", () => {
  const form = parseMessageOptions({
    required_identification: "eid_or_itsme",
    collection_days: "30",
    reminders: "false",
    postal_fallback: "on",
    content_retention_days: " 30 ",
  });
  const json = parseMessageOptions({
    required_identification: "eid_or_itsme",
    collection_days: 30,
    reminders: false,
    postal_fallback: true,
    content_retention_days: 30,
  });
  expect(form.ok).toBe(true);
  expect(form).toEqual(json);
});

test.each([
  ["required_identification", undefined, "required"],
  ["required_identification", "password", "not_a_choice"],
  ["collection_days", 0, "out_of_range"],
  ["collection_days", 31, "out_of_range"],
  ["collection_days", 1.5, "out_of_range"],
  ["collection_days", "1e1", "out_of_range"],
  ["collection_days", {}, "out_of_range"],
  ["reminders", "perhaps", "not_a_choice"],
  ["postal_fallback", 1, "not_a_choice"],
  ["content_retention_days", 29, "out_of_range"],
  ["content_retention_days", 731, "out_of_range"],
])("the option %s does not take %j: %s", (field, value, code) => {
  const parsed = parseMessageOptions({ required_identification: "codes", [field]: value });
  expect(parsed).toMatchObject({ ok: false, errors: [{ path: field, code }] });
});

test("a return address is Belgian, one the post can bring a letter back to, and asked for with a letter only", () => {
  const ours = { street: "Kerkstraat", number: "12", box: "3", postcode: "9000", town: "Gent" };
  const read = (address: object, letter = "true") =>
    parseMessageOptions({
      required_identification: "codes",
      postal_fallback: letter,
      return_address: address,
    });
  expect(read(ours)).toMatchObject({ ok: true, value: { returnAddress: { ...ours, country: "BE" } } });
  const blank = read({ street: " ", number: "", postcode: "", town: "" }, "false");
  expect(blank.ok && "returnAddress" in blank.value).toBe(false);
  const wrong = [
    [read(ours, "false"), "street", "return_address_needs_letter"],
    [read({ ...ours, town: "" }), "town", "required"],
    [read({ ...ours, postcode: "999" }), "postcode", "postcode_invalid"],
    [read({ ...ours, country: "FR", postcode: "75001" }), "country", "country_not_served"],
    [read({ ...ours, number: "x" }), "number", "address_incomplete"],
    [read({ ...ours, street: "Дорога" }), "street", "address_unreadable"],
    [read({ ...ours, street: "Verylongname".repeat(6) }), "street", "address_too_long"],
  ] as const;
  for (const [parsed, field, code] of wrong)
    expect(parsed).toEqual({
      ok: false,
      errors: [expect.objectContaining({ path: `return_address.${field}`, code })],
    });
});

test("what this installation does not offer is refused by name", () => {
  const parsed = parseMessageOptions(
    { required_identification: "eid_or_itsme", postal_fallback: true },
    { path: "options", identifications: ["codes"], postalFallback: false },
  );
  expect(parsed).toEqual({
    ok: false,
    errors: [
      { path: "options.required_identification", code: "not_offered" },
      { path: "options.postal_fallback", code: "not_offered" },
    ],
  });
});

test("a subject is one line of 1 to 200 characters", () => {
  expect(parseSubject("subject", " Ingebrekestelling 🦊 ")).toEqual({
    ok: true,
    value: "Ingebrekestelling 🦊",
  });
  expect(parseSubject("subject", "🦊".repeat(200)).ok).toBe(true);
  for (const [value, code] of [
    ["", "required"],
    [null, "required"],
    ["x".repeat(201), "too_long"],
    ["a\r\nBcc: x@example.be", "control_characters"],
    ["a\tb", "control_characters"],
    ["\udc00", "not_well_formed"],
    [7, "not_text"],
  ] as const) {
    expect(parseSubject("subject", value)).toMatchObject({ ok: false, errors: [{ path: "subject", code }] });
  }
});

test("a body is text in NFC with LF, at most 100,000 characters", () => {
  expect(parseBody("body", "Beste,\r\n\r\n\te\u0301en\rtwee\n")).toEqual({
    ok: true,
    value: "Beste,\n\n\t\u00e9en\ntwee\n",
  });
  expect(parseBody("body", undefined)).toEqual({ ok: true, value: "" });
  expect(parseBody("body", "🦊".repeat(100_000)).ok).toBe(true);
  for (const [value, code] of [
    ["x".repeat(100_001), "too_long"],
    ["a\u0000b", "control_characters"],
    ["a\u001b[2J", "control_characters"],
    ["\ud800", "not_well_formed"],
    [{}, "not_text"],
  ] as const) {
    expect(parseBody("body", value)).toMatchObject({ ok: false, errors: [{ path: "body", code }] });
  }
});

const acceptedAt = Temporal.Instant.from("2026-11-21T09:12:00Z");

test("the plan of a message with a letter to follow", () => {
  const plan = planOf({ acceptedAt, collectionDays: 15, reminders: true, postalFallback: true });
  expect(plan.map((step) => `${step.kind} ${step.on.toString()}`)).toEqual([
    "notice 2026-11-21",
    "reminder 2026-11-24",
    "reminder 2026-11-28",
    "reminder 2026-12-04",
    "last_day 2026-12-06",
    "letter 2026-12-07",
    "final_by 2027-02-14",
  ]);
});

test("the plan without reminders and letter", () => {
  const plan = planOf({ acceptedAt, collectionDays: 15, reminders: false, postalFallback: false });
  expect(plan.map((step) => step.kind)).toEqual(["notice", "last_day", "expiry", "final_by"]);
});
