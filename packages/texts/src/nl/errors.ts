// What went wrong and what can be done, in Dutch.

import type { errors as En } from "../en/errors.ts";
import { fieldErrors } from "./field-errors.ts";
import { identificationFailures } from "./identification-failures.ts";

export const errors: typeof En = {
  page: {
    reference: (id) => `Kenmerk voor onze hulpdienst: ${id}`,
    home: "Naar de startpagina",
    again: "Probeer opnieuw",
    waitFor: (duration) => `U kunt opnieuw proberen over ${duration}.`,
  },
  kinds: {
    bad_request: {
      title: "We konden dat niet lezen",
      happened: "Wat hier aankwam, is niet volledig of heeft niet de verwachte vorm. Er is niets gewijzigd.",
      next: "Ga terug, kijk na wat u hebt ingevuld en probeer opnieuw.",
    },
    unauthenticated: {
      title: "Meld u eerst aan",
      happened: "Deze pagina is er alleen voor wie aangemeld is.",
      next: "Meld u aan en open de pagina opnieuw.",
    },
    forbidden: {
      title: "U mag dit niet doen",
      happened: "Uw account heeft geen recht op deze pagina of deze handeling. Er is niets gewijzigd.",
      next: "Vraag het aan een beheerder van uw account als u dat recht zou moeten hebben.",
    },
    not_found: {
      title: "Deze pagina is er niet",
      happened: "Het adres klopt niet, of wat er stond, bestaat niet meer.",
      next: "Kijk het adres na, of begin bij de startpagina.",
    },
    conflict: {
      title: "Dit kan nu niet",
      happened: "Er is intussen iets veranderd, waardoor uw vraag niet meer past. Er is niets gewijzigd.",
      next: "Open de pagina opnieuw om te zien hoe het ervoor staat.",
    },
    too_large: {
      title: "Dat is te groot",
      happened: "Wat u stuurde, is groter dan wij kunnen aannemen. Er is niets van bewaard.",
      next: "Stuur minder of kleinere bestanden.",
    },
    too_many: {
      title: "Dat was te vaak",
      happened:
        "Er waren te veel pogingen in korte tijd, daarom wachten we even. Dat beschermt u en anderen.",
      next: "Wacht en probeer dan opnieuw.",
    },
    unavailable: {
      title: "Dit lukt op dit moment niet",
      happened: "Een deel van onze dienst antwoordt niet. Wat eerder is aangenomen, is veilig.",
      next: "Probeer het over enkele minuten opnieuw.",
    },
    internal: {
      title: "Er ging iets mis bij ons",
      happened: "Dit is onze fout, niet de uwe. Het is vastgelegd en we onderzoeken het.",
      next: "Probeer opnieuw. Gebeurt het nog eens, geef ons dan het kenmerk hieronder.",
    },
  },
  codes: {
    staff_role_missing: {
      title: "Dit is een pagina van een andere dienst",
      happened:
        "Uw dienst opent deze pagina of handeling niet. Er is niets getoond of gewijzigd, en de poging is genoteerd.",
      next: "Vraag het aan de beheerder als uw werk dit nodig heeft.",
    },
    invitation_unknown: {
      title: "Dit adres opent niets meer",
      happened: "Het is al gebruikt, het is ouder dan 72 uur, of het is vervangen door een nieuwer.",
      next: "Vraag de beheerder een nieuwe uitnodiging. Hebt u het niet zelf gebruikt, zeg dat er dan bij.",
    },
    record_unknown: {
      title: "Zo’n dossier is er niet",
      happened: "Het adres is fout, of het dossier is gewist aan het einde van zijn termijn.",
      next: "Zoek het opnieuw via de zending of de vastlegging.",
    },
    ...identificationFailures,
    csrf_failed: {
      title: "Dit formulier stond te lang open",
      happened:
        "We konden niet met zekerheid zien dat u dit formulier zelf verstuurde. Er is niets gewijzigd.",
      next: "Ga terug, laad de pagina opnieuw en verstuur het formulier nog eens. Uw browser moet cookies van deze site aanvaarden.",
    },
    upload_broken_off: {
      title: "Het opladen brak af",
      happened: "De verbinding eindigde voor alles was aangekomen. Er is niets van bewaard.",
      next: "Kijk uw verbinding na en stuur het opnieuw.",
    },
    digest_mismatch: {
      title: "Het bestand is onderweg veranderd",
      happened: "Wat aankwam, is niet byte voor byte gelijk aan wat u stuurde. Het is niet bewaard.",
      next: "Stuur het bestand opnieuw.",
    },
    session_ended: {
      title: "U bent afgemeld",
      happened: "U was een tijd niet actief, daarom hebben we de sessie beëindigd.",
      next: "Meld u opnieuw aan. Uw ontwerpen zijn bewaard.",
    },
    proof_being_sealed: {
      title: "Het bewijs wordt verzegeld",
      happened:
        "De handeling is vastgelegd. Het bewijs krijgt nu een zegel en een tijdstempel; dat duurt meestal een seconde.",
      next: "Open deze pagina over een ogenblik opnieuw.",
    },
    file_too_large: {
      title: "Het bestand is te groot",
      happened: "Eén bestand is groter dan wij kunnen aannemen. Het is niet bewaard.",
      next: "Stuur een kleiner bestand, of splits het.",
    },
    message_too_large: {
      title: "De bijlagen zijn samen te groot",
      happened:
        "Alle bestanden van één zending samen zijn groter dan wij kunnen aannemen. Het laatste is niet bewaard.",
      next: "Verwijder een bestand, of stuur het in een andere zending.",
    },
    too_many_files: {
      title: "Er zijn te veel bestanden",
      happened:
        "Een zending kan maar een beperkt aantal bijlagen bevatten. Het laatste bestand is niet bewaard.",
      next: "Zet verschillende bestanden in één zip, of stuur nog een zending.",
    },
    part_empty: {
      title: "Het bestand is leeg",
      happened: "In dit bestand staat niets, daarom kan het niet worden verzonden.",
      next: "Kijk het bestand op uw toestel na en kies het opnieuw.",
    },
    part_executable: {
      title: "Programma’s kunnen niet worden verzonden",
      happened:
        "Dit bestand is een programma of bevat er een. Het kan het toestel van de geadresseerde schaden.",
      next: "Stuur in de plaats een document, bijvoorbeeld een pdf.",
    },
    part_macros: {
      title: "Documenten met macro’s kunnen niet worden verzonden",
      happened: "Dit document bevat macro’s: kleine programma’s die lopen wanneer het wordt geopend.",
      next: "Bewaar het zonder macro’s of als pdf, en kies het opnieuw.",
    },
    part_type_mismatch: {
      title: "Het bestand is niet wat zijn naam zegt",
      happened: "Het einde van de naam en de inhoud horen niet bij elkaar.",
      next: "Geef het bestand de juiste extensie, of bewaar het opnieuw, en kies het nog eens.",
    },
    part_unknown_type: {
      title: "Dit soort bestand kennen wij niet",
      happened: "We nemen alleen soorten bestanden aan die een geadresseerde zeker kan openen.",
      next: "Bewaar het als pdf of zet het in een zip, en kies het opnieuw.",
    },
    part_not_printable: {
      title: "Een deel kan niet worden gedrukt",
      happened:
        "Er is een brief gevraagd als niet wordt opgehaald, en één deel van het bericht kan niet worden gedrukt. Er is niets verstuurd.",
      next: "Zet er een pdf voor in de plaats, of verstuur zonder brief.",
    },
    letter_too_long: {
      title: "De brief is te lang",
      happened:
        "Er is een brief gevraagd als niet wordt opgehaald, en die past niet in een omslag. Er is niets verstuurd.",
      next: "Haal iets weg of verstuur zonder brief.",
    },
    part_legacy_office: {
      title: "Dit oude soort document kan niet worden verzonden",
      happened: "Documenten van oude kantoorprogramma’s kunnen programma’s verbergen die wij niet zien.",
      next: "Bewaar het in het huidige formaat of als pdf, en kies het opnieuw.",
    },
    broken_text: {
      title: "De tekst is beschadigd",
      happened: "Sommige tekens van de tekst of van een bestandsnaam kunnen niet worden gelezen.",
      next: "Typ ze opnieuw, of geef het bestand een andere naam.",
    },
    credits_missing: {
      title: "Er zijn niet genoeg credits",
      happened: "Uw account heeft niet de credits die deze zending kost. Ze is niet verzonden.",
      next: "Uw ontwerp is bewaard. Koop credits en verzend het dan.",
    },
    draft_incomplete: {
      title: "Er ontbreekt nog iets",
      happened: "De zending is niet volledig, daarom is ze niet verzonden.",
      next: "Open het ontwerp en vul aan wat is aangeduid.",
    },
    draft_already_sent: {
      title: "Deze zending is al verzonden",
      happened: "Het ontwerp werd een aangetekende zending en kan niet meer worden gewijzigd.",
      next: "U vindt ze bij uw verzonden zendingen.",
    },
    identification_too_old: {
      title: "Identificeer u opnieuw voor u verzendt",
      happened: "Uw identificatie is ouder dan waarop wij mogen vertrouwen. Er is niets verzonden.",
      next: "Identificeer u in het portaal met itsme of een identiteitskaart. Uw ontwerpen blijven bewaard.",
    },
    sender_not_identified: {
      title: "U moet geïdentificeerd zijn voor u kunt verzenden",
      happened:
        "Alleen een geïdentificeerde persoon kan een aangetekende zending versturen. Er is niets verzonden.",
      next: "Voltooi eerst de activering van uw account.",
    },
    account_closed: {
      title: "Dit account is gesloten",
      happened: "Een gesloten account kan niet meer verzenden. Wat onderweg is, loopt tot zijn einde.",
      next: "Vraag het aan de beheerder van uw account als u dit niet verwachtte.",
    },
    processing_restricted: {
      title: "De verwerking van uw gegevens is beperkt",
      happened: "U vroeg ons uw gegevens enkel te bewaren. Er is niets gebeurd.",
      next: "Hef de beperking op onder “Mijn gegevens”, “Uw verzoeken”, als u verder wilt.",
    },
    sign_in_failed: {
      title: "U kon niet worden aangemeld",
      happened: "Het e-mailadres of het wachtwoord klopt niet.",
      next: "Kijk beide na en probeer opnieuw.",
    },
    collect_session_ended: {
      title: "Identificeer u opnieuw",
      happened:
        "U was een tijd niet actief, daarom hebben we de sessie beëindigd. Aan uw zending is niets veranderd.",
      next: "Open de link uit de e-mail opnieuw, of typ de controlecode.",
    },
    link_unknown: {
      title: "Deze link kennen wij niet",
      happened: "De link of de controlecode is niet volledig, of is vervangen door een nieuwere.",
      next: "Open de link in de laatste e-mail, of typ de controlecode die erin staat.",
    },
    content_erased: {
      title: "De inhoud wordt niet meer bewaard",
      happened:
        "De tijd dat we hem bewaren is voorbij en hij is gewist. Het bewijs van de zending blijft langer bewaard.",
      next: "Vraag de andere partij een kopie als u de inhoud nodig hebt.",
    },
    not_consigned: {
      title: "De inhoud is nog niet klaar",
      happened: "Uw aanvaarding is vastgelegd en krijgt nu haar tijdstempel. Daarna gaat de inhoud open.",
      next: "Wacht even en open deze pagina opnieuw.",
    },
    letter_on_its_way: {
      title: "De brief is onderweg",
      happened:
        "De brief is vrijgegeven voor druk, of de postoperator heeft hem. Hij kan niet meer worden gewijzigd of ingetrokken.",
      next: "Volg hem op de pagina van de zending.",
    },
    no_letter: {
      title: "Er is geen brief",
      happened: "Op deze zending zou geen brief volgen, of de zending is afgelopen. Er is niets veranderd.",
      next: "Open de pagina van de zending om te zien hoe ver ze is.",
    },
    proof_not_available: {
      title: "Dit bewijs is er niet",
      happened: "Deze zending is niet gekomen tot de stap die het bewijs zou tonen.",
      next: "Open de pagina van de zending om te zien welke bewijzen er zijn.",
    },
    sealing_unavailable: {
      title: "We kunnen op dit moment geen zendingen aannemen",
      happened:
        "De tijdstempel die het ogenblik van aanneming bewijst, is niet beschikbaar. Er is niets verzonden.",
      next: "Uw ontwerp is bewaard. Probeer het over enkele minuten opnieuw.",
    },
    took_too_long: {
      title: "Dat duurde te lang",
      happened: "Uw vraag kon niet op tijd worden geboekt, daarom is er niets van bewaard.",
      next: "Probeer het nu opnieuw.",
    },
    content_unavailable: {
      title: "Wij kunnen uw bestanden nu niet bereiken",
      happened: "Onze opslag antwoordt op dit moment niet. Er ging niets van u verloren.",
      next: "Probeer het over enkele minuten opnieuw.",
    },
    storage_full: {
      title: "We kunnen op dit moment geen bestanden bewaren",
      happened: "Onze opslag neemt nu geen bestanden meer aan. Van u is niets verloren.",
      next: "Probeer het over enkele minuten opnieuw.",
    },
    api_key_missing: {
      title: "Een API-sleutel is nodig",
      happened: "Dit verzoek kwam zonder API-sleutel.",
      next: "Stuur de header Authorization: Bearer mee, gevolgd door uw API-sleutel.",
    },
    api_key_invalid: {
      title: "Deze API-sleutel is niet geldig",
      happened: "De API-sleutel is niet bekend, of hij werd ingetrokken.",
      next: "Controleer de sleutel, of vraag een beheerder van uw account om een nieuwe.",
    },
    api_key_suspended: {
      title: "Deze API-sleutel is geschorst",
      happened:
        "Het lid dat voor deze sleutel instaat, heeft het account verlaten, is niet geïdentificeerd of moet zich opnieuw identificeren.",
      next: "Het lid identificeert zich opnieuw in het portaal, of een geïdentificeerde beheerder van uw account neemt de sleutel daar over.",
    },
    api_key_not_found: {
      title: "Wij kennen deze API-sleutel niet",
      happened: "Uw account heeft geen sleutel met dit kenmerk.",
      next: "Bekijk de lijst van de sleutels van uw account.",
    },
    api_key_not_suspended: {
      title: "Deze sleutel heeft geen nieuw lid nodig",
      happened: "De sleutel is niet geschorst: hij werkt, of hij is ingetrokken. Er is niets gewijzigd.",
      next: "Bekijk in de lijst hoe het met de sleutel staat.",
    },
    scope_missing: {
      title: "Deze sleutel mag dit niet",
      happened: "De API-sleutel is hier niet voor gemaakt. Er is niets gewijzigd.",
      next: "Gebruik een sleutel met de bevoegdheid die in het detail staat, of vraag er een aan een beheerder.",
    },
    account_applying: {
      title: "Deze onderneming is nog niet goedgekeurd",
      happened:
        "Zolang onze registratiedienst de onderneming niet heeft goedgekeurd, kan er niets worden verstuurd en werkt geen sleutel.",
      next: "Wacht op onze e-mail, of vul de aanvraag in het portaal aan.",
    },
    account_closing: {
      title: "Dit account wordt afgesloten",
      happened:
        "Er kan niets nieuws worden verstuurd, en geen sleutel werkt nog. Wat onderweg is, loopt tot zijn einde.",
      next: "Volg het in het portaal, of maak de afsluiting daar ongedaan.",
    },
    api_key_ended: {
      title: "Deze sleutel is beëindigd",
      happened:
        "De sleutel is ingetrokken, of een nieuwere heeft zijn plaats ingenomen. Er is niets gewijzigd.",
      next: "Kijk in de lijst van sleutels hoe het ermee staat.",
    },
    too_many_api_keys: {
      title: "Er zijn te veel sleutels",
      happened: "Een account heeft hoogstens honderd geldige sleutels. Er is niets gemaakt.",
      next: "Trek sleutels in die niemand nog nodig heeft.",
    },
    logo_not_found: {
      title: "Hier is geen logo",
      happened: "Er wordt hier geen logo getoond.",
      next: "U hoeft niets te doen.",
    },
    agreements_outstanding: {
      title: "Lees eerst wat nieuw van kracht is",
      happened: "Er geldt een nieuwe tekst die u nog niet aanvaardde. Er is niets gebeurd.",
      next: "Open een pagina van het portaal: zij leidt u ernaartoe.",
    },
    not_an_admin: {
      title: "Alleen een beheerder mag dit",
      happened: "Dit is voor beheerders van uw account. Er is niets gewijzigd.",
      next: "Vraag het aan een beheerder van uw account.",
    },
    register_number_not_allowed: {
      title: "Uw account mag geen rijksregisternummers gebruiken",
      happened:
        "Er is een rijksregisternummer opgegeven dat uw account niet mag gebruiken. Er is niets verzonden.",
      next: "Haal het nummer weg en verzend dan.",
    },
    message_invalid: {
      title: "Dit bericht kan zo niet worden verzonden",
      happened: "Er ontbreekt iets of er klopt iets niet. Er werd niets aanvaard.",
      next: "Verbeter wat hieronder staat en verzend het opnieuw.",
    },
    idempotency_key_reused: {
      title: "Deze sleutel werd voor een ander verzoek gebruikt",
      happened: "Een eerder verzoek met deze Idempotency-Key vroeg iets anders. Er werd niets aanvaard.",
      next: "Gebruik een nieuwe sleutel voor een nieuw bericht.",
    },
    evidence_being_sealed: {
      title: "Het bewijs wordt verzegeld",
      happened:
        "De handeling is vastgelegd. Het bewijs krijgt nu een zegel en een tijdstempel, wat meestal een seconde duurt.",
      next: "Vraag het zo meteen opnieuw.",
    },
    method_not_allowed: {
      title: "Dit kan niet op dit adres",
      happened: "Het adres bestaat, maar niet voor deze methode.",
      next: "Kijk welke methoden zijn toegestaan, en gebruik er een van.",
    },
    unsupported_media_type: {
      title: "Dit inhoudstype wordt niet begrepen",
      happened: "Wat werd verzonden, is van een type dat we hier niet lezen. Er werd niets aanvaard.",
      next: "Verzend een van de genoemde types.",
    },
  },
  fields: fieldErrors,
};
