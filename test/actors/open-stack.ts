// A stack for one file of tests, in a folder of its own, with those who use it.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API_KEYS, createApiClient, openPostOffice, seededKey, startStack } from "@posthorn/testkit";
import type { ApiClient, PostOffice, Stack, StackOptions } from "@posthorn/testkit";

/** How many times a kill or race is tried: few in `npm test`, many in `npm run test:long`. */
export function rounds(few: number, many: number): number {
  return process.env["POSTHORN_LONG"] === "1" ? many : few;
}

export interface TestStack extends Stack {
  /** Of Immo Vandewalle bv. */
  readonly api: ApiClient;
  readonly post: PostOffice;
  /** What the services logged as errors, and which of them died. */
  readonly troubles: readonly string[];
}

export async function openStack(options: Partial<StackOptions> = {}): Promise<TestStack> {
  const troubles: string[] = [];
  const stack = await startStack({
    directory: mkdtempSync(join(tmpdir(), "posthorn-test-")),
    temporary: true,
    log: (line) => void troubles.push(line),
    ...options,
  });
  const { addresses } = stack;
  return {
    ...stack,
    api: createApiClient(addresses.services.api, seededKey(API_KEYS.first).secret),
    post: openPostOffice(addresses),
    troubles,
  };
}
