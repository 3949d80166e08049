import type { StoredAnswer } from "./stored-answer.ts";

/**
 * Remembers what was answered, so that the same thing asked twice is done once and answered alike. Write your own over your
 * database where several processes serve the same partner.
 */
export interface AnswerStore {
  /**
   * The answer kept under the key; else `make`'s, which is kept if `keep` says so. Whoever asks while it is being made waits
   * for the same answer. When `make` rejects nothing is kept, and all who waited get the rejection.
   */
  readonly once: (
    key: string,
    make: () => Promise<StoredAnswer>,
  ) => Promise<{ readonly answer: StoredAnswer; readonly isRepeated: boolean }>;
}

/** Whether an answer is worth remembering: what failed on our side may succeed the next time. */
export function isLasting({ status }: StoredAnswer): boolean {
  return status < 500;
}
