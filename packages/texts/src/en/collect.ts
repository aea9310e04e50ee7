// Words of the collect site in English: notice, codes, decision, message, and every page that would otherwise be a dead end.

/** What a page about a closed delivery says. */
export interface ClosedText {
  readonly title: string;
  readonly happened: string;
  readonly next: string;
}

export const collect = {
  from: "From",
  for: "For",
  /** Where the account is named only once the message is accepted; `ask` stands in sentences like “ask … to send it again”. */
  hiddenSender: {
    name: "A sender whose name you see once you accept",
    line: "The sender chose this. The proofs name the sender in every case.",
    ask: "the sender",
  },
  /** After "Ghent · ". */
  identifiedBy: { itsme: "identified by itsme", eid: "identified by identity card", other: "identified" },
  notYetAccepting: "Going on does not yet mean accepting. You choose on the next page.",
  backToNotice: "Back to the notice",
  typeCheckCode: "Type a check code",
  home: {
    title: "Collect a registered message",
    lead: "Type the check code of your notice. It stands in the e-mail and in the SMS, and it is the same in both.",
    label: "Check code",
    hint: "12 letters and digits, such as K7QM-4RTX-92VB. Capitals, spaces and dashes make no difference.",
    button: "Go on",
    safety: "We never ask for a password, a PIN or a bank card number.",
  },
  unknownLink: {
    title: "This link opens nothing",
    happened:
      "The link is not complete, a newer notice has replaced it because the sender mended your address, or the time for which we keep the message and its evidence is over.",
    next: "Open the link in the latest mail from us, or type the check code that stands in it.",
  },
  closedDoor: {
    title: "Please open your notice again",
    happened:
      "This browser has no open notice. For your safety we close it after some hours, and we need cookies for it.",
    next: "Open the link in the mail once more, or type the check code that stands in it.",
  },
  sessionEnded:
    "An hour has passed, so your way in has closed. Start again below to go on. Nothing was changed.",
  notice: {
    title: "A registered message for you",
    titleOrganisation: "A registered message for your organisation",
    whatIs:
      "A registered message is the electronic form of a registered letter. Who sends it gets a proof of what was offered to you, and of what you chose.",
    until: (until: string) => `You need not accept it. You can collect it ${until}.`,
    untilNotSet: (days: number) =>
      `You need not accept it. From today you have ${days} full days, today not counted.`,
    afterWindow:
      "The last day has passed, but the letter is not yet printed. You can still collect the message here. Refusing is no longer possible.",
    follows: "What follows",
    ifAccept: "If you accept",
    ifRefuse: "If you refuse",
    ifNothing: "If you do nothing",
    accepting:
      "You read the message at once and can keep it. The sender gets a proof that you collected it, with day and hour.",
    refusing:
      "You do not get to see the message. The sender gets a proof that you refused it. In law, refusing can have the same effect as receiving.",
    nothing: (day: string) =>
      `After ${day} the message can no longer be collected. The sender gets a proof that it was offered to you. That too can have effects in law.`,
    nothingLetter: (day: string, postedBy: string) =>
      `After ${day} the message is printed and comes by post as a registered letter. It is posted at the latest on ${postedBy}.`,
    nothingUnaddressed:
      "The message then comes by post as a registered letter, provided that the sender still gives a usable postal address. Otherwise it ends, and the sender gets a proof that it was offered to you. That too can have effects in law.",
    nothingLetterNotSet: "The message is then printed and comes by post as a registered letter.",
    nothingLetterSoon: (postedBy: string) =>
      `The message is printed soon and comes by post as a registered letter. It is posted at the latest on ${postedBy}.`,
    lastDay: "the last day",
    twoCodes: (email: string, mobile: string) =>
      `We send you two codes: one by e-mail to ${email}, one by SMS to ${mobile}.`,
    send: "Send me two codes",
    notForMe: "This is not for me",
    genuine: "Is this genuine?",
  },
  codes: {
    title: "Type the two codes",
    sent: "The two codes are on their way. They are valid for ten minutes.",
    email: (masked: string) => `Code from the e-mail to ${masked}`,
    sms: (masked: string) => `Code from the SMS to ${masked}`,
    button: "Go on",
    resend: "Send new codes",
    resendIn: "New codes in {time}",
    nothingArrived: "Did nothing arrive?",
    help: "Look in the folder for unwanted mail. An SMS can take a minute. New codes replace the earlier ones.",
    wrongHelp: "Each pair works for ten minutes, for five tries and once. If in doubt, ask for new codes.",
    tooMany: (duration: string) =>
      `Five pairs of codes an hour is the limit. You can ask for new ones in ${duration}.`,
  },
  decide: {
    title: "Accept or refuse",
    lead: "You typed both codes. Choose now what happens with this message.",
    accept: "Accept",
    acceptButton: "Accept and read",
    refuse: "Refuse",
    refuseButton: "Refuse the message",
    later: "Not now",
    laterText: (until: string) =>
      `You may also close this page and choose later, ${until}. You then ask for two new codes.`,
    worth: "What the proof will say",
    possession:
      "The proof says that somebody with access to this mailbox and this phone chose. It does not establish identity.",
    changed: "This page changed since you opened it. Please read it again, then choose.",
    refusingClosed:
      "The last day has passed, so the message can no longer be refused. You can still accept it.",
  },
  wait: {
    title: "One moment",
    happened: (time: string) => `You accepted on ${time}. This counts, however long the next step takes.`,
    next: "An independent authority now puts a timestamp on it. Then the message opens by itself, usually within a second.",
    reload: "If this page stands still, reload it.",
    reloadButton: "Reload",
  },
  damaged: {
    title: "We cannot open the message now",
    happened:
      "Before you accept we check that we can hand over every part. One part does not open. Nothing was changed: you have accepted nothing.",
    next: "This is our fault, and we were told. Try again later. You can also choose to refuse or to wait.",
  },
  failed: {
    title: "The message cannot be handed over",
    happened: (time: string) =>
      `You accepted on ${time}. After that a part of the message turned out to be lost with us.`,
    next: (sender: string) =>
      `The evidence says so, and that the cause is ours. Ask ${sender} to send the message again.`,
  },
  message: {
    title: "Your registered message",
    collected: (time: string) => `You collected this message on ${time}.`,
    files: "Files",
    filesLead: "Exactly these bytes were sent, and the proof names them.",
    messageText: "the message above, as text",
    fingerprint: "Fingerprint (SHA-256)",
    download: "Download",
    downloadAll: "Download all as one zip file",
    keptTitle: "Keep what you need",
    kept: (until: string) =>
      `You can open this message here ${until}, each time with two codes. Download it if you want to keep it longer.`,
    proofTitle: "Your copy of the proof",
    proof: (email: string) => `We mail you the proof of collection, to ${email}, as soon as it is sealed.`,
    proofAgain: "Send it once more",
    proofAsked: "The copy is on its way to your mailbox.",
    leave: "Close this message",
    left: "You closed the message. To open it again, start again below.",
    zipName: "registered-message",
  },
  collectedBefore: {
    title: "This message was collected",
    happened: (time: string) => `It was accepted on ${time}. The sender has been told.`,
    next: (until: string) => `If that was you, you can open it again ${until}, with two new codes.`,
    over: (until: string) =>
      `It could be opened again ${until}. The content was erased. The copy of the proof in your mailbox stays valid.`,
    notYou:
      "Was it not you? Somebody with access to both your mailbox and your phone did it. Tell the sender at once.",
  },
  closed: {
    refused: (time: string): ClosedText => ({
      title: "This message was refused",
      happened: `It was refused on ${time}. The sender got the proof of it. The message can no longer be opened.`,
      next: "Do you want to know what it said after all? Ask the sender. No letter follows.",
    }),
    expired: (lastDay: string): ClosedText => ({
      title: "This message can no longer be collected",
      happened: `Its last day was ${lastDay}. The sender got a proof that it was offered to you and not collected.`,
      next: "Ask the sender what it said, or to send it again. A term may be running: do not wait.",
    }),
    /** The letter that was to follow was called off, or could not be posted. */
    notPosted: (lastDay: string): ClosedText => ({
      title: "No letter will come",
      happened: `The last day to collect this message was ${lastDay}. It was to come by post after that, but it was not posted. It can no longer be opened here.`,
      next: "Ask the sender what it said, or to send it again. A term may be running: do not wait.",
    }),
    unreachable: (time: string): ClosedText => ({
      title: "This delivery has ended",
      happened: `No notice of it could be delivered in time, so it ended on ${time}. The sender has been told.`,
      next: "Ask the sender to send the message again to an address that works.",
    }),
    letter: (postedBy: string): ClosedText => ({
      title: "The letter is on its way",
      happened: `The message was not collected in time. It is being printed and comes by post as a registered letter, posted at the latest on ${postedBy}. It can no longer be opened here.`,
      next: "You need do nothing now. The letter holds the whole message with its attachments. Accept it from the postman, or collect it at the post office with your identity card.",
    }),
    posted: (operator: string, time: string): ClosedText => ({
      title: "The letter is on its way",
      happened: `The message was not collected in time. It was posted as a registered letter on ${time}. It can no longer be opened here.`,
      next: `Accept the letter from the postman, or collect it at the post office with your identity card. Ask ${operator} where it is.`,
    }),
    delivered: (operator: string): ClosedText => ({
      title: "The letter has come",
      happened: `The message was not collected in time and came by post as a registered letter. ${operator} states that it was delivered.`,
      next: `Did you not get it? Ask ${operator}, or ask the sender what it said.`,
    }),
    returned: (operator: string): ClosedText => ({
      title: "The letter went back",
      happened: `The message was not collected in time and was sent by post as a registered letter. ${operator} states that it went back.`,
      next: "Ask the sender what it said, or to send it again. A term may be running: do not wait.",
    }),
    /** The carrier never said what became of it. */
    unheard: (operator: string, time: string): ClosedText => ({
      title: "The letter was posted",
      happened: `The message was not collected in time. It was posted as a registered letter on ${time}. ${operator} has not stated what became of it.`,
      next: `Did you not get it? Ask ${operator} where it is, or ask the sender what it said. A term may be running: do not wait.`,
    }),
    /** In place of the carrier's name. */
    post: "the post",
    item: "Number of the letter",
    waits: (): ClosedText => ({
      title: "One minute, please",
      happened:
        "The last day has just passed. We are booking that now, and until then nothing can be chosen.",
      next: "Open this page again in a minute. As long as the letter is not printed you can still accept.",
    }),
    again: "Try again",
  },
  notForMe: {
    title: "This is not for me",
    lead: (addressee: string) => `This notice is meant for ${addressee}. If that is not you, tell us.`,
    effects: [
      "We tell the sender that somebody with this link says so.",
      "This address gets no more reminders.",
      "The message stays closed, and stays open to its addressee until its last day.",
    ],
    notRefusing: "This neither accepts nor refuses anything.",
    confirm: "This is not for me: tell the sender",
    doneTitle: "We told the sender",
    done: "Thank you. You get no more reminders of this message. You need not do anything else, and you can delete the mail.",
  },
  genuine: {
    title: "Is this genuine?",
    lead: "Be careful with links in mails. You can check this notice without trusting it.",
    steps: (address: string): readonly string[] => [
      `Type the address yourself: ${address}`,
      "Type the check code there. It stands in the mail and in the SMS, and it must be the same in both.",
      "You then see the same sender and the same last day as in the notice. If not, it is not from us.",
    ],
    /** Before the code itself. */
    codeIs: "You opened this notice with this check code:",
    never:
      "We never ask for a password, a PIN or a bank card number. The two codes are typed on this site only: never tell them to anybody, not even by phone.",
    askSender: (sender: string) =>
      `In doubt, call ${sender} on a number that you know, not on one from the mail.`,
  },
};
