// Version 1 of the accessibility statement in English. Its bytes are pinned: a change is a new version.

export const accessibility1 = `# Accessibility statement, version 1

Everyone must be able to send, collect and check a registered message. This statement covers the portal, the collect site, this verification site, and the mails and proofs of the service (Directive (EU) 2019/882; EN 301 549; WCAG 2.2 level AA).

## 1. What we aim for

- Every page works with a keyboard alone, with a screen reader, enlarged to 400 percent, on a narrow telephone, in light and dark, and without JavaScript.
- Errors stand beside the field and are summed up above the form. Time limits are told, and what one typed is kept.
- Colour is never the only sign. Buttons and links are at least 44 pixels high.
- Pages, mails and proofs exist in Dutch, French, German and English, in short sentences.

## 2. How we check

Every change is checked by machine, on each page in each language, in light and dark, by the rules of WCAG 2.2 A and AA. Main paths are walked through by keyboard in a real browser.

## 3. What falls short

- The service has been checked by us and by machine. It has not yet been judged by an independent body.
- Proofs are PDF files for archiving, tagged for screen readers (PDF/A-3A); addresses in them are not links. Beside each proof the same is offered as a web page.
- Files that senders attach are theirs. We hand them over unchanged and cannot make them accessible.
- Identification with itsme or an identity card happens partly in programs of others.

## 4. When something does not work for you

Write to the contact beside this text and say which page and which aid you use. You get an answer within ten working days, and until then another way to collect your message in time. If the answer does not satisfy you, you can turn to the FPS Economy, and to Unia, Place Victor Horta 40, 1060 Brussels.
`;
