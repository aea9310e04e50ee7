// What an invited person sees at first contact (GDPR art. 14): who invites, what is held about him, from whom, for how long, his rights.

import { type FieldError, formatEnterpriseNumber, type Language } from "@posthorn/domain";
import { PASSWORD_SHORTEST } from "@posthorn/identity";
import { brusselsDate, dateInWords, fieldErrorText, type Texts, textsFor } from "@posthorn/texts";
import {
  type InvitationState,
  type InvitationView,
  type SessionMember,
  UNFINISHED_DAYS,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Checkbox,
  CsrfField,
  DefinitionList,
  Field,
  type Markup,
  Note,
  type PageFrame,
  PlainLayout,
} from "@posthorn/web";
import { PolicyLink } from "../register/policy-tick.tsx";
import type { ShownPolicy } from "../register/shown-policy.ts";

type Words = Texts["invitation"];

export interface InvitationPageProps {
  readonly frame: PageFrame;
  readonly view: InvitationView;
  /** The page's own path, with the token. */
  readonly path: string;
  readonly provider: string;
  readonly member: SessionMember | null;
  readonly typed: { readonly firstNames: string; readonly familyName: string };
  readonly errors: readonly FieldError[];
  /** What somebody new accepts. */
  readonly policies: readonly ShownPolicy[];
  /** The invited address has an account. */
  readonly addressKnown: boolean;
}

export function InvitationPage(props: InvitationPageProps): Markup {
  const { frame, view, member, path, addressKnown } = props;
  const { language } = frame;
  const { invitation: words } = textsFor(language);
  return (
    <PlainLayout
      frame={frame}
      title={words.title(view.company)}
      hasErrors={props.errors.length > 0 || addressKnown}
      islands={[]}
    >
      <div class="head">
        <div>
          <h1>{words.title(view.company)}</h1>
          <p class="muted">{words.lead(view.inviterName, view.company)}</p>
        </div>
      </div>
      <Invited language={language} words={words} view={view} />
      <Held language={language} words={words} view={view} provider={props.provider} />
      {member ? (
        <AsPerson frame={frame} words={words} view={view} path={path} member={member} />
      ) : (
        <>
          {addressKnown && (
            <Note tone="stop" role="alert">
              {words.anew.addressKnown}
            </Note>
          )}
          <Card id="known" title={words.signIn.title}>
            <p>{words.signIn.text}</p>
            <Button
              kind={addressKnown ? "primary" : "plain"}
              href={`/sign-in?next=${encodeURIComponent(path)}`}
            >
              {words.signIn.link}
            </Button>
          </Card>
          <NewPerson {...props} words={words} />
        </>
      )}
      <form method="post" action={`${path}/decline`}>
        <CsrfField token={frame.csrfToken} />
        <Card id="decline" title={words.decline.title}>
          <p id="decline-effect">{words.decline.text}</p>
          <Button describedBy="decline-effect">{words.decline.button}</Button>
        </Card>
      </form>
    </PlainLayout>
  );
}

interface Part {
  readonly language: Language;
  readonly words: Words;
  readonly view: InvitationView;
}

function Invited({ language, words, view }: Part): Markup {
  const { members } = textsFor(language);
  const lastDay = brusselsDate(view.expiresAt).subtract({ days: 1 });
  return (
    <Card id="invited">
      <DefinitionList
        facts={[
          { term: words.company, value: view.company },
          ...(view.enterpriseNumber === null
            ? []
            : [{ term: words.number, value: formatEnterpriseNumber(view.enterpriseNumber) }]),
          { term: words.role, value: `${members.roles[view.role]}: ${members.roleHints[view.role]}` },
          { term: words.invitedAs, value: view.email },
          { term: words.until, value: dateInWords(language, lastDay) },
        ]}
      />
    </Card>
  );
}

function Held({ language, words, view, provider }: Part & { readonly provider: string }): Markup {
  const { held, labels } = words;
  const role = textsFor(language).members.roles[view.role];
  const when = dateInWords(language, brusselsDate(view.invitedAt));
  return (
    <Card id="held" title={words.heldTitle}>
      <DefinitionList
        facts={[
          { term: labels.what, value: held.what(view.email, role) },
          { term: labels.from, value: held.from(view.inviterName, view.company, when) },
          { term: labels.why, value: held.why },
          { term: labels.who, value: held.who(provider) },
          { term: labels.howLong, value: held.howLong(UNFINISHED_DAYS) },
          { term: labels.rights, value: held.rights },
          { term: labels.complaint, value: held.complaint },
        ]}
      />
      <p class="muted">{held.address}</p>
    </Card>
  );
}

