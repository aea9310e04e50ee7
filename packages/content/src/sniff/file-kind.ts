// The file types that may be attached, and the endings that are refused whatever the content.

export interface FileKind {
  readonly mediaType: string;
  /** Lower case, without dot; the first is the usual one. */
  readonly endings: readonly [string, ...string[]];
  readonly family: "binary" | "text" | "zip";
}

/** Everything that may be attached. */
export const FILE_KINDS: readonly FileKind[] = [
  { mediaType: "application/pdf", endings: ["pdf"], family: "binary" },
  { mediaType: "image/png", endings: ["png"], family: "binary" },
  { mediaType: "image/jpeg", endings: ["jpg", "jpeg"], family: "binary" },
  { mediaType: "image/tiff", endings: ["tif", "tiff"], family: "binary" },
  { mediaType: "image/gif", endings: ["gif"], family: "binary" },
  { mediaType: "image/webp", endings: ["webp"], family: "binary" },
  { mediaType: "text/plain", endings: ["txt"], family: "text" },
  { mediaType: "text/csv", endings: ["csv"], family: "text" },
  { mediaType: "application/xml", endings: ["xml"], family: "text" },
  { mediaType: "application/json", endings: ["json"], family: "text" },
  { mediaType: "message/rfc822", endings: ["eml"], family: "text" },
  { mediaType: "application/zip", endings: ["zip"], family: "zip" },
  office("wordprocessingml.document", "docx"),
  office("spreadsheetml.sheet", "xlsx"),
  office("presentationml.presentation", "pptx"),
  { mediaType: "application/vnd.oasis.opendocument.text", endings: ["odt"], family: "zip" },
  { mediaType: "application/vnd.oasis.opendocument.spreadsheet", endings: ["ods"], family: "zip" },
];

/** Endings by which a system runs or installs what is inside. */
export const EXECUTABLE_ENDINGS: ReadonlySet<string> = new Set(
  (
    "exe com scr pif dll sys cpl ocx drv msi msp msm msix msixbundle appx appxbundle mst bat cmd ps1 psm1 psd1 vb vbs " +
    "vbe js jse mjs cjs wsf wsh wsc hta sct lnk url scf inf reg jar war ear class apk aab ipa xpi dex deb rpm pkg dmg " +
    "app command sh bash zsh csh ksh fish py pyc pyw pyz rb pl php phar lua elf so dylib out run bin wasm gadget chm " +
    "desktop application appref-ms settingcontent-ms iso img vhd vhdx"
  ).split(" "),
);

/** Office files that say by their ending that they carry macros or are add-ins. */
export const MACRO_ENDINGS: ReadonlySet<string> = new Set(
  "docm dotm xlsm xltm xlsb xlam xll pptm potm ppsm ppam sldm".split(" "),
);

export const LEGACY_OFFICE_ENDINGS: ReadonlySet<string> = new Set(
  "doc dot xls xlt xla ppt pot pps ppa".split(" "),
);

export function kindOfEnding(ending: string | undefined): FileKind | undefined {
  return ending === undefined ? undefined : FILE_KINDS.find((kind) => kind.endings.includes(ending));
}

export function kindOfMediaType(mediaType: string): FileKind | undefined {
  return FILE_KINDS.find((kind) => kind.mediaType === mediaType);
}

function office(type: string, ending: string): FileKind {
  return {
    mediaType: `application/vnd.openxmlformats-officedocument.${type}`,
    endings: [ending],
    family: "zip",
  };
}
