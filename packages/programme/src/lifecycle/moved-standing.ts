import type { Actor } from "./actor.ts";
import type { Standing } from "./standing-state.ts";

/** A standing that was just moved. */
export interface MovedStanding {
  readonly integrationId: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly at: Date;
  readonly actor: Actor;
  readonly reason: string;
}
