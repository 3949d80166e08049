const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long after each attempt the next one follows; the last goes for all that follow. A notice is never given up. */
const waitsMs = [minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs, 4 * hourMs, 12 * hourMs] as const;

/** When a notice is tried again that was not taken at its `attempts`-th attempt, which ended at `endedAt`. */
export function nextAttemptAt(attempts: number, endedAt: Date): Date {
  const waitMs = waitsMs[Math.min(attempts, waitsMs.length) - 1] ?? minuteMs;
  return new Date(endedAt.getTime() + waitMs);
}
