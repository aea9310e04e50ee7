// Words in German of the letters that the privacy desk writes about a request.

import type { rightsLetters as En } from "../en/rights-letters.ts";

export const rightsLetters: typeof En = {
  subject: (number) => `Ihr Antrag Nr. ${number} zu personenbezogenen Daten`,
  dear: (name) => `Guten Tag ${name},`,
  rights: {
    access: "Auskunft über personenbezogene Daten (DSGVO, Artikel 15)",
    rectification: "Berichtigung personenbezogener Daten (DSGVO, Artikel 16)",
    erasure: "Löschung personenbezogener Daten (DSGVO, Artikel 17)",
    restriction: "Einschränkung der Verarbeitung (DSGVO, Artikel 18)",
    objection: "Ende einer Verarbeitung, durch Widerspruch (DSGVO, Artikel 21)",
    portability: "personenbezogene Daten in übertragbarer Form (DSGVO, Artikel 20)",
    withdrawal: "Widerruf einer Einwilligung (DSGVO, Artikel 7 Absatz 3)",
    complaint: "Antwort auf eine Beschwerde",
  },
  received: (right, day) => `Am ${day} haben wir Ihren Antrag erhalten: ${right}.`,
  onBehalf: (name) => `Sie haben ihn im Namen von ${name} gestellt.`,
  identity: [
    "Bevor wir antworten, müssen wir sicher sein, wer den Antrag stellt. Bitte senden Sie uns eine Kopie der Vorderseite eines Ausweises. Das Foto und die Nationalregisternummer dürfen Sie schwärzen.",
    "Wir sehen uns die Kopie einmal an und vernichten sie sofort. Der Monat, in dem wir antworten, läuft ab dem Tag, an dem sie bei uns ist.",
    "Stellen Sie den Antrag für eine andere Person, senden Sie bitte auch das Dokument mit, das Sie dazu ermächtigt.",
  ],
  identityUntil: (day) =>
    `Wir warten darauf bis einschließlich ${day}. Danach schließen wir den Antrag; Sie können ihn jederzeit neu stellen.`,
  identityReminder: (day) =>
    `Wir schrieben Ihnen, dass wir sicher sein müssen, wer den Antrag stellt, oder mit welcher Vollmacht Sie ihn für eine andere Person stellen. Wir haben noch nichts von Ihnen. Wir warten bis einschließlich ${day}. Danach schließen wir den Antrag; Sie können ihn jederzeit neu stellen.`,
  extension: (day) =>
    `Wir brauchen mehr Zeit als einen Monat. Sie erhalten unsere Antwort spätestens am ${day}. Der Grund:`,
  answers: {
    granted: "Wir geben Ihrem Antrag statt.",
    granted_in_part:
      "Wir geben Ihrem Antrag teilweise statt. Was wir nicht tun können und warum, steht unten.",
    refused: "Wir können Ihrem Antrag nicht stattgeben. Der Grund steht unten.",
  },
  grounds: {
    not_identified:
      "Es wurde nicht nachgewiesen, wer den Antrag stellt. Wir dürfen ihm daher nicht nachkommen.",
    no_authority: "Es wurde nicht nachgewiesen, dass Sie für diese Person handeln dürfen.",
    excessive: "Der Antrag ist offenkundig unbegründet oder exzessiv, insbesondere weil er wiederholt wurde.",
    nothing_held:
      "Wir haben keine Daten über Sie oder keine, von denen wir feststellen können, dass sie Sie betreffen.",
    rights_of_others: "Was Sie beantragen, würde die Rechte und Freiheiten anderer beeinträchtigen.",
    not_portable:
      "Diese Daten beruhen nicht auf Ihrer Einwilligung oder einem Vertrag mit Ihnen oder werden nicht automatisiert verarbeitet.",
    accurate:
      "Die Daten sind richtig. Ein versiegelter Nachweis wird nie geändert; ein Vermerk kann daneben stehen.",
    legal_obligation: "Das Gesetz verpflichtet uns, diese Daten aufzubewahren.",
    legal_claims:
      "Der Nachweis eines Einschreibens ist zur Geltendmachung, Ausübung oder Verteidigung von Rechtsansprüchen erforderlich.",
    not_restrictable: "Keine der Voraussetzungen für eine Einschränkung ist erfüllt.",
    kept_for_claims:
      "Während der Einschränkung bewahren wir Nachweise weiter auf und verwenden sie nur für Rechtsansprüche.",
    compelling_grounds:
      "Es gibt zwingende schutzwürdige Gründe für die Verarbeitung, oder sie dient Rechtsansprüchen.",
    no_consent: "Die Verarbeitung beruht nicht auf einer Einwilligung, die widerrufen werden könnte.",
    sender_refused:
      "Der Absender des Einschreibens, der für diese Daten verantwortlich ist, hat abgelehnt. Sie können sich an ihn wenden.",
    sender_silent:
      "Der Absender des Einschreibens, der für diese Daten verantwortlich ist, wurde gefragt und hat innerhalb der Frist nicht geantwortet. Ohne ihn dürfen wir damit nichts tun. Sie können sich an ihn wenden.",
    sender_gone:
      "Der Absender des Einschreibens, der für diese Daten verantwortlich war, hat sein Konto bei uns geschlossen. Niemand entscheidet mehr darüber; sie werden an dem Tag gelöscht, den unsere Regeln festlegen.",
    not_founded: "Wir haben Ihre Beschwerde geprüft und keinen Verstoß gegen die Regeln festgestellt.",
  },
  article: (article) => `(DSGVO, Artikel ${article})`,
  keptUntil: (day) =>
    `Was wir aufbewahren müssen, bewahren wir bis einschließlich ${day} auf. Am Tag danach wird es gelöscht, ohne dass Sie es erneut beantragen müssen.`,
  senderSilent: (name, day) =>
    `Wir haben ${name} gefragt, was mit dem geschehen soll, was über Sie angegeben wurde. ${name} konnte bis einschließlich ${day} entscheiden und hat nicht geantwortet. Wir haben diese Daten weder herausgegeben noch geändert. Kommt später eine Antwort, handeln wir danach.`,
  senderGone: (name) =>
    `${name} war für das verantwortlich, was über Sie angegeben wurde, und hat das Konto bei uns geschlossen. Was wir davon noch aufbewahren, wird an dem Tag, den unsere Regeln festlegen, von selbst gelöscht, ohne dass Sie es beantragen müssen.`,
  senderGoneNameless:
    "Ein Absender, der für das verantwortlich war, was über Sie angegeben wurde, hat das Konto bei uns geschlossen. Was wir davon noch aufbewahren, wird an dem Tag, den unsere Regeln festlegen, von selbst gelöscht, ohne dass Sie es beantragen müssen.",
  restrictedAddresses: (addresses) =>
    `Wir kennen kein Konto von Ihnen. Eingeschränkt ist, was unter Ihrem Namen an ${addresses} gerichtet ist. Wer dieses Postfach sonst liest, ist nicht betroffen, auch nicht ein Einschreiben mit einer anderen Schreibweise Ihres Namens.`,
  waits: (day) =>
    `Ein Einschreiben an Sie ist noch unterwegs. Es läuft erst zu Ende, spätestens am ${day}. Dann führen wir aus, was wir bewilligt haben, und schreiben Ihnen erneut.`,
  account:
    "Sie haben ein Konto. Sie schließen es selbst: Melden Sie sich im Portal an und wählen Sie „Konto schließen“; sind Sie Mitglied eines Unternehmens, wählen Sie „Verlassen“. 44 Tage lang können Sie das Schließen zurücknehmen; am Tag danach gehen die Daten des Kontos von selbst, und was das Gesetz aufbewahrt, geht an seinem eigenen Tag.",
  rectified: (day) =>
    `Am ${day} vermerkte unsere Datenschutzstelle neben diesen Nachweisen, die bleiben, wie sie waren:`,
  carriedOut: "Was wir bewilligt haben, ist ausgeführt.",
  restrictionEnds: (day) =>
    `Die Einschränkung der Verarbeitung endet. Sie gilt noch bis einschließlich ${day}. Wenn Sie nicht einverstanden sind, schreiben Sie uns vor diesem Tag.`,
  complaint:
    "Wenn Sie nicht einverstanden sind, können Sie Beschwerde bei der Datenschutzbehörde einlegen: Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brüssel, www.datenschutzbehorde.be. Sie können auch vor Gericht gehen.",
  closing: (provider) => `Die Datenschutzstelle von ${provider}`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  overview: {
    title: "Was wir über Sie gespeichert haben",
    lead: (name, day) =>
      `Erstellt am ${day} für ${name}. Dieselben Daten stehen vollständig in den beiliegenden Dateien.`,
    person: "Ihr Konto",
    letters: (count) => `Einschreiben: ${count}`,
    letter: (sender) => `Von ${sender}`,
    email: "E-Mail",
    name: "Name",
    since: "Seit",
    identified: "Identifiziert",
    accepted: "Aufgegeben",
    final: "Beendet",
    onItsWay: "unterwegs",
    state: "Stand",
    events: "Nachweise",
    uses: "Einträge im Nutzungsprotokoll",
    notices: "Versandte Benachrichtigungen",
    entrusted: "Was der Absender über Sie angegeben hat",
    withheld: "Der Absender ist für seine Angaben über Sie verantwortlich und hat sie nicht freigegeben.",
    none: "keine",
  },
};
