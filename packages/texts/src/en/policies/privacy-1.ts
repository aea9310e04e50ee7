// Version 1 of the privacy statement in English. Its bytes are pinned: a change is a new version.

export const privacy1 = `# Privacy statement, version 1

This statement says which personal data this service processes, why, for how long, and what you can do about it (Regulation (EU) 2016/679, GDPR, articles 13 and 14).

## 1. Who answers for your data

The provider is the controller of the data of account holders, and of the record of identification, collection and evidence. For what senders entrust about addressees who have no account here, the sender is the controller and the provider the processor. The provider and its contact stand beside this text.

## 2. What is processed, and why

- Account holders: name, e-mail address, language, means of sign-in, how and when identified; for companies the mandate. Ground: the contract with you, and the duties of a trust service (eIDAS).
- Addressees: name, e-mail address, mobile number, postal address and language, as the sender gave them; where the sender gave them, birth date or register number, used only to recognise you. Ground: the sender’s, on whose behalf we act.
- Identification: method, time, level, your name as authenticated, and what was matched. A register number or an identity card’s certificate stays in the transaction log and never appears in evidence. Ground: legal duty to identify the addressee (eIDAS article 44), or the sender’s order.
- Content of messages: stored encrypted, opened for its sender and its addressee only. We do not read it.
- Evidence: the steps of each delivery with their times and digests. Ground: legal duty, and the legitimate interest of both sides in proof.
- Use of the platform: network address, time, language, browser and operating system. Ground: security of the service and legal duty to keep records.

No data are sold, used for advertising, or used for decisions made by machines alone.

## 3. How long

- The transaction log: 24 months after the delivery is final.
- An addressee’s data entrusted by the sender: 60 days after the delivery is final, except what evidence and log hold.
- Content: for the sender, and a registered addressee who collected, 365 days by default (30 to 730); for another addressee who collected 60 days; for one who did not collect access ends at once.
- Evidence and what is kept under it: 24 months after the delivery is final. Digests in the public log stay; they say nothing without the record.
- A closed private or company account: erased within 45 days. A member who leaves: at once.
- Codes: 24 hours. Drafts: 90 days after the last change. Sessions: 90 days after their end.
- Invoices: 10 years after the financial year. Proof of withdrawn consent, and answered requests: 5 years.
- Mails and reports not kept under evidence: 30 days. Backups: 30 days at most.

A complaint, a dispute or a court order can suspend the erasure of what it concerns.

## 4. Who receives data

The other side of a delivery receives what the evidence holds. A company’s member is shown by a random number only. Mail, text message, postal, payment and time-stamping providers receive what they need for their task, within the European Union. Account holders are told before a subprocessor is added. Authorities receive data where the law obliges us, and each disclosure is registered.

## 5. Your rights

You can ask for access, correction, erasure, restriction and portability, object, and withdraw a consent. With an account you do much of this yourself; otherwise write to the contact beside this text. We check who you are first and answer within one month, which can be extended by two. Evidence is not changed afterwards: a correction is added as a note. A request does not stop a delivery under way; it is carried out when the delivery is final, and the answer says so. Where a sender is the controller, we tell the sender, who decides.

You can complain to the Belgian Data Protection Authority (Gegevensbeschermingsautoriteit, Autorité de protection des données), Drukpersstraat 35, 1000 Brussels.

## 6. This verification site

This site keeps nothing of the files that are checked. With JavaScript, original files do not leave your device. Two cookies are used: one keeps your choice of language, one protects forms against misuse. Neither recognises you.

## 7. Security and breaches

Data are encrypted in storage and on the way, and each part of the service reaches only what it needs. Staff see personal data only for the task at hand, and every look is logged. A breach is reported to the Data Protection Authority within 72 hours, to the supervisory body for trust services within 24 hours, and to you without delay where it puts you at risk.
`;
