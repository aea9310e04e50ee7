// Woorden van mails en sms'en (Nederlands).

import type { notices as En } from "../en/notices.ts";

export const notices: typeof En = {
  addressee: "Voor",
  sender: "Van",
  hiddenSender: {
    within: "een afzender wiens naam u ziet zodra u aanvaardt",
    first: "Een afzender wiens naam u ziet zodra u aanvaardt",
  },
  or: "of",
  button: "Naar de aangetekende zending",
  senderButton: "Naar de zending",
  choice: "U hoeft ze niet te aanvaarden. De link volgen is nog niet aanvaarden: u kiest op de pagina.",
  doNothingLetter: (v) =>
    `Doet u niets, dan wordt de zending daarna afgedrukt en u per post als aangetekende brief gestuurd. Ze gaat uiterlijk op ${v.postedBy} op de post.`,
  doNothingUnaddressed:
    "Doet u niets, dan wordt de zending u daarna per post als aangetekende brief gestuurd, als de afzender nog een bruikbaar postadres opgeeft. Anders vervalt ze, en krijgt de afzender het bewijs dat ze u is aangeboden en niet is opgehaald.",
  doNothingProof:
    "Doet u niets, dan vervalt de zending. De afzender krijgt dan het bewijs dat ze u is aangeboden en niet is opgehaald.",
  codesNeeded:
    "Om ze te lezen typt u twee codes: een die we naar dit e-mailadres sturen en een die we naar uw gsm sturen.",
  identityNeeded: "Om ze te lezen identificeert u zich met itsme of met uw identiteitskaart (eID).",
  check: (v) => `Volgt u liever geen link? Ga dan zelf naar ${v.checkUrl} en typ deze controlecode:`,
  checkSms: "Dezelfde controlecode staat in de sms die we u sturen.",
  noPassword: "Wij vragen nooit een wachtwoord, een pincode of een bankkaartnummer.",
  notForMe: (v) =>
    `Bent u ${v.addressee} niet? Zeg het op de pagina. U hoeft zich daarvoor niet te identificeren.`,
  why: (v) =>
    `U krijgt deze e-mail omdat ${v.sender} dit adres heeft opgegeven als dat van de geadresseerde.`,
  automatic: "Deze e-mail is automatisch verstuurd. Niemand leest antwoorden erop.",
  trust: {
    demonstration:
      "Dit is een demonstratie. Ze heeft geen rechtsgevolgen en vervangt geen aangetekende brief die de wet voorschrijft.",
    nonQualified:
      "Deze elektronische aangetekende zending vervangt geen aangetekende brief die de wet voorschrijft.",
    qualified: (v) =>
      `Deze zending is alleen gekwalificeerd (eIDAS, artikel 44) als ze wordt opgehaald met ${v.methods}. Anders opgehaald vervangt ze geen aangetekende brief die de wet voorschrijft.`,
    methods: { eid: "een identiteitskaart (eID)", itsme: "itsme" },
  },
  notice: {
    subject: (v) => `Aangetekende zending voor ${v.addressee} van ${v.sender}`,
    heading: "Een aangetekende zending voor u",
    intro: (v) =>
      `${v.sender} heeft u via ${v.service} een elektronische aangetekende zending gestuurd. Ze ligt voor u klaar.`,
    window: (v) =>
      `U kunt ze ophalen of weigeren tot en met ${v.until}, Brusselse tijd. ${
        v.days === 1 ? "Dat is één volle dag, morgen." : `Dat zijn ${v.days} volle dagen vanaf morgen.`
      }`,
  },
  reminder: {
    subject: (v) => `Herinnering: aangetekende zending voor ${v.addressee} van ${v.sender}`,
    heading: "Uw aangetekende zending ligt nog klaar",
    intro: (v) =>
      `${v.sender} heeft u via ${v.service} een elektronische aangetekende zending gestuurd. U hebt ze nog niet opgehaald of geweigerd.`,
    window: (v) => `U kunt ze ophalen of weigeren tot en met ${v.until}, Brusselse tijd.`,
  },
  code: {
    subject: (v) => `Uw code voor de aangetekende zending van ${v.sender}`,
    heading: "Uw code uit de e-mail",
    intro: "Typ deze code op de pagina die ze vraagt, samen met de code uit de sms.",
    valid: (v) => `Ze is ${v.minutes} minuten geldig en werkt één keer.`,
    keep: "Geef ze aan niemand. Wij vragen ze nooit per telefoon of per e-mail.",
    belongs: (v) => `Ze hoort bij de aangetekende zending met controlecode ${v.checkCode}.`,
    notYou: "Hebt u geen code gevraagd? Dan hoeft u niets te doen.",
  },
  contentReady: {
    subject: (v) => `Uw bewijs van ophaling van de aangetekende zending van ${v.sender}`,
    heading: "U hebt een aangetekende zending opgehaald",
    intro: (v) => `U hebt de aangetekende zending van ${v.sender} aanvaard op ${v.at}.`,
    attached:
      "Uw bewijs van ophaling is bij deze e-mail gevoegd. Bewaar het. Iedereen kan het controleren, ook zonder ons.",
    again: (v) =>
      `U kunt het bericht en de bijlagen opnieuw lezen tot en met ${v.until}, met dezelfde identificatie.`,
  },
  senderFailed: {
    answer: "Het antwoord dat we kregen",
    reference: "Zending",
    mail: {
      subject: (v) => `Niet bezorgd: het bericht aan ${v.addressee}`,
      heading: "De kennisgeving kon niet worden bezorgd",
      what: (v) =>
        `De e-mail aan ${v.addressee} (${v.address}) is geweigerd of teruggekomen. Er loopt geen ophaaltermijn.`,
      repair: (v) =>
        `U kunt het e-mailadres, het gsm-nummer of de naam één keer verbeteren, tot ${v.until}. Dan vertrekt een nieuwe kennisgeving en begint een volledige ophaaltermijn.`,
    },
    sms: {
      subject: (v) => `Niet bezorgd: de sms aan ${v.addressee}`,
      heading: "De sms kon niet worden bezorgd",
      what: (v) => `De sms aan ${v.addressee} (${v.address}) is niet bezorgd.`,
      stands: "De kennisgeving per e-mail blijft gelden en geen datum verandert.",
      repair:
        "U kunt het gsm-nummer één keer verbeteren. Dan vertrekt de kennisgeving opnieuw en begint een volledige ophaaltermijn.",
    },
    reminder: {
      subject: (v) => `Niet bezorgd: een herinnering aan ${v.addressee}`,
      heading: "Een herinnering kon niet worden bezorgd",
      what: (v) =>
        `Een herinnering aan ${v.addressee} (${v.address}) is niet bezorgd. De kennisgeving blijft gelden en geen datum verandert.`,
    },
    otherwiseLetter:
      "Wordt er niets verbeterd, dan wordt de zending afgedrukt en als aangetekende brief gepost.",
    otherwiseProof:
      "Wordt er niets verbeterd, dan eindigt de zending als onbereikbaar en krijgt u het bewijs van wat geprobeerd is.",
  },
  senderFinal: {
    proof: "Het bewijs kunt u downloaden op de pagina van de zending.",
    proofAttached:
      "Uw account is gesloten: het bewijs zit in bijlage. Bewaar het, want na het wissen van het account kunnen we het niet opnieuw sturen.",
    letter: (v) =>
      v.postedBy === null
        ? "De zending wordt nu afgedrukt en per post als aangetekende brief verstuurd. U kunt ze volgen op de pagina van de zending."
        : `De zending wordt nu afgedrukt en uiterlijk op ${v.postedBy} als aangetekende brief op de post gedaan. Zolang ze niet is vrijgegeven voor druk, kan de geadresseerde ze nog ophalen en kunt u de brief intrekken.`,
    collected: {
      subject: (v) => `Opgehaald: uw aangetekende zending aan ${v.addressee}`,
      heading: "Uw aangetekende zending is opgehaald",
      what: (v) => `Uw aangetekende zending aan ${v.addressee} is opgehaald op ${v.at}.`,
    },
    refused: {
      subject: (v) => `Geweigerd: uw aangetekende zending aan ${v.addressee}`,
      heading: "Uw aangetekende zending is geweigerd",
      what: (v) => `Uw aangetekende zending aan ${v.addressee} is geweigerd op ${v.at}.`,
    },
    expired: {
      subject: (v) => `Niet opgehaald: uw aangetekende zending aan ${v.addressee}`,
      heading: "Uw aangetekende zending is niet opgehaald",
      what: (v) =>
        `${v.addressee} is verwittigd en kon uw aangetekende zending ophalen tot en met ${v.until}. Dat is niet gebeurd.`,
    },
    unreachable: {
      subject: (v) => `Onbereikbaar: uw aangetekende zending aan ${v.addressee}`,
      heading: "De geadresseerde kon niet worden bereikt",
      what: (v) =>
        `Geen enkele kennisgeving aan ${v.addressee} kon worden bezorgd. De elektronische zending is beëindigd op ${v.at}. Het krediet is teruggegeven.`,
    },
    letterDelivered: {
      subject: (v) => `Bezorgd: uw aangetekende brief aan ${v.addressee}`,
      heading: "Uw aangetekende brief is bezorgd",
      what: (v) =>
        `${v.carrier} verklaart dat de aangetekende brief aan ${v.addressee} is bezorgd op ${v.at}.`,
    },
    letterReturned: {
      subject: (v) => `Teruggekeerd: uw aangetekende brief aan ${v.addressee}`,
      heading: "Uw aangetekende brief is teruggekeerd",
      what: (v) =>
        `${v.carrier} verklaart dat de aangetekende brief aan ${v.addressee} is teruggestuurd op ${v.at}.`,
    },
    letterUnknown: {
      subject: (v) => `Geen antwoord: uw aangetekende brief aan ${v.addressee}`,
      heading: "De postoperator heeft niet gezegd wat er met uw brief gebeurde",
      what: (v) =>
        `De aangetekende brief aan ${v.addressee} is verstuurd. De postoperator heeft niet op tijd, tegen ${v.at}, gezegd wat ermee gebeurde. Wat hij later nog meldt, wordt toegevoegd.`,
    },
    letterCalledOff: {
      subject: (v) => `Ingetrokken: uw aangetekende brief aan ${v.addressee}`,
      heading: "Uw aangetekende brief is ingetrokken",
      what: (v) =>
        `De aangetekende brief aan ${v.addressee} is op ${v.at} ingetrokken, voor hij werd gedrukt. De zending is afgelopen en de port is teruggegeven.`,
    },
    letterNotPostable: {
      subject: (v) => `Niet verstuurd: uw aangetekende brief aan ${v.addressee}`,
      heading: "Uw aangetekende brief kon niet worden verstuurd",
      what: (v) =>
        `Naar het postadres van ${v.addressee} kon geen brief gaan. De zending is afgelopen op ${v.at} en de port is teruggegeven.`,
    },
    letterLate: {
      subject: (v) => `Niet verstuurd: uw aangetekende brief aan ${v.addressee}`,
      heading: "Uw aangetekende brief is niet op tijd verstuurd",
      what: (v) =>
        `De aangetekende brief aan ${v.addressee} is niet binnen tien werkdagen verstuurd. De zending is afgelopen op ${v.at} en de port is teruggegeven.`,
    },
  },
  senderPosted: {
    subject: (v) => `Gepost: uw aangetekende brief aan ${v.addressee}`,
    heading: "Uw aangetekende brief is gepost",
    what: (v) =>
      `Uw aangetekende zending aan ${v.addressee} is niet online opgehaald. Ze is op ${v.at} als aangetekende brief aan ${v.carrier} overhandigd.`,
    item: "Nummer van de brief",
    followed: (v) => `Wat ${v.carrier} erover verklaart, staat op de pagina van de zending.`,
    proof: "Daar kunt u ook het bewijs van afgifte aan de post downloaden.",
  },
  senderCorrected: {
    subject: (v) => `Nieuws over uw aangetekende brief aan ${v.addressee}`,
    heading: "De postoperator verklaart iets nieuws over uw brief",
    delivered: (v) =>
      `${v.carrier} verklaart nu dat de aangetekende brief aan ${v.addressee} is bezorgd op ${v.at}.`,
    returned: (v) =>
      `${v.carrier} verklaart nu dat de aangetekende brief aan ${v.addressee} is teruggestuurd op ${v.at}.`,
    stays:
      "Deze verklaring wordt aan het bewijsmateriaal toegevoegd. Wat eerder is vastgelegd, blijft staan, en ook de dag waarop de zending is geëindigd.",
  },
  senderAddress: {
    subject: (v) => `Adres nodig: uw aangetekende zending aan ${v.addressee}`,
    heading: "Wij hebben een postadres nodig",
    follows: (v) =>
      `${v.addressee} kan uw aangetekende zending ophalen tot en met ${v.until}. Daarna moet ze een aangetekende brief worden, en er kan nog geen brief vertrekken:`,
    soon: (v) =>
      `Haalt niemand uw aangetekende zending aan ${v.addressee} op, dan moet ze een aangetekende brief worden, en er kan nog geen brief vertrekken:`,
    waits: (v) =>
      `Uw aangetekende zending aan ${v.addressee} is niet opgehaald en moet per post gaan. Er kan nog geen brief vertrekken:`,
    problems: {
      missing: "u gaf geen postadres op.",
      incomplete: "er ontbreekt iets in het postadres.",
      unknown: "de post kent dit adres niet.",
      not_served: "naar dit land versturen wij geen brieven.",
      unreadable: "de post kan dit adres niet lezen. Het moet in Latijnse letters staan.",
      other: "het adres past niet op een brief, of de post kan er niets mee.",
    },
    address: "Het adres dat wij hebben",
    mend: (v) => `U kunt het adres verbeteren tot en met ${v.until}.`,
    mendSoon: "U kunt het adres verbeteren tot de brief is vrijgegeven voor druk.",
    otherwise:
      "Doet u dat niet, dan vertrekt er geen brief. De zending eindigt dan zonder brief en u krijgt de port terug.",
    button: "Het adres verbeteren",
  },
  senderNotForMe: {
    subject: (v) => `“Niet voor mij”: uw aangetekende zending aan ${v.addressee}`,
    heading: "Iemand verklaart dat de zending niet voor hem of haar is",
    what: (v) =>
      `Wie de link van de kennisgeving aan ${v.addressee} (${v.address}) heeft, verklaarde dat de zending niet voor hem of haar is. Wij hebben die persoon niet geïdentificeerd. Geen enkele datum verandert en naar dit adres gaan geen herinneringen meer.`,
  },
  senderMismatch: {
    subject: (v) => `Iemand anders heeft zich geïdentificeerd: uw aangetekende zending aan ${v.addressee}`,
    heading: "Iemand heeft zich geïdentificeerd en is niet de geadresseerde",
    what: (v) =>
      `Op ${v.at} heeft iemand met de kennisgeving aan ${v.addressee} zich geïdentificeerd met itsme of een identiteitskaart. Wat we vergeleken hebben, klopt niet:`,
    fields: {
      name: "de naam is niet die welke u hebt opgegeven.",
      birth_date: "de geboortedatum is niet die welke u hebt opgegeven, of is niet bekend.",
      register_number: "het rijksregisternummer is niet dat welk u hebt opgegeven, of is niet bekend.",
      not_a_member: "de persoon is geen lid van een geverifieerde account van deze organisatie.",
    },
    untold: "Wie het was, mogen we niet zeggen. De zending bleef gesloten en geen enkele datum verandert.",
    codesOpen: "De geadresseerde kan de zending nog ophalen met de twee codes.",
    mend: "Hebt u de naam verkeerd gespeld? U kunt hem verbeteren op de pagina van deze zending.",
    sendAgain:
      "Klopte niet wat u hebt opgegeven? Voor deze zending kan dat niet meer worden gewijzigd. Verstuur het bericht opnieuw met de juiste gegevens.",
    register:
      "De organisatie kan zich bij ons registreren en haar ondernemingsnummer laten verifiëren. Haar leden kunnen de zending dan ophalen.",
  },
  extended: {
    subjectForSender: (v) => `Meer tijd: uw aangetekende zending aan ${v.addressee}`,
    subjectForAddressee: (v) => `Meer tijd: aangetekende zending voor ${v.addressee} van ${v.sender}`,
    heading: "De ophaaltermijn is verlengd",
    what: (v) =>
      `Onze site was op de laatste dag ${v.minutes} minuten niet bereikbaar${v.between ? `, tussen ${v.between.from} en ${v.between.to}` : ""}. De zending kan nu worden opgehaald of geweigerd tot en met ${v.until}, Brusselse tijd.`,
  },
  /** To the addressee: the letter that was to follow was called off. */
  calledOff: {
    subject: (v) => `Geen brief per post: aangetekende zending voor ${v.addressee}`,
    heading: "Er komt geen brief per post",
    what: "De afzender heeft de aangetekende brief ingetrokken die zou volgen. U krijgt geen brief per post.",
    open: (v) => `U kunt de zending nog ophalen of weigeren tot en met ${v.until}, Brusselse tijd.`,
    ended: "De zending kan ook niet meer worden opgehaald. U hoeft niets te doen.",
  },
  sms: {
    notice: (v) =>
      `${v.addressee}: aangetekende zending van ${v.sender}. Haal ze op of weiger ze t.e.m. ${v.until}: ${v.checkUrl} controlecode ${v.checkCode}. Meer in uw e-mail.`,
    reminder: (v) =>
      `Herinnering voor ${v.addressee}: aangetekende zending van ${v.sender}. Haal ze op of weiger ze t.e.m. ${v.until}: ${v.checkUrl} controlecode ${v.checkCode}.`,
    code: (v) =>
      `${v.code} is uw code voor de aangetekende zending van ${v.sender}. ${v.minutes} minuten geldig. Geef ze aan niemand.`,
    unnamedAddressee: "Geadresseerde",
    unnamedSender: "de afzender",
    hiddenSender: "een afzender die u na aanvaarding ziet",
  },
};
