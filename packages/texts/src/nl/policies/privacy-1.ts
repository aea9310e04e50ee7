// Versie 1 van de privacyverklaring in het Nederlands. De bytes liggen vast: een wijziging is een nieuwe versie.

export const privacy1 = `# Privacyverklaring, versie 1

Deze verklaring zegt welke persoonsgegevens deze dienst verwerkt, waarom, hoe lang, en wat u eraan kunt doen (Verordening (EU) 2016/679, AVG, artikelen 13 en 14).

## 1. Wie voor uw gegevens instaat

De aanbieder is verwerkingsverantwoordelijke voor de gegevens van accounthouders en voor de vastlegging van identificatie, ophaling en bewijsmateriaal. Voor wat afzenders toevertrouwen over geadresseerden zonder account, is de afzender verantwoordelijke en de aanbieder verwerker. De aanbieder en zijn contact staan naast deze tekst.

## 2. Wat wordt verwerkt, en waarom

- Accounthouders: naam, e-mailadres, taal, middelen om zich aan te melden, hoe en wanneer geïdentificeerd; voor bedrijven het mandaat. Grond: de overeenkomst met u, en de plichten van een vertrouwensdienst (eIDAS).
- Geadresseerden: naam, e-mailadres, mobiel nummer, postadres en taal, zoals de afzender ze gaf; als de afzender die gaf, geboortedatum of rijksregisternummer, alleen gebruikt om u te herkennen. Grond: die van de afzender, voor wie wij optreden.
- Identificatie: methode, tijd, niveau, uw naam zoals vastgesteld, en wat overeenstemde. Een rijksregisternummer of het certificaat van een identiteitskaart blijft in het transactielogboek en staat nooit in het bewijsmateriaal. Grond: de wettelijke plicht om de geadresseerde te identificeren (eIDAS artikel 44), of de opdracht van de afzender.
- Inhoud van berichten: versleuteld bewaard, alleen geopend voor de afzender en de geadresseerde. Wij lezen die niet.
- Bewijsmateriaal: de stappen van elke zending met tijden en digests. Grond: wettelijke plicht, en het gerechtvaardigde belang van beide kanten bij bewijs.
- Gebruik van het platform: netwerkadres, tijd, taal, browser en besturingssysteem. Grond: de beveiliging van de dienst en de wettelijke plicht tot vastlegging.

Er worden geen gegevens verkocht, voor reclame gebruikt of voor beslissingen die alleen door machines worden genomen.

## 3. Hoe lang

- Het transactielogboek: 24 maanden na het afsluiten van de zending.
- Gegevens van een geadresseerde die de afzender toevertrouwde: 60 dagen na het afsluiten van de zending, behalve wat in bewijsmateriaal en logboek staat.
- Inhoud: voor de afzender en een geregistreerde geadresseerde die ophaalde standaard 365 dagen (30 tot 730); voor een andere geadresseerde die ophaalde 60 dagen; voor wie niet ophaalde, eindigt de toegang meteen.
- Bewijsmateriaal en wat erbij hoort: 24 maanden na het afsluiten van de zending. Digests in het openbare logboek blijven; zonder de vaststelling zeggen zij niets.
- Een gesloten privé- of bedrijfsaccount: gewist binnen 45 dagen. Een lid dat vertrekt: meteen.
- Codes: 24 uur. Ontwerpen: 90 dagen na de laatste wijziging. Sessies: 90 dagen na hun einde.
- Facturen: 10 jaar na het boekjaar. Bewijs van ingetrokken toestemming en beantwoorde verzoeken: 5 jaar.
- Mails en meldingen die niet bij bewijsmateriaal horen: 30 dagen. Back-ups: hoogstens 30 dagen.

Een klacht, een geschil of een rechterlijk bevel kan het wissen opschorten van wat het betreft.

## 4. Wie gegevens ontvangt

De andere kant van een zending ontvangt wat het bewijsmateriaal bevat. Een lid van een bedrijf wordt alleen met een willekeurig nummer getoond. Leveranciers van mail, sms, post, betaling en tijdstempels ontvangen wat zij voor hun taak nodig hebben, binnen de Europese Unie. Accounthouders worden verwittigd voordat er een subverwerker bijkomt. Overheden ontvangen gegevens waar de wet ons verplicht, en elke mededeling wordt geregistreerd.

## 5. Uw rechten

U kunt vragen om inzage, verbetering, wissing, beperking en overdracht, bezwaar maken en een toestemming intrekken. Met een account doet u veel daarvan zelf; anders schrijft u naar het contact naast deze tekst. Wij kijken eerst na wie u bent en antwoorden binnen een maand, die met twee kan worden verlengd. Bewijsmateriaal wordt achteraf niet gewijzigd: een verbetering komt er als nota bij. Een verzoek houdt een lopende zending niet tegen; het wordt uitgevoerd als de zending is afgesloten, en het antwoord zegt dat. Is een afzender de verantwoordelijke, dan verwittigen wij die, en beslist de afzender.

U kunt een klacht indienen bij de Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel.

## 6. Deze verificatiesite

Deze site bewaart niets van de bestanden die worden gecontroleerd. Met JavaScript verlaten oorspronkelijke bestanden uw toestel niet. Er zijn twee cookies: een onthoudt uw taal, een beschermt formulieren tegen misbruik. Geen van beide herkent u.

## 7. Beveiliging en inbreuken

Gegevens zijn versleuteld in opslag en onderweg, en elk onderdeel van de dienst kan alleen bij wat het nodig heeft. Medewerkers zien persoonsgegevens alleen voor hun taak, en elke inzage wordt vastgelegd. Een inbreuk wordt binnen 72 uur gemeld aan de Gegevensbeschermingsautoriteit, binnen 24 uur aan het toezichthoudend orgaan voor vertrouwensdiensten, en zonder uitstel aan u als u er gevaar door loopt.
`;
