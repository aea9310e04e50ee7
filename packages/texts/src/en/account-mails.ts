// What account holders are told by mail about their means of sign-in, in English: one subject and what happened for each kind.

import { registerMails } from "./register-mails.ts";
import { rightsMails } from "./rights-mails.ts";

export const accountMails = {
  when: "When",
  browser: "Browser",
  on: (browser: string, os: string) => `${browser} on ${os}`,
  unknownBrowser: "Not known",
  kinds: {
    ...registerMails.kinds,
    ...rightsMails.kinds,
    new_device: {
      subject: "You signed in from a new browser",
      happened: "Somebody signed in to your account from a browser that was not used for it before.",
    },
    session_in_other_browser: {
      subject: "We ended a session of yours",
      happened:
        "A session of your account appeared in a browser that it was not opened in. It may have been copied, so we ended it. Sign in again.",
    },
    password_changed: {
      subject: "Your password was changed",
      happened: "The password of your account was changed. All other sessions were ended.",
    },
    passkey_added: {
      subject: "A passkey was added",
      happened: "A passkey was added to your account. It can be used to sign in.",
    },
    passkey_removed: {
      subject: "A passkey was removed",
      happened: "A passkey was removed from your account. It can no longer be used to sign in.",
    },
    passkey_suspected: {
      subject: "A passkey of yours may have been copied",
      happened:
        "A passkey of your account answered in a way that only a copy does. We refuse it from now on. Sign in another way and put a new one in its place.",
    },
    totp_on: {
      subject: "A code app was set up",
      happened:
        "A code app was set up for your account. Signing in with your password now asks for its code.",
    },
    totp_off: {
      subject: "The code app was turned off",
      happened:
        "The code app of your account was turned off. Signing in with the password no longer asks for its code.",
    },
    recovery_codes_made: {
      subject: "New recovery codes were made",
      happened: "New recovery codes were made for your account. The earlier ones are void.",
    },
    recovery_code_used: {
      subject: "A recovery code was used",
      happened: "A recovery code was used for your account instead of the code of your app.",
    },
    identified: {
      subject: "You are identified",
      happened: "Your identity was established for your account. You can send registered messages now.",
    },
    name_changed: {
      subject: "Your name was changed",
      happened: "The name of your account was changed to the one you were identified with.",
    },
    identity_linked: {
      subject: "A further identity was linked",
      happened:
        "A further itsme account or identity card was linked to your account. It can be used to sign in.",
    },
    api_key_taken_over: {
      subject: "An API key has another responsible person",
      happened: "An administrator of your company took over the responsibility for an API key.",
    },
    api_key_made: {
      subject: "A new API key was made",
      happened:
        "Somebody made an API key for your account. Whoever has it can use the account as far as the key allows.",
    },
    api_key_rotated: {
      subject: "An API key has a new secret",
      happened:
        "Somebody gave an API key of your account a new secret. The old one serves for a while at most.",
    },
    api_key_revoked: {
      subject: "An API key was revoked",
      happened: "Somebody revoked an API key of your account. Nothing is accepted from it any more.",
    },
    registration_link: {
      subject: "Confirm your e-mail address",
      happened: "Somebody, probably you, is registering this address with us.",
      after: "The link confirms that the address is yours. It works once, for 24 hours.",
      button: "Confirm the address",
      unasked: "If you did not ask for this, do nothing: without the link no account is made.",
    },
    registration_known: {
      subject: "You already have an account",
      happened:
        "Somebody, probably you, tried to register this address with us. It belongs to an account already.",
      after:
        "Type the address of the portal in your browser yourself and sign in. With itsme or your identity card you can sign in without the password.",
      unasked: "If you did not ask for this, do nothing: nothing was changed.",
    },
    application_received: {
      subject: "We have received your application",
      happened: "Your application for the account of your company is with us.",
      after:
        "We compare it with the register of enterprises and look at the signed form. You hear from us by mail. Until then nothing can be sent for the company.",
      unasked: "If you did not do this, sign in and look at “Sign-in and security”.",
    },
    invitation_link: {
      subject: "You are invited to an account",
      happened: "A company invites you to its account for registered messages.",
      after:
        "The link shows who invites you, what we hold about you, and lets you accept or decline. It works once, for 14 days.",
      button: "Look at the invitation",
      unasked:
        "If you do not know this company, do nothing: the invitation ends by itself and what we hold about you is erased.",
    },
    member_joined: {
      subject: "Somebody has joined your account",
      happened: "An invitation to your company’s account was accepted.",
      unasked:
        "If you do not know this person, sign in and remove the membership on the page “Members”. It ends at once.",
    },
    member_left: {
      subject: "A member has left your account",
      happened:
        "A member has left your company’s account. Drafts went to the administrator who is there longest. API keys of this member are suspended until an administrator takes them over.",
      unasked: "You need not do anything.",
    },
    invitation_declined: {
      subject: "An invitation was declined",
      happened: "The person you invited to your company’s account does not want to join.",
      unasked: "You need not do anything. You can invite the address again if this was a mistake.",
    },
    membership_ended: {
      subject: "Your membership has ended",
      happened: "You are no longer a member of the account of this company.",
      after: "Your other memberships stay as they are. What served this company alone was erased.",
      unasked: "Questions about this are answered by the company.",
    },
    membership_ended_erased: {
      subject: "Your membership has ended",
      happened:
        "You are no longer a member of the account of this company, and it was your only one. We have erased your name, your address and your means of sign-in.",
      after:
        "The log of use and the evidence of messages you sent keep your random member number alone until their legal term ends. You can complain to the Belgian data protection authority (Gegevensbeschermingsautoriteit).",
      unasked: "Questions about this are answered by the company. This is the last mail to this address.",
    },
    role_changed: {
      subject: "Your role has changed",
      happened: "An administrator of your company gave you another role.",
      unasked: "Questions about this are answered by the administrators of your company.",
    },
    account_closing: {
      subject: "Your account is being closed",
      happened:
        "Closing was asked for this account. Nothing new can be sent. What is on its way runs to its end; when the last delivery is final, the account is closed.",
      after:
        "Until then, and for 44 days after it, the account can be taken back on the page “Close account”. Export what you want to keep on the page “My data”.",
    },
    account_closed: {
      subject: "Your account is closed",
      happened:
        "This account is closed. Its data is restricted: it can only be exported, and what is still on its way runs to its end without it.",
      after:
        "Until the end of the day named above you can export your data, ask back unused credits and take the account back. In the course of the day after it, the personal data of the account is erased.",
    },
    account_erasure_near: {
      subject: "Your account will be erased in a week",
      happened: "This account is closed, and its personal data will soon be erased for good.",
      after:
        "Until the end of the day named above you can export your data, ask back unused credits and take the account back. Nobody can do it afterwards.",
    },
    account_reopened: {
      subject: "Your account is open again",
      happened:
        "The closing of this account was taken back. It can be used as before. Letters on paper that were called off and credits that were asked back do not return, and open invitations stay void.",
    },
    account_erased: {
      subject: "Your account was erased",
      happened:
        "The countdown of this closed account is over, and its personal data was erased. What the law keeps of evidence, log and invoices stays until its own term ends.",
      after:
        "If you belong to another account, nothing has changed there. You can complain to the Belgian data protection authority (Gegevensbeschermingsautoriteit).",
      unasked: "This mail was the last one about this account.",
    },
    credits_refund_asked: {
      subject: "You asked back unused credits",
      happened:
        "The unused credits of your closed account were booked out. The amount is paid back to the means by which they were bought.",
    },
    email_change_asked: {
      subject: "A new e-mail address was asked for",
      happened:
        "Somebody, probably you, asked to change the address of your account. A link went to the new address. Until it is used, this address stands.",
    },
    email_changed: {
      subject: "The e-mail address of your account has changed",
      happened: "The address of your account was changed, and the new one was confirmed by a link.",
      after: "Mails about your account go to the new address from now on.",
    },
    email_change_link: {
      subject: "Confirm your new e-mail address",
      happened: "You asked us to change the address of your account to this one.",
      after:
        "The link confirms that the address is yours. It works once, for 24 hours. Until then your earlier address stands.",
      button: "Confirm the address",
      unasked: "If you did not ask for this, do nothing: without the link nothing is changed.",
    },
    application_approved: {
      subject: "Your company is approved",
      happened:
        "Our staff have checked the papers of your company. It can send registered messages from now on.",
      after: "Type the address of the portal in your browser yourself and sign in.",
      unasked: "If you did not apply for this company, tell us at once.",
    },
    application_refused: {
      subject: "Your company could not be approved",
      happened: "Our staff have looked at the papers of your company and could not approve it as it stands.",
      after:
        "You can mend what is missing and submit it again: type the address of the portal in your browser yourself, sign in and open the application. What is not taken up again is erased after 30 days.",
      unasked: "If you did not apply for this company, tell us at once.",
    },
    register_numbers_authorised: {
      subject: "Your company may use national register numbers",
      happened:
        "Our staff have seen the authorisation of your company. Its members may give the national register number of an addressee from now on.",
      unasked: "If your company has no such authorisation, tell us at once.",
    },
    register_numbers_withdrawn: {
      subject: "Your company may no longer use national register numbers",
      happened:
        "Our staff have ended this permission. A message that gives a national register number is refused from now on; what was sent before stays as it is.",
      unasked: "Questions about this are answered by our registration desk.",
    },
    hold_placed: {
      subject: "A legal hold was placed",
      happened:
        "What you asked for was placed. Nothing of it is erased before the day below, whatever the periods say.",
      after: "You find it in the portal under “Legal holds”. We tell you two weeks before it ends.",
      unasked: "You get this mail because a legal hold was asked for from your account.",
    },
    hold_refused: {
      subject: "A legal hold was refused",
      happened:
        "Our privacy desk has not placed the legal hold that was asked for. What it named falls on the days that its page shows.",
      after: "Save the evidence bundle before that day, or ask again with other grounds.",
      unasked: "You get this mail because a legal hold was asked for from your account.",
    },
    hold_ends: {
      subject: "A legal hold ends soon",
      happened:
        "A legal hold ends on the day below. After it the usual periods count again, and what is over them is erased at once.",
      after:
        "If you still need the data, save the evidence bundle, or ask the privacy desk to renew the hold and say why.",
      unasked: "You get this mail because the hold keeps data of your account.",
    },
    hold_ended: {
      subject: "A legal hold has ended",
      happened:
        "A legal hold has come to its end. The usual periods count again, and what is over them is erased within a day.",
      unasked: "You get this mail because the hold kept data of your account.",
    },
    hold_lifted: {
      subject: "A legal hold was lifted",
      happened:
        "A legal hold was lifted by two people of our privacy desk before its end. The usual periods count again, and what is over them is erased within a day.",
      unasked: "You get this mail because the hold kept data of your account.",
    },
    evidence_falling: {
      subject: "Evidence of your registered messages will be erased",
      happened:
        "Evidence is kept for as long as the law asks, and is then erased. The days for some of your messages are near.",
      after:
        "Open the address above in your browser. There you can save the evidence bundle of each message and have its timestamps renewed. A bundle that you saved can be verified after that day as well.",
      unasked:
        "You get this mail because you administer the account that sent these messages. You are told 60 and 14 days before.",
    },
  },
  facts: {
    ...rightsMails.facts,
    ...registerMails.facts,
    address: "New address",
    company: "Company",
    number: "Enterprise number",
    reason: "Reason",
    words: "Our staff write",
    role: "Role",
    until: "Until the end of",
    name: "Name",
    key: "API key",
    by: "By",
    method: "With",
    old_name: "Before",
    new_name: "Now",
    left: "Recovery codes left",
    credits: "Credits",
    delivery: "Registered message",
    ground: "Ground",
    sixty: "Within 60 days",
    fourteen: "Within 14 days",
    first: "The first on",
    page: "Address of the list",
  },
  roles: { admin: "administrator", user: "user" },
  methods: { itsme: "itsme", eid: "Identity card" },
  notYou: "Was this not you?",
  whatToDo: (address: string) =>
    `Type ${address} in your browser yourself, sign in, and look at “Sign-in and security”: end all other sessions and change your password.`,
  noLink:
    "This mail has no link on purpose. We never ask for your password or a code by mail or by telephone.",
};
