// How accounts begin, as others may call it.

export { askRegistration } from "./ask-registration.ts";
export { finishRegistration } from "./finish-registration.ts";
export { keepApplication, renderOwnForm } from "./keep-application.ts";
export { addApplicationDocument, DOCUMENT_BYTES, removeApplicationDocument } from "./keep-document.ts";
export {
  DOCUMENT_KINDS,
  type OwnApplication,
  type OwnDocument,
  viewOwnApplication,
} from "./own-application.ts";
export { LEGAL_FORMS, parseApplication } from "./parse-application.ts";
export { parseRegistration, REGISTRATION_KINDS } from "./parse-registration.ts";
export type { AcceptedWords, ApprovalFormPort, DocumentPorts, RegistrationLimits } from "./ports.ts";
export { registerCompany } from "./register-company.ts";
export { type OpenRegistration, viewRegistration } from "./view-registration.ts";
export { submitApplication } from "./submit-application.ts";
