// Woorden van de identificatie op de ophaalsite (Nederlands).

import type { collectIdentify as En } from "../en/collect-identify.ts";

export const collectIdentify: typeof En = {
  title: "Identificeer u",
  lead: "De afzender vraagt dat u toont wie u bent voor u de zending te zien krijgt.",
  strongerTitle: "Of toon wie u bent",
  strongerLead: "Dat is de sterkere manier. Het bewijs zegt dan wie u bent, en codes zijn niet nodig.",
  itsme: "Verder met itsme",
  itsmeMeans: "Met de itsme-app op uw telefoon.",
  card: "Verder met uw identiteitskaart",
  cardMeans: "Op een computer met een kaartlezer, met de pincode van uw kaart.",
  compared:
    "We vergelijken uw naam, en wat de afzender nog over u opgaf, met wat itsme of uw kaart zegt. Het bewijs vermeldt uw naam, de manier en het tijdstip. Uw rijksregisternummer en uw geboortedatum staan er nooit in.",
  delegate: {
    lead: (organisation) =>
      `Alleen een lid van een geverifieerde account van ${organisation} kan deze zending zo ophalen.`,
    compared:
      "Het bewijs zegt dat een lid van de organisatie de zending ophaalde. Het noemt u enkel met een willekeurig nummer, met de manier en het tijdstip.",
    title: "Is de organisatie nog niet geregistreerd?",
    steps: [
      "Iemand die voor haar mag handelen, opent bij ons een bedrijfsaccount en identificeert zich met itsme of een identiteitskaart.",
      "Wij controleren haar ondernemingsnummer en het mandaat.",
      "Elk lid koppelt zijn itsme of identiteitskaart aan het account. Vanaf dan kan het hier ophalen.",
    ],
  },
  none: {
    title: "Identificatie is hier nu niet mogelijk",
    text: (sender) =>
      `De afzender vraagt itsme of een identiteitskaart, en geen van beide is op dit ogenblik beschikbaar. U hebt niets aanvaard en niets geweigerd. Probeer het later opnieuw, of vraag ${sender} om de zending op een andere manier te versturen.`,
  },
  cardPage: {
    title: "Identificeer u met uw identiteitskaart",
    tls: {
      title: "Zonder de extensie Web eID",
      text: "Uw browser kan de kaart ook zelf vragen. U kiest dan het certificaat voor authenticatie.",
      button: "Laat de browser de kaart lezen",
    },
  },
  mismatch: {
    title: "U bent niet de geadresseerde zoals de afzender die omschreef",
    happened: {
      name: (addressee) =>
        `Deze zending is voor ${addressee}. itsme of uw kaart vermeldt een andere naam. We kunnen u dus niet binnenlaten.`,
      birth_date: (addressee) =>
        `Deze zending is voor ${addressee}, met een geboortedatum die de afzender opgaf. itsme of uw kaart vermeldt een andere, of geen.`,
      register_number: (addressee) =>
        `Deze zending is voor ${addressee}, met een rijksregisternummer dat de afzender opgaf. itsme of uw kaart vermeldt een ander, of geen. Sommige kaarten van vreemdelingen hebben er geen.`,
      not_a_member: (organisation) =>
        `Deze zending is voor ${organisation}. U bent geen lid van een geverifieerde account ervan, of uw itsme of kaart is er nog niet aan gekoppeld.`,
    },
    told: "We hebben de afzender gezegd wat niet klopte, maar niet wie u bent. De zending blijft gesloten en geen enkele datum verandert.",
    next: (sender) =>
      `Is de zending toch voor u? Dan is wat de afzender opgaf misschien fout. Vraag ${sender} om het na te kijken en de zending opnieuw te versturen.`,
    codes: "U kunt de zending nog ophalen met de twee codes.",
  },
  lost: {
    next: "Open uw bericht opnieuw met de link in de e-mail, in deze browser, of typ de controlecode.",
  },
  method: { itsme: "itsme", eid: "identiteitskaart" },
  level: { low: "niveau laag", substantial: "niveau substantieel", high: "niveau hoog" },
  decide: {
    person: (v) => `U bent geïdentificeerd als ${v.name}, met ${v.way}.`,
    member: (v) => `U bent geïdentificeerd als lid van het account van ${v.organisation}, met ${v.way}.`,
    choose: "Kies nu wat er met deze zending gebeurt.",
    later: (until) =>
      `U kunt deze pagina ook sluiten en later kiezen, ${until}. U identificeert u dan opnieuw.`,
    proofPerson: (v) =>
      `Het bewijs zegt dat ${v.name} heeft gekozen, geïdentificeerd met ${v.way}, en welke gegevens van de afzender zijn vergeleken.`,
    proofMember: (v) =>
      `Het bewijs zegt dat een lid van ${v.organisation} heeft gekozen, geïdentificeerd met ${v.way}. Het noemt u enkel met een willekeurig nummer.`,
  },
  message: {
    kept: (until) =>
      `U kunt deze zending hier openen ${until}, telkens nadat u zich hebt geïdentificeerd. Download ze als u ze langer wilt bewaren.`,
  },
  collectedBefore: {
    next: (until) =>
      `Was u dat, dan kunt u ze opnieuw openen ${until}, nadat u zich opnieuw hebt geïdentificeerd.`,
    notYou:
      "Was u het niet? Het bewijs noemt wie het was en hoe die persoon is geïdentificeerd. Vraag het meteen aan de afzender.",
  },
};
