const ringsByItselfAfterMs = 500;

/** Wakes one waiter. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves at the next ring; a wake-up may be lost, so by itself too after a while of real time. */
  readonly wait: () => Promise<void>;
}

export function createBell(): Bell {
  let wake: (() => void) | undefined;
  return {
    ring: () => wake?.(),
    wait: async () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ringsByItselfAfterMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
