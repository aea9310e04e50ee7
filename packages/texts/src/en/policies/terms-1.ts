// Version 1 of the terms in English. Its bytes are pinned: a change is a new version.

export const terms1 = `# Terms of use, version 1

These terms hold between the provider of this electronic registered delivery service and whoever uses it. The practice statement says how the service works. The privacy statement says what happens to personal data.

## 1. What the service does

The service takes a message from an identified sender, tells the addressee that it waits, hands it over after identification, and issues evidence of each step. Whether a delivery replaces a registered letter depends on the status that its proof states. Short of qualified, it does not replace a registered letter that the law requires.

## 2. For senders

- You send only messages that you may lawfully send, and you have the right to use the addresses you give. You are the controller of the personal data in your messages and of the addresses.
- You state truthfully whether and how the addressee accepted to receive registered messages at this electronic address. For some acts the law requires that consent.
- You check the addresses. The service tells you when a notice fails and lets you correct an address once. It cannot know whether an address belongs to the addressee.
- You keep your sign-in, your devices and your API keys to yourself. What is done with them counts as done by you until you report their loss.
- You may not send programs, harmful files or messages to people who must not be contacted. A submission against these terms may be refused; the refusal is recorded.
- You pay in credits, beforehand. A credit is consumed at the first notice that stands, and given back where the addressee cannot be reached. Postage is consumed when the letter is posted. Unused purchased credits are refunded on request when the account is closed.

## 3. For addressees

- You need no account and pay nothing. You may accept a message, refuse it, or do nothing. Each page tells what follows before you choose.
- Refusing a message or not collecting it can have the same effect in law as receiving it. That is for the law and for a court to say, not for the service.
- You act for yourself, or for the organisation that is named as addressee and that has authorised you.
- When a notice is not meant for you, say so with “This is not for me”.

## 4. Evidence

Each side can download its proofs and the evidence for as long as they are kept. Keep your own copy. It can be checked on this site or without us, also after the service has ended. A proof states what it proves and what it does not. It never proves that a message was read or understood.

## 5. Availability and liability

The service aims to be available at all times and tells of planned interruptions beforehand. Where an outage of the service falls on the last day to collect, the time is extended as the practice statement says. The provider is liable for damage caused intentionally or negligently by a failure to meet its obligations under eIDAS (article 13), and otherwise as Belgian law provides. It is not liable for what senders write, for addresses that are wrong, or for the networks and devices of others. Nothing here limits rights that consumers have by law.

## 6. Closing, law, disputes

You can close your account at any time. Deliveries under way run to their end or are called off as far as that is still possible. Belgian law applies. Consumers may turn to the courts of their home; otherwise the courts of the provider’s seat decide. You can always complain first to the contact beside this text, and to the supervisory body for trust services, the FPS Economy.

## 7. Changes and languages

A new version is published here and told to account holders at least 30 days before it takes force. A delivery keeps the version under which it was accepted. The four languages say the same; where they differ, the Dutch text prevails, unless the law gives a consumer the text of his own language.
`;
