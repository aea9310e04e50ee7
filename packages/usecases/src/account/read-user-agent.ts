// Which browser on which system a request says it comes from: for lists and mails that people read, never for a decision.

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];
const UNKNOWN = "?";

/** `?` where the header says nothing known; versions are left out, they change too often to recognise oneself by. */
export function readUserAgent(header: string): { readonly browser: string; readonly os: string } {
  const find = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(header))?.[1] ?? UNKNOWN;
  return { browser: find(BROWSERS), os: find(SYSTEMS) };
}
