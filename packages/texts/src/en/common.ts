// Words that every site shares, in English: brand, language switch, legal status, buttons, forms, uploads.

export const common = {
  brand: "Posthorn",
  tagline: "Electronic registered delivery",
  languageNames: { nl: "Nederlands", fr: "Français", de: "Deutsch", en: "English" },
  languageSwitch: "Language",
  skipLink: "Skip to the content",
  pageTitle: (page: string) => `${page} · Posthorn`,
  pageTitleWithError: (page: string) => `Please check: ${page} · Posthorn`,
  /** What something is called, and what it is, on one line. */
  labelled: (v: { readonly label: string; readonly value: string }) => `${v.label}: ${v.value}`,
  menu: "Menu",
  mainNavigation: "Main menu",
  breadcrumbs: "You are here",
  brusselsTime: "Brussels time",
  /** What the provider may claim; every text with legal effect exists per status (eIDAS art. 43 and 44). */
  trust: {
    demonstration: {
      name: "Demonstration",
      line: "Demonstration: does not replace a registered letter that the law requires.",
    },
    "non-qualified": {
      name: "Not qualified",
      line: "Not a qualified service: does not replace a registered letter that the law requires.",
    },
    qualified: {
      name: "Qualified",
      line: "Qualified trust service. Whether one delivery is qualified depends on how its addressee is identified; the proof says so.",
    },
  },
  footer: {
    label: "About this service",
    times: "All times are Brussels time.",
  },
  buttons: {
    goOn: "Go on",
    back: "Back",
    send: "Send",
    save: "Save",
    cancel: "Cancel",
    change: "Change",
    remove: "Remove",
    add: "Add",
    search: "Search",
    filter: "Filter",
    clear: "Clear",
    retry: "Try again",
    download: "Download",
    confirm: "Confirm",
    close: "Close",
    signIn: "Sign in",
    signOut: "Sign out",
  },
  forms: {
    optional: "optional",
    errorPrefix: "Error:",
    /** Heading of the list of what is wrong, above the form. */
    summary: (count: number) =>
      count === 1 ? "One thing needs your attention" : `${count} things need your attention`,
  },
  pagination: {
    label: "Pages of this list",
    previous: "Previous page",
    next: "Next page",
  },
  /** Read out by screen readers where others see a filled, a ringed or an empty circle. */
  track: {
    done: "done",
    now: "now",
    next: "to come",
    failed: "failed",
  },
  progress: {
    ofTotal: (done: string, total: string) => `${done} of ${total}`,
    percent: (percent: number) => `${percent} %`,
  },
  upload: {
    drop: "Drop files here, or",
    choose: "choose them",
    chooseWithoutScript: "Choose files",
    limits: (files: number, total: string) => `up to ${files} files, ${total} together`,
    list: "Attachments",
    sendFiles: "Add these files",
    waiting: "waiting",
    hashing: "computing the digest",
    sending: (done: string, total: string, speed: string, rest: string) =>
      `${done} of ${total} · ${speed} · ${rest} left`,
    perSecond: (size: string) => `${size}/s`,
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `${count} min`,
    checking: "being checked",
    done: "arrived whole",
    cancelled: "cancelled",
    failed: "The file did not arrive. Check your connection and try again.",
    tooLarge: (max: string) => `This file is too large. The limit is ${max} for one file.`,
    empty: "This file is empty.",
    wait: "Wait until all files have arrived.",
    retry: "Try again",
    cancel: "Cancel",
    remove: "Remove",
    announceDone: (name: string) => `${name} has arrived.`,
    announceFailed: (name: string) => `${name} did not arrive.`,
  },
  draft: {
    keptAt: (time: string) => `Draft kept ${time}`,
    keeping: "Keeping the draft",
    notKept: "The draft could not be kept. We go on trying.",
  },
  live: {
    updatesItself: "This page updates itself.",
    updated: "The page was updated.",
    reload: "Reload the page",
    lost: "The connection is gone. Reload the page to see the latest.",
  },
  countdown: {
    over: "You can do this now.",
  },
  /** Six digits; the space is for reading only. */
  codeHint: "6 digits",
  yes: "Yes",
  no: "No",
  none: "none",
};
