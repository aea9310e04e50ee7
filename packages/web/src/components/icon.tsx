// Line icons drawn inline; always beside words, so hidden from screen readers.

import type { Markup } from "./markup.ts";

const PATHS = {
  menu: "M4 7h16M4 12h16M4 17h16",
  plus: "M12 5v14M5 12h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
  info: "M12 11v5M12 8v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
  warning: "M12 9v5M12 17v.01M12 3.5L2.5 20h19z",
  stop: "M12 8v5M12 16v.01M8 3h8l5 5v8l-5 5H8l-5-5V8z",
  ok: "M8 12.5l2.7 2.7L16 9.5M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  upload: "M12 16V5M7 9l5-5 5 5M5 20h14",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  mail: "M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6",
  phone: "M8 2.5h8v19H8zM11 18.5h2",
  clock: "M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
  seal: "M12 3l2.2 1.6 2.7-.1.8 2.6 2.2 1.6-.9 2.6.9 2.6-2.2 1.6-.8 2.6-2.7-.1L12 19.6l-2.2-1.6-2.7.1-.8-2.6-2.2-1.6.9-2.6-.9-2.6 2.2-1.6.8-2.6 2.7.1zM9 11.5l2.2 2.2 4-4.4",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5",
  back: "M14.5 6l-6 6 6 6",
  forward: "M9.5 6l6 6-6 6",
  card: "M3 5.5h18v13H3zM3 10h18M6.5 14.5h4",
  inbox: "M3.5 13.5L6 5h12l2.5 8.5V19h-17zM3.5 13.5H8l1.5 2.5h5l1.5-2.5h4.5",
  key: "M8 19.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11 12.5L20 3.5M16 7.5l3 3",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): Markup {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
