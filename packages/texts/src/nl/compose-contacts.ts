// Words in Dutch about contacts, the directory and consents where a message is written.

import type { composeContacts as En } from "../en/compose-contacts.ts";

export const composeContacts: typeof En = {
  pick: "Uit het adresboek",
  readFile: "Uit een bestand",
  save: "In het adresboek bewaren",
  saved: "Bewaard in uw adresboek.",
  saveRefused: "Nog niet bewaard: verbeter eerst wat hier is aangeduid.",
  ask: "Is deze persoon geregistreerd?",
  askEmail: "Vul eerst een e-mailadres in.",
  registered: (name) => `Geregistreerd: ${name}. Vergelijk de naam met die u hebt ingevuld.`,
  notRegistered:
    "Onder precies dit adres staat niemand in de lijst. Leden van bedrijven staan er nooit in. U kunt toch versturen.",
  askedTooOften: (wait) => `U hebt het te vaak gevraagd. Vraag het opnieuw over ${wait}.`,
  standing: (day, ground) => `Uw register bevat een toestemming van ${day} (${ground}).`,
  use: "Voor deze zending gebruiken",
  withdrawn: (day) =>
    `De toestemming van deze geadresseerde is ingetrokken op ${day}. Een brief op papier is nu de veilige weg.`,
  picker: {
    title: "Geadresseerden kiezen",
    lead: "Vink aan wie de zending krijgt. Toestemmingen uit uw register gaan mee.",
    add: "Aan de zending toevoegen",
    back: "Terug naar de zending",
    tooMany: (max) => `Een zending heeft hoogstens ${max} geadresseerden. Niemand is toegevoegd.`,
    emptyText: "Uw adresboek is leeg. Schrijf eerst contacten of lees ze in.",
  },
  file: {
    title: "Geadresseerden uit een bestand",
    lead: (max) =>
      `CSV of vCard, zoals voor het adresboek. Elke rij wordt een geadresseerde van deze zending, samen hoogstens ${max}. Wat fout is, ziet u in het formulier.`,
    tooMany: (max) =>
      `Het bestand heeft meer rijen dan de ${max} geadresseerden van een zending. Niemand is toegevoegd.`,
    button: "Aan de zending toevoegen",
  },
};
