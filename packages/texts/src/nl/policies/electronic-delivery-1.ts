// Version 1 of the consent to electronic registered mail in Dutch. Its bytes are pinned: a change is a new version.

export const electronicDelivery1 = `# Toestemming voor elektronische aangetekende zendingen, versie 1

Hiermee stemt u in wanneer u elektronische aangetekende zendingen aanvaardt. Dat is gratis, en het staat los van de voorwaarden: u kunt ook zonder deze toestemming een account hebben.

## 1. Waarmee u instemt

Ik aanvaard dat ik aangetekende zendingen elektronisch ontvang, via deze dienst, op het e-mailadres van mijn account. Dit geldt voor elke afzender die deze dienst gebruikt, tot ik de toestemming intrek.

## 2. Wat eruit volgt

- Een afzender die precies uw e-mailadres opgeeft, kan zien dat u hier geregistreerd bent, met uw naam en voornamen.
- U krijgt een bericht per e-mail, en per sms als de afzender een nummer opgaf. Het bericht zegt tot wanneer u de zending kunt ophalen.
- Een zending weigeren of niet ophalen kan rechtens hetzelfde gevolg hebben als ze ontvangen. Open dus regelmatig uw mailbox, en wijzig hier uw adres wanneer het verandert.
- Voor sommige handelingen vraagt de wet deze toestemming voordat een elektronische zending een aangetekende brief mag vervangen.

## 3. Wat er niet uit volgt

- U betaalt niets om zendingen te ontvangen.
- U mag een zending nog altijd weigeren, en u verneemt wat de gevolgen zijn voordat u kiest.
- Zonder deze toestemming kan een afzender u nog steeds een bericht sturen of een brief op papier laten posten. Het bewijs vermeldt dan dat hier geen toestemming werd gegeven.

## 4. Intrekken

U kunt deze toestemming op elk moment intrekken, op de pagina met uw gegevens, even gemakkelijk als u ze gaf. Ze geldt dan voor geen enkele zending die daarna voor bezorging wordt aanvaard. Wat eerder bezorgd werd, blijft geldig, en een zending die onderweg is, loopt tot haar einde.

## 5. Wat wij bewaren

Wij bewaren wanneer u deze toestemming gaf, in welke taal en in precies welke woorden, en wanneer u ze introk. Vijf jaar na de intrekking wordt dat bewijs gewist.
`;
