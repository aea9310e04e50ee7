// Version 1 of the consent to electronic registered mail in English. Its bytes are pinned: a change is a new version.

export const electronicDelivery1 = `# Consent to electronic registered mail, version 1

This is what you agree to when you accept electronic registered mail. It is free, and separate from the terms: you can have an account without it.

## 1. What you agree to

I accept to receive registered messages electronically, through this service, at the e-mail address of my account. This holds for every sender who uses this service, until I withdraw it.

## 2. What follows from it

- A sender who gives exactly your e-mail address can see that you are registered here, with your name and first names.
- You get a notice by e-mail, and by text message where the sender gave a number. The notice says until when you can collect the message.
- Refusing a message or not collecting it can have the same effect in law as receiving it. So open your mailbox regularly, and change your address here when it changes.
- For some acts the law asks for this consent before a registered message may replace a registered letter.

## 3. What does not follow from it

- You pay nothing to receive messages.
- You may still refuse a message, and you are told what follows before you choose.
- Without this consent a sender can still send you a notice, or have a letter on paper posted. The evidence then says that no consent was stated here.

## 4. Withdrawing it

You can withdraw this consent at any time, on the page with your data, as easily as you gave it. It then holds for no message that is accepted for delivery afterwards. What was delivered before stays valid, and a delivery under way runs to its end.

## 5. What we keep

We keep when you gave this consent, in which language and in exactly which words, and when you withdrew it. Five years after its withdrawal that proof is erased.
`;
