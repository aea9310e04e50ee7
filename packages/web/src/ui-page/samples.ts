// What the components of `/ui` show, in four languages: examples, never read by anybody but those who build.

import type { Language } from "@posthorn/domain";
import type { FieldError } from "@posthorn/domain";

export interface Samples {
  readonly title: string;
  readonly lead: string;
  readonly headings: Readonly<
    Record<
      | "buttons"
      | "states"
      | "notes"
      | "track"
      | "fields"
      | "files"
      | "codes"
      | "eid"
      | "lists"
      | "sender"
      | "empty"
      | "icons",
      string
    >
  >;
  readonly send: string;
  readonly accept: string;
  readonly more: string;
  readonly notPossible: string;
  readonly waiting: string;
  readonly collected: string;
  readonly refused: string;
  readonly expired: string;
  readonly sealing: string;
  readonly note: string;
  readonly track: readonly (readonly [title: string, ...lines: string[]])[];
  readonly trackLabel: string;
  readonly name: string;
  readonly email: string;
  readonly mobile: string;
  readonly language: string;
  readonly text: string;
  readonly hint: string;
  readonly identification: string;
  readonly codes: string;
  readonly codesHint: string;
  readonly strong: string;
  readonly strongHint: string;
  readonly consent: string;
  readonly codeByMail: string;
  readonly codeBySms: string;
  readonly newCodes: string;
  readonly newCodesButton: string;
  readonly what: string;
  readonly when: string;
  readonly size: string;
  readonly proof: string;
  readonly plan: readonly (readonly [when: string, what: string])[];
  readonly from: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly zip: string;
  readonly menu: readonly string[];
}

/** The errors of the example form. */
export const SAMPLE_ERRORS: readonly FieldError[] = [
  { path: "mobile", code: "mobile_too_short", params: { missing: 2 } },
  { path: "identification", code: "choose" },
];

