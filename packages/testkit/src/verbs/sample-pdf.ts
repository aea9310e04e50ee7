// Small PDFs for tests: whole, with cross-reference table, and as many empty pages as asked.

/** A4 pages without ink; `locked`: says that a password is needed. */
export function samplePdf(pages = 1, { locked = false }: { readonly locked?: boolean } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    ...Array.from(
      { length: pages },
      () => "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Resources<<>>>>",
    ),
    ...(locked
      ? [`<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${"0".repeat(64)}>/U<${"0".repeat(64)}>>>`]
      : []),
  ];
  let text = "%PDF-1.7\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const id = "<00112233445566778899aabbccddeeff>";
  const lock = locked ? `/Encrypt ${objects.length} 0 R/ID[${id}${id}]` : "";
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer\n<</Size ${size}/Root 1 0 R${lock}>>\nstartxref\n${text.length}\n%%EOF\n`,
    "latin1",
  );
}
