import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { toPem } from "../certificate/pem.ts";
import { issueDevelopmentPki } from "../development/issue-pki.ts";
import { PkiError } from "../error.ts";
import { answerTimestampRequest, rejectTimestampRequest, type TimestampAuthority } from "./answer.ts";
import { createTimestampClient, type TimestampResponder } from "./client.ts";
import { buildTimestampRequest, encodeTimestampRequest, readTimestampRequest } from "./request.ts";
import { verifyTimestampToken, type VerifiedTimestamp } from "./verify.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:02:14.120Z");
const POLICY = "1.3.6.1.4.1.99999.1";
const pki = issueDevelopmentPki({ now: NOW });
const stranger = issueDevelopmentPki({ now: NOW });
const roots = [pki.tsaRoot.key.certificate];
const authority: TimestampAuthority = {
  key: pki.tsa.key,
  now: NOW,
  policy: POLICY,
  serial: Uint8Array.of(0x8f, 1, 2),
};
const digest = new Uint8Array(createHash("sha256").update("a record").digest());
const other = new Uint8Array(createHash("sha256").update("another record").digest());
const folder = mkdtempSync(join(tmpdir(), "tsp-"));
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
afterAll(() => rmSync(folder, { recursive: true }));

type Answer = (request: Uint8Array) => Promise<Uint8Array> | Uint8Array;

function client(answers: readonly Answer[], options: Partial<TimestampResponder> = {}) {
  const responders = answers.map((_, index) => ({
    url: `http://tsa${index}.test/`,
    trustedRoots: roots,
    ...options,
  }));
  return createTimestampClient({
    responders,
    timeoutMs: 1000,
    fetch: async (url, init) => {
      const answer = answers[Number(/tsa(\d)/u.exec(url instanceof Request ? url.url : url.toString())?.[1])];
      const body = init?.body;
      if (!answer || !(body instanceof Uint8Array)) throw new TypeError("fetch failed");
      return new Response(new Uint8Array(await answer(body)));
    },
  });
}

async function code(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof PkiError) return error.code;
    throw error;
  }
  return "nothing thrown";
}

const honest: Answer = (request) => answerTimestampRequest(request, authority);

test("a digest is stamped and the token verifies later", async () => {
  const stamp = await client([honest], { policy: POLICY }).stamp(digest);
  expect(stamp).toMatchObject({ genTime: NOW, policy: POLICY, serial: "8f0102" });
  const verified = verifyTimestampToken(stamp.token, digest, roots);
  expect(verified.genTime.toString()).toBe("2026-11-21T09:02:14.12Z");
  expect(verified.tsaCertificate).toEqual(pki.tsa.key.certificate);
});

test("faults of a responder have each their code", async () => {
  const altered =
    (change: (asked: ReturnType<typeof readTimestampRequest>) => object): Answer =>
    (request) => {
      const asked = readTimestampRequest(request);
      return honest(encodeTimestampRequest({ ...asked, ...change(asked) }));
    };
  const cases: [string, Answer][] = [
    ["tsa_rejected", () => rejectTimestampRequest("systemFailure", "out of order")],
    ["tsa_garbage", () => Buffer.from("<html>Bad gateway</html>")],
    ["tsa_garbage", () => new Uint8Array()],
    ["tsa_garbage", () => new Uint8Array(2 * 1024 * 1024)],
    ["tsa_wrong_nonce", altered(() => ({ nonce: Uint8Array.of(1, 2, 3) }))],
    ["tsa_wrong_imprint", altered(() => ({ digest: other }))],
    ["tsa_untrusted", (request) => answerTimestampRequest(request, { ...authority, key: stranger.tsa.key })],
    ["tsa_untrusted", (request) => answerTimestampRequest(request, { ...authority, key: pki.seal.key })],
    [
      "tsa_untrusted",
      (request) => answerTimestampRequest(request, { ...authority, now: NOW.add({ hours: 24 * 366 * 10 }) }),
    ],
    ["tsa_unreachable", () => Promise.reject(new TypeError("connection refused"))],
  ];
  for (const [expected, answer] of cases) {
    expect(await code(() => client([answer]).stamp(digest))).toBe(expected);
    expect((await client([answer, honest]).stamp(digest)).genTime).toEqual(NOW);
  }
});

