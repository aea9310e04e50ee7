// Words in French about the address book.

import type { contacts as En } from "../en/contacts.ts";
import { composeContacts } from "./compose-contacts.ts";
import { consents } from "./consents.ts";

export const contacts: typeof En = {
  menu: "Carnet d’adresses",
  sections: "Carnet d’adresses et consentements",
  consents,
  compose: composeContacts,
  list: {
    title: "Carnet d’adresses",
    lead: "Seuls les membres de votre compte le voient. Il disparaît avec le compte.",
    search: "Début d’un nom ou d’une adresse e-mail",
    caption: "Contacts, par nom",
    tick: (name) => `Cocher ${name}`,
    ticked: "Coché",
    name: "Nom",
    email: "E-mail",
    mobile: "Numéro de GSM",
    town: "Commune",
    write: "Nouveau contact",
    read: "Lire un fichier",
    exportCsv: "Exporter en CSV",
    exportVcard: "Exporter en vCard",
    deleteTicked: "Supprimer ce qui est coché",
    noneTicked: "Cochez d’abord au moins un contact.",
    emptyTitle: "Il n’y a encore personne ici",
    emptyText: "Écrivez un contact, ou lisez un fichier venant d’un autre programme.",
    nothingFound: "Personne n’a été trouvé",
    nothingFoundText: "Tapez le début d’un nom de famille, de prénoms ou d’une adresse e-mail.",
    all: "Tout afficher",
    added: "Le contact a été ajouté.",
    changed: "Le contact a été modifié.",
    deleted: (count) => (count === 1 ? "Un contact a été supprimé." : `${count} contacts ont été supprimés.`),
  },
  form: {
    addTitle: "Nouveau contact",
    changeTitle: "Contact",
    save: "Enregistrer",
    delete: "Supprimer ce contact",
    country: "Pays",
    countryHint: "Deux lettres, comme BE. La Belgique si vous laissez vide.",
  },
  deleting: {
    title: "Supprimer des contacts",
    text: (count) =>
      count === 1
        ? "Ce contact quitte votre carnet d’adresses. Vos envois et le registre des consentements restent tels quels."
        : `Ces ${count} contacts quittent votre carnet d’adresses. Vos envois et le registre des consentements restent tels quels.`,
    button: "Supprimer",
  },
  reading: {
    title: "Lire un fichier de contacts",
    lead: "CSV d’un tableur ou d’un programme de messagerie, ou vCard (3.0 ou 4.0). Au plus 50 000 lignes et 10 Mo.",
    file: "Fichier",
    how: "La première ligne d’un fichier CSV nomme les colonnes : nom, prénoms, e-mail, GSM, rue, numéro, code postal, commune, langue. Les noms en quatre langues et ceux d’Outlook et de Google sont connus. Une colonne que nous ne connaissons pas est ignorée.",
    consentColumns: "Les colonnes consent_on et consent_words entrent dans votre registre des consentements.",
    again:
      "Qui figure dans votre carnet avec la même adresse e-mail et le même nom est modifié, et non doublé.",
    button: "Lire",
    refused: {
      contact_file_missing: "Choisissez d’abord un fichier.",
      contact_file_too_large: "Le fichier dépasse 10 Mo. Rien n’a été lu.",
      contact_file_empty: "Le fichier est vide. Rien n’a été lu.",
      contact_columns_unknown:
        "Nous n’avons trouvé aucune colonne de noms, ou aucune d’adresses e-mail. La première ligne doit nommer les colonnes. Rien n’a été lu.",
      contact_rows_too_many:
        "Le fichier a plus de 50 000 lignes. Les 50 000 premières ont pu être lues. Divisez le fichier et lisez le reste.",
    },
  },
  report: {
    title: "Ce qui a été lu",
    lead: (when) => `Lu le ${when}. Cette page est gardée un jour.`,
    added: "Ajoutés",
    changed: "Modifiés",
    bad: "Non repris",
    understood: "Comment le fichier a été compris",
    format: "Format",
    formats: { csv: "CSV", vcard: "vCard" },
    encoding: "Caractères",
    delimiter: "Colonnes séparées par",
    delimiters: { ",": "virgule", ";": "point-virgule", "\t": "tabulation" },
    columns: "Colonnes",
    passedOver: "Ignorées",
    none: "aucune",
    badTitle: "Lignes qui n’ont pas été reprises",
    badLead: (shown, all) =>
      shown === all
        ? "Corrigez-les et lisez-les à nouveau."
        : `Les ${shown} premières sur ${all}. Corrigez-les et lisez-les à nouveau.`,
    download: "Les télécharger en CSV, avec les raisons",
    downloadNote:
      "Les cellules qu’un tableur prendrait pour une formule y commencent par une apostrophe. À la nouvelle lecture, elle est retirée.",
    line: "Ligne",
    reasons: "Raison",
    toList: "Vers le carnet d’adresses",
  },
  badFile: { line: "ligne", reasons: "raisons" },
};
