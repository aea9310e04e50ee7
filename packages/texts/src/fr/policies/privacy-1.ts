// La version 1 de la déclaration de confidentialité en français. Ses octets sont figés : un changement est une nouvelle version.

export const privacy1 = `# Déclaration de confidentialité, version 1

Cette déclaration dit quelles données personnelles ce service traite, pourquoi, combien de temps, et ce que vous pouvez faire (règlement (UE) 2016/679, RGPD, articles 13 et 14).

## 1. Qui répond de vos données

Le prestataire est responsable du traitement des données des titulaires de compte et de la trace de l’identification, du retrait et des preuves. Pour ce que les expéditeurs confient au sujet de destinataires sans compte, l’expéditeur est responsable et le prestataire sous-traitant. Le prestataire et son contact figurent à côté de ce texte.

## 2. Ce qui est traité, et pourquoi

- Titulaires de compte : nom, adresse e-mail, langue, moyens de connexion, comment et quand ils ont été identifiés ; pour les entreprises, le mandat. Base : le contrat avec vous et les devoirs d’un service de confiance (eIDAS).
- Destinataires : nom, adresse e-mail, numéro de mobile, adresse postale et langue, tels que l’expéditeur les a donnés ; s’il les a donnés, date de naissance ou numéro de registre, utilisés uniquement pour vous reconnaître. Base : celle de l’expéditeur, pour qui nous agissons.
- Identification : méthode, heure, niveau, votre nom tel qu’authentifié, et ce qui correspondait. Un numéro de registre ou le certificat d’une carte d’identité reste dans le journal des transactions et ne figure jamais dans une preuve. Base : l’obligation légale d’identifier le destinataire (eIDAS, article 44), ou la demande de l’expéditeur.
- Contenu des messages : conservé chiffré, ouvert pour son expéditeur et son destinataire seulement. Nous ne le lisons pas.
- Preuves : les étapes de chaque envoi avec leurs heures et empreintes. Base : obligation légale, et intérêt légitime des deux parties à la preuve.
- Utilisation de la plateforme : adresse réseau, heure, langue, navigateur et système d’exploitation. Base : sécurité du service et obligation légale de tenir des traces.

Aucune donnée n’est vendue, utilisée pour la publicité ou pour des décisions prises par des machines seules.

## 3. Combien de temps

- Le journal des transactions : 24 mois après la clôture de l’envoi.
- Les données d’un destinataire confiées par l’expéditeur : 60 jours après la clôture de l’envoi, sauf ce que contiennent preuves et journal.
- Le contenu : pour l’expéditeur et un destinataire inscrit qui a retiré l’envoi, 365 jours par défaut (de 30 à 730) ; pour un autre destinataire qui l’a retiré, 60 jours ; pour celui qui ne l’a pas retiré, l’accès prend fin aussitôt.
- Les preuves et ce qui les accompagne : 24 mois après la clôture de l’envoi. Les empreintes du journal public restent ; elles ne disent rien sans le constat.
- Un compte privé ou d’entreprise clos : effacé dans les 45 jours. Un membre qui part : aussitôt.
- Codes : 24 heures. Brouillons : 90 jours après la dernière modification. Sessions : 90 jours après leur fin.
- Factures : 10 ans après l’exercice. Preuve d’un consentement retiré et demandes traitées : 5 ans.
- E-mails et rapports non liés à une preuve : 30 jours. Sauvegardes : 30 jours au plus.

Une réclamation, un litige ou une décision de justice peut suspendre l’effacement de ce qui les concerne.

## 4. Qui reçoit des données

L’autre partie d’un envoi reçoit ce que contient la preuve. Un membre d’une entreprise n’apparaît que par un numéro aléatoire. Les prestataires d’e-mail, de SMS, de poste, de paiement et d’horodatage reçoivent ce qu’il faut à leur tâche, au sein de l’Union européenne. Les titulaires de compte sont avertis avant l’ajout d’un sous-traitant ultérieur. Les autorités reçoivent des données quand la loi nous y oblige, et chaque communication est enregistrée.

## 5. Vos droits

Vous pouvez demander l’accès, la rectification, l’effacement, la limitation et la portabilité, vous opposer, et retirer un consentement. Avec un compte, vous faites vous-même une grande part de cela ; sinon, écrivez au contact indiqué à côté de ce texte. Nous vérifions d’abord qui vous êtes et répondons dans le mois, qui peut être prolongé de deux. Une preuve n’est pas modifiée après coup : une rectification y est jointe en note. Une demande n’arrête pas un envoi en cours ; elle est exécutée à sa clôture, et la réponse le dit. Si un expéditeur est responsable, nous l’avertissons et il décide.

Vous pouvez introduire une plainte auprès de l’Autorité de protection des données, rue de la Presse 35, 1000 Bruxelles.

## 6. Ce site de vérification

Ce site ne garde rien des fichiers vérifiés. Avec JavaScript, les fichiers d’origine ne quittent pas votre appareil. Deux cookies servent : l’un retient votre langue, l’autre protège les formulaires contre les abus. Aucun ne vous reconnaît.

## 7. Sécurité et violations

Les données sont chiffrées au repos et en transit, et chaque partie du service n’atteint que ce dont elle a besoin. Le personnel ne voit des données personnelles que pour la tâche en cours, et chaque consultation est enregistrée. Une violation est signalée dans les 72 heures à l’Autorité de protection des données, dans les 24 heures à l’organe de contrôle des services de confiance, et sans tarder à vous si elle vous met en danger.
`;
