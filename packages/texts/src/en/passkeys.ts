// Words of passkeys, in English: signing in, confirming, adding, renaming, removing, and what the browser's own dialogue leads to.

export const passkeys = {
  signIn: {
    title: "Passkey",
    lead: "With your fingerprint, your face or the PIN of your device. You type no address and no password.",
    button: "Sign in with a passkey",
    password: "E-mail address and password",
    refusedTitle: "The passkey was not accepted",
    refused:
      "This passkey does not open an account here, or it took too long. Try again, or sign in another way.",
    noAccount: "This passkey is yours, but you are no member of an account any more.",
    otherWays: "Sign in another way",
  },
  confirm: {
    button: "Confirm with a passkey",
    otherWays: "Confirm another way",
    refused: "The passkey was not accepted. Try again, or confirm another way.",
  },
  withoutScript: "Passkeys need JavaScript. Switch it on and reload this page, or use another way.",
  island: {
    asking: "One moment.",
    waiting: "Follow what your browser shows.",
    sending: "Your device has answered. We are checking it.",
    unsupported: "This browser does not know passkeys. Use another way, or a newer browser.",
    cancelled:
      "Nothing was sent. You cancelled, it took too long, or this device has no passkey for this site.",
    notMade: "No passkey was made. You cancelled, or it took too long. You can try again.",
    known: "This device already has a passkey for your account.",
    unfit:
      "This device cannot make a passkey that we can rely on. It needs a fingerprint, a face or a PIN. Set one up, or use another device.",
    wrongAddress:
      "This page was opened at an address for which passkeys cannot answer. Open it at the usual address of this site.",
    tooMany: "There were too many tries. Wait a few minutes.",
    ended: "This page was open for too long. Reload it, then try again.",
    failed: "That did not work. Please try again.",
  },
  page: {
    title: "Passkeys",
    lead: "A passkey signs you in with your fingerprint, your face or the PIN of your device. Nobody can guess it or coax it out of you.",
    summary: (count: number) => (count === 1 ? "You have 1 passkey." : `You have ${count} passkeys.`),
    manage: "Manage passkeys",
    add: "Add a passkey",
    emptyTitle: "You have no passkey yet",
    emptyText: "With one you sign in faster, and nobody else can sign in as you.",
    name: "Name",
    made: "Made",
    lastUse: "Last use",
    never: "not used yet",
    acts: "Rename or remove",
    rename: "Rename",
    renameOne: (name: string) => `Rename ${name}`,
    remove: "Remove",
    removeOne: (name: string) => `Remove ${name}`,
    backedUp: "Kept by your device maker or password manager too",
    oneDevice: "On one device only",
    suspected: "Blocked",
    suspectedText:
      "A copy of a blocked passkey may be in use, so it opens nothing any more. Add a new one, then remove the blocked one.",
    spare: "This passkey lives on one device only. Add another on a second device, in case you lose it.",
  },
  done: {
    added: "The passkey is added. You can sign in with it from now on.",
    renamed: "The passkey has its new name.",
    removed: "The passkey is removed. It opens nothing here any more.",
  },
  adding: {
    title: "Add a passkey",
    lead: "Your browser will ask where to keep it: on this device, on your phone, or on a security key.",
    hint: "So that you know later which device it is on.",
    button: "Make the passkey",
    refused: "The passkey could not be added. It took too long, or it is known already. Try again.",
    tooMany: "You have as many passkeys as an account can have. Remove one first.",
  },
  renaming: {
    title: "Rename a passkey",
    button: "Save name",
  },
  removing: {
    title: "Remove this passkey?",
    text: (name: string) => `“${name}” will open nothing here any more. We tell you by e-mail.`,
    alsoOnDevice:
      "Your device may go on offering it. Delete it there too, in the settings of your passwords.",
    sessions: "Where you are signed in now, you stay signed in.",
    sessionsLink: "See where you are signed in",
    button: "Remove",
    keep: "Keep it",
    last: "This is your only way to sign in, so it cannot be removed. Add another passkey or choose a password first.",
  },
};
