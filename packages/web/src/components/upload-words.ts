// The words the upload island needs, with marks where it puts its figures: a function cannot travel in an attribute.

import { bytesInWords, textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";

export interface UploadWords {
  readonly language: Language;
  readonly units: readonly string[];
  readonly decimal: string;
  readonly waiting: string;
  readonly hashing: string;
  /** With {done} {total} {speed} {rest}. */
  readonly sending: string;
  readonly perSecond: string;
  readonly seconds: string;
  readonly minutes: string;
  readonly checking: string;
  readonly cancelled: string;
  readonly failed: string;
  readonly tooLarge: string;
  readonly empty: string;
  readonly wait: string;
  readonly retry: string;
  readonly cancel: string;
  readonly remove: string;
  readonly announceDone: string;
  readonly announceFailed: string;
}

export function uploadWords(language: Language, fileBytes: number): UploadWords {
  const { upload } = textsFor(language).common;
  // A number stands for itself in the text and is exchanged for its mark: the catalogue takes numbers here.
  const mark = (text: string): string => text.replace("0", "{n}");
  return {
    language,
    units: [1000, 1e6, 1e9].map((size) => bytesInWords(language, size).split(" ")[1] ?? ""),
    decimal: bytesInWords(language, 1500).charAt(1),
    waiting: upload.waiting,
    hashing: upload.hashing,
    sending: upload.sending("{done}", "{total}", "{speed}", "{rest}"),
    perSecond: upload.perSecond("{n}"),
    seconds: mark(upload.seconds(0)),
    minutes: mark(upload.minutes(0)),
    checking: upload.checking,
    cancelled: upload.cancelled,
    failed: upload.failed,
    tooLarge: upload.tooLarge(bytesInWords(language, fileBytes)),
    empty: upload.empty,
    wait: upload.wait,
    retry: upload.retry,
    cancel: upload.cancel,
    remove: upload.remove,
    announceDone: upload.announceDone("{n}"),
    announceFailed: upload.announceFailed("{n}"),
  };
}
