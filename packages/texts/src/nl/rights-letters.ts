// Words in Dutch of the letters that the privacy desk writes about a request.

import type { rightsLetters as En } from "../en/rights-letters.ts";

export const rightsLetters: typeof En = {
  subject: (number) => `Uw verzoek nr. ${number} over persoonsgegevens`,
  dear: (name) => `Geachte ${name},`,
  rights: {
    access: "inzage in persoonsgegevens (AVG, artikel 15)",
    rectification: "verbetering van persoonsgegevens (AVG, artikel 16)",
    erasure: "wissing van persoonsgegevens (AVG, artikel 17)",
    restriction: "beperking van de verwerking (AVG, artikel 18)",
    objection: "stopzetting van een verwerking, bij wijze van bezwaar (AVG, artikel 21)",
    portability: "persoonsgegevens in een overdraagbare vorm (AVG, artikel 20)",
    withdrawal: "de intrekking van een toestemming (AVG, artikel 7, lid 3)",
    complaint: "een antwoord op een klacht",
  },
  received: (right, day) => `Op ${day} hebben wij uw verzoek ontvangen om ${right}.`,
  onBehalf: (name) => `U deed het namens ${name}.`,
  identity: [
    "Voor wij antwoorden, moeten wij zeker zijn wie het verzoek doet. Stuur ons een kopie van de voorzijde van een identiteitsbewijs. De foto en het rijksregisternummer mag u onleesbaar maken.",
    "Wij bekijken de kopie één keer en vernietigen ze meteen. De maand waarin wij antwoorden, loopt vanaf de dag waarop wij ze hebben.",
    "Doet u het verzoek namens iemand anders, stuur dan ook het document mee dat u daartoe machtigt.",
  ],
  identityUntil: (day) =>
    `Wij wachten daarop tot en met ${day}. Daarna sluiten wij het verzoek af; u kunt het altijd opnieuw doen.`,
  identityReminder: (day) =>
    `Wij schreven u dat wij zeker moeten zijn wie het verzoek doet, of met welke volmacht u het namens iemand anders doet. Wij hebben nog niets van u ontvangen. Wij wachten tot en met ${day}. Daarna sluiten wij het verzoek af; u kunt het altijd opnieuw doen.`,
  extension: (day) =>
    `Wij hebben meer tijd nodig dan een maand. U krijgt ons antwoord uiterlijk op ${day}. De reden:`,
  answers: {
    granted: "Wij gaan in op uw verzoek.",
    granted_in_part:
      "Wij gaan gedeeltelijk in op uw verzoek. Wat wij niet kunnen doen en waarom, leest u hieronder.",
    refused: "Wij kunnen niet ingaan op uw verzoek. De reden leest u hieronder.",
  },
  grounds: {
    not_identified: "Er is niet aangetoond wie het verzoek doet. Wij mogen er dan geen gevolg aan geven.",
    no_authority: "Er is niet aangetoond dat u het verzoek namens deze persoon mag doen.",
    excessive: "Het verzoek is kennelijk ongegrond of buitensporig, met name omdat het herhaald werd.",
    nothing_held:
      "Wij hebben geen gegevens over u, of geen waarvan wij kunnen vaststellen dat ze van u zijn.",
    rights_of_others: "Wat u vraagt, zou afbreuk doen aan de rechten en vrijheden van anderen.",
    not_portable:
      "Deze gegevens berusten niet op uw toestemming of op een overeenkomst met u, of worden niet geautomatiseerd verwerkt.",
    accurate:
      "De gegevens zijn juist. Verzegeld bewijs wordt nooit gewijzigd; er kan wel een nota naast staan.",
    legal_obligation: "De wet verplicht ons deze gegevens te bewaren.",
    legal_claims:
      "Het bewijs van een aangetekende zending is nodig om een rechtsvordering in te stellen, uit te oefenen of te onderbouwen.",
    not_restrictable: "Aan geen van de voorwaarden voor een beperking is voldaan.",
    kept_for_claims:
      "Tijdens de beperking blijven wij bewijs bewaren. Wij gebruiken het alleen voor rechtsvorderingen.",
    compelling_grounds:
      "Er zijn dwingende gerechtvaardigde gronden voor de verwerking, of zij dient voor een rechtsvordering.",
    no_consent: "De verwerking berust niet op een toestemming die ingetrokken kan worden.",
    sender_refused:
      "De afzender van de aangetekende zending, die verantwoordelijk is voor deze gegevens, heeft geweigerd. U kunt zich tot de afzender wenden.",
    sender_silent:
      "De afzender van de aangetekende zending, die verantwoordelijk is voor deze gegevens, is gevraagd en heeft niet binnen de termijn geantwoord. Zonder hem mogen wij er niets mee doen. U kunt zich tot de afzender wenden.",
    sender_gone:
      "De afzender van de aangetekende zending, die verantwoordelijk was voor deze gegevens, heeft zijn account bij ons gesloten. Niemand beslist er nog over; ze worden gewist op de dag die onze regels bepalen.",
    not_founded: "Wij hebben uw klacht onderzocht en geen inbreuk op de regels vastgesteld.",
  },
  article: (article) => `(AVG, artikel ${article})`,
  keptUntil: (day) =>
    `Wat wij moeten bewaren, bewaren wij tot en met ${day}. De dag daarna wordt het gewist, zonder dat u het opnieuw hoeft te vragen.`,
  senderSilent: (name, day) =>
    `Wij hebben ${name} gevraagd wat er moet gebeuren met wat over u is opgegeven. ${name} kon tot en met ${day} beslissen en heeft niet geantwoord. Wij hebben deze gegevens niet vrijgegeven en niet gewijzigd. Komt er later toch een antwoord, dan handelen wij daarnaar.`,
  senderGone: (name) =>
    `${name} was verantwoordelijk voor wat over u is opgegeven en heeft de account bij ons gesloten. Wat wij er nog van bewaren, wordt vanzelf gewist op de dag die onze regels bepalen, zonder dat u het hoeft te vragen.`,
  senderGoneNameless:
    "Een afzender die verantwoordelijk was voor wat over u is opgegeven, heeft de account bij ons gesloten. Wat wij er nog van bewaren, wordt vanzelf gewist op de dag die onze regels bepalen, zonder dat u het hoeft te vragen.",
  restrictedAddresses: (addresses) =>
    `Wij kennen geen account van u. Beperkt is wat op uw naam aan ${addresses} gericht is. Voor wie die mailbox nog leest, verandert er niets, en ook niet voor een zending met een andere schrijfwijze van uw naam.`,
  waits: (day) =>
    `Er is nog een aangetekende zending aan u onderweg. Die loopt eerst tot haar einde, uiterlijk op ${day}. Daarna voeren wij uit wat wij toegestaan hebben en schrijven wij u opnieuw.`,
  account:
    "U hebt een account. Die sluit u zelf: meld u aan op het portaal en kies “De account sluiten”; bent u lid van een bedrijf, kies dan “Verlaten”. U kunt het sluiten 44 dagen lang terugnemen; op de dag daarna verdwijnen de gegevens van de account vanzelf, en wat de wet bewaart, verdwijnt op zijn eigen dag.",
  rectified: (day) => `Op ${day} noteerde onze privacydienst naast dit bewijs, dat blijft zoals het was:`,
  carriedOut: "Wat wij toegestaan hebben, is uitgevoerd.",
  restrictionEnds: (day) =>
    `De beperking van de verwerking eindigt. Zij geldt nog tot en met ${day}. Gaat u niet akkoord, schrijf ons dan voor die dag.`,
  complaint:
    "Gaat u niet akkoord, dan kunt u een klacht indienen bij de Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel, www.gegevensbeschermingsautoriteit.be. U kunt ook naar de rechter gaan.",
  closing: (provider) => `De privacydienst van ${provider}`,
  page: (page, pages) => `Pagina ${page} van ${pages}`,
  overview: {
    title: "Wat wij over u hebben",
    lead: (name, day) =>
      `Gemaakt op ${day} voor ${name}. Dezelfde gegevens staan volledig in de bestanden hiernaast.`,
    person: "Uw account",
    letters: (count) => `Aangetekende zendingen: ${count}`,
    letter: (sender) => `Van ${sender}`,
    email: "E-mail",
    name: "Naam",
    since: "Sinds",
    identified: "Geïdentificeerd",
    accepted: "Ingediend",
    final: "Beëindigd",
    onItsWay: "onderweg",
    state: "Stand",
    events: "Bewijs",
    uses: "Regels in het gebruikslogboek",
    notices: "Verstuurde berichten",
    entrusted: "Wat de afzender over u opgaf",
    withheld: "De afzender is verantwoordelijk voor wat hij over u opgaf en heeft het niet vrijgegeven.",
    none: "geen",
  },
};
