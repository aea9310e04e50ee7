// Version 1 of the practice statement in English. Its bytes are pinned: a change is a new version.

export const practiceStatement1 = `# Practice statement, version 1

This statement says how this electronic registered delivery service works (Regulation (EU) No 910/2014, eIDAS, articles 43 and 44; ETSI EN 319 401, EN 319 521 and EN 319 522). Every evidence that the service issues names the version that was in force. The names that begin with # are parts of the addresses that evidence uses for what the standards have no name for.

## 1. Provider and status

The provider is the organisation that each evidence names as its issuer. The evidence also states the status of the service at that moment:

- #status-demonstration: The service is a demonstration. Nothing that is sent with it replaces a registered letter that the law requires.
- #status-non-qualified: The service is an electronic registered delivery service that is not qualified. Its evidence is admissible in court (eIDAS article 43, paragraph 1), but a delivery does not replace a registered letter that the law requires.
- #status-qualified: The service is a qualified trust service on the trusted list. Even so, one delivery is qualified only where its addressee was identified with eID or itsme at level high and matched what the sender stated, and where the sender did not act by an API key alone. The proof says so for each delivery.

## 2. The sender

Only an identified person can send. The first identification is made with itsme or eID and is repeated after a set time. A company account also needs a proof of mandate, which staff check against the Crossroads Bank for Enterprises. Every submission is bound to the sign-in by which it was made: method and time stand in the evidence. A member of a company is shown to the other side by a random number only; the name stays with the service.

## 3. Acceptance

A message is accepted, or it is not, as a whole. On acceptance the sender is identified, the content is stored encrypted, the record is written and its fee is reserved. From then on the message cannot be changed by anyone. Each addressee is a delivery of its own with evidence of its own, and no addressee learns of another. The message is kept as parts: part 1 is the text with its subject, then the attachments. Evidence refers to each part by name, size and SHA-256. Subject and names of files appear in no notice before the content is handed over.

At acceptance the last day by which the delivery will be final, whatever fails, is set and told.

## 4. Notice and time to collect

The addressee is told by e-mail and, where the sender gave a number, by text message. The notice names the sender as the sender’s settings allow, and never the content. It leaves only when the acceptance has been time-stamped.

A notice stands from the moment at which the outgoing mail server has taken the mail, until the mail is reported as failed for good before the deadline. A notice that was used to ask for identification stands whatever is reported later. The time to collect is 15 full calendar days in Brussels, counted from the day after the notice, unless the sender chose between 1 and 30. It ends with the end of its last day. Weekends and holidays do not extend it. Reminders go out on days 3, 7 and 13 and change no date.

When the mail of the first notice fails, the time to collect is void and the sender may correct e-mail address, number or name once. The correction is a record. It makes earlier links, codes and times void. A delivery counts as unreachable when no notice has stood 72 hours after acceptance, when no new notice stands 120 hours after a failure, or at a second failure.

When the service itself was out of reach for more than 60 minutes on the last day, the time to collect is extended by a day, at most three times. The outage is a record and both sides are told.

## 5. Identification of the addressee

The sender chooses per message what is asked at least: two codes, or itsme or eID. Evidence names the method by one of these addresses:

- #identification-codes: Two one-time codes of six digits, one sent to the e-mail address and one to the mobile number that the sender gave. They are one challenge: valid for ten minutes, five attempts, used once, right only together. This shows possession of the mailbox and the phone. It does not establish identity.
- #identification-itsme: The itsme app of Belgian Mobile ID, by OpenID Connect. The family name and the first given name must match those that the sender stated; a birth date and a register number, where stated, must match exactly.
- #identification-eid: The Belgian electronic identity card, by Web eID. The certificate is checked up to its root and by OCSP. What must match is the same as for itsme.
- #identification-password: Account name and password. Used for senders’ sign-ins only.
- #identification-password-totp: Account name, password and a one-time code of an authenticator app.
- #identification-passkey: A passkey (WebAuthn) of the account.
- #identification-api_key: A key of the sender’s own system. A person of the sender’s account is responsible for it, and the evidence names that person’s number.

The level of assurance is that of eIDAS article 8 where the method has one for the person at hand. Otherwise evidence refers to one of these:

- #assurance-codes: No level of eIDAS. Possession of a mailbox and a phone whose addresses the sender gave.
- #assurance-itsme: The level could not be read from the answer of the identity provider; none is claimed.
- #assurance-eid: The level could not be read from the certificate; none is claimed.
- #assurance-password: No level of eIDAS. Knowledge of a password, after an earlier identification whose method and level stand beside it.
- #assurance-password-totp: No level of eIDAS. Knowledge of a password and possession of a device, after an earlier identification whose method and level stand beside it.
- #assurance-passkey: No level of eIDAS. Possession of a device that holds the passkey, after an earlier identification whose method and level stand beside it.
- #assurance-api_key: No level of eIDAS. Possession of a key that an identified member answers for.

The evidence keeps apart who collected, and why this is the addressee: possession of mailbox and phone, name, name and birth date, or register number. Register numbers, birth dates, certificates of identity cards and network addresses never leave the service; a commitment in the evidence allows them to be opened for the person concerned or for a court.

## 6. Collecting, refusing, letting pass

Before choosing, the addressee sees what accepting and refusing lead to. Opening a link never changes anything. Accepting and refusing ask the same identification. The content opens only when the acceptance has been time-stamped; an acceptance given in time stays in time when the stamp comes later. The exact page on which the addressee chose is kept under the evidence.

“This is not for me” is the statement of somebody who is not identified. It is recorded and told to the sender and changes no date.

Where the sender ordered a letter, a message that was not collected, or whose addressee is unreachable, is printed and posted as a registered letter. Until it is released for printing it can still be collected. What the postal operator reports is recorded as the operator’s own statement.

## 7. Evidence

Each event leaves a record that is complete in itself and chained to the one before it. The record is time-stamped (RFC 3161), sealed as XML (ETSI EN 319 522-3, XAdES) and entered in the public log. Proofs are PDF files (PDF/A-3, PAdES) made from the record and carry the XML. The seal is made with a key that only the sealing process reaches. Two officers must sign before a key is put in force.

Time is Brussels time on pages and UTC in evidence. The service compares its clocks continually and stops accepting acts when they cannot be relied on.

Reasons for which ETSI has no address are these:

- #reason-window_passed: The time to collect ended without the addressee having accepted or refused.
- #reason-addressee_refused: The addressee, identified as the sender asked, refused the message.
- #reason-after_window_before_printing: The addressee accepted after the time to collect, but before the letter was released for printing.
- #reason-not_postable: The letter could not be posted, for its address or its content.
- #reason-called_off: The sender called the letter off before it was released for printing.
- #reason-not_posted_in_time: The letter was not posted within 10 working days.
- #reason-broken_off: The transfer of the content was broken off before its end. It can be fetched again.
- #reason-content_damaged: The stored content could not be opened whole. Nothing was handed over.
- #reason-attachment_refused: An attachment is not admitted by the terms of use. The submission was rejected.

## 8. Public log and checking

The log is an append-only hash tree (RFC 9162) in open formats. It holds keyed digests and no personal data. Each signed state is time-stamped and shown to independent witnesses. A changed, dropped, backdated or invented record does not fit the log and can be found by anyone who kept an earlier state.

Anyone can check a proof on this site without an account, or without the provider, with public software. Trust is taken from trusted lists or from a configured file, never from the proof itself.

## 9. Retention

Content is kept for the sender, and for a registered addressee who collected, for 365 days by default (30 to 730); for another addressee who collected for 60 days; for one who did not collect not at all. Evidence and what is kept under it is kept for 24 months after the delivery is final. Each side is told 60 and 14 days before and offered a copy with a fresh timestamp. Copies verify on their own after that. The privacy statement lists all terms.

## 10. Security, incidents, end of the service

Each part of the service runs under its own account with access to what it needs alone. Messages are encrypted, with keys per holder; a key is destroyed when its term ends. Security breaches are reported to the supervisory body and the persons concerned within 24 hours.

If the provider ends the service, it tells the supervisory body and all account holders beforehand, brings running deliveries to their end or returns their fees, offers each side its evidence, and publishes the last state of the log. Evidence can then still be checked by anyone.

## 11. Complaints and changes

Complaints are answered in writing by the contact that stands beside this text. Belgian law applies. A new version is published here before it takes force. Earlier versions stay, with their digests.
`;
