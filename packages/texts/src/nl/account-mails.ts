// Wat accounthouders per e-mail horen over hun manieren van aanmelden, in het Nederlands.

import type { accountMails as En } from "../en/account-mails.ts";
import { registerMails } from "./register-mails.ts";
import { rightsMails } from "./rights-mails.ts";

export const accountMails: typeof En = {
  when: "Wanneer",
  browser: "Browser",
  on: (browser, os) => `${browser} op ${os}`,
  unknownBrowser: "Niet bekend",
  kinds: {
    ...registerMails.kinds,
    ...rightsMails.kinds,
    new_device: {
      subject: "U hebt zich in een nieuwe browser aangemeld",
      happened:
        "Iemand heeft zich bij uw account aangemeld in een browser die er nog niet voor gebruikt was.",
    },
    session_in_other_browser: {
      subject: "We hebben een sessie van u beëindigd",
      happened:
        "Een sessie van uw account verscheen in een browser waarin ze niet geopend was. Misschien is ze gekopieerd, dus hebben we ze beëindigd. Meld u opnieuw aan.",
    },
    password_changed: {
      subject: "Uw wachtwoord is gewijzigd",
      happened: "Het wachtwoord van uw account is gewijzigd. Alle andere sessies zijn beëindigd.",
    },
    passkey_added: {
      subject: "Er is een toegangssleutel toegevoegd",
      happened: "Er is een toegangssleutel aan uw account toegevoegd. Daarmee kan men zich aanmelden.",
    },
    passkey_removed: {
      subject: "Er is een toegangssleutel verwijderd",
      happened:
        "Er is een toegangssleutel van uw account verwijderd. Daarmee kan men zich niet meer aanmelden.",
    },
    passkey_suspected: {
      subject: "Een toegangssleutel van u is misschien gekopieerd",
      happened:
        "Een toegangssleutel van uw account antwoordde zoals alleen een kopie dat doet. We weigeren hem voortaan. Meld u op een andere manier aan en vervang hem door een nieuwe.",
    },
    totp_on: {
      subject: "Er is een code-app ingesteld",
      happened:
        "Er is een code-app voor uw account ingesteld. Aanmelden met uw wachtwoord vraagt nu ook de code ervan.",
    },
    totp_off: {
      subject: "De code-app is uitgezet",
      happened:
        "De code-app van uw account is uitgezet. Bij het aanmelden met het wachtwoord wordt geen code meer gevraagd.",
    },
    recovery_codes_made: {
      subject: "Er zijn nieuwe herstelcodes gemaakt",
      happened: "Er zijn nieuwe herstelcodes voor uw account gemaakt. De vorige zijn vervallen.",
    },
    recovery_code_used: {
      subject: "Er is een herstelcode gebruikt",
      happened: "Er is voor uw account een herstelcode gebruikt in plaats van de code van uw app.",
    },
    identified: {
      subject: "U bent geïdentificeerd",
      happened: "Uw identiteit is voor uw account vastgesteld. U kunt nu aangetekende zendingen versturen.",
    },
    name_changed: {
      subject: "Uw naam is gewijzigd",
      happened: "De naam van uw account is gewijzigd in die waarmee u geïdentificeerd bent.",
    },
    identity_linked: {
      subject: "Er is nog een identiteit gekoppeld",
      happened:
        "Er is nog een itsme-account of identiteitskaart aan uw account gekoppeld. Daarmee kan men zich aanmelden.",
    },
    api_key_taken_over: {
      subject: "Een API-sleutel heeft een andere verantwoordelijke",
      happened:
        "Een beheerder van uw onderneming heeft de verantwoordelijkheid voor een API-sleutel overgenomen.",
    },
    api_key_made: {
      subject: "Er is een nieuwe API-sleutel",
      happened:
        "Iemand heeft een API-sleutel voor uw account gemaakt. Wie hem heeft, kan het account gebruiken voor wat de sleutel toelaat.",
    },
    api_key_rotated: {
      subject: "Een API-sleutel heeft een nieuw geheim",
      happened:
        "Iemand heeft een API-sleutel van uw account vernieuwd. De oude werkt nog hoogstens een tijdje.",
    },
    api_key_revoked: {
      subject: "Een API-sleutel is ingetrokken",
      happened:
        "Iemand heeft een API-sleutel van uw account ingetrokken. Er wordt niets meer van aangenomen.",
    },
    registration_link: {
      subject: "Bevestig uw e-mailadres",
      happened: "Iemand, waarschijnlijk uzelf, registreert dit adres bij ons.",
      after: "De link bevestigt dat het adres van u is. Hij werkt één keer, 24 uur lang.",
      button: "Adres bevestigen",
      unasked: "Hebt u dit niet gevraagd, doe dan niets: zonder de link wordt geen account gemaakt.",
    },
    registration_known: {
      subject: "U hebt al een account",
      happened:
        "Iemand, waarschijnlijk uzelf, wilde dit adres bij ons registreren. Het hoort al bij een account.",
      after:
        "Typ het adres van het portaal zelf in uw browser en meld u aan. Met itsme of uw identiteitskaart kunt u zich aanmelden zonder wachtwoord.",
      unasked: "Hebt u dit niet gevraagd, doe dan niets: er is niets gewijzigd.",
    },
    application_received: {
      subject: "Wij hebben uw aanvraag ontvangen",
      happened: "Uw aanvraag voor het account van uw onderneming is bij ons aangekomen.",
      after:
        "Wij vergelijken ze met de Kruispuntbank van Ondernemingen en bekijken het ondertekende formulier. U krijgt antwoord per e-mail. Tot dan kan er niets namens de onderneming verstuurd worden.",
      unasked: "Hebt u dit niet gedaan, meld u dan aan en kijk bij “Aanmelden en beveiliging”.",
    },
    invitation_link: {
      subject: "U bent uitgenodigd voor een account",
      happened: "Een onderneming nodigt u uit voor haar account voor aangetekende zendingen.",
      after:
        "De link toont wie u uitnodigt en wat wij over u bijhouden, en laat u aanvaarden of weigeren. Hij werkt één keer, 14 dagen lang.",
      button: "Uitnodiging bekijken",
      unasked:
        "Kent u deze onderneming niet, doe dan niets: de uitnodiging vervalt vanzelf en wat wij over u bijhouden, wordt gewist.",
    },
    member_joined: {
      subject: "Iemand is lid geworden van uw account",
      happened: "Een uitnodiging voor het account van uw onderneming is aanvaard.",
      unasked:
        "Kent u deze persoon niet, meld u dan aan en verwijder het lid op de pagina “Leden”. Het lidmaatschap eindigt meteen.",
    },
    member_left: {
      subject: "Een lid heeft uw account verlaten",
      happened:
        "Een lid heeft het account van uw onderneming verlaten. De ontwerpen gingen naar de beheerder die er het langst is. API-sleutels van dit lid zijn geschorst tot een beheerder ze overneemt.",
      unasked: "U hoeft niets te doen.",
    },
    invitation_declined: {
      subject: "Een uitnodiging is afgeslagen",
      happened: "De persoon die u voor het account van uw onderneming uitnodigde, wil geen lid worden.",
      unasked: "U hoeft niets te doen. Was dit een vergissing, dan kunt u het adres opnieuw uitnodigen.",
    },
    membership_ended: {
      subject: "Uw lidmaatschap is beëindigd",
      happened: "U bent geen lid meer van het account van deze onderneming.",
      after:
        "Uw andere lidmaatschappen blijven zoals ze zijn. Wat alleen deze onderneming diende, is gewist.",
      unasked: "Vragen hierover beantwoordt de onderneming.",
    },
    membership_ended_erased: {
      subject: "Uw lidmaatschap is beëindigd",
      happened:
        "U bent geen lid meer van het account van deze onderneming, en dat was uw enige. Wij hebben uw naam, uw adres en uw aanmeldmiddelen gewist.",
      after:
        "Het gebruikslogboek en het bewijs van zendingen die u verstuurde, houden alleen uw willekeurige lidnummer tot hun wettelijke termijn eindigt. U kunt klacht indienen bij de Gegevensbeschermingsautoriteit.",
      unasked: "Vragen hierover beantwoordt de onderneming. Dit is de laatste mail naar dit adres.",
    },
    role_changed: {
      subject: "Uw rol is gewijzigd",
      happened: "Een beheerder van uw onderneming gaf u een andere rol.",
      unasked: "Vragen hierover beantwoorden de beheerders van uw onderneming.",
    },
    account_closing: {
      subject: "Uw account wordt gesloten",
      happened:
        "Voor dit account is sluiting gevraagd. Er kan niets nieuws worden verstuurd. Wat onderweg is, loopt tot zijn einde; is de laatste zending definitief, dan is het account gesloten.",
      after:
        "Tot dan, en 44 dagen daarna, kunt u de sluiting terugdraaien op de pagina “Account sluiten”. Exporteer wat u wilt bewaren op de pagina “Mijn gegevens”.",
    },
    account_closed: {
      subject: "Uw account is gesloten",
      happened:
        "Dit account is gesloten. Het gebruik van de gegevens is beperkt: ze kunnen alleen nog worden geëxporteerd, en wat nog onderweg is, loopt zonder het account tot zijn einde.",
      after:
        "Tot het einde van de dag hierboven kunt u uw gegevens exporteren, ongebruikte credits terugvragen en de sluiting terugdraaien. In de loop van de dag daarna worden de persoonsgegevens van het account gewist.",
    },
    account_erasure_near: {
      subject: "Uw account wordt over een week gewist",
      happened: "Dit account is gesloten. De persoonsgegevens worden binnenkort definitief gewist.",
      after:
        "Tot het einde van de dag hierboven kunt u uw gegevens exporteren, ongebruikte credits terugvragen en de sluiting terugdraaien. Daarna kan niemand dat nog.",
    },
    account_reopened: {
      subject: "Uw account is weer open",
      happened:
        "De sluiting van dit account is teruggedraaid. U kunt het gebruiken zoals voorheen. Papieren brieven die zijn afgezegd en credits die zijn teruggevraagd, komen niet terug; openstaande uitnodigingen blijven vervallen.",
    },
    account_erased: {
      subject: "Uw account is gewist",
      happened:
        "De termijn van dit gesloten account is voorbij en de persoonsgegevens zijn gewist. Wat de wet van bewijzen, logboek en facturen laat bewaren, blijft tot het einde van zijn eigen termijn.",
      after:
        "Hoort u nog bij een ander account, dan verandert daar niets. U kunt een klacht indienen bij de Gegevensbeschermingsautoriteit.",
      unasked: "Dit was het laatste bericht over dit account.",
    },
    credits_refund_asked: {
      subject: "U hebt ongebruikte credits teruggevraagd",
      happened:
        "De ongebruikte credits van uw gesloten account zijn afgeboekt. Het bedrag wordt terugbetaald op de wijze waarop ze zijn gekocht.",
    },
    email_change_asked: {
      subject: "Er is een nieuw e-mailadres gevraagd",
      happened:
        "Iemand, waarschijnlijk u, heeft gevraagd om het adres van uw account te wijzigen. Er is een link naar het nieuwe adres gestuurd. Zolang die niet gebruikt is, blijft dit adres gelden.",
    },
    email_changed: {
      subject: "Het e-mailadres van uw account is gewijzigd",
      happened: "Het adres van uw account is gewijzigd. Het nieuwe adres werd met een link bevestigd.",
      after: "Mails over uw account gaan voortaan naar het nieuwe adres.",
    },
    email_change_link: {
      subject: "Bevestig uw nieuwe e-mailadres",
      happened: "U hebt gevraagd het adres van uw account in dit adres te wijzigen.",
      after:
        "De link bevestigt dat het adres van u is. Hij werkt één keer, 24 uur lang. Tot dan blijft uw vorige adres gelden.",
      button: "Adres bevestigen",
      unasked: "Hebt u dit niet gevraagd, doe dan niets: zonder de link wijzigt er niets.",
    },
    application_approved: {
      subject: "Uw onderneming is goedgekeurd",
      happened:
        "Onze medewerkers hebben de stukken van uw onderneming gecontroleerd. Ze kan vanaf nu aangetekende zendingen versturen.",
      after: "Typ het adres van het portaal zelf in uw browser en meld u aan.",
      unasked: "Hebt u voor deze onderneming niets aangevraagd, meld het ons dan meteen.",
    },
    application_refused: {
      subject: "Uw onderneming kon niet worden goedgekeurd",
      happened:
        "Onze medewerkers hebben de stukken van uw onderneming bekeken en kunnen ze zo niet goedkeuren.",
      after:
        "U kunt aanvullen wat ontbreekt en opnieuw indienen: typ het adres van het portaal zelf in uw browser, meld u aan en open de aanvraag. Een aanvraag die niet wordt hernomen, wordt na 30 dagen gewist.",
      unasked: "Hebt u voor deze onderneming niets aangevraagd, meld het ons dan meteen.",
    },
    register_numbers_authorised: {
      subject: "Uw onderneming mag rijksregisternummers gebruiken",
      happened:
        "Onze medewerkers hebben de machtiging van uw onderneming gezien. Haar leden mogen vanaf nu het rijksregisternummer van een geadresseerde opgeven.",
      unasked: "Heeft uw onderneming geen machtiging, meld het ons dan meteen.",
    },
    register_numbers_withdrawn: {
      subject: "Uw onderneming mag geen rijksregisternummers meer gebruiken",
      happened:
        "Onze medewerkers hebben deze toelating beëindigd. Een zending met een rijksregisternummer wordt vanaf nu geweigerd; wat al verzonden is, blijft zoals het is.",
      unasked: "Vragen hierover beantwoordt onze dienst registratie.",
    },
    hold_placed: {
      subject: "Een bewaarplicht is ingesteld",
      happened:
        "Wat u vroeg, is ingesteld. Niets ervan wordt gewist vóór de dag hieronder, wat de termijnen ook zeggen.",
      after: "U vindt ze in het portaal onder “Bewaarplicht”. Wij verwittigen u twee weken voor ze afloopt.",
      unasked: "U krijgt deze mail omdat vanuit uw account om een bewaarplicht is gevraagd.",
    },
    hold_refused: {
      subject: "Een bewaarplicht is geweigerd",
      happened:
        "Onze privacydienst heeft de gevraagde bewaarplicht niet ingesteld. Wat ze betrof, wordt gewist op de dagen die op de pagina ervan staan.",
      after: "Bewaar de bewijsbundel vóór die dag, of vraag het opnieuw met andere gronden.",
      unasked: "U krijgt deze mail omdat vanuit uw account om een bewaarplicht is gevraagd.",
    },
    hold_ends: {
      subject: "Een bewaarplicht loopt binnenkort af",
      happened:
        "Een bewaarplicht loopt af op de dag hieronder. Daarna gelden de gewone termijnen weer, en wat die overschrijdt, wordt meteen gewist.",
      after:
        "Hebt u de gegevens nog nodig? Bewaar dan de bewijsbundel, of vraag de privacydienst om de bewaarplicht te verlengen en zeg waarom.",
      unasked: "U krijgt deze mail omdat de bewaarplicht gegevens van uw account bewaart.",
    },
    hold_ended: {
      subject: "Een bewaarplicht is afgelopen",
      happened:
        "Een bewaarplicht is ten einde. De gewone termijnen gelden weer, en wat die overschrijdt, wordt binnen een dag gewist.",
      unasked: "U krijgt deze mail omdat de bewaarplicht gegevens van uw account bewaarde.",
    },
    hold_lifted: {
      subject: "Een bewaarplicht is opgeheven",
      happened:
        "Een bewaarplicht is vóór haar einde opgeheven door twee medewerkers van onze privacydienst. De gewone termijnen gelden weer, en wat die overschrijdt, wordt binnen een dag gewist.",
      unasked: "U krijgt deze mail omdat de bewaarplicht gegevens van uw account bewaarde.",
    },
    evidence_falling: {
      subject: "Bewijs van uw aangetekende zendingen wordt gewist",
      happened:
        "Bewijs wordt bewaard zolang de wet het vraagt, en daarna gewist. Voor enkele van uw zendingen is die dag nabij.",
      after:
        "Open het adres hierboven in uw browser. Daar kunt u van elke zending de bewijsbundel bewaren en de tijdstempels laten vernieuwen. Een bundel die u bewaart, kan ook na die dag worden geverifieerd.",
      unasked:
        "U krijgt deze mail omdat u het account beheert dat deze zendingen verstuurde. U wordt 60 en 14 dagen vooraf verwittigd.",
    },
  },
  facts: {
    ...rightsMails.facts,
    ...registerMails.facts,
    address: "Nieuw adres",
    company: "Onderneming",
    number: "Ondernemingsnummer",
    reason: "Reden",
    words: "Onze medewerkers schrijven",
    role: "Rol",
    until: "Tot het einde van",
    name: "Naam",
    key: "API-sleutel",
    by: "Door",
    method: "Met",
    old_name: "Voordien",
    new_name: "Nu",
    left: "Resterende herstelcodes",
    credits: "Credits",
    delivery: "Aangetekende zending",
    ground: "Grond",
    sixty: "Binnen 60 dagen",
    fourteen: "Binnen 14 dagen",
    first: "De eerste op",
    page: "Adres van de lijst",
  },
  roles: { admin: "beheerder", user: "gebruiker" },
  methods: { itsme: "itsme", eid: "Identiteitskaart" },
  notYou: "Was u dit niet?",
  whatToDo: (address) =>
    `Typ zelf ${address} in uw browser, meld u aan en ga naar “Aanmelden en beveiliging”: beëindig alle andere sessies en wijzig uw wachtwoord.`,
  noLink:
    "Deze e-mail bevat met opzet geen link. We vragen nooit per e-mail of telefoon naar uw wachtwoord of een code.",
};
