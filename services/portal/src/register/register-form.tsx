// The form of registering: who somebody is, where he lives if he registers himself, and what he agrees to.

import { type FieldError, type Language, LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { REGISTRATION_KINDS } from "@posthorn/usecases";
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
import { countriesIn } from "./countries.ts";
import { PolicyTick } from "./policy-tick.tsx";
import { showPolicy, type ShownPolicy, wordsShown } from "./shown-policy.ts";

export type RegisterKind = (typeof REGISTRATION_KINDS)[number];
/** By policy. */
export type Ticked = Readonly<Record<string, boolean>>;

export function policiesFor(
  deps: { readonly verifyUrl: string },
  kind: RegisterKind,
  language: Language,
): readonly ShownPolicy[] {
  const names = ["terms", "privacy", "electronic-delivery"] as const;
  // Whether a company's people receive something is no matter of theirs alone.
  return names
    .filter((name) => kind === "private" || name !== "electronic-delivery")
    .map((name) => showPolicy(deps, name, language));
}

export function tickName(policy: string): string {
  return `accept_${policy.replaceAll("-", "_")}`;
}

interface RegisterFormProps {
  readonly frame: PageFrame;
  readonly kind: RegisterKind;
  readonly policies: readonly ShownPolicy[];
  readonly typed: Readonly<Record<string, string>>;
  readonly ticked: Ticked;
  readonly errors: readonly FieldError[];
  readonly failure?: string;
}

export function RegisterForm(props: RegisterFormProps): Markup {
  const { frame, kind, policies, typed, errors, failure } = props;
  const { language } = frame;
  const { common, registration: words } = textsFor(language);
  const at = fieldsOf(language, typed, errors);
  return (
    <>
      <PageHead language={language} title={words.title} lead={words.lead} />
      <ErrorSummary language={language} errors={errors} labelOf={(path) => labelOf(language, path)} />
      {failure !== undefined && (
        <Note tone="stop" role="alert">
          {failure}
        </Note>
      )}
      <form method="post" action="/register" class="stack">
        <CsrfField token={frame.csrfToken} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="words" value={wordsShown(policies)} />
        <p>
          <b>{words.kinds[kind]}</b> <a href="/register">{words.change}</a>
        </p>
        <Card id="you" title={words.you}>
          <div class="fields">
            <Field
              {...at("first_names")}
              label={words.firstNames}
              hint={words.nameHint}
              autocomplete="given-name"
            />
            <Field {...at("family_name")} label={words.familyName} autocomplete="family-name" />
            <Field
              {...at("email")}
              label={words.email}
              hint={words.emailHint}
              type="email"
              inputMode="email"
              autocomplete="email"
            />
            <Field
              {...at("language")}
              type="select"
              label={words.language}
              value={typed["language"] ?? language}
              options={LANGUAGES.map((value) => ({ value, label: common.languageNames[value] }))}
            />
          </div>
        </Card>
        {kind === "private" ? <AddressCard {...props} /> : <p class="muted">{words.noAddress}</p>}
        <AgreeCard {...props} />
        <div class="row">
          <Button kind="primary">{words.submit}</Button>
        </div>
      </form>
      <p class="muted">
        {words.haveAccount} <a href="/sign-in">{words.signIn}</a>
      </p>
    </>
  );
}

function AddressCard({ frame, typed, errors }: RegisterFormProps): Markup {
  const { language } = frame;
  const words = textsFor(language).registration;
  const at = fieldsOf(language, typed, errors);
  return (
    <Card id="address" title={words.address}>
      <p class="muted">{words.addressHint}</p>
      <div class="fields">
        <Field {...at("street")} label={words.street} />
        <div class="fields pair">
          <Field {...at("number")} label={words.number} />
          <Field {...at("box")} label={words.box} optional />
        </div>
        <Field {...at("postcode")} label={words.postcode} autocomplete="postal-code" short />
        <Field {...at("town")} label={words.town} autocomplete="address-level2" />
        <Field
          {...at("country")}
          type="select"
          label={words.country}
          autocomplete="country"
          value={typed["country"] ?? "BE"}
          options={countriesIn(language)}
        />
      </div>
    </Card>
  );
}

function AgreeCard({ frame, policies, ticked, errors }: RegisterFormProps): Markup {
  const { language } = frame;
  const words = textsFor(language).registration;
  const labels: Readonly<Record<string, string>> = {
    terms: words.terms,
    privacy: words.privacy,
    "electronic-delivery": words.electronic,
  };
  return (
    <Card id="agree" title={words.agree}>
      {policies.map((policy) => (
        <PolicyTick
          language={language}
          name={tickName(policy.policy)}
          label={labels[policy.policy] ?? policy.name}
          {...(policy.policy === "electronic-delivery" ? { hint: words.electronicHint } : {})}
          policy={policy}
          checked={ticked[policy.policy] === true}
          error={errorAt(language, errors, tickName(policy.policy))}
        />
      ))}
    </Card>
  );
}

function fieldsOf(
  language: Language,
  typed: Readonly<Record<string, string>>,
  errors: readonly FieldError[],
) {
  return (name: string) => ({
    language,
    name,
    value: typed[name] ?? "",
    error: errorAt(language, errors, name),
  });
}

function labelOf(language: Language, path: string): string | undefined {
  const { policies, registration: words } = textsFor(language);
  const labels: Readonly<Record<string, string>> = {
    first_names: words.firstNames,
    family_name: words.familyName,
    email: words.email,
    language: words.language,
    street: words.street,
    number: words.number,
    box: words.box,
    postcode: words.postcode,
    town: words.town,
    country: words.country,
    accept_terms: policies.terms.name,
    accept_privacy: policies.privacy.name,
  };
  return labels[path];
}
