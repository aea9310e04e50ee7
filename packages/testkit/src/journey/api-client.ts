// Speaks to the REST API as an integrator's program does.

import { isEventName } from "@posthorn/domain";
import { openLocal } from "../stack/local-client.ts";
import { waitFor } from "./wait-for.ts";

export interface ApiAddressee {
  readonly email: string;
  readonly mobile?: string;
  readonly name: string;
  readonly first_names?: string;
  readonly language: "nl" | "fr" | "de" | "en";
  readonly postal_address?: Readonly<Record<string, string>>;
  readonly addressee_consent?: Readonly<Record<string, string>>;
}

export interface ApiMessage {
  readonly subject: string;
  readonly body: string;
  readonly required_identification?: "codes" | "eid_or_itsme";
  readonly collection_days?: number;
  readonly reminders?: boolean;
  readonly postal_fallback?: boolean;
  readonly addressees: readonly ApiAddressee[];
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface AcceptedByApi {
  readonly id: string;
  readonly accepted_at: string;
  readonly deliveries: readonly ApiDelivery[];
}

export interface ApiDelivery {
  readonly id: string;
  readonly state: string;
  readonly collect_until: string | null;
  readonly final_by: string;
}

export interface ApiClient {
  /** The answer as it came. */
  send(message: ApiMessage, options?: SendOptions): Promise<Response>;
  /** Throws where it is not accepted. */
  submit(message: ApiMessage, options?: SendOptions): Promise<AcceptedByApi>;
  get(path: string): Promise<Response>;
  delivery(id: string): Promise<ApiDelivery & Readonly<Record<string, unknown>>>;
  /** As soon as the delivery is in that state. */
  inState(id: string, state: string, withinMs?: number): Promise<ApiDelivery>;
  /** Asks as long as the answer is 202 or 409 with Retry-After: made or sealed a moment later. */
  sealed(path: string, withinMs?: number): Promise<Uint8Array>;
  /** The list of a delivery's evidence, when all of it is sealed and these events are among it. */
  evidence(id: string, including?: readonly string[]): Promise<readonly ApiEvidence[]>;
}

export interface ApiEvidence {
  readonly id: string;
  readonly type: string;
  readonly seq: number;
  readonly sealed: boolean;
}

export interface SendOptions {
  readonly attachments?: readonly Attachment[];
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** `address` without a slash at the end and without `/v1`. */
export function createApiClient(address: string, key: string): ApiClient {
  const authorization = `Bearer ${key}`;

  function send(
    message: ApiMessage,
    { attachments = [], idempotencyKey, signal }: SendOptions = {},
  ): Promise<Response> {
    const body = new FormData();
    body.append("message", new Blob([JSON.stringify(message)], { type: "application/json" }));
    for (const { name, type, bytes } of attachments)
      body.append("attachment", new Blob([Uint8Array.from(bytes)], { type }), name);
    const headers = {
      authorization,
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    };
    return openLocal(`${address}/v1/messages`, {
      method: "POST",
      headers,
      body,
      ...(signal === undefined ? {} : { signal }),
    });
  }

  const get = (path: string) => openLocal(`${address}/v1${path}`, { headers: { authorization } });

  async function read<T>(path: string): Promise<T> {
    const answer = await get(path);
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  const delivery: ApiClient["delivery"] = (id) => read(`/deliveries/${id}`);

  return {
    send,
    get,
    delivery,
    async submit(message, options) {
      const answer = await send(message, options);
      if (answer.status !== 201) throw new Error(`The API answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as AcceptedByApi;
    },
    inState: (id, state, withinMs) =>
      waitFor(
        `${id} to be ${state}`,
        async () => {
          const found = await delivery(id);
          return found.state === state ? found : undefined;
        },
        withinMs,
      ),
    sealed: (path, withinMs) =>
      waitFor(
        `the seal of ${path}`,
        async () => {
          const answer = await get(path);
          if (answer.status === 200) return new Uint8Array(await answer.arrayBuffer());
          const text = await answer.text();
          if ([202, 409].includes(answer.status) && answer.headers.has("retry-after")) return undefined;
          throw new Error(`GET ${path} answered ${answer.status}: ${text}`);
        },
        withinMs,
      ),
    evidence: (id, including = []) =>
      waitFor(`the seals of ${id}`, async () => {
        const list = listOf(await read<unknown>(`/deliveries/${id}/evidence`));
        const types = new Set(list.map((each) => each.type));
        if (types.size === 0 || including.some((type) => !types.has(type))) return undefined;
        // Records of ours that are no event of the standard stand in the chain, without XML.
        return list.every((each) => each.sealed || !isEventName(each.type)) ? list : undefined;
      }),
  };
}

function listOf(answer: unknown): readonly ApiEvidence[] {
  if (Array.isArray(answer)) return answer as ApiEvidence[];
  return (answer as { evidence?: ApiEvidence[] }).evidence ?? [];
}
