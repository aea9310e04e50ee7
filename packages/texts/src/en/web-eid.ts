// Words of identification with an identity card in the browser, in English: what it needs, what the island says, why a card was refused.

export const webEid = {
  lead: "You need an identity card with its PIN, a card reader, and two programs on this computer.",
  needs: {
    title: "What this computer needs",
    card: "A card reader, and your eID or foreigner card.",
    middleware: "The eID software of the Belgian government.",
    extension: "The Web eID extension of your browser, with its program.",
    middlewareLink: "Install the eID software",
    extensionLink: "Install Web eID",
  },
  button: "Identify with eID",
  withoutScript:
    "An identity card can only be read where your browser runs JavaScript. Switch it on and reload this page.",
  island: {
    checking: "Looking for Web eID on this computer.",
    waiting: "Put your card in the reader and type your PIN in the window that opens.",
    sending: "Your card has answered. We are checking it.",
    extensionMissing: "Your browser does not have the Web eID extension. Install it, then reload this page.",
    programMissing:
      "The Web eID program is not on this computer, or it is too old. Install it, then try again.",
    cancelled: "You cancelled. Nothing was sent. You can try again.",
    timeout: "Your card did not answer in time. You can try again.",
    busy: "Another Web eID window is still open. Finish or close it, then try again.",
    wrongAddress:
      "This page was opened at an address for which cards cannot answer. Open it again from the link you received.",
    failed: "Your card could not be read. Check the reader and the card, then try again.",
  },
  /** By the code of the refusal. */
  refusals: {
    eid_token_malformed: "What your computer sent could not be read. Update Web eID, then try again.",
    eid_nonce_wrong: "This question to your card was answered before, or is too old. Please try again.",
    eid_signature_wrong: "The answer of your card is not right. Please try again.",
    eid_algorithm_refused:
      "Your card signs in a way that we cannot rely on. Use another way to identify yourself.",
    eid_certificate_expired:
      "The certificate on your card is no longer valid. Ask your municipality for a new card.",
    eid_certificate_not_yet_valid: "The certificate on your card is not valid yet.",
    eid_certificate_purpose:
      "Your card answered with its certificate for signatures. Choose the one for authentication.",
    eid_certificate_untrusted:
      "This card was not issued by an authority that we know. Use a Belgian eID or foreigner card.",
    eid_certificate_revoked: "This card was blocked. Contact your municipality, or DOC STOP.",
    eid_status_unknown:
      "The government’s service that tells whether a card is blocked does not answer. Try again in a few minutes.",
    eid_certificate_missing:
      "Your browser sent no certificate. Put your card in the reader, close the browser, and try again.",
    eid_no_legal_name: "Your card does not tell the name that we need. Use another way to identify yourself.",
  },
};
