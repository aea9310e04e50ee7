import { LANGUAGES, RENDITION_REFUSALS } from "@posthorn/domain";
import { expect, test } from "vitest";
import { textsFor } from "./index.ts";
import { notPrintable } from "./not-printable.ts";

test.each(LANGUAGES)(
  "%s: whether a part is tried again is said where it is, and nowhere else",
  (language) => {
    const { print } = textsFor(language);
    const again = RENDITION_REFUSALS.filter((reason) =>
      notPrintable(print, { reason, name: "lease.pdf" }).includes(print.mayPass),
    );
    expect(again).toEqual(["no_converter", "converter_failed", "too_slow"]);
    expect(notPrintable(print, { reason: "encrypted" })).toContain(print.advice);
  },
);
