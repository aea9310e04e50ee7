// Mending what the sender entrusted: e-mail, number or name once, the postal address until the letter is released.

import { AppError, countriesOf, EVERY_COUNTRY, type FieldError, type Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  type DeliveryView,
  type LetterTerms,
  mendPostalAddress,
  repairContact,
  type AddressMended,
  type SessionMember,
  showDelivery,
} from "@posthorn/usecases";
import { readForm, type WebContext } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { countriesIn } from "../register/countries.ts";
import { AddressForm, ContactForm, type MendFormProps } from "./mend-forms.tsx";
import { PricePage } from "./price-page.tsx";

const CONTACT_FIELDS = ["first_names", "name", "attention_of", "email", "mobile"] as const;
const ADDRESS_FIELDS = ["street", "number", "box", "postcode", "town", "country"] as const;

type Form = "repair" | "address";
type Typed = Readonly<Record<string, string>>;

export const mendRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  for (const form of ["repair", "address"] as const) {
    app.get(`/deliveries/:delivery/${form}`, async (c) => {
      const member = await sessions.require(c);
      const delivery = await showDelivery(ctx, member, c.req.param("delivery"));
      return show(c, member, form, delivery, { typed: standing(delivery, form), errors: [] });
    });

    app.post(`/deliveries/:delivery/${form}`, async (c) => {
      const member = await sessions.require(c);
      const deliveryId = c.req.param("delivery");
      const fields = await readForm(c);
      const typed = typedIn(fields, form);
      if (fields.has("edit")) return showAgain(c, member, form, deliveryId, { typed, errors: [] });
      try {
        const answer = await carryOut(form, member, deliveryId, typed, agreedIn(fields));
        if (answer.kind === "asks") return await showPrice(c, member, deliveryId, typed, answer.more);
        if (answer.kind === "repaired") return c.redirect(`/deliveries/${deliveryId}`, 303);
        return await showAgain(c, member, form, deliveryId, { typed, errors: [], refused: true });
      } catch (error) {
        const errors = mistakesIn(error);
        if (errors === null) throw error;
        const unchanged = error instanceof AppError && error.code === "nothing_to_repair";
        return showAgain(c, member, form, deliveryId, { typed, errors, unchanged });
      }
    });
  }

  function carryOut(
    form: Form,
    member: SessionMember,
    deliveryId: string,
    typed: Typed,
    agreed: number,
  ): Promise<AddressMended> {
    if (form === "repair") return repairContact(ctx, member, { deliveryId, contact: typed });
    return mendPostalAddress(ctx, member, { deliveryId, address: typed, agreed });
  }

  async function showPrice(
    c: WebContext,
    member: SessionMember,
    deliveryId: string,
    typed: Typed,
    more: number,
  ): Promise<Response> {
    const countries = countriesIn(c.get("language"));
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).track.address.price,
      current: "sent",
      body: (frame) => (
        <PricePage frame={frame} deliveryId={deliveryId} typed={typed} more={more} countries={countries} />
      ),
    });
  }

  async function showAgain(
    c: WebContext,
    member: SessionMember,
    form: Form,
    deliveryId: string,
    told: Told,
  ): Promise<Response> {
    return show(c, member, form, await showDelivery(ctx, member, deliveryId), told);
  }

  function show(
    c: WebContext,
    member: SessionMember,
    form: Form,
    delivery: DeliveryView,
    told: Told,
  ): Promise<Response> {
    const language = c.get("language");
    const possible = form === "repair" ? delivery.repairable.contact : delivery.repairable.address;
    const words = textsFor(language).track[form];
    const Page = form === "repair" ? ContactForm : AddressForm;
    const wrong = told.errors.length > 0 || told.unchanged === true;
    return renderPortal(c, ctx, member, {
      title: words.title,
      current: "sent",
      hasErrors: wrong,
      status: told.refused === true ? 409 : wrong ? 400 : 200,
      body: (frame) => (
        <Page
          frame={frame}
          delivery={delivery}
          values={told.typed}
          errors={told.errors}
          remark={remarkFor(language, form, possible && told.refused !== true, told.unchanged === true)}
          possible={possible}
          countries={servedCountries(language, ctx.settings.letters)}
        />
      ),
    });
  }
};

/** Those that letters go to, by name. */
function servedCountries(language: Language, letters: LetterTerms | null): MendFormProps["countries"] {
  const served = letters === null ? [] : countriesOf(letters.tariff);
  return countriesIn(language).filter(
    ({ value }) => served.includes(value) || served.includes(EVERY_COUNTRY),
  );
}

interface Told {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** The lifecycle said no. */
  readonly refused?: boolean;
  readonly unchanged?: boolean;
}

function remarkFor(
  language: Language,
  form: Form,
  possible: boolean,
  unchanged: boolean,
): MendFormProps["remark"] {
  const { track } = textsFor(language);
  if (!possible) return track[form].notPossible;
  return unchanged ? track.repair.nothingChanged : undefined;
}

/** What is to be mended in the form; null where it is no matter of what was typed. */
function mistakesIn(error: unknown): readonly FieldError[] | null {
  if (!(error instanceof AppError)) return null;
  // It is the country that costs more than the account has.
  if (error.code === "credits_missing")
    return error.fields.map((field) => ({
      ...field,
      path: "postal_address.country",
      code: "postage_missing",
    }));
  return error.kind === "bad_request" ? error.fields : null;
}

/** Credits more that the sender has agreed to: none where he was not asked. */
function agreedIn(fields: URLSearchParams): number {
  const agreed = Number(fields.get("agreed") ?? "0");
  return Number.isSafeInteger(agreed) ? agreed : 0;
}

/** A field that was not in the form stays as it is. */
function typedIn(fields: URLSearchParams, form: Form): Typed {
  const names = form === "repair" ? CONTACT_FIELDS : ADDRESS_FIELDS;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fields.get(form === "repair" ? name : `postal_address.${name}`);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function standing({ addressee }: DeliveryView, form: Form): Typed {
  if (addressee === null) return {};
  if (form === "address") return { ...addressee.postal_address };
  return {
    name: addressee.name,
    first_names: addressee.first_names ?? "",
    attention_of: addressee.attention_of ?? "",
    email: addressee.email,
    mobile: addressee.mobile ?? "",
  };
}
