/**
 * Where time comes from. Below `apps` nobody reads the ambient clock: stamps come from `now()`, which a tenant or an
 * installation can move; durations come from `monotonicMs()`, which nobody can move.
 */
export interface Clock {
  /** The wall time of this clock. */
  readonly now: () => Date;
  /** Milliseconds of real time since an arbitrary origin, with a fraction; never goes back. */
  readonly monotonicMs: () => number;
}

/** The machine's own clock. Only `apps` and tests construct it. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
};

/** A clock that runs `offsetMs` milliseconds ahead of `base` (behind it, when negative). */
export function shiftedClock(base: Clock, offsetMs: number): Clock {
  return {
    now: () => new Date(base.now().getTime() + offsetMs),
    monotonicMs: base.monotonicMs,
  };
}
