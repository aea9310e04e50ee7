// Versie 2 van de praktijkverklaring in het Nederlands: versie 1 met deze wijzigingen. De bytes liggen vast.

import { amend } from "../../amend.ts";
import { practiceStatement1 } from "./practice-statement-1.ts";

export const practiceStatement2 = amend(practiceStatement1, [
  ["# Praktijkverklaring, versie 1", "# Praktijkverklaring, versie 2"],
  [
    "de naam blijft bij de dienst.\n",
    "de naam blijft bij de dienst. Een sleutel van het eigen systeem van de afzender wordt opgeschort wanneer de persoon die ervoor instaat vertrekt of te lang geleden werd geïdentificeerd, tot een geïdentificeerde beheerder hem overneemt.\n",
  ],
  [
    "een opgegeven geboortedatum of rijksregisternummer moet precies kloppen.",
    "een opgegeven geboortedatum of rijksregisternummer moet precies kloppen. Hoofdletters, accenten, koppeltekens, apostrofs en spaties maken bij namen geen verschil.",
  ],
  [
    "- #identification-eid: De Belgische elektronische identiteitskaart, via Web eID. Het certificaat wordt tot aan de wortel en met OCSP nagekeken.",
    "- #identification-eid: De Belgische elektronische identiteitskaart of de vreemdelingenkaart, via Web eID of via een TLS-verbinding waarin de kaart haar sleutel bewijst. Het certificaat voor authenticatie wordt nagekeken tot aan een wortel die de dienst bewaart, en zijn status wordt tijdens de poging gevraagd aan de uitgever (OCSP); zonder goed antwoord wordt niemand geïdentificeerd.",
  ],
  [
    "Het betrouwbaarheidsniveau is dat van eIDAS artikel 8, waar de methode er voor deze persoon een heeft.",
    "Het betrouwbaarheidsniveau is dat van eIDAS artikel 8, waar de methode er voor deze persoon een heeft: hoog voor een Belgische kaart en voor een Belgisch itsme-account met de itsme-code; substantieel voor een Belgisch itsme-account zonder die code.",
  ],
  [
    "naam, naam en geboortedatum, of rijksregisternummer. Rijks",
    "naam, naam en geboortedatum, rijksregisternummer, of lidmaatschap van een bedrijfsaccount dat voor het ondernemingsnummer van de organisatie is nagekeken. Wie zo voor een organisatie ophaalt, wordt alleen met een willekeurig nummer genoemd. Wie zich identificeert en niet overeenstemt, wordt afgewezen en de zending blijft zoals ze was; de afzender verneemt dat het gebeurde en welk gegeven niet klopte, niet wie het was. Rijks",
  ],
]);
