// Words of a verification, in English: indications (EN 319 102-1), what each check asks, what tampering would change.

export const verification = {
  indications: {
    "TOTAL-PASSED": {
      title: "Genuine and unchanged",
      text: "The file is exactly as it was sealed, by a provider that is trusted here, at the time stated.",
    },
    INDETERMINATE: {
      title: "Not certain",
      text: "Nothing shows that the file was changed, but something that is needed to rely on it is missing.",
    },
    "TOTAL-FAILED": {
      title: "Do not rely on this file",
      text: "At least one check shows that the file is damaged, was changed, or is not what it claims to be.",
    },
  },
  /** A whole seal of somebody unknown here. */
  intact: {
    title: "Intact, but not by a trusted provider",
    text: "The file is exactly as it was sealed. The sealing certificate does not lead to a provider that is trusted here.",
    compare:
      "Compare this fingerprint with the one that the provider publishes, at an address that you did not take from the file.",
  },
  /** The file itself holds, but what was given beside it is not what it speaks of. */
  beside: {
    title: "A file beside the proof is not one that was sent",
    text: {
      "TOTAL-PASSED":
        "The proof is genuine and unchanged: you can rely on it. But a file that you gave beside it is not a part of the registered message. It was changed, or it is another file.",
      intact:
        "The proof is exactly as it was sealed, but not by a provider that is trusted here. And a file that you gave beside it is not a part of the registered message. It was changed, or it is another file.",
      INDETERMINATE:
        "Whether you can rely on the proof is not certain: something that is needed for it is missing. And a file that you gave beside it is not a part of the registered message. It was changed, or it is another file.",
    },
  },
  subIndications: {
    FORMAT_FAILURE: "The file is not built as a proof must be.",
    HASH_FAILURE: "What was sealed and what is in front of you are not the same.",
    SIG_CRYPTO_FAILURE: "The signature was not made with the certificate that it names.",
    SIG_CONSTRAINTS_FAILURE: "The file lacks something that a proof of a registered delivery must have.",
    CRYPTO_CONSTRAINTS_FAILURE: "A method was used that is no longer considered safe.",
    NO_SIGNING_CERTIFICATE_FOUND: "There is no seal, or its certificate is missing.",
    NO_CERTIFICATE_CHAIN_FOUND: "The certificate does not lead to a provider that is trusted here.",
    REVOKED: "The seal was made after its certificate had been revoked.",
    REVOKED_NO_POE: "A certificate was revoked, and nothing proves that it was used before that.",
    EXPIRED: "The seal was made after its certificate had ended.",
    OUT_OF_BOUNDS_NO_POE: "A certificate has ended, and nothing proves that it was used before that.",
    NO_POE: "Nothing proves when this existed.",
    TIMESTAMP_ORDER_FAILURE: "The times in the file contradict one another.",
    TRY_LATER: "Information that is needed is missing or out of date. Fetch it and verify again.",
  },
  /** What each check asks, and what would be different in a file that was tampered with. */
  checks: {
    format: {
      title: "The file can be read",
      tampered: "A damaged or cut-off file could not be read to its end.",
    },
    byte_range: {
      title: "The seal covers the whole file",
      tampered:
        "Whatever is added, hidden or replaced after sealing lies outside the sealed part and is found here.",
    },
    digests: {
      title: "Nothing was changed after sealing",
      tampered: "If a single character is changed, the digest is a different one.",
    },
    signature: {
      title: "The seal was made with the key of its certificate",
      tampered: "Without that key nobody can make a seal that fits.",
    },
    signature_timestamp: {
      title: "An independent authority dated the seal",
      tampered: "A seal cannot be dated back: the authority dates only what exists.",
    },
    archive_timestamp: {
      title: "The proof was renewed for the long term",
      tampered: "Exchanged certificates or statements about them would not fit the later timestamp.",
    },
    certificate_chain: {
      title: "The certificate leads to a trusted provider",
      tampered: "A forger’s certificate may carry the same name, but leads to no trusted provider.",
    },
    revocation: {
      title: "The certificate was not revoked when the seal was made",
      tampered: "A stolen key is revoked. Seals made afterwards are found here.",
    },
    trusted_list: {
      title: "The list of trusted providers is current",
      tampered: "An old list could name a provider that has lost its status since.",
    },
    record_timestamp: {
      title: "An independent authority dated the record",
      tampered: "A record that was invented or changed later does not fit its timestamp.",
    },
    record_matches: {
      title: "The document says what the record says",
      tampered: "Words that differ from the dated record are found here.",
    },
    contents: {
      title: "The bundle holds exactly the files that were sealed",
      tampered: "A file that was added, removed or exchanged is found here.",
    },
    attached_evidence: {
      title: "Each piece of evidence inside passes by itself",
      tampered: "Evidence of another delivery, or evidence that was changed, is found here.",
    },
    chain: {
      title: "The records follow one another without a gap",
      tampered: "Each record names the one before. A record that was left out or exchanged breaks the chain.",
    },
    kept: {
      title: "What was kept under the evidence is what the records name",
      tampered: "A report or dialogue that was exchanged has a digest that no record names.",
    },
    log: {
      title: "The records stand in the public log",
      tampered: "The provider itself cannot remove or exchange a record that stands in the log.",
    },
    parts: {
      title: "Your files are the parts of the message",
      tampered: "A file that was changed, however little, has another digest.",
    },
  },
  /** The answer on the command line. */
  report: {
    file: "File",
    kind: {
      proof: "proof (PDF)",
      evidence: "evidence (XML)",
      bundle: "evidence bundle",
      unknown: "not recognised",
    },
    signer: "Sealed by",
    fingerprint: "Fingerprint",
    level: "Level",
    signedAt: "Sealed at",
    archivedAt: "Renewed at",
    verifiesUntil: "Verifies until",
    anchor: "Trusted by",
    delivery: "Delivery",
    records: "Records",
    parts: "Parts",
    compared: { same: "the same", different: "different", not_given: "not compared" },
    log: "Public log",
    logEntry: (v: { index: string; size: string }) => `entry ${v.index} of ${v.size}`,
    checks: "Checks",
    incomplete: "Incomplete: the delivery had not ended when this bundle was made.",
    unreadable: (v: { file: string }) => `${v.file} cannot be read.`,
    noTrust: "No anchors of trust were given (--trust): no provider can be recognised.",
  },
};
