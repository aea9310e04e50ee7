// Requests about personal data: asking, deciding, answering, as others may call it.

export { askOwnRight, cancelOwnRequest } from "./ask-own.ts";
export { askRightPublicly, parsePublicRequest, RIGHTS_PROOFS, type RightsLimits } from "./ask-publicly.ts";
export { RIGHTS_WORDS_MAX } from "./ask-request.ts";
export { confirmRequestByIdentity } from "./confirm-by-identity.ts";
export {
  askNewCode,
  confirmRequest,
  type RequestCodeHash,
  viewConfirmed,
  viewRequestCode,
} from "./confirm-request.ts";
export {
  type AskedOfSender,
  type AskedOfSenderView,
  decideAsSender,
  listAskedOfSender,
  viewAskedOfSender,
} from "./decide-as-sender.ts";
export { cancelFollowedRequest, followRequest } from "./list-own-by-link.ts";
export { findOwnRequest, listOwnRequests, type OwnRequest } from "./list-own-requests.ts";
export { liftOwnRestriction } from "./restricted.ts";
export { ANSWER_WORDS_LONGEST, answerRequest, bookWithdrawal } from "./answer-request.ts";
export { bookInRequest, type TypedRequest } from "./book-in.ts";
export { carryOutRequest, NOTE_LONGEST } from "./carry-out.ts";
export { type ExportPaper, exportRequest } from "./export-request.ts";
export { extendRequest } from "./extend-request.ts";
export { chooseSubject } from "./choose-subject.ts";
export type { FoundDelivery } from "./describe-deliveries.ts";
export { findSubjects, type FoundPerson, type FoundSubjects, type SubjectTerms } from "./find-subject.ts";
export { removeSubject } from "./remove-subject.ts";
export { acceptAuthority, askForIdentity, judgeDocument } from "./identify-requester.ts";
export { DESK_FILE_KINDS, keepRequestFile, openRequestFile, REQUEST_FILE_BYTES } from "./keep-file.ts";
export { liftRestriction, tellRestrictionEnds } from "./lift-restriction.ts";
export {
  countOpenRequests,
  listRequests,
  REQUEST_VIEWS,
  type RequestCounts,
  type RequestLine,
  type RequestPage,
  type RequestView,
} from "./list-requests.ts";
export { openLetter } from "./open-letter.ts";
export { hasProvenAddress, nameOf as nameOfRequest } from "./owe-letter.ts";
export { type RequestFilePorts, requestFileContext } from "./ports.ts";
export { sendKnownCode } from "./send-known-code.ts";
export { tellSenders } from "./tell-senders.ts";
export { type RequestDetail, viewRequest } from "./view-request.ts";
