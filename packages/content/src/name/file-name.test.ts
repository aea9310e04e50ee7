import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanFileName, endingOf, uniqueFileNames } from "./file-name.ts";

test.each([
  ["Overeenkomst 2026.pdf", "Overeenkomst 2026.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\els\\brief.docx", "brief.docx"],
  ["a\r\nContent-Type: text/html\r\n.pdf", "html.pdf"],
  ["a\r\nX-Header: 1.pdf", "aX-Header_ 1.pdf"],
  ["facture\u{202e}fdp.exe", "facturefdp.exe"],
  ["re\u{301}sume\u{301}.pdf", "résumé.pdf"],
  ["Łódź ő ș 📄.pdf", "Łódź ő ș 📄.pdf"],
  ["CON", "_CON"],
  ["nul.txt", "_nul.txt"],
  ["console.txt", "console.txt"],
  [".htaccess", "htaccess"],
  ["what?<>|*.pdf", "what_____.pdf"],
  ["  spaced   out .pdf", "spaced out.pdf"],
  ["ends with dots...", "ends with dots"],
  ["", "file"],
  ["...", "file"],
  ["/", "file"],
  ["folder/", "folder"],
  ["lone \u{d800} half.pdf", "lone \u{fffd} half.pdf"],
])("%j becomes %j", (typed, clean) => {
  expect(cleanFileName(typed)).toBe(clean);
});

test("a long name keeps its ending and no half character", () => {
  const clean = cleanFileName(`${"👩‍👩‍👧‍👦".repeat(40)}.pdf`);
  expect(clean.endsWith("👩‍👩‍👧‍👦.pdf")).toBe(true);
  expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(240);
  expect(cleanFileName(`${"a".repeat(500)}.pdf`)).toBe(`${"a".repeat(196)}.pdf`);
});

test("whatever is typed, the result is fit to use and stays as it is", () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      "a",
      ".",
      " ",
      "/",
      "\\",
      "\n",
      "\u{202e}",
      "é",
      "e\u{301}",
      "con",
      "\u{d83d}",
      ":",
      "😀",
      "\u{301}",
    ),
  });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), nasty), (typed) => {
      const clean = cleanFileName(typed);
      expect(clean).toMatch(/^[^\p{Cc}/\\<>:"|?*]+$/u);
      expect(clean.length).toBeLessThanOrEqual(200);
      expect(clean).toBe(clean.normalize("NFC").trim());
      expect(clean.startsWith(".") || clean.endsWith(".")).toBe(false);
      expect(cleanFileName(clean)).toBe(clean);
    }),
    { numRuns: 1000 },
  );
});

test("names that meet are numbered before their ending, without regard to case", () => {
  expect(uniqueFileNames(["a.pdf", "A.PDF", "a.pdf", "a (2).pdf", "note", "note", "message.txt"])).toEqual([
    "a.pdf",
    "A (2).PDF",
    "a (3).pdf",
    "a (2) (2).pdf",
    "note",
    "note (2)",
    "message (2).txt",
  ]);
  const long = `${"a".repeat(196)}.pdf`;
  expect(uniqueFileNames([long, long])[1]).toBe(`${"a".repeat(192)} (2).pdf`);
});

test("an ending has letters", () => {
  expect(["a.PDF", "a.tar.gz", "Contract 12.03.2026", "none", ".pdf", "a."].map(endingOf)).toEqual([
    "pdf",
    "gz",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
