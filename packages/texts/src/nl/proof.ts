// Woorden van de PDF-bewijzen, in het Nederlands.

import type { proof as En } from "../en/proof.ts";

export const proof: typeof En = {
  service: "Elektronische aangetekende zending",
  status: {
    demonstration: "demonstratie, niet gekwalificeerd",
    "non-qualified": "niet gekwalificeerd",
    qualified: "gekwalificeerd",
    conditional: (v) => `alleen gekwalificeerd na ophaling met ${v.methods}`,
  },
  methods: { eid: "eID", itsme: "itsme" },
  or: " of ",
  legalEffect: {
    demonstration:
      "Deze zending is een demonstratie. Zij vervangt geen aangetekende brief die de wet vereist.",
    "non-qualified":
      "Deze zending is niet gekwalificeerd. Zij vervangt geen aangetekende brief die de wet vereist.",
    qualified:
      "Deze zending is gekwalificeerd: de dienst die haar bezorgde is een gekwalificeerde dienst voor elektronisch aangetekende bezorging (eIDAS, artikel 44) en heeft de geadresseerde op niveau hoog geïdentificeerd.",
    conditional: (v) =>
      `Deze zending is alleen gekwalificeerd (eIDAS, artikel 44) als zij wordt opgehaald met ${v.methods} op niveau hoog. Op een andere manier opgehaald vervangt zij geen aangetekende brief die de wet vereist.`,
  },
  kinds: {
    proof_of_submission: {
      title: "Bewijs van verzending",
      sentence: "Deze zending werd aanvaard voor bezorging aan de onderstaande geadresseerde.",
      whole: (v) =>
        v.one
          ? "Deze zending werd aanvaard voor bezorging aan één geadresseerde."
          : `Deze zending werd aanvaard voor bezorging aan ${v.count} geadresseerden, aan ieder afzonderlijk.`,
      when: "Aanvaard voor bezorging",
    },
    proof_of_notification: {
      title: "Bewijs van kennisgeving",
      sentence: "Aan de geadresseerde werd een bericht gestuurd dat een aangetekende zending klaarligt.",
      sentenceUsed:
        "Een houder van de kennisgeving gebruikte haar om zich te identificeren. Dat bewijst dat de kennisgeving aankwam.",
      when: "Kennisgeving",
    },
    proof_of_non_notification: {
      title: "Bewijs van mislukte kennisgeving",
      sentence: "De geadresseerde kon niet worden bereikt op de adressen die de afzender opgaf.",
      sentenceOurs:
        "De geadresseerde kon niet worden bereikt. De oorzaak ligt bij de dienst, niet bij de adressen.",
      sentenceThen:
        "Een kennisgeving kon niet worden bezorgd op de adressen die toen waren opgegeven. Daarna werd de geadresseerde wel bereikt: wat volgde, staat hieronder.",
      when: "Vastgesteld",
    },
    proof_of_collection: {
      title: "Bewijs van ophaling",
      identified: {
        handedOver:
          "Deze zending werd overhandigd aan de geadresseerde, die vooraf geïdentificeerd werd en haar aanvaardde.",
        madeAvailable:
          "Deze zending werd ter beschikking gesteld van de geadresseerde, die vooraf geïdentificeerd werd en haar aanvaardde.",
      },
      codes: {
        handedOver:
          "Deze zending werd aanvaard door, en overhandigd aan, een houder van de mailbox en de telefoon die de afzender opgaf. De identiteit werd niet vastgesteld.",
        madeAvailable:
          "Deze zending werd aanvaard door, en ter beschikking gesteld van, een houder van de mailbox en de telefoon die de afzender opgaf. De identiteit werd niet vastgesteld.",
      },
      when: "Aanvaard",
    },
    proof_of_refusal: {
      title: "Bewijs van weigering",
      identified: "De geadresseerde, die vooraf geïdentificeerd werd, heeft deze zending geweigerd.",
      codes:
        "Deze zending werd geweigerd door een houder van de mailbox en de telefoon die de afzender opgaf. De identiteit werd niet vastgesteld.",
      when: "Geweigerd",
    },
    proof_of_expiry: {
      title: "Bewijs van verstrijken",
      sentence:
        "Deze zending werd aangeboden en er werd kennis van gegeven aan de geadresseerde. Zij werd niet op tijd opgehaald.",
      when: "Verstreken",
    },
    proof_of_posting: {
      title: "Bewijs van afgifte aan de post",
      sentence: "Deze zending werd afgedrukt en als aangetekende brief aan de postoperator overgedragen.",
      sentenceOf: (v) =>
        `Deze zending werd afgedrukt en als aangetekende brief aan ${v.operator} overgedragen.`,
      when: "Gepost",
    },
    proof_of_post_outcome: {
      title: "Bewijs van het postresultaat",
      sentence: "De postoperator heeft verklaard wat er met de brief gebeurde.",
      stated: (v) => `${v.source} verklaart over de brief: ${v.outcome}.`,
      silent: "De postoperator heeft niet op tijd gezegd wat er met de brief gebeurde.",
      failed: "De brief werd niet aan de postoperator overgedragen.",
      when: "Verklaard",
      whenOurs: "Vastgesteld",
    },
  },
  brussels: (v) => `(Brussel, ${v.offset})`,
  exactly: (v) => `precies ${v.utc} (UTC)`,
  terms: {
    operator: "Postoperator",
    statement: "Verklaring",
    madeAvailable: "Ter beschikking",
    handedOver: "Overhandigd",
    by: "Door",
    sender: "Afzender",
    addressee: "Geadresseerde",
    consent: "Toestemming",
    accepted: "Aanvaard voor bezorging",
    asked: "Gevraagde identificatie",
    window: "Tijd om op te halen",
    letter: "Bij niet ophalen",
    reasons: "Reden",
    subject: "Onderwerp",
    message: "Bericht",
    delivery: "Zending",
    evidence: "bewijsstuk",
  },
  bySomebody: {
    codes: "Bezit van de mailbox en de telefoon die de afzender opgaf; identiteit niet vastgesteld",
    codesFor: "Voor de organisatie; persoon niet geïdentificeerd",
    codesHow: (v) =>
      `Twee eenmalige codes, één verstuurd per e-mail en één per sms, werden allebei juist ingetypt op ${v.when}.`,
    unnamed: "Een persoon wiens naam bij de dienst blijft",
    member: (v: { member: string; organisation: string }) => `Lid ${v.member} van ${v.organisation}`,
    identified: (v) => `geïdentificeerd met ${v.method}`,
    issuer: (v) => `uitgever ${v.issuer}`,
    because: (v) => `is de geadresseerde op grond van ${v.matched}`,
    becauseMember: (v) => `handelt voor de geadresseerde op grond van ${v.matched}`,
    commitment: "Vastlegging van het identificatiedossier (SHA-256):",
  },
  matched: {
    "mailbox+phone": "bezit van mailbox en telefoon",
    name: "naam",
    "name+birth_date": "naam en geboortedatum",
    register_number: "rijksregisternummer",
    "member+enterprise_number":
      "lidmaatschap van een bedrijfsaccount dat voor dit ondernemingsnummer is nagekeken",
  },
  method: {
    password: "wachtwoord",
    "password+totp": "wachtwoord en eenmalige code",
    passkey: "passkey",
    codes: "twee eenmalige codes",
    itsme: "itsme",
    eid: "identiteitskaart (eID)",
    api_key: "API-sleutel",
  },
  level: {
    low: "betrouwbaarheid laag",
    substantial: "betrouwbaarheid substantieel",
    high: "betrouwbaarheid hoog",
  },
  sender: {
    enterprise: (v) => `onderneming ${v.number}`,
    member: (v) => `door haar lid ${v.member}`,
    signedIn: (v) => `aangemeld met ${v.method} op ${v.when}`,
    identified: (v) => `geïdentificeerd met ${v.method} op ${v.when}`,
  },
  addressee: {
    attention: (v) => `ter attentie van ${v.name}`,
    suppliedBySender: "Opgegeven door de afzender; de dienst ging niet na of zij kloppen.",
    noMobile: "geen mobiel nummer",
  },
  consent: {
    clause: "door een beding in een overeenkomst",
    earlier_consent: "vroeger gegeven",
    registration: "door registratie bij deze dienst",
    none_stated: "De afzender vermeldde er geen voor deze elektronische adressen.",
    stated: (v) => `Vermeld door de afzender: ${v.basis}`,
    on: (v) => `op ${v.date}`,
    words: (v) => `“${v.words}”`,
  },
  asked: {
    codes: "twee eenmalige codes, per e-mail en per sms, of iets sterkers",
    eid_or_itsme: "itsme of identiteitskaart (eID)",
  },
  window: {
    days: (v) =>
      v.days === 1
        ? "1 volle kalenderdag, vanaf de dag na de kennisgeving"
        : `${v.days} volle kalenderdagen, vanaf de dag na de kennisgeving`,
    until: (v) => `${v.until} (Brusselse tijd)`,
    deadline: (v) => `het eerste ogenblik daarna is ${v.deadline}`,
    finalBy: (v) => `definitief, wat er ook gebeurt, uiterlijk op ${v.date}`,
  },
  letter: {
    yes: "De zending wordt afgedrukt en als aangetekende brief gepost.",
    no: "De zending verstrijkt. Er volgt geen brief.",
  },
  post: {
    item: "nummer",
    batch: (v) => `lot ${v.batch}`,
    address: "aan",
    pages: (v) => (v.one ? "1 bladzijde" : `${v.pages} bladzijden`),
    sheets: (v) => (v.one ? "1 blad" : `${v.sheets} bladen`),
    printFile: "Drukbestand zoals overgedragen, SHA-256:",
    receipt: "Afgiftebewijs van de partij, SHA-256:",
    report: "Bericht zoals ontvangen, SHA-256:",
    states: (v) => `${v.source} verklaart: ${v.outcome}`,
    enteredByDesk: "Ingevoerd door onze postdienst, niet door de postoperator zelf.",
    words: (v) => `“${v.words}”`,
    outcome: {
      accepted: "aangenomen door de postoperator",
      presented: "aangeboden op het adres",
      held: "bewaard in het postkantoor",
      delivered: "bezorgd",
      returned: "teruggestuurd",
      other: "iets anders, in eigen woorden",
      signed_proof: "hetzelfde nogmaals, in een bewijs met eigen zegel",
    },
  },
  reason: {
    R_ERDS_Unreachable: "de geadresseerde is onbereikbaar",
    R_ERDS_Malfunction: "een storing van de dienst",
    R_ERDS_PolicyViolation: "in strijd met het beleid van de dienst",
    R_ERDS_NotIdentified: "niet geïdentificeerd",
    UnknownRecipient: "geadresseerde onbekend",
    "own:window_passed": "de tijd om op te halen is verstreken",
    "own:addressee_refused": "de geadresseerde weigerde",
    "own:after_window_before_printing": "na de termijn, vóór het afdrukken",
    "own:not_postable": "de brief kan niet worden gepost",
    "own:called_off": "ingetrokken door de afzender",
    "own:not_posted_in_time": "niet op tijd gepost",
    "own:broken_off": "de overdracht werd afgebroken",
    "own:attachment_refused": "een bijlage is volgens de voorwaarden van de dienst niet toegelaten",
    "own:content_damaged": "de inhoud is beschadigd",
  },
  parts: {
    accepted: "Wat voor bezorging werd aanvaard",
    offered: "Wat werd aangeboden",
    available: "Wat ter beschikking werd gesteld",
    handedOver: "Wat werd overhandigd",
    refused: "Wat werd geweigerd",
    part: "Deel",
    asPrinted: (v) => (v.pages === 1 ? "zoals gedrukt: 1 bladzijde" : `zoals gedrukt: ${v.pages} bladzijden`),
    size: "Grootte",
    hash: "SHA-256",
  },
  deliveries: {
    title: "Geadresseerden",
    addressee: "Geadresseerde en adressen, opgegeven door de afzender",
    delivery: "Zending en record",
  },
  track: {
    title: "Wat er gebeurde",
    event: {
      SubmissionAcceptance: "Aanvaard voor bezorging",
      SubmissionRejection: "Verzending geweigerd door de dienst",
      RelayAcceptance: "Doorgifte aanvaard",
      RelayRejection: "Doorgifte geweigerd",
      RelayFailure: "Doorgifte mislukt",
      NotificationForAcceptance: "Kennisgeving verstuurd",
      NotificationForAcceptanceFailure: "Kennisgeving mislukt",
      ConsignmentAcceptance: "Geadresseerde aanvaardde",
      ConsignmentRejection: "Geadresseerde weigerde",
      AcceptanceRejectionExpiry: "Tijd om op te halen verstreken",
      NotificationDelivered: "Kennisgeving aangekomen",
      NotificationAccessTracking: "Kennisgeving gebruikt",
      ContentConsignment: "Inhoud ter beschikking gesteld",
      ContentConsignmentFailure: "Inhoud kon niet ter beschikking worden gesteld",
      ConsignmentNotification: "Beschikbaarheid gemeld",
      ConsignmentNotificationFailure: "Beschikbaarheid kon niet worden gemeld",
      ContentAccessTracking: "Deel geopend",
      ContentHandover: "Inhoud overhandigd",
      ContentHandoverFailure: "Overhandiging afgebroken",
      RelayToNonERDS: "Aan de postoperator overgedragen",
      RelayToNonERDSFailure: "Kon niet aan de postoperator worden overgedragen",
      ReceivedFromNonERDS: "Van de postoperator ontvangen",
      AddresseeContactRepaired: "Afzender verbeterde de gegevens van de geadresseerde",
      PostalAddressMended: "Afzender verbeterde het postadres",
      SmsFailure: "Sms mislukt",
      SmsAnswer: "Antwoord over de sms",
      NotForMe: "Houder van de link, niet geïdentificeerd: “dit is niet voor mij”",
      WindowExtendedForOutage: "Tijd om op te halen verlengd na een storing van de dienst",
      Unreachable: "Geadresseerde onbereikbaar",
      LetterCalledOff: "Afzender trok de brief in",
      LetterToPrint: "Gaat verder als aangetekende brief",
      LetterReleased: "Vrijgegeven om af te drukken",
      LetterPrinted: "Brief afgedrukt",
      CarrierStatement: "Verklaring van de postoperator",
      CarrierSilent: "Geen bericht van de postoperator",
    },
    reminder: (v) => `herinnering ${v.number}`,
    round: (v) => `ronde ${v.round}`,
    corrected: (v) => `Verbeterd: ${v.fields}`,
    field: { email: "e-mailadres", mobile: "mobiel nummer", name: "naam" },
    openedWindow: "Dit gebruik bewees de kennisgeving en opende de tijd om op te halen.",
    extended: (v) =>
      `De dienst was ${v.minutes} minuten onbereikbaar. De tijd om op te halen loopt nu ${v.until}.`,
    printedAgain: "De brief viel uit en wordt opnieuw gedrukt.",
    accountClosed: "De account van de afzender werd afgesloten.",
    correction: "De operator verbetert een eerdere verklaring.",
    afterFinal: "na de eindtoestand",
    channel: { email: "E-mail", sms: "Sms" },
    channelLine: (v) => `${v.channel} naar ${v.to}: ${v.outcome}`,
    outcome: {
      accepted: "aangenomen voor bezorging",
      refused: "geweigerd",
      pending: "antwoord nog niet bekend",
      not_tried: "niet geprobeerd",
      delivered: "bezorgd",
      failed: "definitief mislukt",
    },
    answer: (v) => `antwoord: “${v.answer}”`,
    record: (v) => `record ${v.seq}`,
    logEntry: (v) => `logboek ${v.entry}`,
    notLogged: "nog niet in het logboek",
    digest: "Onder elk record staat zijn waarde in de keten.",
    closed: (v) => `De keten werd bij de eindtoestand gesloten met ${v.records} records (hoofd ${v.head}).`,
    later: (v) => (v.one ? "Daarna volgt nog één record." : `Daarna volgen nog ${v.count} records.`),
    open: "De zending was niet afgelopen toen dit bewijs werd gemaakt: er kunnen nog records volgen.",
  },
  notProved: {
    title: "Wat dit niet bewijst:",
    proof_of_submission:
      "Dat de geadresseerde bericht kreeg, of dat de zending werd bezorgd, gelezen of begrepen.",
    proof_of_notification:
      "Dat de geadresseerde de kennisgeving zag, of dat de zending werd opgehaald, gelezen of begrepen.",
    proof_of_non_notification:
      "Dat de geadresseerde niet bestaat of de zending ontwijkt, of dat zij de geadresseerde niet op een andere manier kan bereiken.",
    proof_of_collection: "Dat de zending werd gelezen of begrepen.",
    proof_of_refusal: "Dat de geadresseerde weet wat de zending zegt, of waarom zij werd geweigerd.",
    proof_of_expiry:
      "Dat de geadresseerde de zending kreeg, de kennisgeving zag, of ervoor koos om niet op te halen. De zending kwam niet in handen van de geadresseerde.",
    expiredWithLetter:
      "Dat de geadresseerde de zending kreeg, de kennisgeving zag, of ervoor koos om niet op te halen. De zending ging verder als aangetekende brief: wat daarvan werd, zeggen de bewijzen over de brief.",
    proof_of_posting: "Dat de brief aankwam, of dat de geadresseerde hem las of begreep.",
    proof_of_post_outcome:
      "Dat het zo is als de postoperator verklaart: het is zijn verklaring, geen vaststelling van deze dienst. Evenmin dat de geadresseerde de brief las of begreep.",
    postSilent:
      "Dat de brief aankwam of niet aankwam: de postoperator heeft op tijd niets verklaard, en kan dat nog doen.",
    neverPosted:
      "Dat de geadresseerde van het bericht wist, of dat geen enkele brief hem had kunnen bereiken: deze werd nooit gepost, om de reden die hierboven staat.",
    codes: "Wie de codes intypte: iedereen die de mailbox en de telefoon heeft, kan dat.",
    addresses:
      "E-mailadres en mobiel nummer werden opgegeven door de afzender. Dat zij van de geadresseerde zijn, is de verklaring van de afzender.",
    addressesMailOnly:
      "Het e-mailadres werd opgegeven door de afzender. Dat het van de geadresseerde is, is de verklaring van de afzender.",
    unprintable:
      "Tekens die deze bladzijde niet kan afdrukken, staan er als \ufffd. Het bijgevoegde bewijs bevat ze volledig.",
  },
  seal: {
    title: "Elektronisch verzegeld",
    text: (v) => `door ${v.issuer}. Het bewijsstuk kreeg een tijdstempel op ${v.stamped}.`,
    entry: (v) => `Plaats ${v.entry} in het openbare logboek.`,
    checkpoint: (v) =>
      `Controlepunt van ${v.size} plaatsen, wortel ${v.root}; het bewijs van opname is bijgevoegd.`,
    verifiesUntil: (v) => `De tijdstempels zijn zonder vernieuwing te controleren tot ${v.date}.`,
    attached: (v) =>
      v.one
        ? "Het bewijs in machineleesbare vorm (ETSI EN 319 522) is bij dit bestand gevoegd."
        : `Het bewijs in machineleesbare vorm (ETSI EN 319 522) is bij dit bestand gevoegd: ${v.count} records.`,
    unsealedPart: (v) =>
      v.one ? "Eén later record werd nog verzegeld." : `${v.count} latere records werden nog verzegeld.`,
    policies: "Geldende voorwaarden:",
  },
  check: {
    title: "Controleer dit bewijs zonder ons",
    drop: (v) =>
      `Sleep dit bestand naar ${v.site}, of controleer het met software die niet van ons is: bewaar het als proof.pdf; root.pem is het stamcertificaat van de uitgever. De SHA-256 van elk deel moet die van de lijst hierboven zijn.`,
    pdf: "Het bestand is heel en het zegel dekt het; het zegel komt in proof.pdf.sig0, de verzegelde delen verschijnen als [0\u00a0-\u00a0A],\u00a0[B\u00a0-\u00a0C]:",
    seal: "Het zegel hoort bij deze bytes en leidt naar het stamcertificaat (vul A, B en C in):",
    xml: "Het bijgevoegde bewijs is ondertekend en onveranderd; zo voor elk bestand:",
  },
  page: (v) => `Bladzijde ${v.page} van ${v.pages}`,
  attachment: (v) => `Bewijsstuk (ETSI EN 319 522), record ${v.seq}: ${v.event}`,
  logAttachment: "Waar elk record in het openbare logboek staat (RFC 9162, C2SP)",
  twin: {
    note: "Hetzelfde bewijs als webpagina. Ze draagt zelf geen zegel: gebruik voor een rechtbank de pdf.",
    skip: "Naar het bewijs",
    files: "Bij de pdf gevoegd",
  },
  sealReason: "Bewijs van elektronische aangetekende zending",
};
