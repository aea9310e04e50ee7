// Words in English about the inbox of a registered addressee.

export const inbox = {
  menu: "Received",
  title: "Received",
  lead: "Registered messages to you. Opening one shows its notice; you then choose whether to accept it.",
  caption: "Registered messages to you, newest first",
  from: "From",
  received: "Received",
  state: "State",
  readable: "Can be read",
  /** As the addressee sees them; short enough for a pill. */
  states: {
    accepted: "Waiting for you",
    notified: "Waiting for you",
    notice_failed: "Waiting for you",
    collected: "Accepted",
    refused: "Refused",
    expired: "Not collected in time",
    unreachable: "Ended",
    to_print: "Comes by post soon",
    printed: "Comes by post",
    posted: "Comes by post",
    post_delivered: "Came by post",
    post_returned: "Letter went back",
    post_unknown: "Sent by post",
    post_failed: "Ended",
  },
  until: "until",
  noLonger: "no longer",
  emptyTitle: "No registered messages yet",
  emptyText:
    "A message comes here when it is sent to the e-mail address of your account and to the name that itsme or your identity card gives. You also get the notice by e-mail.",
  identify: "Show who you are",
  identifyFirst: "Nothing can come here yet: first show who you are, with itsme or your identity card.",
  decideKept: (days: string) =>
    `Once accepted you can read it here for ${days} days, as your account is set.`,
  messageKept: (days: string) => `Your account keeps what you accepted for ${days} days.`,
};
