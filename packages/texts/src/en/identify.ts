// Words of identifying oneself on the portal, in English: before one can send, again, to sign in, and the card among the means of sign-in.

export const identify = {
  title: "Show who you are",
  lead: "Whoever sends a registered message must be known for certain. You show it once, with itsme or your identity card.",
  why: {
    title: "Why we ask",
    law: "European law asks a service for registered delivery to know each sender with high confidence (eIDAS, article 44).",
    kept: "What itsme or your card tells us is kept sealed. Addressees see your name, the way and the day, never your register number or date of birth.",
  },
  expected: (name: string) => `We know you as ${name}. The name at itsme or on your card must be the same.`,
  ways: {
    title: "Choose a way",
    again: "Show it again, or add another way",
    itsme: {
      title: "itsme",
      text: "With the app on your phone. Takes a minute.",
      button: "Go on with itsme",
    },
    card: {
      title: "Identity card",
      text: "With a card reader and your PIN, on this computer. Belgian eID or foreigner card.",
      button: "Go on with an identity card",
    },
    none: "No way to identify yourself is set up here. Please come back later.",
  },
  done: {
    activated: "You are identified. You can send registered messages now.",
    again: "You have been identified again. Nothing else has changed.",
    linked: "You are identified, and can sign in this way from now on.",
    name_changed: "Your name has been changed. New messages and their proofs show it.",
    unlinked: "This way of signing in is removed.",
  },
  compose: "Write a message",
  failures: {
    name_differs: {
      title: "The name is another one",
      happened: (name: string) =>
        `itsme or your card showed a name that is not the one of your account: ${name}. You were not identified, and we kept nothing of it.`,
      private:
        "Did you use the itsme or card of somebody else? Then start again with your own. Is the name of your account misspelled? Correct it below first.",
      company:
        "Did you use the itsme or card of somebody else? Then start again with your own. Is the name of your account wrong? Ask an administrator of your company to correct it.",
      again:
        "Did you use the itsme or card of somebody else? Then start again with your own. Has your name changed? Then use the way that you used before: it shows that you are the same person.",
    },
    of_another: {
      title: "This cannot be linked to your account",
      happened:
        "This itsme or card cannot be used for your account, because it is linked elsewhere. Nothing was changed.",
      next: "Use another way, or sign in to the account where you linked it and remove it there.",
    },
    unlinked: {
      title: "No account opens with this",
      happened: "This itsme or identity card is not linked to an account. You are not signed in.",
      next: "Sign in another way. Then open “Sign-in and security” and link itsme or your card there.",
    },
    not_confirmed: {
      title: "This did not confirm that it is you",
      happened: "This itsme or identity card is not one that you have linked to your account.",
      next: "Use the one that you linked, or confirm in another way.",
    },
  },
  correct: {
    title: "Correct your name",
    lead: "Write it as it stands on your identity card. You can change it here until you are identified.",
    firstNames: "First names",
    familyName: "Family name",
    button: "Save the name",
    done: "The name is saved. Now show who you are.",
  },
  name: {
    title: "Your name has changed",
    lead: "You are the same person as before, and your name is another one now.",
    before: "In your account",
    now: "Shown just now",
    effect: "New messages will show the new name. What was sent before keeps the old one.",
    button: "Take over the new name",
    keep: "Not now",
  },
  card: {
    title: "Identity card",
    leadSignIn: "Sign in with your card.",
    lead: "Show who you are with your card.",
    other: "Choose another way",
  },
  signIn: {
    or: "Or sign in with",
    itsme: "itsme",
    card: "Identity card",
    title: "Sign in with itsme or a card",
    back: "Sign in another way",
  },
  confirm: { or: "Confirm with" },
  notes: {
    toIdentify: "Show who you are",
    ended: (day: string) => `Your identification was good until ${day}.`,
    endedText: "Show who you are again before you send the next message. Drafts stay as they are.",
    ending: (day: string) => `Your identification is good until ${day}.`,
    endingText: "Show who you are again before that day, so that sending is never held up.",
  },
  security: {
    title: "Identification",
    none: "You are not identified yet. Until then you cannot send.",
    by: "By",
    when: "On",
    level: "Level of assurance",
    until: "Good until",
    levels: { low: "low", substantial: "substantial", high: "high" },
    noLevel: "none under eIDAS",
    methods: { itsme: "itsme", eid: "Identity card" },
    linked: "What opens your account",
    linkedLead: "With these you can also sign in.",
    nothing: "No itsme and no card opens your account yet.",
    since: (day: string) => `linked on ${day}`,
    lastUse: (day: string) => `last used on ${day}`,
    unlink: "Remove",
    unlinkOne: (name: string) => `Remove ${name}`,
    again: "Identify again or add a way",
    first: "Show who you are",
    last: "This is the only way into your account. Set up another one first.",
  },
};
