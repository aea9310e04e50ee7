// Woorden om zich op het portaal te identificeren, in het Nederlands.

import type { identify as En } from "../en/identify.ts";

export const identify: typeof En = {
  title: "Toon wie u bent",
  lead: "Wie een aangetekende zending verstuurt, moet met zekerheid gekend zijn. U toont dat één keer, met itsme of uw identiteitskaart.",
  why: {
    title: "Waarom we dit vragen",
    law: "De Europese wet vraagt dat een dienst voor aangetekende bezorging elke afzender met hoge zekerheid kent (eIDAS, artikel 44).",
    kept: "Wat itsme of uw kaart ons meedeelt, wordt verzegeld bewaard. Geadresseerden zien uw naam, de manier en de dag, nooit uw rijksregisternummer of geboortedatum.",
  },
  expected: (name) => `We kennen u als ${name}. De naam bij itsme of op uw kaart moet dezelfde zijn.`,
  ways: {
    title: "Kies een manier",
    again: "Toon het opnieuw, of voeg een manier toe",
    itsme: {
      title: "itsme",
      text: "Met de app op uw telefoon. Duurt een minuut.",
      button: "Verder met itsme",
    },
    card: {
      title: "Identiteitskaart",
      text: "Met een kaartlezer en uw pincode, op deze computer. Belgische eID of vreemdelingenkaart.",
      button: "Verder met een identiteitskaart",
    },
    none: "Er is hier geen manier ingesteld om u te identificeren. Kom later terug.",
  },
  done: {
    activated: "U bent geïdentificeerd. U kunt nu aangetekende zendingen versturen.",
    again: "U bent opnieuw geïdentificeerd. Verder is er niets veranderd.",
    linked: "U bent geïdentificeerd, en kunt zich voortaan ook zo aanmelden.",
    name_changed: "Uw naam is gewijzigd. Nieuwe zendingen en hun bewijzen tonen die.",
    unlinked: "Deze manier om aan te melden is verwijderd.",
  },
  compose: "Een zending opstellen",
  failures: {
    name_differs: {
      title: "De naam is een andere",
      happened: (name) =>
        `itsme of uw kaart toonde een naam die niet die van uw account is: ${name}. U bent niet geïdentificeerd, en we hebben er niets van bewaard.`,
      private:
        "Gebruikte u de itsme of kaart van iemand anders? Begin dan opnieuw met die van uzelf. Is de naam van uw account fout gespeld? Verbeter die dan eerst hieronder.",
      company:
        "Gebruikte u de itsme of kaart van iemand anders? Begin dan opnieuw met die van uzelf. Is de naam van uw account fout? Vraag een beheerder van uw onderneming om die te verbeteren.",
      again:
        "Gebruikte u de itsme of kaart van iemand anders? Begin dan opnieuw met die van uzelf. Is uw naam veranderd? Gebruik dan de manier van vroeger: die toont dat u dezelfde persoon bent.",
    },
    of_another: {
      title: "Dit kan niet aan uw account gekoppeld worden",
      happened:
        "Deze itsme of kaart kan niet voor uw account dienen, omdat ze elders gekoppeld is. Er is niets veranderd.",
      next: "Gebruik een andere manier, of meld u aan bij het account waaraan u ze koppelde en verwijder ze daar.",
    },
    unlinked: {
      title: "Hiermee opent geen account",
      happened: "Deze itsme of identiteitskaart is niet aan een account gekoppeld. U bent niet aangemeld.",
      next: "Meld u op een andere manier aan. Open dan “Aanmelden en beveiliging” en koppel daar itsme of uw kaart.",
    },
    not_confirmed: {
      title: "Dit bevestigde niet dat u het bent",
      happened: "Deze itsme of identiteitskaart is niet een die u aan uw account hebt gekoppeld.",
      next: "Gebruik die welke u koppelde, of bevestig op een andere manier.",
    },
  },
  correct: {
    title: "Verbeter uw naam",
    lead: "Schrijf hem zoals hij op uw identiteitskaart staat. U kunt hem hier wijzigen tot u geïdentificeerd bent.",
    firstNames: "Voornamen",
    familyName: "Familienaam",
    button: "Naam bewaren",
    done: "De naam is bewaard. Toon nu wie u bent.",
  },
  name: {
    title: "Uw naam is veranderd",
    lead: "U bent dezelfde persoon als voordien, en uw naam is nu een andere.",
    before: "In uw account",
    now: "Zonet getoond",
    effect: "Nieuwe zendingen tonen de nieuwe naam. Wat eerder verstuurd is, behoudt de oude.",
    button: "Nieuwe naam overnemen",
    keep: "Nu niet",
  },
  card: {
    title: "Identiteitskaart",
    leadSignIn: "Meld u aan met uw kaart.",
    lead: "Toon met uw kaart wie u bent.",
    other: "Kies een andere manier",
  },
  signIn: {
    or: "Of meld u aan met",
    itsme: "itsme",
    card: "Identiteitskaart",
    title: "Aanmelden met itsme of een kaart",
    back: "Op een andere manier aanmelden",
  },
  confirm: { or: "Bevestig met" },
  notes: {
    toIdentify: "Toon wie u bent",
    ended: (day) => `Uw identificatie was geldig tot en met ${day}.`,
    endedText:
      "Toon opnieuw wie u bent voor u de volgende zending verstuurt. Ontwerpen blijven zoals ze zijn.",
    ending: (day) => `Uw identificatie is geldig tot en met ${day}.`,
    endingText: "Toon voor die dag opnieuw wie u bent, zodat geen zending hoeft te wachten.",
  },
  security: {
    title: "Identificatie",
    none: "U bent nog niet geïdentificeerd. Tot dan kunt u niets versturen.",
    by: "Met",
    when: "Op",
    level: "Betrouwbaarheidsniveau",
    until: "Geldig tot en met",
    levels: { low: "laag", substantial: "substantieel", high: "hoog" },
    noLevel: "geen volgens eIDAS",
    methods: { itsme: "itsme", eid: "Identiteitskaart" },
    linked: "Wat uw account opent",
    linkedLead: "Hiermee kunt u zich ook aanmelden.",
    nothing: "Nog geen itsme en geen kaart opent uw account.",
    since: (day) => `gekoppeld op ${day}`,
    lastUse: (day) => `laatst gebruikt op ${day}`,
    unlink: "Verwijderen",
    unlinkOne: (name) => `${name} verwijderen`,
    again: "Opnieuw identificeren of een manier toevoegen",
    first: "Toon wie u bent",
    last: "Dit is de enige weg naar uw account. Stel eerst een andere in.",
  },
};
