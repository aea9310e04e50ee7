// What people are told by mail about their requests, in English; kinds and facts of the mails to account holders.

export const rightsMails = {
  kinds: {
    rights_letter: { subject: "About your request", happened: "You get an answer of our privacy desk." },
    rights_code: {
      subject: "Your code",
      happened:
        "You, or somebody who gave this address, made a request about personal data. This code shows that the address is yours.",
      after: "It is good for 15 minutes. Type it on the page where you made the request.",
      unasked:
        "If you have not made a request, do nothing: without the code nothing goes on. We never ask for a code by telephone.",
    },
    rights_code_letter: {
      subject: "Your letter about your data: show that it is you",
      happened:
        "You, or somebody in your name, wrote to us about your personal data. This code shows that it is you.",
      after:
        "Open the link and type the code. The month for our answer begins then. You can send a copy of your identity card by post instead.",
      button: "Type the code",
      unasked:
        "If you have not written to us, do nothing: without the code nothing goes on. We never ask for a code by telephone.",
    },
    rights_sender_reminded: {
      subject: "Three days left to decide about a request",
      happened:
        "A person to whom you sent a registered message asks for his rights, and you have not decided yet.",
      after:
        "Type the address of the portal in your browser yourself, sign in and open “Requests” in your account. If you say nothing, we tell the person that you were asked and have not answered.",
      unasked: "You get this mail because you administer the account that sent the messages.",
    },
    rights_received: {
      subject: "We have your request",
      happened: "Your request about your data is in and complete.",
      after:
        "You find it in the portal, under “My data”, “Your requests”. There you can take it back as long as it is not answered. You can complain to the Belgian data protection authority (Gegevensbeschermingsautoriteit) at any time.",
    },
    restriction_placed: {
      subject: "The processing of your data is restricted",
      happened:
        "You asked us to restrict the processing of your data. It began at once: we keep your data and do nothing else with it. You cannot send meanwhile.",
      after:
        "You lift it in the portal, under “My data”, “Your requests”. Our privacy desk confirms it within a month. You can complain to the Belgian data protection authority (Gegevensbeschermingsautoriteit) at any time.",
    },
    restriction_lifted: {
      subject: "The restriction of your data is lifted",
      happened: "The restriction of the processing of your data was lifted. Everything goes on as before.",
    },
    rights_received_link: {
      subject: "We have your request",
      happened: "Your request about your data is complete: we know that it is you who asks.",
      after:
        "The link shows where it stands, and lets you take it back as long as it is not answered. You can complain to the Belgian data protection authority (Gegevensbeschermingsautoriteit) at any time.",
      button: "Where it stands",
      unasked: "You get this mail because somebody who has shown who he is made a request with this address.",
    },
    rights_needs_authority: {
      subject: "We have your request, and need your authority",
      happened: "We know who asks. You ask on behalf of somebody else.",
      after:
        "Send us a copy of your authority by letter, with the number of the request. The month for our answer begins once we have seen it. You can complain to the Belgian data protection authority (Gegevensbeschermingsautoriteit) at any time.",
      button: "Where it stands",
      unasked: "You get this mail because somebody who has shown who he is made a request with this address.",
    },
    rights_asked_of_sender: {
      subject: "Somebody asks for his rights about what you sent",
      happened:
        "A person to whom you sent a registered message asks for his rights. You are the controller of what you entrusted to us, so you decide.",
      after:
        "Type the address of the portal in your browser yourself, sign in and open “Requests” in your account. There you see which letters it is about, and grant, refuse, or say that you answer yourself.",
      unasked: "You get this mail because you administer the account that sent the messages.",
    },
  },
  facts: {
    request: "Number of the request",
    right: "What is asked",
    answer_by: "Answer by the end of",
    decide_by: "Decide by the end of",
  },
};
