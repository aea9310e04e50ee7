import { expect, test } from "vitest";
import { readEvents, trackedItem } from "./read-events.ts";

const RAW = new Uint8Array([1]);
const read = (events: unknown) => readEvents(trackedItem.parse({ events }).events, RAW, "application/json");

test("a list that begins with the newest is told in the order in which it happened, also within one instant", () => {
  const events = [
    { code: "RETURNED_TO_SENDER", dateTime: "2026-11-25T10:00:00+01:00" },
    { code: "EMI", dateTime: "2026-11-25T10:00:00+01:00" },
    { code: "EMA", dateTime: "2026-11-24T10:00:00+01:00" },
  ];
  for (const list of [events, events.toReversed()])
    expect(read(list).map(({ outcome }) => outcome)).toEqual(["accepted", "delivered", "returned"]);
});

test("a repeated event is one, a reworded one is the same, another place or time another", () => {
  const event = { code: "EMH", dateTime: "2026-11-25T10:00:00Z", location: "Gent" };
  const [first] = read([event, event]);
  expect(read([event, event])).toHaveLength(1);
  expect(read([{ ...event, description: "Afwezig" }])[0]?.key).toBe(first?.key);
  expect(read([{ ...event, location: "Aalst" }])[0]?.key).not.toBe(first?.key);
  expect(read([{ ...event, dateTime: "2026-11-25T10:00:01Z" }])[0]?.key).not.toBe(first?.key);
});

test("codes are read whatever their case, and none of an object's own names is one", () => {
  expect(read([{ code: "emi" }])[0]?.outcome).toBe("delivered");
  for (const code of ["toString", "__proto__", "CONSTRUCTOR", "9"])
    expect(read([{ code }])[0]).toMatchObject({ outcome: "other", words: code, at: null });
});

test("a time without its offset is no instant; words are one line of bounded length", () => {
  const [event] = read([
    {
      code: "EMI",
      dateTime: "25/11/2026 10:00",
      description: `Afgegeven\r\naan  de deur ${"x".repeat(500)}`,
    },
  ]);
  expect(event?.at).toBeNull();
  expect(event?.words).toMatch(/^Afgegeven aan de deur x+$/);
  expect(event?.words).toHaveLength(200);
});
