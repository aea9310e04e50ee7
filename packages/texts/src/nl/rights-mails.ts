// What people are told by mail about their requests, in Dutch; kinds and facts of the mails to account holders.

import type { rightsMails as En } from "../en/rights-mails.ts";

export const rightsMails: typeof En = {
  kinds: {
    rights_letter: { subject: "Over uw verzoek", happened: "U krijgt een antwoord van onze privacydienst." },
    rights_code: {
      subject: "Uw code",
      happened:
        "U, of iemand die dit adres opgaf, deed een verzoek over persoonsgegevens. Deze code toont dat het adres van u is.",
      after: "Ze is 15 minuten geldig. Typ ze op de pagina waar u het verzoek deed.",
      unasked:
        "Hebt u geen verzoek gedaan, doe dan niets: zonder de code gebeurt er niets. Wij vragen nooit telefonisch om een code.",
    },
    rights_code_letter: {
      subject: "Uw brief over uw gegevens: toon dat u het bent",
      happened:
        "U, of iemand in uw naam, schreef ons over uw persoonsgegevens. Deze code toont dat u het bent.",
      after:
        "Open de link en typ de code. Dan begint de maand voor ons antwoord. U kunt ook een kopie van uw identiteitskaart per post sturen.",
      button: "De code typen",
      unasked:
        "Hebt u ons niet geschreven, doe dan niets: zonder de code gebeurt er niets. Wij vragen nooit telefonisch om een code.",
    },
    rights_sender_reminded: {
      subject: "Nog drie dagen om over een verzoek te beslissen",
      happened:
        "Een persoon aan wie u een aangetekende zending stuurde, vraagt om zijn rechten, en u hebt nog niet beslist.",
      after:
        "Typ het adres van het portaal zelf in uw browser, meld u aan en open “Verzoeken” in uw account. Zegt u niets, dan zeggen wij de persoon dat u gevraagd bent en niet geantwoord hebt.",
      unasked: "U krijgt deze mail omdat u het account beheert die de zendingen verstuurde.",
    },
    rights_received: {
      subject: "Wij hebben uw verzoek",
      happened: "Uw verzoek over uw gegevens is binnen en volledig.",
      after:
        "U vindt het in het portaal, onder “Mijn gegevens”, “Uw verzoeken”. Daar kunt u het intrekken zolang het niet beantwoord is. U kunt op elk moment klacht indienen bij de Gegevensbeschermingsautoriteit.",
    },
    restriction_placed: {
      subject: "De verwerking van uw gegevens is beperkt",
      happened:
        "U vroeg ons de verwerking van uw gegevens te beperken. Dat begon meteen: wij bewaren uw gegevens en doen er verder niets mee. Intussen kunt u niet verzenden.",
      after:
        "U heft het op in het portaal, onder “Mijn gegevens”, “Uw verzoeken”. Onze privacydienst bevestigt het binnen een maand. U kunt op elk moment klacht indienen bij de Gegevensbeschermingsautoriteit.",
    },
    restriction_lifted: {
      subject: "De beperking van uw gegevens is opgeheven",
      happened:
        "De beperking van de verwerking van uw gegevens is opgeheven. Alles gaat verder als voorheen.",
    },
    rights_received_link: {
      subject: "Wij hebben uw verzoek",
      happened: "Uw verzoek over uw gegevens is volledig: wij weten dat u het bent die vraagt.",
      after:
        "De link toont waar het staat, en laat u het intrekken zolang het niet beantwoord is. U kunt op elk moment klacht indienen bij de Gegevensbeschermingsautoriteit.",
      button: "Waar het staat",
      unasked:
        "U krijgt deze mail omdat iemand die getoond heeft wie hij is, een verzoek met dit adres deed.",
    },
    rights_needs_authority: {
      subject: "Wij hebben uw verzoek, en hebben uw bevoegdheid nodig",
      happened: "Wij weten wie vraagt. U vraagt namens iemand anders.",
      after:
        "Stuur ons per brief een kopie van uw bevoegdheid, met het nummer van het verzoek. De maand voor ons antwoord begint zodra wij ze gezien hebben. U kunt op elk moment klacht indienen bij de Gegevensbeschermingsautoriteit.",
      button: "Waar het staat",
      unasked:
        "U krijgt deze mail omdat iemand die getoond heeft wie hij is, een verzoek met dit adres deed.",
    },
    rights_asked_of_sender: {
      subject: "Iemand vraagt om zijn rechten over wat u verzond",
      happened:
        "Een persoon aan wie u een aangetekende zending stuurde, vraagt om zijn rechten. U bent verantwoordelijk voor wat u ons toevertrouwde; u beslist dus.",
      after:
        "Typ het adres van het portaal zelf in uw browser, meld u aan en open “Verzoeken” in uw account. Daar ziet u om welke zendingen het gaat, en willigt u in, weigert u, of zegt u dat u zelf antwoordt.",
      unasked: "U krijgt deze mail omdat u het account beheert die de zendingen verstuurde.",
    },
  },
  facts: {
    request: "Nummer van het verzoek",
    right: "Wat gevraagd wordt",
    answer_by: "Antwoord uiterlijk op",
    decide_by: "Beslis uiterlijk op",
  },
};
