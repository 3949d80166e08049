import type { Tenant } from "@slipway/ats-model";
import type { EventPlanner } from "@slipway/exchange";

import type { IdBlocks } from "../../ids/id-blocks.ts";
import type { ProfileStore } from "./profile.store.ts";

/** On whose behalf, where and when profiles are written. */
export interface ProfileWriting {
  readonly store: ProfileStore;
  readonly ids: IdBlocks;
  readonly planEvent: EventPlanner;
  readonly tenant: Tenant;
  readonly userId: number;
  /** A recruiter's change of status always raises the event; an API user's only where the tenant's switch says so. */
  readonly by: "recruiter" | "api-user";
  /** On the tenant's clock. */
  readonly at: Date;
}
