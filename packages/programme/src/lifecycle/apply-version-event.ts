import { unreachable } from "@slipway/foundation";

import type { Actor } from "./actor.ts";
import type { Unmet } from "./guard.ts";
import { transitionOf, type Path, type Refusal } from "./transition.ts";
import type {
  ValidationKind,
  VersionEvent,
  VersionState,
  VersionStateKind,
} from "./version-state.ts";
import { versionTransitions } from "./version-transitions.ts";

/** Something that happens to a version, with what only this event knows. */
export type VersionHappening = {
  readonly at: Date;
  readonly actor: Actor;
  readonly reason: string;
} & (
  | { readonly event: Exclude<VersionEvent, "approve-design" | "submit-validation" | "replace"> }
  | { readonly event: "approve-design"; readonly packVersion: string }
  | ({ readonly event: "submit-validation" } & HandedIn)
  | { readonly event: "replace"; readonly by: number }
);

/** What a submission says. */
interface HandedIn {
  readonly validation: ValidationKind;
  readonly runId: string;
  readonly confirmedBy: string;
}

export interface VersionPlace {
  readonly state: VersionState;
  readonly path: Path;
  readonly unmet: Unmet;
}

export type Moved<State> = { readonly kind: "moved"; readonly state: State };

/** The state after an event, or why it is not allowed. Pure: whatever else follows is the caller's to do. */
export function applyVersionEvent(
  { state, path, unmet }: VersionPlace,
  happening: VersionHappening,
): Moved<VersionState> | Refusal<VersionStateKind, VersionEvent> {
  const row = transitionOf(versionTransitions, {
    state: state.kind,
    event: happening.event,
    path,
    actor: happening.actor,
    unmet,
  });
  return "kind" in row ? row : { kind: "moved", state: stateAfter(state, row.to, happening) };
}

function stateAfter(
  from: VersionState,
  to: VersionStateKind,
  happening: VersionHappening,
): VersionState {
  const at = happening.at.toISOString();
  const { reason } = happening;
  switch (to) {
    case "drafting":
      return { kind: to };
    case "in-review":
      return { kind: to, submittedAt: at };
    case "changes-asked":
      return { kind: to, askedAt: at, reason };
    case "building":
      return { kind: to, approvedAt: at, packVersion: packOf(from, happening) };
    case "submitted":
      return {
        kind: to,
        submittedAt: at,
        packVersion: packOf(from, happening),
        ...handedIn(happening),
      };
    case "corrections-asked":
      return { kind: to, askedAt: at, packVersion: packOf(from, happening), reason };
    case "approved":
      return {
        kind: to,
        approvedAt: at,
        packVersion: packOf(from, happening),
        ...submittedIn(from),
      };
    case "live":
      return { kind: to, since: at };
    case "replaced":
      return { kind: to, at, by: happening.event === "replace" ? happening.by : 0 };
    case "declined":
    case "withdrawn":
      return { kind: to, at, reason };
    default:
      return unreachable(to);
  }
}

/** The pack that an approval named stays with the version. */
function packOf(from: VersionState, happening: VersionHappening): string {
  if (happening.event === "approve-design") return happening.packVersion;
  if ("packVersion" in from) return from.packVersion;
  throw new Error(`Expected a version with an approved pack, found one that is ${from.kind}`);
}

function submittedIn(from: VersionState): Pick<HandedIn, "validation" | "runId"> {
  if (from.kind === "submitted") return { validation: from.validation, runId: from.runId };
  throw new Error(`Expected a version that was submitted, found one that is ${from.kind}`);
}

function handedIn(happening: VersionHappening): HandedIn {
  if (happening.event !== "submit-validation")
    throw new Error(`Expected a submission, found ${happening.event}`);
  const { validation, runId, confirmedBy } = happening;
  return { validation, runId, confirmedBy };
}
