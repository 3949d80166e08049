import type { RecordedProof } from "./proofs.ts";
import type { Citation } from "./requirement-citations.ts";
import type { Requirement } from "./requirements.ts";

/**
 * - `open`: nothing in the code cites it.
 * - `partial`: cited, but not proven through a door, or something of it remains to be built.
 * - `API`: whole and proven over HTTP or the command line; its page in the portal is to come.
 * - `done`: whole and proven through every door it needs.
 */
export type RequirementState = "open" | "partial" | "API" | "done";

/** What the proofs and citations of a requirement amount to. Both lists hold its own entries only. */
export function requirementState(
  requirement: Requirement,
  proofs: readonly RecordedProof[],
  citations: readonly Citation[],
): RequirementState {
  if (proofs.length === 0 && citations.length === 0) return "open";
  if (proofs.length === 0 || requirement.remaining !== null) return "partial";
  const isOnScreen = proofs.some((proof) => proof.door === "browser");
  return requirement.needs === "api" || isOnScreen ? "done" : "API";
}
