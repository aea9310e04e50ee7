// Words in English about handing letters to the carrier, and about what he says of them.

import type { CarrierOutcome } from "@posthorn/domain";

export const postalCarrier = {
  handOver: {
    title: (number: number) => `Hand over batch ${number}`,
    lead: "Scan each letter before it leaves. What is scanned stays scanned, even if this page is closed.",
    scanTitle: "Scan",
    barcode: "Barcode",
    barcodeHint:
      "The scanner types it and presses Enter. You can type it as well: 30 digits, or like RR473124829BE.",
    scan: "Take",
    outcomes: {
      taken: (ordinal: string) => `Taken: letter ${ordinal}.`,
      before: (ordinal: string) => `Letter ${ordinal} was scanned before. It counts once.`,
      posted: (ordinal: string) => `Letter ${ordinal} is posted already. Set it aside.`,
      not_printed: (ordinal: string) =>
        `Letter ${ordinal} is not confirmed as printed. Confirm printing first.`,
      fallen_out: (ordinal: string) =>
        `Letter ${ordinal} fell out of its batch. It must not be posted. Destroy it.`,
      other_batch: (ordinal: string) => `This is letter ${ordinal} of another batch.`,
      unknown: () => "No letter of ours has this barcode. Set it aside.",
      unreadable: () => "This is not a barcode of a registered letter. Scan it again.",
    },
    takeBack: "Take this scan back",
    toOtherBatch: (number: number) => `To batch ${number}`,
    counted: (scanned: string, printed: string) => `${scanned} of ${printed} scanned`,
    notScanned: "Show those that are not scanned",
    importTitle: "Many at once",
    pasted: "Barcodes, one a line",
    file: "Or a file",
    fileHint: "Text or CSV, at most 1 MB.",
    import: "Take these",
    report: (taken: number, before: number) =>
      `${taken === 1 ? "One letter was taken" : `${taken} letters were taken`}${before === 0 ? "" : `, ${before} scanned before`}.`,
    refusedTitle: "Not taken",
    refusedCaption: "Lines that were not taken",
    line: "Line",
    why: "Why",
    receiptTitle: "Proof of posting",
    receiptText:
      "The carrier’s receipt for one hand-over. It is kept under the evidence of each letter of it.",
    receiptFor: "For which hand-over",
    chooseHandOver: "Choose the hand-over",
    nextHandOver: "the next hand-over",
    deposit: (when: string, letters: number) =>
      `${when}, ${letters === 1 ? "one letter" : `${letters} letters`}`,
    receipt: "Receipt of the carrier",
    receiptHint: "PDF, PNG or JPEG, at most 5 MB.",
    keep: "Keep the receipt",
    receiptsCaption: "Receipts that are kept",
    receiptName: "File",
    kept: (by: string, when: string) => `${when}, ${by}`,
    open: "Open",
    openFor: (name: string) => `Open ${name}`,
    noReceipt: "There is none yet.",
    confirmTitle: "Hand over",
    all: (count: string) =>
      count === "1"
        ? "The letter was not scanned and is handed over."
        : `No letter was scanned, so all ${count} printed letters are handed over.`,
    some: (scanned: string, left: number) =>
      left === 0
        ? scanned === "1"
          ? "The letter was scanned and is handed over."
          : `All ${scanned} letters were scanned and are handed over.`
        : `${scanned === "1" ? "The one scanned letter is" : `The ${scanned} scanned letters are`} handed over. ${left === 1 ? "One letter is" : `${left} letters are`} not scanned and ${left === 1 ? "stays" : "stay"} here.`,
    consequence:
      "Each letter is then posted: its evidence is sealed, and the postage is used. This cannot be undone.",
    twoPersons: "A second person must confirm before anything happens.",
    confirm: "The letters are handed over",
    secondTitle: "Second person",
    secondText: (by: string, when: string, count: string) =>
      `${by} has handed over ${count === "1" ? "one letter" : `${count} letters`} ${when}. Count and confirm, or decline.`,
    own: "Another person of the desk must confirm your hand-over. You can withdraw it.",
    second: "Confirm the hand-over",
    withdraw: "Withdraw the hand-over",
    decline: "Decline the hand-over",
    declineWords: "Why you decline it",
    declineHint: "One line. Whoever handed over reads it.",
    waits: "A hand-over waits or is being booked. Scanning goes on afterwards.",
    nothing: "No letter of this batch is printed and still here.",
    nothingText: "Confirm printing first, or look at what became of the letters.",
    toBatch: "To the batch",
    refused: {
      scan_empty: "There is no barcode in it. Paste at least one line, or choose a file.",
      scan_too_long: "These are more than 2,000 lines. Take fewer at once.",
      no_file: "Choose a file first.",
      file_too_large: "The file is too large. Nothing was kept.",
      document_type: "This is no PDF, PNG or JPEG. Nothing was kept.",
      document_encrypted: "The PDF asks for a password. Save it without, and try again.",
      hand_over_not_chosen: "Choose which hand-over the receipt is for. Nothing was kept.",
      too_many_documents: "This batch has ten receipts already.",
      damaged: "The file cannot be read. Nothing was kept.",
    },
  },
  outcomes: {
    accepted: "taken in",
    presented: "presented",
    held: "waits at the carrier’s office",
    delivered: "delivered",
    returned: "returned to the sender",
    other: "something else",
    signed_proof: "sealed proof received",
  } satisfies Record<CarrierOutcome, string>,
  returns: {
    title: "What the carrier says",
    lead: "Book deliveries and returns that the carrier told you. His word stands as his statement; the first delivered or returned ends the delivery.",
    oneTitle: "One letter",
    barcode: "Barcode",
    outcome: "What happened",
    choose: "Choose what happened",
    date: "Day",
    time: "Time",
    timeHint: "In Belgium, as the carrier writes it.",
    words: "In the carrier’s words",
    wordsHint: "One line. Needed for something else.",
    book: "Book it",
    booked: "That is written down.",
    before: "This was booked before. Nothing was added.",
    toLetter: "To the letter",
    fileTitle: "From a file",
    file: "File",
    fileHint:
      "CSV with one letter a line: barcode; outcome; time; words. The outcome is accepted, presented, held, delivered, returned or other; the time is like 2026-11-23 14:05.",
    read: "Book the file",
    report: (booked: number, before: number) =>
      `${booked === 1 ? "One line was booked" : `${booked} lines were booked`}${before === 0 ? "" : `, ${before} booked before`}.`,
    badTitle: "Not booked",
    badOutcome: "The outcome must be accepted, presented, held, delivered, returned or other.",
    badCaption: "Lines that were not booked",
    line: "Line",
    content: "What stands there",
    why: "What is wrong",
    refused: {
      no_file: "Choose a file first.",
      file_too_large: "The file is larger than 1 MB. Nothing was booked.",
      statements_empty: "There is no line in the file.",
      statements_broken: "The file cannot be read as CSV. Look for a quotation mark that is not closed.",
      statements_too_many: "The file has more than 2,000 lines. Nothing was booked; split it.",
    },
    statementsTitle: "What the carrier states",
    none: "The carrier has said nothing yet.",
    caption: "Statements of the carrier, as they came",
    states: (source: string) => `${source} states`,
    when: "When",
    what: "What",
    received: "Received",
  },
  find: {
    title: "Find a letter",
    lead: "Scan or type the barcode on its label. Looking a letter up is written down.",
    barcode: "Barcode",
    unknownTitle: "No letter has this barcode",
    unknownText: "Check each digit against the label. Letters abroad have 13 characters, like RR473124829BE.",
  },
};
