// What went wrong and what can be done, in Dutch.

import type { errors as En } from "../en/errors.ts";

export const errors: typeof En = {
  page: {
    reference: (id) => `Kenmerk voor onze hulpdienst: ${id}`,
    home: "Naar de startpagina",
    again: "Probeer opnieuw",
    waitFor: (duration) => `U kunt opnieuw proberen over ${duration}.`,
  },
  kinds: {
    bad_request: {
      title: "We konden dat niet lezen",
      happened: "Wat hier aankwam, is niet volledig of heeft niet de verwachte vorm. Er is niets gewijzigd.",
      next: "Ga terug, kijk na wat u hebt ingevuld en probeer opnieuw.",
    },
    unauthenticated: {
      title: "Meld u eerst aan",
      happened: "Deze pagina is er alleen voor wie aangemeld is.",
      next: "Meld u aan en open de pagina opnieuw.",
    },
    forbidden: {
      title: "U mag dit niet doen",
      happened: "Uw account heeft geen recht op deze pagina of deze handeling. Er is niets gewijzigd.",
      next: "Vraag het aan een beheerder van uw account als u dat recht zou moeten hebben.",
    },
    not_found: {
      title: "Deze pagina is er niet",
      happened: "Het adres klopt niet, of wat er stond, bestaat niet meer.",
      next: "Kijk het adres na, of begin bij de startpagina.",
    },
    conflict: {
      title: "Dit kan nu niet",
      happened: "Er is intussen iets veranderd, waardoor uw vraag niet meer past. Er is niets gewijzigd.",
      next: "Open de pagina opnieuw om te zien hoe het ervoor staat.",
    },
    too_large: {
      title: "Dat is te groot",
      happened: "Wat u stuurde, is groter dan wij kunnen aannemen. Er is niets van bewaard.",
      next: "Stuur minder of kleinere bestanden.",
    },
    too_many: {
      title: "Dat was te vaak",
      happened: "Er waren te veel pogingen in korte tijd, daarom wachten we even. Dat beschermt u en anderen.",
      next: "Wacht en probeer dan opnieuw.",
    },
    unavailable: {
      title: "Dit lukt op dit moment niet",
      happened: "Een deel van onze dienst antwoordt niet. Wat eerder is aangenomen, is veilig.",
      next: "Probeer het over enkele minuten opnieuw.",
    },
    internal: {
      title: "Er ging iets mis bij ons",
      happened: "Dit is onze fout, niet de uwe. Het is vastgelegd en we onderzoeken het.",
      next: "Probeer opnieuw. Gebeurt het nog eens, geef ons dan het kenmerk hieronder.",
    },
  },
  codes: {
    csrf_failed: {
      title: "Dit formulier stond te lang open",
      happened: "We konden niet met zekerheid zien dat u dit formulier zelf verstuurde. Er is niets gewijzigd.",
      next: "Ga terug, laad de pagina opnieuw en verstuur het formulier nog eens. Uw browser moet cookies van deze site aanvaarden.",
    },
    upload_broken_off: {
      title: "Het opladen brak af",
      happened: "De verbinding eindigde voor alles was aangekomen. Er is niets van bewaard.",
      next: "Kijk uw verbinding na en stuur het opnieuw.",
    },
    digest_mismatch: {
      title: "Het bestand is onderweg veranderd",
      happened: "Wat aankwam, is niet byte voor byte gelijk aan wat u stuurde. Het is niet bewaard.",
      next: "Stuur het bestand opnieuw.",
    },
    session_ended: {
      title: "U bent afgemeld",
      happened: "U was een tijd niet actief, daarom hebben we de sessie beëindigd.",
      next: "Meld u opnieuw aan. Uw ontwerpen zijn bewaard.",
    },
    proof_being_sealed: {
      title: "Het bewijs wordt verzegeld",
      happened: "De handeling is vastgelegd. Het bewijs krijgt nu een zegel en een tijdstempel; dat duurt meestal een seconde.",
      next: "Open deze pagina over een ogenblik opnieuw.",
    },
  },
  fields: {
    required: () => "Vul dit in.",
    choose: () => "Maak een keuze.",
    invalid: () => "Kijk na wat u hebt ingevuld.",
    too_short: (p) => `Gebruik minstens ${p["min"] ?? ""} tekens.`,
    too_long: (p) => `Gebruik hoogstens ${p["max"] ?? ""} tekens.`,
    out_of_range: (p) => `Geef een getal van ${p["min"] ?? ""} tot ${p["max"] ?? ""}.`,
    email_invalid: () => "Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.be.",
    mobile_invalid: () => "Dit is geen mobiel nummer. Het ziet eruit als +32 470 12 34 56.",
    mobile_too_short: (p) => (Number(p["missing"]) === 1 ? "Er ontbreekt één cijfer." : `Er ontbreken ${p["missing"] ?? ""} cijfers.`),
    mobile_required: () => "Ophalen met codes vraagt een mobiel nummer.",
    date_invalid: () => "Dit is geen datum.",
    postcode_invalid: () => "Een Belgische postcode heeft vier cijfers, van 1000 tot 9999.",
    enterprise_number_invalid: () => "Dit is geen geldig ondernemingsnummer. Het heeft tien cijfers en begint met 0 of 1.",
    control_characters: () => "Hier staat een regeleinde of een ander teken dat niet kan.",
    identical_addressee: () => "Deze geadresseerde staat al in de lijst.",
    own_address: () => "Dit is uw eigen adres. U kunt uzelf geen aangetekende zending sturen.",
    code_wrong: () => "De twee codes kloppen niet. Kijk ze allebei na.",
  },
};
