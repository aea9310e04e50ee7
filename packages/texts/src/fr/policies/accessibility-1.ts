// La version 1 de la déclaration d’accessibilité en français. Ses octets sont figés : un changement est une nouvelle version.

export const accessibility1 = `# Déclaration d’accessibilité, version 1

Chacun doit pouvoir envoyer, retirer et vérifier un envoi recommandé. Cette déclaration couvre le portail, le site de retrait, ce site de vérification, ainsi que les e-mails et les preuves du service (directive (UE) 2019/882 ; EN 301 549 ; WCAG 2.2 niveau AA).

## 1. Ce que nous visons

- Chaque page fonctionne au clavier seul, avec un lecteur d’écran, agrandie à 400 pour cent, sur un téléphone étroit, en clair et en sombre, et sans JavaScript.
- Les erreurs figurent à côté du champ et sont résumées au-dessus du formulaire. Les limites de temps sont annoncées, et ce que l’on a tapé est gardé.
- La couleur n’est jamais le seul signe. Les boutons et les liens ont au moins 44 pixels de haut.
- Les pages, e-mails et preuves existent en néerlandais, français, allemand et anglais, en phrases courtes.

## 2. Comment nous vérifions

Chaque changement est vérifié par une machine, sur chaque page dans chaque langue, en clair et en sombre, selon les règles des WCAG 2.2 A et AA. Les parcours principaux sont faits au clavier dans un vrai navigateur.

## 3. Ce qui manque encore

- Le service a été vérifié par nous et par une machine. Un organisme indépendant ne l’a pas encore évalué.
- Les preuves sont des fichiers PDF d’archivage, balisés pour les lecteurs d’écran (PDF/A-3A) ; les adresses qu’elles contiennent ne sont pas des liens. À côté de chaque preuve, le même contenu est proposé comme page web.
- Les fichiers joints par les expéditeurs sont les leurs. Nous les remettons tels quels et ne pouvons pas les rendre accessibles.
- L’identification par itsme ou carte d’identité passe en partie par des programmes tiers.

## 4. Si quelque chose ne fonctionne pas pour vous

Écrivez au contact indiqué à côté de ce texte, en disant quelle page et quelle aide vous utilisez. Vous recevez une réponse dans les dix jours ouvrables et, d’ici là, un autre moyen de retirer votre envoi à temps. Si la réponse ne vous satisfait pas, vous pouvez vous adresser au SPF Économie, et à Unia, place Victor Horta 40, 1060 Bruxelles.
`;
