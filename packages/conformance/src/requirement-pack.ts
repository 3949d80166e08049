import { createHash } from "node:crypto";

import { canonicalJson, type Json } from "@slipway/foundation";

import type { PackSettings } from "./check.ts";

/** What an integration of a framework has to prove, as versioned data. Frozen by its hash when a run first uses it. */
export interface RequirementPack {
  readonly id: string;
  /** Ordered text, as `2026.1`. */
  readonly version: string;
  readonly framework: string;
  readonly title: string;
  readonly settings: PackSettings;
  /** Scenario ids in the order they are driven. */
  readonly scenarios: readonly string[];
  readonly requirements: readonly Requirement[];
}

/** A row of a pack: what has to hold, and the checks that prove it. */
export interface Requirement {
  /** Stable and public, as `PA-UC2-1`. */
  readonly id: string;
  readonly title: string;
  /** The programme's duties that it serves, as `REQ-19`. */
  readonly duties: readonly string[];
  /** `must`: a failure fails the run. `advisory`: a failure is shown, and fails nothing. */
  readonly severity: "must" | "advisory";
  /** All of them have to hold. */
  readonly checks: readonly string[];
}

/** SHA-256 of the pack's canonical JSON, in hexadecimal. */
export function packHash(pack: RequirementPack): string {
  // A pack is plain data: every member is JSON.
  return createHash("sha256")
    .update(canonicalJson(pack as unknown as Json))
    .digest("hex");
}
