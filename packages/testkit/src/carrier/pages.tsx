// The stand-in carrier as a page: what was announced, what became of it, and buttons to say more.

import type { Context } from "hono";
import { page, shownAt } from "../standin/page.tsx";
import { CARRIER_MODES, type CarrierFaults } from "./modes.ts";
import { CARRIER_STATEMENTS, ENDING_CODES } from "./statements.ts";
import type { CarrierItem, CarrierParty } from "./store.ts";

const STYLE = `form.row { margin-top:10px; align-items:end; } form.row + p { margin-top:10px; } ol { margin:8px 0 0; padding-left:20px; } .number { font-weight:600; } select, input { min-height:44px; padding:8px 10px; border:1px solid var(--line-strong); border-radius:8px; background:var(--surface); color:var(--ink); font:inherit; font-size:16px; max-width:100%; } select:focus-visible, input:focus-visible { outline:3px solid var(--link); outline-offset:2px; } label { display:grid; gap:4px; }`;

export function carrierPage(
  c: Context,
  v: {
    readonly items: readonly CarrierItem[];
    /** How many were announced in all. */
    readonly count: number;
    readonly faults: CarrierFaults;
  },
) {
  const { mode, times } = v.faults;
  return page(c, {
    name: "Carrier",
    about: "stand-in: registered letters that were announced",
    title: "Announced letters",
    style: STYLE,
    body: (
      <>
        <div class="row">
          <h1>Announced letters</h1>
          <span class={mode === "ok" ? "pill ok" : "pill stop"}>
            carrier: {mode}
            {times === null ? "" : `, ${times} more`}
          </span>
        </div>
        <p class="row">
          <a class="btn" href="/">
            Look again
          </a>
          <span class="muted">{v.count} announced</span>
        </p>
        {v.items.length === 0 && <p class="muted">Nothing announced yet.</p>}
        <ul class="plain">{v.items.map(letter)}</ul>
        <h2>Faults</h2>
        <form method="post" action="/faults" class="row">
          <label>
            Mode
            <select name="mode">
              {CARRIER_MODES.map((known) => (
                <option value={known} selected={known === mode}>
                  {known}
                </option>
              ))}
            </select>
          </label>
          <label>
            For so many calls
            <input name="times" inputmode="numeric" size={8} />
          </label>
          <button>Set</button>
        </form>
      </>
    ),
  });
}

/** As one would write it. */
function linesOf(party: CarrierParty): readonly string[] {
  const { name, companyName, department, street, houseNumber, boxNumber, postalCode, locality } = party;
  const together = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(" ");
  return [
    together(name, companyName, department),
    party["addressLine1"] ?? together(street, houseNumber, boxNumber && `/ ${boxNumber}`),
    party["addressLine2"] ?? together(postalCode, locality),
  ];
}

function letter(item: CarrierItem) {
  const { receiver } = item;
  const ended = item.events.some(({ code }) => ENDING_CODES.has(code));
  return (
    <li class="card">
      <p class="number">{item.barcode}</p>
      <p>{linesOf(receiver).join(", ")}</p>
      <p class="small muted">
        from {item.sender["companyName"] ?? item.sender["name"]} ·{" "}
        {shownAt(Temporal.Instant.from(item.announcedAt))}
      </p>
      <ol>
        {item.events.map((event) => (
          <li>
            {shownAt(Temporal.Instant.from(event.dateTime))}: {event.description}
          </li>
        ))}
      </ol>
      <form method="post" action={`/items/${item.barcode}`} class="row">
        {Object.entries(CARRIER_STATEMENTS).map(([word, { button }]) => (
          <button name="say" value={word} aria-label={`${button}: ${item.barcode}`}>
            {button}
          </button>
        ))}
      </form>
      {ended && <p class="small muted">What is said from here on corrects it.</p>}
    </li>
  );
}
