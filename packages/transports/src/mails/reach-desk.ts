// Where the privacy desk is reached, for mails that name it: to be read or typed, never a link.

/** `contact` as the provider sets it, empty where he has not; the form stands on the portal for everybody. */
export function reachDesk(contact: string, host: string): string {
  const form = `${host}/rights`;
  return contact === "" ? form : `${contact}, ${form}`;
}
