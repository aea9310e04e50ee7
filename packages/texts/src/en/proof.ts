// Words of the PDF proofs, in English: titles, definitions, the track, what a proof does not prove, how to check it.

export const proof = {
  service: "Electronic registered delivery",
  status: {
    demonstration: "demonstration, not qualified",
    "non-qualified": "not qualified",
    qualified: "qualified",
    conditional: (v: { methods: string }) => `qualified only if collected with ${v.methods}`,
  },
  methods: { eid: "eID", itsme: "itsme" },
  or: " or ",
  legalEffect: {
    demonstration:
      "This delivery is a demonstration. It does not replace a registered letter that the law requires.",
    "non-qualified":
      "This delivery is not qualified. It does not replace a registered letter that the law requires.",
    qualified:
      "This delivery is qualified: the service that made it is a qualified electronic registered delivery service (eIDAS, article 44) and identified its addressee at level high.",
    conditional: (v: { methods: string }) =>
      `This delivery is qualified (eIDAS, article 44) only if it is collected with ${v.methods} at level high. Collected in another way it does not replace a registered letter that the law requires.`,
  },
  kinds: {
    proof_of_submission: {
      title: "Proof of submission",
      sentence: "This message was accepted for delivery to the addressee below.",
      whole: (v: { count: string; one: boolean }) =>
        v.one
          ? "This message was accepted for delivery to one addressee."
          : `This message was accepted for delivery to ${v.count} addressees, to each of them separately.`,
      when: "Accepted for delivery",
    },
    proof_of_notification: {
      title: "Proof of notification",
      sentence: "The addressee was sent a notice that a registered message is waiting.",
      sentenceUsed:
        "A holder of the notice used it to ask for identification. That proves that the notice arrived.",
      when: "Notified",
    },
    proof_of_non_notification: {
      title: "Proof of non-notification",
      sentence: "The addressee could not be notified at the addresses that the sender gave.",
      sentenceOurs:
        "The addressee could not be notified. The cause lies with the service, not with the addresses.",
      /** Where a later notice stands, or the addressee decided after all. */
      sentenceThen:
        "A notice to the addressee could not be delivered at the addresses given then. The addressee was reached afterwards: what followed is listed below.",
      when: "Established",
    },
    proof_of_collection: {
      title: "Proof of collection",
      identified: {
        handedOver:
          "This message was handed over to its addressee, who was identified before and accepted it.",
        madeAvailable:
          "This message was made available to its addressee, who was identified before and accepted it.",
      },
      codes: {
        handedOver:
          "This message was accepted by, and handed over to, a holder of the mailbox and the phone that the sender gave. Identity was not established.",
        madeAvailable:
          "This message was accepted by, and made available to, a holder of the mailbox and the phone that the sender gave. Identity was not established.",
      },
      when: "Accepted",
    },
    proof_of_refusal: {
      title: "Proof of refusal",
      identified: "The addressee, who was identified before, refused this message.",
      codes:
        "This message was refused by a holder of the mailbox and the phone that the sender gave. Identity was not established.",
      when: "Refused",
    },
    proof_of_expiry: {
      title: "Proof of expiry",
      sentence: "This message was offered and its addressee was notified. It was not collected in time.",
      when: "Expired",
    },
    proof_of_posting: {
      title: "Proof of posting",
      sentence: "This message was printed and handed to the postal operator as a registered letter.",
      sentenceOf: (v: { operator: string }) =>
        `This message was printed and handed to ${v.operator} as a registered letter.`,
      when: "Posted",
    },
    proof_of_post_outcome: {
      title: "Proof of postal outcome",
      sentence: "The postal operator has stated what became of the letter.",
      stated: (v: { source: string; outcome: string }) =>
        `${v.source} states about the letter: ${v.outcome}.`,
      silent: "The postal operator has not said in time what became of the letter.",
      failed: "The letter was not handed to the postal operator.",
      when: "Stated",
      whenOurs: "Established",
    },
  },
  brussels: (v: { offset: string }) => `(Brussels, ${v.offset})`,
  exactly: (v: { utc: string }) => `exactly ${v.utc} (UTC)`,
  terms: {
    operator: "Postal operator",
    statement: "Statement",
    madeAvailable: "Made available",
    handedOver: "Handed over",
    by: "By",
    sender: "Sent by",
    addressee: "Addressee",
    consent: "Consent",
    accepted: "Accepted for delivery",
    asked: "Identification asked",
    window: "Time to collect",
    letter: "If not collected",
    reasons: "Reason",
    subject: "Subject",
    message: "Message",
    delivery: "Delivery",
    evidence: "evidence",
  },
  bySomebody: {
    codes: "Possession of the mailbox and the phone that the sender gave; identity not established",
    codesFor: "For the organisation; person not identified",
    codesHow: (v: { when: string }) =>
      `Two one-time codes, one sent by e-mail and one by text message, were both typed correctly on ${v.when}.`,
    unnamed: "A person whose name stays with the service",
    member: (v: { member: string; organisation: string }) => `Member ${v.member} of ${v.organisation}`,
    identified: (v: { method: string }) => `identified with ${v.method}`,
    issuer: (v: { issuer: string }) => `issuer ${v.issuer}`,
    because: (v: { matched: string }) => `is the addressee by ${v.matched}`,
    becauseMember: (v: { matched: string }) => `acts for the addressee by ${v.matched}`,
    commitment: "Commitment to the identification record (SHA-256):",
  },
  matched: {
    "mailbox+phone": "possession of mailbox and phone",
    name: "name",
    "name+birth_date": "name and date of birth",
    register_number: "national register number",
    "member+enterprise_number": "membership of a company account verified for this enterprise number",
  },
  method: {
    password: "password",
    "password+totp": "password and one-time code",
    passkey: "passkey",
    codes: "two one-time codes",
    itsme: "itsme",
    eid: "identity card (eID)",
    api_key: "API key",
  },
  level: { low: "assurance low", substantial: "assurance substantial", high: "assurance high" },
  sender: {
    enterprise: (v: { number: string }) => `enterprise ${v.number}`,
    member: (v: { member: string }) => `by its member ${v.member}`,
    signedIn: (v: { method: string; when: string }) => `signed in with ${v.method} on ${v.when}`,
    identified: (v: { method: string; when: string }) => `identified with ${v.method} on ${v.when}`,
  },
  addressee: {
    attention: (v: { name: string }) => `for the attention of ${v.name}`,
    suppliedBySender: "Given by the sender; the service has not checked that they are right.",
    noMobile: "no mobile number",
  },
  consent: {
    clause: "by a clause in a contract",
    earlier_consent: "given earlier",
    registration: "by registering with this service",
    none_stated: "The sender stated none for these electronic addresses.",
    stated: (v: { basis: string }) => `Stated by the sender: ${v.basis}`,
    on: (v: { date: string }) => `on ${v.date}`,
    words: (v: { words: string }) => `“${v.words}”`,
  },
  asked: {
    codes: "two one-time codes, by e-mail and by text message, or something stronger",
    eid_or_itsme: "itsme or identity card (eID)",
  },
  window: {
    days: (v: { days: number }) =>
      v.days === 1
        ? "1 full calendar day, from the day after the notice"
        : `${v.days} full calendar days, from the day after the notice`,
    until: (v: { until: string }) => `${v.until} (Brussels time)`,
    deadline: (v: { deadline: string }) => `the first instant after it is ${v.deadline}`,
    finalBy: (v: { date: string }) => `final whatever happens by ${v.date}`,
  },
  letter: {
    yes: "The message is printed and posted as a registered letter.",
    no: "The message expires. No letter is sent.",
  },
  post: {
    item: "item",
    batch: (v: { batch: string }) => `batch ${v.batch}`,
    address: "to",
    pages: (v: { pages: string; one: boolean }) => (v.one ? "1 page" : `${v.pages} pages`),
    sheets: (v: { sheets: string; one: boolean }) => (v.one ? "1 sheet" : `${v.sheets} sheets`),
    printFile: "Print file as handed over, SHA-256:",
    receipt: "Receipt for the deposit, SHA-256:",
    report: "Report as received, SHA-256:",
    states: (v: { source: string; outcome: string }) => `${v.source} states: ${v.outcome}`,
    enteredByDesk: "Entered by our postal desk, not by the carrier himself.",
    words: (v: { words: string }) => `“${v.words}”`,
    outcome: {
      accepted: "taken in by the carrier",
      presented: "presented at the address",
      held: "held at the post office",
      delivered: "delivered",
      returned: "returned",
      other: "something else, in its own words",
      signed_proof: "the same once more, in a proof under its own seal",
    },
  },
  reason: {
    R_ERDS_Unreachable: "the addressee cannot be reached",
    R_ERDS_Malfunction: "a malfunction of the service",
    R_ERDS_PolicyViolation: "against the policy of the service",
    R_ERDS_NotIdentified: "not identified",
    UnknownRecipient: "addressee unknown",
    "own:window_passed": "the time to collect has passed",
    "own:addressee_refused": "the addressee refused",
    "own:after_window_before_printing": "after the window, before printing",
    "own:not_postable": "the letter cannot be posted",
    "own:called_off": "called off by the sender",
    "own:not_posted_in_time": "not posted in time",
    "own:broken_off": "the transfer was broken off",
    "own:attachment_refused": "an attachment is not admitted by the terms of the service",
    "own:content_damaged": "the content is damaged",
  },
  parts: {
    accepted: "What was accepted for delivery",
    offered: "What was offered",
    available: "What was made available",
    handedOver: "What was handed over",
    refused: "What was refused",
    part: "Part",
    asPrinted: (v: { pages: number }) =>
      v.pages === 1 ? "as printed: 1 page" : `as printed: ${v.pages} pages`,
    size: "Size",
    hash: "SHA-256",
  },
  deliveries: {
    title: "Addressees",
    addressee: "Addressee and addresses given by the sender",
    delivery: "Delivery and record",
  },
  track: {
    title: "What happened",
    event: {
      SubmissionAcceptance: "Accepted for delivery",
      SubmissionRejection: "Submission rejected",
      RelayAcceptance: "Relay accepted",
      RelayRejection: "Relay rejected",
      RelayFailure: "Relay failed",
      NotificationForAcceptance: "Notice sent",
      NotificationForAcceptanceFailure: "Notice failed",
      ConsignmentAcceptance: "Addressee accepted",
      ConsignmentRejection: "Addressee refused",
      AcceptanceRejectionExpiry: "Time to collect passed",
      NotificationDelivered: "Notice reached its destination",
      NotificationAccessTracking: "Notice used",
      ContentConsignment: "Content made available",
      ContentConsignmentFailure: "Content could not be made available",
      ConsignmentNotification: "Availability announced",
      ConsignmentNotificationFailure: "Availability could not be announced",
      ContentAccessTracking: "Part opened",
      ContentHandover: "Content handed over",
      ContentHandoverFailure: "Handover broken off",
      RelayToNonERDS: "Handed to the postal operator",
      RelayToNonERDSFailure: "Could not be handed to the postal operator",
      ReceivedFromNonERDS: "Received from the postal operator",
      AddresseeContactRepaired: "Sender corrected the addressee’s data",
      PostalAddressMended: "Sender corrected the postal address",
      SmsFailure: "Text message failed",
      SmsAnswer: "Answer about the text message",
      NotForMe: "Holder of the link, unidentified: “this is not for me”",
      WindowExtendedForOutage: "Time to collect extended after an outage of the service",
      Unreachable: "Addressee unreachable",
      LetterCalledOff: "Sender called the letter off",
      LetterToPrint: "Goes on as a registered letter",
      LetterReleased: "Released for printing",
      LetterPrinted: "Letter printed",
      CarrierStatement: "Statement of the postal operator",
      CarrierSilent: "No word from the postal operator",
    },
    reminder: (v: { number: number }) => `reminder ${v.number}`,
    round: (v: { round: number }) => `round ${v.round}`,
    corrected: (v: { fields: string }) => `Corrected: ${v.fields}`,
    field: { email: "e-mail address", mobile: "mobile number", name: "name" },
    openedWindow: "This use proved the notice and opened the time to collect.",
    extended: (v: { minutes: string; until: string }) =>
      `The service was out of reach for ${v.minutes} minutes. The time to collect now runs ${v.until}.`,
    printedAgain: "The letter fell out and is printed again.",
    accountClosed: "The sender’s account was closed.",
    correction: "The operator corrects an earlier statement.",
    afterFinal: "after the final state",
    channel: { email: "E-mail", sms: "Text message" },
    channelLine: (v: { channel: string; to: string; outcome: string }) =>
      `${v.channel} to ${v.to}: ${v.outcome}`,
    outcome: {
      accepted: "taken for delivery",
      refused: "refused",
      pending: "answer pending",
      not_tried: "not tried",
      delivered: "delivered",
      failed: "failed for good",
    },
    answer: (v: { answer: string }) => `answer: “${v.answer}”`,
    record: (v: { seq: string }) => `record ${v.seq}`,
    logEntry: (v: { entry: string }) => `log entry ${v.entry}`,
    notLogged: "not yet in the log",
    digest: "Under each record stands its value in the chain.",
    closed: (v: { records: string; head: string }) =>
      `The chain was closed at the final state with ${v.records} records (head ${v.head}).`,
    later: (v: { count: string; one: boolean }) =>
      v.one ? "One later record follows." : `${v.count} later records follow.`,
    open: "The delivery was not final when this proof was made: later records may follow.",
  },
  notProved: {
    title: "What this does not prove:",
    proof_of_submission:
      "That the addressee was notified, or that the message was delivered, read or understood.",
    proof_of_notification:
      "That the addressee saw the notice, or that the message was collected, read or understood.",
    proof_of_non_notification:
      "That the addressee does not exist or avoids delivery, or that the message cannot reach the addressee in another way.",
    proof_of_collection: "That the message was read or understood.",
    proof_of_refusal: "That the addressee knows what the message says, or why it was refused.",
    proof_of_expiry:
      "That the addressee received the message, saw the notice, or chose not to collect. The message did not come into the addressee’s hands.",
    /** Of an expiry after which a letter follows. */
    expiredWithLetter:
      "That the addressee received the message, saw the notice, or chose not to collect. The message went on as a registered letter: the proofs of the letter say what became of it.",
    proof_of_posting: "That the letter arrived, or that the addressee read or understood it.",
    proof_of_post_outcome:
      "That what the postal operator states is so: it is the operator’s statement, not a finding of this service. Nor that the addressee read or understood the letter.",
    postSilent:
      "That the letter arrived or did not arrive: the postal operator has stated nothing in time, and may still do so.",
    neverPosted:
      "That the addressee knew of the message, or that no letter could have reached the addressee: this one was never posted, for the reason that stands above.",
    codes: "Who typed the codes: whoever holds the mailbox and the phone can do so.",
    addresses:
      "E-mail address and mobile number were given by the sender. That they are the addressee’s is the sender’s statement.",
    addressesMailOnly:
      "The e-mail address was given by the sender. That it is the addressee’s is the sender’s statement.",
    unprintable:
      "Characters that this page cannot print stand as \ufffd. The attached evidence has them in full.",
  },
  seal: {
    title: "Sealed electronically",
    text: (v: { issuer: string; stamped: string }) =>
      `by ${v.issuer}. The evidence was time-stamped on ${v.stamped}.`,
    entry: (v: { entry: string }) => `Entry ${v.entry} of the public log.`,
    checkpoint: (v: { size: string; root: string }) =>
      `Checkpoint of ${v.size} entries, root ${v.root}; the proof of inclusion is attached.`,
    verifiesUntil: (v: { date: string }) => `Its timestamps verify without renewal until ${v.date}.`,
    attached: (v: { count: string; one: boolean }) =>
      v.one
        ? "The machine-readable evidence (ETSI EN 319 522) is attached to this file."
        : `The machine-readable evidence (ETSI EN 319 522) is attached to this file: ${v.count} records.`,
    unsealedPart: (v: { count: string; one: boolean }) =>
      v.one
        ? "One later record was still being sealed."
        : `${v.count} later records were still being sealed.`,
    policies: "Policies in force:",
  },
  check: {
    title: "Check this proof without us",
    drop: (v: { site: string }) =>
      `Drop this file on ${v.site}, or check it with software that is not ours: save it as proof.pdf; root.pem is the certificate of the issuer’s root. The SHA-256 of each part must be the one listed above.`,
    pdf: "The file is whole and its seal covers it; the seal goes to proof.pdf.sig0, the signed ranges are printed as [0\u00a0-\u00a0A],\u00a0[B\u00a0-\u00a0C]:",
    seal: "The seal belongs to these bytes and leads to the root (put in A, B and C):",
    xml: "The attached evidence is signed and unchanged; the same for every file:",
  },
  page: (v: { page: number; pages: number }) => `Page ${v.page} of ${v.pages}`,
  attachment: (v: { event: string; seq: string }) =>
    `Evidence (ETSI EN 319 522), record ${v.seq}: ${v.event}`,
  logAttachment: "Where each record stands in the public log (RFC 9162, C2SP)",
  twin: {
    note: "The same proof as a web page. It carries no seal of its own: before a court use the PDF.",
    skip: "Skip to the proof",
    files: "Attached to the PDF",
  },
  sealReason: "Proof of electronic registered delivery",
};
