// La version 1 de la déclaration des pratiques en français. Ses octets sont figés : un changement est une nouvelle version.

export const practiceStatement1 = `# Déclaration des pratiques, version 1

Cette déclaration dit comment fonctionne ce service d’envoi recommandé électronique (règlement (UE) nº 910/2014, eIDAS, articles 43 et 44 ; ETSI EN 319 401, EN 319 521 et EN 319 522). Chaque élément de preuve émis par le service nomme la version en vigueur. Les noms qui commencent par # font partie des adresses que les preuves utilisent pour ce que les normes ne nomment pas.

## 1. Prestataire et statut

Le prestataire est l’organisation que chaque élément de preuve désigne comme son émetteur. L’élément de preuve indique aussi le statut du service à ce moment :

- #status-demonstration: Le service est une démonstration. Rien de ce qu’il envoie ne remplace une lettre recommandée exigée par la loi.
- #status-non-qualified: Le service est un service d’envoi recommandé électronique non qualifié. Ses preuves sont recevables en justice (eIDAS, article 43, paragraphe 1), mais un envoi ne remplace pas une lettre recommandée exigée par la loi.
- #status-qualified: Le service est un service de confiance qualifié inscrit sur la liste de confiance. Même alors, un envoi n’est qualifié que si son destinataire a été identifié par eID ou itsme au niveau élevé et correspond à ce que l’expéditeur a indiqué, et si l’expéditeur n’a pas agi par une simple clé API. La preuve le dit pour chaque envoi.

## 2. L’expéditeur

Seule une personne identifiée peut envoyer. La première identification se fait par itsme ou eID et se répète après un certain temps. Un compte d’entreprise exige en outre une preuve de mandat, que le personnel vérifie auprès de la Banque-Carrefour des Entreprises. Chaque dépôt est lié à la connexion par laquelle il a été fait : la méthode et l’heure figurent dans la preuve. Un membre d’une entreprise n’apparaît à l’autre partie que par un numéro aléatoire ; son nom reste auprès du service.

## 3. Acceptation

Un message est accepté en entier, ou pas du tout. À l’acceptation, l’expéditeur est identifié, le contenu est conservé chiffré, le constat est écrit et le prix est réservé. Dès lors, personne ne peut plus modifier le message. Chaque destinataire constitue un envoi distinct avec ses propres preuves, et aucun destinataire n’apprend l’existence d’un autre. Le message est conservé par parties : la partie 1 est le texte avec son objet, puis viennent les annexes. La preuve désigne chaque partie par son nom, sa taille et son SHA-256. L’objet et les noms des fichiers ne figurent dans aucun avis avant la remise du contenu.

À l’acceptation, le dernier jour auquel l’envoi sera clos, quoi qu’il échoue, est fixé et communiqué.

## 4. Avis et délai de retrait

Le destinataire est averti par e-mail et, si l’expéditeur a donné un numéro, par SMS. L’avis nomme l’expéditeur selon le réglage de celui-ci, et jamais le contenu. Il ne part que lorsque l’acceptation est horodatée.

Un avis est acquis dès que le serveur de courrier sortant a pris l’e-mail, jusqu’à ce que celui-ci soit signalé comme définitivement échoué avant l’échéance. Un avis qui a servi à demander l’identification reste acquis, quoi qu’il soit signalé ensuite. Le délai de retrait est de 15 jours calendrier entiers à Bruxelles, à compter du lendemain de l’avis, sauf si l’expéditeur a choisi entre 1 et 30. Il prend fin avec son dernier jour. Les week-ends et jours fériés ne le prolongent pas. Des rappels partent les jours 3, 7 et 13 et ne changent aucune date.

Si l’e-mail du premier avis échoue, le délai de retrait tombe et l’expéditeur peut corriger une fois l’adresse e-mail, le numéro ou le nom. La correction fait l’objet d’un constat. Elle annule les liens, codes et délais antérieurs. Un destinataire est réputé injoignable si aucun avis n’a été acquis 72 heures après l’acceptation, si aucun nouvel avis n’est acquis 120 heures après un échec, ou au second échec.

Si le service lui-même a été inaccessible plus de 60 minutes le dernier jour, le délai de retrait est prolongé d’un jour, trois fois au plus. L’interruption fait l’objet d’un constat communiqué aux deux parties.

## 5. Identification du destinataire

L’expéditeur choisit, par message, ce qui est demandé au minimum : deux codes, ou itsme ou eID. La preuve nomme la méthode par une de ces adresses :

- #identification-codes: Deux codes à usage unique de six chiffres, l’un envoyé à l’adresse e-mail et l’autre au numéro de mobile donnés par l’expéditeur. Ils forment une seule épreuve : valables dix minutes, cinq essais, utilisables une fois, justes seulement ensemble. Cela montre la possession de la boîte aux lettres et du téléphone. Cela n’établit pas l’identité.
- #identification-itsme: L’application itsme de Belgian Mobile ID, par OpenID Connect. Le nom de famille et le premier prénom doivent correspondre à ceux que l’expéditeur a indiqués ; une date de naissance ou un numéro de registre indiqués doivent correspondre exactement.
- #identification-eid: La carte d’identité électronique belge, par Web eID. Le certificat est vérifié jusqu’à sa racine et par OCSP. Ce qui doit correspondre est identique à itsme.
- #identification-password: Nom de compte et mot de passe. Seulement pour la connexion des expéditeurs.
- #identification-password-totp: Nom de compte, mot de passe et code à usage unique d’une application d’authentification.
- #identification-passkey: Une clé d’accès (WebAuthn) du compte.
- #identification-api_key: Une clé du système de l’expéditeur. Une personne du compte de l’expéditeur en répond, et la preuve donne le numéro de cette personne.

Le niveau de garantie est celui de l’article 8 d’eIDAS, quand la méthode en a un pour la personne en cause. Sinon, la preuve renvoie à une de ces adresses :

- #assurance-codes: Aucun niveau eIDAS. Possession d’une boîte aux lettres et d’un téléphone dont l’expéditeur a donné les adresses.
- #assurance-itsme: Le niveau n’a pas pu être lu dans la réponse du fournisseur d’identité ; aucun n’est affirmé.
- #assurance-eid: Le niveau n’a pas pu être lu dans le certificat ; aucun n’est affirmé.
- #assurance-password: Aucun niveau eIDAS. Connaissance d’un mot de passe, après une identification antérieure dont la méthode et le niveau figurent à côté.
- #assurance-password-totp: Aucun niveau eIDAS. Connaissance d’un mot de passe et possession d’un appareil, après une identification antérieure dont la méthode et le niveau figurent à côté.
- #assurance-passkey: Aucun niveau eIDAS. Possession d’un appareil qui détient la clé d’accès, après une identification antérieure dont la méthode et le niveau figurent à côté.
- #assurance-api_key: Aucun niveau eIDAS. Possession d’une clé dont un membre identifié répond.

La preuve distingue qui a retiré l’envoi et pourquoi il s’agit du destinataire : possession de la boîte aux lettres et du téléphone, nom, nom et date de naissance, ou numéro de registre. Les numéros de registre, dates de naissance, certificats de cartes d’identité et adresses réseau ne quittent jamais le service ; un engagement dans la preuve permet de les ouvrir pour la personne concernée ou pour un juge.

## 6. Retirer, refuser, laisser passer

Avant de choisir, le destinataire voit ce qu’entraînent le retrait et le refus. Ouvrir un lien ne change jamais rien. Accepter et refuser demandent la même identification. Le contenu ne s’ouvre que lorsque l’acceptation est horodatée ; une acceptation donnée à temps reste à temps quand l’horodatage vient plus tard. La page exacte sur laquelle le destinataire a choisi est conservée avec la preuve.

« Ceci n’est pas pour moi » est la déclaration d’une personne non identifiée. Elle est constatée et communiquée à l’expéditeur, et ne change aucune date.

Si l’expéditeur a commandé une lettre, le message qui n’est pas retiré, ou dont le destinataire est injoignable, est imprimé et posté en lettre recommandée. Tant qu’il n’est pas libéré pour l’impression, il peut encore être retiré. Ce que communique l’opérateur postal est consigné comme sa propre déclaration.

## 7. Preuves

Chaque événement laisse un constat complet en lui-même et lié au précédent. Le constat est horodaté (RFC 3161), scellé en XML (ETSI EN 319 522-3, XAdES) et inscrit au journal public. Les preuves sont des fichiers PDF (PDF/A-3, PAdES) faits à partir du constat et qui portent le XML. Le cachet est apposé avec une clé que seul le processus de scellement atteint. Deux responsables doivent signer avant qu’une clé soit mise en service.

L’heure est celle de Bruxelles sur les pages et UTC dans les preuves. Le service compare sans cesse ses horloges et n’accepte plus d’actes quand elles ne sont pas fiables.

Les motifs pour lesquels l’ETSI n’a pas d’adresse sont ceux-ci :

- #reason-window_passed: Le délai de retrait a pris fin sans que le destinataire ait accepté ou refusé.
- #reason-addressee_refused: Le destinataire, identifié comme l’expéditeur le demandait, a refusé le message.
- #reason-after_window_before_printing: Le destinataire a accepté après le délai de retrait, mais avant que la lettre soit libérée pour l’impression.
- #reason-not_postable: La lettre n’a pas pu être postée, en raison de son adresse ou de son contenu.
- #reason-called_off: L’expéditeur a annulé la lettre avant qu’elle soit libérée pour l’impression.
- #reason-not_posted_in_time: La lettre n’a pas été postée dans les 10 jours ouvrables.
- #reason-broken_off: Le transfert du contenu s’est interrompu avant la fin. Il peut être demandé à nouveau.
- #reason-content_damaged: Le contenu conservé n’a pas pu être ouvert intact. Rien n’a été remis.
- #reason-attachment_refused: Une annexe n’est pas admise par les conditions d’utilisation. Le dépôt a été rejeté.

## 8. Journal public et vérification

Le journal est un arbre de hachage auquel on ne peut qu’ajouter (RFC 9162), dans des formats ouverts. Il contient des empreintes à clé et aucune donnée personnelle. Chaque état signé est horodaté et montré à des témoins indépendants. Un constat modifié, supprimé, antidaté ou inventé ne s’accorde pas avec le journal, et quiconque a gardé un état antérieur peut le découvrir.

Chacun peut vérifier une preuve sur ce site sans compte, ou sans le prestataire, avec des logiciels publics. La confiance vient des listes de confiance ou d’un fichier configuré, jamais de la preuve elle-même.

## 9. Conservation

Le contenu est conservé : pour l’expéditeur et pour un destinataire inscrit qui l’a retiré, 365 jours par défaut (de 30 à 730) ; pour un autre destinataire qui l’a retiré, 60 jours ; pour celui qui ne l’a pas retiré, pas du tout. Les preuves et ce qui les accompagne sont conservés 24 mois après la clôture de l’envoi. Chaque partie est avertie 60 et 14 jours avant et se voit offrir une copie avec un horodatage récent. Les copies restent ensuite vérifiables par elles-mêmes. La déclaration de confidentialité donne tous les délais.

## 10. Sécurité, incidents, fin du service

Chaque partie du service tourne sous son propre compte, avec accès à ce dont elle a besoin et rien d’autre. Les messages sont chiffrés, avec des clés par détenteur ; une clé est détruite à la fin de son délai. Les atteintes à la sécurité sont signalées dans les 24 heures à l’organe de contrôle et aux personnes concernées.

Si le prestataire met fin au service, il en avertit au préalable l’organe de contrôle et tous les titulaires de compte, mène à leur terme les envois en cours ou en rembourse le prix, offre à chaque partie ses preuves et publie le dernier état du journal. Les preuves restent ensuite vérifiables par tous.

## 11. Réclamations et modifications

Les réclamations reçoivent une réponse écrite du contact indiqué à côté de ce texte. Le droit belge s’applique. Une nouvelle version est publiée ici avant d’entrer en vigueur. Les versions antérieures restent, avec leurs empreintes.
`;
