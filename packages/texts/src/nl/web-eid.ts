// Woorden voor identificatie met een identiteitskaart in de browser, in het Nederlands.

import type { webEid as En } from "../en/web-eid.ts";

export const webEid: typeof En = {
  lead: "U hebt uw identiteitskaart met pincode nodig, een kaartlezer, en twee programma’s op deze computer.",
  needs: {
    title: "Wat deze computer nodig heeft",
    card: "Een kaartlezer, en uw eID of vreemdelingenkaart.",
    middleware: "De eID-software van de Belgische overheid.",
    extension: "De Web eID-extensie van uw browser, met het bijbehorende programma.",
    middlewareLink: "eID-software installeren",
    extensionLink: "Web eID installeren",
  },
  button: "Identificeren met eID",
  withoutScript:
    "Een identiteitskaart kan alleen gelezen worden als uw browser JavaScript uitvoert. Zet het aan en laad deze pagina opnieuw.",
  island: {
    checking: "We zoeken Web eID op deze computer.",
    waiting: "Steek uw kaart in de lezer en typ uw pincode in het venster dat opengaat.",
    sending: "Uw kaart heeft geantwoord. We controleren haar.",
    extensionMissing: "Uw browser heeft de Web eID-extensie niet. Installeer ze en laad deze pagina opnieuw.",
    programMissing:
      "Het programma Web eID staat niet op deze computer, of is te oud. Installeer het en probeer opnieuw.",
    cancelled: "U hebt geannuleerd. Er is niets verstuurd. U kunt opnieuw proberen.",
    timeout: "Uw kaart antwoordde niet op tijd. U kunt opnieuw proberen.",
    busy: "Er staat nog een ander venster van Web eID open. Rond het af of sluit het, en probeer opnieuw.",
    wrongAddress:
      "Deze pagina is geopend op een adres waarvoor kaarten niet kunnen antwoorden. Open ze opnieuw via de link die u kreeg.",
    failed: "Uw kaart kon niet gelezen worden. Controleer de lezer en de kaart, en probeer opnieuw.",
  },
  refusals: {
    eid_token_malformed:
      "Wat uw computer stuurde, kon niet gelezen worden. Werk Web eID bij en probeer opnieuw.",
    eid_nonce_wrong: "Deze vraag aan uw kaart is al beantwoord, of te oud. Probeer opnieuw.",
    eid_signature_wrong: "Het antwoord van uw kaart klopt niet. Probeer opnieuw.",
    eid_algorithm_refused:
      "Uw kaart tekent op een manier waarop we niet kunnen vertrouwen. Identificeer u op een andere manier.",
    eid_certificate_expired:
      "Het certificaat op uw kaart is niet meer geldig. Vraag uw gemeente om een nieuwe kaart.",
    eid_certificate_not_yet_valid: "Het certificaat op uw kaart is nog niet geldig.",
    eid_certificate_purpose:
      "Uw kaart antwoordde met haar certificaat voor handtekeningen. Kies dat voor authenticatie.",
    eid_certificate_untrusted:
      "Deze kaart is niet uitgegeven door een instantie die we kennen. Gebruik een Belgische eID of vreemdelingenkaart.",
    eid_certificate_revoked: "Deze kaart is geblokkeerd. Neem contact op met uw gemeente, of met DOC STOP.",
    eid_status_unknown:
      "De overheidsdienst die zegt of een kaart geblokkeerd is, antwoordt niet. Probeer het over enkele minuten opnieuw.",
    eid_certificate_missing:
      "Uw browser stuurde geen certificaat. Steek uw kaart in de lezer, sluit de browser, en probeer opnieuw.",
    eid_no_legal_name:
      "Uw kaart vermeldt niet de naam die we nodig hebben. Identificeer u op een andere manier.",
  },
};