function AsPerson({
  frame,
  words,
  view,
  path,
  member,
}: Omit<Part, "language"> & {
  readonly frame: PageFrame;
  readonly path: string;
  readonly member: SessionMember;
}): Markup {
  const elsewhere = member.personEmail.toLowerCase() !== view.email.toLowerCase();
  return (
    <Card id="join" title={words.asPerson.title}>
      <p>{words.asPerson.as(member.personName, member.personEmail)}</p>
      {elsewhere && <Note tone="warn">{words.asPerson.otherAddress(view.email)}</Note>}
      <form method="post" action={`${path}/accept`}>
        <CsrfField token={frame.csrfToken} />
        <Button kind="primary">{words.asPerson.button}</Button>
      </form>
      <p class="muted">{words.asPerson.otherPerson}</p>
    </Card>
  );
}

function NewPerson({
  frame,
  words: { anew: words },
  view,
  path,
  typed,
  errors,
  policies,
}: InvitationPageProps & { readonly words: Words }): Markup {
  const { language } = frame;
  const wrong = (name: string) => {
    const error = errors.find((each) => each.path === name);
    return error && faultInWords(language, error);
  };
  return (
    <form method="post" action={`${path}/join`}>
      <CsrfField token={frame.csrfToken} />
      {/* For password managers: the address that will sign in. */}
      <input type="hidden" name="username" value={view.email} autocomplete="username" />
      <Card id="anew" title={words.title}>
        <p>{words.lead(view.email)}</p>
        <Field
          language={language}
          name="first_names"
          label={words.firstNames}
          autocomplete="given-name"
          value={typed.firstNames}
          error={wrong("first_names")}
        />
        <Field
          language={language}
          name="family_name"
          label={words.familyName}
          autocomplete="family-name"
          value={typed.familyName}
          error={wrong("family_name")}
        />
        <Field
          language={language}
          name="password"
          label={words.password}
          hint={textsFor(language).security.password.hint(PASSWORD_SHORTEST)}
          type="password"
          autocomplete="new-password"
          error={wrong("password")}
        />
        <Field
          language={language}
          name="again"
          label={words.again}
          type="password"
          autocomplete="new-password"
          error={wrong("again")}
        />
        <ul>
          {policies.map((policy) => (
            <li>
              <PolicyLink language={language} policy={policy} />
            </li>
          ))}
        </ul>
        <Checkbox language={language} name="accepted" label={words.accept} error={wrong("accepted")} />
        <Button kind="primary">{words.button}</Button>
      </Card>
    </form>
  );
}

function faultInWords(language: Language, error: FieldError): string {
  const { invitation, security } = textsFor(language);
  const { weak } = security.password;
  if (error.path === "accepted") return invitation.anew.acceptMissing;
  switch (error.code) {
    case "differs":
      return invitation.anew.differs;
    case "too_short":
      return weak.too_short(PASSWORD_SHORTEST);
    case "too_long":
      return error.path === "password" ? weak.too_long : fieldErrorText(language, error);
    case "too_common":
    case "contains_own_data":
    case "breached":
    case "too_simple":
      return weak[error.code];
    default:
      return fieldErrorText(language, error);
  }
}

/** Why a link opens nothing; `joined` for whoever has just accepted it. */
export function InvitationOver({
  frame,
  state,
  company,
}: {
  readonly frame: PageFrame;
  readonly state: Exclude<InvitationState, "open"> | "joined" | "unknown";
  readonly company: string;
}): Markup {
  const { language } = frame;
  const words = textsFor(language).invitation;
  const title = state === "joined" ? words.states.joined.title(company) : words.states[state].title;
  return (
    <PlainLayout frame={frame} title={title} islands={[]}>
      <div class="head">
        <div>
          <h1>{title}</h1>
        </div>
      </div>
      <Note tone={state === "joined" ? "ok" : "info"}>{words.states[state].text}</Note>
      <p>
        {state === "joined" ? (
          <Button kind="primary" href="/switch">
            {words.goOn}
          </Button>
        ) : (
          <Button href="/">{words.home}</Button>
        )}
      </p>
    </PlainLayout>
  );
}
