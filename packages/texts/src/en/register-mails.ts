// What account holders and privacy officers are told by mail about subprocessors and breaches, in English.

export const registerMails = {
  kinds: {
    subprocessor_announced: {
      subject: "We are adding a subprocessor",
      happened:
        "We will hand personal data to another company for the service. You entrusted us with data, so we tell you before this takes effect.",
      after:
        "The whole list stands at the address above. If you object, tell us before that day; you can also close your account.",
      unasked: "You get this mail because you run an account with us, as the processor agreement provides.",
    },
    breach_told: {
      subject: "A security breach that concerns your messages",
      happened:
        "We have noticed a breach of security that concerns personal data you entrusted to us. You are their controller, so we tell you at once.",
      after:
        "Check whether you must tell the data protection authority within 72 hours, and the people concerned. Our privacy desk answers your questions; what we learn later follows at once.",
      unasked:
        "You get this mail because you run an account with us. We never ask for your password or a code by mail.",
    },
    breach_opened: {
      subject: "A breach was entered in the register",
      happened: "An entry was opened in the register of breaches. Its clocks run from the time below.",
      after: "Type the address of the back office in your browser yourself and sign in.",
      unasked: "You get this mail because you work at the privacy desk.",
    },
  },
  facts: {
    provider: "Company",
    purpose: "What for",
    country: "Established in",
    parent: "Ultimate parent",
    parent_country: "Parent established in",
    in_force: "From",
    override: "Established outside the European Economic Area because",
    short_notice: "Why at shorter notice",
    breach: "Entry",
    noticed: "Noticed on",
    breach_natures: "What is affected",
    breach_people: "Who is concerned",
    breach_data: "Which data",
    breach_persons: "How many people",
    breach_words: "What happened, what we do, what you can do",
  },
};
