import type { RequirementPack } from "../requirement-pack.ts";
import type { RunPart } from "./run-part.ts";

/** A pack with those of its requirements alone of which a run covers anything; the whole pack for a whole run. */
export function partOf(pack: RequirementPack, part: RunPart | undefined): RequirementPack {
  if (part === undefined) return pack;
  const requirements = pack.requirements.filter(({ checks }) =>
    checks.some((id) => part.checks.includes(id)),
  );
  return { ...pack, requirements };
}
