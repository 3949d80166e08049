import type { Region, RunId, SandboxId } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { Declaration, PackSettings, TenantFacts } from "../check.ts";

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
  readonly startedAt: Date;
  readonly state: RunState;
}

export type RunState =
  | { readonly kind: "driving" | "judging" }
  | { readonly kind: "finished"; readonly at: Date; readonly because: "completed" | "time-limit" }
  | { readonly kind: "cancelled"; readonly at: Date };
