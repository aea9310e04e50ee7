// Texte der Identifizierung auf der Abholseite (Deutsch).

import type { collectIdentify as En } from "../en/collect-identify.ts";

export const collectIdentify: typeof En = {
  title: "Weisen Sie sich aus",
  lead: "Der Absender verlangt, dass Sie zeigen, wer Sie sind, bevor Sie die Sendung sehen.",
  strongerTitle: "Oder zeigen Sie, wer Sie sind",
  strongerLead: "Das ist der stärkere Weg. Der Nachweis sagt dann, wer Sie sind, und Codes sind nicht nötig.",
  itsme: "Weiter mit itsme",
  itsmeMeans: "Mit der itsme-App auf Ihrem Telefon.",
  card: "Weiter mit Ihrem Personalausweis",
  cardMeans: "An einem Computer mit Kartenleser, mit der PIN Ihrer Karte.",
  compared:
    "Wir vergleichen Ihren Namen, und was der Absender sonst über Sie angegeben hat, mit dem, was itsme oder Ihre Karte sagt. Der Nachweis nennt Ihren Namen, den Weg und die Zeit. Ihre Nationalregisternummer und Ihr Geburtsdatum nennt er nie.",
  delegate: {
    lead: (organisation) =>
      `Nur ein Mitglied eines geprüften Kontos von ${organisation} kann diese Sendung auf diesem Weg abholen.`,
    compared:
      "Der Nachweis sagt, dass ein Mitglied der Organisation abgeholt hat. Er nennt Sie nur mit einer Zufallsnummer, mit dem Weg und der Zeit.",
    title: "Ist die Organisation noch nicht registriert?",
    steps: [
      "Jemand, der für sie handeln darf, eröffnet bei uns ein Unternehmenskonto und weist sich mit itsme oder einem Personalausweis aus.",
      "Wir prüfen ihre Unternehmensnummer und die Vollmacht.",
      "Jedes Mitglied verknüpft sein itsme oder seinen Personalausweis mit dem Konto. Von da an kann es hier abholen.",
    ],
  },
  none: {
    title: "Sie können sich hier jetzt nicht ausweisen",
    text: (sender) =>
      `Der Absender verlangt itsme oder einen Personalausweis, und beides steht im Augenblick nicht zur Verfügung. Sie haben nichts angenommen und nichts abgelehnt. Versuchen Sie es später noch einmal, oder bitten Sie ${sender}, die Nachricht auf anderem Weg zu senden.`,
  },
  cardPage: {
    title: "Weisen Sie sich mit Ihrem Personalausweis aus",
    tls: {
      title: "Ohne die Erweiterung Web eID",
      text: "Ihr Browser kann die Karte auch selbst verlangen. Sie wählen dann das Zertifikat zur Authentifizierung.",
      button: "Die Karte vom Browser lesen lassen",
    },
  },
  mismatch: {
    title: "Sie sind nicht der Empfänger, den der Absender beschrieben hat",
    happened: {
      name: (addressee) =>
        `Diese Sendung ist für ${addressee}. itsme oder Ihre Karte nennt einen anderen Namen. Wir können Sie deshalb nicht einlassen.`,
      birth_date: (addressee) =>
        `Diese Sendung ist für ${addressee}, mit einem Geburtsdatum, das der Absender angegeben hat. itsme oder Ihre Karte nennt ein anderes oder keines.`,
      register_number: (addressee) =>
        `Diese Sendung ist für ${addressee}, mit einer Nationalregisternummer, die der Absender angegeben hat. itsme oder Ihre Karte nennt eine andere oder keine. Manche Ausweise für Ausländer haben keine.`,
      not_a_member: (organisation) =>
        `Diese Sendung ist für ${organisation}. Sie sind nicht Mitglied eines geprüften Kontos dieser Organisation, oder Ihr itsme oder Ihre Karte ist noch nicht damit verknüpft.`,
    },
    told: "Wir haben dem Absender gesagt, was nicht übereinstimmt, aber nicht, wer Sie sind. Die Sendung bleibt verschlossen, und kein Datum ändert sich.",
    next: (sender) =>
      `Ist die Sendung doch für Sie? Dann ist vielleicht falsch, was der Absender angegeben hat. Bitten Sie ${sender}, es zu prüfen und die Nachricht noch einmal zu senden.`,
    codes: "Sie können die Sendung weiterhin mit den zwei Codes abholen.",
  },
  lost: {
    next: "Öffnen Sie Ihre Benachrichtigung noch einmal mit dem Link in der E-Mail, in diesem Browser, oder geben Sie den Kontrollcode ein.",
  },
  method: { itsme: "itsme", eid: "Personalausweis" },
  level: { low: "Niveau niedrig", substantial: "Niveau substanziell", high: "Niveau hoch" },
  decide: {
    person: (v) => `Sie haben sich als ${v.name} ausgewiesen, mit ${v.way}.`,
    member: (v) => `Sie haben sich als Mitglied des Kontos von ${v.organisation} ausgewiesen, mit ${v.way}.`,
    choose: "Wählen Sie jetzt, was mit diesem Einschreiben geschieht.",
    later: (until) =>
      `Sie können diese Seite auch schließen und später wählen, ${until}. Dann weisen Sie sich noch einmal aus.`,
    proofPerson: (v) =>
      `Der Nachweis sagt, dass ${v.name} gewählt hat, ausgewiesen mit ${v.way}, und welche Angaben des Absenders verglichen wurden.`,
    proofMember: (v) =>
      `Der Nachweis sagt, dass ein Mitglied von ${v.organisation} gewählt hat, ausgewiesen mit ${v.way}. Er nennt Sie nur mit einer Zufallsnummer.`,
  },
  message: {
    kept: (until) =>
      `Sie können dieses Einschreiben hier öffnen ${until}, jedes Mal, nachdem Sie sich ausgewiesen haben. Laden Sie es herunter, wenn Sie es länger behalten wollen.`,
  },
  collectedBefore: {
    next: (until) =>
      `Wenn Sie das waren, können Sie es wieder öffnen ${until}, nachdem Sie sich noch einmal ausgewiesen haben.`,
    notYou:
      "Waren Sie es nicht? Der Nachweis sagt, wer es war und wie diese Person sich ausgewiesen hat. Fragen Sie sofort den Absender.",
  },
};
