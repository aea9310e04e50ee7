// Character maps of embedded fonts (ISO 32000-1 §9.7.5 and §9.10.3): which glyphs codes lead to, and which texts are copied out.

/** At most a hundred entries stand together (ISO 32000-1 §9.10.3 by way of Adobe technical note 5014). */
const TOGETHER = 100;

export interface CharacterMap {
  readonly name: string;
  readonly ordering: string;
  readonly type: 1 | 2;
  /** First and last code, as hexadecimal digits. */
  readonly codes: readonly [first: string, last: string];
  readonly mappings: readonly string[];
}

export function characterMap({ name, ordering, type, codes: [first, last], mappings }: CharacterMap): string {
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> def`,
    `/CMapName /${name} def`,
    `/CMapType ${type} def`,
    `1 begincodespacerange\n<${first}> <${last}>\nendcodespacerange`,
    ...mappings,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

/** The texts that codes stand for, as mappings; codes as hexadecimal digits. */
export function textMappings(
  meanings: readonly (readonly [code: string, text: string])[],
): readonly string[] {
  const entries = meanings.map(
    ([code, text]) => `<${code}> <${Buffer.from(text, "utf16le").swap16().toString("hex")}>`,
  );
  const groups: string[] = [];
  for (let at = 0; at < entries.length; at += TOGETHER) {
    const group = entries.slice(at, at + TOGETHER);
    groups.push(`${group.length} beginbfchar\n${group.join("\n")}\nendbfchar`);
  }
  return groups;
}
