// Tells by the first bytes what a system would run, and which containers need a closer look.

/** `legacy` is the compound file of the old Office formats, which may hide macros or an installer. */
export type Signature = "executable" | "legacy" | "gzip" | "zip" | undefined;

const EXECUTABLE: readonly Buffer[] = [
  Buffer.from("7f454c46", "hex"), // ELF
  Buffer.from("feedface", "hex"), // Mach-O, four byte orders and widths, then the fat binary (and Java class)
  Buffer.from("feedfacf", "hex"),
  Buffer.from("cefaedfe", "hex"),
  Buffer.from("cffaedfe", "hex"),
  Buffer.from("cafebabe", "hex"),
  Buffer.from("4c0000000114020000000000c000000000000046", "hex"), // Windows shortcut
  Buffer.from("6465780a30", "hex"), // Dalvik
  Buffer.from("0061736d", "hex"), // WebAssembly
  Buffer.from("#!", "ascii"),
  Buffer.from("\u{feff}#!", "utf8"),
];
const COMPOUND_FILE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const INSTALLER_CLASS = Buffer.from("84100c0000000000c000000000000046", "hex");

export function signatureOf(head: Buffer): Signature {
  if (EXECUTABLE.some((magic) => startsWith(head, magic))) return "executable";
  // Text may begin with these two letters too; a program header never does without zeros.
  if (startsWith(head, Buffer.from("MZ")) && head.subarray(0, 64).includes(0)) return "executable";
  if (startsWith(head, COMPOUND_FILE)) return head.includes(INSTALLER_CLASS) ? "executable" : "legacy";
  if (startsWith(head, Buffer.from("1f8b", "hex"))) return "gzip";
  if (startsWith(head, Buffer.from("PK\u{3}\u{4}")) || startsWith(head, Buffer.from("PK\u{5}\u{6}")))
    return "zip";
  return undefined;
}

function startsWith(head: Buffer, magic: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic);
}
