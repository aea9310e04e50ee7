import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  degrees,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  rgb,
  StandardFonts,
  type PDFPage,
} from "pdf-lib";
import { CONTENT_AREA } from "@posthorn/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Printable } from "./print-outcome.ts";
import { renderPdf } from "./render-pdf.ts";

const A4: [number, number] = [595.28, 841.89];
const MM = 72 / 25.4;
const missing = ["pdftotext", "pdffonts", "pdfinfo", "pdfdetach", "qpdf"].filter(
  (tool) => spawnSync(tool, ["--version"]).error !== undefined,
);
const told = missing.length > 0 ? ` (skipped: ${missing.join(", ")} is not installed)` : "";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "posthorn-print-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function made(draw: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  await draw(document);
  return document.save();
}

function page(size: [number, number], draw: (page: PDFPage) => void): Promise<Uint8Array> {
  return made((document) => draw(document.addPage(size)));
}

async function rendered(pdf: Uint8Array): Promise<Printable> {
  const outcome = await renderPdf(pdf, CONTENT_AREA);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}

async function refused(pdf: Uint8Array) {
  const outcome = await renderPdf(pdf, CONTENT_AREA);
  return outcome.ok ? null : { reason: outcome.reason, params: outcome.params };
}

function saved(pdf: Uint8Array): string {
  const path = join(folder, "rendition.pdf");
  writeFileSync(path, pdf);
  return path;
}

