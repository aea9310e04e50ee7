// Binds the bringing of files to print partners; without a printer that has a place for them there is none.

import { type ContentStore, loadWrapPrivateKey, unwrapKey } from "@posthorn/content";
import { openPrinterDoor, writeManifest } from "@posthorn/postal";
import type { PushPorts } from "@posthorn/usecases";
import { needed, type Settings } from "./settings.ts";

/** Throws Error that names the setting where a print partner lacks one. */
export async function partnersBy(
  settings: Settings,
  content: Pick<ContentStore, "open">,
): Promise<PushPorts | null> {
  const partners = settings.PRINTERS.filter(({ sftp }) => sftp !== undefined);
  if (partners.length === 0) return null;
  const keyless = partners.find(({ key }) => !settings.PRINTER_KEYS.has(key));
  if (keyless) throw new Error(`PRINTER_KEYS has no key for ${keyless.key}, to which files are brought`);
  const printKey = await loadWrapPrivateKey(needed(settings, "PRINT_PRIVATE_KEY"));
  return {
    files: { content, keys: { unwrap: (wrapped, context) => unwrapKey(printKey, wrapped, context) } },
    printers: settings.PRINTERS,
    manifest: writeManifest,
    door: openPrinterDoor({ keys: settings.PRINTER_KEYS }),
  };
}
