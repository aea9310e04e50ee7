// Contacts to tick, one a row, and the form by which they are searched: in the address book and where addressees are chosen.

import { formatMobile, type Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { ContactLine } from "@posthorn/usecases";
import { Button, type Markup, Table, type WebContext } from "@posthorn/web";

export interface ContactSearch {
  readonly words?: string;
  readonly cursor?: string;
}

export function contactSearchOf(c: WebContext): ContactSearch {
  const words = c.req.query("q")?.normalize("NFC").slice(0, 200).trim();
  const cursor = c.req.query("cursor");
  return { ...(words ? { words } : {}), ...(cursor ? { cursor } : {}) };
}

/** The same list with this cursor; undefined where there is none. */
export function pageOf(path: string, search: ContactSearch, cursor: string | null): string | undefined {
  if (cursor === null) return undefined;
  return `${path}?${new URLSearchParams({ ...(search.words ? { q: search.words } : {}), cursor }).toString()}`;
}

export function nameOfContact({ name, firstNames }: Pick<ContactLine, "name" | "firstNames">): string {
  return firstNames === undefined ? name : `${firstNames} ${name}`;
}

export function SearchForm(props: {
  readonly language: Language;
  readonly path: string;
  readonly label: string;
  readonly value: string | undefined;
}): Markup {
  return (
    <form method="get" action={props.path} role="search" class="search">
      <div class="field">
        <label for="q">{props.label}</label>
        <input class="input" type="search" id="q" name="q" value={props.value ?? ""} autocomplete="off" />
      </div>
      <Button icon="search">{textsFor(props.language).common.buttons.search}</Button>
    </form>
  );
}

/** Stands in a form: what is ticked is posted as `contact`. */
export function ContactTable(props: {
  readonly language: Language;
  readonly contacts: readonly ContactLine[];
  /** Whether a name leads to its contact. */
  readonly linked: boolean;
}): Markup {
  const words = textsFor(props.language).contacts.list;
  return (
    <Table
      caption={words.caption}
      rows={props.contacts}
      columns={[
        {
          heading: words.ticked,
          hideHeading: true,
          cell: (contact) => (
            <label class="tick">
              <input type="checkbox" name="contact" value={contact.id} />
              <span class="vh">{words.tick(nameOfContact(contact))}</span>
            </label>
          ),
        },
        {
          heading: words.name,
          rowHeading: true,
          cell: (contact) =>
            props.linked ? (
              <a class="breaks" href={`/contacts/${contact.id}`}>
                {nameOfContact(contact)}
              </a>
            ) : (
              <span class="breaks">{nameOfContact(contact)}</span>
            ),
        },
        { heading: words.email, cell: ({ email }) => <span class="breaks">{email}</span> },
        {
          heading: words.mobile,
          cell: ({ mobile }) => (
            <span class="nowrap">{mobile === undefined ? "–" : formatMobile(mobile)}</span>
          ),
        },
        { heading: words.town, cell: ({ postalAddress }) => postalAddress?.town ?? "–" },
      ]}
    />
  );
}
