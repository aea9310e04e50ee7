// Woorden in het Nederlands voor wie voor een bedrijfsaccount is uitgenodigd: eerste contact, aanvaarden, afslaan, en waarom een link niets opent.

import type { invitation as En } from "../en/invitation.ts";

export const invitation: typeof En = {
  title: (company) => `Uitnodiging van ${company}`,
  lead: (inviter, company) =>
    `${inviter} nodigt u uit voor het account van ${company} voor aangetekende zendingen.`,
  role: "Uw rol",
  company: "Onderneming",
  number: "Ondernemingsnummer",
  invitedAs: "Verstuurd naar",
  until: "Geldig tot en met",
  heldTitle: "Wat wij over u bewaren",
  held: {
    what: (email, role) =>
      `Uw e-mailadres (${email}) en de rol die voor u bedoeld is (${role}). Verder niets.`,
    from: (inviter, company, when) => `Van ${inviter} van ${company}, op ${when}.`,
    why: "Om u te vragen of u lid wilt worden. Grond: het gerechtvaardigd belang van de onderneming om haar mensen toegang te geven.",
    who: (provider) => `${provider} bewaart het. Buiten de beheerders van de onderneming ziet niemand het.`,
    howLong: (days) => `Doet u niets of slaat u het af, dan wordt het binnen ${days} dagen gewist.`,
    rights:
      "U kunt inzage, verbetering, wissing of beperking vragen, en bezwaar maken. Afslaan volstaat als bezwaar.",
    complaint:
      "U kunt klacht indienen bij de Gegevensbeschermingsautoriteit (Drukpersstraat 35, 1000 Brussel, gegevensbeschermingsautoriteit.be).",
    address: "Als lid geeft u geen postadres: leden van een onderneming hebben er bij ons geen.",
  },
  labels: {
    what: "Wat",
    from: "Van wie",
    why: "Waarom",
    who: "Wie bewaart het",
    howLong: "Hoe lang",
    rights: "Uw rechten",
    complaint: "Klacht",
  },
  asPerson: {
    title: "Als uzelf lid worden",
    as: (name, email) => `U bent aangemeld als ${name} (${email}).`,
    otherAddress: (invited) =>
      `De uitnodiging ging naar ${invited}, niet naar uw adres. U kunt toch lid worden; de beheerders krijgen een e-mail dat u het was.`,
    button: "Lid worden",
    otherPerson: "Bent u dit niet? Meld u dan eerst af.",
  },
  signIn: {
    title: "U hebt hier al een account",
    text: "Meld u aan; u komt vanzelf terug op deze pagina.",
    link: "Aanmelden",
  },
  anew: {
    title: "U bent hier nieuw",
    lead: (email) => `Uw adres wordt ${email}. Daarmee meldt u zich aan.`,
    firstNames: "Voornamen",
    familyName: "Familienaam",
    password: "Wachtwoord",
    again: "Wachtwoord, nog eens",
    accept: "Ik aanvaard de gebruiksvoorwaarden en heb de privacyverklaring gelezen",
    button: "Lid worden",
    addressKnown: "Dit adres heeft al een account. Meld u ermee aan en aanvaard dan de uitnodiging.",
    differs: "De twee wachtwoorden verschillen.",
    acceptMissing: "Vink dit aan om verder te gaan.",
  },
  decline: {
    title: "U wilt geen lid worden",
    text: "Wie u uitnodigde, krijgt bericht. U hebt hiervoor geen account nodig.",
    button: "Afslaan",
  },
  states: {
    joined: {
      title: (company) => `U bent nu lid van ${company}`,
      text: "U kunt meteen verder in dit account. Wat u hier al had, blijft zoals het is.",
    },
    accepted: {
      title: "Deze uitnodiging is aanvaard",
      text: "Ze werkt één keer. Was u het niet, vraag het dan aan wie u uitnodigde.",
    },
    declined: {
      title: "Deze uitnodiging is afgeslagen",
      text: "Wat wij over u bewaarden, wordt binnen 30 dagen gewist. Was het een vergissing, vraag dan een nieuwe uitnodiging.",
    },
    withdrawn: {
      title: "Deze uitnodiging is ingetrokken",
      text: "Ze opent niets meer. Vraag de onderneming als u denkt dat dit een vergissing is.",
    },
    replaced: {
      title: "Er is een nieuwere uitnodiging",
      text: "Een latere e-mail bevat een andere link. Open die.",
    },
    expired: {
      title: "Deze uitnodiging is verlopen",
      text: "Ze gold 14 dagen. Vraag de onderneming om ze opnieuw te versturen.",
    },
    closing: {
      title: "Dit account neemt nu niemand op",
      text: "Het account van de onderneming wordt gesloten of is nog niet open. U kunt geen lid worden.",
    },
    already_member: {
      title: "U bent al lid",
      text: "U bent aangemeld als lid van dit account. De uitnodiging is voor iemand die dat niet is.",
    },
    unknown: {
      title: "Wij kennen deze link niet",
      text: "Hij is niet volledig, of wat hij opende is er niet meer. Open de link in de laatste e-mail.",
    },
  },
  goOn: "Verder in dit account",
  home: "Naar de startpagina",
};
