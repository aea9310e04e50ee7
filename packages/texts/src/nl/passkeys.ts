// Woorden voor toegangssleutels (passkeys), in het Nederlands.

import type { passkeys as En } from "../en/passkeys.ts";

export const passkeys: typeof En = {
  signIn: {
    title: "Toegangssleutel (passkey)",
    lead: "Met uw vingerafdruk, uw gezicht of de pincode van uw toestel. U typt geen adres en geen wachtwoord.",
    button: "Aanmelden met een toegangssleutel",
    password: "E-mailadres en wachtwoord",
    refusedTitle: "De toegangssleutel is niet aanvaard",
    refused:
      "Deze toegangssleutel opent hier geen account, of het duurde te lang. Probeer opnieuw, of meld u op een andere manier aan.",
    noAccount: "Deze toegangssleutel is van u, maar u bent geen lid meer van een account.",
    otherWays: "Op een andere manier aanmelden",
  },
  confirm: {
    button: "Bevestigen met een toegangssleutel",
    otherWays: "Op een andere manier bevestigen",
    refused: "De toegangssleutel is niet aanvaard. Probeer opnieuw, of bevestig op een andere manier.",
  },
  withoutScript:
    "Toegangssleutels hebben JavaScript nodig. Zet het aan en laad deze pagina opnieuw, of kies een andere manier.",
  island: {
    asking: "Een ogenblik.",
    waiting: "Volg wat uw browser toont.",
    sending: "Uw toestel heeft geantwoord. We controleren het antwoord.",
    unsupported: "Deze browser kent geen toegangssleutels. Kies een andere manier, of een nieuwere browser.",
    cancelled:
      "Er is niets verstuurd. U hebt geannuleerd, het duurde te lang, of dit toestel heeft geen toegangssleutel voor deze site.",
    notMade:
      "Er is geen toegangssleutel gemaakt. U hebt geannuleerd, of het duurde te lang. U kunt opnieuw proberen.",
    known: "Dit toestel heeft al een toegangssleutel voor uw account.",
    unfit:
      "Dit toestel kan geen toegangssleutel maken waarop we kunnen vertrouwen. Daarvoor is een vingerafdruk, een gezicht of een pincode nodig. Stel die in, of gebruik een ander toestel.",
    wrongAddress:
      "Deze pagina is geopend op een adres waarvoor toegangssleutels niet kunnen antwoorden. Open ze op het gewone adres van deze site.",
    tooMany: "Er waren te veel pogingen. Wacht enkele minuten.",
    ended: "Deze pagina stond te lang open. Laad ze opnieuw, en probeer het dan nog eens.",
    failed: "Dat is niet gelukt. Probeer opnieuw.",
  },
  page: {
    title: "Toegangssleutels",
    lead: "Met een toegangssleutel (passkey) meldt u zich aan met uw vingerafdruk, uw gezicht of de pincode van uw toestel. Niemand kan hem raden of u ontfutselen.",
    summary: (count) => (count === 1 ? "U hebt 1 toegangssleutel." : `U hebt ${count} toegangssleutels.`),
    manage: "Toegangssleutels beheren",
    add: "Toegangssleutel toevoegen",
    emptyTitle: "U hebt nog geen toegangssleutel",
    emptyText: "Daarmee meldt u zich sneller aan, en kan niemand anders dat in uw naam.",
    name: "Naam",
    made: "Gemaakt",
    lastUse: "Laatst gebruikt",
    never: "nog niet gebruikt",
    acts: "Naam wijzigen of verwijderen",
    rename: "Naam wijzigen",
    renameOne: (name) => `Naam van ${name} wijzigen`,
    remove: "Verwijderen",
    removeOne: (name) => `${name} verwijderen`,
    backedUp: "Ook bewaard door de maker van uw toestel of uw wachtwoordbeheerder",
    oneDevice: "Op één toestel",
    suspected: "Geblokkeerd",
    suspectedText:
      "Van een geblokkeerde toegangssleutel is misschien een kopie in gebruik. Daarom opent hij niets meer. Voeg een nieuwe toe, en verwijder daarna de geblokkeerde.",
    spare:
      "Deze toegangssleutel staat op één toestel. Voeg er nog een toe op een tweede toestel, voor als u dit verliest.",
  },
  done: {
    added: "De toegangssleutel is toegevoegd. U kunt er zich voortaan mee aanmelden.",
    renamed: "De toegangssleutel heeft zijn nieuwe naam.",
    removed: "De toegangssleutel is verwijderd. Hij opent hier niets meer.",
  },
  adding: {
    title: "Toegangssleutel toevoegen",
    lead: "Uw browser vraagt waar hij bewaard moet worden: op dit toestel, op uw telefoon of op een beveiligingssleutel.",
    hint: "Zodat u later weet op welk toestel hij staat.",
    button: "Toegangssleutel maken",
    refused:
      "De toegangssleutel kon niet worden toegevoegd. Het duurde te lang, of we kennen hem al. Probeer opnieuw.",
    tooMany: "U hebt zoveel toegangssleutels als een account kan hebben. Verwijder er eerst een.",
  },
  renaming: {
    title: "Naam van een toegangssleutel wijzigen",
    button: "Naam bewaren",
  },
  removing: {
    title: "Deze toegangssleutel verwijderen?",
    text: (name) => `“${name}” opent hier dan niets meer. We laten het u per e-mail weten.`,
    alsoOnDevice:
      "Uw toestel kan hem nog blijven voorstellen. Verwijder hem ook daar, in de instellingen van uw wachtwoorden.",
    sessions: "Waar u nu aangemeld bent, blijft u aangemeld.",
    sessionsLink: "Bekijken waar u aangemeld bent",
    button: "Verwijderen",
    keep: "Behouden",
    last: "Dit is uw enige manier om u aan te melden, dus dit kan niet verwijderd worden. Voeg eerst een andere toegangssleutel toe of kies een wachtwoord.",
  },
};
