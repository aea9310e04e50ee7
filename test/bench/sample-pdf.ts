// A sound PDF of exactly the size that is asked for, of random bytes: nothing on the way can make it smaller.

import { randomBytes } from "node:crypto";

/** `size` is at least 1,000 bytes. */
export function samplePdf(size: number): Buffer {
  for (let filling = size; ;) {
    const pdf = writePdf(filling);
    if (pdf.length === size) return pdf;
    filling -= pdf.length - size;
  }
}

function writePdf(filling: number): Buffer {
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"),
    Buffer.concat([
      Buffer.from(`<< /Length ${filling} >>\nstream\n`),
      randomBytes(filling),
      Buffer.from("\nendstream"),
    ]),
  ];
  const pieces = [Buffer.from("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "latin1")];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    offsets.push(length);
    length += piece.length;
    pieces.push(piece);
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  pieces.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R >>\n`,
    ),
  );
  pieces.push(Buffer.from(`startxref\n${length}\n%%EOF\n`));
  return Buffer.concat(pieces);
}
