// What a person sees at the stand-in itsme: who to be, what is asked, confirm or cancel. In English or Dutch.

import type { Context } from "hono";
import { page } from "../standin/page.tsx";
import { CITIZENS, citizenName } from "./citizens.ts";

const TEXTS = {
  en: {
    about: "stand-in for demonstrations: nobody is identified",
    title: "Who are you?",
    asks: (client: string) => `${client} asks:`,
    claims: {
      name: "name",
      birthdate: "date of birth",
      BENationalNumber: "national register number",
    },
    choose: "Test citizens",
    number: "register number",
    noNumber: "no register number",
    born: "born",
    confirm: "Confirm",
    cancel: "Cancel",
  },
  nl: {
    about: "plaatsvervanger voor demonstraties: niemand wordt geïdentificeerd",
    title: "Wie bent u?",
    asks: (client: string) => `${client} vraagt:`,
    claims: {
      name: "naam",
      birthdate: "geboortedatum",
      BENationalNumber: "rijksregisternummer",
    },
    choose: "Testburgers",
    number: "rijksregisternummer",
    noNumber: "geen rijksregisternummer",
    born: "geboren",
    confirm: "Bevestigen",
    cancel: "Annuleren",
  },
};

const STYLE = `fieldset { border:0; margin:0; padding:0; display:grid; gap:8px; min-width:0; } legend { font-weight:600; padding:0; margin-bottom:8px; }
label.card { display:flex; gap:12px; align-items:center; min-height:44px; cursor:pointer; } label.card:has(:focus-visible) { outline:3px solid var(--link); outline-offset:2px; }
label.card input { width:22px; height:22px; flex:none; accent-color:var(--link); } label.card span { display:block; }
.bar { position:sticky; bottom:0; background:var(--paper); padding:12px 0; border-top:1px solid var(--line); } .go { background:var(--ink); color:var(--paper); }`;

/** `asked` are names of claims as the request has them; `redirectsTo` are origins that the answer may lead to. */
export function citizenPage(
  c: Context,
  v: {
    readonly client: string;
    readonly language: string;
    readonly asked: readonly string[];
    readonly redirectsTo: readonly string[];
  },
): Response | Promise<Response> {
  const language = v.language.startsWith("nl") ? "nl" : "en";
  const t = TEXTS[language];
  const asked = Object.entries(t.claims).flatMap(([claim, words]) =>
    v.asked.some((name) => name === claim || name.endsWith(`/${claim}`)) ? [words] : [],
  );
  return page(c, {
    name: "itsme",
    about: t.about,
    title: t.title,
    language,
    style: STYLE,
    formsLeadTo: v.redirectsTo,
    body: (
      <>
        <h1>{t.title}</h1>
        <p>
          {t.asks(v.client)} {asked.join(", ")}.
        </p>
        <form method="post">
          <fieldset>
            <legend>{t.choose}</legend>
            {CITIZENS.map((citizen, index) => (
              <label class="card">
                <input type="radio" name="citizen" value={citizen.id} checked={index === 0} />
                <span>
                  <strong>{citizenName(citizen)}</strong>
                  <span class="small muted">
                    {t.born} {citizen.birthdate} ·{" "}
                    {"registerNumber" in citizen ? `${t.number} ${citizen.registerNumber}` : t.noNumber} ·{" "}
                    <span lang="en" style="display:inline">
                      {citizen.about}
                    </span>
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <div class="row bar">
            <button class="go" name="act" value="confirm">
              {t.confirm}
            </button>
            <button name="act" value="cancel">
              {t.cancel}
            </button>
          </div>
        </form>
      </>
    ),
  });
}

/** The stand-in's front page: who lives here, and how it is made to fail. */
export function frontPage(
  c: Context,
  v: { readonly mode: string; readonly modes: readonly string[]; readonly url: string },
): Response | Promise<Response> {
  return page(c, {
    name: "itsme",
    about: TEXTS.en.about,
    title: "Stand-in for itsme",
    body: (
      <>
        <div class="row">
          <h1>Stand-in for itsme</h1>
          <span class={v.mode === "ok" ? "pill ok" : "pill stop"}>mode: {v.mode}</span>
        </div>
        <p>
          Choose itsme at the portal or the collect site; you are sent here and may be any of these people.
        </p>
        <ul class="plain">
          {CITIZENS.map((citizen) => (
            <li class="card">
              <strong>{citizenName(citizen)}</strong> <span class="muted">{citizen.about}</span>
            </li>
          ))}
        </ul>
        <h2>Faults</h2>
        <pre>{`curl -d '{"mode":"down"}' ${v.url}/mode`}</pre>
        <p class="muted">Modes: {v.modes.join(", ")}.</p>
      </>
    ),
  });
}
