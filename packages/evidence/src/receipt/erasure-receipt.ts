// The receipt of an erasure as XML: rule, day and digests of what is gone, in the form in which it is sealed (GDPR art. 5(2)).

import { XML_DECLARATION } from "../xml/evidence-xml.ts";
import { element, writeXml } from "../xml/write.ts";

export interface ErasureReceiptContent {
  readonly id: string;
  readonly run: string;
  readonly rule: string;
  /** `YYYY-MM-DD`, Brussels. */
  readonly day: string;
  /** First and last number in the erasure journal. */
  readonly from: number;
  readonly to: number;
  /** Instants, ISO 8601. */
  readonly first_erased_at: string;
  readonly last_erased_at: string;
  readonly sets: readonly {
    readonly set: string;
    readonly count: number;
    /** SHA-256, lower-case hex. */
    readonly digests: readonly string[];
  }[];
}

/** Unsigned, to be sealed by `signXades`. */
export function erasureReceiptXml(provider: string, content: ErasureReceiptContent): string {
  const root = element(
    "r:ErasureReceipt",
    { Id: content.id },
    element("r:Provider", {}, provider),
    element("r:Run", {}, content.run),
    element("r:Rule", {}, content.rule),
    element("r:Day", {}, content.day),
    element("r:Journal", { First: String(content.from), Last: String(content.to) }),
    element("r:Erased", { First: content.first_erased_at, Last: content.last_erased_at }),
    ...content.sets.map(({ set, count, digests }) =>
      element(
        "r:Set",
        { Count: String(count), Name: set },
        ...digests.map((digest) => element("r:Digest", { Algorithm: "SHA-256" }, digest)),
      ),
    ),
  );
  return `${XML_DECLARATION}${writeXml(root)}`;
}
