const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** How long after each failed attempt the next one follows. The first is made at once; after the last the message is given up. */
export const waitsMs: readonly number[] = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

/** When a message is tried again whose `tries`-th try failed; undefined where it is given up. */
export function nextTryAt(tries: number, failedAt: Date): Date | undefined {
  const waitMs = waitsMs[tries - 1];
  return waitMs === undefined ? undefined : new Date(failedAt.getTime() + waitMs);
}

const failingMs = 5 * 24 * hourMs;
const failuresAtLeast = 10;

/** Whether an endpoint has failed so often, for so long, that it is left alone until somebody enables it again. */
export function isBeyondHope(failures: number, failingSince: Date, now: Date): boolean {
  return failures >= failuresAtLeast && now.getTime() - failingSince.getTime() >= failingMs;
}
