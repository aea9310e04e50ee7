// Plays every ending that a delivery has today on one stack, and keeps what the service gives out about each.

import { readFile } from "node:fs/promises";
import { type ApiEvidence, playAddressee, sampleLetter } from "@posthorn/testkit";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

export interface Given {
  /** What it is, for whoever reads a failure. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Lives {
  readonly evidence: readonly (Given & { readonly type: string })[];
  readonly proofs: readonly Given[];
  readonly rootPem: string;
  readonly tsaRootPem: string;
}

const LANGUAGES = ["nl", "fr", "de", "en"] as const;

/** The kinds of proof that each ending leaves. */
const PROOFS = {
  collected: ["proof_of_submission", "proof_of_notification", "proof_of_collection"],
  refused: ["proof_of_refusal"],
  expired: ["proof_of_expiry"],
  unreachable: ["proof_of_non_notification"],
} as const;

type Ending = keyof typeof PROOFS;

/** Moves the stack's clock by 16 days. */
export async function playLives(stack: TestStack): Promise<Lives> {
  const sent = await sendAll(stack);
  const collecting = playAddressee({ post: stack.post, ...sent.collected });
  await collecting.download(await collecting.accept(await collecting.identify()));
  const refusing = playAddressee({ post: stack.post, ...sent.refused });
  await refusing.refuse(await refusing.identify());
  await stack.api.inState(sent.expired.id, "notified");
  await stack.advance("P16D");

  const evidence: (Given & { type: string })[] = [];
  const proofs: Given[] = [];
  for (const [ending, kinds] of Object.entries(PROOFS) as [Ending, readonly string[]][]) {
    const { id } = sent[ending];
    await stack.api.inState(id, ending);
    for (const kind of kinds) {
      for (const language of LANGUAGES) {
        proofs.push({
          name: `${kind} in ${language}`,
          bytes: await stack.api.sealed(`/deliveries/${id}/proofs/${kind}?language=${language}`),
        });
      }
    }
    // Behind the proofs: by then each is archived.
    for (const { id: record, type, seq } of await sealedEvidence(stack, id)) {
      evidence.push({
        name: `${ending} ${seq} ${type}`,
        type,
        bytes: await stack.api.sealed(`/evidence/${record}`),
      });
    }
  }
  const whole = await stack.api.sealed(`/messages/${sent.collected.message}/proofs/submission?language=nl`);
  proofs.push({ name: "proof of submission of a message", bytes: whole });
  const { rootPemPath, tsaRootPemPath } = stack.standIns.pki;
  return {
    evidence,
    proofs,
    rootPem: await readFile(rootPemPath, "utf8"),
    tsaRootPem: await readFile(tsaRootPemPath, "utf8"),
  };
}

interface Sent {
  readonly id: string;
  readonly message: string;
  readonly email: string;
  readonly mobile: string;
}

async function sendAll(stack: TestStack): Promise<Readonly<Record<Ending, Sent>>> {
  const letter = await sampleLetter("Formal notice", ["To be paid within eight days."], stack.clock.now());
  const attachments = [{ name: "naïve – Ł ő ș.pdf", type: "application/pdf", bytes: letter }];
  async function send(email?: string): Promise<Sent> {
    const addressee = newAddressee({
      name: "Łukaszewicz & Győző 🏠",
      ...(email === undefined ? {} : { email }),
    });
    const accepted = await stack.api.submit(newMessage([addressee]), { attachments });
    return {
      id: accepted.deliveries[0]?.id ?? "",
      message: accepted.id,
      email: addressee.email,
      mobile: addressee.mobile,
    };
  }
  return {
    collected: await send(),
    refused: await send(),
    expired: await send(),
    unreachable: await send("bounce-now@post.example"),
  };
}

/** Records that are no event of the standard have no XML and never will. */
async function sealedEvidence(stack: TestStack, id: string): Promise<readonly ApiEvidence[]> {
  const all = await stack.api.evidence(id);
  return all.filter((each) => each.sealed);
}
