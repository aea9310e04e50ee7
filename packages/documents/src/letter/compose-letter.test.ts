import { PDFDocument } from "pdf-lib";
import { AppError, LANGUAGES, TRUST_STATUSES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { expect, test } from "vitest";
import { composeLetter } from "./compose-letter.ts";
import {
  letterWith,
  lookAt,
  missing,
  pageTexts,
  partFrom,
  partOf,
  pictureOf,
  PRINTER,
  run,
  wordsOfFirstPage,
} from "./letter.test-support.ts";

const skip = missing.length > 0;
const told = skip ? ` (skipped: ${missing.join(", ")} is not installed)` : "";
const message = await partOf("message.txt", 1);
const contract = await partOf("overeenkomst.docx", 3);

test.skipIf(skip).each(LANGUAGES)(`a letter in %s, page by page${told}`, async (language) => {
  const words = textsFor(language).letter;
  const letter = letterWith([message, contract], { language });
  const { pdf, pages, sheets, colour } = await composeLetter(letter, PRINTER);
  expect({ pages, sheets, colour }).toEqual({ pages: 8, sheets: 4, colour: false });
  const texts = pageTexts(pdf);
  expect(texts).toHaveLength(8);
  expect(texts[0]).toContain("Jan Peeters Kerkstraat 12 bus 3 2000 ANTWERPEN");
  for (const word of [words.registered, words.title, words.returnTo, "Immo Zonnebloem nv", "Verhuur"])
    expect(texts[0]).toContain(word.replaceAll("\u00a0", " "));
  expect(texts.slice(1, 7)).toEqual([
    "2/8",
    "message.txt bladzijde 1 3/8",
    "4/8",
    "overeenkomst.docx bladzijde 1 5/8",
    "overeenkomst.docx bladzijde 2 6/8",
    "overeenkomst.docx bladzijde 3 7/8",
  ]);
  for (const part of [message, contract])
    for (const text of [part.name, part.sha256, part.print.sha256, part.print.converter])
      expect(texts[7]).toContain(text);
  expect(texts[7]).toContain(letter.verifyUrl);
});

test.skipIf(skip)(`every font is embedded, and nothing but ink is in the file${told}`, async () => {
  const address = ["Ștefan Łukasz 🌻 Čapek", "Kerkstraat 12", "2000 ANTWERPEN"];
  const { pdf } = await composeLetter(letterWith([message, contract], { address }), PRINTER);
  const seen = lookAt(pdf, (path) => ({
    fonts: run("pdffonts", path).toString("utf8"),
    check: run("qpdf", "--check", path).toString("utf8"),
    keys: run("qpdf", "--qdf", "--object-streams=disable", path, "-")
      .toString("latin1")
      .match(/\/[A-Z]\w+/g),
  }));
  const fonts = seen.fonts.trim().split("\n").slice(2);
  expect(fonts.length).toBeGreaterThan(3);
  for (const font of fonts) expect(font).toMatch(/ yes +(?:yes|no) +yes +\d+ +0$/);
  expect(seen.check).toContain("No syntax or stream encoding errors");
  expect(seen.check).toContain("PDF Version: 1.7");
  expect(seen.keys).toContain("/MediaBox");
  for (const key of ["Annots", "URI", "JavaScript", "OpenAction", "SMask", "EmbeddedFile", "Metadata"])
    expect(seen.keys).not.toContain(`/${key}`);
});

test("the same facts give the same octets, another job others", async () => {
  const letter = letterWith([message, contract]);
  const [one, again] = [await composeLetter(letter, PRINTER), await composeLetter(letter, PRINTER)];
  expect(Buffer.from(one.pdf).equals(again.pdf)).toBe(true);
  const other = await composeLetter({ ...letter, jobId: "job_other" }, PRINTER);
  expect(Buffer.from(one.pdf).equals(other.pdf)).toBe(false);
});

test.skipIf(skip)(`printed on one side there is nothing blank${told}`, async () => {
  const letter = letterWith([message, contract]);
  const { pdf, pages, sheets } = await composeLetter(letter, { ...PRINTER, duplex: false });
  expect({ pages, sheets }).toEqual({ pages: 6, sheets: 6 });
  expect(pageTexts(pdf)[1]).toBe("message.txt bladzijde 1 2/6");
});

test("a part in colour makes a letter in colour", async () => {
  const photo = await partOf("foto.jpg", 1, true);
  expect((await composeLetter(letterWith([message, photo]), PRINTER)).colour).toBe(true);
});

test.skipIf(skip)(`a letter of 200 pages${told}`, async () => {
  const { pdf, pages, sheets } = await composeLetter(letterWith([await partOf("dossier.pdf", 197)]), PRINTER);
  expect({ pages, sheets }).toEqual({ pages: 200, sheets: 100 });
  expect(pageTexts(pdf).at(-2)).toBe("dossier.pdf bladzijde 197 199/200");
});

test.skipIf(skip).each(LANGUAGES)(
  `in %s each status says what the letter may stand for, and the service has its name${told}`,
  async (language) => {
    const words = textsFor(language).letter;
    const carrier = { name: "bpost", service: null };
    for (const trustStatus of TRUST_STATUSES) {
      const facts = letterWith([message], { language, trustStatus, carrier });
      const [first = ""] = pageTexts((await composeLetter(facts, PRINTER)).pdf);
      const said = TRUST_STATUSES.filter((status) => first.includes(words.status[status]));
      expect(said).toEqual([trustStatus]);
      expect(first).toContain(`bpost · ${words.service}`);
    }
  },
);

test("a letter that is too long says by how much", async () => {
  const longer = { ...message, print: { ...message.print, pages: 198 } };
  const refused = (params: object) => ({
    kind: "conflict",
    code: "letter_too_long",
    fields: [{ path: "letter", code: "letter_too_long", params }],
  });
  await expect(composeLetter(letterWith([longer]), PRINTER)).rejects.toMatchObject(
    refused({ pages: 201, sheets: 101, max: 200 }),
  );
  const small = composeLetter(letterWith([message, contract]), { ...PRINTER, sheets: 3 });
  await expect(small).rejects.toMatchObject(refused({ pages: 8, sheets: 4, max: 3 }));
  await expect(small).rejects.toBeInstanceOf(AppError);
});

test("what is no rendition is not printed", async () => {
  const counted = { ...message, print: { ...message.print, pages: 2 } };
  await expect(composeLetter(letterWith([counted]), PRINTER)).rejects.toThrow("another number of pages");
  const wide = await PDFDocument.create();
  wide.addPage([841.89, 595.28]);
  const landscape = partFrom("plan.pdf", await wide.save(), 1);
  await expect(composeLetter(letterWith([landscape]), PRINTER)).rejects.toThrow("not upright A4");
  const broken = partFrom("x.pdf", Buffer.from("no PDF"), 1);
  await expect(composeLetter(letterWith([broken]), PRINTER)).rejects.toThrow();
});

test.skipIf(skip)(`many files go on over as many pages as were counted${told}`, async () => {
  const name = `${"een lange naam van een bestand ".repeat(8)}.pdf`;
  const parts = Array.from({ length: 15 }, (_, index) => ({ ...message, name: `${index + 1} ${name}` }));
  const { pdf, pages } = await composeLetter(letterWith(parts), PRINTER);
  const texts = pageTexts(pdf).slice(-3);
  expect(texts.map((text) => text.match(/\d+\. \d+ een lange/g)?.length)).toEqual([6, 7, 2]);
  expect(texts[1]).toContain("vervolg");
  expect(texts[0]).toContain("pagina 3 van deze brief");
  expect(pages).toBe(34);
  for (const page of [32, 33, 34])
    expect(pictureOf(pdf, page, 72).darkest({ x: 13, y: 287, width: 190, height: 9 })).toBe(255);
});

test.skipIf(skip)(`names that want to break the page do not${told}`, async () => {
  const { pdf } = await composeLetter(
    letterWith([message], {
      sender: { name: `${"Vennootschap ".repeat(14)}nv`, department: "ד".repeat(100), town: "x".repeat(60) },
      address: ["W".repeat(200), "\u202egpj.exe", "", "שלום 🎉", "Kerkstraat 12", "2000 ANTWERPEN"],
      returnAddress: ["W".repeat(120), "Postbus 1", "1000 BRUSSEL"],
    }),
    PRINTER,
  );
  const words = wordsOfFirstPage(pdf);
  const broken = words.filter(({ text }) => text.startsWith("WWWWWWWW"));
  expect(broken.map(({ text }) => text).join("")).toHaveLength(320);
  for (const { right, bottom } of words) {
    expect(right).toBeLessThan(206);
    expect(bottom).toBeLessThan(293);
  }
});