function run(tool: string, ...args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Where a word stands, in millimetres from the top left of its page, as poppler sees it. */
function placeOf(pdf: Uint8Array, word: string) {
  const found = run("pdftotext", "-bbox", saved(pdf), "-").match(
    new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">${word}<`),
  );
  const [left = 0, top = 0, right = 0, bottom = 0] = (found?.slice(1) ?? []).map(
    (value) => Number(value) / MM,
  );
  return { left, top, right, bottom };
}

describe.skipIf(missing.length > 0)(`read by poppler and qpdf${told}`, () => {
  test("an A4 page whose ink stays off the edges stands as it was, to the point", async () => {
    const source = await page(A4, (sheet) => sheet.drawText("Opzegging", { x: 72, y: 700, size: 14 }));
    const { pdf, pages, colour } = await rendered(source);
    expect({ pages, colour }).toEqual({ pages: 1, colour: false });
    expect(placeOf(pdf, "Opzegging").left).toBeCloseTo(placeOf(source, "Opzegging").left, 1);
    expect(placeOf(pdf, "Opzegging").bottom).toBeCloseTo(placeOf(source, "Opzegging").bottom, 0);
    expect(run("qpdf", "--check", saved(pdf))).toContain("No syntax or stream encoding errors");
    expect(run("pdfinfo", saved(pdf))).toContain("(A4)");
  });

  test("ink in the margin is pushed out of it without being made smaller", async () => {
    const source = await page(A4, (sheet) => sheet.drawText("Rand", { x: 6 * MM, y: 700, size: 14 }));
    const [before, after] = [placeOf(source, "Rand"), placeOf((await rendered(source)).pdf, "Rand")];
    expect(after.left).toBeGreaterThanOrEqual(CONTENT_AREA.x - 1);
    expect(after.right - after.left).toBeCloseTo(before.right - before.left, 1);
  });

  test("a page inked to its edges is scaled into the area, and white to the edge is no ink", async () => {
    const filled = (grey: number) =>
      page(A4, (sheet) => {
        sheet.drawRectangle({ x: 0, y: 0, width: 596, height: 842, color: rgb(grey, grey, grey) });
        sheet.drawText("Vlak", { x: 72, y: 700, size: 20 });
      });
    const width = ({ left, right }: { left: number; right: number }): number => right - left;
    const [grey, white] = [await filled(0.8), await filled(1)];
    const scale = width(placeOf((await rendered(grey)).pdf, "Vlak")) / width(placeOf(grey, "Vlak"));
    expect(scale).toBeCloseTo(CONTENT_AREA.width / 210, 2);
    expect(width(placeOf((await rendered(white)).pdf, "Vlak"))).toBeCloseTo(width(placeOf(white, "Vlak")), 1);
  });

  test.each([
    ["A3 lying", [1190.55, 841.89] as [number, number]],
    ["a lying A4 that is turned by its entry", null],
  ])("%s is turned with its top to the left", async (_, size) => {
    const source = await made((document) => {
      const sheet = document.addPage(size ?? A4);
      if (size) {
        sheet.drawText("Begin", { x: 20, y: 805, size: 20 });
        sheet.drawText("Einde", { x: 1100, y: 20, size: 20 });
      } else {
        sheet.setRotation(degrees(90));
        sheet.drawText("Begin", { x: 30, y: 20, size: 20, rotate: degrees(90) });
        sheet.drawText("Einde", { x: 560, y: 760, size: 20, rotate: degrees(90) });
      }
    });
    const { pdf } = await rendered(source);
    const [begin, end] = [placeOf(pdf, "Begin"), placeOf(pdf, "Einde")];
    expect(run("pdfinfo", saved(pdf))).toContain("(A4)");
    expect(begin.left).toBeLessThan(end.left);
    expect(begin.top).toBeGreaterThan(end.top);
    for (const { left, top, right, bottom } of [begin, end]) {
      expect(left).toBeGreaterThanOrEqual(CONTENT_AREA.x - 1);
      expect(right).toBeLessThanOrEqual(CONTENT_AREA.x + CONTENT_AREA.width + 1);
      expect(top).toBeGreaterThanOrEqual(CONTENT_AREA.y - 1);
      expect(bottom).toBeLessThanOrEqual(CONTENT_AREA.y + CONTENT_AREA.height + 1);
    }
  });

  test("what is cropped away stays away, and a small page stands in the middle", async () => {
    const source = await made((document) => {
      const sheet = document.addPage([1000, 1000]);
      sheet.setCropBox(200, 200, 300, 200);
      sheet.drawText("Zichtbaar", { x: 250, y: 300, size: 20 });
      sheet.drawRectangle({ x: 600, y: 600, width: 100, height: 100, color: rgb(1, 0, 0) });
    });
    const { pdf, colour } = await rendered(source);
    const { left } = placeOf(pdf, "Zichtbaar");
    expect(left).toBeCloseTo((210 - 300 / MM) / 2 + 50 / MM, 0);
    expect(colour).toBe(false);
  });

  test("faces that everybody is thought to have come with the pages, and the text is read as before", async () => {
    const text = "Élodie Müller, € 1.234,56 – “ja”";
    const source = await made(async (document) => {
      for (const name of [
        StandardFonts.HelveticaBold,
        StandardFonts.TimesRomanItalic,
        StandardFonts.Courier,
      ]) {
        const font = await document.embedFont(name);
        document.addPage(A4).drawText(text, { x: 72, y: 700, size: 12, font });
      }
      const dingbats = await document.embedFont(StandardFonts.ZapfDingbats);
      document.addPage(A4).drawText("✔✖❶", { x: 72, y: 700, size: 12, font: dingbats });
    });
    const { pdf } = await rendered(source);
    const fonts = run("pdffonts", saved(pdf)).split("\n").slice(2).filter(Boolean);
    expect(fonts).toHaveLength(4);
    for (const line of fonts) expect(line).toMatch(/ yes yes yes /);
    expect(fonts.join("\n")).toMatch(/Arimo-Bold[^]*Tinos-Italic[^]*Cousine[^]*DejaVuSans/);
    const read = run("pdftotext", saved(pdf), "-");
    expect(read.split(text)).toHaveLength(4);
    expect(read).toContain("✔✖❶");
  });

  test("fields are printed as they are filled in; scripts, links and attached files stay behind", async () => {
    const source = await made(async (document) => {
      const sheet = document.addPage(A4);
      const form = document.getForm();
      const field = form.createTextField("naam");
      field.setText("Jan Peeters");
      field.addToPage(sheet, { x: 72, y: 700, width: 200, height: 24 });
      const hidden = form.createTextField("verborgen");
      hidden.setText("ONZICHTBAAR");
      hidden.addToPage(sheet, { x: 72, y: 600, width: 200, height: 24, hidden: true });
      document.addJavaScript("open", "app.alert('x')");
      await document.attach(new TextEncoder().encode("bijlage"), "bijlage.txt", { mimeType: "text/plain" });
    });
    const { pdf } = await rendered(source);
    const read = run("pdftotext", saved(pdf), "-");
    expect(read).toContain("Jan Peeters");
    expect(read).not.toContain("ONZICHTBAAR");
    expect(run("pdfdetach", "-list", saved(pdf))).toContain("0 embedded files");
    const plain = run("qpdf", "--qdf", "--object-streams=disable", saved(pdf), "-");
    expect(plain).not.toMatch(/JavaScript|AcroForm|Annots|EmbeddedFile|CreationDate/);
  });

  test("a field that was never drawn is drawn", async () => {
    const source = await made((document) => {
      const sheet = document.addPage(A4);
      const field = document.getForm().createTextField("naam");
      field.setText("Zelf getekend");
      field.addToPage(sheet, { x: 72, y: 700, width: 200, height: 24 });
      for (const { dict } of field.acroField.getWidgets()) dict.delete(PDFName.of("AP"));
      return document.flush().then(() => {
        for (const { dict } of field.acroField.getWidgets()) dict.delete(PDFName.of("AP"));
      });
    });
    expect(run("pdftotext", saved((await rendered(source)).pdf), "-")).toContain("Zelf getekend");
  });

  test("a layer that is switched off is left out for good", async () => {
    const source = await made((document) => {
      const { context, catalog } = document;
      const [on, off] = ["Aan", "Uit"].map((name) =>
        context.register(context.obj({ Type: "OCG", Name: PDFString.of(name) })),
      );
      if (!on || !off) throw new Error("no layers");
      catalog.set(PDFName.of("OCProperties"), context.obj({ OCGs: [on, off], D: { OFF: [off] } }));
      const sheet = document.addPage(A4);
      sheet.drawText("Altijd", { x: 72, y: 700, size: 12 });
      const [font] = sheet.node.normalizedEntries().Font.keys();
      const face = `${String(font)} 12 Tf`;
      const content = [
        `q BT ${face} 72 600 Td /OC /L1 BDC (ZICHTBAAR) Tj EMC ET Q`,
        `q BT ${face} 72 500 Td /OC /L2 BDC (VERBORGEN) Tj EMC ET`,
        "/OC /L2 BDC 1 0 0 rg 0 0 600 900 re f EMC Q",
      ].join("\n");
      sheet.node
        .normalizedEntries()
        .Resources?.set(PDFName.of("Properties"), context.obj({ L1: on, L2: off }));
      sheet.node.addContentStream(context.register(context.stream(content)));
    });
    const { pdf, colour } = await rendered(source);
    const read = run("pdftotext", saved(pdf), "-");
    expect(read).toContain("ZICHTBAAR");
    expect(read).not.toContain("VERBORGEN");
    expect(colour).toBe(false);
  });

  test("who may print it without a password gets it printed, and nobody else", async () => {
    const source = await page(A4, (sheet) => sheet.drawText("Gesloten", { x: 72, y: 700, size: 14 }));
    const locked = (user: string, bits: string, ...more: readonly string[]): Uint8Array => {
      const path = saved(source);
      const args = ["--allow-weak-crypto", "--encrypt", user, "owner", bits, ...more, "--", path, "-"];
      return execFileSync("qpdf", args, { stdio: ["ignore", "pipe", "ignore"] });
    };
    for (const bits of ["40", "128", "256"]) {
      const { pdf } = await rendered(locked("", bits));
      expect(run("pdftotext", saved(pdf), "-")).toContain("Gesloten");
    }
    expect(await refused(locked("user", "256"))).toEqual({ reason: "encrypted", params: undefined });
    expect(await refused(locked("", "256", "--print=none"))).toEqual({
      reason: "encrypted",
      params: undefined,
    });
  });
});

test("colour is seen in lines, areas and pictures, grey in whatever words is none", async () => {
  const coloured = async (draw: (sheet: PDFPage) => void): Promise<boolean> =>
    (await rendered(await page(A4, draw))).colour;
  const box = { x: 100, y: 100, width: 50, height: 50 };
  expect(await coloured((sheet) => sheet.drawRectangle({ ...box, color: rgb(0.5, 0.5, 0.5) }))).toBe(false);
  expect(await coloured((sheet) => sheet.drawRectangle({ ...box, color: rgb(0.5, 0.5, 0.6) }))).toBe(true);
  expect(
    await coloured((sheet) => sheet.drawRectangle({ ...box, borderColor: rgb(0, 0.4, 0), borderWidth: 1 })),
  ).toBe(true);
});

test("the same octets give the same octets", async () => {
  const source = await page(A4, (sheet) => sheet.drawText("Twee keer", { x: 72, y: 700, size: 14 }));
  expect((await rendered(source)).pdf).toEqual((await rendered(source)).pdf);
});

test("what nobody can print the same twice is refused by its reason", async () => {
  const pages = await made((document) => {
    for (let n = 0; n < 201; n += 1) document.addPage(A4);
  });
  expect(await refused(pages)).toEqual({ reason: "too_many_pages", params: { pages: 201, max: 200 } });
  const dynamic = await made(({ addPage, catalog, context, ...document }) => {
    catalog.set(PDFName.of("NeedsRendering"), context.obj(true));
    return void [addPage, document];
  });
  expect((await refused(dynamic))?.reason).toBe("dynamic_form");
  const font = await made((document) => {
    const { context } = document;
    const sheet = document.addPage(A4);
    const dict = context.obj({
      Type: "Font",
      Subtype: "TrueType",
      BaseFont: "Calibri",
      Encoding: "WinAnsiEncoding",
    });
    sheet.node.setFontDictionary(PDFName.of("F1"), context.register(dict));
    const content = "BT /F1 12 Tf 72 700 Td (Zonder lettertype) Tj ET";
    sheet.node.addContentStream(context.register(context.stream(content)));
  });
  expect(await refused(font)).toEqual({ reason: "fonts_missing", params: { fonts: "Calibri" } });
});

test("a portfolio, and ticks and notes that nobody drew, are refused rather than left out", async () => {
  const portfolio = await made((document) => {
    document.addPage(A4);
    document.catalog.set(PDFName.of("Collection"), document.context.obj({ Type: "Collection" }));
  });
  expect((await refused(portfolio))?.reason).toBe("portfolio");
  const ticked = async (on: boolean): Promise<Uint8Array> => {
    const document = await PDFDocument.create({ updateMetadata: false });
    const box = document.getForm().createCheckBox("akkoord");
    box.addToPage(document.addPage(A4), { x: 72, y: 700, width: 12, height: 12 });
    if (on) box.check();
    for (const { dict } of box.acroField.getWidgets()) dict.delete(PDFName.of("AP"));
    return document.save({ updateFieldAppearances: false });
  };
  expect((await refused(await ticked(true)))?.reason).toBe("marks_not_drawn");
  expect(await refused(await ticked(false))).toBeNull();
  const noted = (subtype: string, flags: number) =>
    made((document) => {
      const note = {
        Type: "Annot",
        Subtype: subtype,
        Rect: [72, 600, 200, 640],
        F: flags,
        Contents: PDFString.of("Nee"),
      };
      document.addPage(A4).node.addAnnot(document.context.register(document.context.obj(note)));
    });
  expect((await refused(await noted("FreeText", 4)))?.reason).toBe("marks_not_drawn");
  // For the screen alone, and a link: paper loses nothing.
  expect(await refused(await noted("FreeText", 0))).toBeNull();
  expect(await refused(await noted("Link", 4))).toBeNull();
});

test("a name in a field without looks is refused rather than printed with question marks", async () => {
  const filled = async (name: string): Promise<Uint8Array> => {
    const document = await PDFDocument.create({ updateMetadata: false });
    const field = document.getForm().createTextField("naam");
    field.addToPage(document.addPage(A4), { x: 72, y: 700, width: 200, height: 20 });
    field.acroField.setValue(PDFHexString.fromText(name));
    for (const { dict } of field.acroField.getWidgets()) dict.delete(PDFName.of("AP"));
    return document.save({ updateFieldAppearances: false });
  };
  expect((await refused(await filled("Jan Łódź")))?.reason).toBe("dynamic_form");
  expect(await refused(await filled("Jan Peeters, Liège"))).toBeNull();
});

test("damage is never printed as if it were meant", async () => {
  const whole = await page(A4, (sheet) => sheet.drawText("Heel", { x: 72, y: 700, size: 14 }));
  const text = Buffer.from(whole).toString("latin1");
  expect((await refused(whole.subarray(0, whole.length - 200)))?.reason).toBe("unreadable");
  expect((await refused(Buffer.from("%PDF-1.7\nnothing\n%%EOF")))?.reason).toBe("unreadable");
  expect((await refused(new Uint8Array()))?.reason).toBe("unreadable");
  const at = text.indexOf("stream\n") + 9;
  const damaged = Buffer.concat([whole.subarray(0, at), Buffer.alloc(8, 0xff), whole.subarray(at + 8)]);
  expect((await refused(damaged))?.reason).toBe("unreadable");
});
