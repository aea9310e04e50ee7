// What every part of the demonstration is given, and what each leaves behind.

import {
  API_KEYS,
  type ApiClient,
  createApiClient,
  openLocal,
  openPostOffice,
  type PostOffice,
  seededKey,
  type Stack,
} from "@posthorn/testkit";

export interface PlayedStack {
  readonly stack: Stack;
  /** Of Immo Vandewalle bv. */
  readonly api: ApiClient;
  readonly post: PostOffice;
}

export interface Part {
  /** What to leave behind, by path. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** What tells of the addressee or of what was sent to him, to be looked for when all has fallen. */
  readonly words: readonly string[];
}

export function playOn(stack: Stack): PlayedStack {
  return {
    stack,
    api: createApiClient(stack.addresses.services.api, seededKey(API_KEYS.first).secret),
    post: openPostOffice(stack.addresses),
  };
}

/** Every mail and text message of the stack, oldest first. */
export async function keepPost({ stack, post }: PlayedStack): Promise<Part["files"]> {
  const { mailbox, phone } = stack.addresses;
  const files = new Map<string, Uint8Array | string>();
  for (const { id } of await list<{ id: string }>(`${mailbox}/api/messages`))
    files.set(`mails/${id}.eml`, await post.rawMail(id));
  files.set("sms.json", json(await list(`${phone}/api/messages`)));
  return files;
}

async function list<T>(address: string): Promise<readonly T[]> {
  return ((await (await openLocal(address)).json()) as T[]).toReversed();
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