export const SAMPLES: Record<Language, Samples> = {
  en: {
    title: "Components",
    lead: "Every component of the sites in every state.",
    headings: {
      buttons: "Buttons",
      states: "States",
      notes: "Remarks",
      track: "Where it is",
      fields: "Fields",
      files: "Files",
      codes: "Codes",
      eid: "eID",
      lists: "Lists",
      sender: "Who writes",
      empty: "Nothing yet",
      icons: "Icons",
    },
    send: "Look it over and send",
    accept: "Accept the message",
    more: "Mend the address",
    notPossible: "Not possible",
    waiting: "Waiting to be collected",
    collected: "Collected",
    refused: "Refused",
    expired: "Not collected in time",
    sealing: "Being sealed",
    note: "Going on does not yet mean accepting. You choose on the next page.",
    track: [
      ["Accepted", "Sat 21 Nov", "10.02.14"],
      ["Notice sent", "10.02.15", "e-mail and SMS arrived"],
      ["Reminded", "Tue 24 Nov", "waiting for Jan"],
      ["Last reminder", "Fri 4 Dec"],
      ["Window closes", "Sun 6 Dec", "at its end"],
    ],
    trackLabel: "Course of the delivery",
    name: "Name",
    email: "E-mail",
    mobile: "Mobile number",
    language: "Language",
    text: "Text",
    hint: "As on the identity card.",
    identification: "How the addressee identifies himself",
    codes: "Two codes",
    codesHint: "One by e-mail, one by SMS. The proof says that the identity is not established.",
    strong: "itsme or identity card",
    strongHint: "The proof names who collected.",
    consent: "The addressee accepted this address",
    codeByMail: "Code from the e-mail",
    codeBySms: "Code from the SMS to +32 470 •• •• 12",
    newCodes: "New codes in {time}",
    newCodesButton: "Send new codes",
    what: "What happened",
    when: "When",
    size: "Size",
    proof: "Proof",
    plan: [
      ["today", "Jan gets an e-mail and an SMS"],
      ["24 Nov", "First reminder"],
      ["6 Dec", "Last day to collect, until its end"],
    ],
    from: "From",
    emptyTitle: "No messages yet",
    emptyText: "What you send stands here, with its proofs. Begin with a first message.",
    zip: "A zip cannot be printed. Send the pictures themselves, or switch the paper letter off.",
    menu: ["Overview", "Sent", "Received", "Address book", "Company"],
  },
  nl: {
    title: "Onderdelen",
    lead: "Elk onderdeel van de sites in elke toestand.",
    headings: {
      buttons: "Knoppen",
      states: "Toestanden",
      notes: "Opmerkingen",
      track: "Waar ze is",
      fields: "Velden",
      files: "Bestanden",
      codes: "Codes",
      eid: "eID",
      lists: "Lijsten",
      sender: "Wie schrijft",
      empty: "Nog niets",
      icons: "Tekens",
    },
    send: "Nakijken en verzenden",
    accept: "Zending aannemen",
    more: "Adres verbeteren",
    notPossible: "Niet mogelijk",
    waiting: "Wacht op ophaling",
    collected: "Opgehaald",
    refused: "Geweigerd",
    expired: "Niet op tijd opgehaald",
    sealing: "Wordt verzegeld",
    note: "Verdergaan is nog geen aannemen. U kiest op de volgende pagina.",
    track: [
      ["Aangenomen", "za 21 nov", "10.02.14"],
      ["Bericht verstuurd", "10.02.15", "e-mail en sms aangekomen"],
      ["Herinnerd", "di 24 nov", "wacht op Jan"],
      ["Laatste herinnering", "vr 4 dec"],
      ["Termijn eindigt", "zo 6 dec", "op het einde van de dag"],
    ],
    trackLabel: "Verloop van de zending",
    name: "Naam",
    email: "E-mail",
    mobile: "Mobiel nummer",
    language: "Taal",
    text: "Tekst",
    hint: "Zoals op de identiteitskaart.",
    identification: "Hoe de geadresseerde zich identificeert",
    codes: "Twee codes",
    codesHint: "Eén per e-mail, één per sms. Het bewijs zegt dat de identiteit niet vaststaat.",
    strong: "itsme of identiteitskaart",
    strongHint: "Het bewijs noemt wie ophaalde.",
    consent: "De geadresseerde aanvaardde dit adres",
    codeByMail: "Code uit de e-mail",
    codeBySms: "Code uit de sms naar +32 470 •• •• 12",
    newCodes: "Nieuwe codes over {time}",
    newCodesButton: "Stuur nieuwe codes",
    what: "Wat er gebeurde",
    when: "Wanneer",
    size: "Grootte",
    proof: "Bewijs",
    plan: [
      ["vandaag", "Jan krijgt een e-mail en een sms"],
      ["24 nov", "Eerste herinnering"],
      ["6 dec", "Laatste dag om op te halen, tot het einde"],
    ],
    from: "Van",
    emptyTitle: "Nog geen zendingen",
    emptyText: "Wat u verzendt, staat hier, met de bewijzen. Begin met een eerste zending.",
    zip: "Een zip kan niet worden gedrukt. Stuur de foto’s zelf, of zet de brief op papier uit.",
    menu: ["Overzicht", "Verzonden", "Ontvangen", "Adresboek", "Onderneming"],
  },
  fr: {
    title: "Composants",
    lead: "Chaque composant des sites dans chaque état.",
    headings: {
      buttons: "Boutons",
      states: "États",
      notes: "Remarques",
      track: "Où en est l’envoi",
      fields: "Champs",
      files: "Fichiers",
      codes: "Codes",
      eid: "eID",
      lists: "Listes",
      sender: "Qui écrit",
      empty: "Encore rien",
      icons: "Signes",
    },
    send: "Relire et envoyer",
    accept: "Accepter l’envoi",
    more: "Corriger l’adresse",
    notPossible: "Impossible",
    waiting: "En attente de retrait",
    collected: "Retiré",
    refused: "Refusé",
    expired: "Non retiré à temps",
    sealing: "En cours de scellement",
    note: "Continuer ne veut pas encore dire accepter. Vous choisissez à la page suivante.",
    track: [
      ["Accepté", "sam. 21 nov.", "10 h 02 min 14 s"],
      ["Avis envoyé", "10 h 02 min 15 s", "e-mail et SMS arrivés"],
      ["Rappelé", "mar. 24 nov.", "en attente de Jan"],
      ["Dernier rappel", "ven. 4 déc."],
      ["Fin du délai", "dim. 6 déc.", "à la fin du jour"],
    ],
    trackLabel: "Parcours de l’envoi",
    name: "Nom",
    email: "E-mail",
    mobile: "Numéro de mobile",
    language: "Langue",
    text: "Texte",
    hint: "Comme sur la carte d’identité.",
    identification: "Comment le destinataire s’identifie",
    codes: "Deux codes",
    codesHint: "L’un par e-mail, l’autre par SMS. La preuve dit que l’identité n’est pas établie.",
    strong: "itsme ou carte d’identité",
    strongHint: "La preuve nomme la personne qui a retiré l’envoi.",
    consent: "Le destinataire a accepté cette adresse",
    codeByMail: "Code de l’e-mail",
    codeBySms: "Code du SMS au +32 470 •• •• 12",
    newCodes: "Nouveaux codes dans {time}",
    newCodesButton: "Envoyer de nouveaux codes",
    what: "Ce qui s’est passé",
    when: "Quand",
    size: "Taille",
    proof: "Preuve",
    plan: [
      ["aujourd’hui", "Jan reçoit un e-mail et un SMS"],
      ["24 nov.", "Premier rappel"],
      ["6 déc.", "Dernier jour de retrait, jusqu’à sa fin"],
    ],
    from: "De",
    emptyTitle: "Encore aucun envoi",
    emptyText: "Ce que vous envoyez figure ici, avec les preuves. Commencez par un premier envoi.",
    zip: "Un zip ne peut pas être imprimé. Envoyez les photos elles-mêmes, ou désactivez la lettre sur papier.",
    menu: ["Aperçu", "Envoyés", "Reçus", "Carnet d’adresses", "Entreprise"],
  },
  de: {
    title: "Bausteine",
    lead: "Jeder Baustein der Seiten in jedem Zustand.",
    headings: {
      buttons: "Schaltflächen",
      states: "Zustände",
      notes: "Hinweise",
      track: "Wo sie ist",
      fields: "Felder",
      files: "Dateien",
      codes: "Codes",
      eid: "eID",
      lists: "Listen",
      sender: "Wer schreibt",
      empty: "Noch nichts",
      icons: "Zeichen",
    },
    send: "Durchsehen und senden",
    accept: "Sendung annehmen",
    more: "Anschrift berichtigen",
    notPossible: "Nicht möglich",
    waiting: "Wartet auf Abholung",
    collected: "Abgeholt",
    refused: "Verweigert",
    expired: "Nicht rechtzeitig abgeholt",
    sealing: "Wird gesiegelt",
    note: "Weitergehen heißt noch nicht annehmen. Sie wählen auf der nächsten Seite.",
    track: [
      ["Angenommen", "Sa, 21. Nov.", "10.02.14"],
      ["Benachrichtigung gesendet", "10.02.15", "E-Mail und SMS angekommen"],
      ["Erinnert", "Di, 24. Nov.", "wartet auf Jan"],
      ["Letzte Erinnerung", "Fr, 4. Dez."],
      ["Frist endet", "So, 6. Dez.", "am Ende des Tages"],
    ],
    trackLabel: "Weg der Sendung",
    name: "Name",
    email: "E-Mail",
    mobile: "Mobilnummer",
    language: "Sprache",
    text: "Text",
    hint: "Wie auf dem Personalausweis.",
    identification: "Wie sich der Empfänger ausweist",
    codes: "Zwei Codes",
    codesHint: "Einer per E-Mail, einer per SMS. Der Nachweis sagt, dass die Identität nicht feststeht.",
    strong: "itsme oder Personalausweis",
    strongHint: "Der Nachweis nennt, wer abgeholt hat.",
    consent: "Der Empfänger hat diese Adresse angenommen",
    codeByMail: "Code aus der E-Mail",
    codeBySms: "Code aus der SMS an +32 470 •• •• 12",
    newCodes: "Neue Codes in {time}",
    newCodesButton: "Neue Codes senden",
    what: "Was geschah",
    when: "Wann",
    size: "Größe",
    proof: "Nachweis",
    plan: [
      ["heute", "Jan erhält eine E-Mail und eine SMS"],
      ["24. Nov.", "Erste Erinnerung"],
      ["6. Dez.", "Letzter Tag der Abholung, bis zu seinem Ende"],
    ],
    from: "Von",
    emptyTitle: "Noch keine Sendungen",
    emptyText: "Was Sie senden, steht hier, mit den Nachweisen. Beginnen Sie mit einer ersten Sendung.",
    zip: "Eine Zip-Datei kann nicht gedruckt werden. Senden Sie die Bilder selbst, oder schalten Sie den Papierbrief aus.",
    menu: ["Übersicht", "Gesendet", "Empfangen", "Adressbuch", "Unternehmen"],
  },
};
