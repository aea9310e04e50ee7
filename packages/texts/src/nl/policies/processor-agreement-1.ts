// Version 1 of the processor agreement in Dutch. Its bytes are pinned: a change is a new version.

export const processorAgreement1 = `# Verwerkersovereenkomst, versie 1

Deze overeenkomst geldt tussen een onderneming die aangetekende zendingen verstuurt (de verwerkingsverantwoordelijke) en de aanbieder van deze dienst (de verwerker). Het is het contract dat artikel 28, lid 3, van Verordening (EU) 2016/679 (AVG) vraagt. Ze hoort bij de gebruiksvoorwaarden.

## 1. Wat verwerkt wordt, waarom en hoelang

De aanbieder verwerkt persoonsgegevens om uw aangetekende zendingen te aanvaarden, aan te kondigen, te overhandigen en, als u dat vraagt, af te drukken en te posten.

- Personen: uw geadresseerden, hun vertegenwoordigers en wie in uw zendingen genoemd wordt.
- Gegevens: namen, e-mailadressen, mobiele nummers, postadressen, talen, toestemmingen die u vermeldt; waar u ze opgeeft geboortedatums en rijksregisternummers; de inhoud van uw zendingen.
- Duur: zolang uw account en de zendingen ervan lopen, en tot de bewaartermijnen in de privacyverklaring verstreken zijn.

Voor de identificatie van wie ophaalt, voor het bewijs en voor het logboek van de dienst is de aanbieder zelf verwerkingsverantwoordelijke: de wet legt hem die plichten op. Daarover gaat deze overeenkomst niet.

## 2. Alleen op uw instructies

De aanbieder verwerkt deze gegevens alleen op uw schriftelijke instructies. Uw instructies zijn deze overeenkomst, de voorwaarden, en de keuzes die u bij elke zending en in de instellingen maakt. Verplicht het recht van de Europese Unie of van België hem tot iets anders, dan zegt hij u dat vooraf, tenzij dat recht het verbiedt. Meent hij dat een instructie in strijd is met de wet, dan zegt hij u dat meteen. Gegevens verlaten de Europese Economische Ruimte alleen op uw schriftelijke instructie en zoals hoofdstuk V van de AVG toestaat.

## 3. Vertrouwelijkheid

Iedereen die bij deze gegevens kan, is tot geheimhouding verplicht. Medewerkers zien persoonsgegevens alleen voor de taak waaraan ze werken, en elke inzage wordt gelogd. De inhoud van zendingen is versleuteld; medewerkers kunnen hem niet openen.

## 4. Beveiliging

De aanbieder neemt de maatregelen van artikel 32 van de AVG. Daartoe horen versleuteling bij opslag en onderweg, sleutels per zending, aparte rechten voor elk deel van de dienst, aanmelden met meer dan een wachtwoord, logboeken van elk gebruik, back-ups, en tests van dit alles. De praktijkverklaring beschrijft ze.

## 5. Andere verwerkers

U staat toe dat de aanbieder andere verwerkers inzet voor e-mail, sms, afdrukken en posten, hosting en tijdstempels. De lijst zegt wie zij zijn, waar, en waarvoor. U wordt minstens 30 dagen op voorhand verwittigd als er een bijkomt of vervangen wordt, en u kunt bezwaar maken. Wordt er geen oplossing gevonden, dan kunt u uw account kosteloos sluiten. Elk van hen is gebonden aan dezelfde plichten als hier, en de aanbieder staat voor hen in als voor zichzelf.

## 6. Hulp voor u

- Rechten van personen: een verzoek over uw gegevens wordt aan u doorgegeven, en u beslist. De aanbieder helpt u het uit te voeren, voor zover bewijs en lopende zendingen dat toelaten.
- Inbreuken: u wordt onverwijld verwittigd, uiterlijk 24 uur nadat de aanbieder het weet, met wat u nodig hebt om autoriteit en personen in te lichten.
- Effectbeoordelingen en raadpleging van de autoriteit: u krijgt de informatie die u nodig hebt.

## 7. Teruggave en wissen

U kunt uw zendingen, bewijzen, contacten en logboeken op elk moment downloaden, ook voordat uw account gesloten wordt. Na het sluiten worden de gegevens binnen 45 dagen gewist, en back-ups binnen 30 dagen daarna. Wat de aanbieder volgens de wet langer moet bewaren, zoals bewijs en logboek, wordt alleen daarvoor bewaard en aan het einde van de termijn gewist.

## 8. Aantonen en controle

De aanbieder geeft u alle informatie die aantoont dat hij deze overeenkomst naleeft, zoals verslagen van zijn conformiteitsaudits. U kunt eenmaal per jaar, en na een inbreuk, een controle laten uitvoeren door een onafhankelijke auditor die tot geheimhouding verplicht is, 30 dagen vooraf aangekondigd. Elke partij draagt haar eigen kosten.

## 9. Uw eigen plichten

U hebt een rechtmatige grond voor de gegevens die u toevertrouwt, licht de betrokken personen in, en geeft niet meer dan de zending nodig heeft. Een rijksregisternummer geeft u alleen op als u gemachtigd bent het te gebruiken.

## 10. Duur en wijzigingen

Deze overeenkomst begint wanneer een beheerder ze voor de onderneming aanvaardt en eindigt wanneer de laatste gegevens gewist zijn. Een nieuwe versie wordt minstens 30 dagen voor de inwerkingtreding gepubliceerd, en een beheerder wordt gevraagd ze te aanvaarden. De aansprakelijkheid van de voorwaarden is van toepassing. Het Belgische recht is van toepassing.
`;
