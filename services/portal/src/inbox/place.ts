// The inbox as a place where the pages of a delivery stand: opened by standing in the inbox of whoever is signed in, and by
// nothing else. A session of the portal identifies nobody to the sender: the message's own identification is asked here too.

import type { Place } from "@posthorn/collecting";
import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { SessionMember } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";

export const INBOX = "/inbox";

export interface InboxPlace extends Place {
  /** Who reads; before any page of a delivery is shown. Throws AppError not_found outside a private account. */
  enter(c: WebContext, member: SessionMember): void;
}

export function createInboxPlace(collectUrl: string): InboxPlace {
  const readers = new WeakMap<WebContext, string>();

  function presented(c: WebContext, inboxDelivery: string) {
    const personId = readers.get(c);
    return personId === undefined ? {} : { personId, inboxDelivery };
  }

  const way = (language: Parameters<Place["start"]>[0]) => ({
    href: INBOX,
    label: textsFor(language).inbox.menu,
  });

  return {
    base: INBOX,
    inReadersLanguage: true,
    checkCodeUrl: collectUrl,
    enter(c, member) {
      if (member.accountKind !== "private") throw notHere();
      readers.set(c, member.personId);
    },
    presented,
    besideSession: presented,
    close: () => undefined,
    showClosed: () => Promise.reject(new AppError("unauthenticated", "session_missing")),
    showUnknown: () => Promise.reject(notHere()),
    start: way,
    back: way,
    checkCode: () => undefined,
  };
}

/** Whether it is somebody else's, ended by a repair, or never was: alike. */
function notHere(): AppError {
  return new AppError("not_found", "delivery_not_found");
}
