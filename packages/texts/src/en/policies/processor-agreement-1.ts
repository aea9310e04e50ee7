// Version 1 of the processor agreement in English. Its bytes are pinned: a change is a new version.

export const processorAgreement1 = `# Processor agreement, version 1

This agreement holds between a company that sends registered messages (the controller) and the provider of this service (the processor). It is the contract that article 28(3) of Regulation (EU) 2016/679 (GDPR) asks for. It goes with the terms of use.

## 1. What is processed, why and for how long

The provider processes personal data to accept, announce, hand over and, where you ask for it, print and post your registered messages.

- People: your addressees, their representatives, and those named in your messages.
- Data: names, e-mail addresses, mobile numbers, postal addresses, languages, consents you state; where you give them, birth dates and national register numbers; the content of your messages.
- Duration: as long as your account and its deliveries run, and until the terms of erasure in the privacy statement have passed.

For identifying who collects, for evidence and for the log of the service the provider is itself the controller: the law lays these duties on it. This agreement does not concern them.

## 2. Only on your instructions

The provider processes these data only on your documented instructions. Your instructions are this agreement, the terms, and the choices you make at each message and in the settings. If the law of the European Union or of Belgium obliges the provider to do otherwise, it tells you first, unless that law forbids it. If it thinks that an instruction infringes the law, it tells you at once. Data leave the European Economic Area only on your documented instruction and as chapter V of the GDPR allows.

## 3. Confidentiality

Everyone who may reach these data is bound to confidentiality. Staff see personal data only for the task at hand, and every look is logged. The content of messages is encrypted; staff cannot open it.

## 4. Security

The provider takes the measures of article 32 of the GDPR. Among them are encryption in storage and on the way, keys per message, separate rights for each part of the service, sign-in with more than a password, logs of every use, backups, and tests of all this. The practice statement describes them.

## 5. Other processors

You allow the provider to use other processors for mail, text messages, printing and posting, hosting and time stamps. The list says who they are, where, and for what. You are told at least 30 days before one is added or replaced, and may object. If no solution is found you may close your account without cost. Each is bound by the same duties as here, and the provider answers for them as for itself.

## 6. Help for you

- Rights of people: a request that concerns your data is passed on to you, and you decide. The provider helps you to carry it out, as far as evidence and deliveries under way allow.
- Breaches: you are told without delay, at the latest 24 hours after the provider knows, with what you need to inform authority and people.
- Impact assessments and consultations of the authority: you get the information that you need.

## 7. Return and erasure

You can download your messages, proofs, contacts and logs at any time and before your account is closed. After closing, the data are erased within 45 days, and backups within 30 days after that. What the law obliges the provider to keep longer, such as evidence and the log, is kept for that purpose only and erased at the end of its term.

## 8. Proof and audit

The provider gives you all information that shows that it keeps this agreement, such as reports of its conformity audits. You may have an audit carried out once a year, and after a breach, by an independent auditor bound to confidentiality, announced 30 days before. Each side bears its own costs.

## 9. Your own duties

You have a lawful ground for the data you entrust, inform the people concerned, and give no more than the delivery needs. You give a national register number only if you are authorised to use it.

## 10. Duration and changes

This agreement begins when an administrator accepts it for the company and ends when the last data are erased. A new version is published at least 30 days before it takes force, and an administrator is asked to accept it. The liability of the terms applies. Belgian law applies.
`;
