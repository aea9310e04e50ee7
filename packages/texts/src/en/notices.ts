// Words of mails and text messages: notice, reminder, codes, copy of the proof, and what the sender is told.

export const notices = {
  addressee: "For",
  sender: "From",
  /** In place of the name of a sender who is named only once the message is accepted: within a sentence, and as its first words. */
  hiddenSender: {
    within: "a sender whose name you see once you accept",
    first: "A sender whose name you see once you accept",
  },
  or: "or",
  button: "Go to the registered message",
  senderButton: "Go to the delivery",
  choice: "You need not accept it. Following the link is not accepting: you choose on the page.",
  doNothingLetter: (v: { postedBy: string }) =>
    `If you do nothing, the message is then printed and sent to you by post as a registered letter. It is posted at the latest on ${v.postedBy}.`,
  /** A letter is to follow, and there is no address yet that one can go to. */
  doNothingUnaddressed:
    "If you do nothing, the message is then sent to you by post as a registered letter, provided that the sender still gives a usable postal address. Otherwise it expires, and the sender receives proof that it was offered to you and not collected.",
  doNothingProof:
    "If you do nothing, the message expires. The sender then receives proof that it was offered to you and not collected.",
  codesNeeded:
    "To read it you type two codes: one that we send to this e-mail address and one that we send to your mobile phone.",
  identityNeeded: "To read it you identify yourself with itsme or with your identity card (eID).",
  check: (v: { checkUrl: string }) =>
    `You would rather not follow a link? Go to ${v.checkUrl} yourself and type this check code:`,
  checkSms: "The same check code stands in the text message that we send you.",
  noPassword: "We never ask for a password, a PIN or a bank card number.",
  notForMe: (v: { addressee: string }) =>
    `Are you not ${v.addressee}? Say so on the page. You need not identify yourself for that.`,
  why: (v: { sender: string }) =>
    `You receive this e-mail because ${v.sender} gave this address as the addressee's.`,
  automatic: "This e-mail was sent automatically. Nobody reads replies to it.",
  trust: {
    demonstration:
      "This is a demonstration. It has no legal effect and does not replace a registered letter that the law requires.",
    nonQualified:
      "This electronic registered message does not replace a registered letter that the law requires.",
    qualified: (v: { methods: string }) =>
      `This delivery is qualified (eIDAS, article 44) only if it is collected with ${v.methods}. Collected in another way it does not replace a registered letter that the law requires.`,
    methods: { eid: "an identity card (eID)", itsme: "itsme" },
  },
  notice: {
    subject: (v: { addressee: string; sender: string }) =>
      `Registered message for ${v.addressee} from ${v.sender}`,
    heading: "A registered message for you",
    intro: (v: { sender: string; service: string }) =>
      `${v.sender} has sent you an electronic registered message through ${v.service}. It is waiting for you.`,
    window: (v: { until: string; days: number }) =>
      `You can collect or refuse it until the end of ${v.until}, Brussels time. ${
        v.days === 1 ? "That is one full day, tomorrow." : `That is ${v.days} full days from tomorrow.`
      }`,
  },
  reminder: {
    subject: (v: { addressee: string; sender: string }) =>
      `Reminder: registered message for ${v.addressee} from ${v.sender}`,
    heading: "Your registered message is still waiting",
    intro: (v: { sender: string; service: string }) =>
      `${v.sender} sent you an electronic registered message through ${v.service}. You have not yet collected or refused it.`,
    window: (v: { until: string }) =>
      `You can collect or refuse it until the end of ${v.until}, Brussels time.`,
  },
  code: {
    subject: (v: { sender: string }) => `Your code for the registered message from ${v.sender}`,
    heading: "Your code from the e-mail",
    intro: "Type this code on the page that asks for it, together with the code from the text message.",
    valid: (v: { minutes: number }) => `It is valid for ${v.minutes} minutes and works once.`,
    keep: "Give it to nobody. We never ask for it by phone or by e-mail.",
    belongs: (v: { checkCode: string }) =>
      `It belongs to the registered message with check code ${v.checkCode}.`,
    notYou: "You did not ask for a code? Then you need do nothing.",
  },
  contentReady: {
    subject: (v: { sender: string }) => `Your proof of collection of the registered message from ${v.sender}`,
    heading: "You collected a registered message",
    intro: (v: { sender: string; at: string }) =>
      `You accepted the registered message from ${v.sender} on ${v.at}.`,
    attached:
      "Your proof of collection is attached to this e-mail. Keep it. Anyone can check it, without us too.",
    again: (v: { until: string }) =>
      `You can read the message and its attachments again until the end of ${v.until}, with the same identification.`,
  },
  senderFailed: {
    answer: "The answer we received",
    reference: "Delivery",
    mail: {
      subject: (v: { addressee: string }) => `Not delivered: the notice to ${v.addressee}`,
      heading: "The notice could not be delivered",
      what: (v: { addressee: string; address: string }) =>
        `The e-mail to ${v.addressee} (${v.address}) was refused or came back. No collection period is running.`,
      repair: (v: { until: string }) =>
        `You can correct the e-mail address, the mobile number or the name once, until ${v.until}. A new notice then goes out and a full collection period starts.`,
    },
    sms: {
      subject: (v: { addressee: string }) => `Not delivered: the text message to ${v.addressee}`,
      heading: "The text message could not be delivered",
      what: (v: { addressee: string; address: string }) =>
        `The text message to ${v.addressee} (${v.address}) was not delivered.`,
      stands: "The notice by e-mail stands and no date changes.",
      repair:
        "You can correct the mobile number once. The notice then goes out again and a full collection period starts.",
    },
    reminder: {
      subject: (v: { addressee: string }) => `Not delivered: a reminder to ${v.addressee}`,
      heading: "A reminder could not be delivered",
      what: (v: { addressee: string; address: string }) =>
        `A reminder to ${v.addressee} (${v.address}) was not delivered. The notice stands and no date changes.`,
    },
    otherwiseLetter: "If nothing is corrected, the message is printed and posted as a registered letter.",
    otherwiseProof:
      "If nothing is corrected, the delivery ends as unreachable and you receive proof of what was tried.",
  },
  senderFinal: {
    proof: "The proof can be downloaded from the page of the delivery.",
    proofAttached:
      "Your account is closed: the proof is attached. Keep it, we cannot send it again after the account is erased.",
    letter: (v: { postedBy: string | null }) =>
      v.postedBy === null
        ? "The message is now printed and sent by post as a registered letter. You can follow it on the page of the delivery."
        : `The message is now printed and posted as a registered letter, at the latest on ${v.postedBy}. Until it is released for printing the addressee can still collect it, and you can call it off.`,
    collected: {
      subject: (v: { addressee: string }) => `Collected: your registered message to ${v.addressee}`,
      heading: "Your registered message was collected",
      what: (v: { addressee: string; at: string }) =>
        `Your registered message to ${v.addressee} was collected on ${v.at}.`,
    },
    refused: {
      subject: (v: { addressee: string }) => `Refused: your registered message to ${v.addressee}`,
      heading: "Your registered message was refused",
      what: (v: { addressee: string; at: string }) =>
        `Your registered message to ${v.addressee} was refused on ${v.at}.`,
    },
    expired: {
      subject: (v: { addressee: string }) => `Not collected: your registered message to ${v.addressee}`,
      heading: "Your registered message was not collected",
      what: (v: { addressee: string; until: string }) =>
        `${v.addressee} was notified and could collect your registered message until the end of ${v.until}. That did not happen.`,
    },
    unreachable: {
      subject: (v: { addressee: string }) => `Unreachable: your registered message to ${v.addressee}`,
      heading: "The addressee could not be reached",
      what: (v: { addressee: string; at: string }) =>
        `No notice to ${v.addressee} could be delivered. The electronic delivery ended on ${v.at}. Its credit has been given back.`,
    },
    letterDelivered: {
      subject: (v: { addressee: string }) => `Delivered: your registered letter to ${v.addressee}`,
      heading: "Your registered letter was delivered",
      what: (v: { addressee: string; at: string; carrier: string }) =>
        `${v.carrier} states that the registered letter to ${v.addressee} was delivered on ${v.at}.`,
    },
    letterReturned: {
      subject: (v: { addressee: string }) => `Returned: your registered letter to ${v.addressee}`,
      heading: "Your registered letter came back",
      what: (v: { addressee: string; at: string; carrier: string }) =>
        `${v.carrier} states that the registered letter to ${v.addressee} was returned on ${v.at}.`,
    },
    letterUnknown: {
      subject: (v: { addressee: string }) => `No answer: your registered letter to ${v.addressee}`,
      heading: "The carrier has not said what became of your letter",
      what: (v: { addressee: string; at: string }) =>
        `The registered letter to ${v.addressee} was posted. The carrier has not said in time, by ${v.at}, what became of it. What it may still say is added.`,
    },
    letterCalledOff: {
      subject: (v: { addressee: string }) => `Called off: your registered letter to ${v.addressee}`,
      heading: "Your registered letter was called off",
      what: (v: { addressee: string; at: string }) =>
        `The registered letter to ${v.addressee} was called off on ${v.at}, before it was printed. The delivery has ended and the postage was given back.`,
    },
    letterNotPostable: {
      subject: (v: { addressee: string }) => `Not posted: your registered letter to ${v.addressee}`,
      heading: "Your registered letter could not be posted",
      what: (v: { addressee: string; at: string }) =>
        `No letter could go to the postal address of ${v.addressee}. The delivery ended on ${v.at} and the postage was given back.`,
    },
    letterLate: {
      subject: (v: { addressee: string }) => `Not posted: your registered letter to ${v.addressee}`,
      heading: "Your registered letter was not posted in time",
      what: (v: { addressee: string; at: string }) =>
        `The registered letter to ${v.addressee} was not posted within ten working days. The delivery ended on ${v.at} and the postage was given back.`,
    },
  },
  senderPosted: {
    subject: (v: { addressee: string }) => `Posted: your registered letter to ${v.addressee}`,
    heading: "Your registered letter was posted",
    what: (v: { addressee: string; at: string; carrier: string }) =>
      `Your registered message to ${v.addressee} was not collected online. It was handed over to ${v.carrier} as a registered letter on ${v.at}.`,
    item: "Number of the letter",
    followed: (v: { carrier: string }) =>
      `What ${v.carrier} states about it is shown on the page of the delivery.`,
    proof: "The proof of posting can be downloaded there.",
  },
  senderCorrected: {
    subject: (v: { addressee: string }) => `News of your registered letter to ${v.addressee}`,
    heading: "The carrier states something new about your letter",
    delivered: (v: { addressee: string; at: string; carrier: string }) =>
      `${v.carrier} now states that the registered letter to ${v.addressee} was delivered on ${v.at}.`,
    returned: (v: { addressee: string; at: string; carrier: string }) =>
      `${v.carrier} now states that the registered letter to ${v.addressee} was returned on ${v.at}.`,
    stays:
      "This statement is added to the evidence. What was recorded before stays, and so does the day on which the delivery ended.",
  },
  senderAddress: {
    subject: (v: { addressee: string }) => `Address needed: your registered message to ${v.addressee}`,
    heading: "We need a postal address",
    follows: (v: { addressee: string; until: string }) =>
      `${v.addressee} has until the end of ${v.until} to collect your registered message. After that it is to become a registered letter, and no letter can go out yet:`,
    soon: (v: { addressee: string }) =>
      `Your registered message to ${v.addressee} is to become a registered letter if nobody collects it, and no letter can go out yet:`,
    waits: (v: { addressee: string }) =>
      `Your registered message to ${v.addressee} was not collected and is to go by post. No letter can go out yet:`,
    problems: {
      missing: "you gave no postal address.",
      incomplete: "something is missing in the postal address.",
      unknown: "the post does not know this address.",
      not_served: "we send no letters to this country.",
      unreadable: "the post cannot read this address. It needs Latin letters.",
      other: "the address does not fit on a letter, or the post cannot use it.",
    },
    address: "The address as it stands",
    mend: (v: { until: string }) => `You can mend the address until the end of ${v.until}.`,
    mendSoon: "You can mend the address until the letter is released for printing.",
    otherwise:
      "If you do not, no letter is posted. The delivery then ends without one, and you get the postage back.",
    button: "Mend the address",
  },
  senderNotForMe: {
    subject: (v: { addressee: string }) => `“Not for me”: your registered message to ${v.addressee}`,
    heading: "Somebody states that the message is not for them",
    what: (v: { addressee: string; address: string }) =>
      `Whoever holds the link of the notice to ${v.addressee} (${v.address}) stated that the message is not for them. We did not identify that person. No date changes, and no more reminders go to this address.`,
  },
  senderMismatch: {
    subject: (v: { addressee: string }) =>
      `Somebody else identified themselves: your registered message to ${v.addressee}`,
    heading: "Somebody identified themselves and is not the addressee",
    what: (v: { addressee: string; at: string }) =>
      `On ${v.at} somebody with the notice to ${v.addressee} identified themselves with itsme or an identity card. What we compared does not fit:`,
    /** By the field that failed. */
    fields: {
      name: "the name is not the one you gave.",
      birth_date: "the date of birth is not the one you gave, or is not known.",
      register_number: "the national register number is not the one you gave, or is not known.",
      not_a_member: "the person is not a member of a verified account of this organisation.",
    },
    untold: "Who it was we may not tell. The message stayed closed, and no date changed.",
    codesOpen: "The addressee can still collect the message with the two codes.",
    mend: "Did you misspell the name? You can mend it on the page of this delivery.",
    sendAgain:
      "Was what you gave wrong? It can no longer be changed for this delivery. Send the message again with the right data.",
    register:
      "The organisation can register with us and have its enterprise number verified. Its members can then collect the message.",
  },
  extended: {
    subjectForSender: (v: { addressee: string }) => `More time: your registered message to ${v.addressee}`,
    subjectForAddressee: (v: { addressee: string; sender: string }) =>
      `More time: registered message for ${v.addressee} from ${v.sender}`,
    heading: "The collection period is longer",
    what: (v: { minutes: number; between: { from: string; to: string } | null; until: string }) =>
      `Our site could not be reached for ${v.minutes} minutes of the last day${v.between ? `, between ${v.between.from} and ${v.between.to}` : ""}. The message can now be collected or refused until the end of ${v.until}, Brussels time.`,
  },
  /** To the addressee: the letter that was to follow was called off. */
  calledOff: {
    subject: (v: { addressee: string }) => `No letter by post: registered message for ${v.addressee}`,
    heading: "No letter comes by post",
    what: "The sender has called off the registered letter that was to follow. None comes by post.",
    open: (v: { until: string }) =>
      `You can still collect or refuse the message until the end of ${v.until}, Brussels time.`,
    ended: "The message can no longer be collected either. You need do nothing.",
  },
  sms: {
    notice: (v: { addressee: string; sender: string; until: string; checkUrl: string; checkCode: string }) =>
      `${v.addressee}: registered message from ${v.sender}. Collect or refuse it until the end of ${v.until}: ${v.checkUrl} check code ${v.checkCode}. More in your e-mail.`,
    reminder: (v: {
      addressee: string;
      sender: string;
      until: string;
      checkUrl: string;
      checkCode: string;
    }) =>
      `Reminder for ${v.addressee}: registered message from ${v.sender}. Collect or refuse it until the end of ${v.until}: ${v.checkUrl} check code ${v.checkCode}.`,
    code: (v: { code: string; sender: string; minutes: number }) =>
      `${v.code} is your code for the registered message from ${v.sender}. Valid for ${v.minutes} minutes. Give it to nobody.`,
    unnamedAddressee: "Addressee",
    unnamedSender: "the sender",
    /** Never cut: at most 45 characters. */
    hiddenSender: "a sender you see after accepting",
  },
};
