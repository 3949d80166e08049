export interface WakeUpLoopOptions {
  /** One round. Must not reject. */
  readonly look: () => Promise<void>;
  /** A round beside `look`, before it, when nobody woke the loop for so long. */
  readonly tidy: () => Promise<void>;
  readonly lookEveryMs: number;
}

/** Looks when woken and, because wake-ups may be lost, by itself from time to time; never two rounds at once. */
export interface WakeUpLoop {
  readonly start: () => Promise<void>;
  readonly wake: () => void;
  /** Resolves when the round under way has ended; no other begins. */
  readonly stop: () => Promise<void>;
}

export function wakeUpLoop({ look, tidy, lookEveryMs }: WakeUpLoopOptions): WakeUpLoop {
  const state = { isRunning: false, isLookWanted: false };
  let looking: Promise<void> | undefined;
  let tidying: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const lookWhileWanted = async (): Promise<void> => {
    while (state.isLookWanted && state.isRunning) {
      state.isLookWanted = false;
      await look();
    }
    looking = undefined;
  };
  const wake = (): void => {
    if (!state.isRunning) return;
    state.isLookWanted = true;
    looking ??= lookWhileWanted();
  };
  // Real time, and each round waits for the one before it.
  const lookByItself = async (): Promise<void> => {
    await tidy();
    wake();
    await looking;
    if (state.isRunning) timer = setTimeout(lookAgain, lookEveryMs);
  };
  const lookAgain = (): void => {
    tidying = lookByItself();
  };
  return {
    start: async () => {
      state.isRunning = true;
      tidying = lookByItself();
      await tidying;
    },
    wake,
    stop: async () => {
      state.isRunning = false;
      clearTimeout(timer);
      await tidying;
      await looking;
    },
  };
}
