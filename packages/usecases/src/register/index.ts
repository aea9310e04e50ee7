// The registers of the privacy desk, as others may call them.

export { checkRecords, type RecordCheck } from "./check-records.ts";
export { closeDisclosure, enterDisclosure, noteDisclosureTold } from "./enter-disclosure.ts";
export { endSubprocessor, enterSubprocessor } from "./enter-subprocessor.ts";
export { findAccounts, type FoundAccount } from "./find-accounts.ts";
export {
  type ConsentRegisterPage,
  exportConsentRegister,
  listConsentRegister,
  type RegisterConsent,
} from "./list-consent-register.ts";
export {
  type DisclosureLine,
  exportDisclosures,
  listDisclosures,
  viewDisclosure,
} from "./list-disclosures.ts";
export {
  type DeskSubprocessor,
  listSubprocessors,
  type SubprocessorLine,
  viewSubprocessor,
  viewSubprocessors,
} from "./list-subprocessors.ts";
export { changeBreach, openBreach } from "./open-breach.ts";
export { sendCirculars } from "./send-circulars.ts";
export { closeBreach, releaseBreach, settleDuty } from "./settle-duty.ts";
export { tellOfficers } from "./tell-officers.ts";
export { type BreachLine, type BreachView, type DutyLine, listBreaches, viewBreach } from "./view-breach.ts";
export { readAccountAgreement } from "./read-agreement.ts";
export { readPackOf } from "./read-pack.ts";
