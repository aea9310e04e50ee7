import {
  CONTENT_AREA,
  firstTextTop,
  type PaperBox,
  printerFault,
  type PrinterProfile,
} from "@posthorn/domain";
import fc from "fast-check";
import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import { composeLetter } from "./compose-letter.ts";
import {
  JOB,
  letterWith,
  missing,
  partFrom,
  partOf,
  pictureOf,
  PRINTER,
  readPage,
  readPoorPage,
  wordsOfFirstPage,
} from "./letter.test-support.ts";

const skip = missing.length > 0;
const told = skip ? ` (skipped: ${missing.join(", ")} is not installed)` : "";
const message = await partOf("message.txt", 1);

const LEFT: PrinterProfile = {
  ...PRINTER,
  window: { x: 20, y: 50, width: 90, height: 45 },
  returnAddress: { x: 20, y: 50, width: 90, height: 6 },
  label: { x: 120, y: 20, width: 75, height: 36 },
};
const six = [
  "Vereniging van mede-eigenaars van de",
  "residentie Zonnebloem te Antwerpen",
  "Élodie Vandermeersch",
  "12 rue de la République 3e étage à dr",
  "59000 LILLE",
  "FRANCE",
];

test.skipIf(skip).each([
  ["at the right", PRINTER, ["Jan Peeters", "Kerkstraat 12 bus 3", "2000 ANTWERPEN"]],
  ["at the left, our address above his", LEFT, ["Jan Peeters", "Kerkstraat 12 bus 3", "2000 ANTWERPEN"]],
  ["at the right, six full lines", PRINTER, six],
  ["at the left, six full lines", LEFT, six],
])(`the window shows the address and nothing else: %s${told}`, async (_name, printer, address) => {
  const { pdf } = await composeLetter(letterWith([message], { address }), printer);
  const { window } = printer;
  const seen = wordsOfFirstPage(pdf).filter(
    ({ left, right, top, bottom }) =>
      right > window.x &&
      left < window.x + window.width &&
      bottom > window.y &&
      top < window.y + window.height,
  );
  const ours = printer === LEFT ? ["Posthorn · Postbus 1200 · 1000 BRUSSEL"] : [];
  expect(seen.map(({ text }) => text).join(" ")).toBe([...ours, ...address].join(" "));
  // It slides by five millimetres and stays readable; with our address above it a little less.
  for (const { left, right, top, bottom } of seen.slice(ours.join(" ").split(" ").length)) {
    expect(left).toBeGreaterThanOrEqual(window.x + 4.5);
    expect(right).toBeLessThanOrEqual(window.x + window.width - 4.5);
    expect(top).toBeGreaterThanOrEqual(window.y + 3);
    expect(bottom).toBeLessThanOrEqual(window.y + window.height - 3);
  }
  const picture = pictureOf(pdf, 1);
  const below = { x: window.x, y: window.y + window.height, width: 205 - window.x, height: 29.5 };
  expect(picture.darkest(below)).toBe(255);
  expect(picture.darkest({ x: 0, y: 0, width: 4.5, height: 297 })).toBe(255);
  expect(picture.darkest({ ...window, height: window.height - 2 })).toBeLessThan(60);
});

test.skipIf(skip)(`what machines read is read back from the printed page${told}`, async () => {
  const letter = letterWith([message]);
  const { pdf } = await composeLetter(letter, PRINTER);
  expect(await readPage(pdf, 1, "label")).toEqual([`Code128 ${letter.barcode}`]);
  expect(await readPage(pdf, 1, "code")).toEqual([`QRCode ${letter.verifyUrl}`]);
  expect(await readPage(pdf, 1)).toEqual([`DataMatrix PH1 ${JOB} 1/4`]);
  expect(await readPage(pdf, 2)).toEqual([`DataMatrix PH1 ${JOB} 2/4`]);
  expect(await readPage(pdf, 3)).toEqual([`DataMatrix PH1 ${JOB} 3/4`]);
});

test.skipIf(skip)(
  `what machines read is read from a poor print, askew, grey and grainy, with the smallest label too${told}`,
  { timeout: 60_000 },
  async () => {
    const letter = letterWith([message]);
    const { pdf } = await composeLetter(letter, PRINTER);
    expect(await readPoorPage(pdf, 1, "label")).toEqual([`Code128 ${letter.barcode}`]);
    expect(await readPoorPage(pdf, 1, "code")).toEqual([`QRCode ${letter.verifyUrl}`]);
    expect(await readPoorPage(pdf, 3)).toEqual([`DataMatrix PH1 ${JOB} 3/4`]);
    const small = { ...LEFT, label: { x: 125, y: 20, width: 60, height: 25 } };
    const abroad = await composeLetter(letterWith([message], { barcode: "RR473124829BE" }), small);
    expect(await readPoorPage(abroad.pdf, 1, "label")).toEqual(["Code128 RR473124829BE"]);
    const national = await composeLetter(letter, small);
    expect(await readPoorPage(national.pdf, 1, "label")).toEqual([`Code128 ${letter.barcode}`]);
  },
);

