// Words in German about registering a private person or a company.

import type { registration as En } from "../en/registration.ts";
import { companyApplication } from "./company-application.ts";

export const registration: typeof En = {
  menu: "Registrieren",
  title: "Registrieren",
  lead: "Sie erhalten zuerst eine E-Mail mit einem Link. Bevor Sie ihn geöffnet haben, wird nichts angelegt.",
  haveAccount: "Haben Sie schon ein Konto?",
  signIn: "Anmelden",
  noAccount: "Noch kein Konto?",
  chooseTitle: "Wer wird versenden?",
  kinds: {
    private: "Ich, als Privatperson",
    privateHint: "Sie versenden und empfangen Einschreiben in Ihrem eigenen Namen.",
    company: "Ein Unternehmen, ein Verein oder eine Behörde",
    companyHint:
      "Sie stellen einen Antrag. Unsere Mitarbeiter prüfen die Unternehmensnummer und wer dafür handeln darf.",
  },
  goOn: "Weiter",
  change: "Ändern",
  you: "Über Sie",
  nameHint: "Wie auf Ihrem Personalausweis: itsme oder der Ausweis wird damit verglichen.",
  firstNames: "Vornamen",
  familyName: "Familienname",
  email: "E-Mail-Adresse",
  emailHint: "Sie melden sich damit an, und alle Benachrichtigungen gehen dorthin.",
  language: "Sprache",
  address: "Postanschrift",
  addressHint: "In Belgien oder im Ausland. Briefe, die zurückkommen, gehen dorthin.",
  noAddress:
    "Ihre eigene Postanschrift fragen wir nicht: Von Mitgliedern eines Unternehmens wird keine aufbewahrt. Der Sitz des Unternehmens kommt später.",
  street: "Straße",
  number: "Nummer",
  box: "Briefkasten",
  postcode: "Postleitzahl",
  town: "Ort",
  country: "Land",
  agree: "Womit Sie einverstanden sind",
  terms: "Ich nehme die Nutzungsbedingungen an.",
  privacy: "Ich habe die Datenschutzerklärung gelesen.",
  electronic: "Ich möchte Einschreiben elektronisch empfangen.",
  electronicHint:
    "Für ein Konto nicht nötig. Sie können es jederzeit widerrufen. Lesen Sie vor dem Ankreuzen, was daraus folgt.",
  version: (name: string, version: string) => `${name}, Version ${version}`,
  opensNew: "öffnet ein neues Fenster",
  submit: "Link zusenden",
  sent: {
    title: "Wir haben eine E-Mail gesendet",
    text: "Öffnen Sie die E-Mail und folgen Sie dem Link innerhalb von 24 Stunden, in diesem oder einem anderen Browser.",
    nothing: "Nach einigen Minuten keine E-Mail?",
    hints: [
      "Sehen Sie im Ordner für unerwünschte E-Mails nach.",
      "Prüfen Sie, ob Sie die Adresse richtig eingegeben haben. Wenn nicht, registrieren Sie sich noch einmal.",
      "Gehört die Adresse schon zu einem Konto, sagt die E-Mail das und enthält keinen Link.",
    ],
    again: "Noch einmal registrieren",
  },
  confirm: {
    title: "Bestätigen und Passwort wählen",
    lead: "Das wird angelegt. Noch ist nichts angelegt.",
    facts: "Ihr Konto",
    kind: "Art",
    kinds: { private: "Privatkonto", company: "Konto eines Unternehmens, noch zu genehmigen" },
    name: "Name",
    agreed: "Sie haben zugestimmt",
    password: "Passwort",
    make: "Konto anlegen",
    effectPrivate:
      "Sie sind dann angemeldet und zeigen danach mit itsme oder einem Personalausweis, wer Sie sind.",
    effectCompany:
      "Sie sind dann angemeldet und stellen danach den Antrag für Ihr Unternehmen. Vor der Genehmigung kann nichts versendet werden.",
    mistake:
      "Stimmt hier etwas nicht? Drücken Sie nicht auf die Schaltfläche, und registrieren Sie sich mit den richtigen Angaben noch einmal.",
  },
  link: {
    used: {
      title: "Dieser Link wurde schon benutzt",
      text: "Er gilt einmal. Waren Sie es, besteht Ihr Konto: Melden Sie sich mit dem gewählten Passwort an.",
    },
    expired: {
      title: "Dieser Link ist zu alt",
      text: "Er galt 24 Stunden. Es wurde kein Konto angelegt. Registrieren Sie sich noch einmal, um einen anderen zu erhalten.",
    },
    unknown: {
      title: "Dieser Link öffnet nichts",
      text: "Vielleicht fehlt ein Teil der Adresse. Kopieren Sie den ganzen Link aus der E-Mail, oder registrieren Sie sich noch einmal.",
    },
    taken: {
      title: "Diese Adresse hat schon ein Konto",
      text: "Sie wurde nach dem Versand der E-Mail auf anderem Weg registriert. Melden Sie sich an, oder registrieren Sie sich mit einer anderen Adresse.",
    },
    register: "Noch einmal registrieren",
    signIn: "Anmelden",
  },
  company: {
    title: "Ein Unternehmen registrieren",
    lead: "Sie werden sein erster Administrator. Es ist ein eigenes Konto neben denen, die Sie haben.",
    steps: [
      "Sie geben an, was das Unternehmen ist.",
      "Sein gesetzlicher Vertreter unterschreibt ein Formular.",
      "Sie übermitteln uns das Formular und einen Auszug aus der Zentralen Datenbank der Unternehmen.",
      "Unsere Mitarbeiter prüfen alles. Sie erhalten die Antwort per E-Mail.",
    ],
    effect: "Vor der Genehmigung kann für das Unternehmen nichts versendet werden.",
    start: "Den Antrag beginnen",
    tooMany: "Sie haben drei offene Anträge. Schließen Sie zuerst einen davon ab.",
  },
  applying: {
    title: "Für dieses Unternehmen kann noch nichts versendet werden",
    text: "Mitarbeiter genehmigen zuerst jedes Unternehmen. Bis dahin können Sie Entwürfe vorbereiten.",
    next: "Zum Antrag",
  },
  application: companyApplication,
};
