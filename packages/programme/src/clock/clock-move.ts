import { unreachable } from "@slipway/foundation";

import { ClockOutOfRangeProblem } from "./clock.problems.ts";
import type { ClockSetting } from "./clock-setting.ts";

/** What can be done to a clock. A frozen one that is advanced or set stays frozen. */
export type ClockMove =
  | { readonly kind: "advance"; readonly byMs: number }
  | { readonly kind: "set"; readonly to: Date }
  | { readonly kind: "freeze" }
  | { readonly kind: "resume" };

/** Between these a clock may be moved; dates outside have no use here and fit no calendar of a partner. */
const clockRange = {
  from: new Date("2000-01-01T00:00:00.000Z"),
  before: new Date("2200-01-01T00:00:00.000Z"),
} as const;

/**
 * A setting after a move; `baseNow` is what the clock shows that it counts from. A clock that resumes goes on from where it was
 * frozen. Fails with `CLOCK-OUT-OF-RANGE`.
 */
export function moveSetting(setting: ClockSetting, move: ClockMove, baseNow: Date): ClockSetting {
  const shownMs =
    setting.kind === "frozen" ? setting.at.getTime() : baseNow.getTime() + setting.offsetMs;
  const wantedMs = wantedTime(move, shownMs);
  if (!(wantedMs >= clockRange.from.getTime() && wantedMs < clockRange.before.getTime()))
    throw new ClockOutOfRangeProblem(wantedMs, clockRange);
  const isFrozen = move.kind === "freeze" || (setting.kind === "frozen" && move.kind !== "resume");
  return isFrozen
    ? { kind: "frozen", at: new Date(wantedMs) }
    : { kind: "running", offsetMs: wantedMs - baseNow.getTime() };
}

function wantedTime(move: ClockMove, shownMs: number): number {
  switch (move.kind) {
    case "advance":
      return shownMs + move.byMs;
    case "set":
      return move.to.getTime();
    case "freeze":
    case "resume":
      return shownMs;
    default:
      return unreachable(move);
  }
}
