// The settings of the account, each part with a form of its own: who it is, what messages begin with, when it is named, its logo.

import { AppError } from "@posthorn/domain";
import { type Texts, textsFor } from "@posthorn/texts";
import {
  changeLogo,
  changeSettings,
  fetchOwnLogo,
  removeLogo,
  type SessionMember,
  SETTINGS_PARTS,
  type SettingsAct,
  viewSettings,
} from "@posthorn/usecases";
import { ErrorSummary, formParts, Note, PageHead, readForm, type WebContext } from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import { fieldLabel } from "../compose/form-words.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { AccountForm } from "./account-form.tsx";
import { DefaultsForm } from "./defaults-form.tsx";
import { LogoCard } from "./logo-card.tsx";
import { LOGO_PATH, SETTINGS_PATH } from "./paths.ts";
import { SenderForm } from "./sender-form.tsx";
import type { Told } from "./told.ts";

/** A little more than the largest logo: what is larger is refused by its own words, not as a broken form. */
const LOGO_FORM_BYTES = 4 * 1024 * 1024;

export const settingsRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get(SETTINGS_PATH, async (c) => show(c, await sessions.require(c), { typed: {}, errors: [] }));

  for (const part of SETTINGS_PARTS) {
    app.post(`${SETTINGS_PATH}/${part}`, async (c) => {
      const member = await sessions.require(c);
      const form = await readForm(c);
      // The last value of a repeated name counts: a box to tick stands behind its hidden "no".
      const typed = Object.fromEntries(form);
      return orShow(c, member, typed, async () => {
        const raw = part === "account" ? unprefixed(typed) : typed;
        await changeSettings(ctx, part, raw, actOf(c, member));
        return c.redirect(`${SETTINGS_PATH}?done=saved#${part}`, 303);
      });
    });
  }

  app.get(`${LOGO_PATH}/:digest`, async (c) => {
    const member = await sessions.require(c);
    const { bytes, sha256 } = await fetchOwnLogo(ctx, member.accountId);
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "image/png",
      "Cache-Control": c.req.param("digest") === sha256 ? "private, max-age=31536000, immutable" : "no-store",
    });
  });

  app.post(LOGO_PATH, async (c) => {
    const member = await sessions.require(c);
    return orShow(c, member, {}, async () => {
      await changeLogo(ctx, deps.logos, await readPicture(c), actOf(c, member));
      return c.redirect(`${SETTINGS_PATH}?done=saved#logo`, 303);
    });
  });

  app.post(`${LOGO_PATH}/remove`, async (c) => {
    const member = await sessions.require(c);
    await removeLogo(ctx, actOf(c, member));
    return c.redirect(`${SETTINGS_PATH}?done=logoRemoved#logo`, 303);
  });

  function actOf(c: WebContext, holder: SessionMember): SettingsAct {
    return { holder, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  async function orShow(
    c: WebContext,
    member: SessionMember,
    typed: Told["typed"],
    act: () => Promise<Response>,
  ): Promise<Response> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.kind === "too_large")
        return show(c, member, { typed, errors: [{ path: "logo", code: "logo_too_large" }] });
      if (error.code !== "settings_invalid") throw error;
      return show(c, member, { typed, errors: error.fields });
    }
  }

  async function show(c: WebContext, member: SessionMember, told: Told): Promise<Response> {
    const settings = await viewSettings(ctx, member);
    const words = textsFor(c.get("language")).accountSettings;
    const done = doneInWords(words, c.req.query("done"));
    const wrong = told.errors.length > 0;
    return renderAccountPage(c, ctx, member, {
      title: words.title,
      section: "settings",
      hasErrors: wrong,
      status: wrong ? 400 : 200,
      body(frame) {
        const { language } = frame;
        const form = { frame, settings, told };
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            {done !== undefined && (
              <Note tone="ok" role="status">
                {done}
              </Note>
            )}
            <ErrorSummary
              language={language}
              errors={told.errors}
              labelOf={(path) => labelOf(language, path)}
            />
            <AccountForm {...form} />
            <DefaultsForm
              {...form}
              identifications={ctx.settings.identifications}
              letters={ctx.settings.letters !== null}
              trustStatus={ctx.settings.trustStatus}
            />
            <SenderForm {...form} />
            <LogoCard {...form} />
          </>
        );
      },
    });
  }
};

function doneInWords(words: Texts["accountSettings"], done: string | undefined): string | undefined {
  return done === "saved" || done === "logoRemoved" ? words[done] : undefined;
}

/** `postal_address.street` as the form names it, `street` as the verb reads it. */
function unprefixed(typed: Told["typed"]): Told["typed"] {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name.replace(/^postal_address\./, ""), value]),
  );
}

function labelOf(language: Parameters<typeof fieldLabel>[0], path: string): string | undefined {
  const words = textsFor(language).accountSettings;
  const own: Readonly<Record<string, string>> = {
    language: words.language,
    email: words.email,
    sender_shown: words.senderLegend,
    logo: words.logoFile,
    "postal_address.country": words.country,
  };
  return own[path] ?? fieldLabel(language, path) ?? fieldLabel(language, `addressees.0.${path}`);
}

/** The bytes of the one picture; empty where none was chosen. Bounded well above what is taken, so the reason can be said. */
async function readPicture(c: WebContext): Promise<Uint8Array> {
  let picture: Uint8Array = new Uint8Array();
  const limits = { files: 1, fileBytes: LOGO_FORM_BYTES, totalBytes: LOGO_FORM_BYTES + 65_536 };
  for await (const part of formParts(c, limits)) {
    if (part.kind !== "file" || part.filename === "") continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.body) chunks.push(chunk);
    picture = Buffer.concat(chunks);
  }
  return picture;
}
