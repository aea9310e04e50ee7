// Sends one file as the raw body of a POST; XMLHttpRequest because fetch tells nothing about how far it is.

import { csrfToken } from "./page.ts";

export type SendResult =
  | { readonly kind: "arrived"; readonly html: string }
  /** `text` in the reader's language, where the server said something. */
  | { readonly kind: "refused"; readonly text: string | undefined; readonly retryable: boolean };

export interface Sending {
  readonly result: Promise<SendResult>;
  abort(): void;
}

export function sendFile(
  path: string,
  file: File,
  sha256: string,
  onProgress: (done: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const result = new Promise<SendResult>((resolve) => {
    const broken = (): void => resolve({ kind: "refused", text: undefined, retryable: true });
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(Math.min(loaded, file.size)));
    request.addEventListener("error", broken);
    request.addEventListener("abort", broken);
    request.addEventListener("timeout", broken);
    request.addEventListener("load", () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) resolve({ kind: "arrived", html: responseText });
      else
        resolve({
          kind: "refused",
          text: problemWords(responseText),
          retryable: status >= 500 || status === 429 || status === 401,
        });
    });
  });
  request.open("POST", path);
  request.setRequestHeader("Accept", "application/problem+json");
  request.setRequestHeader("Content-Type", file.type === "" ? "application/octet-stream" : file.type);
  request.setRequestHeader("X-CSRF-Token", csrfToken());
  request.setRequestHeader("X-Content-SHA256", sha256);
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name.toWellFormed()));
  onProgress(0);
  request.send(file);
  return { result, abort: () => request.abort() };
}

/** The words of a problem (RFC 9457): what is wrong with the file if it says so, else its title. */
export function problemWords(body: string): string | undefined {
  try {
    const problem = JSON.parse(body) as {
      readonly title?: unknown;
      readonly errors?: readonly { readonly detail?: unknown }[];
    };
    const words = problem.errors?.[0]?.detail ?? problem.title;
    return typeof words === "string" ? words : undefined;
  } catch {
    return undefined;
  }
}
