// The schedule as a picture: how long each rule keeps what it names, on a scale from a day to ten years.

import { isCalendarPeriod, RETENTION_RULES, type Period, type RetentionRule } from "@posthorn/domain";
import { periodInWords } from "@posthorn/texts";

const NAMES: Readonly<Record<string, string>> = {
  R1: "private account",
  R2: "company account, members",
  R3: "company user",
  R4: "company administrator",
  R5: "another membership",
  R6: "log of use, identification",
  R7: "addressee data",
  "R8.sender": "content, sender",
  "R8.registered": "content, registered addressee",
  "R8.unregistered": "content, other addressee",
  "R8.uncollected": "content, not collected",
  R9: "evidence",
  R10: "invoices, payments",
  R11: "one-time codes",
  R12: "mandates, identity documents",
  R13: "proof of consent",
  R14: "requests, complaints",
  "R15.drafts": "drafts, uploads",
  "R15.unfinished": "unfinished registrations",
  R16: "raw mails, print files",
  R17: "sessions, devices",
  R18: "address book",
  "R19.staff": "staff and their log",
  "R19.registers": "registers of breaches, disclosures",
};
const DAYS_OF = { days: 1, months: 365.25 / 12, years: 365.25 } as const;
const TICKS = [
  { days: 1, label: "1 day" },
  { days: 7, label: "1 week" },
  { days: 30.44, label: "1 month" },
  { days: 91.3, label: "3 months" },
  { days: 365.25, label: "1 year" },
  { days: 730.5, label: "2 years" },
  { days: 1826, label: "5 years" },
  { days: 3652.5, label: "10 years" },
];
const ROW = 24;
const TOP = 56;
const LEFT = 350;
const WIDTH = 1160;
const PLOT = WIDTH - LEFT - 150;

/** The picture as SVG; the same schedule gives the same text. */
export function scheduleChart(): string {
  const rules = Object.values(RETENTION_RULES) as readonly RetentionRule[];
  const height = TOP + rules.length * ROW + 44;
  const ticks = TICKS.map(
    ({ days, label }) =>
      `<line x1="${x(days)}" y1="${TOP - 8}" x2="${x(days)}" y2="${height - 36}" stroke="#e2dcd0"/>` +
      `<text x="${x(days)}" y="${TOP - 16}" text-anchor="middle" fill="#46545f">${label}</text>`,
  );
  const rows = rules.map((rule, index) => rowOf(rule, TOP + index * ROW));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="12" role="img" aria-label="How long each rule of the retention schedule keeps what it names">
<rect width="${WIDTH}" height="${height}" fill="#fdfcf9"/>
${ticks.join("\n")}
${rows.join("\n")}
<rect x="${LEFT}" y="${height - 24}" width="14" height="10" fill="#8f1d2c"/><text x="${LEFT + 20}" y="${height - 15}" fill="#17222b">as controller</text>
<rect x="${LEFT + 120}" y="${height - 24}" width="14" height="10" fill="#1d6b47"/><text x="${LEFT + 140}" y="${height - 15}" fill="#17222b">as processor</text>
<rect x="${LEFT + 240}" y="${height - 24}" width="14" height="10" fill="#e3c7ca"/><text x="${LEFT + 260}" y="${height - 15}" fill="#17222b">may be set to</text>
</svg>
`;
}

function rowOf(rule: RetentionRule, y: number): string {
  const [color, light] = rule.role === "controller" ? ["#8f1d2c", "#e3c7ca"] : ["#1d6b47", "#c6dace"];
  const end = x(daysOf(rule.period));
  const { adjustable } = rule;
  const range =
    adjustable === undefined
      ? ""
      : `<rect x="${x(daysOf(adjustable.min))}" y="${y + 3}" width="${(x(daysOf(adjustable.max)) - x(daysOf(adjustable.min))).toFixed(1)}" height="16" fill="${light}"/>`;
  const furthest = adjustable === undefined ? end : Math.max(end, x(daysOf(adjustable.max)));
  return (
    `<text x="${LEFT - 124}" y="${y + 15}" text-anchor="end" fill="#17222b">${NAMES[rule.id] ?? ""}</text>` +
    `<text x="${LEFT - 116}" y="${y + 15}" font-family="monospace" fill="#46545f">${rule.id}</text>` +
    `${range}<rect x="${LEFT}" y="${y + 6}" width="${Math.max(3, end - LEFT).toFixed(1)}" height="10" fill="${color}"/>` +
    `<text x="${furthest + 8}" y="${y + 15}" fill="#17222b">${periodInWords("en", rule.period)}</text>`
  );
}

/** Logarithmic, from half a day on. */
function x(days: number): number {
  const from = Math.log(0.5);
  const at = days <= 0.5 ? 0 : (Math.log(days) - from) / (Math.log(3652.5) - from);
  return Number((LEFT + at * PLOT).toFixed(1));
}

/** What falls with another rule is drawn as long as the longest of those. */
function daysOf(period: Period): number {
  if (isCalendarPeriod(period)) return period.count * DAYS_OF[period.kind];
  if (period.kind === "hours") return period.hours / 24;
  if (period.kind === "at_once") return 0;
  return Math.max(...period.rules.map((id) => daysOf(RETENTION_RULES[id].period)));
}
