// Words in English about closing an account, its countdown and the way back.

export const closing = {
  menu: "Close account",
  title: "Close this account",
  lead: "Closing ends sending at once. At most 45 days after it, the personal data of the account is erased.",
  exportFirst: {
    title: "First: take your data with you",
    text: "After the erasure nobody can bring it back: not you, not we. Export what you want to keep.",
    proofs: "Download the proofs of what you sent, too.",
    link: "To the export",
  },
  touches: {
    title: "What closing touches",
    running: "Deliveries on their way",
    drafts: "Drafts",
    draftsNote: "erased with the account",
    members: "Members",
    membersNote: "lose this account; what serves another membership stays",
    invitations: "Open invitations",
    invitationsNote: "are void at once",
    credits: "Unused credits",
    creditsNote: "paid back on request, within the countdown",
    evidence: "Evidence, log and invoices",
    evidenceNote: "stay until their own legal term ends",
    more: (count: string) => `${count} or more`,
  },
  running: {
    title: "Still on its way",
    lead: "Each of these is final by the day shown, whatever happens.",
    caption: "Deliveries on their way, the earliest end first",
    message: "Message",
    addressee: "Addressee",
    state: "State",
    finalBy: "Final by",
    letter: "a letter may still follow; closing now calls it off",
    further: "Further ones",
  },
  choose: {
    title: "When",
    legend: "When shall the account be closed?",
    whenFinal: "When the last delivery is final",
    whenFinalHint: "Nothing new can be sent. What is on its way runs to its end, letters included.",
    now: "Now",
    nowHint:
      "Letters not yet released for printing are called off, and their postage comes back. Time to collect runs on, and we send you the outcome by mail as long as we have your address.",
    go: "Continue",
  },
  confirm: {
    title: "Close the account",
    whenFinal: (name: string) =>
      `You are closing ${name}. Nothing can be sent from now on. When the last delivery is final, the countdown of at most 45 days begins.`,
    now: (name: string) =>
      `You are closing ${name} now. The countdown begins today; at its end the personal data is erased for good.`,
    wordLabel: (word: string) => `Type ${word} to confirm`,
    word: "CLOSE",
    submit: "Close the account",
    cancel: "Do not close",
  },
  state: {
    closingTitle: "This account is being closed",
    closing:
      "Nothing can be sent any more. The account is closed when the last delivery is final; then the countdown of at most 45 days begins.",
    closedTitle: "This account is closed",
    closed: (lastDay: string) =>
      `Until the end of ${lastDay} you can export your data, ask back unused credits and take the account back. On the day after it the personal data is erased.`,
    closedForUsers: (lastDay: string) =>
      `Until the end of ${lastDay} you can export your own data, and an administrator can take the account back. On the day after it the personal data is erased.`,
    falling: "The countdown is over: the account is being erased.",
    restricted:
      "Until then nothing else is possible here: no reading, no sending, no changing. What is on its way runs to its end.",
    askAdmin: "Only an administrator can take the account back.",
  },
  closeNow: {
    title: "Close now",
    text: "You need not wait for the last delivery.",
    link: "Close now instead",
  },
  undo: {
    title: "Take the account back",
    text: "Everything is then as before. Letters that were called off, credits that were asked back and invitations that are void do not return.",
    submit: "Take the account back",
  },
  refund: {
    title: "Unused credits",
    text: (credits: string) =>
      `${credits} can be paid back to the means by which they were bought. Credits held for deliveries on their way can be asked back when they are free.`,
    submit: "Ask for the refund",
    asked: (credits: string) => `The refund of ${credits} was asked for.`,
  },
  done: {
    closing: "The account is being closed. All members are told by mail.",
    closed: "The account is closed. All members are told by mail.",
    already: "The account was closed before.",
    reopened: "The account is open again. All members are told by mail.",
    not_closing: "The account is open.",
    too_late: "The countdown is over. The account can no longer be taken back.",
    number_taken:
      "Your company has registered another account meanwhile. This one can no longer be taken back.",
    asked: "The refund was asked for. You get a mail about it.",
    nothing_left: "There are no unused credits to pay back.",
    not_closed: "Credits are paid back once the account is closed.",
  },
  banner: {
    closing: "This account is being closed: nothing can be sent.",
    closed: (lastDay: string) => `This account is closed. It can be taken back until the end of ${lastDay}.`,
    link: "What this means",
  },
};