test.skipIf(skip)(
  `the smallest label, a number for abroad, a letter of 120 pages${told}`,
  { timeout: 60_000 },
  async () => {
    const dossier = await partOf("dossier.pdf", 117);
    const printer = { ...LEFT, label: { x: 125, y: 20, width: 60, height: 25 } };
    const national = await composeLetter(letterWith([message]), printer);
    expect(await readPage(national.pdf, 1, "label")).toEqual(["Code128 010541288500452621221234567890"]);
    const letter = letterWith([dossier], { barcode: "RR473124829BE", language: "de" });
    const { pdf } = await composeLetter(letter, printer);
    expect(await readPage(pdf, 1, "label")).toContain("Code128 RR473124829BE");
    expect(await readPage(pdf, 101)).toEqual([`DataMatrix PH1 ${JOB} 101/120`]);
    const words = wordsOfFirstPage(pdf).map(({ text }) => text);
    for (const word of ["Einschreiben", "Recommandé", "473"]) expect(words).toContain(word);
  },
);

test("a label that holds no readable bars is refused", async () => {
  const printer = { ...PRINTER, label: { x: 20, y: 42, width: 40, height: 30 } };
  await expect(composeLetter(letterWith([message]), printer)).rejects.toThrow("no readable barcode");
});

const between = (min: number, max: number) => fc.integer({ min, max });
const boxes = (x: number, y: number, width: number, height: number) =>
  fc.record({
    x: between(5, x),
    y: between(5, y),
    width: between(width, 100),
    height: between(height, 50),
  });
const layouts = fc
  .record({
    window: boxes(120, 80, 70, 30),
    returnAddress: boxes(140, 100, 60, 5),
    label: boxes(140, 110, 60, 25),
    margin: between(3, 12),
  })
  .map((layout): PrinterProfile => ({ ...PRINTER, ...layout }))
  .filter((printer) => printerFault(printer) === null);

test.skipIf(skip)(
  `whatever printer is accepted: the window shows the address alone, the post has its white, the text its room${told}`,
  { timeout: 60_000 },
  async () => {
    const letter = letterWith([message], {
      address: six,
      sender: { name: `${"Vennootschap ".repeat(14)}nv`, department: "Verhuur en beheer", town: "Antwerpen" },
    });
    const shown = (place: PaperBox, word: ReturnType<typeof wordsOfFirstPage>[number]) =>
      word.right > place.x &&
      word.left < place.x + place.width &&
      word.bottom > place.y &&
      word.top < place.y + place.height;
    await fc.assert(
      fc.asyncProperty(layouts, async (printer) => {
        const { pdf } = await composeLetter(letter, printer);
        const words = wordsOfFirstPage(pdf);
        const { window, margin } = printer;
        const seen = words.filter((word) => shown(window, word) && !shown(printer.returnAddress, word));
        expect(seen.map(({ text }) => text).join(" ")).toBe(six.join(" "));
        for (const { left, right } of seen) {
          expect(left).toBeGreaterThanOrEqual(window.x + 4.5);
          expect(right).toBeLessThanOrEqual(window.x + window.width - 4.5);
        }
        const below = { x: window.x, y: window.y + window.height, width: 210 - window.x, height: 29.5 };
        const picture = pictureOf(pdf, 1, 100);
        expect(picture.darkest(below)).toBe(255);
        expect(picture.darkest({ x: 0, y: 0, width: margin - 0.5, height: 297 })).toBe(255);
        expect(picture.darkest({ x: 0, y: 0, width: 210, height: margin - 0.5 })).toBe(255);
        // Text of the page, in its room and beside the marks.
        const last = words.filter(({ left, top }) => left > margin + 8 && top > firstTextTop(printer));
        expect(picture.darkest({ x: margin + 7.2, y: 260, width: 0.6, height: 30 })).toBe(255);
        for (const { bottom } of last) expect(bottom).toBeLessThan(293);
        expect(last.some(({ text }) => text.startsWith("https://"))).toBe(true);
      }),
      { numRuns: 12 },
    );
  },
);

/** Ink in the four corners of the content area. */
async function corners(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595.28, 841.89]);
  const { x, y, width, height } = CONTENT_AREA;
  const points = (millimetres: number) => (millimetres * 72) / 25.4;
  for (const left of [x, x + width - 2]) {
    for (const bottom of [297 - y - height, 297 - y - 2])
      page.drawRectangle({ x: points(left), y: points(bottom), width: points(2), height: points(2) });
  }
  return document.save();
}

test.skipIf(skip).each([5, 3, 12])(
  `nothing of a part is lost where the printer's margin is %i mm${told}`,
  async (margin) => {
    const part = partFrom("corners.pdf", await corners(), 1);
    const { pdf } = await composeLetter(letterWith([part]), { ...PRINTER, margin });
    const picture = pictureOf(pdf, 3);
    const [left, right, end] = [
      Math.max(13, margin + 8),
      210 - Math.max(5, margin),
      297 - Math.max(5, margin),
    ];
    const edge = 0.3;
    expect(picture.darkest({ x: left - edge, y: 0, width: 3, height: 30 })).toBe(0);
    expect(picture.darkest({ x: right - 3, y: end - 40, width: 3 + edge, height: 40 })).toBe(0);
    expect(picture.darkest({ x: right + edge, y: 0, width: 210 - right - edge, height: 297 })).toBe(255);
    expect(picture.darkest({ x: 0, y: 0, width: margin - edge, height: 297 })).toBe(255);
    // Between the strip and the part.
    expect(picture.darkest({ x: margin + 7 + edge, y: 0, width: 0.5, height: 297 })).toBe(255);
    expect(await readPage(pdf, 3)).toEqual([`DataMatrix PH1 ${JOB} 3/4`]);
  },
);
