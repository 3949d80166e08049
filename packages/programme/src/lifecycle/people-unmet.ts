import type { Integration } from "../integrations/integration.ts";
import type { Actor } from "./actor.ts";
import type { Unmet } from "./guard.ts";

/** The guards about who acts and why that do not hold. */
export function peopleUnmet(
  { organisation }: Pick<Integration, "organisation">,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Unmet {
  return {
    ...(reason.trim() === "" ? { "reason-given": "none" } : {}),
    ...(actor.organisation === organisation
      ? { "other-organisation": `${actor.name} of ${organisation}` }
      : {}),
  };
}
