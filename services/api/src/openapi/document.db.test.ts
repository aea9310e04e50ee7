import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiBench, createApiBench } from "../api.test-support.ts";

interface Operation {
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const SCOPE = /^(?:messages:send|messages:read|evidence:read)$/;

let bench: ApiBench;
let document: Document;
beforeAll(async () => {
  bench = await createApiBench();
  document = (await (await bench.app.request("/openapi.json")).json()) as Document;
});
afterAll(() => bench.close());

test("the committed document is the one the routes give; `vitest run -u` writes it anew", async () => {
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot("../../openapi.json");
});

test("every route below /v1 is described, with its key, its name and its problems", () => {
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  const answering = bench.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/v1/") && !path.includes("*"))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(new Set(described.map(({ name }) => name))).toEqual(new Set(answering));
  for (const { name, operation } of described) {
    expect(operation.operationId, name).toBeTruthy();
    expect(operation.security, name).toEqual([{ apiKey: [expect.stringMatching(SCOPE)] }]);
    for (const status of ["401", "403", "429", "503"]) {
      expect(operation.responses[status]?.content, `${name} ${status}`).toHaveProperty([
        "application/problem+json",
      ]);
    }
  }
});
