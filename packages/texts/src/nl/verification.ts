// Woorden van een verificatie, in het Nederlands: uitkomsten (EN 319 102-1), wat elke controle vraagt, wat knoeien zou veranderen.

import type { verification as En } from "../en/verification.ts";

export const verification: typeof En = {
  indications: {
    "TOTAL-PASSED": {
      title: "Echt en ongewijzigd",
      text: "Het bestand is precies zoals het werd verzegeld, door een aanbieder die hier vertrouwd wordt, op het vermelde tijdstip.",
    },
    INDETERMINATE: {
      title: "Niet zeker",
      text: "Niets wijst erop dat het bestand werd gewijzigd, maar er ontbreekt iets om erop te kunnen vertrouwen.",
    },
    "TOTAL-FAILED": {
      title: "Vertrouw niet op dit bestand",
      text: "Minstens één controle toont dat het bestand beschadigd is, werd gewijzigd of niet is wat het beweert te zijn.",
    },
  },
  intact: {
    title: "Ongeschonden, maar niet van een vertrouwde aanbieder",
    text: "Het bestand is precies zoals het werd verzegeld. Het zegelcertificaat leidt niet naar een aanbieder die hier vertrouwd wordt.",
    compare:
      "Vergelijk deze vingerafdruk met die welke de aanbieder bekendmaakt, op een adres dat u niet uit het bestand haalt.",
  },
  beside: {
    title: "Een bestand bij het bewijs is niet wat werd verzonden",
    text: {
      "TOTAL-PASSED":
        "Het bewijs is echt en ongewijzigd: u kunt erop vertrouwen. Maar een bestand dat u erbij gaf, hoort niet bij de aangetekende zending. Het werd gewijzigd, of het is een ander bestand.",
      intact:
        "Het bewijs is precies zoals het werd verzegeld, maar niet door een aanbieder die hier vertrouwd wordt. En een bestand dat u erbij gaf, hoort niet bij de aangetekende zending. Het werd gewijzigd, of het is een ander bestand.",
      INDETERMINATE:
        "Of u op het bewijs kunt vertrouwen, is niet zeker: er ontbreekt iets dat daarvoor nodig is. En een bestand dat u erbij gaf, hoort niet bij de aangetekende zending. Het werd gewijzigd, of het is een ander bestand.",
    },
  },
  subIndications: {
    FORMAT_FAILURE: "Het bestand is niet opgebouwd zoals een bewijs moet zijn.",
    HASH_FAILURE: "Wat werd verzegeld en wat voor u ligt, zijn niet hetzelfde.",
    SIG_CRYPTO_FAILURE: "De handtekening werd niet gezet met het certificaat dat ze noemt.",
    SIG_CONSTRAINTS_FAILURE: "Het bestand mist iets dat een bewijs van een aangetekende zending moet hebben.",
    CRYPTO_CONSTRAINTS_FAILURE: "Er werd een methode gebruikt die niet meer veilig wordt geacht.",
    NO_SIGNING_CERTIFICATE_FOUND: "Er is geen zegel, of het certificaat ervan ontbreekt.",
    NO_CERTIFICATE_CHAIN_FOUND: "Het certificaat leidt niet naar een aanbieder die hier vertrouwd wordt.",
    REVOKED: "Het zegel werd gezet nadat het certificaat was ingetrokken.",
    REVOKED_NO_POE: "Een certificaat werd ingetrokken, en niets bewijst dat het daarvoor werd gebruikt.",
    EXPIRED: "Het zegel werd gezet nadat het certificaat was verstreken.",
    OUT_OF_BOUNDS_NO_POE: "Een certificaat is verstreken, en niets bewijst dat het daarvoor werd gebruikt.",
    NO_POE: "Niets bewijst wanneer dit bestond.",
    TIMESTAMP_ORDER_FAILURE: "De tijdstippen in het bestand spreken elkaar tegen.",
    TRY_LATER: "Nodige informatie ontbreekt of is verouderd. Haal ze op en verifieer opnieuw.",
  },
  checks: {
    format: {
      title: "Het bestand is leesbaar",
      tampered: "Een beschadigd of afgebroken bestand zou niet tot het einde leesbaar zijn.",
    },
    byte_range: {
      title: "Het zegel dekt het hele bestand",
      tampered:
        "Wat na het verzegelen wordt toegevoegd, verborgen of vervangen, valt buiten het verzegelde deel en wordt hier gevonden.",
    },
    digests: {
      title: "Er werd niets gewijzigd na het verzegelen",
      tampered: "Verandert er één teken, dan is de hashwaarde een andere.",
    },
    signature: {
      title: "Het zegel werd gezet met de sleutel van zijn certificaat",
      tampered: "Zonder die sleutel kan niemand een passend zegel maken.",
    },
    signature_timestamp: {
      title: "Een onafhankelijke autoriteit dateerde het zegel",
      tampered: "Een zegel kan niet worden geantidateerd: de autoriteit dateert alleen wat bestaat.",
    },
    archive_timestamp: {
      title: "Het bewijs werd vernieuwd voor de lange termijn",
      tampered: "Verwisselde certificaten of verklaringen daarover passen niet bij het latere tijdstempel.",
    },
    certificate_chain: {
      title: "Het certificaat leidt naar een vertrouwde aanbieder",
      tampered:
        "Het certificaat van een vervalser kan dezelfde naam dragen, maar leidt naar geen vertrouwde aanbieder.",
    },
    revocation: {
      title: "Het certificaat was niet ingetrokken toen het zegel werd gezet",
      tampered: "Een gestolen sleutel wordt ingetrokken. Latere zegels worden hier gevonden.",
    },
    trusted_list: {
      title: "De lijst van vertrouwde aanbieders is actueel",
      tampered: "Een oude lijst kan een aanbieder noemen die zijn status intussen verloor.",
    },
    record_timestamp: {
      title: "Een onafhankelijke autoriteit dateerde de vaststelling",
      tampered: "Een vaststelling die later werd verzonnen of gewijzigd, past niet bij haar tijdstempel.",
    },
    record_matches: {
      title: "Het document zegt wat de vaststelling zegt",
      tampered: "Woorden die afwijken van de gedateerde vaststelling worden hier gevonden.",
    },
    contents: {
      title: "De bundel bevat precies de bestanden die werden verzegeld",
      tampered: "Een toegevoegd, verwijderd of verwisseld bestand wordt hier gevonden.",
    },
    attached_evidence: {
      title: "Elk bewijsstuk erin slaagt op zichzelf",
      tampered: "Bewijs van een andere zending, of gewijzigd bewijs, wordt hier gevonden.",
    },
    chain: {
      title: "De vaststellingen volgen elkaar op zonder gat",
      tampered: "Elke vaststelling noemt de vorige. Wie er een weglaat of verwisselt, breekt de ketting.",
    },
    kept: {
      title: "Wat onder het bewijs bewaard is, is wat de vaststellingen noemen",
      tampered:
        "Een verslag of dialoog die verwisseld werd, heeft een hashwaarde die geen vaststelling noemt.",
    },
    log: {
      title: "De vaststellingen staan in het openbare logboek",
      tampered:
        "Zelfs de aanbieder kan een vaststelling die in het logboek staat niet verwijderen of verwisselen.",
    },
    parts: {
      title: "Uw bestanden zijn de delen van de zending",
      tampered: "Een bestand dat ook maar iets werd gewijzigd, heeft een andere hashwaarde.",
    },
  },
  report: {
    file: "Bestand",
    kind: {
      proof: "bewijs (PDF)",
      evidence: "bewijsstuk (XML)",
      bundle: "bewijsbundel",
      unknown: "niet herkend",
    },
    signer: "Verzegeld door",
    fingerprint: "Vingerafdruk",
    level: "Niveau",
    signedAt: "Verzegeld op",
    archivedAt: "Vernieuwd op",
    verifiesUntil: "Verifieerbaar tot",
    anchor: "Vertrouwd door",
    delivery: "Zending",
    records: "Vaststellingen",
    parts: "Delen",
    compared: { same: "dezelfde", different: "verschillend", not_given: "niet vergeleken" },
    log: "Openbaar logboek",
    logEntry: (v) => `regel ${v.index} van ${v.size}`,
    checks: "Controles",
    incomplete: "Onvolledig: de zending was niet afgelopen toen deze bundel werd gemaakt.",
    unreadable: (v) => `${v.file} kan niet worden gelezen.`,
    noTrust: "Er werden geen vertrouwensankers gegeven (--trust): geen enkele aanbieder kan worden herkend.",
  },
};
