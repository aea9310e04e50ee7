// Stops work at its pauses and lets it go on: two states of the same run are measured in turn.

export interface Gate {
  /** Waits while it is closed. */
  pass(): Promise<void>;
  /** On return whoever works waits at the gate; `open` ends that too, where nobody comes. */
  close(): Promise<void>;
  open(): void;
}

/** Closed at first: the work stops at its first pause. */
export function openGate(): Gate {
  let closed = true;
  let waiting = false;
  let letGo = () => {};
  let arrived = () => {};
  return {
    async pass() {
      if (!closed) return;
      waiting = true;
      arrived();
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      waiting = false;
    },
    async close() {
      closed = true;
      if (waiting) return;
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    },
    open() {
      closed = false;
      letGo();
      arrived();
    },
  };
}
