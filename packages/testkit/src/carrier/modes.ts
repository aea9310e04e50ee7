// The faults that the stand-in carrier can be told to have, by `POST /api/mode` or on its page, for so many calls or until told otherwise.

export const CARRIER_MODES = [
  "ok",
  /** 429, come back in 7 seconds. */
  "busy",
  /** 500 to everything. */
  "down",
  /** Every call waits: real time, `delay_ms`. */
  "slow",
  /** A page where JSON is expected. */
  "garbage",
  /** JSON of another form. */
  "wrong_types",
  /** An answer without end. */
  "flood",
  /** Sends to another host. */
  "redirect",
  /** Takes an announcement in and ends the connection. */
  "lost",
  /** Takes an announcement in and says that there is one already. */
  "duplicate",
] as const;

export type CarrierMode = (typeof CARRIER_MODES)[number];

export interface CarrierFaults {
  readonly mode: CarrierMode;
  readonly delayMs: number;
  /** Calls that it still lasts for; null: until told otherwise. */
  readonly times: number | null;
}

/** For announcements alone; reading goes on. */
export const ANNOUNCEMENT_MODES: ReadonlySet<CarrierMode> = new Set(["lost", "duplicate"]);

export interface FaultDesk {
  now(): CarrierFaults;
  set(faults: { readonly mode: CarrierMode; readonly delayMs?: number; readonly times?: number }): void;
  /** The fault for this call, counted. */
  take(isAnnouncement: boolean): CarrierFaults;
}

const HEALTHY: CarrierFaults = { mode: "ok", delayMs: 30_000, times: null };

export function openFaultDesk(): FaultDesk {
  let faults = HEALTHY;
  return {
    now: () => faults,
    set({ mode, delayMs = HEALTHY.delayMs, times }) {
      faults = { mode, delayMs, times: times ?? null };
    },
    take(isAnnouncement) {
      if (faults.mode === "ok" || (ANNOUNCEMENT_MODES.has(faults.mode) && !isAnnouncement)) return HEALTHY;
      const taken = faults;
      if (taken.times !== null) faults = taken.times > 1 ? { ...taken, times: taken.times - 1 } : HEALTHY;
      return taken;
    },
  };
}
