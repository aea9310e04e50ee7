// Versie 1 van de voorwaarden in het Nederlands. De bytes liggen vast: een wijziging is een nieuwe versie.

export const terms1 = `# Gebruiksvoorwaarden, versie 1

Deze voorwaarden gelden tussen de aanbieder van deze dienst voor elektronische aangetekende bezorging en wie de dienst gebruikt. De praktijkverklaring zegt hoe de dienst werkt. De privacyverklaring zegt wat er met persoonsgegevens gebeurt.

## 1. Wat de dienst doet

De dienst neemt een bericht aan van een geïdentificeerde afzender, laat de geadresseerde weten dat het klaarligt, overhandigt het na identificatie en geeft van elke stap bewijsmateriaal af. Of een zending een aangetekende brief vervangt, hangt af van de status die het bewijs vermeldt. Zonder de status gekwalificeerd vervangt zij geen aangetekende brief die de wet vereist.

## 2. Voor afzenders

- U verzendt alleen berichten die u mag verzenden, en u hebt het recht om de opgegeven adressen te gebruiken. U bent verwerkingsverantwoordelijke voor de persoonsgegevens in uw berichten en voor de adressen.
- U zegt naar waarheid of en hoe de geadresseerde heeft aanvaard om op dit elektronische adres aangetekende zendingen te ontvangen. Voor sommige handelingen eist de wet die toestemming.
- U kijkt de adressen na. De dienst zegt u wanneer een bericht van aankomst mislukt en laat u een adres één keer verbeteren. De dienst kan niet weten of een adres van de geadresseerde is.
- U houdt uw aanmelding, uw toestellen en uw API-sleutels voor uzelf. Wat ermee gebeurt, geldt als door u gedaan tot u het verlies meldt.
- U verzendt geen programma’s, schadelijke bestanden of berichten aan mensen met wie geen contact mag worden opgenomen. Een verzending die tegen deze voorwaarden ingaat, kan worden geweigerd; de weigering wordt vastgelegd.
- U betaalt vooraf, in credits. Een credit wordt verbruikt bij het eerste bericht van aankomst dat vaststaat, en teruggegeven als de geadresseerde onbereikbaar is. Port wordt verbruikt als de brief gepost is. Ongebruikte gekochte credits worden op verzoek terugbetaald bij het sluiten van het account.

## 3. Voor geadresseerden

- U hebt geen account nodig en betaalt niets. U mag een bericht aanvaarden, weigeren of niets doen. Elke pagina zegt wat er volgt voordat u kiest.
- Een bericht weigeren of niet ophalen kan in rechte hetzelfde gevolg hebben als het ontvangen. Dat bepalen de wet en de rechter, niet de dienst.
- U handelt voor uzelf, of voor de organisatie die als geadresseerde is genoemd en die u daartoe heeft gemachtigd.
- Is een bericht van aankomst niet voor u bedoeld, zeg dat dan met “Dit is niet voor mij”.

## 4. Bewijsmateriaal

Elke kant kan haar bewijzen en het bewijsmateriaal downloaden zolang ze bewaard blijven. Bewaar zelf een kopie. Die is op deze site of zonder ons te controleren, ook nadat de dienst is gestopt. Een bewijs zegt wat het bewijst en wat niet. Het bewijst nooit dat een bericht is gelezen of begrepen.

## 5. Beschikbaarheid en aansprakelijkheid

De dienst wil altijd beschikbaar zijn en meldt geplande onderbrekingen vooraf. Valt een storing van de dienst op de laatste dag om op te halen, dan wordt die tijd verlengd zoals de praktijkverklaring zegt. De aanbieder is aansprakelijk voor schade die hij opzettelijk of door onachtzaamheid veroorzaakt door zijn verplichtingen onder eIDAS (artikel 13) niet na te komen, en voor het overige zoals het Belgische recht bepaalt. Hij is niet aansprakelijk voor wat afzenders schrijven, voor foute adressen, of voor netwerken en toestellen van anderen. Niets hier beperkt rechten die consumenten volgens de wet hebben.

## 6. Sluiten, recht, geschillen

U kunt uw account op elk ogenblik sluiten. Lopende zendingen gaan door tot hun einde of worden teruggeroepen zover dat nog kan. Het Belgische recht geldt. Consumenten kunnen naar de rechtbank van hun woonplaats; anders beslissen de rechtbanken van de zetel van de aanbieder. U kunt altijd eerst een klacht richten aan het contact naast deze tekst, en aan het toezichthoudend orgaan voor vertrouwensdiensten, de FOD Economie.

## 7. Wijzigingen en talen

Een nieuwe versie wordt hier bekendgemaakt en minstens 30 dagen voor zij ingaat aan accounthouders gemeld. Een zending behoudt de versie waaronder zij werd aanvaard. De vier talen zeggen hetzelfde; verschillen zij, dan geldt de Nederlandse tekst, tenzij de wet een consument de tekst in de eigen taal geeft.
`;
