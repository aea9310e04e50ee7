// Versie 1 van de praktijkverklaring in het Nederlands. De bytes liggen vast: een wijziging is een nieuwe versie.

export const practiceStatement1 = `# Praktijkverklaring, versie 1

Deze verklaring zegt hoe deze dienst voor elektronische aangetekende bezorging werkt (Verordening (EU) nr. 910/2014, eIDAS, artikelen 43 en 44; ETSI EN 319 401, EN 319 521 en EN 319 522). Elk bewijsmateriaal dat de dienst afgeeft, noemt de versie die gold. De namen die met # beginnen, zijn delen van de adressen die het bewijsmateriaal gebruikt voor wat in de normen geen naam heeft.

## 1. Aanbieder en status

De aanbieder is de organisatie die elk bewijsmateriaal als uitgever noemt. Het bewijsmateriaal vermeldt ook de status van de dienst op dat ogenblik:

- #status-demonstration: De dienst is een demonstratie. Niets wat ermee wordt verzonden, vervangt een aangetekende brief die de wet vereist.
- #status-non-qualified: De dienst is een niet-gekwalificeerde dienst voor elektronische aangetekende bezorging. Het bewijsmateriaal is toelaatbaar in rechte (eIDAS artikel 43, lid 1), maar een zending vervangt geen aangetekende brief die de wet vereist.
- #status-qualified: De dienst is een gekwalificeerde vertrouwensdienst op de vertrouwenslijst. Toch is een zending alleen gekwalificeerd als de geadresseerde met eID of itsme op niveau hoog is geïdentificeerd en overeenstemt met wat de afzender opgaf, en als de afzender niet louter met een API-sleutel handelde. Het bewijs zegt dat per zending.

## 2. De afzender

Alleen een geïdentificeerde persoon kan verzenden. De eerste identificatie gebeurt met itsme of eID en wordt na een bepaalde tijd herhaald. Een bedrijfsaccount heeft bovendien een bewijs van mandaat nodig, dat medewerkers nakijken in de Kruispuntbank van Ondernemingen. Elke verzending is verbonden met de aanmelding waarmee zij gebeurde: methode en tijd staan in het bewijsmateriaal. Een lid van een bedrijf wordt aan de andere kant alleen met een willekeurig nummer getoond; de naam blijft bij de dienst.

## 3. Aanvaarding

Een bericht wordt in zijn geheel aanvaard, of helemaal niet. Bij de aanvaarding is de afzender geïdentificeerd, is de inhoud versleuteld bewaard, is de vaststelling geschreven en is de vergoeding gereserveerd. Daarna kan niemand het bericht nog wijzigen. Elke geadresseerde is een zending op zich met eigen bewijsmateriaal, en geen geadresseerde verneemt iets over een andere. Het bericht wordt in delen bewaard: deel 1 is de tekst met het onderwerp, daarna komen de bijlagen. Het bewijsmateriaal verwijst naar elk deel met naam, grootte en SHA-256. Onderwerp en bestandsnamen staan in geen enkel bericht van aankomst voordat de inhoud is overhandigd.

Bij de aanvaarding wordt de laatste dag bepaald en meegedeeld waarop de zending, wat er ook misgaat, afgesloten zal zijn.

## 4. Bericht van aankomst en tijd om op te halen

De geadresseerde wordt verwittigd per e-mail en, als de afzender een nummer gaf, per sms. Het bericht van aankomst noemt de afzender zoals die het instelde, en nooit de inhoud. Het vertrekt pas als de aanvaarding een tijdstempel heeft.

Een bericht van aankomst staat vast vanaf het ogenblik waarop de uitgaande mailserver de mail heeft aangenomen, tot die mail vóór de uiterste dag als definitief mislukt wordt gemeld. Een bericht dat werd gebruikt om identificatie te vragen, staat vast, wat er later ook wordt gemeld. De tijd om op te halen is 15 volle kalenderdagen in Brussel, te tellen vanaf de dag na het bericht van aankomst, tenzij de afzender tussen 1 en 30 koos. Die tijd eindigt met het einde van de laatste dag. Weekends en feestdagen verlengen hem niet. Herinneringen vertrekken op dag 3, 7 en 13 en veranderen geen datum.

Mislukt de mail van het eerste bericht, dan vervalt de tijd om op te halen en mag de afzender e-mailadres, nummer of naam één keer verbeteren. Die verbetering wordt vastgelegd. Zij maakt eerdere links, codes en termijnen ongeldig. Een zending geldt als onbestelbaar wanneer 72 uur na de aanvaarding geen bericht vaststond, wanneer 120 uur na een mislukking geen nieuw bericht vaststaat, of bij een tweede mislukking.

Was de dienst zelf op de laatste dag meer dan 60 minuten onbereikbaar, dan wordt de tijd om op te halen met een dag verlengd, hoogstens drie keer. De onderbreking wordt vastgelegd en aan beide kanten meegedeeld.

## 5. Identificatie van de geadresseerde

De afzender kiest per bericht wat minstens wordt gevraagd: twee codes, of itsme of eID. Het bewijsmateriaal noemt de methode met een van deze adressen:

- #identification-codes: Twee eenmalige codes van zes cijfers, een naar het e-mailadres en een naar het mobiele nummer dat de afzender gaf. Zij vormen één vraag: tien minuten geldig, vijf pogingen, één keer bruikbaar, alleen samen juist. Dit toont het bezit van mailbox en telefoon aan. De identiteit staat er niet mee vast.
- #identification-itsme: De itsme-app van Belgian Mobile ID, via OpenID Connect. De familienaam en de eerste voornaam moeten overeenstemmen met wat de afzender opgaf; een opgegeven geboortedatum of rijksregisternummer moet precies kloppen.
- #identification-eid: De Belgische elektronische identiteitskaart, via Web eID. Het certificaat wordt tot aan de wortel en met OCSP nagekeken. Wat moet overeenstemmen, is hetzelfde als bij itsme.
- #identification-password: Accountnaam en wachtwoord. Alleen voor het aanmelden van afzenders.
- #identification-password-totp: Accountnaam, wachtwoord en een eenmalige code van een authenticatie-app.
- #identification-passkey: Een toegangssleutel (WebAuthn) van het account.
- #identification-api_key: Een sleutel van het eigen systeem van de afzender. Een persoon van het account van de afzender is er verantwoordelijk voor, en het bewijsmateriaal noemt diens nummer.

Het betrouwbaarheidsniveau is dat van eIDAS artikel 8, waar de methode er voor deze persoon een heeft. Anders verwijst het bewijsmateriaal naar een van deze adressen:

- #assurance-codes: Geen niveau van eIDAS. Bezit van een mailbox en een telefoon waarvan de afzender de adressen gaf.
- #assurance-itsme: Het niveau was niet te lezen uit het antwoord van de identiteitsaanbieder; er wordt geen niveau beweerd.
- #assurance-eid: Het niveau was niet te lezen uit het certificaat; er wordt geen niveau beweerd.
- #assurance-password: Geen niveau van eIDAS. Kennis van een wachtwoord, na een eerdere identificatie waarvan methode en niveau ernaast staan.
- #assurance-password-totp: Geen niveau van eIDAS. Kennis van een wachtwoord en bezit van een toestel, na een eerdere identificatie waarvan methode en niveau ernaast staan.
- #assurance-passkey: Geen niveau van eIDAS. Bezit van een toestel met de toegangssleutel, na een eerdere identificatie waarvan methode en niveau ernaast staan.
- #assurance-api_key: Geen niveau van eIDAS. Bezit van een sleutel waarvoor een geïdentificeerd lid instaat.

Het bewijsmateriaal houdt uit elkaar wie heeft opgehaald en waarom die persoon de geadresseerde is: bezit van mailbox en telefoon, naam, naam en geboortedatum, of rijksregisternummer. Rijksregisternummers, geboortedata, certificaten van identiteitskaarten en netwerkadressen verlaten de dienst nooit; een verbintenis in het bewijsmateriaal laat toe ze te openen voor de betrokkene of voor een rechter.

## 6. Ophalen, weigeren, laten voorbijgaan

Vóór de keuze ziet de geadresseerde wat ophalen en weigeren meebrengen. Een link openen verandert nooit iets. Aanvaarden en weigeren vragen dezelfde identificatie. De inhoud gaat pas open als de aanvaarding een tijdstempel heeft; een aanvaarding die op tijd kwam, blijft op tijd als de stempel later komt. De pagina waarop de geadresseerde koos, wordt precies zo bij het bewijsmateriaal bewaard.

“Dit is niet voor mij” is de verklaring van iemand die niet is geïdentificeerd. Zij wordt vastgelegd en aan de afzender meegedeeld, en verandert geen datum.

Heeft de afzender een brief besteld, dan wordt een bericht dat niet is opgehaald of waarvan de geadresseerde onbereikbaar is, afgedrukt en als aangetekende brief gepost. Tot het voor afdruk is vrijgegeven, kan het nog worden opgehaald. Wat de postdienst meldt, wordt vastgelegd als de eigen verklaring van die postdienst.

## 7. Bewijsmateriaal

Elke gebeurtenis laat een vaststelling na die op zichzelf volledig is en vasthangt aan de vorige. De vaststelling krijgt een tijdstempel (RFC 3161), wordt als XML verzegeld (ETSI EN 319 522-3, XAdES) en in het openbare logboek ingeschreven. Bewijzen zijn pdf-bestanden (PDF/A-3, PAdES) die uit de vaststelling worden gemaakt en de XML meedragen. Het zegel wordt gezet met een sleutel waar alleen het verzegelende proces bij kan. Twee verantwoordelijken moeten tekenen voordat een sleutel in gebruik wordt genomen.

De tijd is op pagina’s die van Brussel en in het bewijsmateriaal UTC. De dienst vergelijkt zijn klokken voortdurend en neemt geen handelingen meer aan als er niet op te rekenen valt.

Redenen waarvoor ETSI geen adres heeft, zijn deze:

- #reason-window_passed: De tijd om op te halen liep af zonder dat de geadresseerde had aanvaard of geweigerd.
- #reason-addressee_refused: De geadresseerde, geïdentificeerd zoals de afzender vroeg, weigerde het bericht.
- #reason-after_window_before_printing: De geadresseerde aanvaardde na de tijd om op te halen, maar vóór de brief voor afdruk was vrijgegeven.
- #reason-not_postable: De brief kon niet worden gepost, door het adres of door de inhoud.
- #reason-called_off: De afzender riep de brief terug voordat die voor afdruk was vrijgegeven.
- #reason-not_posted_in_time: De brief werd niet binnen 10 werkdagen gepost.
- #reason-broken_off: De overdracht van de inhoud brak af voor het einde. Die kan opnieuw worden opgehaald.
- #reason-content_damaged: De bewaarde inhoud kon niet ongeschonden worden geopend. Er is niets overhandigd.
- #reason-attachment_refused: Een bijlage is volgens de gebruiksvoorwaarden niet toegelaten. De verzending werd geweigerd.

## 8. Openbaar logboek en controle

Het logboek is een hashboom waaraan alleen kan worden toegevoegd (RFC 9162), in open formaten. Het bevat digests met sleutel en geen persoonsgegevens. Elke getekende stand krijgt een tijdstempel en wordt aan onafhankelijke getuigen getoond. Een vaststelling die is gewijzigd, weggelaten, geantidateerd of verzonnen, past niet in het logboek en kan worden gevonden door iedereen die een eerdere stand bewaarde.

Iedereen kan een bewijs op deze site controleren zonder account, of zonder de aanbieder met openbare software. Vertrouwen komt uit vertrouwenslijsten of uit een ingesteld bestand, nooit uit het bewijs zelf.

## 9. Bewaring

De inhoud blijft bewaard: voor de afzender en voor een geregistreerde geadresseerde die ophaalde standaard 365 dagen (30 tot 730); voor een andere geadresseerde die ophaalde 60 dagen; voor wie niet ophaalde niet. Bewijsmateriaal en wat erbij hoort, blijft bewaard tot 24 maanden na het afsluiten van de zending. Elke kant wordt 60 en 14 dagen vooraf verwittigd en krijgt een kopie met een verse tijdstempel aangeboden. Kopieën blijven daarna op zichzelf controleerbaar. De privacyverklaring noemt alle termijnen.

## 10. Beveiliging, incidenten, einde van de dienst

Elk onderdeel van de dienst draait onder een eigen account, met toegang tot alleen wat het nodig heeft. Berichten zijn versleuteld, met sleutels per houder; een sleutel wordt vernietigd als zijn termijn afloopt. Inbreuken op de beveiliging worden binnen 24 uur gemeld aan het toezichthoudend orgaan en aan de betrokkenen.

Stopt de aanbieder met de dienst, dan verwittigt hij vooraf het toezichthoudend orgaan en alle accounthouders, brengt lopende zendingen tot hun einde of betaalt de vergoeding terug, biedt elke kant haar bewijsmateriaal aan en maakt de laatste stand van het logboek bekend. Het bewijsmateriaal blijft daarna door iedereen te controleren.

## 11. Klachten en wijzigingen

Klachten worden schriftelijk beantwoord via het contact dat naast deze tekst staat. Het Belgische recht geldt. Een nieuwe versie wordt hier bekendgemaakt voordat zij ingaat. Eerdere versies blijven staan, met hun digests.
`;
