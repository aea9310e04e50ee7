// Everybody's phone as a page: the text messages as a handset shows them.

import type { Context } from "hono";
import { page, shownAt } from "../standin/page.tsx";
import type { PhoneMode } from "./speak-twilio.ts";
import type { StoredSms } from "./store.ts";

export function phonePage(
  c: Context,
  v: { messages: readonly StoredSms[]; numbers: readonly string[]; mode: PhoneMode; to?: string | undefined },
) {
  return page(c, {
    name: "Phone",
    about: "every text message that would have left",
    title: v.to ? `Messages to ${v.to}` : "All messages",
    body: (
      <>
        <div class="row">
          <h1>{v.to ? `Messages to ${v.to}` : "All messages"}</h1>
          <span class={v.mode === "ok" ? "pill ok" : "pill stop"}>provider: {v.mode}</span>
        </div>
        <nav class="row" aria-label="Numbers">
          <a class="btn" href={v.to ? `/?to=${encodeURIComponent(v.to)}` : "/"}>
            Look again
          </a>
          {v.to && <a href="/">All</a>}
          {v.numbers
            .filter((number) => number !== v.to)
            .map((number) => (
              <a href={`/?to=${encodeURIComponent(number)}`}>{number}</a>
            ))}
        </nav>
        <section class="handset" aria-label="Handset">
          {v.messages.length === 0 && <p class="muted">No message yet.</p>}
          {v.messages.map((sms) => (
            <article class="bubble">
              <p>{sms.text}</p>
              <footer class="small muted">
                {sms.from} to {sms.to} · {shownAt(sms.at)} · {sms.status}
              </footer>
            </article>
          ))}
        </section>
      </>
    ),
  });
}
