// Words of the evidence bundle in English: its inventory, its README of trust, and the button that asks for it.

export const bundle = {
  title: "All the evidence of one registered message",
  forSender: "Bundle for the sender",
  forAddressee: "Bundle for the addressee",
  delivery: "Delivery",
  sender: "Sender",
  addressee: "Addressee",
  submitted: "Submitted",
  made: "Bundle made",
  records: "Records",
  recordCount: (count: string) => (count === "1" ? "1 record" : `${count} records`),
  complete: "Complete",
  completeText: "The delivery is final and its chain of records is closed.",
  afterFinal: (count: string) =>
    count === "1"
      ? "One record came after the closing one. It is part of this bundle and marked."
      : `${count} records came after the closing one. They are part of this bundle and marked.`,
  incomplete: "Incomplete",
  incompleteText:
    "The chain of records is not closed yet: more can happen to this delivery. Ask for a new bundle once it is final.",
  contents: "What is in this file",
  number: "No.",
  what: "What",
  when: "When",
  file: "File",
  fingerprint: "SHA-256",
  groups: {
    proofs: "Proofs to read and to hand over",
    evidence: "Sealed evidence, one file per event",
    records: "Records that are no event of the standard",
    log: "Proofs that the records stand in the public log",
    kept: "Kept under the evidence",
    trust: "Certificates and keys",
    tools: "To check all this",
  },
  groupLeads: {
    proofs: "PDF files, sealed, with the evidence attached.",
    evidence: "XML by ETSI EN 319 522-3, sealed with XAdES. Each carries its record and the timestamp of it.",
    records: "They stand in the same chain, time-stamped but without an XML of their own.",
    log: "One file per record: its place in the log, the path to the checkpoint, and the checkpoint as published.",
    kept: "Named by digest in the records: what was sent and answered, and the page on which was decided.",
    trust:
      "Copies, for comparison only. Never take trust from this bundle: get certificates and keys from the provider, from the trusted lists of the European Union, or from a witness of the log.",
    tools:
      "One page that works on any computer without a network, and what this container itself is sealed with.",
  },
  kept: {
    notice_mail: "Notice as mailed",
    notice_sms: "Notice as texted",
    smtp_dialogue: "Dialogue with the mail server",
    provider_answer: "Answer of the text message provider",
    carrier_report: "Carrier's report",
    carrier_proof: "Carrier's proof",
    posting_receipt: "Receipt for the whole deposit",
    report: "Delivery report of the mail",
    decision_page: "The page on which the addressee decided",
    rectification_note: "Note of rectification",
  },
  withheldTitle: "Kept, but not in this copy",
  withheldLead:
    "These files hold the addressee’s own link and codes. The addressee may have them, and a court may ask the provider for them. Their digests stand in the records.",
  withheldReceipt:
    "The receipt for a deposit names letters to other people too. A court may ask the provider for it.",
  noLogProof: "Not in this bundle yet: the proof that it stands in the public log.",
  logProof: (index: string) => `Entry ${index} of the public log`,
  certificate: "Certificate",
  certificateOf: (name: string) => `Certificate of ${name}`,
  logKey: "Key of the public log",
  policies: "Policies that the evidence names",
  trustNote: "What these copies are for",
  verifier: "Page that checks this bundle",
  seal: "Seal over this container (CAdES) and its timestamp",
  manifest: "List of all files with their digests",
  howTo: "How to check it",
  steps: {
    open: "Unpack this file, which is a zip archive. Open verifier.html in a browser and drop the whole file on it. Nothing is sent anywhere.",
    site: (url: string) => `Or drop it on ${url}.`,
    commands: "Or use software that is not ours, in the unpacked folder:",
    roots:
      "In roots.pem you put the root certificates of the seal and of the timestamps, fetched from where you trust.",
  },
  originals:
    "The message itself is not in this bundle. Keep the original files beside it: the evidence holds their digests.",
  noProofs: "No proof can be made yet.",
  trustText: {
    lead: "The files in this folder are copies of what the evidence itself carries. They let you compare and they keep the evidence checkable. They are not to be trusted from here.",
    anchors: "Where to get what you trust",
    anchorsText:
      "Root certificates: the trusted lists of the European Union, or the provider’s practice statement. Key of the log: the provider’s verification site, and every witness of the log. Compare the fingerprints.",
    certificates: "Certificates found in the evidence, with SHA-256 fingerprints",
    logKey: "Key of the public log as the provider states it",
    noLogKey: "No key of the log was given when this bundle was made.",
    policies: "Policies named by the records",
  },
  portal: {
    title: "Everything as one file",
    lead: "Proofs, evidence, log and a page that checks them offline, in one sealed container.",
    incomplete: "The delivery is not final: the file will say that it is incomplete.",
    download: "Download the bundle",
  },
  wait: {
    title: "The bundle is being made",
    text: "It waits until every record is sealed and stands in the public log, which can take a minute. This page goes on by itself.",
    readyTitle: "The bundle is ready",
    readyText: "One file holds it all.",
  },
  collect: {
    title: "Everything as one file",
    lead: "All proofs and evidence of this delivery, with what you were sent and the page on which you decided.",
    ask: "Download the evidence",
  },
};
