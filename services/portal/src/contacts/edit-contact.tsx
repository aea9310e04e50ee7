// Writing a contact, and changing one: the fields of an addressee, kept as typed until they are right.

import { AppError, type FieldError, LANGUAGES, nestRow } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  addContact,
  changeContact,
  contactFields,
  loadContact,
  type SessionMember,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  PageHead,
  type PageFrame,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { addresseeField } from "../compose/form-words.ts";
import type { PortalRoutes } from "../routes.ts";
import { renderContactsPage } from "./contacts-frame.tsx";

const PATH = "/contacts";

type Typed = Readonly<Record<string, string>>;

export const editContactRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(`${PATH}/new`, async (c) => {
    const member = await sessions.require(c);
    return showForm(c, member, { typed: { language: member.language } });
  });

  app.post(`${PATH}/new`, async (c) => {
    const member = await sessions.require(c);
    const typed = await readTyped(c);
    try {
      await addContact(deps.ctx, member, nestRow(typed));
      return c.redirect(`${PATH}?done=added`, 303);
    } catch (error) {
      return showForm(c, member, { typed, errors: fieldsOf(error) });
    }
  });

  app.get(`${PATH}/:contact`, async (c) => {
    const member = await sessions.require(c);
    const contact = await loadContact(deps.ctx, member.accountId, c.req.param("contact"));
    return showForm(c, member, { typed: contactFields(contact), id: contact.id });
  });

  app.post(`${PATH}/:contact`, async (c) => {
    const member = await sessions.require(c);
    const id = c.req.param("contact");
    const typed = await readTyped(c);
    try {
      await changeContact(deps.ctx, member, id, nestRow(typed));
      return c.redirect(`${PATH}?done=changed`, 303);
    } catch (error) {
      return showForm(c, member, { typed, errors: fieldsOf(error), id });
    }
  });

  function showForm(
    c: WebContext,
    member: SessionMember,
    given: { readonly typed: Typed; readonly errors?: readonly FieldError[]; readonly id?: string },
  ): Promise<Response> {
    const { typed, errors = [], id } = given;
    const language = c.get("language");
    const { contacts, common } = textsFor(language);
    const words = contacts.form;
    const title = id === undefined ? words.addTitle : words.changeTitle;
    return renderContactsPage(c, deps.ctx, member, {
      title,
      section: "contacts",
      hasErrors: errors.length > 0,
      ...(errors.length > 0 ? { status: 400 } : {}),
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={title}
            crumbs={[{ label: contacts.list.title, href: PATH }, { label: title }]}
          />
          <ErrorSummary
            language={language}
            errors={errors}
            labelOf={(path) => addresseeField(language, path)}
          />
          <Card id="contact">
            <form method="post" action={`${PATH}/${id ?? "new"}`} class="stack" novalidate>
              <CsrfField token={frame.csrfToken} />
              <ContactFields frame={frame} typed={typed} errors={errors} />
              <p class="row">
                <Button kind="primary">{words.save}</Button>
                <Button href={PATH}>{common.buttons.cancel}</Button>
              </p>
            </form>
            {id !== undefined && (
              <form method="post" action={`${PATH}/delete`}>
                <CsrfField token={frame.csrfToken} />
                <input type="hidden" name="contact" value={id} />
                <Button kind="quiet">{words.delete}</Button>
              </form>
            )}
          </Card>
        </>
      ),
    });
  }
};

async function readTyped(c: WebContext): Promise<Typed> {
  const form = await readForm(c);
  return Object.fromEntries([...form].filter(([name]) => FIELDS.has(name)));
}

const FIELDS = new Set([
  "kind",
  "name",
  "first_names",
  "enterprise_number",
  "attention_of",
  "email",
  "mobile",
  "language",
  ...["street", "number", "box", "postcode", "town", "country"].map((part) => `postal_address.${part}`),
]);

/** What is beside the fields; whatever else went wrong is thrown on. */
function fieldsOf(error: unknown): readonly FieldError[] {
  if (error instanceof AppError && (error.code === "contact_invalid" || error.code === "contact_known"))
    return error.fields;
  throw error;
}

interface ContactFieldsProps {
  readonly frame: PageFrame;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

function ContactFields({ frame, typed, errors }: ContactFieldsProps): Markup {
  const { language } = frame;
  const { common, compose, contacts } = textsFor(language);
  const at = (name: string) => ({
    language,
    name,
    value: typed[name] ?? "",
    error: errorAt(language, errors, name),
    // A browser would offer the reader's own data.
    autocomplete: "off",
  });
  const address = (part: string) => at(`postal_address.${part}`);
  return (
    <div class="party stack">
      <div class="fields">
        <Field
          {...at("kind")}
          type="select"
          label={compose.kind}
          value={typed["kind"] === "organisation" ? "organisation" : "person"}
          options={(["person", "organisation"] as const).map((value) => ({
            value,
            label: compose.kinds[value],
          }))}
        />
        <Field
          {...at("language")}
          type="select"
          label={compose.language}
          options={LANGUAGES.map((value) => ({ value, label: common.languageNames[value] }))}
        />
        <div class="person-only">
          <Field {...at("first_names")} label={compose.firstNames} />
        </div>
        <Field {...at("name")} label={compose.name} />
        <div class="organisation-only">
          <Field {...at("enterprise_number")} label={compose.enterpriseNumber} inputMode="numeric" optional />
        </div>
        <div class="organisation-only">
          <Field {...at("attention_of")} label={compose.attentionOf} optional />
        </div>
        <Field {...at("email")} type="email" inputMode="email" label={compose.email} />
        <Field {...at("mobile")} type="tel" inputMode="tel" label={compose.mobile} optional />
        <Field {...address("street")} label={compose.street} optional />
        <div class="fields pair">
          <Field {...address("number")} label={compose.number} optional />
          <Field {...address("box")} label={compose.box} optional />
        </div>
        <Field {...address("postcode")} label={compose.postcode} inputMode="numeric" optional short />
        <Field {...address("town")} label={compose.town} optional />
        <Field
          {...address("country")}
          label={contacts.form.country}
          hint={contacts.form.countryHint}
          optional
          short
        />
      </div>
    </div>
  );
}
