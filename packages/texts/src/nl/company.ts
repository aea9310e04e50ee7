// Words of the pages about an account itself in Dutch: its API keys.

import type { company as En } from "../en/company.ts";

export const company: typeof En = {
  apiKeys: {
    menu: "API-sleutels",
    title: "API-sleutels",
    lead: "Met deze sleutels versturen en volgen uw eigen systemen aangetekende zendingen. Voor elke sleutel staat een lid in: wat een sleutel verstuurt, gaat uit in naam van dat lid.",
    caption: "API-sleutels van dit account, de nieuwste eerst",
    key: "Sleutel",
    answerable: "Staat ervoor in",
    lastUse: "Laatst gebruikt",
    never: "nooit",
    state: "Toestand",
    act: "Handeling",
    states: { in_force: "in gebruik", suspended: "geschorst", replaced: "vervangen", revoked: "ingetrokken" },
    why: {
      suspended_left: "Dit lid heeft het account verlaten.",
      suspended_not_identified: "Dit lid is niet geïdentificeerd.",
      suspended_too_old: "Dit lid moet zich opnieuw identificeren.",
    },
    takeOver: "Overnemen",
    takeOverOne: (name) => `De sleutel ${name} overnemen`,
    takeOverEffect:
      "Wie een geschorste sleutel overneemt, staat er vanaf dan voor in. De sleutel werkt meteen weer. De andere beheerders, en het lid dat er eerst voor instond, krijgen een e-mail.",
    askAdmin:
      "Een geschorste sleutel werkt weer zodra het lid zich opnieuw identificeert, of zodra een geïdentificeerde beheerder hem overneemt.",
    taken: "De sleutel is nu van u en werkt weer.",
    scopes: "Mag",
    scope: {
      "messages:send": "zendingen versturen",
      "messages:read": "zendingen oplijsten en volgen",
      "evidence:read": "bewijsstukken en bewijzen ophalen",
    },
    scopeHints: {
      "messages:send": "Elke zending kost krediet, en gaat uit in naam van wie voor de sleutel instaat.",
      "messages:read": "Met onderwerp, geadresseerden en toestand. Nodig om te weten hoe ver een zending is.",
      "evidence:read": "Bewijzen als PDF, bewijsstukken als XML, en bundels van beide.",
    },
    servesUntil: (time) => `Een nieuwere sleutel heeft zijn plaats ingenomen. Deze werkt nog tot ${time}.`,
    made: "Gemaakt",
    open: (name) => `De sleutel ${name} bekijken`,
    back: "Terug naar de sleutels",
    newKey: "Een sleutel maken",
    newTitle: "Een API-sleutel maken",
    newLead:
      "U staat in voor wat de sleutel doet. Geef een sleutel aan één programma, en laat hem niet meer doen dan dat programma nodig heeft: een sleutel die uitlekt kan dan beëindigd worden zonder schade voor andere.",
    name: "Naam",
    nameHint: "Waaraan u en uw collega’s de sleutel herkennen, bijvoorbeeld het programma dat hem gebruikt.",
    makeButton: "De sleutel maken",
    secretTitle: "Uw sleutel",
    secretLead:
      "Kopieer hem nu en bewaar hem waar u wachtwoorden bewaart. Wij hebben alleen een afdruk en kunnen hem niet opnieuw tonen.",
    secret: "API-sleutel",
    secretHint: "Zet de cursor in het veld, selecteer alles en kopieer. Alle beheerders krijgen een e-mail.",
    secretDone: "Ik heb hem bewaard",
    rotateTitle: "Vernieuwen",
    rotateLead:
      "U krijgt een nieuwe sleutel met dezelfde naam die hetzelfde mag, en u staat ervoor in. De oude eindigt meteen, of werkt ernaast terwijl u uw programma’s aanpast.",
    rotateHours: "De oude sleutel",
    hours: { 0: "eindigt meteen", 1: "werkt nog één uur", 24: "werkt nog 24 uur" },
    rotateButton: "De nieuwe sleutel maken",
    revokeTitle: "Intrekken",
    revokeLead:
      "Vanaf dat ogenblik wordt niets meer van de sleutel aangenomen. Wat hij verstuurde, loopt tot zijn einde. Een ingetrokken sleutel kan niet opnieuw in gebruik worden genomen.",
    revokeButton: "De sleutel meteen intrekken",
    revoked: "De sleutel is ingetrokken. Er wordt niets meer van aangenomen.",
    ended: "Deze sleutel is beëindigd. Hij blijft in de lijst staan, zodat het logboek te begrijpen blijft.",
    adminsOnly: "Sleutels worden gemaakt en beëindigd door beheerders.",
    emptyTitle: "Geen API-sleutels",
    emptyText: "Dit account heeft geen sleutel waarmee een eigen systeem kan versturen.",
  },
};
