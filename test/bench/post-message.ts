// Submits messages over kept connections with as little work of our own as can be: the service is measured, not its client.

import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { API_KEYS, type ApiMessage, seededKey } from "@posthorn/testkit";

/** What a request carries, laid out once. */
export interface PreparedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Poster {
  /** Text of the answer. Throws where the status is not the one expected (201). */
  post(prepared: PreparedMessage): Promise<string>;
  /** Throws where the answer is not 200. */
  get(path: string): Promise<string>;
  close(): void;
}

export interface PostedMessage {
  readonly id: string;
  readonly accepted_at: string;
  readonly deliveries: readonly { readonly id: string }[];
}

const AUTHORIZATION = `Bearer ${seededKey(API_KEYS.first).secret}`;

export function prepareMessage(message: ApiMessage, attachment?: Buffer): PreparedMessage {
  const boundary = `posthorn-${randomBytes(8).toString("hex")}`;
  const pieces: Buffer[] = [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="message"\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(message)}`,
    ),
  ];
  if (attachment !== undefined) pieces.push(Buffer.from(attachmentHead(boundary)), attachment);
  pieces.push(Buffer.from(`\r\n--${boundary}--\r\n`));
  const body = Buffer.concat(pieces);
  return {
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": String(body.length),
    },
    body,
  };
}

/** What stands between the part before and the bytes of an attachment. */
export function attachmentHead(boundary: string): string {
  return `\r\n--${boundary}\r\ncontent-disposition: form-data; name="attachment"; filename="notice.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
}

/** `port` of the API on 127.0.0.1. */
export function createPoster(port: number): Poster {
  const agent = new Agent({ keepAlive: true });
  function call(method: string, path: string, expected: number, prepared?: PreparedMessage): Promise<string> {
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          host: "127.0.0.1",
          port,
          path,
          method,
          agent,
          headers: { authorization: AUTHORIZATION, ...prepared?.headers },
        },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on("data", (piece: Buffer) => pieces.push(piece));
          answer.once("error", reject);
          answer.once("end", () => {
            const text = Buffer.concat(pieces).toString("utf8");
            if (answer.statusCode === expected) resolve(text);
            else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 500)}`));
          });
        },
      );
      asked.once("error", (error: NodeJS.ErrnoException) => {
        // The server closed a connection it had kept long enough, just as it was used again: nothing of this has come to it.
        if (asked.reusedSocket && error.code === "ECONNRESET")
          call(method, path, expected, prepared).then(resolve, reject);
        else reject(error);
      });
      asked.end(prepared?.body);
    });
  }
  return {
    post: (prepared) => call("POST", "/v1/messages", 201, prepared),
    get: (path) => call("GET", path, 200),
    close: () => agent.destroy(),
  };
}
