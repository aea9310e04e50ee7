// Opens a PDF with programs that are not ours, where they are installed.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Its text. Throws where qpdf finds it damaged; undefined where neither program is installed. */
export async function checkPdf(pdf: Buffer): Promise<string | undefined> {
  const directory = await mkdtemp(join(tmpdir(), "posthorn-pdf-"));
  const path = join(directory, "file.pdf");
  try {
    await writeFile(path, pdf);
    await run("qpdf", ["--check", path]);
    return (await run("pdftotext", ["-layout", path, "-"])).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  } finally {
    await rm(directory, { recursive: true });
  }
}
