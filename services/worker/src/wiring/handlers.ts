// Which verb acts on which job; a job is a hint, the verbs read again and decide.

import type { TimerKind } from "@posthorn/domain";
import type { JobHandlers } from "@posthorn/jobs";
import {
  type ArrivalPorts,
  attemptNotice,
  bookConsignment,
  carryOutPostalAct,
  type CodePorts,
  type ContentPresence,
  type Context,
  type ErrandPorts,
  type NoticePorts,
  type PersonErrandPorts,
  type PostPorts,
  pollCarrier,
  pushBatch,
  type PushPorts,
  readArrival,
  releaseBatch,
  restPoll,
  runErrand,
  runPersonErrand,
  runTimer,
  sendCodes,
  sendNotice,
} from "@posthorn/usecases";

export interface WorkerPorts {
  readonly notices: NoticePorts;
  readonly codes: CodePorts;
  readonly content: ContentPresence;
  readonly arrivals: ArrivalPorts;
  readonly errands: ErrandPorts;
  readonly personErrands: PersonErrandPorts;
  readonly post: PostPorts;
}

/** `partners`: null where no printer has files brought to it. */
export function handlersFor(
  ctx: Context,
  ports: WorkerPorts,
  partners: PushPorts | null = null,
): JobHandlers {
  return {
    async "send-notice"({ deliveryId }) {
      await sendNotice(ctx, ports.notices, { deliveryId, kind: "window", ordinal: 0 });
    },
    async "attempt-notice"({ noticeId }) {
      await attemptNotice(ctx, ports.notices, noticeId);
    },
    async "send-codes"({ challengeId }) {
      await sendCodes(ctx, ports.codes, challengeId);
    },
    async "book-consignment"({ deliveryId }) {
      await bookConsignment(ctx, ports.content, deliveryId);
    },
    async "read-arrival"({ arrivalId }) {
      await readArrival(ctx, ports.arrivals, arrivalId);
    },
    async "run-errand"({ errandId }) {
      await runErrand(ctx, ports.errands, errandId);
    },
    async "run-person-errand"({ errandId }) {
      await runPersonErrand(ctx, ports.personErrands, errandId);
    },
    async "release-batch"({ batchId }) {
      await releaseBatch(ctx, ports.post, batchId);
    },
    async "carry-out-postal-act"({ actId }) {
      await carryOutPostalAct(ctx, ports.post, actId);
    },
    async "poll-carrier"({ jobId }) {
      if (ports.post.carrier) await pollCarrier(ctx, ports.post.carrier, jobId);
      else await restPoll(ctx, jobId);
    },
    async "push-batch"({ batchId }) {
      await pushBatch(ctx, partners, batchId);
    },
    async "run-timer"({ deliveryId, kind }) {
      await runTimer(ctx, { deliveryId, kind: kind as TimerKind });
    },
  };
}
