// Version 1 of the consent to electronic registered mail in French. Its bytes are pinned: a change is a new version.

export const electronicDelivery1 = `# Consentement à l’envoi recommandé électronique, version 1

Voici à quoi vous consentez lorsque vous acceptez les envois recommandés électroniques. C’est gratuit et distinct des conditions : vous pouvez avoir un compte sans ce consentement.

## 1. À quoi vous consentez

J’accepte de recevoir des envois recommandés par voie électronique, au moyen de ce service, à l’adresse e-mail de mon compte. Cela vaut pour tout expéditeur qui utilise ce service, jusqu’à ce que je retire ce consentement.

## 2. Ce qui en découle

- Un expéditeur qui indique exactement votre adresse e-mail peut voir que vous êtes inscrit ici, avec votre nom et vos prénoms.
- Vous recevez un avis par e-mail, et par SMS si l’expéditeur a donné un numéro. L’avis dit jusqu’à quand vous pouvez retirer l’envoi.
- Refuser un envoi ou ne pas le retirer peut avoir en droit le même effet que le recevoir. Ouvrez donc régulièrement votre boîte et modifiez ici votre adresse lorsqu’elle change.
- Pour certains actes, la loi demande ce consentement avant qu’un envoi électronique puisse remplacer une lettre recommandée.

## 3. Ce qui n’en découle pas

- Vous ne payez rien pour recevoir des envois.
- Vous pouvez toujours refuser un envoi, et vous apprenez ce qui s’ensuit avant de choisir.
- Sans ce consentement, un expéditeur peut encore vous adresser un avis ou faire poster une lettre sur papier. La preuve dit alors qu’aucun consentement n’a été donné ici.

## 4. Le retirer

Vous pouvez retirer ce consentement à tout moment, sur la page de vos données, aussi facilement que vous l’avez donné. Il ne vaut alors pour aucun envoi accepté par la suite. Ce qui a été remis auparavant reste valable, et un envoi en cours va jusqu’à son terme.

## 5. Ce que nous conservons

Nous conservons la date à laquelle vous avez donné ce consentement, la langue et les termes exacts, et la date de son retrait. Cinq ans après le retrait, cette preuve est effacée.
`;
