// Content script of the stand-in extension: passes on to it what a page asks of Web eID, and the answer back.

declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<Readonly<Record<string, unknown>>> };
};

addEventListener(
  "message",
  ({ data, origin, source }: MessageEvent<Readonly<Record<string, unknown>> | null>) => {
    const action = data?.["action"];
    if (source !== window || origin !== location.origin) return;
    if (action !== "web-eid:status" && action !== "web-eid:authenticate") return;
    const say = (end: string, fields: object) =>
      postMessage({ action: `${action}-${end}`, ...fields }, location.origin);
    say("ack", {});
    if (action === "web-eid:status") {
      say("success", { extension: "2.2.1", nativeApp: "2.7.0" });
      return;
    }
    void chrome.runtime.sendMessage({ nonce: data?.["challengeNonce"] }).then((answer) => {
      if ("code" in answer) say("failure", { error: { code: answer["code"], message: "stand-in" } });
      else say("success", answer);
    });
  },
);
