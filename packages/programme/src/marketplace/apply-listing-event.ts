import { unreachable } from "@slipway/foundation";
import type { ListingEvent, ListingState, ListingStateKind } from "@slipway/marketplace";

import type { Actor } from "../lifecycle/actor.ts";
import type { Moved } from "../lifecycle/apply-version-event.ts";
import type { Unmet } from "../lifecycle/guard.ts";
import { transitionOf, type Path, type Refusal } from "../lifecycle/transition.ts";
import { listingTransitions } from "./listing-transitions.ts";

/** Something that happens to a listing. */
export interface ListingHappening {
  readonly event: ListingEvent;
  readonly at: Date;
  readonly actor: Actor;
  readonly reason: string;
}

export interface ListingPlace {
  readonly state: ListingState;
  readonly path: Path;
  readonly unmet: Unmet;
}

/** The state after an event, or why it is not allowed. Pure. */
export function applyListingEvent(
  { state, path, unmet }: ListingPlace,
  happening: ListingHappening,
): Moved<ListingState> | Refusal<ListingStateKind, ListingEvent> {
  const { event, actor } = happening;
  const row = transitionOf(listingTransitions, { state: state.kind, event, path, actor, unmet });
  if ("kind" in row) return row;
  return { kind: "moved", state: event === "save-draft" ? state : stateAfter(row.to, happening) };
}

function stateAfter(to: ListingStateKind, { at, actor, reason }: ListingHappening): ListingState {
  const instant = at.toISOString();
  switch (to) {
    case "drafting":
      return { kind: to };
    case "published":
      return { kind: to, since: instant };
    case "withdrawn":
    case "removed":
      return { kind: to, at: instant, reason };
    case "taken-down":
      return { kind: to, at: instant, by: actor.name, reason };
    default:
      return unreachable(to);
  }
}
