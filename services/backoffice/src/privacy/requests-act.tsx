// One act of the privacy desk on a request: its form, with what was typed and refused; the act that the request waits for stands out.

import { concernsSenders } from "@posthorn/domain";
import type { Markup } from "@posthorn/web";
import type { PropsWithChildren } from "hono/jsx";
import { ActForm } from "../frame/act-form.tsx";
import type { RequestCardProps } from "./requests-page.tsx";

interface ActProps {
  readonly act: string;
  readonly button: string;
  /** It destroys, or nobody can take it back. */
  readonly final?: boolean;
}

/** What the request waits for: one of its acts stands out. */
function nextAct({ detail, answer }: RequestCardProps): string {
  const { row, senders, files, knownAddresses } = detail;
  if (answer.found !== undefined) return "choose";
  if (row.state === "answered" || row.state === "waiting") return owesExport(detail) ? "export" : "carry-out";
  const untold = concernsSenders(row.kind) && senders.some(({ toldAt }) => toldAt === null);
  if (row.state === "open") return untold ? "senders" : "answer";
  if (files.some(({ kind }) => kind === "identity_document")) return "identity";
  return knownAddresses.length > 0 ? "send-code" : "ask-identity";
}

/** It is given to the person before it is booked as carried out. */
export function owesExport({ row, events }: RequestCardProps["detail"]): boolean {
  const exports = row.kind === "access" || row.kind === "portability";
  return exports && events.every(({ event }) => event !== "exported");
}

/** Keeps what refused the passkey to the act that it came with. */
export function Act(props: PropsWithChildren<RequestCardProps & ActProps>): Markup {
  const { frame, reader, detail, answer, act, button, children } = props;
  const next = act === nextAct(props) ? "primary" : "plain";
  return (
    <ActForm
      frame={frame}
      reader={reader}
      action={`/privacy/requests/${detail.row.id}/${act}`}
      button={button}
      kind={props.final === true ? "seal" : next}
      refusal={answer.act === act ? answer.refusal : undefined}
    >
      {children}
    </ActForm>
  );
}

export function typedOf({ answer }: RequestCardProps, act: string): URLSearchParams {
  return answer.act === act && answer.typed !== undefined ? answer.typed : new URLSearchParams();
}
