// What is wrong with one field, in Dutch; by the code of a `FieldError`.

import type { fieldErrors as En } from "../en/field-errors.ts";
import { notPrintable } from "../not-printable.ts";
import { print } from "./print.ts";

export const fieldErrors: typeof En = {
  required: () => "Vul dit in.",
  invited_not_an_address: (p) => `‘${p["email"] ?? ""}’ is geen e-mailadres.`,
  invited_is_member: (p) => `${p["email"] ?? ""} is al lid.`,
  invited_already: (p) => `${p["email"] ?? ""} heeft een open uitnodiging. U kunt ze opnieuw versturen.`,
  invited_oneself: (p) => `${p["email"] ?? ""} is uw eigen adres.`,
  invited_too_many: (p) => `Nodig ten hoogste ${p["max"] ?? ""} adressen tegelijk uit.`,
  team_unknown: () => "Een van deze afdelingen bestaat niet meer.",
  team_name_taken: () => "Een andere afdeling heeft deze naam.",
  choose: () => "Maak een keuze.",
  invalid: () => "Kijk na wat u hebt ingevuld.",
  record_query_invalid: () =>
    "Geef een nummer van een zending (dlv_…) of een vastlegging van 64 cijfers en letters.",
  not_a_choice: () => "Kies een van de mogelijkheden.",
  hold_end_past: () => "De laatste dag ligt in de toekomst, ten vroegste morgen.",
  hold_end_far: () => "Ten hoogste 24 maanden vanaf vandaag. Verlengen kan voor het einde.",
  hold_end_not_later: () => "Later dan de huidige laatste dag. Vroeger beëindigen vraagt twee medewerkers.",
  hold_subject_unknown: () => "Er is niets met dit nummer, of het is gewist.",
  content_falls_now: () => "Hierdoor wordt de inhoud binnen een dag gewist. Vink aan dat u dat weet.",
  account_unknown: () => "Er is geen account met dit nummer.",
  period_unchanged: () => "Dit is de termijn die nu geldt.",
  not_checked: () => "Vink dit aan zodra u het hebt nagekeken.",
  not_offered: () => "Dit is nog niet mogelijk.",
  unknown_field: () => "Er is geen veld met deze naam.",
  fallback_not_available: () => "Brieven op papier zijn in deze installatie niet beschikbaar.",
  identification_not_available: () =>
    "Identificatie met itsme of eID is in deze installatie niet beschikbaar.",
  not_text: () => "Hier wordt een tekst verwacht.",
  not_well_formed: () => "Sommige tekens van deze tekst zijn beschadigd. Typ ze opnieuw.",
  not_a_date: () => "Dit is geen datum.",
  too_short: (p) => `Gebruik minstens ${p["min"] ?? ""} tekens.`,
  too_long: (p) => `Gebruik hoogstens ${p["max"] ?? ""} tekens.`,
  out_of_range: (p) => `Geef een getal van ${p["min"] ?? ""} tot ${p["max"] ?? ""}.`,
  control_characters: () => "Hier staat een regeleinde of een ander teken dat niet kan.",
  email_invalid: () => "Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.be.",
  email_unchanged: () => "Dit adres hebt u al.",
  email_too_long: () => "Dit e-mailadres is te lang.",
  mobile_invalid: () => "Dit is geen mobiel nummer. Het ziet eruit als +32 470 12 34 56.",
  mobile_too_short: (p) =>
    `${Number(p["missing"]) === 1 ? "Er ontbreekt één cijfer" : `Er ontbreken ${p["missing"] ?? ""} cijfers`}${p["shown"] === undefined ? "." : `: ${p["shown"]}`}`,
  mobile_too_long: (p) =>
    Number(p["extra"]) === 1
      ? "Er staat één cijfer te veel."
      : `Er staan ${p["extra"] ?? ""} cijfers te veel.`,
  mobile_not_mobile: () => "Dit nummer kan geen sms ontvangen. Geef een mobiel nummer.",
  mobile_unknown_country: () => "Geen enkel land heeft dit nummer. Kijk na wat er na het plusteken staat.",
  mobile_required_for_codes: () => "Ophalen met codes vraagt een mobiel nummer.",
  postcode_invalid: () => "Een Belgische postcode heeft vier cijfers, van 1000 tot 9999.",
  country_invalid: () => "Dit land kennen wij niet.",
  country_not_served: () => "Naar dit land gaan geen brieven op papier.",
  address_incomplete: () =>
    "Hiermee vindt de post geen huis. Geef een nummer, of schrijf ‘z/n’ waar er geen is.",
  address_unreadable: () => "De post kan dit schrift hier niet lezen. Schrijf het in Latijnse letters.",
  address_too_long: () =>
    "Dit is te lang voor één regel van een adres. Kort het in zodat de post het nog begrijpt.",
  return_address_needs_letter: () =>
    "Een retouradres dient alleen voor een brief. Kies de brief, of laat dit leeg.",
  return_address_private_only: () =>
    "Alleen particuliere afzenders kunnen brieven naar een eigen adres laten terugkomen.",
  part_not_printable: (p) => notPrintable(print, p),
  print_pending: () => "Hoe dit er op papier uitziet, is nog niet bekeken. Open het nalezen nog eens.",
  letter_too_long: (p) =>
    `De brief zou ${p["pages"] ?? ""} pagina’s tellen; in een omslag gaan er ten hoogste ${p["max"] ?? ""}. Haal iets weg of verstuur zonder brief.`,
  letter_too_thick: (p) =>
    `De brief zou ${p["sheets"] ?? ""} bladen hebben; in een omslag gaan er ten hoogste ${p["max"] ?? ""}. Haal iets weg of verstuur zonder brief.`,
  letter_too_heavy: (p) =>
    `Naar dit land gaat geen brief van ${p["sheets"] ?? ""} bladen. Haal iets weg of verstuur zonder brief.`,
  country_too_far: (p) =>
    `Naar dit land gaat geen brief van ${p["sheets"] ?? ""} bladen. Geef een adres in een ander land, of trek de brief in.`,
  postage_missing: (p) =>
    `Een brief naar dit land kost ${p["needed"] ?? ""} credits meer. Uw account heeft er ${p["balance"] ?? ""}.`,
  enterprise_number_invalid: () =>
    "Dit is geen geldig ondernemingsnummer. Het heeft tien cijfers en begint met 0 of 1.",
  must_accept: () => "U kunt alleen verder als u hiermee instemt.",
  enterprise_number_foreign: () =>
    "Dit is een nummer van een ander land. Een buitenlandse onderneming heeft een Belgisch ondernemingsnummer nodig; haar bijkantoor in België heeft er een.",
  establishment_number: () =>
    "Dit is het nummer van een vestiging. Geef het ondernemingsnummer op: het begint met 0 of 1.",
  enterprise_number_checksum: () =>
    "De cijfers passen niet bij elkaar. Kijk ze een voor een na: er kan er een fout zijn of twee verwisseld.",
  enterprise_number_taken: () =>
    "Deze onderneming heeft al een account. Vraag haar beheerders om u uit te nodigen.",
  application_incomplete: () => "Vul alles over de onderneming in en bewaar het.",
  form_missing: () => "Voeg het ondertekende formulier toe.",
  form_outdated: () =>
    "De onderneming werd gewijzigd nadat het formulier ondertekend was. Laat het nieuwe formulier ondertekenen en voeg het toe.",
  extract_missing: () => "Voeg een uittreksel uit de Kruispuntbank van Ondernemingen toe.",
  identify_first: () => "Toon eerst wie u bent, met itsme of een identiteitskaart.",
  register_number_invalid: () => "Dit is geen geldig rijksregisternummer. Het heeft elf cijfers.",
  register_number_not_allowed: () => "Uw account mag geen rijksregisternummers gebruiken.",
  enterprise_number_required: () =>
    "Zonder ondernemingsnummer kan niemand voor deze organisatie ophalen met itsme of identiteitskaart.",
  birth_date_impossible: () => "Niemand die leeft, is op deze dag geboren. Kijk het jaar na.",
  for_persons_only: () => "Dit hoort bij een persoon. Laat het leeg voor een organisatie.",
  no_addressee: () => "Geef minstens één geadresseerde.",
  too_many_addressees: (p) => `Een zending kan hoogstens ${p["max"] ?? ""} geadresseerden hebben.`,
  identical_addressee: (p) => `Deze geadresseerde is dezelfde als nummer ${p["row"] ?? ""}.`,
  own_email: () => "Dit is uw eigen e-mailadres. U kunt uzelf geen aangetekende zending sturen.",
  own_mobile: () => "Dit is uw eigen mobiele nummer. U kunt uzelf geen aangetekende zending sturen.",
  credits_missing: (p) => `Dit kost ${p["needed"] ?? ""} credits. Uw account heeft er ${p["balance"] ?? ""}.`,
  name_taken: () => "Er is er al een met deze naam.",
  logo_not_an_image: () => "Dit is geen afbeelding in PNG, JPEG of WebP.",
  logo_svg: () => "SVG kan scripts bevatten, daarom aanvaarden we het niet. Bewaar het logo als PNG.",
  logo_too_large: () => "Het bestand is groter dan 2 MB.",
  logo_too_many_pixels: () => "De afbeelding is groter dan 4000 op 4000 pixels.",
  logo_damaged: () => "De afbeelding is beschadigd en kan niet worden gelezen.",
  logo_animated: () => "De afbeelding beweegt. Kies er een die stilstaat.",
  code_wrong: () => "De twee codes kloppen niet. Kijk ze allebei na.",
  check_code_malformed: () => "Dit is geen controlecode. Een controlecode heeft 12 letters en cijfers.",
  check_code_unknown: () =>
    "Deze controlecode kennen wij niet. Kijk elk teken na. Hebt u een nieuwer bericht, gebruik dan die code.",
  contact_known: () => "Deze naam staat al met dit e-mailadres in uw adresboek.",
  consent_known: () =>
    "Er geldt al een toestemming van deze naam en dit adres, of ze is op die dag of later ingetrokken.",
  date_in_future: () => "Deze dag is nog niet gekomen.",
  date_over_a_year_ago: () => "Deze dag is meer dan een jaar geleden. Kijk hem na.",
  override_required: () =>
    "Gevestigd buiten de Europese Economische Ruimte, of eigendom van wie dat is: zeg waarom dit toch mag. Iedereen leest het.",
  url_invalid: () => "Schrijf het hele adres, beginnend met https://.",
  ends_before_it_begins: () => "Deze dag valt voor de eerste dag.",
  short_notice_required: (p) =>
    `Accounthouders weten het ${p["days"] ?? ""} dagen vooraf. Kies een latere dag, of zeg waarom het niet kan wachten.`,
  host_invalid: (p) => `“${p["host"] ?? ""}” is geen hostnaam. Die ziet eruit als smtp.example.be.`,
  subject_invalid: (p) =>
    `“${p["id"] ?? ""}” is geen kenmerk van een zending (dlv_…), een account (acc_…) of een persoon (per_…).`,
  row_broken: () => "Deze rij is niet te lezen. Zoek een aanhalingsteken dat niet wordt gesloten.",
  card_version: () => "Alleen vCards van versie 3.0 en 4.0 kunnen worden gelezen.",
  card_broken: () => "Deze vCard heeft geen einde.",
  letter_code_invalid: () => "Dit is geen controlecode. Ze heeft twaalf tekens, zoals K7QM-4RTX-92VB.",
  closing_word_wrong: (p) => `Typ het woord ${p["word"] ?? ""}.`,
  number_not_in_batch: (p) => `Brief ${p["number"] ?? ""} is niet klaar in deze partij.`,
  numbers_invalid: () => "Schrijf nummers van brieven, zoals 3, 17-19.",
  barcode_unreadable: () =>
    "Dit is geen barcode van een aangetekende brief: 30 cijfers, of zoals RR473124829BE.",
  barcode_unknown: () => "Geen brief van ons heeft deze barcode.",
  barcode_not_posted: () => "Deze brief is niet gepost; de postoperator kan er niets over melden.",
  time_invalid: () => "Dit is geen dag en tijdstip. Het ziet eruit als 2026-11-23 14:05.",
  time_in_future: () => "Dit tijdstip is nog niet gekomen.",
  time_before_posting: () => "De brief was toen nog niet gepost.",
};
