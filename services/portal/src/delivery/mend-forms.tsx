// The two forms by which an addressee's data is mended, each with what follows from it.

import type { FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { DeliveryView } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
} from "@posthorn/web";
import type { Child } from "hono/jsx";
import { addresseeField } from "../compose/form-words.ts";
import { nameAddressee } from "./name-addressee.ts";

export interface MendFormProps {
  readonly frame: PageFrame;
  readonly delivery: DeliveryView;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly remark: string | undefined;
  readonly possible: boolean;
  /** That letters go to; ISO 3166-1 alpha-2 with its name. */
  readonly countries: readonly { readonly value: string; readonly label: string }[];
}

export function ContactForm(props: MendFormProps): Markup {
  const { frame, delivery, values, errors } = props;
  const { language } = frame;
  const { compose, track } = textsFor(language);
  const words = track.repair;
  const { addressee } = delivery;
  const who = nameAddressee(language, addressee);
  const at = (name: string) => ({
    language,
    name,
    value: values[name] ?? "",
    error: errorAt(language, errors, name),
    autocomplete: "off",
  });
  return (
    <MendPage {...props} title={words.title} lead={words.lead(who)} action="repair" button={words.button}>
      <ul id="effects">
        {words.effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <div class="fields">
        {addressee?.kind === "person" && <Field {...at("first_names")} label={compose.firstNames} />}
        <Field {...at("name")} label={compose.name} />
        {addressee?.kind === "organisation" && (
          <Field {...at("attention_of")} label={compose.attentionOf} optional />
        )}
        <Field {...at("email")} type="email" inputMode="email" label={compose.email} />
        <Field
          {...at("mobile")}
          type="tel"
          inputMode="tel"
          label={compose.mobile}
          hint={compose.mobileHint}
        />
      </div>
    </MendPage>
  );
}

export function AddressForm(props: MendFormProps): Markup {
  const { frame, delivery, values, errors, countries } = props;
  const { language } = frame;
  const { compose, track } = textsFor(language);
  const words = track.address;
  const problem = delivery.letter?.addressProblem ?? null;
  const at = (name: string) => ({
    language,
    name: `postal_address.${name}`,
    value: values[name] ?? "",
    error: errorAt(language, errors, `postal_address.${name}`),
    autocomplete: "off",
  });
  return (
    <MendPage {...props} title={words.title} lead={words.lead} action="address" button={words.button}>
      {problem !== null && <Note tone="warn">{track.letter.problems[problem]}</Note>}
      <div class="fields">
        <Field {...at("street")} label={compose.street} />
        <Field {...at("number")} label={compose.number} />
        <Field {...at("box")} label={compose.box} optional />
        <Field {...at("postcode")} label={compose.postcode} short />
        <Field {...at("town")} label={compose.town} />
        {countries.length > 1 && (
          <Field
            {...at("country")}
            type="select"
            label={words.country}
            value={values["country"] ?? "BE"}
            options={countries}
          />
        )}
      </div>
    </MendPage>
  );
}

interface MendPageProps extends MendFormProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly button: string;
  readonly children?: Child;
}

function MendPage({ frame, delivery, errors, remark, possible, ...page }: MendPageProps): Markup {
  const { language } = frame;
  const { portal, track } = textsFor(language);
  const back = `/deliveries/${delivery.id}`;
  return (
    <>
      <PageHead
        language={language}
        title={page.title}
        crumbs={[
          { label: portal.menu.sent, href: "/sent" },
          { label: track.proofWait.back, href: back },
        ]}
        lead={page.lead}
      />
      {remark !== undefined && (
        <Note tone="stop" role="alert">
          {remark}
        </Note>
      )}
      <ErrorSummary language={language} errors={errors} labelOf={(path) => addresseeField(language, path)} />
      {!possible && (
        <p>
          <Button href={back}>{track.proofWait.back}</Button>
        </p>
      )}
      {possible && (
        <form method="post" action={`${back}/${page.action}`} novalidate>
          <CsrfField token={frame.csrfToken} />
          <Card id="mend">
            {page.children}
            <div class="row">
              <Button kind="primary">{page.button}</Button>
              <Button href={back}>{textsFor(language).common.buttons.cancel}</Button>
            </div>
          </Card>
        </form>
      )}
    </>
  );
}
