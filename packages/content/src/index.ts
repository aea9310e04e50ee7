// Content: the encrypted store, the keys that open it, and what may be put into it.

export { encodeLogo } from "./image/encode-logo.ts";
export type { Logo, LogoFault } from "./image/encode-logo.ts";
export { newContentKey } from "./key/content-key.ts";
export { loadWrapPrivateKey, loadWrapPublicKey } from "./key/load-wrap-key.ts";
export { generateWrapKeyPair, unwrapKey, wrapKey, wrapKeyId } from "./key/wrap-key.ts";
export { cleanFileName, endingOf, uniqueFileNames } from "./name/file-name.ts";
export { guardUpload } from "./sniff/guard-upload.ts";
export type { GuardedUpload } from "./sniff/guard-upload.ts";
export { HEAD_BYTES, inspectUpload } from "./sniff/inspect-upload.ts";
export type { UploadToInspect } from "./sniff/inspect-upload.ts";
export { inspectStoredZip, TAIL_BYTES } from "./sniff/inspect-stored-zip.ts";
export type { StoredZip } from "./sniff/inspect-stored-zip.ts";
export { UPLOAD_REFUSALS } from "./sniff/verdict.ts";
export type { AcceptedUpload, UploadRefusal, UploadVerdict } from "./sniff/verdict.ts";
export { openContentStore, storageProviders } from "./store/choose-store.ts";
export type { ContentStore, OpenedBlob, PutOptions, StoredBlob } from "./store/content-store.ts";
export { createFileStore } from "./store/file-store.ts";
export { zipEntries } from "./zip/zip-entries.ts";
export { zipParts } from "./zip/zip-parts.ts";
export type { ZipPart } from "./zip/zip-parts.ts";
