// Service worker of the stand-in extension: asks the stand-in's reader to sign, for the origin that the browser itself reports.

declare const chrome: {
  readonly runtime: {
    readonly onMessage: {
      addListener(
        listener: (
          message: { readonly nonce: unknown },
          sender: { readonly origin?: string },
          answer: (token: unknown) => void,
        ) => boolean,
      ): void;
    };
  };
};

/** Put in where the extension is written. */
declare const READER: string;

chrome.runtime.onMessage.addListener(({ nonce }, { origin }, answer) => {
  fetch(`${READER}/sign`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ nonce, origin }),
  })
    .then((reply) => reply.json())
    .then(answer, () => answer({ code: "ERR_WEBEID_NATIVE_UNAVAILABLE" }));
  // The answer comes later.
  return true;
});
