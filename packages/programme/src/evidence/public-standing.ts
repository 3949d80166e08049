import { unreachable } from "@slipway/foundation";

import type { Standing } from "../lifecycle/standing-state.ts";
import type { PublicStanding } from "./verification.ts";

export interface StandingMoment {
  /** When the open deadline of the standing is due; undefined where its clock has not started. */
  readonly dueAt: Date | undefined;
  readonly now: Date;
}

/** What anybody may know of a standing; undefined for one that was never designated. Pure. */
export function publicStandingOf(
  standing: Standing,
  { dueAt, now }: StandingMoment,
): PublicStanding | undefined {
  switch (standing.kind) {
    case "none":
      return undefined;
    case "designated":
      return { kind: "in-force" };
    case "revalidation-due":
    case "overdue": {
      // A deadline that has passed has passed, whether or not the worker has come by.
      const isOver = standing.kind === "overdue" || (dueAt !== undefined && dueAt <= now);
      return { kind: isOver ? "overdue" : "revalidation-due", dueAt };
    }
    case "suspended":
      return { kind: "suspended", since: new Date(standing.since) };
    case "removed":
      return { kind: "removed", since: new Date(standing.at) };
    default:
      return unreachable(standing);
  }
}