test("the nonce must be in the token", async () => {
  const answer: Answer = (request) => {
    const { nonce: _dropped, ...asked } = readTimestampRequest(request);
    return honest(encodeTimestampRequest(asked));
  };
  expect(await code(() => client([answer]).stamp(digest))).toBe("tsa_wrong_nonce");
});

test("a token under another policy than asked for is refused", async () => {
  const answer: Answer = (request) => {
    const { policy: _dropped, ...asked } = readTimestampRequest(request);
    return answerTimestampRequest(encodeTimestampRequest(asked), {
      ...authority,
      policy: "1.2.3.4",
    });
  };
  expect(await code(() => client([answer], { policy: POLICY }).stamp(digest))).toBe("tsa_wrong_policy");
  expect(await code(() => client([honest], { policy: "1.2.3.4" }).stamp(digest))).toBe("tsa_rejected");
});

test("the second responder is asked when the first fails; when all fail the first one's reason is told", async () => {
  const down: Answer = () => Promise.reject(new TypeError("connection refused"));
  const broken: Answer = () => Buffer.from("?");
  expect((await client([down, honest]).stamp(digest)).genTime).toEqual(NOW);
  expect(await code(() => client([broken, down]).stamp(digest))).toBe("tsa_garbage");
  expect(await code(() => client([]).stamp(digest))).toBe("tsa_unreachable");
});

