/**
 * How the command ends, for scripts. `validate`, `regrade` and `verify` judge and use them; the other commands end with 0 when they
 * did what was asked. `start` ends as the platform does (`docs/errors.md` lists its faults of starting).
 */
export const exitCodes = {
  /** Every must-requirement was exercised, and none failed. */
  passed: 0,
  /** A must-requirement failed or was never exercised, or a fault of configuration keeps a run from starting. */
  findings: 1,
  /** The command was called wrongly, or names something that does not exist. */
  usage: 2,
  /** The partner's endpoint, or a platform that was named, did not answer. */
  unreachable: 3,
  /** It could not be judged, which is our fault. */
  notJudged: 4,
  /** Somebody has still to act, or the time limit was reached. */
  waiting: 5,
  /** Nothing failed of the part of the pack that was run; a whole run alone ends with 0. */
  partial: 6,
  /** `verify`: nobody that is known vouches for the bundle. */
  keyUnknown: 7,
  /** `verify`: who vouches for the bundle was revoked. */
  keyRevoked: 8,
} as const;

const signalNumbers: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** How shells report a program that a signal ended: 130 for Ctrl-C. */
export function exitCodeOfSignal(signal: unknown): number {
  return 128 + (signalNumbers[String(signal)] ?? 2);
}
