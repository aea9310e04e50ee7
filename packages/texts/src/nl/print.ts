// Words in Dutch about how a message looks on paper: what can be printed, how many sheets, what it costs.

import type { print as En } from "../en/print.ts";

const refusals: (typeof En)["refusals"] = {
  not_printable: () => "dit soort bestand heeft geen pagina’s",
  encrypted: () => "het is beveiligd met een wachtwoord",
  unreadable: () => "het is beschadigd en kan niet worden gelezen",
  dynamic_form: () =>
    "de pagina’s worden gemaakt door een programma in het bestand, zodat niemand kan zeggen hoe ze eruitzien",
  portfolio: () => "het is een portfolio: voeg de bestanden erin elk apart toe",
  marks_not_drawn: () =>
    "vinkjes of notities op de pagina’s zeggen niet hoe ze eruitzien: druk het af naar een pdf en voeg die toe",
  fonts_missing: (p) => `er ontbreken lettertypes (${p["fonts"] ?? ""})`,
  characters_not_set: (p) =>
    `er staan tekens in die wij niet op papier kunnen zetten (${p["characters"] ?? ""})`,
  too_many_pages: (p) =>
    `het heeft ${p["pages"] ?? "te veel"} pagina’s, en in een brief gaan er ${p["max"] ?? "minder"}`,
  too_large: () => "het is te groot om te drukken",
  no_converter: () => "deze installatie kan geen kantoordocumenten drukken",
  converter_failed: () => "er konden geen pagina’s van worden gemaakt",
  too_slow: () => "het duurde te lang om er pagina’s van te maken",
};

export const print: typeof En = {
  title: "Op papier",
  lead: "Als niet wordt opgehaald, worden deze pagina’s gedrukt en verstuurd, met vooraan een pagina voor het adres en achteraan een lijst van vingerafdrukken.",
  fallbackHint:
    "Gedrukt en verstuurd binnen tien werkdagen na de laatste dag om op te halen. De port wordt bij het versturen gereserveerd, en teruggegeven als er geen brief vertrekt.",
  refusals,
  cannot: (why) => `Kan niet worden gedrukt: ${why}.`,
  cannotNamed: (name, why) => `‘${name}’ kan niet worden gedrukt: ${why}.`,
  mayPass:
    "Dit kan voorbijgaan: na een minuut wordt het opnieuw geprobeerd als u het naleest of nog eens verstuurt.",
  advice: "Haal het weg, zet er een pdf voor in de plaats, of verstuur zonder brief.",
  pending: "Hoeveel pagina’s het op papier telt, ziet u bij het nalezen.",
  pages: (count) => (count === 1 ? "1 pagina" : `${count} pagina’s`),
  length: (pages, sheets) =>
    `${pages === 1 ? "1 pagina" : `${pages} pagina’s`} op ${sheets === 1 ? "1 blad" : `${sheets} bladen`}, aan beide kanten bedrukt`,
  letterHas: (length) => `Eén brief: ${length}.`,
  postage: (letters, country) =>
    letters === 1 ? `Port van 1 brief, ${country}` : `Port van ${letters} brieven, ${country}`,
  postageLater: "De port van de brieven ziet u bij het nalezen",
  givenBack: "De port wordt teruggegeven voor elke brief die niet wordt verstuurd.",
  noAddress:
    "Er kan geen brief volgen zolang u het postadres niet toevoegt. Dat kan ook nog na het versturen, en wij herinneren u eraan. Zonder adres eindigt de zending als niet per post te bezorgen.",
  noAddresses: (count) =>
    count === 1
      ? "Voor één geadresseerde kan geen brief volgen zolang u het postadres niet toevoegt. Dat kan ook nog na het versturen, en wij herinneren u eraan. Zonder adres eindigt die zending als niet per post te bezorgen."
      : `Voor ${count} geadresseerden kan geen brief volgen zolang u het postadres niet toevoegt. Dat kan ook nog na het versturen, en wij herinneren u eraan. Zonder adres eindigen die zendingen als niet per post te bezorgen.`,
  country: "Land",
  countryHint: "Twee letters, bijvoorbeeld FR. Leeg voor België.",
  returnAddress: {
    title: "Uw eigen retouradres",
    hint: "Laat u het leeg, dan komt een brief die niet besteld kan worden bij ons terug: wij laten het u weten. Vult u het in, dan komt hij bij u terug; de geadresseerde ziet dit adres.",
    comesBack: (address: string) => `Een brief die niet besteld kan worden, komt terug naar ${address}.`,
  },
};
