import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBodyBlocks } from "./body.ts";
import type { BodyInline } from "./body.ts";
import { decodeMessageText, encodeMessageText } from "./message-text.ts";

function text(value: string): BodyInline {
  return { kind: "text", text: value };
}

function link(href: string, typed = href): BodyInline {
  return { kind: "link", href, text: typed };
}

test("paragraphs, breaks and lists", () => {
  expect(
    parseBodyBlocks("Geachte,\n\nEerste regel\ntweede regel\n- een\n- twee\nslot\n\n\n- drie\n"),
  ).toEqual([
    { kind: "paragraph", inline: [text("Geachte,")] },
    { kind: "paragraph", inline: [text("Eerste regel"), { kind: "break" }, text("tweede regel")] },
    { kind: "list", items: [[text("een")], [text("twee")]] },
    { kind: "paragraph", inline: [text("slot")] },
    { kind: "list", items: [[text("drie")]] },
  ]);
  expect(parseBodyBlocks("")).toEqual([]);
  expect(parseBodyBlocks(" \n\n ")).toEqual([]);
  expect(parseBodyBlocks("-5 graden")).toEqual([{ kind: "paragraph", inline: [text("-5 graden")] }]);
});

test.each<[string, BodyInline[]]>([
  ["zie https://example.org/a.", [text("zie "), link("https://example.org/a"), text(".")]],
  ["(https://example.org/a_(b))", [text("("), link("https://example.org/a_(b)"), text(")")]],
  ["HTTP://Example.org", [link("http://example.org/", "HTTP://Example.org")]],
  [
    "https://a.be, https://b.be",
    [link("https://a.be/", "https://a.be"), text(", "), link("https://b.be/", "https://b.be")],
  ],
  ["javascript:alert(1)", [text("javascript:alert(1)")]],
  ["ftp://example.org", [text("ftp://example.org")]],
  ["https://bank.be@elsewhere.example/", [text("https://bank.be@elsewhere.example/")]],
  ["https://", [text("https://")]],
  ["https://...", [text("https://...")]],
  [
    '<a href="https://example.org">x</a>',
    [text('<a href="'), link("https://example.org/", "https://example.org"), text('">x</a>')],
  ],
])("%s", (line, inline) => {
  expect(parseBodyBlocks(line)).toEqual([{ kind: "paragraph", inline }]);
});

test("nothing typed is lost but blanks at line ends, and links lead nowhere but the web", () => {
  const unit = fc.constantFrom("a", " ", "\n", "- ", "https://", "x.be", ")", "(", "@", ".", "<", "é", "]");
  fc.assert(
    fc.property(fc.string({ unit }), (body) => {
      let shown = "";
      for (const block of parseBodyBlocks(body)) {
        for (const inline of block.kind === "list" ? block.items.flat() : block.inline) {
          if (inline.kind !== "break") shown += inline.text;
          if (inline.kind === "link") expect(inline.href).toMatch(/^https?:\/\/[^/@]+\//);
        }
      }
      const bare = (all: string): string => all.replaceAll(/[\s-]/g, "");
      expect(bare(shown)).toBe(bare(body));
    }),
  );
});

test("part 1 holds subject line, empty line and body, and gives them back", () => {
  const message = { subject: "Opzegging – Łódź 📄", body: "Geachte,\n\nbij deze." };
  const bytes = encodeMessageText(message);
  expect(new TextDecoder().decode(bytes)).toBe("Opzegging – Łódź 📄\n\nGeachte,\n\nbij deze.");
  expect(decodeMessageText(bytes)).toEqual(message);
  expect(decodeMessageText(encodeMessageText({ subject: "s", body: "" }))).toEqual({
    subject: "s",
    body: "",
  });
  expect(decodeMessageText(encodeMessageText({ subject: "s", body: "\n\n" }))).toEqual({
    subject: "s",
    body: "\n\n",
  });
});

test("what was not parsed before is not hashed", () => {
  for (const [subject, body] of [
    ["a\nb", ""],
    ["a", "b\r\nc"],
    ["e\u{301}", ""],
    ["a", "\u{d800}"],
  ] as const) {
    expect(() => encodeMessageText({ subject, body })).toThrow("message_text_malformed");
  }
  for (const bytes of [Uint8Array.of(0x61, 0xff), new TextEncoder().encode("only a subject")]) {
    expect(() => decodeMessageText(bytes)).toThrow("message_text_malformed");
  }
});
