import { unreachable } from "@slipway/foundation";

import type { Actor } from "./actor.ts";
import type { Moved } from "./apply-version-event.ts";
import type { Unmet } from "./guard.ts";
import type {
  AskedNow,
  DeadlineEvent,
  Designation,
  Standing,
  StandingEvent,
  StandingKind,
} from "./standing-state.ts";
import { standingTransitions } from "./standing-transitions.ts";
import { transitionOf, type Refusal } from "./transition.ts";

/** Something that happens to an integration's standing, with what only this event knows. */
export type StandingHappening = {
  readonly at: Date;
  readonly actor: Actor;
  readonly reason: string;
} & (
  | { readonly event: Exclude<StandingEvent, "designate" | DeadlineEvent> }
  | { readonly event: "designate"; readonly as: Designation; readonly version: number }
  | { readonly event: DeadlineEvent; readonly asked: AskedNow }
);

/** The standing after an event, or why it is not allowed. Pure. */
export function applyStandingEvent(
  { standing, unmet }: { readonly standing: Standing; readonly unmet: Unmet },
  happening: StandingHappening,
): Moved<Standing> | Refusal<StandingKind, StandingEvent> {
  const row = transitionOf(standingTransitions, {
    state: standing.kind,
    event: happening.event,
    path: "programme-defined",
    actor: happening.actor,
    unmet,
    ...targetOf(standing, happening),
  });
  if ("kind" in row) return row;
  return { kind: "moved", state: standingAfter(standing, row.to, happening) };
}

/** Where an event leads that may lead to several standings. */
function targetOf(standing: Standing, happening: StandingHappening): { to?: StandingKind } {
  if (standing.kind === "suspended" && happening.event === "reinstate")
    return { to: standing.before.kind };
  if (!("asked" in happening)) return {};
  const { kind } = happening.asked;
  return { to: kind === "nothing" ? "designated" : kind };
}

function standingAfter(from: Standing, to: StandingKind, happening: StandingHappening): Standing {
  const at = happening.at.toISOString();
  const { reason, actor } = happening;
  if (from.kind === "suspended" && happening.event === "reinstate") return from.before;
  switch (to) {
    case "none":
      return { kind: to };
    case "designated":
      return { kind: to, since: at, ...designationOf(from, happening) };
    case "revalidation-due":
    case "overdue":
      return { kind: to, ...askedOf(from, happening) };
    case "suspended":
      return { kind: to, since: at, by: actor.name, reason, before: standingBefore(from) };
    case "removed":
      return { kind: to, at, by: actor.name, reason };
    default:
      return unreachable(to);
  }
}

function designationOf(
  from: Standing,
  happening: StandingHappening,
): { as: Designation; version: number } {
  if (happening.event === "designate") return { as: happening.as, version: happening.version };
  return designatedOf(from);
}

function designatedOf(from: Standing): {
  as: Designation;
  version: number;
  since: string;
} {
  if ("as" in from) return { as: from.as, version: from.version, since: from.since };
  throw new Error(`Expected an integration with a designation, found one that is ${from.kind}`);
}

function askedOf(
  from: Standing,
  happening: StandingHappening,
): { as: Designation; version: number; since: string; deadlineId: string } {
  if ("asked" in happening && happening.asked.kind !== "nothing")
    return { ...designatedOf(from), deadlineId: happening.asked.deadlineId };
  throw new Error(`Expected a deadline with ${happening.event}, found none`);
}

function standingBefore(from: Standing): Extract<Standing, { kind: "suspended" }>["before"] {
  if (from.kind !== "suspended" && from.kind !== "removed") return from;
  throw new Error(`Expected an integration that can be suspended, found one that is ${from.kind}`);
}
