// What account holders and privacy officers are told by mail about subprocessors and breaches, in Dutch.

import type { registerMails as En } from "../en/register-mails.ts";

export const registerMails: typeof En = {
  kinds: {
    subprocessor_announced: {
      subject: "Wij voegen een subverwerker toe",
      happened:
        "Voor de dienst geven wij binnenkort persoonsgegevens aan nog een onderneming door. U vertrouwde ons gegevens toe, daarom laten wij het u weten voor het ingaat.",
      after:
        "De volledige lijst staat op het adres hierboven. Hebt u bezwaar, laat het ons dan voor die dag weten; u kunt ook uw account sluiten.",
      unasked:
        "U krijgt deze mail omdat u bij ons een account beheert, zoals de verwerkersovereenkomst bepaalt.",
    },
    breach_told: {
      subject: "Een inbreuk op de beveiliging die uw zendingen betreft",
      happened:
        "Wij stelden een inbreuk op de beveiliging vast die persoonsgegevens betreft die u ons toevertrouwde. U bent daarvoor de verwerkingsverantwoordelijke, daarom laten wij het u meteen weten.",
      after:
        "Ga na of u dit binnen 72 uur aan de Gegevensbeschermingsautoriteit moet melden, en aan de betrokkenen. Onze privacydienst antwoordt op uw vragen; wat wij nog vernemen, volgt meteen.",
      unasked:
        "U krijgt deze mail omdat u bij ons een account beheert. Wij vragen nooit per mail naar uw wachtwoord of een code.",
    },
    breach_opened: {
      subject: "Een inbreuk staat in het register",
      happened:
        "In het register van inbreuken is een dossier geopend. De termijnen lopen vanaf het tijdstip hieronder.",
      after: "Typ zelf het adres van de backoffice in uw browser en meld u aan.",
      unasked: "U krijgt deze mail omdat u bij de privacydienst werkt.",
    },
  },
  facts: {
    provider: "Onderneming",
    purpose: "Waarvoor",
    country: "Gevestigd in",
    parent: "Uiteindelijke moeder",
    parent_country: "Moeder gevestigd in",
    in_force: "Vanaf",
    override: "Buiten de Europese Economische Ruimte gevestigd, omdat",
    short_notice: "Waarom op kortere termijn",
    breach: "Dossier",
    noticed: "Vastgesteld op",
    breach_natures: "Wat is aangetast",
    breach_people: "Wie is betrokken",
    breach_data: "Welke gegevens",
    breach_persons: "Hoeveel mensen",
    breach_words: "Wat er gebeurde, wat wij doen, wat u kunt doen",
  },
};
