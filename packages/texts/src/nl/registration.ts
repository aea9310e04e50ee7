// Words in Dutch about registering a private person or a company.

import type { registration as En } from "../en/registration.ts";
import { companyApplication } from "./company-application.ts";

export const registration: typeof En = {
  menu: "Registreren",
  title: "Registreren",
  lead: "U krijgt eerst een e-mail met een link. Er wordt niets aangemaakt voordat u die geopend hebt.",
  haveAccount: "Hebt u al een account?",
  signIn: "Aanmelden",
  noAccount: "Nog geen account?",
  chooseTitle: "Wie gaat versturen?",
  kinds: {
    private: "Ik, als privépersoon",
    privateHint: "U verstuurt en ontvangt aangetekende zendingen in uw eigen naam.",
    company: "Een onderneming, een vereniging of een overheid",
    companyHint:
      "U doet er een aanvraag voor. Onze medewerkers controleren het ondernemingsnummer en wie ervoor mag optreden.",
  },
  goOn: "Verder",
  change: "Wijzigen",
  you: "Over u",
  nameHint: "Zoals op uw identiteitskaart: itsme of de kaart wordt ermee vergeleken.",
  firstNames: "Voornamen",
  familyName: "Familienaam",
  email: "E-mailadres",
  emailHint: "U meldt zich ermee aan, en alle berichten gaan ernaartoe.",
  language: "Taal",
  address: "Postadres",
  addressHint: "In België of in het buitenland. Brieven die terugkomen, gaan ernaartoe.",
  noAddress:
    "Uw eigen postadres vragen wij niet: van leden van een onderneming wordt er geen bewaard. De zetel van de onderneming komt later.",
  street: "Straat",
  number: "Nummer",
  box: "Bus",
  postcode: "Postcode",
  town: "Gemeente",
  country: "Land",
  agree: "Waarmee u instemt",
  terms: "Ik aanvaard de gebruiksvoorwaarden.",
  privacy: "Ik heb de privacyverklaring gelezen.",
  electronic: "Ik wil aangetekende zendingen elektronisch ontvangen.",
  electronicHint:
    "Niet nodig voor een account. U kunt dit op elk moment intrekken. Lees wat eruit volgt voordat u aanvinkt.",
  version: (name: string, version: string) => `${name}, versie ${version}`,
  opensNew: "opent in een nieuw venster",
  submit: "Stuur mij de link",
  sent: {
    title: "Wij hebben een e-mail gestuurd",
    text: "Open de e-mail en volg de link binnen 24 uur, in deze browser of in een andere.",
    nothing: "Na enkele minuten nog geen e-mail?",
    hints: [
      "Kijk in de map met ongewenste e-mail.",
      "Kijk na of u het adres juist getypt hebt. Zo niet, registreer opnieuw.",
      "Hoort het adres al bij een account, dan zegt de e-mail dat en staat er geen link in.",
    ],
    again: "Opnieuw registreren",
  },
  confirm: {
    title: "Bevestig en kies een wachtwoord",
    lead: "Dit wordt aangemaakt. Er is nog niets aangemaakt.",
    facts: "Uw account",
    kind: "Soort",
    kinds: { private: "Privéaccount", company: "Account van een onderneming, nog goed te keuren" },
    name: "Naam",
    agreed: "U stemde in met",
    password: "Wachtwoord",
    make: "Account aanmaken",
    effectPrivate: "U bent dan aangemeld, en toont daarna met itsme of een identiteitskaart wie u bent.",
    effectCompany:
      "U bent dan aangemeld, en doet daarna de aanvraag voor uw onderneming. Er kan niets verstuurd worden voordat ze goedgekeurd is.",
    mistake: "Klopt hier iets niet? Druk dan niet op de knop, en registreer opnieuw met de juiste gegevens.",
  },
  link: {
    used: {
      title: "Deze link is al gebruikt",
      text: "Hij werkt één keer. Was u het, dan bestaat uw account: meld u aan met het wachtwoord dat u koos.",
    },
    expired: {
      title: "Deze link is te oud",
      text: "Hij werkte 24 uur. Er is geen account aangemaakt. Registreer opnieuw om een andere te krijgen.",
    },
    unknown: {
      title: "Deze link opent niets",
      text: "Misschien ontbreekt een deel van het adres. Kopieer de volledige link uit de e-mail, of registreer opnieuw.",
    },
    taken: {
      title: "Dit adres heeft al een account",
      text: "Het werd op een andere manier geregistreerd nadat de e-mail verstuurd was. Meld u aan, of registreer met een ander adres.",
    },
    register: "Opnieuw registreren",
    signIn: "Aanmelden",
  },
  company: {
    title: "Een onderneming registreren",
    lead: "U wordt de eerste beheerder. Het is een eigen account, naast de accounts die u hebt.",
    steps: [
      "U vult in wat de onderneming is.",
      "De wettelijke vertegenwoordiger ondertekent een formulier.",
      "U bezorgt ons het formulier en een uittreksel uit de Kruispuntbank van Ondernemingen.",
      "Onze medewerkers controleren alles. U krijgt het antwoord per e-mail.",
    ],
    effect: "Er kan niets namens de onderneming verstuurd worden voordat ze goedgekeurd is.",
    start: "De aanvraag beginnen",
    tooMany: "U hebt drie aanvragen openstaan. Werk er eerst een af.",
  },
  applying: {
    title: "Namens deze onderneming kan nog niets verstuurd worden",
    text: "Medewerkers keuren elke onderneming eerst goed. Tot dan kunt u concepten voorbereiden.",
    next: "Naar de aanvraag",
  },
  application: companyApplication,
};
