// Words in English on the letter itself: its address page, its label and its list of digests.

export const letter = {
  /** On the label. */
  registered: "Registered",
  /** On the label, unless the configuration names the service. */
  service: "Registered mail",
  returnTo: "If undelivered, please return to:",
  title: "A registered letter for you",
  /** `date` in words. */
  sent: (v: { readonly sender: string; readonly provider: string; readonly date: string }) =>
    `On ${v.date}, ${v.sender} sent you a registered message through ${v.provider}.`,
  /** `until`: "until the end of Sunday 6 December 2026". */
  notCollected: (v: { readonly until: string }) =>
    `You could collect it electronically ${v.until}. It was not collected in time. That is why it was printed and comes to you as a registered letter.`,
  notReached:
    "We could not reach you electronically. That is why it was printed and comes to you as a registered letter.",
  nothingToDo:
    "This letter holds the whole message. It can no longer be collected electronically, and you need not do so.",
  /** What this may stand for, by the status of the service when the message was sent. */
  status: {
    demonstration:
      "This is a demonstration. It has no legal effect and does not replace a registered letter that the law requires.",
    "non-qualified":
      "The service that brings you this is not a qualified one. This message does not replace a registered letter that the law requires.",
    qualified:
      "Nobody collected this message electronically, so this delivery is not a qualified one (eIDAS, article 44). It does not replace a registered letter that the law requires.",
  },
  facts: {
    sender: "Sender",
    sentAt: "Sent",
    collectUntil: "Could be collected until",
    releasedAt: "Released for printing",
    delivery: "Delivery",
    contents: "This letter",
  },
  contents: (v: { readonly files: number; readonly pages: number; readonly sheets: number }) =>
    `${count(v.files, "file", "files")}, ${count(v.pages, "page", "pages")} on ${count(v.sheets, "sheet", "sheets")}`,
  check: {
    title: "Check this letter",
    sentence:
      "Whoever has a proof of this delivery can check there what was sent, to whom and when. The sender has the proofs: ask him for one. The fingerprint of every file is listed at the end of the letter.",
  },
  digests: {
    title: "What was sent and what is printed here",
    continued: "What was sent and what is printed here, continued",
    sentence:
      "Every file has a digital fingerprint (SHA-256). The fingerprints of the files and of their printed form were sealed when the message was sent.",
    compare:
      "Whoever has a file can compute its fingerprint and compare it with this list. The sealed list stands in every proof of this delivery, and proofs are checked at this address.",
    sent: "As sent",
    printed: "As printed",
    /** `from` and `to` count the pages of the letter. */
    printedPages: (v: {
      readonly pages: number;
      readonly from: number;
      readonly to: number;
      readonly converter: string;
    }) =>
      `${v.from === v.to ? `page ${v.from}` : `${v.pages} pages, ${v.from} to ${v.to}`} of this letter, made by ${v.converter}`,
  },
};

function count(value: number, one: string, other: string): string {
  return `${value} ${value === 1 ? one : other}`;
}