test("an answer that comes late, or never ends, is given up", async () => {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === "/late") return;
    // no length is told: the client has to stop by itself
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on("drain", more);
    more();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const ask = (path: string, timeoutMs: number) => {
      const responder = { url: `http://127.0.0.1:${port}${path}`, trustedRoots: roots };
      return code(() => createTimestampClient({ responders: [responder], timeoutMs }).stamp(digest));
    };
    expect(await ask("/late", 200)).toBe("tsa_unreachable");
    expect(await ask("/endless", 10_000)).toBe("tsa_garbage");
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

test("a token far from our clock is refused; its accuracy counts in its favour", async () => {
  const stampAt = (apart: Temporal.DurationLike, toleranceMs?: number) => {
    const responder = { url: "http://tsa0.test/", trustedRoots: roots };
    return createTimestampClient({
      responders: [responder],
      timeoutMs: 1000,
      clock: () => Promise.resolve(NOW.add(apart)),
      ...(toleranceMs === undefined ? {} : { toleranceMs }),
      fetch: async (_url, init) => {
        if (!(init?.body instanceof Uint8Array)) throw new TypeError("no body");
        return new Response(new Uint8Array(await honest(init.body)));
      },
    }).stamp(digest);
  };
  expect((await stampAt({ seconds: 31 })).genTime).toEqual(NOW);
  expect((await stampAt({ seconds: -31 })).genTime).toEqual(NOW);
  expect(await code(() => stampAt({ seconds: 32 }))).toBe("tsa_wrong_time");
  expect(await code(() => stampAt({ seconds: -32 }))).toBe("tsa_wrong_time");
  expect(await code(() => stampAt({ milliseconds: 1001 }, 0))).toBe("tsa_wrong_time");
});

test("any flipped bit of a token is noticed", async () => {
  const { token } = await client([honest]).stamp(digest);
  for (let position = 0; position < token.length; position += 13) {
    const damaged = Uint8Array.from(token);
    damaged[position] = (damaged[position] ?? 0) ^ 0x01;
    // what is outside the signature (the unused certificate of the chain) may change without harm
    let read: VerifiedTimestamp;
    try {
      read = verifyTimestampToken(damaged, digest, roots);
    } catch (error) {
      expect(error).toBeInstanceOf(PkiError);
      continue;
    }
    expect(read.genTime.equals(NOW)).toBe(true);
  }
});

test("a token of somebody else's digest is refused", async () => {
  const { token } = await client([honest]).stamp(digest);
  expect(() => verifyTimestampToken(token, other, roots)).toThrow("tsa_wrong_imprint");
  expect(() => verifyTimestampToken(token, digest, [pki.root.key.certificate])).toThrow("tsa_untrusted");
  expect(() => verifyTimestampToken(token, digest, [])).toThrow("tsa_untrusted");
});

test("what is no request is rejected, not answered", async () => {
  const reply = Buffer.from(await answerTimestampRequest(Buffer.from("nonsense"), authority));
  expect(reply.includes("not a timestamp request")).toBe(true);
  const sha1 = encodeTimestampRequest({
    hashAlgorithm: "1.3.14.3.2.26",
    digest: digest.subarray(0, 20),
    certificates: true,
  });
  expect(Buffer.from(await answerTimestampRequest(sha1, authority)).includes("only SHA-256")).toBe(true);
});

test
  .skipIf(noOpenssl)
  .each([[["-cert"]], [["-cert", "-no_nonce"]], [["-no_nonce"]], [["-cert", "-tspolicy", POLICY]]])(
  "openssl verifies our answer to its query %s (skipped: openssl is not installed)",
  async (options) => {
    const path = (name: string) => join(folder, name);
    const hex = Buffer.from(digest).toString("hex");
    execFileSync(
      "openssl",
      ["ts", "-query", "-digest", hex, "-sha256", ...options, "-out", path("query.tsq")],
      { stdio: "pipe" },
    );
    writeFileSync(
      path("reply.tsr"),
      await answerTimestampRequest(readFileSync(path("query.tsq")), authority),
    );
    writeFileSync(path("root.pem"), toPem(pki.tsaRoot.key.certificate));
    writeFileSync(path("tsa.pem"), toPem(pki.tsa.key.certificate));
    const at = ["-attime", String(Math.floor(NOW.epochMilliseconds / 1000))];
    const args = ["ts", "-verify", "-queryfile", path("query.tsq"), "-in", path("reply.tsr"), ...at];
    const out = spawnSync("openssl", [...args, "-CAfile", path("root.pem"), "-untrusted", path("tsa.pem")], {
      encoding: "utf8",
    });
    expect(out.stdout + out.stderr).toContain("Verification: OK");
    const text = execFileSync("openssl", ["ts", "-reply", "-in", path("reply.tsr"), "-text"], {
      encoding: "utf8",
      stdio: "pipe",
    });
    expect(text).toContain("Nov 21 09:02:14.12 2026 GMT");
  },
);

test.skipIf(noOpenssl)(
  "our client relies on a token made by openssl (skipped: openssl is not installed)",
  async () => {
    const path = (name: string) => join(folder, name);
    const key = pki.tsa.privateKey.export({ type: "pkcs8", format: "pem" });
    writeFileSync(path("tsa.pem"), toPem(pki.tsa.key.certificate));
    writeFileSync(path("tsa.key"), key);
    writeFileSync(path("serial"), "01\n");
    const lines = [
      "[tsa]",
      `serial = ${path("serial")}`,
      "crypto_device = builtin",
      "digests = sha256, sha384",
      "signer_digest = sha256",
    ];
    writeFileSync(
      path("tsa.cnf"),
      [...lines, `default_policy = ${POLICY}`, "ess_cert_id_alg = sha256", ""].join("\n"),
    );
    const answer: Answer = (request) => {
      writeFileSync(path("in.tsq"), request);
      const signer = ["-signer", path("tsa.pem"), "-inkey", path("tsa.key")];
      const files = [
        "-config",
        path("tsa.cnf"),
        "-section",
        "tsa",
        "-queryfile",
        path("in.tsq"),
        "-out",
        path("out.tsr"),
      ];
      execFileSync("openssl", ["ts", "-reply", ...files, ...signer], { stdio: "pipe" });
      return readFileSync(path("out.tsr"));
    };
    const stamp = await client([answer], { policy: POLICY }).stamp(digest);
    expect(stamp.policy).toBe(POLICY);
  },
);

test("a request is what was asked", () => {
  const request = readTimestampRequest(
    buildTimestampRequest({ sha256: digest, nonce: Uint8Array.of(0x80, 1), policy: POLICY }),
  );
  expect(request).toMatchObject({ digest, policy: POLICY, certificates: true });
  expect(() => readTimestampRequest(Buffer.from("30"))).toThrow("malformed");
});
