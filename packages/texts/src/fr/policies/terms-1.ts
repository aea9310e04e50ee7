// La version 1 des conditions en français. Ses octets sont figés : un changement est une nouvelle version.

export const terms1 = `# Conditions d’utilisation, version 1

Ces conditions valent entre le prestataire de ce service d’envoi recommandé électronique et ceux qui l’utilisent. La déclaration des pratiques dit comment le service fonctionne. La déclaration de confidentialité dit ce qu’il advient des données personnelles.

## 1. Ce que fait le service

Le service prend un message d’un expéditeur identifié, avertit le destinataire qu’il l’attend, le remet après identification et émet une preuve de chaque étape. Qu’un envoi remplace ou non une lettre recommandée dépend du statut qu’indique sa preuve. Sans le statut qualifié, il ne remplace pas une lettre recommandée exigée par la loi.

## 2. Pour les expéditeurs

- Vous n’envoyez que des messages que vous pouvez légalement envoyer, et vous avez le droit d’utiliser les adresses données. Vous êtes responsable du traitement des données personnelles de vos messages et des adresses.
- Vous dites sincèrement si et comment le destinataire a accepté de recevoir des envois recommandés à cette adresse électronique. Pour certains actes, la loi exige cet accord.
- Vous vérifiez les adresses. Le service vous dit quand un avis échoue et vous laisse corriger une adresse une fois. Il ne peut pas savoir si une adresse est celle du destinataire.
- Vous gardez pour vous votre connexion, vos appareils et vos clés API. Ce qui est fait avec eux est réputé fait par vous jusqu’à ce que vous en signaliez la perte.
- Vous n’envoyez ni programmes, ni fichiers nuisibles, ni messages à des personnes qu’il est interdit de contacter. Un dépôt contraire à ces conditions peut être refusé ; le refus est constaté.
- Vous payez d’avance, en crédits. Un crédit est consommé au premier avis acquis et rendu si le destinataire est injoignable. Le port est consommé quand la lettre est postée. Les crédits achetés et non utilisés sont remboursés sur demande à la clôture du compte.

## 3. Pour les destinataires

- Vous n’avez pas besoin de compte et ne payez rien. Vous pouvez accepter un message, le refuser ou ne rien faire. Chaque page dit ce qui s’ensuit avant que vous choisissiez.
- Refuser un message ou ne pas le retirer peut avoir en droit le même effet que le recevoir. C’est à la loi et au juge de le dire, pas au service.
- Vous agissez pour vous-même, ou pour l’organisation nommée comme destinataire et qui vous y a autorisé.
- Si un avis ne vous est pas destiné, dites-le par « Ceci n’est pas pour moi ».

## 4. Preuves

Chaque partie peut télécharger ses preuves tant qu’elles sont conservées. Gardez votre propre copie. Elle peut être vérifiée sur ce site ou sans nous, même après la fin du service. Une preuve dit ce qu’elle prouve et ce qu’elle ne prouve pas. Elle ne prouve jamais qu’un message a été lu ou compris.

## 5. Disponibilité et responsabilité

Le service vise à être disponible en tout temps et annonce les interruptions prévues. Si une panne du service tombe le dernier jour du délai de retrait, celui-ci est prolongé comme le dit la déclaration des pratiques. Le prestataire répond des dommages causés intentionnellement ou par négligence en manquant à ses obligations selon eIDAS (article 13), et pour le reste selon le droit belge. Il ne répond pas de ce qu’écrivent les expéditeurs, des adresses fausses, ni des réseaux et appareils d’autrui. Rien ici ne limite les droits que la loi donne aux consommateurs.

## 6. Clôture, droit, litiges

Vous pouvez clore votre compte à tout moment. Les envois en cours vont à leur terme ou sont annulés dans la mesure du possible. Le droit belge s’applique. Les consommateurs peuvent saisir le tribunal de leur domicile ; sinon, les tribunaux du siège du prestataire décident. Vous pouvez toujours adresser d’abord une réclamation au contact indiqué à côté de ce texte, et à l’organe de contrôle des services de confiance, le SPF Économie.

## 7. Modifications et langues

Une nouvelle version est publiée ici et annoncée aux titulaires de compte au moins 30 jours avant son entrée en vigueur. Un envoi garde la version sous laquelle il a été accepté. Les quatre langues disent la même chose ; si elles diffèrent, le texte néerlandais l’emporte, à moins que la loi n’accorde au consommateur le texte de sa propre langue.
`;
