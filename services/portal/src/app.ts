// The portal: sender web pages. Every page but sign-in needs a session, and shows its own account's rows alone.

import { createWebApp, uiPage, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import { accessLogRoutes } from "./access-log/show-log.tsx";
import { apiKeyRoutes } from "./company/api-keys.tsx";
import { makeApiKeyRoutes } from "./company/make-api-key.tsx";
import { showApiKeyRoutes } from "./company/show-api-key.tsx";
import { closingRoutes } from "./closing/close-account.tsx";
import { restrictClosed } from "./closing/restrict-closed.ts";
import { composeRoutes, FORM_BYTES } from "./compose/compose.tsx";
import { draftRoutes } from "./compose/drafts.tsx";
import { editContactRoutes } from "./contacts/edit-contact.tsx";
import { consentRoutes } from "./contacts/keep-consent.tsx";
import { listConsentRoutes } from "./contacts/list-consents.tsx";
import { listContactRoutes } from "./contacts/list-contacts.tsx";
import { CONTACT_FILE_PATH, readFileRoutes } from "./contacts/read-file.tsx";
import { confirmRoutes } from "./confirm/confirm.tsx";
import { pickRoutes } from "./compose/pick-addressees.tsx";
import { previewRoutes } from "./compose/preview.tsx";
import { bundleRoutes } from "./delivery/fetch-bundle.tsx";
import { proofRoutes } from "./delivery/fetch-proof.tsx";
import { callOffRoutes } from "./delivery/call-off.tsx";
import { mendRoutes } from "./delivery/mend-addressee.tsx";
import { deliveryRoutes } from "./delivery/show-delivery.tsx";
import type { PortalDeps } from "./deps.ts";
import { beginRoutes } from "./identify/begin.ts";
import { cardRoutes } from "./identify/card.tsx";
import { changedNameRoutes } from "./identify/changed-name.tsx";
import { identifyRoutes } from "./identify/identify-page.tsx";
import { identityPageRoutes } from "./identify/identity-pages.tsx";
import { itsmeRoutes } from "./identify/itsme-callback.ts";
import { listInboxRoutes } from "./inbox/list-inbox.tsx";
import { inboxRoutes } from "./inbox/pages.ts";
import { invitationRoutes } from "./members/answer-invitation.tsx";
import { inviteRoutes } from "./members/invite-members.tsx";
import { listMembersRoutes } from "./members/list-members.tsx";
import { manageMemberRoutes } from "./members/manage-member.tsx";
import { teamRoutes } from "./members/teams.tsx";
import { messageRoutes } from "./message/show-message.tsx";
import { addPasskeyRoutes } from "./passkeys/add-passkey.tsx";
import { changePasskeyRoutes } from "./passkeys/change-passkey.tsx";
import { passkeyConfirmRoutes } from "./passkeys/confirm-with-passkey.tsx";
import { listPasskeysRoutes } from "./passkeys/list-passkeys.tsx";
import { agreementRoutes } from "./my-data/accept-policies.tsx";
import { askForAcceptance } from "./my-data/ask-for-acceptance.ts";
import { emailRoutes } from "./my-data/change-email.tsx";
import { useRoutes } from "./my-data/list-uses.tsx";
import { myDataRoutes } from "./my-data/show-my-data.tsx";
import { complianceRoutes } from "./my-data/compliance.tsx";
import { takeOutRoutes } from "./my-data/take-out.tsx";
import { askHoldRoutes } from "./hold/ask-hold.tsx";
import { keepContentRoutes } from "./hold/keep-content.tsx";
import { fallingRoutes } from "./hold/list-falling.tsx";
import { listHoldRoutes } from "./hold/list-holds.tsx";
import { passkeySignInRoutes } from "./passkeys/sign-in-with-passkey.tsx";
import { overviewRoutes } from "./overview/overview.tsx";
import { applicationRoutes } from "./register/application.tsx";
import { companyRoutes } from "./register/company.tsx";
import { cookieRoutes } from "./privacy/show-cookies.tsx";
import { noticeRoutes } from "./privacy/show-notice.tsx";
import { subprocessorRoutes } from "./privacy/show-subprocessors.tsx";
import { confirmRegistrationRoutes } from "./register/confirm.tsx";
import { documentRoutes } from "./register/documents.tsx";
import { DOCUMENTS_PATH } from "./register/paths.ts";
import { registerRoutes } from "./register/register.tsx";
import { askRequestRoutes } from "./rights/ask-request.tsx";
import { followRequestRoutes } from "./rights/follow-request.tsx";
import { ownRequestRoutes } from "./rights/own-requests.tsx";
import { publicCodeRoutes } from "./rights/public-code.tsx";
import { publicFormRoutes } from "./rights/public-form.tsx";
import { restrictPerson } from "./rights/restrict-person.ts";
import { senderRequestRoutes } from "./rights/sender-requests.tsx";
import { sentRoutes } from "./sent/list-sent.tsx";
import { askForMore } from "./security/ask-for-more.ts";
import { passwordRoutes } from "./security/password.tsx";
import { recoveryCodeRoutes } from "./security/recovery-codes.tsx";
import { appRoutes } from "./security/set-up-app.tsx";
import { LOGO_PATH } from "./settings/paths.ts";
import { settingsRoutes } from "./settings/show-settings.tsx";
import { securityRoutes } from "./security/show-security.tsx";
import { switchRoutes } from "./switch/switch-account.tsx";
import { createSessions } from "./session/sessions.ts";
import { secondFactorRoutes } from "./session/second-factor.tsx";
import { signInRoutes } from "./session/sign-in.tsx";

const SMALL_FORM_BYTES = 65_536;

export function createApp(deps: PortalDeps): Hono<WebEnv> {
  const sessions = createSessions(deps);
  const app = createWebApp({
    bodyBytes,
    readsMultipart: (path) => READS_MULTIPART.test(path),
    signInPath: "/sign-in",
    accountLanguage: (c) => sessions.languageOf(c),
    ...deps.site,
    service: "portal",
  });
  app.get("/healthz", (c) => {
    const { status, body } = deps.health.live();
    return c.json(body, status);
  });
  app.get("/readyz", async (c) => {
    const { status, body } = await deps.health.ready();
    return c.json(body, status);
  });
  if (deps.uiPage) app.route("/ui", uiPage());
  app.use(askForMore(deps, sessions));
  app.use(restrictClosed(sessions));
  app.use(restrictPerson(sessions));
  app.use(askForAcceptance(deps, sessions));
  for (const routes of [
    signInRoutes,
    noticeRoutes,
    subprocessorRoutes,
    cookieRoutes,
    registerRoutes,
    confirmRegistrationRoutes,
    companyRoutes,
    applicationRoutes,
    documentRoutes,
    secondFactorRoutes,
    confirmRoutes,
    securityRoutes,
    passwordRoutes,
    appRoutes,
    recoveryCodeRoutes,
    passkeySignInRoutes,
    passkeyConfirmRoutes,
    listPasskeysRoutes,
    addPasskeyRoutes,
    changePasskeyRoutes,
    beginRoutes,
    itsmeRoutes,
    cardRoutes,
    identifyRoutes,
    changedNameRoutes,
    identityPageRoutes,
    overviewRoutes,
    sentRoutes,
    listInboxRoutes,
    inboxRoutes,
    listContactRoutes,
    readFileRoutes,
    listConsentRoutes,
    consentRoutes,
    editContactRoutes,
    draftRoutes,
    composeRoutes,
    pickRoutes,
    previewRoutes,
    messageRoutes,
    deliveryRoutes,
    mendRoutes,
    callOffRoutes,
    proofRoutes,
    bundleRoutes,
    askHoldRoutes,
    listHoldRoutes,
    keepContentRoutes,
    fallingRoutes,
    closingRoutes,
    apiKeyRoutes,
    settingsRoutes,
    accessLogRoutes,
    listMembersRoutes,
    inviteRoutes,
    manageMemberRoutes,
    invitationRoutes,
    teamRoutes,
    makeApiKeyRoutes,
    showApiKeyRoutes,
    switchRoutes,
    myDataRoutes,
    emailRoutes,
    useRoutes,
    takeOutRoutes,
    complianceRoutes,
    agreementRoutes,
    askRequestRoutes,
    ownRequestRoutes,
    publicFormRoutes,
    publicCodeRoutes,
    followRequestRoutes,
    senderRequestRoutes,
  ]) {
    routes(app, deps, sessions);
  }
  return app;
}

/** The compose form brings files where there is no JavaScript; its button that removes one posts the same form. */
const READS_MULTIPART =
  /^\/(?:compose\/[^/]+(?:\/uploads\/[^/]+\/remove|\/addressees)?|contacts\/import|company\/application\/documents|account\/settings\/logo)$/;

/** Files are bounded as they stream; forms are read whole, so they are bounded here. */
function bodyBytes(_method: string, path: string, contentType: string): number {
  if (path.startsWith("/ui/")) return FORM_BYTES;
  if (
    !path.startsWith("/compose/") &&
    path !== DOCUMENTS_PATH &&
    path !== CONTACT_FILE_PATH &&
    path !== LOGO_PATH
  )
    return SMALL_FORM_BYTES;
  return /^application\/x-www-form-urlencoded\b/i.test(contentType) ? FORM_BYTES : Number.POSITIVE_INFINITY;
}
