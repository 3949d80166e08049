import type { Region, RunId, SandboxId } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { Declaration, PackSettings, TenantFacts } from "../check.ts";
import type { RunCase } from "./run-case.ts";
import type { RunPart } from "./run-part.ts";

/** One validation of one sandbox under one pack; what it obeys was copied when it started and never changes. */
export interface Run {
  readonly id: RunId;
  readonly sandboxId: SandboxId;
  readonly framework: string;
  readonly packId: string;
  readonly packVersion: string;
  readonly settings: PackSettings;
  readonly declaration: Declaration;
  readonly tenants: Readonly<Record<Region, TenantFacts>>;
  /** What the preflight found before the run could start. */
  readonly preflight: JsonObject;
  /** Left out: the whole pack. */
  readonly part?: RunPart;
  /** Left out in runs from before cases were kept: they are planned anew by the scenarios as they are today. */
  readonly cases?: readonly RunCase[];
  readonly startedAt: Date;
  readonly state: RunState;
}

/**
 * A run is driven, then judged, then it has ended.
 * - `driving`: its steps begin and end. The only state in which they do.
 * - `judging`: what is on record of it stands; `as` is how it will have ended once that is judged. Whoever cancels a run, and
 *   whoever sees that all its cases have ended, takes it here; any engine takes it on.
 * - `finished`, `cancelled`: judged at least once. Never left again.
 */
export type RunState =
  | { readonly kind: "driving" }
  | { readonly kind: "judging"; readonly as: RunEnding["kind"] }
  | RunEnding;

/** How a run ended. `given-up`: a fault of ours kept it from being driven or judged. */
export type RunEnding =
  | { readonly kind: "finished"; readonly at: Date; readonly because: "completed" | "given-up" }
  | { readonly kind: "cancelled"; readonly at: Date };
