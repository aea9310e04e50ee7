// Woorden van de ophaalsite (Nederlands).

import type { collect as En } from "../en/collect.ts";

export const collect: typeof En = {
  from: "Van",
  for: "Voor",
  hiddenSender: {
    name: "Een afzender wiens naam u ziet zodra u aanvaardt",
    line: "De afzender heeft dat gekozen. De bewijzen noemen de afzender in elk geval.",
    ask: "de afzender",
  },
  identifiedBy: {
    itsme: "geïdentificeerd met itsme",
    eid: "geïdentificeerd met identiteitskaart",
    other: "geïdentificeerd",
  },
  notYetAccepting: "Verdergaan is nog niet aanvaarden. U kiest op de volgende pagina.",
  backToNotice: "Terug naar het bericht",
  typeCheckCode: "Een controlecode typen",
  home: {
    title: "Een aangetekende zending ophalen",
    lead: "Typ de controlecode van uw bericht. Ze staat in de e-mail en in de sms, en is in beide dezelfde.",
    label: "Controlecode",
    hint: "12 letters en cijfers, zoals K7QM-4RTX-92VB. Hoofdletters, spaties en streepjes maken geen verschil.",
    button: "Verder",
    safety: "Wij vragen nooit een wachtwoord, een pincode of een bankkaartnummer.",
  },
  unknownLink: {
    title: "Deze link opent niets",
    happened:
      "De link is niet volledig, een nieuwer bericht heeft hem vervangen omdat de afzender uw adres heeft verbeterd, of de tijd waarin we de zending en haar bewijs bewaren is voorbij.",
    next: "Open de link in de laatste e-mail die u van ons kreeg, of typ de controlecode die erin staat.",
  },
  closedDoor: {
    title: "Open uw bericht opnieuw",
    happened:
      "In deze browser staat geen bericht open. Voor uw veiligheid sluiten we het na enkele uren, en we hebben er cookies voor nodig.",
    next: "Open de link in de e-mail nog eens, of typ de controlecode die erin staat.",
  },
  sessionEnded:
    "Er is een uur voorbij, dus de toegang is gesloten. Begin hieronder opnieuw om verder te gaan. Er is niets veranderd.",
  notice: {
    title: "Een aangetekende zending voor u",
    titleOrganisation: "Een aangetekende zending voor uw organisatie",
    whatIs:
      "Een aangetekende zending is de elektronische vorm van een aangetekende brief. Wie ze verstuurt, krijgt een bewijs van wat u is aangeboden en van wat u koos.",
    until: (until) => `U hoeft ze niet te aanvaarden. U kunt ze ophalen ${until}.`,
    untilNotSet: (days) =>
      `U hoeft ze niet te aanvaarden. U hebt vanaf vandaag ${days} volle dagen, vandaag niet meegeteld.`,
    afterWindow:
      "De laatste dag is voorbij, maar de brief is nog niet afgedrukt. U kunt de zending hier nog ophalen. Weigeren kan niet meer.",
    follows: "Wat volgt",
    ifAccept: "Als u aanvaardt",
    ifRefuse: "Als u weigert",
    ifNothing: "Als u niets doet",
    accepting:
      "U leest de zending meteen en kunt ze bewaren. De afzender krijgt een bewijs dat u ze hebt opgehaald, met dag en uur.",
    refusing:
      "U krijgt de zending niet te zien. De afzender krijgt een bewijs dat u ze hebt geweigerd. Weigeren kan in rechte hetzelfde gevolg hebben als ontvangen.",
    nothing: (day) =>
      `Na ${day} kan de zending niet meer worden opgehaald. De afzender krijgt een bewijs dat ze u is aangeboden. Ook dat kan gevolgen hebben in rechte.`,
    nothingLetter: (day, postedBy) =>
      `Na ${day} wordt de zending afgedrukt en komt ze met de post, als aangetekende brief. Ze gaat uiterlijk op ${postedBy} op de post.`,
    nothingUnaddressed:
      "De zending komt dan met de post, als aangetekende brief, als de afzender nog een bruikbaar postadres opgeeft. Anders eindigt ze, en krijgt de afzender een bewijs dat ze u is aangeboden. Ook dat kan gevolgen hebben in rechte.",
    nothingLetterNotSet: "De zending wordt dan afgedrukt en komt met de post, als aangetekende brief.",
    nothingLetterSoon: (postedBy) =>
      `De zending wordt binnenkort afgedrukt en komt met de post, als aangetekende brief. Ze gaat uiterlijk op ${postedBy} op de post.`,
    lastDay: "de laatste dag",
    twoCodes: (email, mobile) =>
      `We sturen u twee codes: een per e-mail naar ${email}, een per sms naar ${mobile}.`,
    send: "Stuur mij twee codes",
    notForMe: "Dit is niet voor mij",
    genuine: "Is dit echt?",
  },
  codes: {
    title: "Typ de twee codes",
    sent: "De twee codes zijn onderweg. Ze zijn tien minuten geldig.",
    email: (masked) => `Code uit de e-mail naar ${masked}`,
    sms: (masked) => `Code uit de sms naar ${masked}`,
    button: "Verder",
    resend: "Stuur nieuwe codes",
    resendIn: "Nieuwe codes over {time}",
    nothingArrived: "Kwam er niets aan?",
    help: "Kijk in de map met ongewenste e-mail. Een sms kan een minuut duren. Nieuwe codes vervangen de vorige.",
    wrongHelp: "Elk paar werkt tien minuten, voor vijf pogingen en één keer. Vraag bij twijfel nieuwe codes.",
    tooMany: (duration) => `Vijf paar codes per uur is de grens. U kunt nieuwe vragen over ${duration}.`,
  },
  decide: {
    title: "Aanvaarden of weigeren",
    lead: "U hebt de twee codes getypt. Kies nu wat er met deze zending gebeurt.",
    accept: "Aanvaarden",
    acceptButton: "Aanvaarden en lezen",
    refuse: "Weigeren",
    refuseButton: "De zending weigeren",
    later: "Nu niet",
    laterText: (until) =>
      `U kunt deze pagina ook sluiten en later kiezen, ${until}. U vraagt dan twee nieuwe codes.`,
    worth: "Wat het bewijs zal zeggen",
    possession:
      "Het bewijs zegt dat iemand met toegang tot deze mailbox en deze telefoon heeft gekozen. Het stelt geen identiteit vast.",
    changed: "Deze pagina is veranderd sinds u ze opende. Lees ze opnieuw en kies dan.",
    refusingClosed: "De laatste dag is voorbij. Weigeren kan niet meer, aanvaarden nog wel.",
  },
  wait: {
    title: "Een ogenblik",
    happened: (time) => `U hebt aanvaard op ${time}. Dat telt, hoelang de volgende stap ook duurt.`,
    next: "Een onafhankelijke instantie zet er nu een tijdstempel op. Daarna opent de zending vanzelf, meestal binnen een seconde.",
    reload: "Staat deze pagina stil, laad ze dan opnieuw.",
    reloadButton: "Opnieuw laden",
  },
  damaged: {
    title: "We kunnen de zending nu niet openen",
    happened:
      "Voor u aanvaardt, gaan we na of we elk deel kunnen overhandigen. Eén deel gaat niet open. Er is niets veranderd: u hebt niets aanvaard.",
    next: "Dit is onze fout en wij zijn verwittigd. Probeer het later opnieuw. U kunt ook weigeren of wachten.",
  },
  failed: {
    title: "De zending kan niet worden overhandigd",
    happened: (time) => `U hebt aanvaard op ${time}. Daarna bleek een deel van de zending bij ons verloren.`,
    next: (sender) =>
      `Het bewijs zegt dat, en dat de oorzaak bij ons ligt. Vraag aan ${sender} om de zending opnieuw te sturen.`,
  },
  message: {
    title: "Uw aangetekende zending",
    collected: (time) => `U hebt deze zending opgehaald op ${time}.`,
    files: "Bestanden",
    filesLead: "Precies deze bytes zijn verstuurd, en het bewijs noemt ze.",
    messageText: "de tekst hierboven",
    fingerprint: "Vingerafdruk (SHA-256)",
    download: "Downloaden",
    downloadAll: "Alles downloaden als één zipbestand",
    keptTitle: "Bewaar wat u nodig hebt",
    kept: (until) =>
      `U kunt deze zending hier openen ${until}, telkens met twee codes. Download ze als u ze langer wilt bewaren.`,
    proofTitle: "Uw kopie van het bewijs",
    proof: (email) => `We mailen u het bewijs van ophaling, naar ${email}, zodra het verzegeld is.`,
    proofAgain: "Stuur het nog eens",
    proofAsked: "De kopie is onderweg naar uw mailbox.",
    leave: "Deze zending sluiten",
    left: "U hebt de zending gesloten. Begin hieronder opnieuw om ze weer te openen.",
    zipName: "aangetekende-zending",
  },
  collectedBefore: {
    title: "Deze zending is opgehaald",
    happened: (time) => `Ze is aanvaard op ${time}. De afzender weet het.`,
    next: (until) => `Was u dat, dan kunt u ze opnieuw openen ${until}, met twee nieuwe codes.`,
    over: (until) =>
      `Ze kon opnieuw worden geopend ${until}. De inhoud is gewist. De kopie van het bewijs in uw mailbox blijft geldig.`,
    notYou:
      "Was u het niet? Dan deed iemand het met toegang tot uw mailbox én uw telefoon. Zeg het meteen aan de afzender.",
  },
  closed: {
    refused: (time) => ({
      title: "Deze zending is geweigerd",
      happened: `Ze is geweigerd op ${time}. De afzender kreeg het bewijs daarvan. De zending gaat niet meer open.`,
      next: "Wilt u toch weten wat erin stond? Vraag het aan de afzender. Er volgt geen brief.",
    }),
    expired: (lastDay) => ({
      title: "Deze zending kan niet meer worden opgehaald",
      happened: `De laatste dag was ${lastDay}. De afzender kreeg een bewijs dat ze u is aangeboden en niet is opgehaald.`,
      next: "Vraag de afzender wat erin stond, of om ze opnieuw te sturen. Misschien loopt er een termijn: wacht niet.",
    }),
    notPosted: (lastDay) => ({
      title: "Er komt geen brief",
      happened: `De laatste dag om deze zending op te halen was ${lastDay}. Daarna zou ze met de post komen, maar ze is niet gepost. Hier gaat ze niet meer open.`,
      next: "Vraag de afzender wat erin stond, of om ze opnieuw te sturen. Misschien loopt er een termijn: wacht niet.",
    }),
    unreachable: (time) => ({
      title: "Deze zending is afgelopen",
      happened: `Geen bericht erover kon op tijd worden afgeleverd, daarom eindigde ze op ${time}. De afzender weet het.`,
      next: "Vraag de afzender om ze opnieuw te sturen, naar een adres dat werkt.",
    }),
    letter: (postedBy) => ({
      title: "De brief is onderweg",
      happened: `De zending is niet op tijd opgehaald. Ze wordt afgedrukt en gaat uiterlijk op ${postedBy} als aangetekende brief op de post. Hier gaat ze niet meer open.`,
      next: "U hoeft nu niets te doen. De brief bevat de hele zending met haar bijlagen. Neem hem aan van de postbode, of haal hem af in het postkantoor met uw identiteitskaart.",
    }),
    posted: (operator, time) => ({
      title: "De brief is onderweg",
      happened: `De zending is niet op tijd opgehaald. Ze ging als aangetekende brief op de post op ${time}. Hier gaat ze niet meer open.`,
      next: `Neem de brief aan van de postbode, of haal hem af in het postkantoor met uw identiteitskaart. Vraag ${operator} waar hij is.`,
    }),
    delivered: (operator) => ({
      title: "De brief is gekomen",
      happened: `De zending is niet op tijd opgehaald en kwam met de post, als aangetekende brief. ${operator} verklaart dat hij is bezorgd.`,
      next: `Kreeg u hem niet? Vraag het aan ${operator}, of vraag de afzender wat erin stond.`,
    }),
    returned: (operator) => ({
      title: "De brief is teruggegaan",
      happened: `De zending is niet op tijd opgehaald en ging met de post, als aangetekende brief. ${operator} verklaart dat hij is teruggestuurd.`,
      next: "Vraag de afzender wat erin stond, of om ze opnieuw te sturen. Er kan een termijn lopen: wacht niet.",
    }),
    unheard: (operator, time) => ({
      title: "De brief is gepost",
      happened: `De zending is niet op tijd opgehaald. Ze ging als aangetekende brief op de post op ${time}. ${operator} heeft niet verklaard wat ervan geworden is.`,
      next: `Kreeg u hem niet? Vraag ${operator} waar hij is, of vraag de afzender wat erin stond. Misschien loopt er een termijn: wacht niet.`,
    }),
    post: "de post",
    item: "Nummer van de brief",
    waits: () => ({
      title: "Eén minuut, alstublieft",
      happened: "De laatste dag is net voorbij. We boeken dat nu, en tot dan kan er niets worden gekozen.",
      next: "Open deze pagina over een minuut opnieuw. Zolang de brief niet is afgedrukt, kunt u nog aanvaarden.",
    }),
    again: "Opnieuw proberen",
  },
  notForMe: {
    title: "Dit is niet voor mij",
    lead: (addressee) => `Dit bericht is bedoeld voor ${addressee}. Bent u dat niet, zeg het ons dan.`,
    effects: [
      "We zeggen de afzender dat iemand met deze link dat meldt.",
      "Dit adres krijgt geen herinneringen meer.",
      "De zending gaat niet open, en blijft voor de geadresseerde beschikbaar tot de laatste dag.",
    ],
    notRefusing: "Hiermee wordt niets aanvaard en niets geweigerd.",
    confirm: "Dit is niet voor mij: zeg het de afzender",
    doneTitle: "We hebben het de afzender gezegd",
    done: "Dank u. U krijgt geen herinneringen meer over deze zending. U hoeft verder niets te doen en mag de e-mail wissen.",
  },
  genuine: {
    title: "Is dit echt?",
    lead: "Wees voorzichtig met links in e-mails. U kunt dit bericht nakijken zonder de link te vertrouwen.",
    steps: (address) => [
      `Typ zelf dit adres: ${address}`,
      "Typ daar de controlecode. Ze staat in de e-mail en in de sms, en moet in beide dezelfde zijn.",
      "U ziet dan dezelfde afzender en dezelfde laatste dag als in het bericht. Zo niet, dan komt het niet van ons.",
    ],
    codeIs: "U hebt dit bericht geopend met deze controlecode:",
    never:
      "Wij vragen nooit een wachtwoord, een pincode of een bankkaartnummer. De twee codes typt u alleen op deze site: zeg ze aan niemand, ook niet aan de telefoon.",
    askSender: (sender) =>
      `Twijfelt u, bel dan ${sender} op een nummer dat u kent, niet op een nummer uit de e-mail.`,
  },
};
