// Words in German about the application of a company, and the form that its representative signs.

import type { companyApplication as En } from "../en/company-application.ts";

export const companyApplication: typeof En = {
  title: "Antrag Ihres Unternehmens",
  lead: "Für das Unternehmen kann nichts versendet werden, bevor unsere Mitarbeiter es genehmigt haben.",
  noName: "Unternehmen im Antrag",
  states: {
    draft: {
      title: "Noch nicht eingereicht",
      text: "Füllen Sie unten alles aus und reichen Sie es dann ein.",
    },
    submitted: {
      title: "Eingereicht",
      text: (when: string) =>
        `Wir haben ihn am ${when} erhalten. Unsere Mitarbeiter vergleichen ihn mit der Zentralen Datenbank der Unternehmen. Sie erhalten die Antwort per E-Mail.`,
    },
    approved: { title: "Genehmigt", text: "Ihr Unternehmen kann Einschreiben versenden." },
    refused: {
      title: "Nicht genehmigt",
      text: "Bessern Sie nach, was hier steht, und reichen Sie den Antrag noch einmal ein. Was Sie ausgefüllt haben, ist erhalten.",
    },
  },
  refusals: {
    number_unknown:
      "Die Zentrale Datenbank kennt diese Nummer nicht, oder das Unternehmen besteht nicht mehr.",
    name_differs: "Der Name weicht von dem in der Zentralen Datenbank ab.",
    not_representative:
      "Wer unterschrieben hat, vertritt das Unternehmen laut der Zentralen Datenbank nicht.",
    form_not_signed: "Das Formular ist nicht unterschrieben oder nicht das zuletzt erstellte.",
    extract_missing: "Der Auszug aus der Zentralen Datenbank fehlt.",
    extract_old: "Der Auszug aus der Zentralen Datenbank ist älter als drei Monate.",
    unreadable: "Ein Dokument ist nicht lesbar.",
    other: "Ein anderer Grund, unten erklärt.",
  },
  identity: {
    title: "1. Wer Sie sind",
    done: "Sie sind identifiziert.",
    missing:
      "Zeigen Sie zuerst, wer Sie sind, mit itsme oder einem Personalausweis. Den Rest können Sie inzwischen ausfüllen.",
    go: "Sich identifizieren",
  },
  company: {
    title: "2. Das Unternehmen",
    name: "Name, wie in der Zentralen Datenbank der Unternehmen",
    number: "Unternehmensnummer",
    numberHint:
      "Zehn Ziffern, zum Beispiel 0403.019.261. Eine belgische MwSt.-Nummer ist dieselbe mit BE davor.",
    vatNumber: "MwSt.-Nummer",
    legalForm: "Rechtsform",
    choose: "Wählen Sie",
    vat: "Mehrwertsteuerpflichtig?",
    yes: "Ja",
    no: "Nein",
    office: "Gesellschaftssitz",
    street: "Straße",
    houseNumber: "Nummer",
    box: "Briefkasten",
    postcode: "Postleitzahl",
    town: "Ort",
    representative: "Gesetzlicher Vertreter",
    representativeHint:
      "Wer das Unternehmen verpflichten darf und das Formular unterschreibt. Das können Sie selbst sein.",
    representativeName: "Vornamen und Familienname",
    representativeFunction: "Funktion",
    functionHint: "Zum Beispiel Geschäftsführer oder Vorsitzender.",
    representativeEmail: "E-Mail-Adresse",
    save: "Speichern und das Formular erstellen",
    saved: "Gespeichert.",
  },
  form: {
    title: "3. Das Formular zum Unterschreiben",
    text: "Der gesetzliche Vertreter unterschreibt es, mit einer qualifizierten elektronischen Signatur oder von Hand.",
    later: "Füllen Sie zuerst das Unternehmen aus: Daraus wird das Formular erstellt.",
    number: "Formularnummer",
    made: "Erstellt",
    download: "Das Formular herunterladen (PDF)",
    changes:
      "Ändern Sie oben das Unternehmen, wird ein neues Formular erstellt, das neu zu unterschreiben ist.",
  },
  documents: {
    title: "4. Dokumente",
    text: "PDF, PNG oder JPEG, je höchstens 10 MB. Nur unsere Mitarbeiter der Registrierung können sie öffnen. Sie werden gelöscht, wenn das Konto endet.",
    kinds: {
      approval_form: "Unterschriebenes Formular",
      kbo_extract: "Auszug aus der Zentralen Datenbank der Unternehmen (ZDU)",
      other: "Anderes Dokument",
    },
    hints: {
      approval_form: "Alle Seiten.",
      kbo_extract: "Aus den letzten drei Monaten. Er ist in der öffentlichen Suche der ZDU kostenlos.",
      other: "Zum Beispiel eine Vollmacht. Nur wo es nötig ist.",
    },

    add: "Hinzufügen",
    addOne: (kind: string) => `Hinzufügen: ${kind}`,
    none: "Noch keine Dokumente.",
    caption: "Dokumente dieses Antrags",
    document: "Dokument",
    kind: "Art",
    added: "Hinzugefügt",
    act: "Entfernen",
    remove: "Entfernen",
    removeOne: (name: string) => `${name} entfernen`,
    outdated: "Unterschrieben, bevor sich das Formular änderte",
    noFile: "Wählen Sie zuerst eine Datei.",
    refused: {
      document_type: "Nur PDF, PNG und JPEG werden angenommen.",
      document_encrypted:
        "Diese PDF-Datei ist mit einem Passwort geschützt. Speichern Sie sie ohne Passwort.",
      too_many_documents: "Es sind schon acht Dokumente da. Entfernen Sie zuerst eines.",
      file_too_large: "Diese Datei ist größer als 10 MB.",
    },
    done: "Das Dokument wurde hinzugefügt.",
    removed: "Das Dokument wurde entfernt.",
  },
  submit: {
    title: "5. Einreichen",
    agreement: "Ich nehme den Auftragsverarbeitungsvertrag im Namen des Unternehmens an.",
    agreementHint:
      "Er sagt, wie wir mit den personenbezogenen Daten in den Sendungen des Unternehmens umgehen.",
    effect: "Danach prüfen ihn unsere Mitarbeiter. So lange können Sie ihn nicht ändern.",
    button: "Den Antrag einreichen",
  },
  facts: "Was Sie uns mitgeteilt haben",
  paper: {
    title: "Genehmigung eines Kontos für Einschreiben",
    sentence: (company: string) =>
      `Der Unterzeichner genehmigt, dass für ${company} ein Konto eröffnet wird, von dem aus im Namen des Unternehmens Einschreiben versendet werden.`,
    company: "Unternehmen",
    enterpriseNumber: "Unternehmensnummer",
    legalForm: "Rechtsform",
    vatNumber: "MwSt.-Nummer",
    noVat: "nicht mehrwertsteuerpflichtig",
    office: "Gesellschaftssitz",
    representative: "Gesetzlicher Vertreter",
    applicant: "Administrator des Kontos",
    provider: "Anbieter des Dienstes",
    powersTitle: "Befugnisse",
    powers: [
      "Der Administrator darf das Konto für das Unternehmen eröffnen und führen, Mitglieder und ihre Rolle bestimmen und entfernen und Schlüssel für seine Programme erstellen.",
      "Er und die von ihm bestimmten Mitglieder dürfen im Namen des Unternehmens Einschreiben versenden und die an das Unternehmen gerichteten abholen.",
      "Er darf die Nutzungsbedingungen und den Auftragsverarbeitungsvertrag für das Unternehmen annehmen und bestellen, was sie kosten.",
    ],
    declareTitle: "Erklärung",
    declare:
      "Der Unterzeichner erklärt, dass er das Unternehmen allein oder gemeinsam mit den Mitunterzeichnern verpflichten darf, dass die Angaben hier richtig sind und dass der Anbieter sofort unterrichtet wird, wenn diese Befugnisse enden.",
    place: "Ort",
    date: "Datum",
    name: "Name und Funktion",
    signature: "Unterschrift",
    page: (page: string, pages: string) => `Seite ${page} von ${pages}`,
    formNumber: (number: string) => `Formular ${number}`,
    fileName: "genehmigungsformular",
  },
};
