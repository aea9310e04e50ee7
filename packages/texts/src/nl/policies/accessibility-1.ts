// Versie 1 van de toegankelijkheidsverklaring in het Nederlands. De bytes liggen vast: een wijziging is een nieuwe versie.

export const accessibility1 = `# Toegankelijkheidsverklaring, versie 1

Iedereen moet een aangetekende zending kunnen versturen, ophalen en controleren. Deze verklaring geldt voor het portaal, de ophaalsite, deze verificatiesite, en de mails en bewijzen van de dienst (Richtlijn (EU) 2019/882; EN 301 549; WCAG 2.2 niveau AA).

## 1. Wat wij nastreven

- Elke pagina werkt met alleen een toetsenbord, met een schermlezer, tot 400 procent vergroot, op een smalle telefoon, licht en donker, en zonder JavaScript.
- Fouten staan naast het veld en worden boven het formulier opgesomd. Tijdslimieten worden gezegd, en wat u typte, blijft staan.
- Kleur is nooit het enige teken. Knoppen en links zijn minstens 44 pixels hoog.
- Pagina’s, mails en bewijzen bestaan in het Nederlands, Frans, Duits en Engels, in korte zinnen.

## 2. Hoe wij dat nakijken

Elke wijziging wordt door een machine nagekeken, op elke pagina in elke taal, licht en donker, volgens de regels van WCAG 2.2 A en AA. De belangrijkste paden worden met het toetsenbord doorlopen in een echte browser.

## 3. Wat tekortschiet

- De dienst is door ons en door een machine nagekeken. Een onafhankelijke instelling heeft hem nog niet beoordeeld.
- Bewijzen zijn pdf-bestanden voor archivering, getagd voor schermlezers (PDF/A-3A); adressen erin zijn geen links. Naast elk bewijs wordt hetzelfde als webpagina aangeboden.
- Bestanden die afzenders meesturen, zijn van hen. Wij overhandigen ze ongewijzigd en kunnen ze niet toegankelijk maken.
- Identificatie met itsme of een identiteitskaart gebeurt deels in programma’s van anderen.

## 4. Als iets voor u niet werkt

Schrijf naar het contact naast deze tekst en zeg welke pagina en welk hulpmiddel u gebruikt. U krijgt binnen tien werkdagen antwoord, en tot dan een andere manier om uw zending op tijd op te halen. Bent u niet tevreden met het antwoord, dan kunt u terecht bij de FOD Economie, en bij Unia, Victor Hortaplein 40, 1060 Brussel.
`;
